//! The programs under `conformance/programs`, which carry their expected output in a comment.
//!
//! ```lua
//! -- Closures capture the locals of their iteration.
//! -- args: one two
//! -- stdin: first line\nsecond line\n
//! -- dynamic-code: static,raise
//! -- debug: yes
//! --[==[ expects
//! 1 2 3
//! --- exit code 1
//! script.lua:12: boom
//! ]==]
//! ```
//! The block is written by [`bless`] from what the reference prints, never by hand. `args`, `stdin`, `dynamic-code` and `debug` are there
//! only where a program needs them; the exit code and the first line of the error report only where the program fails.
//! A folder with a `main.lua` is one program: the other files are its modules.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use flua::DynamicCode;

use crate::oracle::{self, Outcome};

/// How long the reference may take for one program.
const ORACLE_LIMIT: Duration = Duration::from_mins(1);

const OPENING: &str = "--[==[ expects\n";
const CLOSING: &str = "]==]\n";
const NO_NEWLINE: &str = "--- no newline at the end\n";
const EXIT_CODE: &str = "--- exit code ";

/// One program of the corpus.
#[derive(Debug, Clone)]
pub struct Program {
    /// The name in reports, such as `statements/goto_continue` or `modules/cycle`.
    pub name: String,
    /// The file that is run.
    pub path: PathBuf,
    /// The whole text, header included.
    pub source: Vec<u8>,
    /// The arguments of the script.
    pub arguments: Vec<String>,
    /// What stands on the standard input.
    pub input: Vec<u8>,
    /// What becomes of `load` and its kin.
    pub dynamic_code: DynamicCode,
    /// Whether it is compiled so that `debug` knows everything.
    pub debug: bool,
    /// What the header says the program prints; `None` before the first blessing.
    pub expected: Option<String>,
}

impl Program {
    /// Reads a program and its header.
    pub fn read(name: String, path: PathBuf) -> io::Result<Self> {
        let source = fs::read(&path)?;
        let text = String::from_utf8_lossy(&source);
        let header = || text.lines().take_while(|line| line.starts_with("--"));
        let tagged = |tag: &str| header().find_map(|line| line.strip_prefix(tag).map(str::to_owned));
        let arguments = tagged("-- args: ").map(|text| text.split_whitespace().map(str::to_owned).collect()).unwrap_or_default();
        let input = tagged("-- stdin: ").map(|text| text.replace("\\n", "\n").into_bytes()).unwrap_or_default();
        let dynamic_code = match tagged("-- dynamic-code: ").as_deref() {
            None => DynamicCode::Reject,
            Some("raise") => DynamicCode::Raise,
            Some("static") => DynamicCode::Static,
            Some("static,raise") => DynamicCode::StaticOrRaise,
            Some(other) => return Err(io::Error::other(format!("{name}: no such dynamic-code: {other}"))),
        };
        let debug = tagged("-- debug: ").is_some();
        let expected = block(&text).map(|(start, end)| text[start + OPENING.len()..end].to_owned());
        Ok(Self { name, path, source, arguments, input, dynamic_code, debug, expected })
    }

    /// The folder in which the program is run.
    pub fn folder(&self) -> &Path {
        self.path.parent().expect("a program lies in a folder")
    }

    /// The name of the script as it is given to `lua` and to the compiler, which is its chunk name.
    pub fn script(&self) -> String {
        self.path.file_name().expect("a program is a file").to_string_lossy().into_owned()
    }

    /// A name for the class of the program: its own name with everything but letters and digits replaced.
    pub fn identifier(&self) -> String {
        self.name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect()
    }

    /// Runs the program under the reference.
    pub fn ask(&self) -> io::Result<Outcome> {
        oracle::run(self.folder(), &self.script(), &self.arguments, &self.input, ORACLE_LIMIT)
    }
}

/// The place of the block with the expected output: where its opening line starts and where its closing line starts.
fn block(text: &str) -> Option<(usize, usize)> {
    let start = text.find(OPENING)?;
    let end = start + text[start..].find(CLOSING)?;
    Some((start, end))
}

/// All programs below `root`, sorted by name.
pub fn programs(root: &Path) -> io::Result<Vec<Program>> {
    let mut found = Vec::new();
    collect(root, root, &mut found)?;
    found.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(found)
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Program>) -> io::Result<()> {
    let name = |path: &Path| path.strip_prefix(root).unwrap_or(path).with_extension("").to_string_lossy().into_owned();
    let main = folder.join("main.lua");
    if main.is_file() {
        found.push(Program::read(name(folder), main)?);
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, found)?;
        } else if oracle::is_script(&path) {
            found.push(Program::read(name(&path), path)?);
        }
    }
    Ok(())
}

/// Writes an outcome in the form of the header's block.
///
/// The standard error is cut to its first line without the program's name: tracebacks have tests of their own.
pub fn describe(outcome: &Outcome) -> String {
    let mut text = String::from_utf8_lossy(&outcome.stdout).into_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
        text.push_str(NO_NEWLINE);
    }
    match outcome.code {
        Some(0) => {}
        Some(code) => {
            text.push_str(EXIT_CODE);
            text.push_str(&code.to_string());
            text.push('\n');
            let line = oracle::first_error_line(&outcome.stderr);
            if !line.is_empty() {
                text.push_str(&line);
                text.push('\n');
            }
        }
        None => text.push_str("--- ended by a signal or the time limit\n"),
    }
    text
}

/// Writes what the reference prints into the header of a program; tells whether the file changed.
///
/// The block stands above the code, so its length moves the line numbers in messages: the program is run again until
/// the text no longer changes.
pub fn bless(program: &Program) -> io::Result<bool> {
    let mut current = program.clone();
    for _ in 0..4 {
        let expected = describe(&current.ask()?);
        if expected.contains(CLOSING) || expected.contains('\u{fffd}') {
            let message = format!("{}: the output cannot stand in a comment: print it escaped", program.name);
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        if current.expected.as_deref() == Some(&expected) {
            return Ok(current.source != program.source);
        }
        let source = with_block(&String::from_utf8_lossy(&current.source), &expected);
        fs::write(&program.path, source)?;
        current = Program::read(program.name.clone(), program.path.clone())?;
    }
    Err(io::Error::other(format!("{}: prints something else each time", program.name)))
}

/// Puts a block into a text, in place of the one that is there or below the comment at the top.
fn with_block(text: &str, expected: &str) -> String {
    let (start, end) = if let Some((start, end)) = block(text) {
        (start, end + CLOSING.len())
    } else {
        let header: usize =
            text.split_inclusive('\n').take_while(|line| line.starts_with("--") || line.starts_with('#')).map(str::len).sum();
        (header, header)
    };
    format!("{}{OPENING}{expected}{CLOSING}{}", &text[..start], &text[end..])
}
