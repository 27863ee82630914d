//! The tokens of Lua 5.4. Lua §3.1.
//!
//! A token is only its kind, one byte: its text is its span of the source. Strings and numerals are decoded when the tree
//! is built, so that whoever only skips over them (the lexer, the recogniser's lookahead) pays nothing for it.

use logos::Logos;

use crate::lexer::{LexicalError, escape, long_bracket, numeral};

/// The keywords. Lua §3.1.
pub const KEYWORDS: [&str; 22] = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil", "not", "or",
    "repeat", "return", "then", "true", "until", "while",
];

/// The tokens that are no words: operators, brackets and what separates. Lua §3.1.
pub const SYMBOLS: [&str; 33] = [
    "+", "-", "*", "/", "%", "^", "#", "&", "~", "|", "<<", ">>", "//", "==", "~=", "<=", ">=", "<", ">", "=", "(", ")", "{",
    "}", "[", "]", "::", ";", ":", ",", ".", "..", "...",
];

/// The kind of a token.
#[derive(Logos, Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[logos(utf8 = false, error = LexicalError, skip r"[ \t\r\n\x0B\x0C]+")]
pub enum Token {
    /// A comment, which no one ever sees: its callback skips it.
    #[token("--", long_bracket::skip_comment)]
    Comment,
    /// `and`
    #[token("and")]
    And,
    /// `break`
    #[token("break")]
    Break,
    /// `do`
    #[token("do")]
    Do,
    /// `else`
    #[token("else")]
    Else,
    /// `elseif`
    #[token("elseif")]
    ElseIf,
    /// `end`
    #[token("end")]
    End,
    /// `false`
    #[token("false")]
    False,
    /// `for`
    #[token("for")]
    For,
    /// `function`
    #[token("function")]
    Function,
    /// `goto`
    #[token("goto")]
    Goto,
    /// `if`
    #[token("if")]
    If,
    /// `in`
    #[token("in")]
    In,
    /// `local`
    #[token("local")]
    Local,
    /// `nil`
    #[token("nil")]
    Nil,
    /// `not`
    #[token("not")]
    Not,
    /// `or`
    #[token("or")]
    Or,
    /// `repeat`
    #[token("repeat")]
    Repeat,
    /// `return`
    #[token("return")]
    Return,
    /// `then`
    #[token("then")]
    Then,
    /// `true`
    #[token("true")]
    True,
    /// `until`
    #[token("until")]
    Until,
    /// `while`
    #[token("while")]
    While,
    /// `+`
    #[token("+")]
    Plus,
    /// `-`
    #[token("-")]
    Minus,
    /// `*`
    #[token("*")]
    Star,
    /// `/`
    #[token("/")]
    Slash,
    /// `//`
    #[token("//")]
    DoubleSlash,
    /// `%`
    #[token("%")]
    Percent,
    /// `^`
    #[token("^")]
    Caret,
    /// `#`
    #[token("#")]
    Hash,
    /// `&`
    #[token("&")]
    Ampersand,
    /// `~`
    #[token("~")]
    Tilde,
    /// `|`
    #[token("|")]
    Pipe,
    /// `<<`
    #[token("<<")]
    ShiftLeft,
    /// `>>`
    #[token(">>")]
    ShiftRight,
    /// `==`
    #[token("==")]
    Equal,
    /// `~=`
    #[token("~=")]
    NotEqual,
    /// `<=`
    #[token("<=")]
    LessEqual,
    /// `>=`
    #[token(">=")]
    GreaterEqual,
    /// `<`
    #[token("<")]
    Less,
    /// `>`
    #[token(">")]
    Greater,
    /// `=`
    #[token("=")]
    Assign,
    /// `(`
    #[token("(")]
    OpenParen,
    /// `)`
    #[token(")")]
    CloseParen,
    /// `{`
    #[token("{")]
    OpenBrace,
    /// `}`
    #[token("}")]
    CloseBrace,
    /// `[`
    #[token("[")]
    OpenBracket,
    /// `]`
    #[token("]")]
    CloseBracket,
    /// `::`
    #[token("::")]
    DoubleColon,
    /// `;`
    #[token(";")]
    Semicolon,
    /// `:`
    #[token(":")]
    Colon,
    /// `,`
    #[token(",")]
    Comma,
    /// `.`
    #[token(".")]
    Dot,
    /// `..`
    #[token("..")]
    DotDot,
    /// `...`
    #[token("...")]
    Ellipsis,
    /// An identifier.
    #[regex("[A-Za-z_][A-Za-z0-9_]*")]
    Name,
    /// A numeral, well-formed or not: [`numeral::parse`] tells.
    #[regex(r"\.?[0-9]", numeral::scan)]
    Numeral,
    /// A literal string between quotes, its escapes not yet looked at: [`escape::read`] does.
    #[token("\"", escape::scan)]
    #[token("'", escape::scan)]
    String,
    /// A literal string in long brackets.
    #[regex(r"\[=*\[", long_bracket::scan)]
    #[regex(r"\[=+", long_bracket::refuse)]
    LongString,
    /// A byte that starts no token; the grammar has no place for it.
    Unknown,
    /// The end of the text; the lexer gives it only to the recogniser.
    EndOfFile,
}

impl Token {
    /// The token as the reference's messages name it: in quotes, if it always has the same text.
    pub fn quoted(self) -> String {
        match self {
            Self::Name | Self::Numeral | Self::String | Self::LongString | Self::EndOfFile => self.text().into(),
            _ => format!("'{}'", self.text()),
        }
    }

    /// The text of a token that always has the same, or what the reference calls one that has not.
    pub const fn text(self) -> &'static str {
        match self {
            Self::And => "and",
            Self::Break => "break",
            Self::Do => "do",
            Self::Else => "else",
            Self::ElseIf => "elseif",
            Self::End => "end",
            Self::False => "false",
            Self::For => "for",
            Self::Function => "function",
            Self::Goto => "goto",
            Self::If => "if",
            Self::In => "in",
            Self::Local => "local",
            Self::Nil => "nil",
            Self::Not => "not",
            Self::Or => "or",
            Self::Repeat => "repeat",
            Self::Return => "return",
            Self::Then => "then",
            Self::True => "true",
            Self::Until => "until",
            Self::While => "while",
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Star => "*",
            Self::Slash => "/",
            Self::DoubleSlash => "//",
            Self::Percent => "%",
            Self::Caret => "^",
            Self::Hash => "#",
            Self::Ampersand => "&",
            Self::Tilde => "~",
            Self::Pipe => "|",
            Self::ShiftLeft => "<<",
            Self::ShiftRight => ">>",
            Self::Equal => "==",
            Self::NotEqual => "~=",
            Self::LessEqual => "<=",
            Self::GreaterEqual => ">=",
            Self::Less => "<",
            Self::Greater => ">",
            Self::Assign => "=",
            Self::OpenParen => "(",
            Self::CloseParen => ")",
            Self::OpenBrace => "{",
            Self::CloseBrace => "}",
            Self::OpenBracket => "[",
            Self::CloseBracket => "]",
            Self::DoubleColon => "::",
            Self::Semicolon => ";",
            Self::Colon => ":",
            Self::Comma => ",",
            Self::Dot => ".",
            Self::DotDot => "..",
            Self::Ellipsis => "...",
            Self::Name => "<name>",
            Self::Numeral => "<number>",
            Self::String | Self::LongString => "<string>",
            Self::Comment => "<comment>",
            Self::Unknown => "<unknown>",
            Self::EndOfFile => "<eof>",
        }
    }
}
