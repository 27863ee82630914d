//! Starts a compiled program.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, ExitCode};

use crate::cli::error::Error;

/// Runs `app.dll` of a folder with arguments; on Unix it takes the place of this process.
///
/// So standard streams, signals and the exit code are the program's own, without anything in between.
pub fn start(host: &Path, folder: &Path, arguments: &[OsString]) -> Result<ExitCode, Error> {
    let mut command = Command::new(host);
    command.arg("exec").arg(folder.join("app.dll")).args(arguments);
    replace_process(&mut command).map_err(|error| Error::environment(format!("cannot start {}: {error}", host.display())))
}

#[cfg(unix)]
fn replace_process(command: &mut Command) -> std::io::Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(command.exec())
}

#[cfg(not(unix))]
fn replace_process(command: &mut Command) -> std::io::Result<ExitCode> {
    // Both processes get Ctrl-C from the console; the program answers it, and this one then passes its exit code on.
    let status = command.status()?;
    Ok(status.code().and_then(|code| u8::try_from(code & 0xff).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}
