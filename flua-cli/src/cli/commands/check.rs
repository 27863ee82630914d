//! `flua check`: diagnostics only.

use std::process::ExitCode;

use super::{compiler, options};
use crate::cli::args::CheckArgs;
use crate::cli::error::Error;
use crate::cli::files::FileModules;
use crate::cli::report::Terminal;
use crate::cli::source::read_script;

/// Checks each script on its own. A script that cannot be read does not keep the others from being checked.
pub fn check(args: &CheckArgs, terminal: Terminal) -> ExitCode {
    let mut is_right = true;
    for path in &args.scripts {
        let source = match read_script(path) {
            Ok(source) => source,
            Err(error) => {
                terminal.say_error(error.message.as_deref().unwrap_or_default());
                is_right = false;
                continue;
            }
        };
        let modules = FileModules::of(Some(path), args.how.path.as_deref());
        let compiler = compiler(options(&args.how, false), &args.how, &modules);
        match compiler.check(source) {
            Ok(output) => terminal.report(&output.warnings, &output.sources, args.message_format),
            Err(failure) => {
                terminal.report(&failure.diagnostics, &failure.sources, args.message_format);
                is_right = false;
            }
        }
    }
    if is_right { ExitCode::SUCCESS } else { ExitCode::from(Error::SCRIPT) }
}
