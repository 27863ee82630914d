//! The table of the programs, and what is wrong in it.

use std::fmt::Write as _;

use super::{
    contenders::Contender,
    measure::Row,
    programs::Group,
    report::{Section, geometric_mean},
};

/// One program on one line, while the measuring goes on.
pub fn line(row: &Row) -> String {
    let mut line = format!("{:<18}", row.program);
    for result in &row.results {
        let _ = match result {
            Some(Ok(times)) => write!(line, "{:9.1}", times.best() * 1000.0),
            Some(Err(_)) => write!(line, "    fails"),
            None => write!(line, "        –"),
        };
    }
    line
}

/// How many times as fast as another contender we are, in the steady state; none where one of both has no times.
pub fn ratio(row: &Row, contender: usize) -> Option<f64> {
    Some(row.times(contender)?.best() / row.times(0)?.best().max(1e-6))
}

/// The same for the first iteration.
pub fn cold_ratio(row: &Row, contender: usize) -> Option<f64> {
    Some(row.times(contender)?.cold() / row.times(0)?.cold().max(1e-6))
}

/// Programs that fail compiled, or whose checksum is not that of everybody else.
pub fn mistakes(rows: &[Row]) -> Vec<String> {
    let mut mistakes = Vec::new();
    for row in rows {
        let ours = match &row.results[0] {
            Some(Ok(ours)) => ours,
            Some(Err(message)) => {
                mistakes.push(format!("{}: {message}", row.program));
                continue;
            }
            None => continue,
        };
        if ours.checksum == "changes" {
            mistakes.push(format!("{}: the checksum changes from iteration to iteration", row.program));
        }
        if let Some(theirs) =
            (1..row.results.len()).filter_map(|index| row.times(index)).find(|theirs| theirs.checksum != ours.checksum)
        {
            mistakes.push(format!("{}: the checksum is {} and not {}", row.program, ours.checksum, theirs.checksum));
        }
    }
    mistakes
}

/// The table: our times and the reference's, and how many times as fast as each of the others we are.
pub fn section(contenders: &[Contender], rows: &[Row]) -> Section {
    let mut text = String::from("| program |");
    let reference = contenders.get(1).map_or("nobody", Contender::name);
    for name in [reference, "flua"] {
        let _ = write!(text, " {name} first | best | median |");
    }
    let _ = write!(text, " × {reference} first |");
    for contender in &contenders[1..] {
        let _ = write!(text, " × {} |", contender.name());
    }
    let _ = writeln!(text, "\n|{}", " --- |".repeat(7 + contenders.len()));
    for (group, title) in [(Group::Corners, "**mean**"), (Group::Users, "**mean of users' programs**")] {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.group == group).collect();
        for row in &rows {
            let _ = write!(text, "| {} |", row.program);
            for index in [1, 0] {
                let _ = match row.times(index) {
                    Some(times) => write!(
                        text,
                        " {:.1} | {:.1} | {:.1} |",
                        times.cold() * 1000.0,
                        times.best() * 1000.0,
                        times.median() * 1000.0
                    ),
                    None => write!(text, " – | – | – |"),
                };
            }
            cell(&mut text, cold_ratio(row, 1));
            for index in 1..contenders.len() {
                cell(&mut text, ratio(row, index));
            }
            text.push('\n');
        }
        if rows.len() > 1 {
            let _ = write!(text, "| {title} | | | | | | |");
            cell(&mut text, geometric_mean(rows.iter().filter_map(|row| cold_ratio(row, 1))));
            for index in 1..contenders.len() {
                cell(&mut text, geometric_mean(rows.iter().filter_map(|row| ratio(row, index))));
            }
            text.push('\n');
        }
    }
    // Native programs are beside the others in a run of their own, and have a place of their own.
    let is_native = contenders.iter().any(|contender| matches!(contender, Contender::Aot));
    Section { name: if is_native { "native" } else { "programs" }, text }
}

fn cell(text: &mut String, ratio: Option<f64>) {
    let _ = match ratio {
        Some(ratio) => write!(text, " {ratio:.2} |"),
        None => write!(text, " – |"),
    };
}
