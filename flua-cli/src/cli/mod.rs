//! The command line: arguments in, files, processes and messages out. All knowledge of Lua and C# is in the library.

mod args;
mod cache;
mod commands;
mod dotnet;
mod embed;
mod error;
mod files;
mod manifest;
mod names;
mod output;
mod progress;
mod report;
mod source;

use std::path::Path;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};

use args::{Cli, Command};
use error::Error;
use report::{Stream, Terminal};

/// Reads the arguments, runs the command and gives the exit code.
pub fn main() -> ExitCode {
    let matches = Cli::command().try_get_matches().unwrap_or_else(|error| with_tip(error).exit());
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let terminal = Terminal::new(Stream::Error, cli.color);
    let result = match cli.command {
        Command::Compile(options) => commands::compile(&options, terminal),
        Command::Run(options) => {
            let run = matches.subcommand_matches("run").expect("clap gives the matches of the command that it parsed");
            commands::run(&options, run, terminal)
        }
        Command::Build(options) => commands::build(&options, terminal),
        Command::Check(options) => Ok(commands::check(&options, Terminal::new(Stream::Output, cli.color))),
        Command::Explain { code } => commands::explain(code.as_deref()),
        Command::Completions { shell } => commands::completions(shell),
    };
    result.unwrap_or_else(|error| fail(&error, terminal))
}

/// Whoever writes `flua script.lua`, as one writes `lua script.lua`, is told of `flua run`.
fn with_tip(mut error: clap::Error) -> clap::Error {
    let Some(ContextValue::String(name)) = error.get(ContextKind::InvalidSubcommand) else { return error };
    if error.kind() == ErrorKind::InvalidSubcommand && Path::new(name).is_file() {
        let tip = format!("to run the script: flua run {name}").into();
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
    }
    error
}

fn fail(error: &Error, terminal: Terminal) -> ExitCode {
    if let Some(message) = &error.message {
        terminal.say_error(message);
    }
    ExitCode::from(error.code)
}
