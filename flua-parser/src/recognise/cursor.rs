//! The token under the recogniser's eye, and one ahead of it.

use flua_ast::{Span, skipped_head};

use crate::error::{Mistake, Problem};
use crate::lexer::escape::StringError;
use crate::lexer::{Lexer, LexicalError, escape, long_bracket, numeral};
use crate::token::Token;

/// Reads tokens one by one, and checks strings and numerals as it goes: the reference finds a wrong escape when it reads
/// the token, not when it uses it.
pub struct Cursor<'s> {
    source: &'s [u8],
    lexer: Lexer<'s>,
    /// The current token.
    pub token: Token,
    span: Span,
    previous_span: Span,
    ahead: Option<(Token, Span)>,
}

impl<'s> Cursor<'s> {
    /// Stands before the first token.
    pub fn new(source: &'s [u8]) -> Self {
        let lexer = Lexer::new(source);
        Self { source, lexer, token: Token::EndOfFile, span: Span::default(), previous_span: Span::default(), ahead: None }
    }

    /// Where the current token stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Where the token before it stands.
    pub fn previous_span(&self) -> Span {
        self.previous_span
    }

    /// The text of the current token.
    pub fn text(&self) -> &'s [u8] {
        self.slice(self.span)
    }

    fn slice(&self, span: Span) -> &'s [u8] {
        &self.source[span.start as usize..span.end as usize]
    }

    /// A place on the reference's current line: the end of what was read last, with the token ahead.
    pub fn line_at(&self) -> u32 {
        self.ahead.map_or(self.span, |(_, span)| span).end
    }

    /// Whether the text begins as compiled chunks do.
    pub fn is_binary_chunk(&self) -> bool {
        self.text().first() == Some(&0x1B) && self.span.start as usize == skipped_head(self.source)
    }

    /// Steps to the next token.
    pub fn advance(&mut self) -> Result<(), Box<Mistake>> {
        self.previous_span = self.span;
        (self.token, self.span) = match self.ahead.take() {
            Some(ahead) => ahead,
            None => self.read()?,
        };
        Ok(())
    }

    /// The token behind the current one.
    pub fn look_ahead(&mut self) -> Result<Token, Box<Mistake>> {
        let ahead = self.read()?;
        self.ahead = Some(ahead);
        Ok(ahead.0)
    }

    /// A mistake at the current token.
    pub fn mistake(&self, problem: Problem) -> Mistake {
        Mistake { problem, near: self.near(), line_at: self.line_at(), span: self.span }
    }

    /// The current token as the reference shows it; a null byte it can't show.
    fn near(&self) -> Option<Vec<u8>> {
        let text = self.text();
        let shown = match self.token {
            Token::EndOfFile => return Some(b"<eof>".to_vec()),
            Token::Name | Token::Numeral => text.to_vec(),
            Token::String => {
                let bytes = escape::read(text).unwrap_or_default();
                [&text[..1], &*bytes, &text[..1]].concat()
            }
            Token::LongString => {
                let bracket = 2 + text[1..].iter().take_while(|&&byte| byte == b'=').count();
                [&text[..bracket], &*long_bracket::contents(text), &text[text.len() - bracket..]].concat()
            }
            Token::Unknown => match text[0] {
                0 => return None,
                byte @ 0x20..=0x7E => vec![byte],
                byte => format!("<\\{byte}>").into_bytes(),
            },
            token => token.text().into(),
        };
        Some(quoted(&shown))
    }

    fn read(&mut self) -> Result<(Token, Span), Box<Mistake>> {
        let Some(next) = self.lexer.next() else {
            let end = u32::try_from(self.source.len()).expect("a source text is at most 4 GiB long");
            return Ok((Token::EndOfFile, Span::new(end, end)));
        };
        let (start, end) = self.lexer.span();
        let span = Span::new(start, end);
        match next {
            Ok((_, Token::String, _)) => self.check_string(span),
            Ok((_, Token::Numeral, _)) => self.check_numeral(span),
            Ok((_, token, _)) => Ok((token, span)),
            Err(LexicalError::UnknownByte) => Ok((Token::Unknown, span)),
            Err(LexicalError::UnfinishedString) => {
                self.check_string(Span::new(start, u32::try_from(self.source.len()).unwrap_or(u32::MAX)))
            }
            Err(LexicalError::UnfinishedLongString) => self.unfinished(Problem::UnfinishedLongString { line_at: start }, span),
            Err(LexicalError::UnfinishedComment) => self.unfinished(Problem::UnfinishedComment { line_at: start }, span),
            Err(LexicalError::InvalidDelimiter) => {
                let near = Some(quoted(self.slice(span)));
                Err(Box::new(Mistake { problem: Problem::InvalidDelimiter, near, line_at: end, span }))
            }
        }
    }

    fn check_string(&self, span: Span) -> Result<(Token, Span), Box<Mistake>> {
        let Err(bad) = escape::read(self.slice(span)) else { return Ok((Token::String, span)) };
        let offset = |at: usize| span.start + u32::try_from(at).expect("a source text is at most 4 GiB long");
        let near = bad.near.map_or_else(|| b"<eof>".to_vec(), |text| quoted(&text));
        let at = offset(bad.at);
        // The byte that makes an escape wrong is shown with it, unless it ends the line.
        let shows_byte = bad.error != StringError::Unfinished
            && self.source.get(at as usize).is_some_and(|byte| !matches!(byte, b'\n' | b'\r'));
        Err(Box::new(Mistake {
            problem: Problem::String(bad.error),
            near: Some(near),
            line_at: at,
            span: Span::new(offset(bad.from), at + u32::from(shows_byte)),
        }))
    }

    fn check_numeral(&self, span: Span) -> Result<(Token, Span), Box<Mistake>> {
        if numeral::parse(self.slice(span)).is_some() {
            return Ok((Token::Numeral, span));
        }
        let near = Some(quoted(self.slice(span)));
        Err(Box::new(Mistake { problem: Problem::MalformedNumber, near, line_at: span.end, span }))
    }

    /// A long bracket that is open at the end of the text.
    fn unfinished(&self, problem: Problem, span: Span) -> Result<(Token, Span), Box<Mistake>> {
        let end = u32::try_from(self.source.len()).expect("a source text is at most 4 GiB long");
        Err(Box::new(Mistake { problem, near: Some(b"<eof>".to_vec()), line_at: end, span }))
    }
}

/// In quotes, up to the first null byte, where a C string ends.
fn quoted(text: &[u8]) -> Vec<u8> {
    let length = text.iter().position(|&byte| byte == 0).unwrap_or(text.len());
    [b"'", &text[..length], b"'"].concat()
}
