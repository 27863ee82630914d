//! Long brackets: `[[ … ]]`, `[==[ … ]==]`, and comments. Lua §3.1.

use std::borrow::Cow;

use logos::{FilterResult, Lexer};

use super::LexicalError;
use crate::token::Token;

/// Finds the end of a long string whose opening bracket has matched.
pub fn scan(lexer: &mut Lexer<'_, Token>) -> Result<(), LexicalError> {
    let level = lexer.slice().len() - 2;
    let length = closing_bracket(lexer.remainder(), level).ok_or(LexicalError::UnfinishedLongString)?;
    lexer.bump(length);
    Ok(())
}

/// Refuses `[=` that no second `[` follows.
pub fn refuse(_: &mut Lexer<'_, Token>) -> Result<(), LexicalError> {
    Err(LexicalError::InvalidDelimiter)
}

/// Skips a comment whose `--` has matched: to the closing bracket if a long bracket follows, else to the end of the line.
pub fn skip_comment(lexer: &mut Lexer<'_, Token>) -> FilterResult<(), LexicalError> {
    let rest = lexer.remainder();
    let length = match opening_bracket(rest) {
        Some(level) => match closing_bracket(&rest[level + 2..], level) {
            Some(length) => level + 2 + length,
            None => return FilterResult::Error(LexicalError::UnfinishedComment),
        },
        None => rest.iter().position(|&byte| byte == b'\n' || byte == b'\r').unwrap_or(rest.len()),
    };
    lexer.bump(length);
    FilterResult::Skip
}

/// The level of the long bracket that opens here, if one does.
fn opening_bracket(text: &[u8]) -> Option<usize> {
    let inner = text.strip_prefix(b"[")?;
    let level = inner.iter().take_while(|&&byte| byte == b'=').count();
    (inner.get(level) == Some(&b'[')).then_some(level)
}

/// The length of the text up to and with the closing bracket of that level.
fn closing_bracket(text: &[u8], level: usize) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text[at..].iter().position(|&byte| byte == b']')? + 1;
        let signs = text[at..].iter().take_while(|&&byte| byte == b'=').count();
        if signs == level && text.get(at + signs) == Some(&b']') {
            return Some(at + signs + 1);
        }
        at += signs;
    }
}

/// The bytes that a long string denotes: without a first line break, every other one as LF.
pub fn contents(token: &[u8]) -> Cow<'_, [u8]> {
    let bracket = 2 + token[1..].iter().take_while(|&&byte| byte == b'=').count();
    let text = &token[bracket..token.len() - bracket];
    let text = match text {
        [b'\r', b'\n', rest @ ..] | [b'\n', b'\r', rest @ ..] | [b'\r' | b'\n', rest @ ..] => rest,
        _ => text,
    };
    normalize_line_breaks(text)
}

/// Every line break (CR, LF, CRLF, LFCR) as LF.
fn normalize_line_breaks(text: &[u8]) -> Cow<'_, [u8]> {
    if !text.contains(&b'\r') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, tail @ ..] = rest {
        rest = match rest {
            [b'\r', b'\n', tail @ ..] | [b'\n', b'\r', tail @ ..] => tail,
            _ => tail,
        };
        bytes.push(if *first == b'\r' { b'\n' } else { *first });
    }
    Cow::Owned(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_break_becomes_one_lf_and_the_first_is_dropped() {
        assert_eq!(*contents(b"[[\r\na\n\rb\rc\n\nd]]"), *b"a\nb\nc\n\nd");
        assert_eq!(*contents(b"[==[]]\n]=]]==]"), *b"]]\n]=]");
        assert_eq!(*contents(b"[[\n\n]]"), *b"\n");
    }

    #[test]
    fn a_closing_bracket_may_share_its_first_bracket_with_a_false_start() {
        assert_eq!(closing_bracket(b"a]=]==] rest", 2), Some(7));
        assert_eq!(closing_bracket(b"a]]]", 0), Some(3));
        assert_eq!(closing_bracket(b"a]=", 1), None);
    }
}
