//! The lines that are cut from the files of the suite: its own `exclusions.toml`, which is checked against the unedited files.

use std::collections::BTreeMap;

use toml::{Table, Value};

/// What is cut from one file.
#[derive(Debug, Clone, Default)]
pub struct Exclusion {
    /// Ranges of lines to blank, both ends included.
    pub lines: Vec<(usize, usize)>,
    /// What stays of a line of which only a part is cut.
    pub keep: BTreeMap<usize, String>,
}

impl Exclusion {
    /// What does not fit the unedited text of the file: a range outside it, or a kept text that does not stand on its line.
    pub fn mistake(&self, text: &[u8]) -> Option<String> {
        let text = String::from_utf8_lossy(text);
        let lines: Vec<&str> = text.split('\n').collect();
        let is_outside = |&&(first, last): &&(usize, usize)| first == 0 || first > last || last > lines.len();
        if let Some((first, last)) = self.lines.iter().find(is_outside) {
            return Some(format!("no lines {first} to {last}"));
        }
        let is_missing =
            |(line, kept): &(&usize, &String)| lines.get(**line - 1).is_none_or(|text| !text.contains(kept.as_str()));
        self.keep.iter().find(is_missing).map(|(line, kept)| format!("line {line} does not hold '{kept}'"))
    }
}

/// A file with its excluded lines blanked.
pub fn blanked(text: &[u8], exclusion: &Exclusion) -> Vec<u8> {
    let mut result = Vec::with_capacity(text.len());
    for (number, line) in (1..).zip(text.split_inclusive(|&byte| byte == b'\n')) {
        if let Some(kept) = exclusion.keep.get(&number) {
            result.extend_from_slice(kept.as_bytes());
            result.push(b'\n');
        } else if exclusion.lines.iter().any(|&(first, last)| (first..=last).contains(&number)) {
            result.push(b'\n');
        } else {
            result.extend_from_slice(line);
        }
    }
    result
}

/// The exclusions by file.
pub fn parse(text: &str) -> Result<BTreeMap<String, Exclusion>, String> {
    let table: Table = text.parse().map_err(|error| format!("{error}"))?;
    table
        .into_iter()
        .map(|(file, entry)| exclusion(&entry).map(|found| (file.clone(), found)).ok_or(format!("{file}: not understood")))
        .collect()
}

fn exclusion(entry: &Value) -> Option<Exclusion> {
    let number = |value: &Value| value.as_integer().and_then(|number| usize::try_from(number).ok());
    let lines = entry.get("lines")?.as_array()?;
    let lines = lines.iter().map(|range| Some((number(range.get(0)?)?, number(range.get(1)?)?))).collect::<Option<_>>()?;
    let keep = match entry.get("keep") {
        Some(keep) => keep
            .as_table()?
            .iter()
            .map(|(line, text)| Some((line.parse().ok()?, text.as_str()?.to_owned())))
            .collect::<Option<_>>()?,
        None => BTreeMap::new(),
    };
    Some(Exclusion { lines, keep })
}

#[cfg(test)]
mod tests {
    use super::{blanked, parse};

    #[test]
    fn excluded_lines_are_blanked_and_keep_their_numbers() {
        let exclusions = parse("[\"x.lua\"]\nlines = [[2, 3], [5, 5]]\nkeep = { 5 = \"kept\" }\n").expect("the text is right");
        assert_eq!(blanked(b"1\n2\n3\n4\n5\n6", &exclusions["x.lua"]), b"1\n\n\n4\nkept\n6");
    }

    #[test]
    fn an_entry_without_ranges_is_refused() {
        assert!(parse("[\"x.lua\"]\nkeep = {}\n").is_err());
    }
}
