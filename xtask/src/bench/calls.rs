//! Calls between C# and Lua, beside native Lua inside .NET.

use std::{fmt::Write as _, io, time::Duration};

use flua_conformance::oracle;

use super::{
    build::Builder,
    report::{Goal, Section},
};

/// What is measured, as the project prints it and in words.
const CALLS: [(&str, &str); 4] = [
    ("to-lua-nothing", "C# calls Lua, nothing passed"),
    ("to-lua-number", "C# calls Lua, a number there and back"),
    ("to-host-nothing", "Lua calls C#, nothing passed"),
    ("to-host-number", "Lua calls C#, a number there and back"),
];

/// Measures, and adds the table.
pub fn run(builder: &Builder, sections: &mut Vec<Section>, goals: &mut Vec<Goal>) -> io::Result<()> {
    let assembly = builder.project(true).or_else(|reason| {
        eprintln!("KeraLua is left out: {reason}");
        builder.project(false).map_err(io::Error::other)
    })?;
    let outcome = oracle::capture(builder.dotnet(&assembly).arg("calls"), b"", Duration::from_mins(5))?;
    let stdout = String::from_utf8_lossy(&outcome.stdout);
    if outcome.code != Some(0) {
        return Err(io::Error::other(oracle::first_error_line(&outcome.stderr)));
    }
    let mut text = String::from("| call | flua ns | bytes | KeraLua ns | time |\n| --- | --- | --- | --- | --- |\n");
    for (call, words) in CALLS {
        let Some((ours, bytes)) = best(&stdout, "flua", call) else { continue };
        let Some((theirs, _)) = best(&stdout, "keralua", call) else {
            let _ = writeln!(text, "| {words} | {ours:.1} | {bytes:.0} | – | – |");
            continue;
        };
        let time = ours / theirs;
        let _ = writeln!(text, "| {words} | {ours:.1} | {bytes:.0} | {theirs:.1} | {time:.2} |");
        if call == "to-lua-number" {
            goals.push(Goal {
                what: "a call from C# into Lua and back with a number, time against KeraLua".to_owned(),
                wanted: "< 0.5, no allocation",
                figure: format!("{time:.2} ({ours:.1} ns), {bytes:.0} bytes"),
                is_met: time < 0.5 && bytes < 0.5,
            });
        }
    }
    println!("\n{text}");
    sections.push(Section { name: "calls", text });
    Ok(())
}

/// The best time and the bytes of a call, from lines `@call implementation call ns bytes`.
fn best(stdout: &str, implementation: &str, call: &str) -> Option<(f64, f64)> {
    let start = format!("@call {implementation} {call} ");
    let lines = stdout.lines().filter_map(|line| line.strip_prefix(&start)?.split_once(' '));
    let figures = lines.filter_map(|(time, bytes)| Some((time.parse::<f64>().ok()?, bytes.parse::<f64>().ok()?)));
    figures.min_by(|a, b| a.0.total_cmp(&b.0))
}
