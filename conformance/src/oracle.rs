//! Asks the reference implementation: runs a script in a process of its own and captures what it prints.
//!
//! It takes a script, its folder, arguments and input, and gives both streams and the exit code. It never interprets them.

use std::{
    env,
    ffi::OsStr,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// What a process printed and how it ended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// The bytes written to the standard output.
    pub stdout: Vec<u8>,
    /// The bytes written to the standard error.
    pub stderr: Vec<u8>,
    /// The exit code; `None` when a signal or our time limit ended the process.
    pub code: Option<i32>,
}

/// Finds the program `oracle` beside the running executable, or where `FLUA_ORACLE` points.
///
/// Cargo puts test executables one folder below the binaries, so both places are tried.
pub fn executable() -> io::Result<PathBuf> {
    if let Some(path) = env::var_os("FLUA_ORACLE") {
        return Ok(path.into());
    }
    let current = env::current_exe()?;
    current.ancestors().skip(1).take(2).map(|folder| folder.join("oracle")).find(|path| path.is_file()).ok_or_else(|| {
        io::Error::new(io::ErrorKind::NotFound, "the program `oracle` is not built: cargo build -p flua-conformance")
    })
}

/// Runs `script` under the reference, in `folder`, with the arguments and the input given.
pub fn run(folder: &Path, script: &str, arguments: &[String], input: &[u8], limit: Duration) -> io::Result<Outcome> {
    let mut command = Command::new(executable()?);
    command.arg(script).args(arguments).current_dir(folder);
    capture(&mut command, input, limit)
}

/// Runs a command to its end, or kills it at the time limit, and captures both of its streams.
pub fn capture(command: &mut Command, input: &[u8], limit: Duration) -> io::Result<Outcome> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let mut stdin = child.stdin.take().expect("the standard input is a pipe");
    let mut stdout = child.stdout.take().expect("the standard output is a pipe");
    let mut stderr = child.stderr.take().expect("the standard error is a pipe");
    thread::scope(|scope| {
        // A program need not read its input: a broken pipe is no failure.
        scope.spawn(move || {
            let _ = stdin.write_all(input);
        });
        let out = scope.spawn(move || {
            let mut bytes = Vec::new();
            io::copy(&mut stdout, &mut bytes).map(|_| bytes)
        });
        let err = scope.spawn(move || {
            let mut bytes = Vec::new();
            io::copy(&mut stderr, &mut bytes).map(|_| bytes)
        });
        let deadline = Instant::now() + limit;
        let mut pause = Duration::from_micros(500);
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break Some(status);
            }
            if Instant::now() >= deadline {
                child.kill()?;
                child.wait()?;
                break None;
            }
            thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(10));
        };
        Ok(Outcome {
            stdout: out.join().expect("the reader does not panic")?,
            stderr: err.join().expect("the reader does not panic")?,
            code: status.and_then(|status| status.code()),
        })
    })
}

/// The first line of an error report without the name of the program that printed it.
///
/// `lua: script.lua:1: boom` and `flua: script.lua:1: boom` say the same.
pub fn first_error_line(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    let line = text.lines().next().unwrap_or_default();
    line.strip_prefix("flua: ").or_else(|| line.strip_prefix("lua: ")).unwrap_or(line).to_owned()
}

/// Whether a path names a Lua script.
pub fn is_script(path: &Path) -> bool {
    path.extension() == Some(OsStr::new("lua"))
}
