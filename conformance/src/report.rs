//! Compares what a compiled program did with what is expected, and describes the difference.

use crate::{corpus, oracle::Outcome};

/// The difference between an expected and an actual text, cut to what a reader can use; `None` when they are equal.
pub fn difference(expected: &str, actual: &str) -> Option<String> {
    if expected == actual {
        return None;
    }
    let expected: Vec<&str> = expected.lines().collect();
    let actual: Vec<&str> = actual.lines().collect();
    let common = expected.iter().zip(&actual).take_while(|(left, right)| left == right).count();
    let tail =
        expected[common..].iter().rev().zip(actual[common..].iter().rev()).take_while(|(left, right)| left == right).count();
    let mut text = format!("differs in line {} of the output:\n", common + 1);
    for line in common.saturating_sub(2)..common {
        text.push_str(&format!("    {}\n", expected[line]));
    }
    for (sign, lines) in [("  - ", &expected), ("  + ", &actual)] {
        let lines = &lines[common..lines.len() - tail.min(lines.len() - common)];
        for line in lines.iter().take(12) {
            text.push_str(&format!("{sign}{}\n", cut(line)));
        }
        if lines.len() > 12 {
            text.push_str(&format!("{sign}… {} more lines\n", lines.len() - 12));
        }
    }
    Some(text)
}

/// The difference between what a program should print and what it did; with the standard error, where it helps.
pub fn outcome_difference(expected: &str, actual: &Outcome) -> Option<String> {
    let mut text = difference(expected, &corpus::describe(actual))?;
    if !actual.stderr.is_empty() {
        text.push_str("  standard error:\n");
        for line in String::from_utf8_lossy(&actual.stderr).lines().take(12) {
            text.push_str(&format!("    {}\n", cut(line)));
        }
    }
    Some(text)
}

fn cut(line: &str) -> String {
    if line.chars().count() > 300 { line.chars().take(300).chain("…".chars()).collect() } else { line.to_owned() }
}
