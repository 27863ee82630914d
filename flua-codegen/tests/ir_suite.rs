//! Every file of the official suite becomes IR that keeps the rules, before and after it is simplified.
//!
//! The suite stands beside the repository, or where `FLUA_LUA_TESTS` points.

use std::fs;
use std::path::{Path, PathBuf};

use flua_ast::SourceFile;
use flua_codegen::ir::{self, validate};
use flua_codegen::{DynamicCode, Options, Origin, Program, SourceChunk, lower, resolve, simplify};

#[test]
fn the_official_suite_becomes_valid_ir() {
    let Some(folder) = suite() else {
        eprintln!("skipped: the official suite was not found. Unpack lua-5.4.8-tests and set FLUA_LUA_TESTS to its folder.");
        return;
    };
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("the suite can be listed").map(|entry| entry.expect("a readable entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "lua"));
    files.sort();
    assert!(!files.is_empty(), "the suite has files");
    for file in files {
        check(&file);
    }
}

fn suite() -> Option<PathBuf> {
    let named = std::env::var_os("FLUA_LUA_TESTS").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/lua-5.4.8-tests");
    named.or(Some(beside)).filter(|folder| folder.is_dir())
}

fn check(file: &Path) {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let source = SourceFile::new(name.as_str(), fs::read(file).expect("a file of the suite can be read"));
    let chunk = flua_parser::check(&source).unwrap_or_else(|error| panic!("{name}:{}: {}", error.line, error.message));
    let chunks = [SourceChunk { source: &source, chunk: &chunk, origin: Origin::Main }];
    let program = Program { chunks: &chunks, refused: &[] };
    let options = Options { dynamic_code: DynamicCode::Raise, ..Options::default() };
    let names = resolve::resolve(program, &options).unwrap_or_else(|errors| panic!("{name}: {errors:?}"));
    let lowered = lower::lower(program, &names);
    assert_eq!(validate(&lowered), Ok(()), "{name}, lowered");
    assert!(!ir::print(&lowered).is_empty());
    let simple = simplify::simplify(lowered);
    assert_eq!(validate(&simple), Ok(()), "{name}, simplified");
}
