//! The syntax tree to C#: names, IR, facts, the C# tree and its text.
//!
//! It takes syntax trees and gives text; it reads no file and looks at no environment. The passes are the lines of [`generate`].

mod analyze;
mod csharp;
mod emit;
pub mod ir;
pub mod lower;
mod options;
pub mod resolve;
pub mod simplify;
mod translate;

use flua_ast::{Chunk, Diagnostic, SourceFile};

pub use options::{DynamicCode, Options};

/// A program to compile: the main chunk and the modules that are bundled with it.
#[derive(Clone, Copy, Debug)]
pub struct Program<'a> {
    /// The chunks: the main one first.
    pub chunks: &'a [SourceChunk<'a>],
}

/// A chunk of the program.
#[derive(Clone, Copy, Debug)]
pub struct SourceChunk<'a> {
    /// Its text.
    pub source: &'a SourceFile,
    /// Its tree.
    pub chunk: &'a Chunk,
    /// The name by which `require` finds it; none for the main chunk.
    pub module: Option<&'a str>,
}

/// What [`generate`] gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Generated {
    /// The C# text.
    pub text: String,
    /// What the author should know.
    pub warnings: Vec<Diagnostic>,
}

/// Turns a program into C#. Each line is the only road between two forms.
///
/// # Errors
/// The scope errors and refused uses of dynamic code, in the order of the sources.
pub fn generate(program: Program<'_>, options: &Options) -> Result<Generated, Vec<Diagnostic>> {
    let names = resolve::resolve(program, options)?; // names, labels and attribs become ids
    let lowered = lower::lower(program, &names); // sugar gone, evaluation order and arity explicit
    let simple = simplify::simplify(lowered); // same meaning, less of it
    let facts = analyze::analyze(&simple, options); // what can suspend, what is live there, what is surely a number
    let unit = translate::translate(&simple, &facts, options); // IR to C# tree
    Ok(Generated { text: emit::emit(&unit), warnings: names.warnings })
}
