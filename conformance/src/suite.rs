//! Prepares the official test suite of Lua 5.4.8 for a compiled program.
//!
//! The suite stays outside the repository and is never edited: its files are copied into a temporary folder, the lines
//! that depend on code loaded at run time are blanked as `exclusions.toml` says, and the settings that its README asks
//! for are put before the first line, on that line, so that every line keeps its number.

use std::{
    collections::BTreeMap,
    env, fs, io,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use flua::DynamicCode;
use toml::{Table, Value};

use crate::{
    batch::{Batch, Unit, in_parallel},
    oracle,
};

/// The settings of the suite's README, on the first line of each file.
const SETTINGS: &str = "_soft=true _port=true _nomsg=true T=nil ARG=arg function Message() end ";

/// The files that assert only through the C library `T` of the reference's own tests.
const INTERNAL: [&str; 2] = ["api.lua", "code.lua"];

/// The files that other files of the suite require: no programs of their own.
const HELPERS: [&str; 2] = ["bwcoercion.lua", "tracegc.lua"];

/// How long one file may run. The slowest overflow the stack on purpose.
const LIMIT: Duration = Duration::from_mins(3);

/// The suite on this machine.
#[derive(Debug)]
pub struct Suite {
    folder: PathBuf,
    exclusions: BTreeMap<String, Exclusion>,
}

/// What is cut from one file.
#[derive(Debug, Clone, Default)]
struct Exclusion {
    /// Ranges of lines to blank, both ends included.
    lines: Vec<(usize, usize)>,
    /// What stays of a line of which only a part is cut.
    keep: BTreeMap<usize, String>,
}

/// What became of one file of the suite.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The file, such as `math.lua`.
    pub file: String,
    /// Why it failed: the last line of its error, a refusal of the compiler, or the time limit; `None` when it ran to its end.
    pub failure: Option<String>,
    /// How long it ran.
    pub time: Duration,
}

/// Where the suite comes from, for those who do not have it.
pub const ORIGIN: &str = "the official Lua 5.4.8 test suite was not found: it is the folder `lua-5.4.8-tests` beside the checkout's parent (../shared), or where FLUA_LUA_TESTS points; \
                          its files come from https://www.lua.org/tests/lua-5.4.8-tests.tar.gz";

impl Suite {
    /// Finds the suite where `FLUA_LUA_TESTS` points or beside the workspace; `None` when it is not there.
    pub fn find() -> io::Result<Option<Self>> {
        let folder = match env::var_os("FLUA_LUA_TESTS") {
            Some(folder) => PathBuf::from(folder),
            None => crate::workspace().join("../shared/lua-5.4.8-tests"),
        };
        if !folder.join("exclusions.toml").is_file() {
            return Ok(None);
        }
        let text = fs::read_to_string(folder.join("exclusions.toml"))?;
        let exclusions =
            parse(&text).map_err(|message| io::Error::new(io::ErrorKind::InvalidData, format!("exclusions.toml: {message}")))?;
        Ok(Some(Self { folder: folder.canonicalize()?, exclusions }))
    }

    /// The files that are programs of their own and apply to a compiled program, sorted.
    pub fn files(&self) -> Vec<&str> {
        let is_program = |name: &&str| !INTERNAL.contains(name) && !HELPERS.contains(name);
        self.exclusions.keys().map(String::as_str).filter(is_program).collect()
    }

    /// Copies the suite into an empty folder, every file prepared.
    pub fn prepare(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder.join("libs/P1"))?;
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
            if oracle::is_script(&path) {
                let is_program = self.files().contains(&name.as_str());
                let exclusion = self.exclusions.get(&name).cloned().unwrap_or_default();
                fs::write(folder.join(&name), prepared(&fs::read(&path)?, &exclusion, if is_program { SETTINGS } else { "" }))?;
            }
        }
        Ok(())
    }

    /// Compiles and runs the files given, in a copy of the suite below `folder`.
    pub fn run(&self, folder: &Path, files: &[&str]) -> io::Result<Vec<Outcome>> {
        let copy = folder.join("files");
        if copy.exists() {
            fs::remove_dir_all(&copy)?;
        }
        self.prepare(&copy)?;
        let copy = copy.canonicalize()?;
        let units: Vec<(String, Unit)> = files
            .iter()
            .map(|file| {
                let unit = Unit {
                    identifier: format!("suite_{}", file.trim_end_matches(".lua")),
                    script: (*file).to_owned(),
                    source: fs::read(copy.join(file))?,
                    folder: copy.clone(),
                    closed_world: true,
                    dynamic_code: DynamicCode::Raise,
                };
                Ok(((*file).to_owned(), unit))
            })
            .collect::<io::Result<_>>()?;
        let all: Vec<Unit> = units.iter().map(|(_, unit)| unit.clone()).collect();
        let batch = Batch::build(&folder.join("build"), &all)?;
        let outcomes = in_parallel(&units, |(file, unit)| -> io::Result<Outcome> {
            let start = Instant::now();
            let failure = match batch.failures.get(&unit.identifier) {
                Some(failure) => Some(failure.lines().next().unwrap_or_default().to_owned()),
                None => failure(&batch.run(&unit.identifier, &copy, &[], b"", LIMIT)?),
            };
            Ok(Outcome { file: file.clone(), failure, time: start.elapsed() })
        });
        outcomes.into_iter().collect()
    }
}

/// Why a file did not run to its end.
fn failure(outcome: &oracle::Outcome) -> Option<String> {
    match outcome.code {
        Some(0) => None,
        Some(code) => {
            let line = oracle::first_error_line(&outcome.stderr);
            let place = main_chunk_line(&String::from_utf8_lossy(&outcome.stderr));
            Some(format!("exit code {code}: {line}{}", place.map_or_else(String::new, |place| format!(" (reached {place})"))))
        }
        None => Some("ended by a signal or the time limit".to_owned()),
    }
}

/// How far the main chunk came, from the traceback: `math.lua:512`.
fn main_chunk_line(stderr: &str) -> Option<String> {
    let line = stderr.lines().rev().find(|line| line.ends_with("in main chunk"))?;
    Some(line.trim().trim_end_matches(": in main chunk").to_owned())
}

/// A file with its excluded lines blanked and `before` put on its first line.
fn prepared(text: &[u8], exclusion: &Exclusion, before: &str) -> Vec<u8> {
    let mut result = before.as_bytes().to_vec();
    for (number, line) in (1..).zip(text.split_inclusive(|&byte| byte == b'\n')) {
        if let Some(kept) = exclusion.keep.get(&number) {
            result.extend_from_slice(kept.as_bytes());
            result.push(b'\n');
        } else if exclusion.lines.iter().any(|&(first, last)| (first..=last).contains(&number)) {
            result.push(b'\n');
        } else {
            result.extend_from_slice(line);
        }
    }
    result
}

fn parse(text: &str) -> Result<BTreeMap<String, Exclusion>, String> {
    let table: Table = text.parse().map_err(|error| format!("{error}"))?;
    table
        .into_iter()
        .map(|(file, entry)| exclusion(&entry).map(|found| (file.clone(), found)).ok_or(format!("{file}: not understood")))
        .collect()
}

fn exclusion(entry: &Value) -> Option<Exclusion> {
    let number = |value: &Value| value.as_integer().and_then(|number| usize::try_from(number).ok());
    let lines = entry.get("lines")?.as_array()?;
    let lines = lines.iter().map(|range| Some((number(range.get(0)?)?, number(range.get(1)?)?))).collect::<Option<_>>()?;
    let keep = match entry.get("keep") {
        Some(keep) => keep
            .as_table()?
            .iter()
            .map(|(line, text)| Some((line.parse().ok()?, text.as_str()?.to_owned())))
            .collect::<Option<_>>()?,
        None => BTreeMap::new(),
    };
    Some(Exclusion { lines, keep })
}

#[cfg(test)]
mod tests {
    use super::{parse, prepared};

    #[test]
    fn excluded_lines_are_blanked_and_keep_their_numbers() {
        let exclusions = parse("[\"x.lua\"]\nlines = [[2, 3], [5, 5]]\nkeep = { 5 = \"kept\" }\n").expect("the text is right");
        assert_eq!(prepared(b"1\n2\n3\n4\n5\n6", &exclusions["x.lua"], "set "), b"set 1\n\n\n4\nkept\n6");
    }

    #[test]
    fn an_entry_without_ranges_is_refused() {
        assert!(parse("[\"x.lua\"]\nkeep = {}\n").is_err());
    }
}
