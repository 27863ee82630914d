//! Runs the programs under `conformance/properties`, each of which tries many random cases of one part of the library.
//!
//! A program takes a seed and a number of cases as its arguments, draws the cases itself and prints each with what came
//! of it; compiled and under the reference it must print the same. So one compilation serves any number of cases. The
//! first comment of a program says what it tries, and its second line `-- cases: n` how many of them a test runs.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use flua::DynamicCode;

use crate::{
    batch::{Batch, Unit, in_parallel},
    corpus, oracle, report, workspace,
};

/// How long one run of a program may take.
const LIMIT: Duration = Duration::from_mins(5);

/// What the programs share, and what is none itself.
const SHARED: &str = "support";

/// One program.
#[derive(Debug, Clone)]
pub struct Property {
    /// Its name: that of the file, without the ending.
    pub name: String,
    /// How many cases a test runs.
    pub cases: u64,
    path: PathBuf,
}

/// A run of a program.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// The program.
    pub property: &'a Property,
    /// From which seed the cases are drawn.
    pub seed: u64,
    /// How many cases.
    pub cases: u64,
}

/// The programs, by name.
pub fn properties() -> io::Result<Vec<Property>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(workspace().join("conformance/properties"))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if oracle::is_script(&path) && name != SHARED {
            let text = fs::read_to_string(&path)?;
            let cases = text.lines().find_map(|line| line.strip_prefix("-- cases: ")?.parse().ok());
            let cases =
                cases.ok_or_else(|| io::Error::other(format!("{}: the line `-- cases: n` is missing", path.display())))?;
            found.push(Property { name, cases, path });
        }
    }
    found.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(found)
}

/// Compiles programs once, and runs them beside the reference; gives a report for each run that differs.
pub fn compare(folder: &Path, runs: &[Run<'_>]) -> io::Result<Vec<(String, String)>> {
    let scripts = workspace().join("conformance/properties");
    let mut units: Vec<Unit> = Vec::new();
    for Run { property, .. } in runs {
        if !units.iter().any(|unit| unit.identifier == property.name) {
            units.push(Unit {
                identifier: property.name.clone(),
                script: format!("{}.lua", property.name),
                source: fs::read(&property.path)?,
                folder: scripts.clone(),
                closed_world: true,
                dynamic_code: DynamicCode::Reject,
                optimize: true,
                debug: false,
                texts: Vec::new(),
            });
        }
    }
    let batch = Batch::build(folder, &units)?;
    let reports = in_parallel(runs, |run| -> io::Result<Option<(String, String)>> {
        let name = format!("{} {} {}", run.property.name, run.seed, run.cases);
        if let Some(failure) = batch.failures.get(&run.property.name) {
            return Ok(Some((name, failure.clone())));
        }
        let arguments = [run.seed.to_string(), run.cases.to_string()];
        let expected = {
            let place = folder_of_scripts(&scripts)?;
            oracle::run(place.path(), &format!("{}.lua", run.property.name), &arguments, b"", LIMIT)?
        };
        let place = folder_of_scripts(&scripts)?;
        let actual = batch.run(&run.property.name, place.path(), &arguments, b"", LIMIT)?;
        Ok(report::outcome_difference(&corpus::describe(&expected), &actual).map(|report| (name, report)))
    });
    reports.into_iter().filter_map(Result::transpose).collect()
}

/// A folder of its own for a run, since some programs write files: the reference finds the shared module there.
fn folder_of_scripts(scripts: &Path) -> io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    for entry in fs::read_dir(scripts)? {
        let path = entry?.path();
        if oracle::is_script(&path) {
            fs::copy(&path, folder.path().join(path.file_name().unwrap_or_default()))?;
        }
    }
    Ok(folder)
}
