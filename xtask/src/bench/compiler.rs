//! Times the compiler itself on a large file: the front end, and the whole way to C#. And how much it prints.

use std::{
    fs,
    hint::black_box,
    io,
    time::{Duration, Instant},
};

use flua::{Compiler, Options};
use flua_ast::SourceFile;
use flua_conformance::{generate, oracle, workspace};

use super::report::{Goal, Section, number};

/// The size of the file in bytes.
const SIZE: usize = 1 << 20;

/// How often each way is timed; the best counts.
const REPETITIONS: usize = 5;

/// Measures, and adds the table.
pub fn run(sections: &mut Vec<Section>, goals: &mut Vec<Goal>) -> io::Result<()> {
    let source = SourceFile::new("large.lua", large_file().into_bytes());
    let size = number(source.bytes().len()) / 1e6;
    let front_end = best(|| {
        black_box(flua_parser::parse(&source).is_ok());
    });
    let mut failure = None;
    let whole = best(|| {
        failure = compile(source.clone()).err();
    });
    if let Some(failure) = failure {
        return Err(failure);
    }
    let per_byte = printed_per_byte()?;
    let (front_end, whole) = (front_end * 1000.0 / size, whole * 1000.0 / size);
    let text = format!(
        "| the compiler | |\n| --- | --- |\n| the front end, 1 MB of generated Lua | {front_end:.0} ms |\n| the whole way to C# | {whole:.0} ms |\n| C# a byte of Lua, over the examples | {per_byte:.1} |\n"
    );
    println!("\n{text}");
    sections.push(Section { name: "compiler", text });
    goals.push(Goal {
        what: "compiling 1 MB of Lua to C#, one core; the front end alone".to_owned(),
        wanted: "≤ 500 ms; ≤ 80 ms",
        figure: format!("{whole:.0} ms; {front_end:.0} ms"),
        is_met: whole <= 500.0 && front_end <= 80.0,
    });
    goals.push(Goal {
        what: "C# printed a byte of Lua, over the examples".to_owned(),
        wanted: "≤ 15",
        figure: format!("{per_byte:.1}"),
        is_met: per_byte <= 15.0,
    });
    Ok(())
}

/// The size of the C# for a program.
fn compile(source: SourceFile) -> io::Result<usize> {
    let compiler = Compiler::new(Options { closed_world: true, program: true, ..Options::default() });
    compiler.compile(source).map(|output| output.csharp.len()).map_err(|failure| io::Error::other(failure.to_string()))
}

fn printed_per_byte() -> io::Result<f64> {
    let (mut lua, mut csharp) = (0, 0);
    for entry in fs::read_dir(workspace().join("examples"))? {
        let path = entry?.path();
        if oracle::is_script(&path) {
            let bytes = fs::read(&path)?;
            lua += bytes.len();
            csharp += compile(SourceFile::new(path.to_string_lossy(), bytes))?;
        }
    }
    Ok(number(csharp) / number(lua))
}

fn best(mut work: impl FnMut()) -> f64 {
    let times = (0..REPETITIONS).map(|_| {
        let (start, used) = (Instant::now(), processor_time());
        work();
        match (used, processor_time()) {
            (Some(before), Some(after)) => after.saturating_sub(before),
            _ => start.elapsed(),
        }
    });
    times.min().unwrap_or(Duration::ZERO).as_secs_f64()
}

/// The time that this thread has had a processor, where the system says it: other work of the machine does not count.
fn processor_time() -> Option<Duration> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
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
