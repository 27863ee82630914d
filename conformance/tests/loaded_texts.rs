//! What the official suite loads meets the same verdict: the reference's message, word for word.

use flua_conformance::{
    batch::in_parallel,
    build_folder,
    suite::{Load, ORIGIN, Suite},
};

/// The difference between the reference's opinion of a text and ours.
fn difference(load: &Load) -> Option<String> {
    // The mode was refused, and not the text.
    let message = load.message.as_deref().filter(|message| !message.starts_with("attempt to load a"))?;
    let ours = flua::load_error(&load.text, &load.name).unwrap_or_default();
    // Where it runs out of levels, the reference lets the message handler of the stand-alone interpreter add the stack.
    let theirs = message.split("\nstack traceback:").next().unwrap_or_default();
    if ours == theirs {
        return None;
    }
    let text: String = String::from_utf8_lossy(&load.text).chars().take(400).collect();
    Some(format!("{text}\n  reference: {theirs}\n  ours:      {ours}\n"))
}

#[test]
fn texts_of_the_suite_give_the_messages_of_the_reference() {
    let Some(suite) = Suite::find().expect("the suite can be read") else {
        eprintln!("skipped: {ORIGIN}");
        return;
    };
    let loads = suite.loads(&build_folder().join("loaded-texts")).expect("the reference runs");
    let refused = loads.iter().filter(|load| load.message.as_deref().is_some_and(|message| !message.is_empty())).count();
    eprintln!("{} texts are loaded, {refused} of them are no Lua", loads.len());
    assert!(loads.len() > 5000 && refused > 300, "the suite loads {} texts, and {refused} are refused", loads.len());
    let differences: Vec<String> = in_parallel(&loads, difference).into_iter().flatten().collect();
    let shown: String = differences.iter().take(10).cloned().collect();
    assert!(differences.is_empty(), "{} texts differ:\n{shown}", differences.len());
}
