//! The C# tree to text, through genco: it keeps lines and indentation; the text of a line is written by [`expressions`].
//!
//! genco's own quoting of C# strings does not fit bytes (`\x` takes one to four digits in C#), so literals have a writer of their own.

mod declarations;
mod expressions;
mod literal;
mod statements;

use genco::fmt;
use genco::lang::{Csharp, csharp};

use crate::csharp::CompilationUnit;

/// The tokens of a file.
type Tokens = csharp::Tokens;

/// Prints a file: Allman braces, four spaces, a line feed at the end of each line.
pub fn emit(unit: &CompilationUnit) -> String {
    let mut tokens = Tokens::new();
    declarations::unit(&mut tokens, unit);
    let mut text = fmt::FmtWriter::new(String::new());
    let config = fmt::Config::from_lang::<Csharp>().with_indentation(fmt::Indentation::Space(4)).with_newline("\n");
    tokens.format_file(&mut text.as_formatter(&config), &csharp::Config::default()).expect("writing to a string does not fail");
    text.into_inner()
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
