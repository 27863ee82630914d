//! The lines that the reference reports.
//!
//! The reference emits an instruction when it has read a token too many, and gives it the line of the token before. So the line of an access depends
//! on what follows: that of the access's last token at the end of an expression, that of the operator when an operator follows, that of the
//! comma when it is one of several arguments.

use flua_ast::{Expr, SourceFile, Span};

/// The line on which a span begins.
pub fn first_line(source: &SourceFile, span: Span) -> u32 {
    source.line(span.start)
}

/// The line on which the last token of a span ends.
pub fn last_line(source: &SourceFile, span: Span) -> u32 {
    source.line(span.end.saturating_sub(1).max(span.start))
}

/// The line of the token behind an offset.
pub fn next_line(source: &SourceFile, offset: u32) -> u32 {
    source.line(next_token(source.bytes(), offset))
}

/// The lines at which the members of a list are complete: the comma's for all but the last.
pub fn list_line(source: &SourceFile, exprs: &[Expr], index: usize, end_line: u32) -> u32 {
    if index + 1 < exprs.len() { next_line(source, exprs[index].span.end) } else { end_line }
}

/// The offset of the first token at or behind an offset: blanks and comments are skipped.
pub fn next_token(bytes: &[u8], offset: u32) -> u32 {
    let mut at = offset as usize;
    loop {
        match bytes.get(at) {
            Some(byte) if byte.is_ascii_whitespace() || *byte == 0x0b => at += 1,
            Some(b'-') if bytes.get(at + 1) == Some(&b'-') => at = comment_end(bytes, at + 2),
            _ => return u32::try_from(at).expect("a source text is at most 4 GiB long"),
        }
    }
}

/// The end of a comment whose two dashes have been read.
fn comment_end(bytes: &[u8], start: usize) -> usize {
    let rest = &bytes[start..];
    if let Some(after) = rest.strip_prefix(b"[") {
        let level = after.iter().take_while(|&&byte| byte == b'=').count();
        if after.get(level) == Some(&b'[') {
            let close: Vec<u8> = [b"]".as_slice(), &vec![b'='; level], b"]"].concat();
            let text = &after[level + 1..];
            let length = text.windows(close.len()).position(|window| window == close).map_or(text.len(), |at| at + close.len());
            return start + 1 + level + 1 + length;
        }
    }
    start + rest.iter().position(|&byte| byte == b'\n' || byte == b'\r').unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::next_token;

    fn next(text: &str) -> &str {
        let at = next_token(text.as_bytes(), 1) as usize;
        &text[at..]
    }

    #[test]
    fn blanks_and_comments_are_no_tokens() {
        assert_eq!(next("x then"), "then");
        assert_eq!(next("x\t\n -- a comment\r\n  do"), "do");
        assert_eq!(next("x--[[ one\n ]]--[==[ ]] two ]==] ,"), ",");
        assert_eq!(next("x--[=no long one\n)"), ")");
        assert_eq!(next("x - y"), "- y");
        assert_eq!(next("x --"), "");
        assert_eq!(next("x"), "");
    }
}
