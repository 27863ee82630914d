//! What the programs say of the goals.

use super::{
    contenders::Contender,
    measure::Row,
    programs::Group,
    report::{Goal, geometric_mean},
    table::{cold_ratio, ratio},
};

/// What `LuaJIT` is not compared in: it does not compile these, or cannot run them.
const NOT_LUAJIT: [&str; 4] = ["coroutine_", "pcall_", "table_append", "hash54"];

/// Loops over numbers and arrays, which C# has too.
const LOOPS: [&str; 5] = ["fannkuch", "loop_int", "mandelbrot", "sieve", "spectralnorm"];

/// The goals that the programs measured can tell about.
pub fn of(contenders: &[Contender], rows: &[Row]) -> Vec<Goal> {
    let index = |name: &str| contenders.iter().position(|contender| contender.name() == name);
    let corners: Vec<&Row> = rows.iter().filter(|row| row.group == Group::Corners).collect();
    let users: Vec<&Row> = rows.iter().filter(|row| row.group == Group::Users).collect();
    let mut goals = Vec::new();
    if let Some(lua) = index("lua5.4") {
        goals.extend(mean(
            "programs of `bench/` against `lua5.4`, steady",
            "≥ 5",
            5.0,
            corners.iter().map(|row| ratio(row, lua)),
        ));
        let slowest = corners.iter().filter_map(|row| Some((ratio(row, lua)?, row))).min_by(|a, b| a.0.total_cmp(&b.0));
        goals.extend(slowest.map(|(ratio, row)| Goal {
            what: "the slowest of them".to_owned(),
            wanted: "≥ 1.3",
            figure: format!("{ratio:.2} ({})", row.program),
            is_met: ratio >= 1.3,
        }));
        goals.extend(mean("first iterations of them, cold", "≥ 2", 2.0, corners.iter().map(|row| cold_ratio(row, lua))));
        goals.extend(mean("users' programs against `lua5.4`, steady", "–", 0.0, users.iter().map(|row| ratio(row, lua))));
    }
    if let Some(interpreter) = index("luajit -joff") {
        goals.extend(mean("against `luajit -joff`", "≥ 2.5", 2.5, corners.iter().map(|row| ratio(row, interpreter))));
    }
    if let Some(luajit) = index("luajit") {
        let compared = corners.iter().filter(|row| NOT_LUAJIT.iter().all(|start| !row.program.starts_with(start)));
        goals.extend(mean(
            "against `luajit`, without what it does not compile",
            "≥ 0.6",
            0.6,
            compared.map(|row| ratio(row, luajit)),
        ));
    }
    if let Some(csharp) = index("C# by hand") {
        let slower = |name: &'static str| {
            let row = rows.iter().find(|row| row.program == name)?;
            Some((1.0 / ratio(row, csharp)?, name))
        };
        let times: Vec<(f64, &'static str)> = LOOPS.into_iter().filter_map(slower).collect();
        if let Some(worst) = times.iter().map(|(time, _)| *time).max_by(f64::total_cmp) {
            let figures: Vec<String> = times.iter().map(|(time, name)| format!("{time:.2} {name}")).collect();
            goals.push(Goal {
                what: "loops and arrays, time against C# by hand".to_owned(),
                wanted: "≤ 1.5",
                figure: figures.join(", "),
                is_met: worst <= 1.5,
            });
        }
    }
    if let Some(lua) = index("lua5.4") {
        for (program, what) in [
            ("coroutine_switch", "coroutine switch, time against `lua5.4`"),
            ("coroutine_create", "coroutine create"),
            ("pcall_error", "`pcall` with an error"),
        ] {
            let time = rows.iter().find(|row| row.program == program).and_then(|row| ratio(row, lua)).map(|ratio| 1.0 / ratio);
            goals.extend(time.map(|time| Goal {
                what: what.to_owned(),
                wanted: "< 0.5",
                figure: format!("{time:.2}"),
                is_met: time < 0.5,
            }));
        }
    }
    goals
}

fn mean(what: &str, wanted: &'static str, least: f64, ratios: impl Iterator<Item = Option<f64>>) -> Option<Goal> {
    let ratios: Vec<f64> = ratios.flatten().collect();
    let mean = geometric_mean(ratios.iter().copied())?;
    let what = format!("geometric mean of {} {what}", ratios.len());
    Some(Goal { what, wanted, figure: format!("{mean:.2}"), is_met: mean >= least })
}
