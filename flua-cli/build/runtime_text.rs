//! Merges the runtime's sources to one text that can stand behind the printed code in the same file.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::PathBuf;

/// The line with which every source opens its namespace.
const NAMESPACE: &str = "namespace FLua.Runtime;";

/// One namespace block with the `using` lines of all files at its head.
///
/// Comments and blank lines are left out, since each compilation of such a file reads them again. No source has a literal with
/// a line that looks like a comment.
pub fn merge(files: &[PathBuf]) -> Result<String, Box<dyn Error>> {
    let mut usings = BTreeSet::new();
    let mut aliases = BTreeMap::new();
    let mut body = String::new();
    for file in files {
        let source = fs::read_to_string(file)?;
        let (head, rest) =
            source.split_once(NAMESPACE).ok_or_else(|| format!("{}: the line `{NAMESPACE}` is missing", file.display()))?;
        for line in head.trim_start_matches('\u{feff}').lines().filter(|line| line.starts_with("using ")) {
            if let Some((alias, target)) = line.split_once('=')
                && aliases.insert(alias.to_owned(), target.to_owned()).is_some_and(|other| other != target)
            {
                return Err(format!("{}: `{line}`: another file gives this alias another meaning", file.display()).into());
            }
            usings.insert(line.to_owned());
        }
        for line in rest.lines().filter(|line| !is_left_out(line)) {
            body.push_str(line.trim_end());
            body.push('\n');
        }
    }
    let usings: Vec<String> = usings.into_iter().collect();
    Ok(format!("#nullable enable\n\nnamespace FLua.Runtime\n{{\n{}\n\n{body}}}\n", usings.join("\n")))
}

fn is_left_out(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || line.starts_with("//")
}
