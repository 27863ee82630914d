//! The files of the official suite that ran to their end still do.

use std::collections::BTreeMap;

use flua_conformance::{
    build_folder,
    expectations::Expectations,
    suite::{ORIGIN, Suite, Table},
};

#[test]
fn files_of_the_official_suite_run_to_their_end() {
    let Some(suite) = Suite::find().expect("the suite can be read") else {
        eprintln!("skipped: {ORIGIN}");
        return;
    };
    let files = suite.files();
    let outcomes = suite.run(&build_folder().join("suite"), &files, Table::Blanked).expect("the suite can be run");
    let failed: BTreeMap<String, String> =
        outcomes.iter().filter_map(|outcome| Some((outcome.file.clone(), outcome.failure.clone()?))).collect();
    eprintln!("{} of {} files of the official suite run to their end", files.len() - failed.len(), files.len());
    let surprises = Expectations::read("suite").expect("expectations.toml is right").surprises(&files, &failed);
    assert!(surprises.is_empty(), "{surprises}");
}
