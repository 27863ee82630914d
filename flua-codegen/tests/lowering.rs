//! The book of lowerings: every page of `tests/lowering/` holds Lua blocks and, behind each, the C# that we print for it.
//!
//! A fence ```` ```lua ```` is compiled; the next fence ```` ```csharp ```` is what must come out. Words behind `lua` choose the options: `whole`
//! for a program compiled whole, `program` for one with its `Main`, of which everything but the functions is shown, `plain` for one that is not optimised, `debug` for one compiled for `debug`, `loads` for one whose constant texts are compiled with it, of which everything but the constants is shown. Header, using lines and constants are left out. `FLUA_BLESS=1` writes the blocks anew.

use std::fs;
use std::path::{Path, PathBuf};

use flua_ast::SourceFile;
use flua_codegen::resolve::{ConstantLoad, constant_loads};
use flua_codegen::{DynamicCode, LoadKey, Options, Origin, Program, SourceChunk, generate};
use pretty_assertions::assert_eq;

#[test]
fn the_book_of_lowerings_shows_what_is_printed() {
    let pages = pages();
    assert!(!pages.is_empty(), "the book has pages");
    for page in pages {
        let text = fs::read_to_string(&page).expect("a page can be read");
        let rewritten = rewrite(&text, &page);
        if std::env::var_os("FLUA_BLESS").is_some() {
            fs::write(&page, rewritten).expect("a page can be written");
        } else {
            assert_eq!(text, rewritten, "{} shows other C# than is printed; FLUA_BLESS=1 writes it anew", page.display());
        }
    }
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lowering");
    let entries = fs::read_dir(folder).expect("the book is there");
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages.sort();
    pages
}

/// The page with every C# block replaced by what is printed for the Lua block before it.
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
        } else if line == "```csharp" {
            let csharp = printed.take().expect("a C# block stands behind a Lua block");
            for inner in lines.by_ref() {
                if inner == "```" {
                    break;
                }
            }
            out.push_str(&csharp);
            out.push_str("```\n");
        }
    }
    out
}

fn print(lua: &str, words: &str, page: &Path) -> String {
    let source = SourceFile::new("page.lua", lua.as_bytes());
    let chunk = flua_parser::parse(&source).unwrap_or_else(|error| panic!("{}: {}", page.display(), error.message));
    let options = Options {
        closed_world: words.contains("whole"),
        debug: words.contains("debug"),
        optimize: !words.contains("plain"),
        program: words.contains("program"),
        ..Options::default()
    };
    if words.contains("loads") {
        return print_with_loads(&source, &chunk, options);
    }
    let chunks = [SourceChunk { source: &source, chunk: &chunk, origin: Origin::Main }];
    let generated = generate(Program { chunks: &chunks, refused: &[] }, &options)
        .unwrap_or_else(|errors| panic!("{}: {:?}", page.display(), errors));
    if options.program { frame(&generated.text) } else { functions(&generated.text) }
}

/// The class of the script and what stands behind the functions.
fn frame(text: &str) -> String {
    let start = text.find("/// <summary>The Lua program").expect("the script has a class");
    let functions = text.find("/// <summary>page.lua").expect("a program has a function");
    let end = text.find("/// <summary>The constants").expect("the file has constants");
    let behind = text[end..].trim_end().trim_end_matches('}').trim_end();
    format!("{}\n\n{behind}\n", text[start..functions].trim_end())
}

/// The page's chunk and the texts that it loads.
fn print_with_loads(source: &SourceFile, chunk: &flua_ast::Chunk, options: Options) -> String {
    let options = Options { dynamic_code: DynamicCode::Static, ..options };
    let texts: Vec<(Vec<u8>, String)> = constant_loads(source, chunk)
        .into_iter()
        .map(|load| match load {
            ConstantLoad::Text { text, name } => (text, String::from_utf8(name).expect("a page is UTF-8")),
            ConstantLoad::File { .. } => panic!("a page loads no files"),
        })
        .collect();
    let parsed: Vec<_> = texts
        .iter()
        .map(|(text, name)| {
            let source = SourceFile::new(name.trim_start_matches('='), text.as_slice());
            let chunk = flua_parser::parse(&source).expect("the texts of a page are right");
            (source, chunk)
        })
        .collect();
    let mut chunks = vec![SourceChunk { source, chunk, origin: Origin::Main }];
    for ((source, chunk), (text, name)) in parsed.iter().zip(&texts) {
        chunks.push(SourceChunk { source, chunk, origin: Origin::Loaded(LoadKey::Text { text, name }) });
    }
    let generated = generate(Program { chunks: &chunks, refused: &[] }, &options).expect("a page is right");
    let start = generated.text.find("/// <summary>The Lua program").expect("the script has a class");
    let end = generated.text.find("/// <summary>The constants").expect("the file has constants");
    let lines = generated.text[start..end].trim_end().lines();
    let shown: Vec<&str> =
        lines.filter(|line| !line.contains(" FunctionInfo info = ") && !line.contains(" FunctionInfo Info => ")).collect();
    format!("{}\n", shown.join("\n"))
}

/// The functions of a printed file, without what every file has, and without the metadata of each.
fn functions(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with("/// <summary>") {
            // The main chunk only makes the functions that a page is about.
            inside = line.starts_with("/// <summary>page.lua:") && !line.contains("the main chunk");
        } else if line == "}" && !inside {
            continue;
        }
        let is_metadata = line.contains(" FunctionInfo info = ") || line.contains(" FunctionInfo Info => ");
        if inside && !is_metadata {
            out.push_str(line);
            out.push('\n');
        }
        if line == "}" {
            inside = false;
            out.push('\n');
        }
    }
    let text = out.trim();
    assert!(!text.is_empty(), "a Lua block of the book defines a function that is used");
    format!("{text}\n")
}

#[test]
fn thousands_of_functions_on_one_line_get_names() {
    let text = format!("return {{{}}}", "function() return x end, ".repeat(4000));
    let source = SourceFile::new("page.lua", text.as_bytes());
    let chunk = flua_parser::parse(&source).expect("the text is right");
    let chunks = [SourceChunk { source: &source, chunk: &chunk, origin: Origin::Main }];
    let generated = generate(Program { chunks: &chunks, refused: &[] }, &Options::default()).expect("the text is right");
    assert!(generated.text.contains("class F_line1_4000 "));
}
