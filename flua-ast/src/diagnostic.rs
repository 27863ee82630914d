//! What the compiler says about a source text. Data only: `flua-parser` draws it.

use crate::Span;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// Nothing is compiled.
    Error,
    /// It is compiled, and may not do what its author meant.
    Warning,
}

/// One finding about one source text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Its code, such as `L0101`; `flua explain L0101` shows its page.
    pub code: &'static str,
    /// The message; for errors that the reference reports, the reference's exact words.
    pub message: String,
    /// The line that the reference reports, counted from 1: it is that of the token read last, not always that of the
    /// primary label.
    pub line: u32,
    /// The places it is about. The first is the primary one.
    pub labels: Vec<Label>,
    /// What teaches: why it is so, and the way out.
    pub notes: Vec<String>,
    /// The index of the source in the compiled program: 0 is the main chunk, others are modules.
    pub source: usize,
}

/// A place in the source and what to see there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// A few words; may be empty.
    pub text: String,
}
