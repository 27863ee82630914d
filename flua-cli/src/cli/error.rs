//! What ends a command: a message and an exit code.

use std::io;
use std::path::Path;

/// An error that ends the command.
#[derive(Debug)]
pub struct Error {
    /// What is printed after `flua: `; nothing when everything has been said already.
    pub message: Option<String>,
    /// The exit code.
    pub code: u8,
}

impl Error {
    /// The exit code when the script cannot be read or compiled.
    pub const SCRIPT: u8 = 1;
    /// The exit code when the command line is wrong; clap uses the same.
    pub const USAGE: u8 = 2;
    /// The exit code when something else is missing or refused: no .NET SDK, an output or cache folder that cannot be written.
    pub const ENVIRONMENT: u8 = 3;
    /// The exit code of a bug of ours; Rust's panics have the same.
    pub const INTERNAL: u8 = 101;

    /// The script cannot be read or compiled.
    pub fn script(message: impl Into<String>) -> Self {
        Self { message: Some(message.into()), code: Self::SCRIPT }
    }

    /// The script cannot be compiled, and its diagnostics have been printed.
    pub fn reported() -> Self {
        Self { message: None, code: Self::SCRIPT }
    }

    /// The command line is wrong.
    pub fn usage(message: impl Into<String>) -> Self {
        Self { message: Some(message.into()), code: Self::USAGE }
    }

    /// Something around the command is missing or refused.
    pub fn environment(message: impl Into<String>) -> Self {
        Self { message: Some(message.into()), code: Self::ENVIRONMENT }
    }

    /// A bug of ours.
    pub fn internal(message: impl Into<String>) -> Self {
        Self { message: Some(message.into()), code: Self::INTERNAL }
    }

    /// The system refused something: `cannot write out/Script.cs: permission denied`.
    pub fn io(what: &str, path: &Path, error: &io::Error) -> Self {
        Self::environment(format!("cannot {what} {}: {}", path.display(), reason(error)))
    }
}

/// The system's words without their number: `no such file or directory`.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
