//! No text makes the front end panic or overflow its stack, however long, deep or broken.

mod common;

use std::thread;

use common::{Random, mutant};
use flua_ast::SourceFile;
use flua_parser::{Style, check, parse, reference_error, render, render_short};

/// Runs on a stack of 2 MB, as threads have by default.
fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    thread::Builder::new().stack_size(2 << 20).spawn(work).expect("a thread starts").join().expect("no overflow, no panic");
}

fn source(text: impl Into<Vec<u8>>) -> SourceFile {
    SourceFile::new("deep.lua", text.into())
}

/// How long chains are and how deep nests: a million, or, for an unoptimised build's patience, what is still far more than
/// a stack of 2 MB could take at any number of bytes a link.
const LENGTH: usize = if cfg!(debug_assertions) { 40_000 } else { 1_000_000 };

#[test]
fn chains_of_any_length_are_parsed_and_dropped() {
    on_a_small_stack(|| {
        for (head, link, tail) in [
            ("x = 1", " + 1", ""),
            ("x = a", " and a", ""),
            ("x = a", " == a", ""),
            ("x = a", ".b", ""),
            ("x = a", "[1]", ""),
            ("a", ".b", " = 1"),
            ("f()", "()", ""),
            ("f", "{}", ""),
            ("f", ":m''", ""),
            ("if a then ", "elseif a then ", "end"),
            ("x = {1", ", 1", "}"),
            ("", "x = 1 ", ""),
        ] {
            let text = format!("{head}{}{tail}", link.repeat(LENGTH));
            let chunk = parse(&source(text)).expect("long chains are Lua");
            drop(chunk);
        }
    });
}

#[test]
fn a_million_links_and_a_million_parentheses() {
    const MILLION: usize = 1_000_000;
    on_a_small_stack(|| {
        drop(parse(&source(format!("x = 1{}", "+1".repeat(MILLION)))).expect("long chains are Lua"));
        refuse(format!("x = {}1{}", "(".repeat(MILLION), ")".repeat(MILLION)));
    });
}

/// A text is refused, as too deep: the reference may run out of registers or locals before it runs out of levels.
fn refuse(text: String) {
    let diagnostic = parse(&source(text)).expect_err("too deep");
    assert!(matches!(diagnostic.code, "L0208" | "L0210" | "L0211"), "{}", diagnostic.message);
}

#[test]
fn nesting_of_any_depth_is_refused_and_dropped() {
    on_a_small_stack(|| {
        for (opener, middle, closer) in [
            ("(", "1", ")"),
            ("{", "", "}"),
            ("{a=", "1", "}"),
            ("f(", "", ")"),
            ("f{", "", "}"),
            ("a[", "1", "]"),
            ("- ", "1", ""),
            ("not ", "1", ""),
            ("1 .. ", "1", ""),
            ("2 ^ ", "2", ""),
            ("function() return ", "1", " end"),
        ] {
            let text = format!("x = {}{middle}{}", opener.repeat(LENGTH), closer.repeat(LENGTH));
            refuse(text);
            refuse(format!("x = {}", opener.repeat(LENGTH)));
        }
        for (opener, closer) in [
            ("do ", "end "),
            ("while x do ", "end "),
            ("repeat ", "until x "),
            ("if x then ", "end "),
            ("if x then else ", "end "),
            ("for i = 1, 2 do ", "end "),
            ("function f() ", "end "),
            ("local function f() ", "end "),
        ] {
            let text = format!("{}{}", opener.repeat(LENGTH), closer.repeat(LENGTH));
            refuse(text);
        }
        let targets = format!("{}a = 1", "a, ".repeat(LENGTH));
        refuse(targets);
    });
}

/// Looks at a text with everything there is.
fn exercise(text: Vec<u8>) {
    let source = SourceFile::new("fuzz.lua", text);
    let checked = check(&source);
    let recognised = reference_error(&source);
    assert_eq!(checked.is_err(), recognised.is_some(), "{}", String::from_utf8_lossy(source.bytes()));
    if let Err(diagnostic) = checked {
        assert!(!render(&diagnostic, &source, Style { color: true }).is_empty());
        assert!(render(&diagnostic, &source, Style { color: false }).contains(diagnostic.code));
        assert!(render_short(&diagnostic, &source).starts_with("fuzz.lua:"));
    } else {
        drop(parse(&source).expect("what is checked is parsed"));
    }
}

#[test]
fn random_bytes_never_panic() {
    let mut random = Random::new(7);
    for _ in 0..4000 {
        let length = random.below(60);
        exercise((0..length).map(|_| random.next().to_le_bytes()[0]).collect());
    }
    // Bytes that make tokens make more of the grammar than any bytes do.
    let bytes = b"\"'[]=-\\xu{}z0 123.ep\n\r()<>:;,abcdn_\xFF\0#~";
    for _ in 0..8000 {
        let length = random.below(40);
        exercise((0..length).map(|_| bytes[random.below(bytes.len())]).collect());
    }
}

#[test]
fn mutants_never_panic() {
    let mut random = Random::new(8);
    for (_, text) in common::fixtures("ok").into_iter().chain(common::fixtures("err")) {
        for _ in 0..20 {
            exercise(mutant(&text, &mut random));
            let mut bytes = text.clone();
            if !bytes.is_empty() {
                let at = random.below(bytes.len());
                bytes[at] = random.next().to_le_bytes()[0];
                exercise(bytes.clone());
                bytes.truncate(at);
                exercise(bytes);
            }
        }
    }
}
