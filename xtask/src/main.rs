//! What cargo cannot say: `cargo xtask bench|bless|conformance|fuzz`.
#![allow(clippy::print_stdout, reason = "these commands exist to print tables and reports")]

mod bench;
mod bless;
mod conformance;
mod fuzz;

use std::{io, process::ExitCode};

use clap::{Parser, Subcommand};

/// Tasks of the project that are more than one cargo command.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Time the programs of `bench/` compiled, under lua5.4 and under luajit, and time the compiler itself
    Bench(bench::Arguments),
    /// Write what the reference prints into the headers of the corpus and beside the examples
    Bless(bless::Arguments),
    /// Run the official test suite compiled, print a table and write docs/conformance.md
    Conformance(conformance::Arguments),
    /// Compare random programs with the reference
    Fuzz(fuzz::Arguments),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().task {
        Task::Bench(arguments) => bench::run(&arguments),
        Task::Bless(arguments) => bless::run(&arguments),
        Task::Conformance(arguments) => conformance::run(&arguments),
        Task::Fuzz(arguments) => fuzz::run(&arguments),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Builds the reference as a program, which the commands find beside the executable of xtask.
fn build_oracle() -> io::Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = std::process::Command::new(cargo);
    command
        .args(["build", "--quiet", "--package", "flua-conformance", "--bin", "oracle"])
        .current_dir(flua_conformance::workspace());
    if !cfg!(debug_assertions) {
        command.arg("--release");
    }
    if command.status()?.success() { Ok(()) } else { Err(io::Error::other("the reference does not build")) }
}
