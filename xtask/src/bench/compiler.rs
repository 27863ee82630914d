//! Times the compiler itself on a large file: the front end, and the whole way to C#.

use std::{
    hint::black_box,
    io,
    time::{Duration, Instant},
};

use flua::{Compiler, Options};
use flua_ast::SourceFile;
use flua_conformance::generate;

/// The size of the file in bytes.
const SIZE: usize = 1 << 20;

/// How often each way is timed; the best counts.
const REPETITIONS: usize = 5;

/// Prints megabytes a second, and the size of what is printed.
pub fn run() -> io::Result<()> {
    let text = large_file();
    let source = SourceFile::new("large.lua", text.into_bytes());
    let megabytes = |bytes: usize| u32::try_from(bytes).map_or(f64::MAX, f64::from) / 1e6;
    let size = megabytes(source.bytes().len());
    let front_end = best(|| {
        black_box(flua_parser::parse(&source).is_ok());
    });
    let compiler = Compiler::new(Options { closed_world: true, ..Options::default() });
    let mut printed = 0;
    let mut failure = None;
    let whole = best(|| match compiler.compile(source.clone()) {
        Ok(output) => printed = output.csharp.len(),
        Err(error) => failure = Some(error.to_string()),
    });
    if let Some(failure) = failure {
        return Err(io::Error::other(failure));
    }
    println!("\nthe compiler, on {size:.2} MB of generated Lua:");
    println!("front end       {:6.1} MB/s ({:.0} ms)", size / front_end.as_secs_f64(), front_end.as_secs_f64() * 1000.0);
    println!("whole way to C# {:6.1} MB/s ({:.0} ms)", size / whole.as_secs_f64(), whole.as_secs_f64() * 1000.0);
    println!("C# a byte of Lua {:5.1}", megabytes(printed) / size);
    Ok(())
}

fn best(mut work: impl FnMut()) -> Duration {
    let times = (0..REPETITIONS).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

/// Random programs, each in a function of its own, until the size is reached.
fn large_file() -> String {
    let mut text = String::with_capacity(SIZE + (64 << 10));
    let mut seed = 0;
    while text.len() < SIZE {
        seed += 1;
        text.push_str("(function(...)\n");
        text.push_str(&generate::program(seed));
        text.push_str("end)(...);\n");
    }
    text
}
