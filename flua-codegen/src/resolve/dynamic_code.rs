//! The uses of dynamic code that [`DynamicCode::Reject`](crate::DynamicCode::Reject) and [`DynamicCode::Static`](crate::DynamicCode::Static) refuse.

use flua_ast::{Diagnostic, Label, Severity, SourceFile, Span};

/// The global functions that compile text when they are called.
const LOADERS: [&[u8]; 4] = [b"load", b"loadfile", b"dofile", b"loadstring"];

/// A use of dynamic code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DynamicUse {
    /// Of one of the functions that compile text.
    Loader {
        /// Its name.
        name: String,
        /// Where it is read.
        span: Span,
    },
    /// Of `string.dump`.
    Dump {
        /// Where it is read.
        span: Span,
    },
}

impl DynamicUse {
    /// Whether reading this global is a use of dynamic code.
    pub fn of_global(name: &[u8], span: Span) -> Option<Self> {
        LOADERS.contains(&name).then(|| Self::Loader { name: String::from_utf8_lossy(name).into_owned(), span })
    }

    /// Whether reading this field of this global is a use of dynamic code.
    pub fn of_field(global: &[u8], field: &[u8], span: Span) -> Option<Self> {
        (global == b"string" && field == b"dump").then_some(Self::Dump { span })
    }

    /// The error, with the way out. `is_static` says that it would be none were its argument known when compiling.
    pub fn into_diagnostic(self, source: &SourceFile, index: usize, is_static: bool) -> Diagnostic {
        let raise = if is_static { "static,raise" } else { "raise" };
        let raise = format!("with --dynamic-code={raise} it is compiled, and raises an error when it is called");
        let (code, message, span, text, notes) = match self {
            Self::Loader { name, span } => {
                let is_constant = if name == "loadstring" { None } else { is_static.then_some(()) };
                let way_out = if is_constant.is_some() {
                    format!(
                        "what '{name}' is given here is not known when compiling: only literals, `..` of them, and locals that hold them are"
                    )
                } else if name == "dofile" || name == "loadfile" {
                    "to run another file, make it a module and `require` it by its name: it is then compiled with the program"
                        .to_owned()
                } else {
                    "code that is known when compiling can be written as a function, or as a module for `require`; a constant text is compiled with --dynamic-code=static".to_owned()
                };
                (
                    "L0301",
                    format!("'{name}' needs a compiler at run time, which a compiled program has not"),
                    span,
                    "used here",
                    vec![way_out, raise],
                )
            }
            Self::Dump { span } => (
                "L0302",
                "'string.dump' needs functions of the reference implementation, which a compiled program has not".to_owned(),
                span,
                "used here",
                vec![raise],
            ),
        };
        Diagnostic {
            severity: Severity::Error,
            code,
            message,
            line: source.line(span.start),
            labels: vec![Label { span, text: text.to_owned() }],
            notes,
            source: index,
        }
    }
}

/// The warning for a use of `debug.sethook`: only code compiled for it calls hooks.
pub fn hook_warning(source: &SourceFile, index: usize, span: Span) -> Diagnostic {
    Diagnostic {
        severity: Severity::Warning,
        code: "L0303",
        message: "the hook that 'debug.sethook' sets is never called".to_owned(),
        line: source.line(span.start),
        labels: vec![Label { span, text: "used here".to_owned() }],
        notes: vec![
            "compiled code looks for no hook at its lines, calls and returns: that would slow all of them".to_owned(),
            "compile the program with --debug, and hooks are called".to_owned(),
        ],
        source: index,
    }
}
