//! Drawing: a diagnostic over its source.

use std::collections::BTreeMap;

use codespan_reporting::diagnostic::{self as codespan, LabelStyle};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::{self, Config, termcolor};
use flua_ast::{Diagnostic, Label, Severity, SourceFile, Span};

/// How a diagnostic is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Style {
    /// With the colours of a terminal.
    pub color: bool,
}

/// The diagnostic drawn over its source, with its labels and notes.
pub fn render(diagnostic: &Diagnostic, source: &SourceFile, style: Style) -> String {
    let page = Page::new(source, &diagnostic.labels);
    let drawn = draw(diagnostic, &page);
    let config = Config { tab_width: 4, ..Config::default() };
    let written = if style.color {
        let mut buffer = termcolor::Ansi::new(Vec::new());
        term::emit_to_write_style(&mut buffer, &config, &page, &drawn).map(|()| buffer.into_inner())
    } else {
        let mut buffer = termcolor::NoColor::new(Vec::new());
        term::emit_to_write_style(&mut buffer, &config, &page, &drawn).map(|()| buffer.into_inner())
    };
    match written {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        // Nothing in a diagnostic of ours can fail to draw; should it, the short form says the same.
        Err(_) => render_short(diagnostic, source) + "\n",
    }
}

/// `file:line: message`, as the reference prints it. A warning says that it is one.
pub fn render_short(diagnostic: &Diagnostic, source: &SourceFile) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "",
        Severity::Warning => "warning: ",
    };
    format!("{}:{}: {severity}{}", source.name(), diagnostic.line, diagnostic.message)
}

fn draw(diagnostic: &Diagnostic, page: &Page<'_>) -> codespan::Diagnostic<()> {
    let severity = match diagnostic.severity {
        Severity::Error => codespan::Severity::Error,
        Severity::Warning => codespan::Severity::Warning,
    };
    let labels = diagnostic.labels.iter().enumerate().filter_map(|(index, label)| {
        let style = if index == 0 { LabelStyle::Primary } else { LabelStyle::Secondary };
        Some(codespan::Label::new(style, (), page.range(label.span)?).with_message(&label.text))
    });
    codespan::Diagnostic::new(severity)
        .with_code(diagnostic.code)
        .with_message(&diagnostic.message)
        .with_labels(labels.collect())
        .with_notes(diagnostic.notes.iter().map(|note| format!("note: {note}")).collect())
}

/// How much of a line is drawn, in bytes: the part around a label. Garbage and minified programs have lines of megabytes.
const WIDTH: usize = 200;
/// How many lines around a label may be drawn.
const CONTEXT: usize = 4;

/// A source as text that can be drawn. It holds only the lines that a label is near, since a source may have a million others, and many
/// mistakes; long ones are cut. What is not valid UTF-8, and control characters, are replaced.
struct Page<'s> {
    source: &'s SourceFile,
    text: String,
    /// The lines that the text holds, and what is drawn of them.
    windows: BTreeMap<usize, Window>,
}

/// The part of a line that is drawn, as offsets in the source.
#[derive(Clone, Copy)]
struct Window {
    line_start: usize,
    start: usize,
    end: usize,
    /// Where the line starts in the text of the page.
    drawn_at: usize,
}

/// What stands for a part that is cut off.
const CUT: char = '…';

impl<'s> Page<'s> {
    fn new(source: &'s SourceFile, labels: &[Label]) -> Self {
        let mut page = Self { source, text: String::new(), windows: BTreeMap::new() };
        for offset in labels.iter().flat_map(|label| [label.span.start, label.span.end]) {
            let line = page.source_line(offset);
            for near in line.saturating_sub(CONTEXT)..=line + CONTEXT {
                page.add_window(near, offset as usize);
            }
        }
        let mut windows = std::mem::take(&mut page.windows);
        for window in windows.values_mut() {
            window.drawn_at = page.text.len();
            let text = page.drawn(*window, window.end);
            page.text.push_str(&text);
            page.text.push('\n');
        }
        page.windows = windows;
        page
    }

    /// Where a line starts in the text. One that is not there is empty.
    fn line_start(&self, line: usize) -> usize {
        self.windows.range(line..).next().map_or(self.text.len(), |(_, window)| window.drawn_at)
    }

    /// The line of an offset in the source, counted from 0.
    fn source_line(&self, offset: u32) -> usize {
        self.source.line(offset) as usize - 1
    }

    /// Lets a line be drawn, around `focus` if it is long. The first to ask decides: that is the primary label.
    fn add_window(&mut self, line: usize, focus: usize) {
        let starts = self.source.line_starts();
        let Some(&line_start) = starts.get(line) else { return };
        let line_start = line_start as usize;
        let next = starts.get(line + 1).map_or(self.source.bytes().len(), |&start| start as usize);
        let text = &self.source.bytes()[line_start..next];
        let breaks = text.iter().rev().take_while(|&&byte| byte == b'\n' || byte == b'\r').count();
        let line_end = next - breaks;
        let (start, end) = if line_end - line_start <= WIDTH {
            (line_start, line_end)
        } else {
            let start = focus.saturating_sub(WIDTH / 2).clamp(line_start, line_end - WIDTH / 2);
            (start, (start + WIDTH).min(line_end))
        };
        self.windows.entry(line).or_insert(Window { line_start, start, end, drawn_at: 0 });
    }

    /// What is drawn of a window, up to an offset in the source.
    fn drawn(&self, window: Window, end: usize) -> String {
        let mut text = String::new();
        if window.start > window.line_start {
            text.push(CUT);
        }
        let bytes = &self.source.bytes()[window.start..end];
        for chunk in bytes.utf8_chunks() {
            text.extend(chunk.valid().chars().map(|character| match character {
                '\t' => character,
                // Escape sequences and the like are not for the terminal to obey.
                _ if character.is_control() => char::REPLACEMENT_CHARACTER,
                _ => character,
            }));
            text.extend(chunk.invalid().iter().map(|_| char::REPLACEMENT_CHARACTER));
        }
        if end == window.end && self.source.bytes().get(end).is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) {
            text.push(CUT);
        }
        text
    }

    /// The place in the text of a place in the source, if that is drawn.
    fn position(&self, offset: u32) -> Option<usize> {
        let line = self.source_line(offset);
        let window = *self.windows.get(&line)?;
        let offset = offset as usize;
        if offset < window.start || (offset > window.end && window.end - window.start >= WIDTH) {
            return None;
        }
        let end = character_start(self.source.bytes(), offset.min(window.end)).max(window.start);
        let mut before = self.drawn(window, end);
        if end == window.end && before.ends_with(CUT) {
            before.pop();
        }
        Some(self.text.floor_char_boundary(window.drawn_at + before.len()))
    }

    /// The range in the text of a span, cut where it leaves what is drawn.
    fn range(&self, span: Span) -> Option<std::ops::Range<usize>> {
        let start = self.position(span.start)?;
        let end = self.position(span.end).unwrap_or_else(|| {
            let line = self.source_line(span.end);
            self.line_start(line + 1).saturating_sub(1)
        });
        Some(start..end.max(start))
    }
}

/// An offset, or, inside a character of UTF-8, where that begins.
fn character_start(bytes: &[u8], offset: usize) -> usize {
    let is_inside = |start: usize| {
        let longest = bytes.len().min(start + 4);
        let chunk = bytes[start..longest].utf8_chunks().next();
        chunk.and_then(|chunk| chunk.valid().chars().next()).is_some_and(|character| start + character.len_utf8() > offset)
    };
    (offset.saturating_sub(3)..offset).find(|&start| is_inside(start)).unwrap_or(offset)
}

impl<'p> Files<'p> for Page<'_> {
    type FileId = ();
    type Name = &'p str;
    type Source = &'p str;

    fn name(&'p self, (): ()) -> Result<Self::Name, Error> {
        Ok(self.source.name())
    }

    fn source(&'p self, (): ()) -> Result<Self::Source, Error> {
        Ok(&self.text)
    }

    fn line_index(&'p self, (): (), offset: usize) -> Result<usize, Error> {
        let begun = self.windows.iter().rev().find(|(_, window)| window.drawn_at <= offset);
        Ok(begun.map_or(0, |(&line, _)| line))
    }

    fn line_range(&'p self, (): (), line: usize) -> Result<std::ops::Range<usize>, Error> {
        let count = self.source.line_starts().len();
        if line >= count {
            return Err(Error::LineTooLarge { given: line, max: count - 1 });
        }
        Ok(self.line_start(line)..self.line_start(line + 1))
    }

    /// The column in characters, with those that are cut off.
    fn column_number(&'p self, (): (), line: usize, offset: usize) -> Result<usize, Error> {
        let range = self.line_range((), line)?;
        let drawn = self.text[range.start..offset.clamp(range.start, range.end)].chars().count();
        let Some(window) = self.windows.get(&line) else { return Ok(drawn + 1) };
        let cut = &self.source.bytes()[window.line_start..window.start];
        let cut = cut.utf8_chunks().map(|chunk| chunk.valid().chars().count() + chunk.invalid().len()).sum::<usize>();
        // The mark of the cut is no character of the line.
        Ok(cut + drawn + usize::from(cut == 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_lines(text: &[u8], start: u32, end: u32) -> String {
        let source = SourceFile::new("long.lua", text);
        let label = Label { span: Span::new(start, end), text: "here".into() };
        let diagnostic = Diagnostic {
            severity: Severity::Error,
            code: "L0101",
            message: "unexpected symbol".into(),
            line: 1,
            labels: vec![label],
            notes: Vec::new(),
            source: 0,
        };
        render(&diagnostic, &source, Style::default())
    }

    #[test]
    fn long_lines_are_cut_around_the_label() {
        let text = [b"x".repeat(1_000_000), b"!".to_vec(), b"y".repeat(1_000_000)].concat();
        let drawn = first_lines(&text, 1_000_000, 1_000_001);
        assert!(drawn.contains("long.lua:1:1000001"), "{drawn}");
        assert!(drawn.contains("…xxx") && drawn.contains("x!y") && drawn.contains("yyy…"), "{drawn}");
        assert!(drawn.len() < 1500);
        let width_before = drawn.lines().find_map(|line| line.find('!').map(|at| line[..at].chars().count()));
        let caret_before = drawn.lines().find_map(|line| line.find('^').map(|at| line[..at].chars().count()));
        assert_eq!(width_before, caret_before);
    }

    #[test]
    fn any_bytes_are_drawn() {
        let text = b"a\xFF\xC3\xA9\x01\x1B[31m\tb\r\nc";
        let drawn = first_lines(text, 2, 4);
        assert!(drawn.contains("a\u{FFFD}é\u{FFFD}\u{FFFD}[31m"), "{drawn}");
        assert!(drawn.contains("long.lua:1:3"), "{drawn}");
        for start in 0..=u32::try_from(text.len()).expect("short") {
            for end in start..=u32::try_from(text.len()).expect("short") {
                assert!(first_lines(text, start, end).contains("here"));
            }
        }
    }
}
