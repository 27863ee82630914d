//! Live bytes of tables after a full collection, beside the reference.

use std::{io, process::Command, time::Duration};

use flua_conformance::oracle;

use super::{
    build::Builder,
    report::{Goal, Section},
};

/// Makes the tables and prints the bytes of an integer and of an object.
const SCRIPT: &str = include_str!("memory.lua");

/// Measures, and adds the table.
pub fn run(builder: &Builder, sections: &mut Vec<Section>, goals: &mut Vec<Goal>) -> io::Result<()> {
    let folder = builder.script("memory", SCRIPT)?;
    let (numbers, objects) = measure(&mut builder.compiled("memory", SCRIPT).map_err(io::Error::other)?)?;
    let mut reference = Command::new("lua5.4");
    let reference = measure(reference.arg("memory.lua").current_dir(folder));
    if let Err(error) = &reference {
        eprintln!("lua5.4 is left out: {error}");
    }
    let beside = |figure: Option<f64>| figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.1}"));
    let (their_numbers, their_objects) = reference.ok().unzip();
    let text = format!(
        "| live bytes | flua | lua5.4 |\n| --- | --- | --- |\n| an integer in an array | {numbers:.1} | {} |\n| an object `{{x=…, y=…, z=…}}`, in an array | {objects:.1} | {} |\n",
        beside(their_numbers),
        beside(their_objects)
    );
    println!("\n{text}");
    sections.push(Section { name: "memory", text });
    if let Some(theirs) = their_numbers {
        goals.push(Goal {
            what: "live bytes of an integer in an array".to_owned(),
            wanted: "≤ the reference's and a fifth",
            figure: format!("{numbers:.1}, reference {theirs:.1}"),
            is_met: numbers <= theirs * 1.2,
        });
    }
    goals.push(Goal {
        what: "live bytes of an object of three fields".to_owned(),
        wanted: "≤ 160",
        figure: format!("{objects:.0}"),
        is_met: objects <= 160.0,
    });
    Ok(())
}

fn measure(command: &mut Command) -> io::Result<(f64, f64)> {
    let outcome = oracle::capture(command, b"", Duration::from_mins(2))?;
    let stdout = String::from_utf8_lossy(&outcome.stdout);
    let figures = stdout.lines().find_map(|line| line.strip_prefix("@live 2000000 ")?.split_once(' '));
    let parsed = figures.and_then(|(numbers, objects)| Some((numbers.parse().ok()?, objects.parse().ok()?)));
    parsed.ok_or_else(|| io::Error::other(oracle::first_error_line(&outcome.stderr)))
}
