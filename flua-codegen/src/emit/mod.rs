//! The C# tree to text, through genco: it keeps lines and indentation; the text of a line is written by [`expressions`].
//!
//! genco's own quoting of C# strings does not fit bytes (`\x` takes one to four digits in C#), so literals have a writer of their own.

mod declarations;
mod expressions;
mod literal;
mod statements;

use genco::fmt;
use genco::lang::{Csharp, csharp};

use crate::csharp::{ClassDeclaration, CompilationUnit};

/// The tokens of a declaration.
type Tokens = csharp::Tokens;

/// A file that is printed class by class, so that no more than one class is held as a tree.
pub struct Printer {
    text: String,
}

impl Printer {
    /// Prints the head of a file.
    pub fn new(unit: &CompilationUnit) -> Self {
        let mut printer = Self { text: String::new() };
        printer.print(|tokens| declarations::head(tokens, unit));
        printer
    }

    /// Prints a class.
    pub fn class(&mut self, declaration: &ClassDeclaration) {
        self.print(|tokens| declarations::class(tokens, declaration));
        self.text.push('\n');
    }

    /// The text, once all classes are printed.
    pub fn finish(mut self) -> String {
        self.print(|tokens| fixed_line(tokens, "}"));
        self.text
    }

    /// Allman braces, four spaces, a line feed at the end of each line.
    fn print(&mut self, append: impl FnOnce(&mut Tokens)) {
        let mut tokens = Tokens::new();
        append(&mut tokens);
        let mut text = fmt::FmtWriter::new(std::mem::take(&mut self.text));
        let config = fmt::Config::from_lang::<Csharp>().with_indentation(fmt::Indentation::Space(4)).with_newline("\n");
        tokens
            .format_file(&mut text.as_formatter(&config), &csharp::Config::default())
            .expect("writing to a string does not fail");
        self.text = text.into_inner();
    }
}

/// Appends a line of text.
fn line(tokens: &mut Tokens, text: String) {
    tokens.append(genco::tokens::ItemStr::from(text));
    tokens.push();
}

/// Appends a line of text that is ours.
fn fixed_line(tokens: &mut Tokens, text: &'static str) {
    tokens.append(genco::tokens::static_literal(text));
    tokens.push();
}

/// Appends lines between braces.
fn braces(tokens: &mut Tokens, inside: impl FnOnce(&mut Tokens)) {
    tokens.append(genco::tokens::static_literal("{"));
    tokens.indent();
    inside(tokens);
    tokens.unindent();
    fixed_line(tokens, "}");
}
