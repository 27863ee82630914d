//! Texts that may or may not be Lua: random bytes, random tokens, and mutants of programs. The compiler must refuse or compile each of them, in
//! bounded time, and never panic.

use std::{
    fs, io,
    panic::{self, AssertUnwindSafe},
    path::Path,
    sync::LazyLock,
    time::{Duration, Instant},
};

use flua::{Compiler, DynamicCode, Options, SourceFile, Style};
use flua_parser::{KEYWORDS, SYMBOLS};

use super::random::Random;
use crate::{suite::Suite, workspace};

/// The longest piece of a program that is mutated: short enough for thousands a second.
const LONGEST: usize = 6000;

/// The longest that a text may take. It is generous, since machines may be busy: what is looked for takes minutes.
const LIMIT: Duration = Duration::from_secs(20);

/// Pieces of Lua that make something of the text around them, besides keywords and symbols.
const PIECES: &[&str] = &[
    "a",
    "b",
    "x",
    "self",
    "_ENV",
    "print",
    "1",
    "0x7fffffffffffffff",
    "1e308",
    "0x1p-1074",
    "3.",
    "'s'",
    "\"\\z \"",
    "\"\\xff\"",
    "[[long]]",
    "[==[",
    "]==]",
    "--",
    "--[[",
    "\n",
    "<const>",
    "<close>",
    "::l::",
    "goto l",
    "local function f(...)",
    "{1,2,3}",
    "{a=1,[2]=3}",
    "f{...}",
    "a.b.c",
    "a:m()",
    "\\",
    "\0",
    "\u{feff}",
    "#!",
    "é",
    "\"",
    "'",
];

/// All of them, keywords with room around.
static TOKENS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let keywords = KEYWORDS.iter().map(|keyword| format!(" {keyword} "));
    keywords.chain(SYMBOLS.iter().chain(PIECES).map(|&piece| piece.to_owned())).collect()
});

/// The texts that mutants are made of: our programs, the fixtures of the parser, and the official suite when it is there.
pub fn corpus() -> io::Result<Vec<Vec<u8>>> {
    let mut texts = Vec::new();
    for folder in ["conformance/programs", "flua-parser/tests/resources", "examples"] {
        collect(&workspace().join(folder), &mut texts)?;
    }
    if let Some(suite) = Suite::find()? {
        collect(suite.folder(), &mut texts)?;
    }
    Ok(texts)
}

fn collect(folder: &Path, texts: &mut Vec<Vec<u8>>) -> io::Result<()> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, texts)?;
        } else if path.extension().is_some_and(|extension| extension == "lua") {
            texts.push(fs::read(&path)?);
        }
    }
    Ok(())
}

/// The text of a seed.
pub fn text(seed: u64, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut random = Random::new(seed);
    match random.below(10) {
        0 => (0..random.below(200)).map(|_| random.next().to_le_bytes()[0]).collect(),
        1 | 2 => (0..random.below(60)).flat_map(|_| random.pick(&TOKENS).bytes()).collect(),
        3..=6 => {
            let mut text = piece(&mut random, corpus);
            for _ in 0..=random.below(4) {
                replace_word(&mut text, &mut random);
            }
            text
        }
        _ => {
            let mut text = piece(&mut random, corpus);
            for _ in 0..=random.below(4) {
                mutate(&mut text, &mut random, corpus);
            }
            text
        }
    }
}

/// Some lines of a program.
fn piece(random: &mut Random, corpus: &[Vec<u8>]) -> Vec<u8> {
    let whole = random.pick(corpus);
    if whole.len() <= LONGEST {
        return whole.clone();
    }
    let start = random.below(whole.len());
    let end = whole.len().min(start + 1 + random.below(LONGEST));
    let begin = whole[..start].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    whole[begin.max(start.saturating_sub(LONGEST))..end].to_vec()
}

/// Puts another value where a name or a number stood: much of what comes out is Lua.
fn replace_word(text: &mut Vec<u8>, random: &mut Random) {
    const VALUES: &[&str] =
        &["a", "x", "i", "_ENV", "nil", "1", "2.5", "(f())", "{}", "{1, ...}", "'s'", "(...)", "-1", "a.b", "#t", "(1 .. 2)"];
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let at = random.below(text.len() + 1);
    let Some(start) = (at..text.len()).find(|at| is_word(text[*at])) else { return };
    let start = (0..start).rev().find(|at| !is_word(text[*at])).map_or(0, |at| at + 1);
    let end = (start..text.len()).find(|at| !is_word(text[*at])).unwrap_or(text.len());
    let value = random.pick(VALUES).bytes();
    text.splice(start..end, value);
}

fn mutate(text: &mut Vec<u8>, random: &mut Random, corpus: &[Vec<u8>]) {
    let at = random.below(text.len() + 1);
    let longest = 1 + random.below(80);
    let end = (at + random.below(longest)).min(text.len());
    match random.below(7) {
        0 => drop(text.drain(at..end)),
        1 => {
            let copy = text[at..end].to_vec();
            let to = random.below(text.len() + 1);
            text.splice(to..to, copy);
        }
        2 => {
            let copy = piece(random, corpus);
            let length = copy.len().min(300);
            text.splice(at..at, copy[..length].iter().copied());
        }
        3 if at < text.len() => text[at] = random.next().to_le_bytes()[0],
        4 => {
            // A piece many times over: depth, and lists of all kinds.
            let copy = text[at..end].repeat(1 + random.below(40));
            text.splice(at..end, copy);
        }
        _ => {
            let token = random.pick(&TOKENS).bytes();
            text.splice(at..end.min(at + 3), token);
        }
    }
}

/// Has the compiler look at a text, as a library would; says what went wrong.
pub fn exercise(text: &[u8]) -> Result<(), String> {
    let start = Instant::now();
    let work = || {
        let source = || SourceFile::new("text.lua", text);
        for closed_world in [false, true] {
            let options = Options { closed_world, dynamic_code: DynamicCode::StaticOrRaise, ..Options::default() };
            let compiler = Compiler::new(options);
            match compiler.compile(source()) {
                Ok(output) => drop(output.render_warnings(Style { color: false })),
                Err(failure) => {
                    if failure.render(Style { color: true }).is_empty() || failure.to_string().is_empty() {
                        return Err("it is refused without a message".to_owned());
                    }
                    // The other world refuses it for the same reason.
                    break;
                }
            }
        }
        Ok(())
    };
    let result = panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
        Err(format!("the compiler panicked: {}", text.unwrap_or("?")))
    });
    let elapsed = start.elapsed();
    if elapsed > LIMIT { Err(format!("it took {elapsed:?}")) } else { result }
}
