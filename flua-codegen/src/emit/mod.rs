//! The C# tree to text, through genco: it keeps lines and indentation ([`lines`]); the text of a line is written by [`expressions`].
//!
//! genco's own quoting of C# strings does not fit bytes (`\x` takes one to four digits in C#), so literals have a writer of their own.

mod declarations;
mod expressions;
mod lines;
mod literal;
mod statements;

use crate::csharp::{ClassDeclaration, ClassSink, CompilationUnit, FileSink, MethodDeclaration};

use lines::Lines;

/// A file that is printed as its classes come, so that no more than a class, or a part of a large one, is held as a tree.
#[derive(Default)]
pub struct Printer {
    text: String,
}

impl Printer {
    /// Prints the head of a file.
    pub fn new(unit: &CompilationUnit) -> Self {
        let mut text = String::new();
        Lines::append(&mut text, |lines| declarations::head(lines, unit));
        Self { text }
    }

    /// The text, once all classes are printed.
    pub fn finish(mut self) -> String {
        Lines::append(&mut self.text, |lines| lines.text("}"));
        self.text
    }
}

impl ClassSink for Printer {
    fn begin(&mut self, class: &ClassDeclaration) {
        Lines::append(&mut self.text, |lines| declarations::class(lines, class));
    }

    fn method(&mut self, method: &MethodDeclaration) {
        self.text.push('\n');
        Lines::append(&mut self.text, |lines| {
            lines.indent();
            declarations::method(lines, method);
        });
    }

    fn end(&mut self) {
        Lines::append(&mut self.text, |lines| lines.text("}"));
        self.text.push('\n');
    }
}

impl FileSink for Printer {
    fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }
}

impl From<Printer> for String {
    fn from(part: Printer) -> Self {
        part.text
    }
}
