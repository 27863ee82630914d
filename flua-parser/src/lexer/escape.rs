//! Quoted strings: where they end, and the bytes that their escapes denote. Lua §3.1.

use std::borrow::Cow;

use logos::Lexer;

use super::LexicalError;
use crate::token::Token;

/// What is wrong in a quoted string. The words are the reference's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StringError {
    /// The line ends, or the text does, before the closing quote.
    Unfinished,
    /// A backslash before a byte that makes no escape.
    InvalidEscape,
    /// `\ddd` above 255.
    DecimalTooLarge,
    /// `\x` or `\u{` without its digits.
    HexadecimalDigitExpected,
    /// `\u` without `{`.
    MissingOpeningBrace,
    /// `\u{XXX` without `}`.
    MissingClosingBrace,
    /// `\u{XXX}` of 2^31 and above.
    CodePointTooLarge,
}

/// A string that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BadString {
    /// What is wrong.
    pub error: StringError,
    /// Where it was noticed: the offset, in the text given, of the byte looked at.
    pub at: usize,
    /// Where the escape begins that is wrong, or the string.
    pub from: usize,
    /// What the reference shows as the token: the opening quote and what it had decoded, then the raw escape.
    /// `None` where it shows the end of the file.
    pub near: Option<Vec<u8>>,
}

/// Finds the end of a string whose opening quote has matched.
///
/// It only skips what stands behind a backslash; whether it makes an escape is for [`read`] to see.
pub fn scan(lexer: &mut Lexer<'_, Token>) -> Result<(), LexicalError> {
    let quote = lexer.slice()[0];
    let rest = lexer.remainder();
    let mut at = 0;
    loop {
        at += rest[at..]
            .iter()
            .position(|&byte| byte == quote || byte == b'\\' || byte == b'\n' || byte == b'\r')
            .ok_or(LexicalError::UnfinishedString)?;
        match rest[at] {
            b'\\' => at += 1 + skipped_after_backslash(&rest[at + 1..]),
            byte if byte == quote => break,
            _ => return Err(LexicalError::UnfinishedString),
        }
    }
    lexer.bump(at + 1);
    Ok(())
}

/// How many bytes behind a backslash surely belong to the string.
fn skipped_after_backslash(text: &[u8]) -> usize {
    match text {
        [] => 0,
        [b'\r', b'\n', ..] | [b'\n', b'\r', ..] => 2,
        [b'z', rest @ ..] => 1 + rest.iter().take_while(|&&byte| is_space(byte)).count(),
        _ => 1,
    }
}

/// What C's `isspace` takes in the "C" locale.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C)
}

/// Reads a quoted string, which begins with its quote, and gives its bytes.
///
/// It checks in the reference's order, so that the first mistake found is the one that the reference reports.
pub fn read(text: &[u8]) -> Result<Cow<'_, [u8]>, BadString> {
    let plain = text[1..].iter().position(|&byte| byte == text[0] || matches!(byte, b'\\' | b'\n' | b'\r'));
    if let Some(length) = plain
        && text[1 + length] == text[0]
    {
        return Ok(Cow::Borrowed(&text[1..=length]));
    }
    Reader { text, at: 1, bytes: Vec::with_capacity(text.len()) }.read().map(Cow::Owned)
}

/// Reads a string that has escapes, or that is not finished.
struct Reader<'t> {
    text: &'t [u8],
    at: usize,
    bytes: Vec<u8>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn read(mut self) -> Result<Vec<u8>, BadString> {
        let quote = self.text[0];
        loop {
            match self.peek() {
                None => return Err(BadString { error: StringError::Unfinished, at: self.at, from: 0, near: None }),
                Some(b'\n' | b'\r') => return Err(self.bad(StringError::Unfinished, 0, self.at)),
                Some(b'\\') => self.escape()?,
                Some(byte) if byte == quote => return Ok(self.bytes),
                Some(byte) => {
                    self.bytes.push(byte);
                    self.at += 1;
                }
            }
        }
    }

    /// An error about the escape that begins at `from`; the reference shows it raw, up to `to`.
    fn bad(&self, error: StringError, from: usize, to: usize) -> BadString {
        let mut near = vec![self.text[0]];
        near.extend_from_slice(&self.bytes);
        if from > 0 {
            near.extend_from_slice(&self.text[from..to]);
        }
        BadString { error, at: self.at, from, near: Some(near) }
    }

    /// An error about the byte under the cursor, which the reference shows with the escape.
    fn bad_here(&self, error: StringError, from: usize) -> BadString {
        self.bad(error, from, (self.at + 1).min(self.text.len()))
    }

    fn escape(&mut self) -> Result<(), BadString> {
        let from = self.at;
        self.at += 1;
        let Some(byte) = self.peek() else { return Ok(()) };
        let denoted = match byte {
            b'a' => 0x07,
            b'b' => 0x08,
            b'f' => 0x0C,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'v' => 0x0B,
            b'\\' | b'"' | b'\'' => byte,
            b'\n' | b'\r' => {
                self.line_break(byte);
                return Ok(());
            }
            b'x' => return self.hexadecimal(from),
            b'z' => {
                self.spaces();
                return Ok(());
            }
            b'u' => return self.code_point(from),
            b'0'..=b'9' => return self.decimal(from),
            _ => return Err(self.bad_here(StringError::InvalidEscape, from)),
        };
        self.at += 1;
        self.bytes.push(denoted);
        Ok(())
    }

    /// A backslash and a line break: the line break, as LF.
    fn line_break(&mut self, first: u8) {
        self.at += 1;
        if let Some(second @ (b'\n' | b'\r')) = self.peek()
            && second != first
        {
            self.at += 1;
        }
        self.bytes.push(b'\n');
    }

    /// `\z`: nothing, and the spaces and line breaks behind it are skipped.
    fn spaces(&mut self) {
        self.at += 1;
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }

    /// `\xXX`
    fn hexadecimal(&mut self, from: usize) -> Result<(), BadString> {
        let high = self.next_hexadecimal_digit(from)?;
        let low = self.next_hexadecimal_digit(from)?;
        self.at += 1;
        self.bytes.push(high << 4 | low);
        Ok(())
    }

    /// Steps to the next byte, which must be a hexadecimal digit, and gives its value.
    fn next_hexadecimal_digit(&mut self, from: usize) -> Result<u8, BadString> {
        self.at += 1;
        self.hexadecimal_digit().ok_or_else(|| self.bad_here(StringError::HexadecimalDigitExpected, from))
    }

    fn hexadecimal_digit(&self) -> Option<u8> {
        let digit = char::from(self.peek()?).to_digit(16)?;
        u8::try_from(digit).ok()
    }

    /// `\ddd`
    fn decimal(&mut self, from: usize) -> Result<(), BadString> {
        let mut value = 0_u16;
        for _ in 0..3 {
            let Some(digit @ b'0'..=b'9') = self.peek() else { break };
            value = value * 10 + u16::from(digit - b'0');
            self.at += 1;
        }
        let byte = u8::try_from(value).map_err(|_| self.bad_here(StringError::DecimalTooLarge, from))?;
        self.bytes.push(byte);
        Ok(())
    }

    /// `\u{XXX}`, the UTF-8 encoding of a value below 2^31.
    fn code_point(&mut self, from: usize) -> Result<(), BadString> {
        self.at += 1;
        if self.peek() != Some(b'{') {
            return Err(self.bad_here(StringError::MissingOpeningBrace, from));
        }
        let mut value = u32::from(self.next_hexadecimal_digit(from)?);
        self.at += 1;
        while let Some(digit) = self.hexadecimal_digit() {
            if value > 0x7FFF_FFFF >> 4 {
                return Err(self.bad_here(StringError::CodePointTooLarge, from));
            }
            value = value << 4 | u32::from(digit);
            self.at += 1;
        }
        if self.peek() != Some(b'}') {
            return Err(self.bad_here(StringError::MissingClosingBrace, from));
        }
        self.at += 1;
        push_utf8(&mut self.bytes, value);
        Ok(())
    }
}

/// Encodes a value below 2^31 as UTF-8 once allowed it: in up to six bytes.
fn push_utf8(bytes: &mut Vec<u8>, value: u32) {
    let Ok(ascii @ 0..=0x7F) = u8::try_from(value) else {
        let continuations = match value {
            0..0x800 => 1,
            0x800..0x1_0000 => 2,
            0x1_0000..0x20_0000 => 3,
            0x20_0000..0x400_0000 => 4,
            _ => 5,
        };
        let lead = 0xFF_u8 << (7 - continuations);
        bytes.push(lead | low_bits(value >> (6 * continuations)));
        bytes.extend((0..continuations).rev().map(|index| 0x80 | low_bits(value >> (6 * index))));
        return;
    };
    bytes.push(ascii);
}

/// The six lowest bits.
fn low_bits(value: u32) -> u8 {
    (value & 0x3F) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Result<Vec<u8>, BadString> {
        super::read(text).map(Cow::into_owned)
    }

    fn error(text: &[u8]) -> (StringError, Option<Vec<u8>>) {
        let bad = read(text).expect_err("the string is wrong");
        (bad.error, bad.near)
    }

    #[test]
    fn escapes_denote_their_bytes() {
        assert_eq!(read(br#""\a\b\f\n\r\t\v\\\"\'""#), Ok(b"\x07\x08\x0C\n\r\t\x0B\\\"'".to_vec()));
        assert_eq!(read(br#""\0\65\0651\xfF""#), Ok(b"\0AA1\xFF".to_vec()));
        assert_eq!(read(b"'a\\z \n\r\t b'"), Ok(b"ab".to_vec()));
        assert_eq!(read(b"'a\\\r\nb\\\n\rc\\\rd'"), Ok(b"a\nb\nc\nd".to_vec()));
    }

    #[test]
    fn code_points_up_to_31_bits_are_encoded() {
        assert_eq!(read(br"'\u{7F}\u{80}\u{7FF}\u{800}'"), Ok(b"\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80".to_vec()));
        assert_eq!(read(br"'\u{FFFF}\u{10000}\u{0010FFFF}'"), Ok(b"\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF".to_vec()));
        assert_eq!(read(br"'\u{7FFFFFFF}'"), Ok(b"\xFD\xBF\xBF\xBF\xBF\xBF".to_vec()));
        assert_eq!(read(br"'\u{200000}\u{4000000}'"), Ok(b"\xF8\x88\x80\x80\x80\xFC\x84\x80\x80\x80\x80".to_vec()));
    }

    #[test]
    fn the_first_mistake_is_shown_behind_what_was_decoded() {
        assert_eq!(error(br#""a\n\q""#), (StringError::InvalidEscape, Some(b"\"a\n\\q".to_vec())));
        assert_eq!(error(br#""\300""#), (StringError::DecimalTooLarge, Some(br#""\300""#.to_vec())));
        assert_eq!(error(br#""\x1g""#), (StringError::HexadecimalDigitExpected, Some(br#""\x1g"#.to_vec())));
        assert_eq!(error(br#""\u11""#), (StringError::MissingOpeningBrace, Some(br#""\u1"#.to_vec())));
        assert_eq!(error(br#""\u{11""#), (StringError::MissingClosingBrace, Some(br#""\u{11""#.to_vec())));
        assert_eq!(error(br#""\u{100000000}""#), (StringError::CodePointTooLarge, Some(br#""\u{100000000"#.to_vec())));
        assert_eq!(error(b"'ab\n"), (StringError::Unfinished, Some(b"'ab".to_vec())));
        assert_eq!(error(b"'ab"), (StringError::Unfinished, None));
        assert_eq!(error(b"'ab\\"), (StringError::Unfinished, None));
    }
}
