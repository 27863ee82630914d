//! Whatever a text holds, the compiler refuses it or compiles it: no panic, no hang.

use std::time::{Duration, Instant};

use flua_conformance::generate::texts;

/// How long the test looks for a text that is too much; `cargo xtask fuzz --texts 1000000` takes as many as wanted.
const BUDGET: Duration = Duration::from_secs(5);

#[test]
fn no_text_is_too_much_for_the_compiler() {
    let corpus = texts::corpus().expect("the programs can be read");
    let start = Instant::now();
    let mut seed = 0;
    while start.elapsed() < BUDGET {
        seed += 1;
        let text = texts::text(seed, &corpus);
        if let Err(message) = texts::exercise(&text) {
            panic!("seed {seed}: {message}:\n{}", String::from_utf8_lossy(&text));
        }
    }
    assert!(seed >= 20, "only {seed} texts in {BUDGET:?}");
}
