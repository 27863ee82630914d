//! What several tests share: the oracle, the suite, mutants.
#![allow(dead_code, reason = "each test uses a part")]
#![allow(clippy::disallowed_methods, reason = "tests read their fixtures")]

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use flua_ast::SourceFile;
use flua_parser::{KEYWORDS, SYMBOLS};

/// What a compiler says of a text: nothing, or a line and a message.
pub type Opinion = Result<(), (u32, String)>;

/// The reference implementation.
pub struct Oracle {
    compile: mlua::Function,
    lua: mlua::Lua,
}

impl Oracle {
    pub fn new() -> Self {
        let lua = mlua::Lua::new();
        // A script is compiled inside one call from C, as by the stand-alone `lua`: it counts for the levels of nesting.
        let compile = lua
            .create_function(|lua, text: mlua::LuaString| {
                let bytes = text.as_bytes();
                let chunk = lua.load(&*bytes).set_name("=x").set_mode(mlua::chunk::ChunkMode::Text);
                match chunk.into_function() {
                    Ok(_) => Ok(None),
                    Err(mlua::Error::SyntaxError { message, .. } | mlua::Error::RuntimeError(message)) => Ok(Some(message)),
                    Err(other) => Err(other),
                }
            })
            .expect("a function can be created");
        Self { compile, lua }
    }

    /// What the reference says of a text. Errors without position (it has run out of levels) get the line 0.
    pub fn opinion(&self, text: &[u8]) -> Opinion {
        let text = self.lua.create_string(without_head(text)).expect("a string can be created");
        let message: Option<String> = self.compile.call(text).expect("the oracle answers");
        let Some(message) = message else { return Ok(()) };
        let message = message.split("\nstack traceback:").next().unwrap_or_default();
        let positioned = message.strip_prefix("x:").and_then(|rest| rest.split_once(": "));
        Err(match positioned {
            Some((line, words)) => (line.parse().expect("a line number"), words.to_owned()),
            None => (0, message.to_owned()),
        })
    }
}

/// A text without what the reference skips when it loads a file: a byte order mark and a first line that begins with `#`.
fn without_head(text: &[u8]) -> &[u8] {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    if text.first() != Some(&b'#') {
        return text;
    }
    let end = text.iter().position(|&byte| byte == b'\n').unwrap_or(text.len());
    &text[end..]
}

/// What we say of a text.
pub fn our_opinion(text: &[u8]) -> Opinion {
    match flua_parser::check(&SourceFile::new("x", text)) {
        Ok(_) => Ok(()),
        Err(diagnostic) => Err((diagnostic.line, diagnostic.message)),
    }
}

/// What we say of a text, with the line left out where the reference gives none.
pub fn our_opinion_like(text: &[u8], reference: &Opinion) -> Opinion {
    let ours = our_opinion(text);
    match (ours, reference) {
        (Err((_, message)), Err((0, _))) => Err((0, message)),
        (ours, _) => ours,
    }
}

/// The official test suite: in the folder that `FLUA_LUA_TESTS` names, or beside the checkout.
pub fn suite() -> Option<Vec<(String, Vec<u8>)>> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/lua-5.4.8-tests");
    let folder = std::env::var_os("FLUA_LUA_TESTS").map_or(beside, PathBuf::from);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!(
            "skipped: the official Lua 5.4 test suite is not in {}; get it from https://www.lua.org/tests/ and name its folder in FLUA_LUA_TESTS",
            folder.display()
        );
        return None;
    };
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "lua"))
        .map(|path| (path.display().to_string(), std::fs::read(&path).expect("a readable file")))
        .collect();
    files.sort();
    Some(files)
}

/// The fixtures of that folder below `tests/resources`, by name.
pub fn fixtures(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/resources").join(folder);
    let mut found = Vec::new();
    collect(&root, &mut found);
    found.sort();
    found.into_iter().map(|path| (path.display().to_string(), std::fs::read(&path).expect("a readable file"))).collect()
}

/// The programs of the conformance corpus and the examples, by name.
pub fn corpus() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    collect(&root.join("conformance/programs"), &mut found);
    collect(&root.join("examples"), &mut found);
    found.sort();
    found.into_iter().map(|path| (path.display().to_string(), std::fs::read(&path).expect("a readable file"))).collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "lua") {
            found.push(path);
        }
    }
}

/// A small generator of numbers that look random and are the same in each run.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    #[expect(clippy::cast_possible_truncation, reason = "the remainder is below `limit`")]
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

/// Pieces that mutants are patched with, besides keywords and symbols.
const PIECES: &[&str] = &[
    "x",
    "a1",
    "3",
    "0x",
    "0x1p4",
    "1e",
    "3x",
    "\"s\"",
    "'a\\q'",
    "\"",
    "[[l]]",
    "[==[",
    "[=",
    "--[[",
    "-- c\n",
    "\n",
    "!",
    "@",
    "\\",
    "\u{e9}",
    "\0",
    "<const>",
    "<close>",
    "goto l",
    "::l::",
    "local l <const> = 1",
    "l = 2",
    "break",
    "_ENV",
    "\"\\u{110000000}\"",
    "\"\\300\"",
];

fn piece(random: &mut Random) -> &'static [u8] {
    let all = [KEYWORDS.as_slice(), SYMBOLS.as_slice(), PIECES];
    let at = random.below(all.iter().map(|pieces| pieces.len()).sum());
    all.into_iter().flatten().nth(at).expect("there are as many").as_bytes()
}

/// A text with one to three tokens deleted, doubled, swapped, replaced or cut off behind.
pub fn mutant(text: &[u8], random: &mut Random) -> Vec<u8> {
    let mut pieces = rough_tokens(text);
    for _ in 0..=random.below(3) {
        if pieces.len() < 4 {
            break;
        }
        let at = random.below(pieces.len() - 1);
        match random.below(12) {
            0..3 => {
                pieces.remove(at);
            }
            3..5 => pieces.insert(at, pieces[at].clone()),
            5..7 => pieces.swap(at, at + 1),
            7..9 => pieces[at] = piece(random).to_vec(),
            9..11 => pieces.insert(at, piece(random).to_vec()),
            _ => pieces.truncate(at),
        }
    }
    pieces.join(&b" "[..])
}

/// A text cut where tokens end, roughly: words and numbers, and single other bytes, with the line breaks kept.
fn rough_tokens(text: &[u8]) -> Vec<Vec<u8>> {
    let mut pieces: Vec<Vec<u8>> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        let quote = text[at];
        match text[at] {
            b' ' | b'\t' => {
                at += 1;
                continue;
            }
            b'"' | b'\'' => {
                at += 1;
                while at < text.len() && text[at] != quote && text[at] != b'\n' {
                    at += if text[at] == b'\\' { 2 } else { 1 };
                }
                at = (at + 1).min(text.len());
            }
            byte if byte.is_ascii_alphanumeric() || byte == b'_' => {
                while at < text.len() && (text[at].is_ascii_alphanumeric() || text[at] == b'_') {
                    at += 1;
                }
            }
            b'-' if text[at..].starts_with(b"--") && !text[at..].starts_with(b"--[") => {
                while at < text.len() && text[at] != b'\n' {
                    at += 1;
                }
                continue;
            }
            byte => {
                at += 1;
                while at < text.len() && text[at] == byte && b"=<>:./[]~".contains(&byte) && at - start < 3 {
                    at += 1;
                }
                if at < text.len() && text[at] == b'=' && at - start == 1 && b"<>~".contains(&byte) {
                    at += 1;
                }
            }
        }
        pieces.push(text[start..at].to_vec());
    }
    pieces
}

/// Runs files of the suite in the reference, as far as they go there, and gives the texts that they pass to `load`.
pub fn texts_compiled_by(files: &[(String, Vec<u8>)]) -> Vec<Vec<u8>> {
    const FILES: [&str; 10] =
        ["literals", "goto", "constructs", "vararg", "locals", "math", "calls", "errors", "bitwise", "strings"];
    let texts = Rc::new(RefCell::new(BTreeSet::new()));
    for (path, text) in files {
        if !FILES.iter().any(|name| path.ends_with(&format!("{name}.lua"))) {
            continue;
        }
        let lua = mlua::Lua::new();
        let seen = Rc::clone(&texts);
        let see = lua.create_function(move |_, text: mlua::LuaString| {
            seen.borrow_mut().insert(text.as_bytes().to_vec());
            Ok(())
        });
        lua.globals().set("see", see.expect("a function can be created")).expect("a global can be set");
        let prepared = lua.load(
            r#"
            _soft, _port, _nomsg, _U = true, true, true, true
            print = function() end
            local load, see = load, see
            local function seen(text, ...)
                if type(text) == "string" and #text < 100000 then see(text) end
                return load(text, ...)
            end
            _G.load, _G.see = seen, nil
            -- What fails here is of no interest.
            assert = function(...) return ... end
            -- Many files ask for the `debug` library, and few need it.
            package.loaded.debug = setmetatable({}, {__index = function() return function() return {} end end})
            "#,
        );
        prepared.exec().expect("the suite can be prepared");
        // Some files stop where they need what is not here; what they have compiled until then is enough.
        let _ = lua.load(without_head(text)).set_name("=suite").exec();
    }
    texts.borrow().iter().cloned().collect()
}
