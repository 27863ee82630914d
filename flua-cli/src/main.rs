//! The command line `flua`.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
