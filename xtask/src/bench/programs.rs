//! The programs: where they are, and the text that every contender runs.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use flua_conformance::{oracle, workspace};

/// What follows every program.
const DRIVER: &str = include_str!("driver.lua");

/// Where a program comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// `bench/`: small programs, each for a corner of the language, which other implementations were measured by too.
    Corners,
    /// `bench/programs/`: what users write.
    Users,
}

/// A program: a global `run_iter(n)` that returns a checksum, and a global `bench_n`.
#[derive(Clone, Debug)]
pub struct Program {
    /// Where it comes from.
    pub group: Group,
    /// Its name, which no other has.
    pub name: String,
    path: PathBuf,
}

/// All programs by group and name, or those of the names.
pub fn find(only: &[String]) -> io::Result<Vec<Program>> {
    let mut programs = Vec::new();
    for (group, folder) in [(Group::Corners, "bench"), (Group::Users, "bench/programs")] {
        collect(group, &workspace().join(folder), &mut programs)?;
    }
    if let Some(unknown) = only.iter().find(|name| programs.iter().all(|program| program.name != **name)) {
        return Err(io::Error::other(format!("there is no program {unknown} in bench/")));
    }
    programs.retain(|program| only.is_empty() || only.contains(&program.name));
    programs.sort_by(|a, b| (a.group, &a.name).cmp(&(b.group, &b.name)));
    Ok(programs)
}

fn collect(group: Group, folder: &Path, programs: &mut Vec<Program>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if oracle::is_script(&path) {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            programs.push(Program { group, name, path });
        }
    }
    Ok(())
}

impl Program {
    /// The program with the driver behind it.
    pub fn text(&self, iterations: usize) -> io::Result<String> {
        let driver = DRIVER.replace("ITERATIONS = 10", &format!("ITERATIONS = {iterations}"));
        Ok(fs::read_to_string(&self.path)? + "\n" + &driver)
    }
}
