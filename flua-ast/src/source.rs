//! Source texts.

use std::sync::Arc;

use crate::Span;

/// A source text with its name and the places of its lines.
///
/// A line ends with LF, CR, CRLF or LFCR, as in the reference. Lines and columns count from 1, columns in bytes.
#[derive(Clone, Debug)]
pub struct SourceFile {
    name: Arc<str>,
    bytes: Arc<[u8]>,
    line_starts: Arc<[u32]>,
}

impl SourceFile {
    /// A source of the given name: the path as the user gave it, or `stdin`, or `(command line)`.
    ///
    /// # Panics
    /// When the text is longer than 4 GiB; callers refuse such files before.
    pub fn new(name: impl Into<Arc<str>>, bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes: Arc<[u8]> = bytes.into();
        assert!(u32::try_from(bytes.len()).is_ok(), "a source text is at most 4 GiB long");
        let line_starts = line_starts(&bytes);
        Self { name: name.into(), bytes, line_starts }
    }

    /// The name that messages show.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes of a span.
    pub fn slice(&self, span: Span) -> &[u8] {
        &self.bytes[span.start as usize..span.end as usize]
    }

    /// The line of an offset, counted from 1.
    pub fn line(&self, offset: u32) -> u32 {
        let line = self.line_starts.partition_point(|&start| start <= offset);
        u32::try_from(line).unwrap_or(u32::MAX)
    }

    /// The line and the column of an offset, counted from 1; the column in bytes.
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let line = self.line(offset);
        (line, offset - self.line_starts[line as usize - 1] + 1)
    }

    /// The offsets at which lines start; the first is 0.
    pub fn line_starts(&self) -> &[u32] {
        &self.line_starts
    }
}

/// How many bytes at the head of a file are no Lua: a byte order mark, and a first line that begins with `#`. The reference
/// lets only LF end that line; the LF itself is not skipped.
pub fn skipped_head(bytes: &[u8]) -> usize {
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let text = &bytes[mark..];
    if text.first() != Some(&b'#') {
        return mark;
    }
    mark + text.iter().position(|&byte| byte == b'\n').unwrap_or(text.len())
}

/// The offsets at which lines start. CRLF and LFCR end one line, not two.
fn line_starts(bytes: &[u8]) -> Arc<[u32]> {
    let mut starts = vec![0];
    let mut at = skipped_head(bytes);
    while at < bytes.len() {
        let byte = bytes[at];
        at += 1;
        if byte == b'\n' || byte == b'\r' {
            if let Some(&next) = bytes.get(at)
                && (next == b'\n' || next == b'\r')
                && next != byte
            {
                at += 1;
            }
            starts.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
    }
    starts.into()
}
