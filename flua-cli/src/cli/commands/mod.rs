//! The commands.

mod build;
mod check;
mod compile;
mod explain;
mod run;
mod startup;

use std::io;
use std::num::NonZero;
use std::process::ExitCode;
use std::thread;

use clap::CommandFactory;
use clap_complete::Shell;
use flua::Compiler;

pub use build::build;
pub use check::check;
pub use compile::compile;
pub use explain::explain;
pub use run::run;

use super::args::{Cli, DynamicCode, ProgramArgs};
use super::error::Error;
use super::files::FileModules;
use super::report;

/// Prints the completions of a shell.
pub fn completions(shell: Shell) -> Result<ExitCode, Error> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "flua", &mut text);
    print(&String::from_utf8_lossy(&text))
}

/// Prints what a command was asked for, which then has succeeded.
fn print(text: &str) -> Result<ExitCode, Error> {
    report::print(text).map(|()| ExitCode::SUCCESS).map_err(|error| unprintable(&error))
}

fn unprintable(error: &io::Error) -> Error {
    Error::environment(format!("cannot write to standard output: {}", super::error::reason(error)))
}

/// The compiler of a command: with the modules and on all processors.
fn compiler<'a>(options: flua::Options, how: &ProgramArgs, modules: &'a FileModules) -> Compiler<'a> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    Compiler::new(options).modules(modules).include(&how.include).threads(threads)
}

/// The options of the library for those of the command line.
fn options(how: &ProgramArgs, is_whole: bool) -> flua::Options {
    flua::Options {
        closed_world: is_whole && !how.open_world && !how.debug,
        debug: how.debug,
        optimize: how.optimize > 0,
        dynamic_code: match how.dynamic_code {
            DynamicCode::Reject => flua::DynamicCode::Reject,
            DynamicCode::Raise => flua::DynamicCode::Raise,
            DynamicCode::Static => flua::DynamicCode::Static,
            DynamicCode::StaticOrRaise => flua::DynamicCode::StaticOrRaise,
        },
        ..flua::Options::default()
    }
}
