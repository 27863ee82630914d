//! Random programs print what the reference prints.

use std::collections::BTreeMap;

use flua_conformance::{build_folder, expectations::Expectations, generate};

/// How many programs a run compares; `cargo xtask fuzz` takes any number.
const PROGRAMS: u64 = 60;

#[test]
fn generated_programs_print_what_the_reference_prints() {
    let seeds: Vec<u64> = (1..=PROGRAMS).collect();
    let differences = generate::compare(&build_folder().join("generated"), &seeds).expect("the programs can be run");
    let failed: BTreeMap<String, String> =
        differences.into_iter().map(|(seed, report)| (format!("seed {seed}"), report)).collect();
    let names: Vec<String> = seeds.iter().map(|seed| format!("seed {seed}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let surprises = Expectations::read("generated").expect("expectations.toml is right").surprises(&names, &failed);
    assert!(surprises.is_empty(), "{surprises}");
}
