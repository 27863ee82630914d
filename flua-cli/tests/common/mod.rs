//! What the tests of the command line share: a folder for each test, one cache for all, and commands with a clean environment.

#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder with files, in which `flua` is called.
pub struct Folder(TempDir);

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("the system gives a folder"))
    }

    /// A folder with files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self::new();
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    /// Writes a file, and the folders that it needs.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("the file lies in the folder")).expect("the folder is ours");
        fs::write(path, text).expect("the folder is ours");
    }

    /// The text of a file.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).expect("the file is there")
    }

    /// The names of what is in the folder, in order.
    pub fn list(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).expect("the folder is ours");
        let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The command `flua` with arguments, called in this folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_flua"));
        command.args(arguments).current_dir(self.path()).env("FLUA_CACHE", cache());
        for name in ["LUA_PATH", "LUA_PATH_5_4", "NO_COLOR", "XDG_CACHE_HOME"] {
            command.env_remove(name);
        }
        command
    }

    /// Calls `flua` to its end.
    pub fn flua(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).stdin(Stdio::null()).output())
    }

    /// Calls `flua` to its end, with a text on standard input.
    pub fn flua_with_input(&self, arguments: &[&str], input: &str) -> Ran {
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("flua starts");
        child.stdin.take().expect("it is piped").write_all(input.as_bytes()).expect("flua reads its input");
        Ran::of(child.wait_with_output())
    }
}

/// The cache that all tests share.
pub fn cache() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache")
}

/// How a command ended.
#[derive(Debug)]
pub struct Ran {
    /// Its exit code; none when a signal ended it.
    pub code: Option<i32>,
    /// What it wrote to standard output.
    pub stdout: String,
    /// What it wrote to standard error.
    pub stderr: String,
}

impl Ran {
    fn of(output: std::io::Result<Output>) -> Self {
        let output = output.expect("flua starts");
        Self {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// It wrote this to standard output and nothing to standard error, and ended well.
    #[track_caller]
    pub fn prints(&self, expected: &str) {
        assert_eq!((self.code, self.stdout.as_str(), self.stderr.as_str()), (Some(0), expected, ""));
    }

    /// It ended with a code and one line on standard error that holds a text.
    #[track_caller]
    pub fn fails(&self, code: i32, message: &str) {
        assert_eq!(self.code, Some(code), "{self:?}");
        assert!(self.stderr.contains(message), "{message:?} is missing in {:?}", self.stderr);
        assert_eq!(self.stderr.lines().count(), 1, "one clear message: {:?}", self.stderr);
    }
}
