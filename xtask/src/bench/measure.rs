//! Runs the programs and takes their times, all contenders in turn.

use std::{io, process::Command, time::Duration};

use flua_conformance::{batch::in_parallel, oracle};

use super::{
    build::Builder,
    contenders::Contender,
    programs::{Group, Program},
    table,
};

/// How long one contender may take for one program.
const LIMIT: Duration = Duration::from_mins(2);

/// How many iterations at the end of a run count as steady.
const STEADY: usize = 5;

/// What one contender took for one program, in seconds of processor time, over all rounds.
#[derive(Clone, Debug, Default)]
pub struct Times {
    cold: Vec<f64>,
    steady: Vec<f64>,
    /// What `run_iter` returned, the same each time; otherwise `changes`.
    pub checksum: String,
}

impl Times {
    /// The first iteration of a process, the best of all rounds.
    pub fn cold(&self) -> f64 {
        self.cold.iter().copied().fold(f64::INFINITY, f64::min)
    }

    /// The best of the last iterations of all rounds.
    pub fn best(&self) -> f64 {
        self.steady.iter().copied().fold(f64::INFINITY, f64::min)
    }

    /// The median of the last iterations of all rounds.
    pub fn median(&self) -> f64 {
        let mut times = self.steady.clone();
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
    }

    fn add(&mut self, other: Self) {
        self.cold.extend(other.cold);
        self.steady.extend(other.steady);
        if self.checksum.is_empty() {
            self.checksum = other.checksum;
        } else if self.checksum != other.checksum {
            "changes".clone_into(&mut self.checksum);
        }
    }

    /// Reads the line of the driver: `@bench checksum time time …`.
    fn parse(stdout: &str) -> Option<Self> {
        let line = stdout.lines().find_map(|line| line.strip_prefix("@bench "))?;
        let (checksum, times) = line.split_once(' ')?;
        let times: Vec<f64> = times.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
        let steady = times[times.len().saturating_sub(STEADY)..].to_vec();
        Some(Self { cold: vec![*times.first()?], steady, checksum: checksum.to_owned() })
    }
}

/// One program under all contenders.
#[derive(Debug)]
pub struct Row {
    /// The name of the program.
    pub program: String,
    /// Where it comes from.
    pub group: Group,
    /// In the order of the contenders: the times, or why there are none; nothing where one does not take part.
    pub results: Vec<Option<Result<Times, String>>>,
}

impl Row {
    /// The times of a contender.
    pub fn times(&self, contender: usize) -> Option<&Times> {
        self.results.get(contender)?.as_ref()?.as_ref().ok()
    }
}

/// Runs all programs under all contenders.
pub fn run(
    programs: &[Program],
    contenders: &[Contender],
    builder: &Builder,
    iterations: usize,
    rounds: usize,
) -> io::Result<Vec<Row>> {
    let texts: Vec<String> = programs.iter().map(|program| program.text(iterations)).collect::<io::Result<_>>()?;
    // Everything is built before anything is measured.
    let units: Vec<(&Program, &String)> = programs.iter().zip(&texts).collect();
    in_parallel(&units, |(program, text)| {
        // Should it not build, asking for its command again says so.
        let _ = builder.compiled(&program.name, text);
    });
    let mut rows = Vec::new();
    for program in programs {
        let mut row = Row { program: program.name.clone(), group: program.group, results: Vec::new() };
        row.results.resize_with(contenders.len(), || None);
        rows.push(row);
    }
    // Other work of the machine lasts for seconds: the rounds of a program lie apart, so that it does not meet all of them.
    for round in 1..=rounds {
        for ((program, text), row) in units.iter().zip(&mut rows) {
            let folder = builder.script(&program.name, text)?;
            for (contender, result) in contenders.iter().zip(&mut row.results) {
                let command = contender.command(&program.name, text, &folder, builder, iterations);
                let Some(times) = command.map(|command| command.and_then(|mut command| measure(&mut command))) else { continue };
                match (&mut *result, times) {
                    (Some(Ok(known)), Ok(times)) => known.add(times),
                    (Some(Err(_)), _) => {}
                    (slot, times) => *slot = Some(times),
                }
            }
            if round == rounds {
                eprintln!("{}", table::line(row));
            }
        }
    }
    Ok(rows)
}

fn measure(command: &mut Command) -> Result<Times, String> {
    let outcome = oracle::capture(command, b"", LIMIT).map_err(|error| error.to_string())?;
    match outcome.code {
        Some(0) => {
            Times::parse(&String::from_utf8_lossy(&outcome.stdout)).ok_or_else(|| "the driver printed no times".to_owned())
        }
        Some(_) => Err(oracle::first_error_line(&outcome.stderr)),
        None => Err(format!("not done in {} s", LIMIT.as_secs())),
    }
}

#[cfg(test)]
mod tests {
    use super::Times;

    #[test]
    fn the_last_five_iterations_of_all_rounds_count_as_steady() {
        let mut times = Times::parse("noise\n@bench 42 9 8 7 6 5 1 4 2 3 2.5\n").expect("the line is right");
        let is = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(is(times.cold(), 9.0) && is(times.best(), 1.0) && is(times.median(), 2.5));
        assert_eq!(times.checksum, "42");
        times.add(Times::parse("@bench 43 8 0.5").expect("the line is right"));
        assert!(is(times.cold(), 8.0) && is(times.best(), 0.5));
        assert_eq!(times.checksum, "changes");
        assert!(Times::parse("nothing\n").is_none());
    }
}
