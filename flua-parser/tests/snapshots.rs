//! The fixtures below `tests/resources`: right programs with their trees, wrong ones with their errors drawn.

mod common;

use std::path::Path;

use flua_ast::SourceFile;
use flua_parser::{Style, check, codes, explain, print_tokens, render, render_short};

/// Keeps each snapshot beside its fixture.
fn beside(path: &str, snapshot: &str) {
    let path = Path::new(path);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(path.parent().expect("a fixture stands in a folder"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let name = path.file_stem().expect("a fixture has a name").to_string_lossy();
    settings.bind(|| insta::assert_snapshot!(&*name, snapshot));
}

fn file(path: &str, text: Vec<u8>) -> SourceFile {
    let name = Path::new(path).file_name().expect("a fixture has a name").to_string_lossy();
    SourceFile::new(&*name, text)
}

#[test]
fn right_programs_have_these_trees() {
    for (path, text) in common::fixtures("ok") {
        match check(&file(&path, text)) {
            Ok(chunk) => beside(&path, &flua_ast::print(&chunk)),
            Err(diagnostic) => panic!("{path}:{}: {}", diagnostic.line, diagnostic.message),
        }
    }
}

#[test]
fn wrong_programs_have_these_errors() {
    for (path, text) in common::fixtures("err") {
        let source = file(&path, text);
        let diagnostic = check(&source).expect_err("the fixture is wrong");
        let drawn = render(&diagnostic, &source, Style::default());
        beside(&path, &format!("{}\n\n{drawn}", render_short(&diagnostic, &source)));
    }
}

#[test]
fn tokens_are_printed_with_their_places() {
    let text = "#!lua\nlocal x <const> = [[a\nb]] .. 'c\\n' -- no token\nreturn x ~= 0x1p4";
    insta::assert_snapshot!(print_tokens(&SourceFile::new("t.lua", text.as_bytes())).expect("right tokens"));
    let diagnostic = print_tokens(&SourceFile::new("t.lua", &b"x = 1 'a"[..])).expect_err("an unfinished string");
    assert_eq!(diagnostic.code, "L0001");
}

/// Every code of a diagnostic has its page, and every page its code; all codes of the parser have a fixture.
#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/diagnostics");
    let mut pages: Vec<String> = std::fs::read_dir(folder)
        .expect("the pages are in docs/diagnostics")
        .map(|entry| entry.expect("a readable folder").path().file_stem().expect("a name").to_string_lossy().into_owned())
        .filter(|name| name.starts_with('L'))
        .collect();
    pages.sort();
    let codes: Vec<_> = codes().collect();
    assert_eq!(pages, codes);
    for code in &codes {
        let page = explain(code).expect("each code has a page");
        assert!(page.starts_with(&format!("# {code}: ")), "{code}");
        assert!(page.contains("## Wrong") && page.contains("## Right") && page.contains("Lua 5.4 manual: §"), "{code}");
    }
    let mut seen: Vec<_> = common::fixtures("err")
        .into_iter()
        .map(|(path, text)| check(&file(&path, text)).expect_err("the fixture is wrong").code)
        .collect();
    // No fixture is as large as this one has to be.
    let large = SourceFile::new("large.lua", "do local x end\n".repeat(33_000).as_bytes());
    seen.push(check(&large).expect_err("too many variables for a function").code);
    seen.sort_unstable();
    seen.dedup();
    let missing: Vec<_> = codes.iter().filter(|code| **code < "L0300" && !seen.contains(code)).collect();
    assert!(missing.is_empty(), "no fixture has {missing:?}");
    assert_eq!(explain("l0101"), explain("L0101"));
    assert_eq!(explain("L9999"), None);
}
