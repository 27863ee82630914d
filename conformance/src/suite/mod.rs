//! Prepares the official test suite of Lua 5.4.8 for a compiled program.
//!
//! The suite stays outside the repository and is never edited: its files are copied into a temporary folder, the lines
//! that depend on code loaded at run time are blanked as `exclusions.toml` says, and the settings that its README asks
//! for are put before the first line, on that line, so that every line keeps its number.

mod exclusions;
mod loads;
mod sites;

use std::{
    collections::BTreeMap,
    env, fs, io,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use exclusions::{Exclusion, blanked};
use flua::DynamicCode;
pub use loads::Load;

use crate::{
    batch::{Batch, Unit, in_parallel},
    oracle,
};

/// The settings of the suite's README, on the first line of each file.
const SETTINGS: &str = "_soft=true _port=true _nomsg=true T=nil ARG=arg function Message() end ";

/// The files that read locals of running functions, or set hooks: they are compiled for `debug`.
const NEEDS_DEBUG: [&str; 4] = ["coroutine.lua", "db.lua", "files.lua", "locals.lua"];

/// The files that assert to a few hundred bytes how much memory is in use between two collections. .NET's collector runs when it likes, and may
/// free something else meanwhile: about one run in twenty fails for that, so they are tried again.
const MEASURES_MEMORY: [&str; 2] = ["gc.lua", "gengc.lua"];

/// The files that assert only through the C library `T` of the reference's own tests.
const INTERNAL: [&str; 2] = ["api.lua", "code.lua"];

/// The files that other files of the suite require: no programs of their own.
const HELPERS: [&str; 2] = ["bwcoercion.lua", "tracegc.lua"];

/// How long one file may run. The slowest overflow the stack on purpose.
const LIMIT: Duration = Duration::from_mins(1);

/// The suite on this machine.
#[derive(Debug)]
pub struct Suite {
    folder: PathBuf,
    exclusions: BTreeMap<String, Exclusion>,
}

/// Which of the two tables a run is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// The files without the lines that load code: what holds for a compiled program.
    Blanked,
    /// The whole files, with a `load` that finds the texts that the reference was seen to load.
    Loads,
}

/// What a copy of the suite is run for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To see how far it comes.
    Test,
    /// To count assertion sites.
    Count,
    /// To collect the texts that it loads.
    Collect,
}

/// The texts that a file loads, with their chunk names.
type Texts = Vec<(Vec<u8>, String)>;

/// The assertion sites of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sites {
    /// How many ran compiled.
    pub ran: usize,
    /// How many the reference runs of the same text.
    pub hold: usize,
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
    /// Its assertion sites, where they were counted.
    pub sites: Option<Sites>,
    /// How many texts were compiled with it for `load` to find.
    pub texts: usize,
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
        let refuse = |message| io::Error::new(io::ErrorKind::InvalidData, format!("exclusions.toml: {message}"));
        let exclusions = exclusions::parse(&text).map_err(refuse)?;
        for (file, exclusion) in &exclusions {
            if let Some(mistake) = exclusion.mistake(&fs::read(folder.join(file))?) {
                return Err(refuse(format!("{file}: {mistake}")));
            }
        }
        Ok(Some(Self { folder: folder.canonicalize()?, exclusions }))
    }

    /// The files that are programs of their own and apply to a compiled program, sorted.
    pub fn files(&self) -> Vec<&str> {
        let is_program = |name: &&str| !INTERNAL.contains(name) && !HELPERS.contains(name);
        self.exclusions.keys().map(String::as_str).filter(is_program).collect()
    }

    /// The files of a table: in that of the loads, those from which the other leaves lines out.
    pub fn files_of(&self, table: Table) -> Vec<&str> {
        let is_cut = |name: &&str| self.exclusions.get(*name).is_some_and(|exclusion| !exclusion.lines.is_empty());
        let all = self.files().into_iter();
        all.filter(|name| table == Table::Blanked || is_cut(name)).collect()
    }

    /// Where the suite is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Copies the suite into a new folder, every file prepared; what stood there before is removed.
    fn prepare(&self, folder: &Path, table: Table, purpose: Purpose) -> io::Result<PathBuf> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder.join("libs/P1"))?;
        let programs = self.files();
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
            if !oracle::is_script(&path) {
                continue;
            }
            let mut text = fs::read(&path)?;
            if table == Table::Blanked
                && let Some(exclusion) = self.exclusions.get(&name)
            {
                text = blanked(&text, exclusion);
            }
            if programs.contains(&name.as_str()) {
                text = prepared(text, &name, table, purpose);
            }
            fs::write(folder.join(&name), text)?;
        }
        folder.canonicalize()
    }

    /// Compiles and runs the files given, in a copy of the suite below `folder`.
    pub fn run(&self, folder: &Path, files: &[&str], table: Table) -> io::Result<Vec<Outcome>> {
        let texts = self.texts(folder, files, table)?;
        self.run_copy(folder, files, table, Purpose::Test, &texts)
    }

    /// As [`run`](Self::run), and counts the assertion sites that ran.
    pub fn run_and_count(&self, folder: &Path, files: &[&str], table: Table) -> io::Result<Vec<Outcome>> {
        let texts = self.texts(folder, files, table)?;
        let mut outcomes = self.run_copy(folder, files, table, Purpose::Test, &texts)?;
        let copy = self.prepare(&folder.join("reference"), table, Purpose::Count)?;
        in_parallel(files, |file| oracle::run(&copy, file, &[], b"", LIMIT)).into_iter().collect::<io::Result<Vec<_>>>()?;
        let hold = |file: &str| fs::read_to_string(copy.join(record(file))).map_or(0, |record| sites::reached(&record));
        self.run_copy(folder, files, table, Purpose::Count, &texts)?;
        let counted = folder.join("files");
        for outcome in &mut outcomes {
            let ran = fs::read_to_string(counted.join(record(&outcome.file))).map_or(0, |record| sites::reached(&record));
            outcome.sites = Some(Sites { ran, hold: hold(&outcome.file) });
        }
        Ok(outcomes)
    }

    /// The texts that each file loads, from a run in the reference.
    fn texts(&self, folder: &Path, files: &[&str], table: Table) -> io::Result<Vec<Texts>> {
        if table == Table::Blanked {
            return Ok(files.iter().map(|_| Texts::new()).collect());
        }
        let copy = self.prepare(&folder.join("reference"), table, Purpose::Collect)?;
        let collected = in_parallel(files, |file| -> io::Result<Texts> {
            oracle::run(&copy, file, &[], b"", LIMIT)?;
            let loads = loads::read(&copy.join(record(file)))?;
            Ok(loads.into_iter().map(|load| (load.text, load.name)).collect())
        });
        collected.into_iter().collect()
    }

    /// All that the files load, each text once for each chunk name, with what the reference says of it.
    pub fn loads(&self, folder: &Path) -> io::Result<Vec<Load>> {
        let copy = self.prepare(folder, Table::Loads, Purpose::Collect)?;
        let collected = in_parallel(&self.files(), |file| -> io::Result<Vec<Load>> {
            oracle::run(&copy, file, &[], b"", LIMIT)?;
            loads::read(&copy.join(record(file)))
        });
        let mut all = Vec::new();
        for loads in collected {
            all.extend(loads?);
        }
        Ok(all)
    }

    fn run_copy(
        &self,
        folder: &Path,
        files: &[&str],
        table: Table,
        purpose: Purpose,
        texts: &[Texts],
    ) -> io::Result<Vec<Outcome>> {
        let copy = self.prepare(&folder.join("files"), table, purpose)?;
        let units: Vec<(String, Unit)> = files
            .iter()
            .zip(texts)
            .map(|(file, texts)| {
                let unit = Unit {
                    identifier: format!("suite_{}", file.trim_end_matches(".lua")),
                    script: (*file).to_owned(),
                    source: fs::read(copy.join(file))?,
                    folder: copy.clone(),
                    closed_world: true,
                    dynamic_code: DynamicCode::Raise,
                    optimize: true,
                    debug: NEEDS_DEBUG.contains(file),
                    texts: texts.clone(),
                };
                Ok(((*file).to_owned(), unit))
            })
            .collect::<io::Result<_>>()?;
        let all: Vec<Unit> = units.iter().map(|(_, unit)| unit.clone()).collect();
        let batch = Batch::build(&folder.join("build"), &all)?;
        let outcomes = in_parallel(&units, |(file, unit)| -> io::Result<Outcome> {
            let start = Instant::now();
            let mut failed = batch.failures.get(&unit.identifier).map(|text| text.lines().next().unwrap_or_default().to_owned());
            if failed.is_none() {
                let attempts = if MEASURES_MEMORY.contains(&file.as_str()) { 3 } else { 1 };
                for _ in 0..attempts {
                    failed = failure(&batch.run(&unit.identifier, &copy, &[], b"", LIMIT)?);
                    if failed.is_none() {
                        break;
                    }
                }
            }
            Ok(Outcome { file: file.clone(), failure: failed, time: start.elapsed(), sites: None, texts: unit.texts.len() })
        });
        outcomes.into_iter().collect()
    }
}

/// The file of a copy in which a run records what is asked of it.
fn record(file: &str) -> String {
    format!("{file}.record")
}

/// A program of the suite with its settings on its first line.
fn prepared(text: Vec<u8>, file: &str, table: Table, purpose: Purpose) -> Vec<u8> {
    let mut before = SETTINGS.to_owned();
    let text = if purpose == Purpose::Count { sites::numbered(&text).0 } else { text };
    match (table, purpose) {
        (Table::Blanked, _) => {}
        (Table::Loads, Purpose::Collect) => before += &loads::collecting(&record(file)),
        (Table::Loads, Purpose::Test | Purpose::Count) => before += &loads::running(),
    }
    if purpose == Purpose::Count {
        before += &sites::prelude(&record(file));
    }
    [before.into_bytes(), text].concat()
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
