//! Tables in markdown, and their places in the document.

use std::{fmt::Write as _, fs, io};

use flua_conformance::workspace;

/// The document with the tables.
const DOCUMENT: &str = "docs/performance.md";

/// The names of all places.
const PLACES: [&str; 8] = ["goals", "programs", "native", "calls", "memory", "start", "compiler", "roslyn"];

/// A table with a place in the document, between `<!-- bench: name -->` and `<!-- end -->`.
#[derive(Debug)]
pub struct Section {
    /// The name of the place.
    pub name: &'static str,
    /// The table.
    pub text: String,
}

/// What was set as a goal, and what was measured.
#[derive(Debug)]
pub struct Goal {
    /// What it is about.
    pub what: String,
    /// The goal, in words.
    pub wanted: &'static str,
    /// What was measured, in words.
    pub figure: String,
    /// Whether the goal is met.
    pub is_met: bool,
}

impl Goal {
    /// The table of goals.
    pub fn table(goals: &[Self]) -> Section {
        let mut text = String::from("| what | goal | figure | met |\n| --- | --- | --- | --- |\n");
        for goal in goals {
            // What is only told has no goal to meet.
            let met = match (goal.wanted, goal.is_met) {
                ("–", _) => "|",
                (_, true) => "yes |",
                (_, false) => "no |",
            };
            let _ = writeln!(text, "| {} | {} | {} | {met}", goal.what, goal.wanted, goal.figure);
        }
        Section { name: "goals", text }
    }
}

/// Complains, before anything is measured, of a place that is not in the document.
pub fn check_places() -> io::Result<()> {
    let document = fs::read_to_string(workspace().join(DOCUMENT))?;
    match PLACES.iter().find(|name| !document.contains(&format!("<!-- bench: {name} -->\n"))) {
        Some(name) => Err(no_place(name)),
        None => Ok(()),
    }
}

fn no_place(name: &str) -> io::Error {
    io::Error::other(format!("no place for {name} in {DOCUMENT}"))
}

/// Puts tables into their places in the document; one that has none is an error.
pub fn write(sections: &[Section]) -> io::Result<()> {
    let path = workspace().join(DOCUMENT);
    let mut document = fs::read_to_string(&path)?;
    for section in sections {
        document = replace(&document, section).ok_or_else(|| no_place(section.name))?;
    }
    fs::write(path, document)
}

fn replace(document: &str, section: &Section) -> Option<String> {
    let begin = format!("<!-- bench: {} -->\n", section.name);
    let (before, rest) = document.split_once(&begin)?;
    let after = &rest[rest.find("<!-- end -->")?..];
    Some([before, &begin, "\n", section.text.trim(), "\n\n", after].concat())
}

/// The geometric mean; none of nothing.
pub fn geometric_mean(ratios: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    for ratio in ratios {
        sum += ratio.ln();
        count += 1.0;
    }
    (count > 0.0).then(|| f64::exp(sum / count))
}

/// The median of some numbers.
pub fn median(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The least of some numbers.
pub fn minimum(numbers: &[f64]) -> f64 {
    numbers.iter().copied().fold(f64::INFINITY, f64::min)
}

/// A count as a number to calculate with.
pub fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::{Section, replace};

    #[test]
    fn a_table_takes_the_place_of_the_old_one() {
        let document = "a\n<!-- bench: x -->\n\nold\n\n<!-- end -->\nb\n";
        let section = Section { name: "x", text: "new\n".to_owned() };
        assert_eq!(replace(document, &section).as_deref(), Some("a\n<!-- bench: x -->\n\nnew\n\n<!-- end -->\nb\n"));
        assert_eq!(replace("nothing", &section), None);
    }
}
