//! The front end of the flua compiler: bytes to tokens to the syntax tree, and the drawing of diagnostics.
//!
//! It takes a [`SourceFile`] and gives a [`Chunk`], or the [`Diagnostic`] that says what the reference implementation of
//! Lua 5.4 would say. It reads no files, prints nothing and knows nothing of C#.
//!
//! There are two parsers. The first is generated from the grammar, and quick: it gives the tree of a good program, and of a
//! bad one only that it is bad. The second is a recogniser in the shape of the reference's single-pass compiler. It builds
//! nothing; it makes the reference's checks in the reference's order, and so finds the same first mistake and words it the
//! same. It runs when the first has failed, and where a program uses features that can be used wrongly.

mod actions;
mod diagnostics;
mod error;
mod hash;
mod interner;
mod lexer;
mod recognise;
mod token;

lalrpop_util::lalrpop_mod!(
    #[allow(warnings, clippy::all, clippy::pedantic, clippy::restriction, missing_docs, reason = "generated code")]
    grammar
);

use flua_ast::{Chunk, Diagnostic, SourceFile, Span};

use crate::actions::{TreeBuilder, Verdict};
use crate::error::{Mistake, Problem};
use crate::lexer::Lexer;
use crate::recognise::Cursor;
use crate::token::Token;

pub use crate::token::{KEYWORDS, SYMBOLS};

pub use crate::diagnostics::{Style, codes, explain, render, render_short};

/// Parses a source text.
///
/// It finds what is no Lua: wrong tokens, wrong syntax, nesting beyond the reference's limit. What Lua's rules of scope
/// refuse (assignment to a constant, a `goto` without label, more than 200 locals …) it lets pass, unless something else is
/// wrong too: the first mistake in the reference's order is reported. [`check`] finds both.
pub fn parse(source: &SourceFile) -> Result<Chunk, Diagnostic> {
    let (chunk, _) = build(source)?;
    Ok(chunk)
}

/// Parses a source text, and refuses all that the reference's compiler refuses.
pub fn check(source: &SourceFile) -> Result<Chunk, Diagnostic> {
    let (chunk, verdict) = build(source)?;
    match verdict {
        Verdict::Clean => Ok(chunk),
        Verdict::Suspicious | Verdict::Wrong => match reference_error(source) {
            Some(diagnostic) => Err(diagnostic),
            None => Ok(chunk),
        },
    }
}

/// The first mistake that the reference's compiler finds in a text, if it finds one.
pub fn reference_error(source: &SourceFile) -> Option<Diagnostic> {
    recognise::first_mistake(source).map(|mistake| mistake.into_diagnostic(source))
}

/// The tokens of a source text, one a line, each behind its place: for `flua compile --emit=tokens`.
pub fn print_tokens(source: &SourceFile) -> Result<String, Diagnostic> {
    let mut cursor = Cursor::new(source.bytes());
    let mut text = String::new();
    loop {
        cursor.advance().map_err(|mistake| mistake.into_diagnostic(source))?;
        let (line, column) = source.line_column(cursor.span().start);
        let token = cursor.token;
        let shown = cursor.text().escape_ascii();
        text += format!("{line}:{column} {token:?} {shown}").trim_end();
        text.push('\n');
        if token == Token::EndOfFile {
            return Ok(text);
        }
    }
}

/// The tree of a text that is Lua, and whether its use of names and labels has to be looked at.
fn build(source: &SourceFile) -> Result<(Chunk, Verdict), Diagnostic> {
    let mut builder = TreeBuilder::new(source.bytes());
    let mut lexer = Lexer::new(source.bytes());
    let is_accepted = grammar::ChunkParser::new().parse(&mut builder, &mut lexer).is_ok();
    let (start, end) = lexer.span();
    if is_accepted {
        let (chunk, verdict) = builder.finish();
        if verdict != Verdict::Wrong {
            return Ok((chunk, verdict));
        }
    }
    // The grammar and the recogniser agree on what Lua is; should they not, the text is refused all the same.
    Err(reference_error(source).unwrap_or_else(|| {
        let span = Span::new(start, end);
        let problem = Problem::NoStatement { found_at: start, is_target: false };
        Mistake { problem, near: None, line_at: end, span }.into_diagnostic(source)
    }))
}
