//! Our own programs and the examples print what the reference prints, compiled in the open world, in the closed one, and plainly.

use std::{collections::BTreeMap, time::Duration};

use flua_conformance::{
    batch::{Batch, Unit, in_parallel},
    build_folder, corpus, examples,
    expectations::Expectations,
    report, workspace,
};

const LIMIT: Duration = Duration::from_mins(1);

/// Compiles the programs in both worlds and without optimisation, and gives the differences by name and way.
fn failures(folder: &str, programs: &[corpus::Program]) -> BTreeMap<String, String> {
    let mut units = Vec::new();
    for program in programs {
        for (world, closed_world, optimize) in [("open", false, true), ("closed", true, true), ("plain", true, false)] {
            let unit = Unit {
                identifier: format!("{}_{world}", program.identifier()),
                script: program.script(),
                source: program.source.clone(),
                folder: program.folder().to_owned(),
                closed_world,
                dynamic_code: program.dynamic_code,
                optimize,
                debug: program.debug,
                texts: Vec::new(),
            };
            units.push((program, world, unit));
        }
    }
    let all: Vec<Unit> = units.iter().map(|(_, _, unit)| unit.clone()).collect();
    let batch = Batch::build(&build_folder().join(folder), &all).expect("the programs compile");
    let reports = in_parallel(&units, |(program, world, unit)| {
        let expected = program.expected.as_deref().unwrap_or("this program is not blessed: cargo xtask bless");
        let report = match batch.failures.get(&unit.identifier) {
            Some(failure) => Some(failure.clone()),
            None => match batch.run(&unit.identifier, program.folder(), &program.arguments, &program.input, LIMIT) {
                Ok(outcome) => report::outcome_difference(expected, &outcome),
                Err(error) => Some(format!("cannot be run: {error}")),
            },
        };
        report.map(|report| (program.name.clone(), format!("({world}) {report}")))
    });
    let mut failed: BTreeMap<String, String> = BTreeMap::new();
    for (name, report) in reports.into_iter().flatten() {
        failed.entry(name).or_default().push_str(&report);
    }
    failed
}

#[test]
fn programs_print_what_the_reference_prints() {
    let programs = corpus::programs(&workspace().join("conformance/programs")).expect("the corpus can be read");
    assert!(programs.len() >= 100, "the corpus is not complete: {} programs", programs.len());
    let failed = failures("programs", &programs);
    let names: Vec<&str> = programs.iter().map(|program| program.name.as_str()).collect();
    let surprises = Expectations::read("programs").expect("expectations.toml is right").surprises(&names, &failed);
    eprintln!("{} programs in three ways, {} fail", programs.len(), failed.len());
    assert!(surprises.is_empty(), "{surprises}");
}

#[test]
fn examples_print_what_the_reference_prints() {
    let programs = examples::programs().expect("the examples can be read");
    assert!(programs.len() >= 10, "examples are missing: {} programs", programs.len());
    let failed = failures("examples", &programs);
    let names: Vec<&str> = programs.iter().map(|program| program.name.as_str()).collect();
    let surprises = Expectations::read("examples").expect("expectations.toml is right").surprises(&names, &failed);
    assert!(surprises.is_empty(), "{surprises}");
}

#[test]
fn headers_hold_what_the_reference_prints() {
    let programs = corpus::programs(&workspace().join("conformance/programs")).expect("the corpus can be read");
    let examples = examples::programs().expect("the examples can be read");
    let all: Vec<corpus::Program> = programs.into_iter().chain(examples).collect();
    let stale = in_parallel(&all, |program| {
        let outcome = program.ask().expect("the reference runs");
        report::difference(program.expected.as_deref().unwrap_or_default(), &corpus::describe(&outcome))
            .map(|text| format!("{}: {text}", program.name))
    });
    let stale: Vec<String> = stale.into_iter().flatten().collect();
    assert!(stale.is_empty(), "cargo xtask bless would change:\n{}", stale.join("\n"));
}
