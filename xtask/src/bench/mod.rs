//! `cargo xtask bench`: the programs of `bench/` compiled and under other implementations, interleaved in one run.
//!
//! Every contender runs the same text: the program with `driver.lua` behind it, which calls `run_iter(bench_n)` ten
//! times and prints the times and the checksums. The first iteration is *cold*; *best* and *median* are those of the
//! last five. Times are compared only within one run: they hold for the machine and the minute.

mod compiler;
mod table;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use flua::DynamicCode;
use flua_conformance::{
    batch::{Batch, Unit},
    build_folder, oracle, workspace,
};

/// What follows every program.
const DRIVER: &str = include_str!("driver.lua");

/// How long one contender may take for one program.
const LIMIT: Duration = Duration::from_mins(2);

/// What to measure.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Only these programs, separated by commas: `fib,sort`
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Three iterations instead of ten, one round, no timing of the compiler: for checksums more than for times
    #[arg(long)]
    quick: bool,
    /// How often all contenders run each program; the best time of each counts
    #[arg(long, default_value_t = 1)]
    rounds: usize,
    /// Time only the compiler
    #[arg(long)]
    compiler: bool,
}

/// The times of one contender for one program, in seconds.
#[derive(Debug, Clone)]
pub struct Times {
    /// The first iteration.
    pub cold: f64,
    /// The best of the last five.
    pub best: f64,
    /// The median of the last five.
    pub median: f64,
    /// What `run_iter` returned, the same each time.
    pub checksum: String,
}

/// One row of the table: the times of all contenders, or why there are none.
#[derive(Debug)]
pub struct Row {
    /// The name of the program.
    pub program: String,
    /// In the order of the contenders.
    pub results: Vec<Result<Times, String>>,
}

/// Who runs a program.
enum Contender {
    /// The program compiled by us.
    Compiled(Batch),
    /// An interpreter on the path.
    Interpreter(&'static str, PathBuf),
}

/// Measures and prints; false when a checksum is wrong or a compiled program does not run.
pub fn run(arguments: &Arguments) -> io::Result<bool> {
    if cfg!(debug_assertions) {
        return in_release();
    }
    if arguments.compiler {
        compiler::run()?;
        return Ok(true);
    }
    let programs = programs(&arguments.only)?;
    let folder = build_folder().join("bench");
    let sources = folder.join("lua");
    fs::create_dir_all(&sources)?;
    let mut units = Vec::new();
    for (name, path) in &programs {
        let text = text(path, arguments.quick)?;
        fs::write(sources.join(format!("{name}.lua")), &text)?;
        units.push(Unit {
            identifier: name.clone(),
            script: format!("{name}.lua"),
            source: text.into_bytes(),
            folder: sources.clone(),
            closed_world: true,
            dynamic_code: DynamicCode::Reject,
            debug: false,
            texts: Vec::new(),
        });
    }
    let mut contenders = vec![Contender::Compiled(Batch::build(&folder.join("build"), &units)?)];
    for name in ["lua5.4", "luajit"] {
        match find(name) {
            Some(path) => contenders.push(Contender::Interpreter(name, path)),
            None => println!("{name} is not on the path: it is left out"),
        }
    }
    let mut rows = Vec::new();
    for (name, _) in &programs {
        let mut row: Row = Row { program: name.clone(), results: Vec::new() };
        for round in 0..if arguments.quick { 1 } else { arguments.rounds.max(1) } {
            for (index, contender) in contenders.iter().enumerate() {
                let result = measure(contender, name, &sources);
                if round == 0 {
                    row.results.push(result);
                } else if let (Ok(known), Ok(new)) = (&mut row.results[index], result) {
                    known.cold = known.cold.min(new.cold);
                    known.median = known.median.min(new.median);
                    known.best = known.best.min(new.best);
                }
            }
        }
        eprintln!("{}", table::line(&row));
        rows.push(row);
    }
    let names: Vec<&str> = contenders.iter().map(Contender::name).collect();
    let is_right = table::print(&names, &rows);
    if !arguments.quick {
        compiler::run()?;
    }
    Ok(is_right)
}

impl Contender {
    fn name(&self) -> &str {
        match self {
            Self::Compiled(_) => "flua",
            Self::Interpreter(name, _) => name,
        }
    }
}

/// Measures what users run: the release build of the compiler.
fn in_release() -> io::Result<bool> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = env::args_os().skip(1);
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--release", "--package", "xtask", "--"])
        .args(arguments)
        .current_dir(workspace())
        .status()?;
    Ok(status.success())
}

/// The programs by name, sorted; only those wanted.
fn programs(only: &[String]) -> io::Result<Vec<(String, PathBuf)>> {
    let mut programs = Vec::new();
    for entry in fs::read_dir(workspace().join("bench"))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if oracle::is_script(&path) && (only.is_empty() || only.contains(&name)) {
            programs.push((name, path));
        }
    }
    programs.sort();
    if programs.is_empty() { Err(io::Error::other("no such program in bench/")) } else { Ok(programs) }
}

fn text(path: &Path, quick: bool) -> io::Result<String> {
    let driver = if quick { DRIVER.replace("local ITERATIONS = 10", "local ITERATIONS = 3") } else { DRIVER.to_owned() };
    Ok(fs::read_to_string(path)? + "\n" + &driver)
}

fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn measure(contender: &Contender, program: &str, folder: &Path) -> Result<Times, String> {
    let mut command = match contender {
        Contender::Compiled(batch) => {
            if let Some(failure) = batch.failures.get(program) {
                return Err(failure.lines().next().unwrap_or_default().to_owned());
            }
            batch.command(program)
        }
        Contender::Interpreter(_, path) => {
            let mut command = Command::new(path);
            command.arg(format!("{program}.lua"));
            command
        }
    };
    let outcome = oracle::capture(command.current_dir(folder), b"", LIMIT).map_err(|error| error.to_string())?;
    match outcome.code {
        Some(0) => parse(&String::from_utf8_lossy(&outcome.stdout)).ok_or_else(|| "the driver printed no times".to_owned()),
        Some(_) => Err(oracle::first_error_line(&outcome.stderr)),
        None => Err(format!("not done in {} s", LIMIT.as_secs())),
    }
}

/// Reads the line of the driver: `@bench checksum time time …`.
fn parse(stdout: &str) -> Option<Times> {
    let line = stdout.lines().find_map(|line| line.strip_prefix("@bench "))?;
    let (checksum, times) = line.split_once(' ')?;
    let times: Vec<f64> = times.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
    let mut last = times[times.len().saturating_sub(5)..].to_vec();
    last.sort_by(f64::total_cmp);
    Some(Times { cold: *times.first()?, best: *last.first()?, median: last[last.len() / 2], checksum: checksum.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn the_last_five_iterations_count_as_steady() {
        let times = parse("noise\n@bench 42 9 8 7 6 5 1 4 2 3 2.5\n").expect("the line is right");
        assert!((times.cold - 9.0).abs() < 1e-9 && (times.best - 1.0).abs() < 1e-9 && (times.median - 2.5).abs() < 1e-9);
        assert_eq!(times.checksum, "42");
        assert!(parse("nothing\n").is_none());
    }
}
