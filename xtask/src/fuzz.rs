//! `cargo xtask fuzz`: random programs, or random cases of the library, beside the reference, as many as wanted.

use std::io;

use flua_conformance::{
    build_folder, generate,
    properties::{self, Run},
};

/// How many programs share one compilation: enough to pay for its start, few enough to see progress.
const BATCH: u64 = 200;

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
    /// Try random cases of the library instead, a thousand times as many as programs were asked for
    #[arg(long)]
    properties: bool,
    /// Try so many texts that may or may not be Lua instead: the compiler must neither panic nor hang
    #[arg(long, value_name = "COUNT")]
    texts: Option<u64>,
}

/// Has the compiler look at texts; false when one of them is too much for it.
fn texts(first: u64, count: u64) -> io::Result<bool> {
    let corpus = generate::texts::corpus()?;
    let folder = build_folder().join("texts");
    std::fs::create_dir_all(&folder)?;
    let mut failed = 0;
    for seed in first..first.saturating_add(count) {
        let text = generate::texts::text(seed, &corpus);
        if let Err(message) = generate::texts::exercise(&text) {
            failed += 1;
            let path = folder.join(format!("{seed}.lua"));
            std::fs::write(&path, &text)?;
            println!("seed {seed}: {message}: {}", path.display());
        }
        let done = seed - first + 1;
        if done.is_multiple_of(100_000) {
            println!("{done} texts, {failed} failed");
        }
    }
    println!("{count} texts, {failed} failed");
    Ok(failed == 0)
}

/// Compares programs; false when one differs.
pub fn run(arguments: &Arguments) -> io::Result<bool> {
    if let Some(count) = arguments.texts {
        return texts(arguments.seed, count);
    }
    if arguments.print {
        print!("{}", generate::program(arguments.seed));
        return Ok(true);
    }
    crate::build_oracle()?;
    if arguments.properties {
        return try_properties(arguments);
    }
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

/// How many cases one run of a program tries.
const CASES: u64 = 10_000;

/// Runs the programs under `conformance/properties` with many seeds; false when one differs.
fn try_properties(arguments: &Arguments) -> io::Result<bool> {
    let properties = properties::properties()?;
    let rounds = (arguments.programs * 1000 / CASES).max(1);
    let mut runs = Vec::new();
    for seed in arguments.seed..arguments.seed + rounds {
        // Where a test tries few cases, each is much work.
        runs.extend(properties.iter().map(|property| Run { property, seed, cases: CASES * property.cases / 1000 }));
    }
    let differences = properties::compare(&build_folder().join("fuzz-properties"), &runs)?;
    for (name, report) in &differences {
        println!("=== {name} ===\n{report}");
    }
    println!("{} runs of {} programs: {} differ", runs.len(), properties.len(), differences.len());
    Ok(differences.is_empty())
}
