//! Where classes go.

use super::{ClassDeclaration, MethodDeclaration};

/// What takes the classes of a file, one after the other. A class may come in pieces, so that no large one is held as a whole.
pub trait ClassSink {
    /// Takes a class, but for its end.
    fn begin(&mut self, class: &ClassDeclaration);

    /// Takes one more method of the class that was begun.
    fn method(&mut self, method: &MethodDeclaration);

    /// Ends the class that was begun.
    fn end(&mut self);

    /// Takes a whole class.
    fn class(&mut self, class: &ClassDeclaration) {
        self.begin(class);
        self.end();
    }
}

/// A file, which takes the text of classes as well: a part of a file is one too, printed apart.
pub trait FileSink: ClassSink + Default + Into<String> {
    /// Takes what a part printed, or a piece of it.
    fn text(&mut self, text: &str);
}
