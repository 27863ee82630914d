//! What can be wrong in a text, as data: a [`Mistake`] becomes a [`Diagnostic`] last.
//!
//! The words of each message are the reference's, which people and tools know. What they do not say (where the opener
//! stands, why it is so, what to write instead) is added by the labels and notes in [`crate::diagnostics::teach`].

use flua_ast::{Diagnostic, Severity, SourceFile, Span};

use crate::diagnostics::teach;
use crate::lexer::escape::StringError;
use crate::token::Token;

/// Something wrong in a text, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// What is wrong.
    pub problem: Problem,
    /// The token that the message shows, as it shows it.
    pub near: Option<Vec<u8>>,
    /// A place on the line that the reference reports.
    pub line_at: u32,
    /// The place that it is about.
    pub span: Span,
}

/// What is wrong. A `line_at` is a place on the line that the message gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// A string between quotes that can't be read.
    String(StringError),
    /// A string in long brackets without its end.
    UnfinishedLongString {
        /// Where it begins.
        line_at: u32,
    },
    /// A comment in long brackets without its end.
    UnfinishedComment {
        /// Where it begins.
        line_at: u32,
    },
    /// `[=` without a second `[`.
    InvalidDelimiter,
    /// A compiled chunk in place of a text.
    BinaryChunk,
    /// A numeral that denotes no number.
    MalformedNumber,
    /// No expression begins so, or no statement.
    UnexpectedSymbol {
        /// Whether a statement had to begin.
        in_statement: bool,
    },
    /// Another token had to follow.
    Expected {
        /// The token.
        token: Token,
    },
    /// What was opened before has to be closed.
    Unclosed {
        /// The token that closes.
        expected: Token,
        /// The token that opened.
        opener: Token,
        /// Where the opener stands.
        span: Span,
        /// The line remembered for it.
        line_at: u32,
    },
    /// Behind `for` and a name, neither `=` nor `in`.
    ForExpected,
    /// In a list of parameters, neither a name nor `...`.
    ParameterExpected,
    /// A method without arguments.
    ArgumentsExpected,
    /// An expression that is no statement, or no target of an assignment.
    NoStatement {
        /// Where the token stands that shows it.
        found_at: u32,
        /// Whether that token makes it the target of an assignment.
        is_target: bool,
    },
    /// `...` in a function that has none.
    VarargOutsideVarargFunction,
    /// More than 200 levels of nesting.
    TooDeep,
    /// An assignment to a `<const>` or `<close>` variable.
    AssignmentToConstant {
        /// The variable.
        name: String,
        /// Where it is declared.
        declared: Span,
    },
    /// An attribute that is neither `const` nor `close`.
    UnknownAttribute {
        /// The attribute.
        name: String,
    },
    /// Two `<close>` variables in one `local`.
    MultipleToBeClosed {
        /// The first of them.
        first: Span,
    },
    /// A `goto` into the scope of a local variable.
    JumpIntoScope {
        /// The label.
        label: String,
        /// Where the `goto` stands.
        goto_line_at: u32,
        /// Where the label stands.
        label_span: Span,
        /// The variable.
        local: String,
        /// Where it is declared.
        declared: Span,
    },
    /// A label that the function has already.
    LabelDefinedTwice {
        /// The label.
        name: String,
        /// Where it stands first.
        first: Span,
        /// The line of that.
        first_line_at: u32,
    },
    /// A `goto` whose label can't be seen.
    NoVisibleLabel {
        /// The label.
        name: String,
        /// Where the `goto` stands.
        line_at: u32,
    },
    /// A `break` that no loop encloses.
    BreakOutsideLoop {
        /// Where it stands.
        line_at: u32,
    },
    /// More of something than a function may have.
    OverLimit {
        /// What there is too much of.
        what: Limit,
        /// Where the function is defined; `None` for the main chunk.
        function_line_at: Option<u32>,
    },
    /// An expression too large, or too many arguments.
    TooManyRegisters,
    /// More of something than the reference's lists hold.
    OverCapacity {
        /// What there is too much of.
        what: &'static str,
        /// How much there may be.
        limit: usize,
    },
}

/// What a function may have only so many of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// Local variables in scope.
    Variables,
    /// Variables of enclosing functions.
    Upvalues,
}

impl Mistake {
    /// The diagnostic that says it.
    pub fn into_diagnostic(self, source: &SourceFile) -> Diagnostic {
        let line = source.line(self.line_at);
        let mut message = self.problem.words(source, line);
        if let Some(near) = &self.near {
            message.push_str(" near ");
            message.push_str(&String::from_utf8_lossy(near));
        }
        Diagnostic {
            severity: Severity::Error,
            code: self.problem.code(),
            message,
            line,
            labels: teach::labels(&self),
            notes: teach::notes(&self, source),
            source: 0,
        }
    }
}

impl Problem {
    /// The reference's words, without the token that they are near to.
    fn words(&self, source: &SourceFile, reported_line: u32) -> String {
        match self {
            Self::String(error) => error.words().into(),
            Self::UnfinishedLongString { line_at } => {
                format!("unfinished long string (starting at line {})", source.line(*line_at))
            }
            Self::UnfinishedComment { line_at } => {
                format!("unfinished long comment (starting at line {})", source.line(*line_at))
            }
            Self::InvalidDelimiter => "invalid long string delimiter".into(),
            Self::BinaryChunk => "attempt to load a binary chunk (mode is 't')".into(),
            Self::MalformedNumber => "malformed number".into(),
            Self::UnexpectedSymbol { .. } => "unexpected symbol".into(),
            Self::Expected { token } => format!("{} expected", token.quoted()),
            Self::Unclosed { expected, opener, line_at, .. } => {
                // On the opener's own line the reference leaves out what is to be closed.
                let words = format!("{} expected", expected.quoted());
                let line = source.line(*line_at);
                if line == reported_line { words } else { format!("{words} (to close {} at line {line})", opener.quoted()) }
            }
            Self::ForExpected => "'=' or 'in' expected".into(),
            Self::ParameterExpected => "<name> or '...' expected".into(),
            Self::ArgumentsExpected => "function arguments expected".into(),
            Self::NoStatement { .. } => "syntax error".into(),
            Self::VarargOutsideVarargFunction => "cannot use '...' outside a vararg function".into(),
            Self::TooDeep => "C stack overflow".into(),
            Self::AssignmentToConstant { name, .. } => format!("attempt to assign to const variable '{name}'"),
            Self::UnknownAttribute { name } => format!("unknown attribute '{name}'"),
            Self::MultipleToBeClosed { .. } => "multiple to-be-closed variables in local list".into(),
            Self::JumpIntoScope { label, goto_line_at, local, .. } => {
                format!("<goto {label}> at line {} jumps into the scope of local '{local}'", source.line(*goto_line_at))
            }
            Self::LabelDefinedTwice { name, first_line_at, .. } => {
                format!("label '{name}' already defined on line {}", source.line(*first_line_at))
            }
            Self::NoVisibleLabel { name, line_at } => {
                format!("no visible label '{name}' for <goto> at line {}", source.line(*line_at))
            }
            Self::BreakOutsideLoop { line_at } => format!("break outside loop at line {}", source.line(*line_at)),
            Self::OverLimit { what, function_line_at } => {
                let function = match function_line_at {
                    Some(at) => format!("function at line {}", source.line(*at)),
                    None => "main function".into(),
                };
                format!("too many {} (limit is {}) in {function}", what.name(), what.limit())
            }
            Self::TooManyRegisters => "function or expression needs too many registers".into(),
            Self::OverCapacity { what, limit } => format!("too many {what} (limit is {limit})"),
        }
    }

    /// The code of the page that explains it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::String(StringError::Unfinished) => "L0001",
            Self::UnfinishedLongString { .. } => "L0002",
            Self::UnfinishedComment { .. } => "L0003",
            Self::MalformedNumber => "L0004",
            Self::String(StringError::InvalidEscape) => "L0005",
            Self::String(StringError::DecimalTooLarge) => "L0006",
            Self::String(StringError::HexadecimalDigitExpected) => "L0007",
            Self::String(
                StringError::MissingOpeningBrace | StringError::MissingClosingBrace | StringError::CodePointTooLarge,
            ) => "L0008",
            Self::InvalidDelimiter => "L0009",
            Self::BinaryChunk => "L0010",
            Self::UnexpectedSymbol { .. } => "L0101",
            Self::Expected { token: Token::Name } => "L0105",
            Self::Expected { token: Token::EndOfFile } => "L0109",
            Self::Expected { .. } => "L0102",
            Self::Unclosed { .. } => "L0103",
            Self::ForExpected => "L0104",
            Self::ArgumentsExpected => "L0106",
            Self::NoStatement { .. } => "L0107",
            Self::ParameterExpected => "L0108",
            Self::VarargOutsideVarargFunction => "L0110",
            Self::AssignmentToConstant { .. } => "L0201",
            Self::UnknownAttribute { .. } => "L0202",
            Self::MultipleToBeClosed { .. } => "L0203",
            Self::JumpIntoScope { .. } => "L0204",
            Self::LabelDefinedTwice { .. } => "L0205",
            Self::NoVisibleLabel { .. } => "L0206",
            Self::BreakOutsideLoop { .. } => "L0207",
            Self::OverLimit { what: Limit::Variables, .. } => "L0208",
            Self::OverLimit { what: Limit::Upvalues, .. } => "L0209",
            Self::TooDeep => "L0210",
            Self::TooManyRegisters => "L0211",
            Self::OverCapacity { .. } => "L0212",
        }
    }
}

impl StringError {
    fn words(self) -> &'static str {
        match self {
            Self::Unfinished => "unfinished string",
            Self::InvalidEscape => "invalid escape sequence",
            Self::DecimalTooLarge => "decimal escape too large",
            Self::HexadecimalDigitExpected => "hexadecimal digit expected",
            Self::MissingOpeningBrace => "missing '{'",
            Self::MissingClosingBrace => "missing '}'",
            Self::CodePointTooLarge => "UTF-8 value too large",
        }
    }
}

impl Limit {
    fn name(self) -> &'static str {
        match self {
            Self::Variables => "local variables",
            Self::Upvalues => "upvalues",
        }
    }

    fn limit(self) -> u32 {
        match self {
            Self::Variables => 200,
            Self::Upvalues => 255,
        }
    }
}
