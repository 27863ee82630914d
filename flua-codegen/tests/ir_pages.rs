//! The IR page by page: every page of `tests/ir/` holds sentences, Lua blocks and, behind each, the IR that it becomes.
//!
//! A fence ```` ```lua ```` is lowered; the next fence ```` ```text ```` is what must come out. The word `simplified` behind `lua` asks for the simplified IR. `FLUA_BLESS=1`
//! writes the blocks anew.

use std::fs;
use std::path::{Path, PathBuf};

use flua_ast::SourceFile;
use flua_codegen::{DynamicCode, Options, Origin, Program, SourceChunk, ir, lower, resolve, simplify};
use pretty_assertions::assert_eq;

#[test]
fn the_pages_show_the_ir() {
    let pages = pages();
    assert!(!pages.is_empty(), "there are pages");
    for page in pages {
        let text = fs::read_to_string(&page).expect("a page can be read");
        let rewritten = rewrite(&text, &page);
        if std::env::var_os("FLUA_BLESS").is_some() {
            fs::write(&page, rewritten).expect("a page can be written");
        } else {
            assert_eq!(text, rewritten, "{} shows other IR than there is; FLUA_BLESS=1 writes it anew", page.display());
        }
    }
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ir");
    let entries = fs::read_dir(folder).expect("the pages are there");
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages.sort();
    pages
}

/// The page with every block of IR replaced by that of the Lua block before it.
fn rewrite(text: &str, page: &Path) -> String {
    let mut out = String::new();
    let mut printed: Option<String> = None;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        if let Some(words) = line.strip_prefix("```lua") {
            let mut lua = String::new();
            for inner in lines.by_ref() {
                out.push_str(inner);
                out.push('\n');
                if inner == "```" {
                    break;
                }
                lua.push_str(inner);
                lua.push('\n');
            }
            printed = Some(print(&lua, words, page));
        } else if line == "```text" {
            let text = printed.take().expect("a block of IR stands behind a Lua block");
            for inner in lines.by_ref() {
                if inner == "```" {
                    break;
                }
            }
            out.push_str(&text);
            out.push_str("```\n");
        }
    }
    out
}

fn print(lua: &str, words: &str, page: &Path) -> String {
    let source = SourceFile::new("page.lua", lua.as_bytes());
    let chunk = flua_parser::check(&source).unwrap_or_else(|error| panic!("{}: {}", page.display(), error.message));
    let chunks = [SourceChunk { source: &source, chunk: &chunk, origin: Origin::Main }];
    let program = Program { chunks: &chunks, refused: &[] };
    let options = Options { dynamic_code: DynamicCode::Raise, ..Options::default() };
    let names = resolve::resolve(program, &options).unwrap_or_else(|errors| panic!("{}: {errors:?}", page.display()));
    let lowered = lower::lower(program, &names);
    ir::print(&if words.contains("simplified") { simplify::simplify(lowered) } else { lowered })
}
