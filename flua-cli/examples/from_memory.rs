//! Compiles a program that is in memory altogether: a main chunk, a module, and a chunk that is wrong.
//!
//! ```text
//! cargo run -p flua --no-default-features --example from_memory
//! ```

use flua::{Compiler, MemoryModules, Options, SourceFile, Style};

fn main() {
    let modules = MemoryModules::new()
        .with("shapes.circle", SourceFile::new("shapes/circle.lua", *b"return function(r) return math.pi * r ^ 2 end"));

    let main = SourceFile::new("main.lua", *b"local area = require 'shapes.circle'\nprint(area(2))");
    match Compiler::new(Options::default()).modules(&modules).compile(main) {
        Ok(output) => {
            let names: Vec<_> = output.sources.iter().map(SourceFile::name).collect();
            eprintln!("compiled {} to {} bytes of C#", names.join(" and "), output.csharp.len());
        }
        Err(failure) => eprint!("{}", failure.render(Style::default())),
    }

    // Diagnostics are data: they have a code, a line, labels and notes, and are drawn only on demand.
    let wrong = SourceFile::new("wrong.lua", *b"local limit <const> = 10\nlimit = limit + 1");
    let failure = Compiler::new(Options::default()).check(wrong).expect_err("a constant is assigned to");
    for diagnostic in &failure.diagnostics {
        eprintln!("{} in line {}: {}", diagnostic.code, diagnostic.line, diagnostic.message);
    }
    eprint!("{}", failure.render(Style::default()));
}
