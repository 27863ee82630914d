//! `cargo xtask conformance`: the official suite, as a table on the terminal and in `docs/conformance.md`.

use std::{fmt::Write as _, fs, io};

use flua_conformance::{
    build_folder,
    expectations::{Expectations, Kind},
    suite::{ORIGIN, Outcome, Suite},
    workspace,
};

/// What to run.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Only these files, such as `math.lua`; docs/conformance.md is written only when all ran
    files: Vec<String>,
}

/// Runs the suite; false when a file fails that is not expected to.
pub fn run(arguments: &Arguments) -> io::Result<bool> {
    let Some(suite) = Suite::find()? else {
        println!("{ORIGIN}");
        return Ok(false);
    };
    let wanted = |file: &&str| {
        arguments.files.is_empty()
            || arguments.files.iter().any(|name| name.trim_end_matches(".lua") == file.trim_end_matches(".lua"))
    };
    let files: Vec<&str> = suite.files().into_iter().filter(wanted).collect();
    let outcomes = suite.run(&build_folder().join("suite"), &files)?;
    let expectations = Expectations::read("suite")?;
    for outcome in &outcomes {
        println!(
            "{:<16} {:>7.2} s  {}",
            outcome.file,
            outcome.time.as_secs_f64(),
            outcome.failure.as_deref().unwrap_or("passed")
        );
    }
    let passed = outcomes.iter().filter(|outcome| outcome.failure.is_none()).count();
    println!("{passed} of {} files ran to their end", outcomes.len());
    if arguments.files.is_empty() {
        fs::write(workspace().join("docs/conformance.md"), page(&outcomes, &expectations))?;
        println!("wrote docs/conformance.md");
    }
    Ok(outcomes.iter().all(|outcome| outcome.failure.is_none() || expectations.get(&outcome.file).is_some()))
}

/// The page of the documentation.
fn page(outcomes: &[Outcome], expectations: &Expectations) -> String {
    let passed = outcomes.iter().filter(|outcome| outcome.failure.is_none()).count();
    let mut text = format!(
        "# The official test suite\n\n\
         `cargo xtask conformance` writes this page.\n\
         It compiles the files of the official Lua 5.4.8 test suite with `--dynamic-code=raise`, unedited but for the lines that depend on code loaded at run time, and runs each in a process of its own.\n\
         The suite is no part of this repository: it is found in the folder `../shared/lua-5.4.8-tests` or where `FLUA_LUA_TESTS` points.\n\
         `all.lua` and `main.lua` drive the stand-alone interpreter and `heavy.lua` exhausts memory by design: they do not apply.\n\
         `api.lua` and `code.lua` assert only through the reference's own C test library.\n\n\
         {passed} of {} files run to their end.\n\n\
         | file | result | reason |\n| --- | --- | --- |\n",
        outcomes.len()
    );
    for outcome in outcomes {
        let result = if outcome.failure.is_none() { "passes" } else { "fails" };
        let reason = match (&outcome.failure, expectations.get(&outcome.file)) {
            (None, _) => String::new(),
            (Some(_), Some(known)) => {
                format!("{}: {}", if known.kind == Kind::ForNow { "for now" } else { "by design" }, known.reason)
            }
            (Some(failure), None) => failure.clone(),
        };
        let _ = writeln!(text, "| `{}` | {result} | {} |", outcome.file, reason.replace('|', "\\|").replace('\n', " "));
    }
    text
}
