//! Runs generated programs compiled and under the reference.

use std::{collections::BTreeMap, fs, io, path::Path, time::Duration};

use flua::DynamicCode;

use crate::{
    batch::{Batch, Unit, in_parallel},
    corpus,
    generate::program,
    oracle, report,
};

/// How long a generated program may take.
const LIMIT: Duration = Duration::from_secs(30);

/// How many programs share a process.
const TOGETHER: usize = 50;

/// Compares the programs of some seeds with the reference; gives the seeds that differ, with a report each.
///
/// The differing programs are left in `folder`, for a look.
pub fn compare(folder: &Path, seeds: &[u64]) -> io::Result<Vec<(u64, String)>> {
    fs::create_dir_all(folder)?;
    let folder = &folder.canonicalize()?;
    let units: Vec<(u64, Unit)> = seeds
        .iter()
        .map(|&seed| {
            let unit = Unit {
                identifier: format!("seed_{seed}"),
                script: format!("seed_{seed}.lua"),
                source: program(seed).into_bytes(),
                folder: folder.clone(),
                // Both worlds take part by turns, and now and then a program is compiled for the library `debug`, or without optimisation.
                closed_world: seed % 2 == 0,
                dynamic_code: DynamicCode::Reject,
                optimize: seed % 7 != 5,
                debug: seed % 5 == 3,
                texts: Vec::new(),
            };
            (seed, unit)
        })
        .collect();
    for (_, unit) in &units {
        fs::write(folder.join(&unit.script), &unit.source)?;
    }
    let all: Vec<Unit> = units.iter().map(|(_, unit)| unit.clone()).collect();
    let batch = Batch::build(&folder.join("build"), &all)?;
    let groups: Vec<Vec<&str>> = units
        .chunks(TOGETHER)
        .map(|group| {
            let names = group.iter().map(|(_, unit)| unit.identifier.as_str());
            names.filter(|&name| !batch.failures.contains_key(name)).collect()
        })
        .collect();
    let mut outputs = BTreeMap::new();
    for output in in_parallel(&groups, |group| batch.run_together(group, folder, 2 * LIMIT)) {
        outputs.extend(output?);
    }
    let reports = in_parallel(&units, |(seed, unit)| -> io::Result<Option<(u64, String)>> {
        let expected = oracle::run(folder, &unit.script, &[], b"", LIMIT)?;
        let report = match batch.failures.get(&unit.identifier) {
            Some(failure) => Some(failure.clone()),
            None if expected.code == Some(0) && outputs.get(&unit.identifier) == Some(&expected.stdout) => None,
            None => {
                report::outcome_difference(&corpus::describe(&expected), &batch.run(&unit.identifier, folder, &[], b"", LIMIT)?)
            }
        };
        if report.is_none() {
            fs::remove_file(folder.join(&unit.script))?;
        }
        Ok(report.map(|report| (*seed, report)))
    });
    reports.into_iter().filter_map(Result::transpose).collect()
}
