//! What Lua's rules of scope refuse, as data. [`ScopeError::into_diagnostic`] turns it into words last.

use flua_ast::{Diagnostic, Label, Severity, SourceFile, Span};

/// A violation of the rules of scope. The message of each is the reference's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ScopeError {
    /// An assignment to a `<const>` or `<close>` variable. Lua §3.3.7.
    AssignmentToConstant {
        /// The variable.
        name: String,
        /// Where it is assigned to.
        span: Span,
        /// Where it is declared.
        declared: Span,
    },
    /// Two `<close>` variables in one `local`. Lua §3.3.8.
    MultipleToBeClosed {
        /// The second of them.
        span: Span,
        /// The first.
        first: Span,
    },
    /// A `goto` into the scope of a local variable. Lua §3.3.4.
    JumpIntoScope {
        /// The label.
        label: String,
        /// Where the `goto` stands.
        span: Span,
        /// Where the label stands.
        label_span: Span,
        /// The variable.
        local: String,
    },
    /// A label that is visible already where it is defined again. Lua §3.3.4.
    LabelDefinedTwice {
        /// The label.
        name: String,
        /// Where it stands the second time.
        span: Span,
        /// Where it stands first.
        first: Span,
    },
    /// A `goto` whose label can't be seen. Lua §3.3.4.
    NoVisibleLabel {
        /// The label.
        name: String,
        /// Where the `goto` stands.
        span: Span,
    },
    /// A `break` that no loop encloses. Lua §3.3.4.
    BreakOutsideLoop {
        /// Where it stands.
        span: Span,
    },
    /// More local variables at a time than a function may have.
    TooManyLocals {
        /// The variable that is one too many.
        span: Span,
        /// The line of the function; 0 for a main chunk.
        function_line: u32,
    },
    /// More upvalues than a function may have.
    TooManyUpvalues {
        /// The variable that is one too many.
        span: Span,
        /// The line of the function.
        function_line: u32,
    },
    /// `...` in a function that has none. Lua §3.4.11.
    VarargOutsideVarargFunction {
        /// Where it stands.
        span: Span,
    },
}

/// The most local variables that a function may have at a time.
pub const MAX_LOCALS: usize = 200;
/// The most upvalues that a function may have.
pub const MAX_UPVALUES: usize = 255;

impl ScopeError {
    /// The error in the reference's words, with what they do not say as labels and notes.
    pub fn into_diagnostic(self, source: &SourceFile, index: usize) -> Diagnostic {
        let line = |span: Span| source.line(span.start);
        let (code, message, labels, note) = match self {
            Self::AssignmentToConstant { name, span, declared } => (
                "L0201",
                format!("attempt to assign to const variable '{name}'"),
                vec![label(span, "assigned to here"), label(declared, "declared here")],
                "assign to another variable, or declare this one without the attribute",
            ),
            Self::MultipleToBeClosed { span, first } => (
                "L0203",
                "multiple to-be-closed variables in local list".to_owned(),
                vec![label(span, "the second one"), label(first, "the first one")],
                "write a `local` for each of them",
            ),
            Self::JumpIntoScope { label: name, span, label_span, local } => (
                "L0204",
                format!("<goto {name}> at line {} jumps into the scope of local '{local}'", line(span)),
                vec![label(span, "jumps from here"), label(label_span, "to here")],
                "declare the variable before the goto, or wrap its scope in do ... end",
            ),
            Self::LabelDefinedTwice { name, span, first } => (
                "L0205",
                format!("label '{name}' already defined on line {}", line(first)),
                vec![label(span, "defined again here"), label(first, "first defined here")],
                "a label is visible in the blocks inside its own: give one of the two another name",
            ),
            Self::NoVisibleLabel { name, span } => (
                "L0206",
                format!("no visible label '{name}' for <goto> at line {}", line(span)),
                vec![label(span, "no such label in this block or one around it")],
                "a label is visible in its own block and those inside, not in other functions",
            ),
            Self::BreakOutsideLoop { span } => (
                "L0207",
                format!("break outside loop at line {}", line(span)),
                vec![label(span, "no loop around this")],
                "a function's body is outside the loops around the function: use return there",
            ),
            Self::TooManyLocals { span, function_line } => (
                "L0208",
                format!("too many local variables (limit is {MAX_LOCALS}) in {}", function_words(function_line)),
                vec![label(span, "one too many")],
                "put variables into a table, or end their scope with do ... end",
            ),
            Self::TooManyUpvalues { span, function_line } => (
                "L0209",
                format!("too many upvalues (limit is {MAX_UPVALUES}) in {}", function_words(function_line)),
                vec![label(span, "one too many")],
                "put variables into a table",
            ),
            Self::VarargOutsideVarargFunction { span } => (
                "L0110",
                "cannot use '...' outside a vararg function near '...'".to_owned(),
                vec![label(span, "this function has no `...`")],
                "add `...` to the parameters of the function",
            ),
        };
        let line = line(labels[0].span);
        Diagnostic { severity: Severity::Error, code, message, line, labels, notes: vec![note.to_owned()], source: index }
    }
}

fn label(span: Span, text: &str) -> Label {
    Label { span, text: text.to_owned() }
}

fn function_words(line: u32) -> String {
    if line == 0 { "main function".to_owned() } else { format!("function at line {line}") }
}
