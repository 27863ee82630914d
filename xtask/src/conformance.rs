//! `cargo xtask conformance`: the official suite, as tables on the terminal and in `docs/conformance.md`.

use std::{fmt::Write as _, fs, io};

use flua_conformance::{
    build_folder,
    expectations::{Expectations, Kind},
    suite::{ORIGIN, Outcome, Sites, Suite, Table},
    workspace,
};

/// What to run.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Only these files, such as `math.lua`; docs/conformance.md is written only when all ran
    files: Vec<String>,
    /// Run the whole files too, with a `load` that finds the texts that the reference was seen to load
    #[arg(long)]
    with_load_table: bool,
}

/// The line of the page behind which the second table stands.
const SECOND: &str = "## With the load table\n";

/// Runs the suite; false when a file fails that is not expected to.
pub fn run(arguments: &Arguments) -> io::Result<bool> {
    let Some(suite) = Suite::find()? else {
        println!("{ORIGIN}");
        return Ok(false);
    };
    crate::build_oracle()?;
    let wanted = |file: &&str| {
        arguments.files.is_empty()
            || arguments.files.iter().any(|name| name.trim_end_matches(".lua") == file.trim_end_matches(".lua"))
    };
    let files = |table: Table| -> Vec<&str> { suite.files_of(table).into_iter().filter(wanted).collect() };
    let path = workspace().join("docs/conformance.md");
    let old = fs::read_to_string(&path).unwrap_or_default();
    let (first, passed) = section(&suite, &files(Table::Blanked), Table::Blanked)?;
    let (second, passed_second) = if arguments.with_load_table {
        section(&suite, &files(Table::Loads), Table::Loads)?
    } else {
        // The second table takes its time: it stays as it is until it is asked for.
        (
            old.split_once(SECOND).map_or_else(String::new, |(_, rest)| {
                rest.split_once("| file").map_or_else(String::new, |(_, rows)| format!("| file{rows}"))
            }),
            true,
        )
    };
    if arguments.files.is_empty() {
        let count = summary_line(&first);
        fs::write(&path, format!("{HEAD}{count}{first}\n{SECOND}{LOADS}{}{second}", summary_line(&second)))?;
        println!("wrote docs/conformance.md");
    }
    Ok(passed && passed_second)
}

const HEAD: &str = "# The official test suite\n\n\
    `cargo xtask conformance` writes this page.\n\
    It compiles the files of the official Lua 5.4.8 test suite with `--dynamic-code=raise`, unedited but for the lines that depend on code loaded at run time, and runs each in a process of its own.\n\
    The suite is no part of this repository: it is found in the folder `../shared/lua-5.4.8-tests` or where `FLUA_LUA_TESTS` points.\n\
    `all.lua` and `main.lua` drive the stand-alone interpreter and `heavy.lua` exhausts memory by design: they do not apply.\n\
    `api.lua` and `code.lua` assert only through the reference's own C test library.\n\
    `bwcoercion.lua` and `tracegc.lua` are modules of other files.\n\n\
    An assertion site is a call of `assert` in the text of a file.\n\
    The second column says how many of them ran, of those that run in the reference, the same lines left out.\n\
    They are counted in a run of its own, whose text notes at each site that it was reached; a file that looks at its own text or stack may come less far in that run.\n\n";

const LOADS: &str = "\n`cargo xtask conformance --with-load-table` also runs the whole files from which the first table leaves lines out.\n\
    The reference runs each first, and every text that it loads is written down; the texts are compiled with the file, and its `load` finds them by text and chunk name.\n\
    What is no Lua gives the compiler's own message.\n\
    So this table tests the language and the messages of the compiler on what the suite computes; what depends on `string.dump` fails by design.\n\n";

/// Runs the files, prints what became of them, and gives the table.
fn section(suite: &Suite, files: &[&str], table: Table) -> io::Result<(String, bool)> {
    let (folder, expected) = match table {
        Table::Blanked => ("suite", "suite"),
        Table::Loads => ("suite-loads", "suite_loads"),
    };
    let outcomes = suite.run_and_count(&build_folder().join(folder), files, table)?;
    let expectations = Expectations::read(expected)?;
    for outcome in &outcomes {
        let sites = outcome.sites.unwrap_or_default();
        println!(
            "{:<16} {:>4}/{:<4} {:>5} texts {:>7.2} s  {}",
            outcome.file,
            sites.ran,
            sites.hold,
            outcome.texts,
            outcome.time.as_secs_f64(),
            outcome.failure.as_deref().unwrap_or("passed")
        );
    }
    let passed = outcomes.iter().filter(|outcome| outcome.failure.is_none()).count();
    let total = total(&outcomes);
    println!("{passed} of {} files ran to their end, {} of {} assertion sites ran", outcomes.len(), total.ran, total.hold);
    let expected = outcomes.iter().all(|outcome| outcome.failure.is_none() || expectations.get(&outcome.file).is_some());
    Ok((rows(&outcomes, &expectations, table), expected))
}

fn total(outcomes: &[Outcome]) -> Sites {
    let mut total = Sites::default();
    for sites in outcomes.iter().filter_map(|outcome| outcome.sites) {
        total.ran += sites.ran;
        total.hold += sites.hold;
    }
    total
}

/// What a table says in one sentence: its last row, in words.
fn summary_line(table: &str) -> String {
    let Some(row) = table.lines().last().and_then(|line| line.strip_prefix("| all | ")) else { return String::new() };
    let mut cells = row.split(" | ");
    let (sites, passed) = (cells.next().unwrap_or_default(), cells.find(|cell| cell.contains("pass")).unwrap_or_default());
    let (ran, hold) = sites.split_once(" of ").unwrap_or_default();
    format!("{} to their end, and {ran} of {hold} assertion sites run.\n\n", passed.trim().replace("pass", "files run"))
}

fn rows(outcomes: &[Outcome], expectations: &Expectations, table: Table) -> String {
    let texts = |text: String| if table == Table::Loads { format!(" {text} |") } else { String::new() };
    let mut text = format!(
        "| file | assertion sites |{} result | reason |\n| --- | --- |{} --- | --- |\n",
        texts("texts".into()),
        texts("---".into())
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
        let sites = outcome.sites.unwrap_or_default();
        let reason = reason.replace('|', "\\|").replace('\n', " ");
        let texts = texts(outcome.texts.to_string());
        let _ = writeln!(text, "| `{}` | {} of {} |{texts} {result} | {reason} |", outcome.file, sites.ran, sites.hold);
    }
    let passed = outcomes.iter().filter(|outcome| outcome.failure.is_none()).count();
    let total = total(outcomes);
    let texts = texts(outcomes.iter().map(|outcome| outcome.texts).sum::<usize>().to_string());
    let _ = writeln!(text, "| all | {} of {} |{texts} {passed} of {} pass | |", total.ran, total.hold, outcomes.len());
    text
}
