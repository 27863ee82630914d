//! Times the front end on Lua files: `cargo run --release -p flua-parser --example time_front_end -- file.lua`.

use std::time::Instant;

use flua_ast::{Diagnostic, SourceFile};

/// The megabytes a second, of the fastest of some runs, and what the last one gave.
#[expect(clippy::cast_precision_loss, reason = "a rate needs no exact bytes")]
fn rate<T>(source: &SourceFile, run: fn(&SourceFile) -> T) -> (f64, T) {
    const RUNS: usize = 7;
    let mut fastest = f64::INFINITY;
    let mut time = || {
        let start = Instant::now();
        let result = run(source);
        fastest = fastest.min(start.elapsed().as_secs_f64());
        result
    };
    let last = (0..RUNS).map(|_| time()).last().expect("there are runs");
    (source.bytes().len() as f64 / 1e6 / fastest, last)
}

#[expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a small tool around the front end")]
fn main() -> Result<(), std::io::Error> {
    for path in std::env::args().skip(1) {
        let source = SourceFile::new(path.as_str(), std::fs::read(&path)?);
        let (parse, _) = rate(&source, flua_parser::parse);
        let (check, checked) = rate(&source, flua_parser::check);
        let (recognise, _) = rate(&source, flua_parser::reference_error);
        println!("{path}: parse {parse:.1} MB/s, check {check:.1} MB/s, recognise {recognise:.1} MB/s");
        if let Err(Diagnostic { line, message, .. }) = checked {
            println!("{path}:{line}: {message}");
        }
    }
    Ok(())
}
