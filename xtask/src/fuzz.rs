//! `cargo xtask fuzz`: random programs beside the reference, as many as wanted.

use std::io;

use flua_conformance::{build_folder, generate};

/// How many programs share one compilation: enough to pay for its start, few enough to see progress.
const BATCH: u64 = 50;

/// What to compare.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// How many programs to compare
    #[arg(long, default_value_t = 200)]
    programs: u64,
    /// The seed of the first program; the next ones follow
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Print the program of the seed and stop
    #[arg(long)]
    print: bool,
}

/// Compares programs; false when one differs.
pub fn run(arguments: &Arguments) -> io::Result<bool> {
    if arguments.print {
        print!("{}", generate::program(arguments.seed));
        return Ok(true);
    }
    crate::build_oracle()?;
    let folder = build_folder().join("fuzz");
    let end = arguments.seed + arguments.programs;
    let mut differing = 0;
    let mut first = arguments.seed;
    while first < end {
        let last = end.min(first + BATCH);
        let seeds: Vec<u64> = (first..last).collect();
        let differences = generate::compare(&folder, &seeds)?;
        for (seed, report) in &differences {
            println!("=== seed {seed} ===\n{report}");
        }
        differing += differences.len();
        println!("seeds {first} to {}: {} differ, {differing} so far", last - 1, differences.len());
        first = last;
    }
    if differing > 0 {
        println!("the programs that differ are in {}", folder.display());
    }
    Ok(differing == 0)
}
