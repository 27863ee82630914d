//! The library does with random arguments what the reference's does.

use flua_conformance::{
    build_folder,
    properties::{Run, compare, properties},
};

/// The seeds of a test; `cargo xtask fuzz --properties` takes others.
const SEEDS: [u64; 2] = [1, 2];

#[test]
fn the_library_does_what_the_reference_does() {
    let properties = properties().expect("the programs can be read");
    assert!(properties.len() >= 10, "programs are missing: {}", properties.len());
    let runs: Vec<Run<'_>> =
        properties.iter().flat_map(|property| SEEDS.map(|seed| Run { property, seed, cases: property.cases })).collect();
    let differences = compare(&build_folder().join("properties"), &runs).expect("the programs can be run");
    let text: Vec<String> = differences.iter().map(|(name, report)| format!("=== {name} ===\n{report}")).collect();
    assert!(text.is_empty(), "{}", text.join("\n"));
}
