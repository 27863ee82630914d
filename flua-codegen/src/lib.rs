//! The syntax tree to C#: names, IR, facts, the C# tree and its text.
//!
//! It takes syntax trees and gives text; it reads no file and looks at no environment, and starts no thread unless it is told to. The passes are the lines of [`fn@lower`] and
//! [`Lowered::print`].

mod analyze;
mod csharp;
mod emit;
pub mod ir;
pub mod lower;
mod options;
pub mod resolve;
pub mod simplify;
pub mod threads;
mod translate;
mod unions;

use flua_ast::{Chunk, Diagnostic, SourceFile};

pub use options::{DynamicCode, Options};

/// A program to compile: the main chunk and what is bundled with it.
#[derive(Clone, Copy, Debug)]
pub struct Program<'a> {
    /// The chunks: the main one first.
    pub chunks: &'a [SourceChunk<'a>],
    /// What the program loads and is no Lua: to load it gives the message.
    pub refused: &'a [Refused<'a>],
}

/// Something that a program loads and that is no Lua.
#[derive(Clone, Copy, Debug)]
pub struct Refused<'a> {
    /// How it is asked for.
    pub key: LoadKey<'a>,
    /// The reference's message, position included.
    pub message: &'a str,
}

/// How a program asks for a chunk that it loads when it runs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum LoadKey<'a> {
    /// A text and its chunk name: `load(text, name)`.
    Text {
        /// The text.
        text: &'a [u8],
        /// The chunk name with its mark, `=` or `@`; without one the name is a text itself.
        name: &'a str,
    },
    /// A file: `loadfile(path)` and `dofile(path)`.
    File {
        /// The path, as the program gives it.
        path: &'a str,
    },
}

/// How a program gets at a chunk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin<'a> {
    /// It is the main chunk.
    Main,
    /// By `require` and this name.
    Module(&'a str),
    /// By a function that loads code when the program runs.
    Loaded(LoadKey<'a>),
}

/// A chunk of the program.
#[derive(Clone, Copy, Debug)]
pub struct SourceChunk<'a> {
    /// Its text.
    pub source: &'a SourceFile,
    /// Its tree.
    pub chunk: &'a Chunk,
    /// How the program gets at it.
    pub origin: Origin<'a>,
}

/// What [`generate`] gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Generated {
    /// The C# text.
    pub text: String,
    /// What the author should know.
    pub warnings: Vec<Diagnostic>,
}

/// A program without its trees: what [`fn@lower`] gives and [`Lowered::print`] takes.
#[derive(Debug)]
pub struct Lowered {
    program: ir::Program,
    warnings: Vec<Diagnostic>,
}

/// Turns a program into C#.
///
/// # Errors
/// The scope errors and refused uses of dynamic code, in the order of the sources.
pub fn generate(program: Program<'_>, options: &Options) -> Result<Generated, Vec<Diagnostic>> {
    Ok(lower(program, options)?.print(options, 1))
}

/// The first half of [`generate`]. The trees can be dropped behind it. Each line is the only road between two forms.
///
/// # Errors
/// As for [`generate`].
pub fn lower(program: Program<'_>, options: &Options) -> Result<Lowered, Vec<Diagnostic>> {
    let names = resolve::resolve(program, options)?; // names, labels and attribs become ids
    let lowered = lower::lower(program, &names); // sugar gone, evaluation order and arity explicit
    Ok(Lowered { program: lowered, warnings: names.warnings })
}

impl Lowered {
    /// The second half of [`generate`], on so many threads. The text is the same for any number.
    #[must_use]
    pub fn print(self, options: &Options, threads: usize) -> Generated {
        let mut simple = if options.optimize { simplify::simplify(self.program) } else { self.program }; // same meaning, less of it
        let facts = analyze::analyze(&mut simple, options, threads); // what can suspend, what is live there, what is surely a number
        let mut printer = emit::Printer::new(&translate::head(&simple, options));
        translate::classes(&simple, &facts, options, threads, &mut printer); // IR to C# tree to text, class by class
        if threads > 1 {
            // To give a large program back takes a while, for which nobody has to wait.
            let _ = std::thread::Builder::new().spawn(move || drop((simple, facts)));
        }
        Generated { text: printer.finish(), warnings: self.warnings }
    }
}
