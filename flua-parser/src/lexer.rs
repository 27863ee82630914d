//! Bytes to tokens.
//!
//! The automaton in [`Token`] knows where a token begins and which it is; the modules below know where a comment, a string
//! or a numeral ends, and what it denotes. Tokens are only delimited here: that a string has a wrong escape or a numeral
//! too many dots is found when it is decoded.

pub mod escape;
pub mod long_bracket;
pub mod numeral;

use flua_ast::skipped_head;
use logos::Logos;

use crate::token::Token;

/// Why no token could be read.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum LexicalError {
    /// A byte that starts no token.
    #[default]
    UnknownByte,
    /// A quoted string without its closing quote on the line.
    UnfinishedString,
    /// A string in long brackets without its closing bracket.
    UnfinishedLongString,
    /// A comment in long brackets without its closing bracket.
    UnfinishedComment,
    /// `[=` without a second `[`.
    InvalidDelimiter,
}

/// A token with its place, as the generated parser takes it.
pub type Spanned = (u32, Token, u32);

/// The tokens of a source text.
pub struct Lexer<'s> {
    automaton: logos::Lexer<'s, Token>,
}

impl<'s> Lexer<'s> {
    /// Starts behind what the reference skips at the head of a file.
    pub fn new(bytes: &'s [u8]) -> Self {
        let mut automaton = Token::lexer(bytes);
        automaton.bump(skipped_head(bytes));
        Self { automaton }
    }

    /// The place of the token read last.
    #[expect(clippy::cast_possible_truncation, reason = "a source text is at most 4 GiB long")]
    pub fn span(&self) -> (u32, u32) {
        let span = self.automaton.span();
        (span.start as u32, span.end as u32)
    }
}

impl Iterator for Lexer<'_> {
    type Item = Result<Spanned, LexicalError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let token = self.automaton.next()?;
        let (start, end) = self.span();
        Some(match token {
            Ok(token) => Ok((start, token, end)),
            Err(error) => Err(error),
        })
    }
}
