//! Messages to the person at the terminal. They go to standard error; only what was asked for goes to standard output, which
//! for `flua check` is the diagnostics.

use std::env;
use std::io::{self, IsTerminal, Write};

use flua::{Diagnostic, SourceFile, Style};

use super::args::{ColorChoice, MessageFormat};

/// Where diagnostics go, and whether in colours.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    stream: Stream,
    style: Style,
}

/// A standard stream.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// Standard output: diagnostics are what was asked for.
    Output,
    /// Standard error.
    Error,
}

impl Terminal {
    /// Decides about colours: the option, then `NO_COLOR` (<https://no-color.org>), then whether anyone sees them.
    pub fn new(stream: Stream, choice: ColorChoice) -> Self {
        let color = match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                let is_refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
                let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
                let is_seen = match stream {
                    Stream::Output => io::stdout().is_terminal(),
                    Stream::Error => io::stderr().is_terminal(),
                };
                !is_refused && !is_dumb && is_seen
            }
        };
        Self { stream, style: Style { color } }
    }

    /// Prints diagnostics, one after the other.
    pub fn report(self, diagnostics: &[Diagnostic], sources: &[SourceFile], format: MessageFormat) {
        let mut text = String::new();
        for diagnostic in diagnostics {
            let source = &sources[diagnostic.source];
            match format {
                MessageFormat::Drawn => text.push_str(&flua::render(diagnostic, source, self.style)),
                MessageFormat::Short => {
                    text.push_str(&flua::render_short(diagnostic, source));
                    text.push('\n');
                }
            }
        }
        match self.stream {
            // Who asked for the diagnostics and does not read them misses nothing else.
            Stream::Output => drop(print(&text)),
            Stream::Error => say(&text),
        }
    }

    /// Prints `flua: message` to standard error.
    pub fn say_error(self, message: &str) {
        if self.style.color {
            say(&format!("\u{1b}[1;31mflua\u{1b}[0m: {message}\n"));
        } else {
            say(&format!("flua: {message}\n"));
        }
    }
}

/// Writes to standard error; when nobody can read it, nothing is lost.
fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Writes to standard output what a command was asked for. A reader that has gone (`flua explain | head -1`) is no error.
pub fn print(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
