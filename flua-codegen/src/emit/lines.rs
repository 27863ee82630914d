//! The lines of a file: genco keeps their indentation and what stands between them.
//!
//! Each line goes to the text as soon as it is complete, so that no more than one is held.

use genco::fmt;
use genco::lang::{Csharp, csharp};

/// What lines go to.
pub struct Lines<'a> {
    out: fmt::Formatter<'a>,
    layout: Layout,
    /// The memory of the line that is written.
    line: String,
}

/// The layout that genco knows, each as a stream of tokens.
struct Layout {
    end: csharp::Tokens,
    blank: csharp::Tokens,
    indent: csharp::Tokens,
    unindent: csharp::Tokens,
    config: csharp::Config,
    format: csharp::Format,
}

impl Lines<'_> {
    /// Appends lines to a text: four spaces, a line feed at the end of each line.
    pub fn append(text: &mut String, append: impl FnOnce(&mut Lines<'_>)) {
        let mut out = fmt::FmtWriter::new(std::mem::take(text));
        let config = fmt::Config::from_lang::<Csharp>().with_indentation(fmt::Indentation::Space(4)).with_newline("\n");
        append(&mut Lines { out: out.as_formatter(&config), layout: Layout::new(), line: String::with_capacity(128) });
        *text = out.into_inner();
        text.push('\n');
    }

    /// Appends a line of text.
    pub fn line(&mut self, write: impl FnOnce(&mut String)) {
        let mut line = std::mem::take(&mut self.line);
        write(&mut line);
        self.text(&line);
        line.clear();
        self.line = line;
    }

    /// Appends a line that is known.
    pub fn text(&mut self, text: &str) {
        self.beginning(text);
        self.lay_out(|layout| &layout.end);
    }

    /// Appends the beginning of a line.
    pub fn beginning(&mut self, text: &str) {
        std::fmt::Write::write_str(&mut self.out, text).expect("writing to a string does not fail");
    }

    /// Appends an empty line, unless nothing stands before it or behind it.
    pub fn blank(&mut self) {
        self.lay_out(|layout| &layout.blank);
    }

    /// What follows stands one step further in.
    pub fn indent(&mut self) {
        self.lay_out(|layout| &layout.indent);
    }

    /// What follows stands one step further out.
    pub fn unindent(&mut self) {
        self.lay_out(|layout| &layout.unindent);
    }

    /// Appends items between braces: `{}` when there are none, else Allman's way.
    pub fn braces<T>(&mut self, items: &[T], inside: impl FnOnce(&mut Self, &[T])) {
        if items.is_empty() {
            self.text("{}");
            return;
        }
        self.text("{");
        self.indent();
        inside(self, items);
        self.unindent();
        self.text("}");
    }

    fn lay_out(&mut self, tokens: impl FnOnce(&Layout) -> &csharp::Tokens) {
        let Layout { config, format, .. } = &self.layout;
        tokens(&self.layout).format(&mut self.out, config, format).expect("layout is always legal");
    }
}

impl Layout {
    fn new() -> Self {
        let of = |append: fn(&mut csharp::Tokens)| {
            let mut tokens = csharp::Tokens::new();
            append(&mut tokens);
            tokens
        };
        Self {
            end: of(csharp::Tokens::push),
            blank: of(csharp::Tokens::line),
            indent: of(csharp::Tokens::indent),
            unindent: of(csharp::Tokens::unindent),
            config: csharp::Config::default(),
            format: csharp::Format::default(),
        }
    }
}
