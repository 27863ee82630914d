//! The failures that are known: `conformance/expectations.toml`, each with its kind and its reason.
//!
//! ```toml
//! [programs."errors/traceback"]
//! kind = "for now"
//! reason = "tracebacks do not name upvalues yet"
//! ```
//! *For now* says what would remove the failure, *by design* which section of the documentation allows it. A failure
//! without an entry is an error, and so is an entry without a failure.

use std::{collections::BTreeMap, fmt::Write as _, fs, io, path::PathBuf};

use toml::{Table, Value};

/// Whether a failure is to go away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is to go away; the reason says what would remove it.
    ForNow,
    /// It stays; the reason says where the documentation allows it.
    ByDesign,
}

/// A known failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// Whether it is to go away.
    pub kind: Kind,
    /// Why it fails.
    pub reason: String,
}

/// The known failures of one table of the file, by name.
#[derive(Debug, Clone, Default)]
pub struct Expectations {
    known: BTreeMap<String, Expectation>,
}

/// The file.
pub fn path() -> PathBuf {
    crate::workspace().join("conformance/expectations.toml")
}

impl Expectations {
    /// Reads one table of the file: `programs`, `suite`, `examples` or `generated`.
    pub fn read(table: &str) -> io::Result<Self> {
        let text = fs::read_to_string(path())?;
        Self::parse(&text, table)
            .map_err(|message| io::Error::new(io::ErrorKind::InvalidData, format!("expectations.toml: {message}")))
    }

    fn parse(text: &str, table: &str) -> Result<Self, String> {
        let file: Table = text.parse().map_err(|error| format!("{error}"))?;
        let Some(entries) = file.get(table) else { return Ok(Self::default()) };
        let entries = entries.as_table().ok_or_else(|| format!("[{table}] is no table"))?;
        let known =
            entries.iter().map(|(name, entry)| Ok((name.clone(), expectation(name, entry)?))).collect::<Result<_, String>>()?;
        Ok(Self { known })
    }

    /// The known failure of this name.
    pub fn get(&self, name: &str) -> Option<&Expectation> {
        self.known.get(name)
    }

    /// Compares failures with what is known, and describes every surprise; empty when there is none.
    ///
    /// `ran` are the names of all that ran, `failed` the reports of those that failed.
    pub fn surprises(&self, ran: &[&str], failed: &BTreeMap<String, String>) -> String {
        let mut text = String::new();
        for (name, report) in failed {
            if !self.known.contains_key(name) {
                let _ = writeln!(text, "\n=== {name} ===\n{report}");
            }
        }
        for name in self.known.keys() {
            if ran.contains(&name.as_str()) && !failed.contains_key(name) {
                let _ = writeln!(text, "\n=== {name} === no longer fails: remove it from expectations.toml");
            }
        }
        text
    }
}

fn expectation(name: &str, entry: &Value) -> Result<Expectation, String> {
    let field = |key: &str| entry.get(key).and_then(Value::as_str).ok_or_else(|| format!("'{name}' has no {key}"));
    let kind = match field("kind")? {
        "for now" => Kind::ForNow,
        "by design" => Kind::ByDesign,
        other => return Err(format!("'{name}': no such kind: {other}")),
    };
    Ok(Expectation { kind, reason: field("reason")?.to_owned() })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Expectations, Kind};

    const TEXT: &str = "[programs.\"a/b\"]\nkind = \"for now\"\nreason = \"because\"\n";

    #[test]
    fn a_known_failure_is_no_surprise() {
        let known = Expectations::parse(TEXT, "programs").expect("the text is right");
        assert_eq!(known.get("a/b").map(|entry| entry.kind), Some(Kind::ForNow));
        let failed = BTreeMap::from([("a/b".to_owned(), "differs".to_owned())]);
        assert_eq!(known.surprises(&["a/b"], &failed), "");
    }

    #[test]
    fn an_unknown_failure_and_a_stale_entry_are_surprises() {
        let known = Expectations::parse(TEXT, "programs").expect("the text is right");
        let failed = BTreeMap::from([("c".to_owned(), "differs".to_owned())]);
        let text = known.surprises(&["a/b", "c"], &failed);
        assert!(text.contains("=== c ===") && text.contains("no longer fails"), "{text}");
        assert_eq!(known.surprises(&["other"], &BTreeMap::new()), "", "what did not run says nothing");
    }

    #[test]
    fn an_entry_needs_a_kind_and_a_reason() {
        assert!(Expectations::parse("[suite.x]\nkind = \"for now\"\n", "suite").is_err());
        assert!(Expectations::parse("[suite.x]\nkind = \"never\"\nreason = \"r\"\n", "suite").is_err());
    }
}
