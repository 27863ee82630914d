//! Counts the assertion sites of a file: the calls of `assert` in its text, and those of them that ran.
//!
//! ```lua
//! assert(f(x), "message")
//! ```
//! becomes, in a copy that is run apart from the real test,
//! ```lua
//! assert(("12"):__site(f(x), "message"))
//! ```
//! Site 12 notes that it was reached, and passes its arguments on: all of them, so the assertion is what it was. It is reached through
//! the metatable of strings and not by a name, since some files give their functions other environments. Lines keep their numbers. What a
//! file says about itself is different, so a file may stop earlier than it does in the real test: then the count is too low, never too high.

use flua::{Compiler, Form, Options, SourceFile};

/// Defines the method. It writes the number of each site when it is reached first, so that a file that is ended has said what it did.
pub fn prelude(record: &str) -> String {
    format!(
        "do local f, seen = assert(io.open({record:?}, 'w')), {{}} \
         string.__site = function(id, ...) if not seen[id] then seen[id] = true f:write(id, ' ') f:flush() end return ... end end "
    )
}

/// How many sites a record names.
pub fn reached(record: &str) -> usize {
    record.split_whitespace().count()
}

/// The text with its sites numbered, and how many there are.
pub fn numbered(text: &[u8]) -> (Vec<u8>, usize) {
    let source = SourceFile::new("suite", text);
    let Ok(tokens) = Compiler::new(Options::default()).print(Form::Tokens, source.clone()) else { return (text.to_vec(), 0) };
    let tokens: Vec<Token<'_>> = tokens.lines().filter_map(|line| Token::read(line, &source)).collect();
    let mut insertions: Vec<(usize, String)> = Vec::new();
    let mut count = 0;
    for index in 0..tokens.len() {
        let is_call = tokens[index].text == "assert" && tokens.get(index + 1).is_some_and(|next| next.kind == "OpenParen");
        let before = if index > 0 { tokens[index - 1].kind } else { "" };
        if !is_call || matches!(before, "Dot" | "Colon" | "Function") {
            continue;
        }
        if let Some(closing) = closing(&tokens, index + 1) {
            count += 1;
            insertions.push((tokens[index + 1].offset + 1, format!("(\"{count}\"):__site(")));
            insertions.push((tokens[closing].offset, ")".to_owned()));
        }
    }
    insertions.sort_by_key(|insertion| insertion.0);
    let mut result = Vec::with_capacity(text.len() + insertions.len() * 8);
    let mut at = 0;
    for (offset, inserted) in insertions {
        result.extend_from_slice(&text[at..offset]);
        result.extend_from_slice(inserted.as_bytes());
        at = offset;
    }
    result.extend_from_slice(&text[at..]);
    (result, count)
}

/// A token, as the compiler prints it: `4:5 Name sum`.
struct Token<'a> {
    offset: usize,
    kind: &'a str,
    text: &'a str,
}

impl<'a> Token<'a> {
    fn read(line: &'a str, source: &SourceFile) -> Option<Self> {
        let mut words = line.splitn(3, ' ');
        let (row, column) = words.next()?.split_once(':')?;
        let row: usize = row.parse().ok()?;
        let column: usize = column.parse().ok()?;
        let start = *source.line_starts().get(row - 1)? as usize;
        Some(Self { offset: start + column - 1, kind: words.next()?, text: words.next().unwrap_or_default() })
    }
}

/// The parenthesis that closes the one at an index.
fn closing(tokens: &[Token<'_>], opening: usize) -> Option<usize> {
    let mut depth = 0;
    for (index, token) in tokens.iter().enumerate().skip(opening) {
        match token.kind {
            "OpenParen" => depth += 1,
            "CloseParen" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(index);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn every_call_of_assert_gets_a_number() {
        let (text, count) = numbered(b"assert(f(1), 'x') x.assert(1)\nassert(assert(1))  pcall(assert, 2)");
        let expected =
            "assert((\"1\"):__site(f(1), 'x')) x.assert(1)\nassert((\"2\"):__site(assert((\"3\"):__site(1))))  pcall(assert, 2)";
        assert_eq!((String::from_utf8_lossy(&text).as_ref(), count), (expected, 3));
    }
}
