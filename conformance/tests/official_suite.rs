//! The files of the official suite that ran to their end still do.

use std::collections::BTreeMap;

use flua_conformance::{
    build_folder,
    expectations::Expectations,
    suite::{ORIGIN, Suite, Table},
};

fn run(folder: &str, expected: &str, table: Table) {
    let Some(suite) = Suite::find().expect("the suite can be read") else {
        eprintln!("skipped: {ORIGIN}");
        return;
    };
    let files = suite.files_of(table);
    let outcomes = suite.run(&build_folder().join(folder), &files, table).expect("the suite can be run");
    let failed: BTreeMap<String, String> =
        outcomes.iter().filter_map(|outcome| Some((outcome.file.clone(), outcome.failure.clone()?))).collect();
    eprintln!("{} of {} files of the official suite run to their end", files.len() - failed.len(), files.len());
    let surprises = Expectations::read(expected).expect("expectations.toml is right").surprises(&files, &failed);
    assert!(surprises.is_empty(), "{surprises}");
}

#[test]
fn files_of_the_official_suite_run_to_their_end() {
    run("suite", "suite", Table::Blanked);
}

#[test]
fn whole_files_with_a_load_table_run_to_their_end() {
    run("suite-loads", "suite_loads", Table::Loads);
}
