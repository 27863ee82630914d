//! `cargo xtask bench`: how fast compiled programs are, beside other implementations and beside C# written by hand.
//!
//! [`programs`] knows the programs and [`driver.lua`](driver.lua) what follows each; [`contenders`] who runs them and
//! [`measure`] takes their times. [`calls`], [`memory`], [`start`] and [`compiler`] measure the rest. Each part gives a
//! [`report::Section`] and what it says of the project's goals. Times are compared only within one run: they hold for
//! the machine and the minute.

mod build;
mod calls;
mod compiler;
mod contenders;
mod goals;
mod measure;
mod memory;
mod programs;
mod report;
mod roslyn;
mod start;
mod table;

use std::{env, fs, io, process::Command};

use flua_conformance::{build_folder, workspace};

use build::Builder;
use contenders::Contender;
use report::{Goal, Section};

/// What to measure.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Only these programs, separated by commas: `fib,sort`
    #[arg(long, value_delimiter = ',', value_name = "PROGRAMS")]
    only: Vec<String>,
    /// Beside these, separated by commas; all but `aot` by default
    #[arg(long, value_delimiter = ',', value_name = "CONTENDERS")]
    with: Vec<contenders::Kind>,
    /// Only these parts, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "PARTS")]
    part: Vec<Part>,
    /// How often all contenders run each program, in turn
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Two iterations of the programs, once, beside one reference: for checksums and not for times
    #[arg(long)]
    quick: bool,
    /// Put the tables into docs/performance.md
    #[arg(long)]
    write: bool,
}

/// A part of what is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// The programs of `bench/`
    Programs,
    /// Calls between C# and Lua
    Calls,
    /// Live bytes of tables
    Memory,
    /// A program that prints one line, from start to end
    Start,
    /// The compiler, and the C# compiler on what it prints
    Compiler,
}

/// Measures and prints; false when a checksum is wrong or a compiled program does not run.
pub fn run(arguments: &Arguments) -> io::Result<bool> {
    if cfg!(debug_assertions) && !arguments.quick {
        return in_release();
    }
    let wants =
        |part| if arguments.quick { part == Part::Programs } else { arguments.part.is_empty() || arguments.part.contains(&part) };
    if arguments.write {
        report::check_places()?;
    }
    let folder = build_folder().join("bench");
    fs::create_dir_all(&folder)?;
    let builder = Builder::new(&folder)?;
    let mut sections = Vec::new();
    let mut goals = Vec::new();
    let mut is_right = true;
    if wants(Part::Programs) {
        is_right = programs_part(arguments, &builder, &mut sections, &mut goals)?;
    }
    if wants(Part::Calls) {
        calls::run(&builder, &mut sections, &mut goals)?;
    }
    if wants(Part::Memory) {
        memory::run(&builder, &mut sections, &mut goals)?;
    }
    if wants(Part::Start) {
        start::run(&builder, &mut sections, &mut goals)?;
    }
    if wants(Part::Compiler) {
        compiler::run(&mut sections, &mut goals)?;
        roslyn::run(&builder, &mut sections, &mut goals)?;
    }
    if !goals.is_empty() {
        let table = Goal::table(&goals);
        println!("{}", table.text);
        // The document has the whole table or the old one.
        if arguments.part.is_empty() && arguments.only.is_empty() {
            sections.push(table);
        }
    }
    if arguments.write {
        report::write(&sections)?;
    }
    Ok(is_right)
}

fn programs_part(
    arguments: &Arguments,
    builder: &Builder,
    sections: &mut Vec<Section>,
    goals: &mut Vec<Goal>,
) -> io::Result<bool> {
    let programs = programs::find(&arguments.only)?;
    let contenders = if arguments.quick { contenders::for_checksums()? } else { contenders::find(&arguments.with, builder) };
    let names: Vec<&str> = contenders.iter().map(Contender::name).collect();
    eprintln!("best milliseconds of {}", names.join(", "));
    let iterations = if arguments.quick { 2 } else { 10 };
    let rounds = if arguments.quick { 1 } else { arguments.rounds.max(1) };
    let rows = measure::run(&programs, &contenders, builder, iterations, rounds)?;
    let wrong = table::mistakes(&rows);
    for mistake in &wrong {
        println!("{mistake}");
    }
    if !arguments.quick {
        let section = table::section(&contenders, &rows);
        println!("\n{}", section.text);
        sections.push(section);
        goals.extend(goals::of(&contenders, &rows));
    } else if wrong.is_empty() {
        println!("{} programs: all checksums are right", rows.len());
    }
    Ok(wrong.is_empty())
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
