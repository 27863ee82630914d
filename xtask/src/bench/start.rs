//! A program that prints one line, from the start of the process to its end.

use std::{
    fmt::Write as _,
    fs, io,
    path::PathBuf,
    process::{Command, Stdio},
    time::Instant,
};

use super::{
    build::Builder,
    report::{Goal, Section, median, minimum},
    roslyn,
};

/// The program.
const HELLO: &str = "print('hello')\n";

/// What a C# program is at least.
const EMPTY: &str = "internal static class Program\n{\n    private static void Main()\n    {\n    }\n}\n";

/// How often each is started. The least time counts: whatever else the machine does only adds to it.
const ROUNDS: usize = 50;

/// Measures, and adds the table.
pub fn run(builder: &Builder, sections: &mut Vec<Section>, goals: &mut Vec<Goal>) -> io::Result<()> {
    let folder = builder.script("hello", HELLO)?;
    let mut commands = vec![
        ("flua, JIT", builder.compiled("hello", HELLO).map_err(io::Error::other)?),
        ("an empty C# program, JIT", builder.dotnet(&empty(builder)?)),
    ];
    match builder.native("hello", HELLO) {
        Ok(command) => commands.push(("flua, NativeAOT", command)),
        Err(reason) => eprintln!("NativeAOT is left out: {reason}"),
    }
    for name in ["lua5.4", "luajit"] {
        let mut command = Command::new(name);
        command.arg("hello.lua");
        commands.push((name, command));
    }
    let mut times = vec![Vec::new(); commands.len()];
    for round in 0..ROUNDS + 2 {
        for ((_, command), times) in commands.iter_mut().zip(&mut times) {
            command.current_dir(&folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            let start = Instant::now();
            // The first two warm up what the system keeps of files. Who is not installed has no times.
            if command.status().is_ok_and(|status| status.success()) && round >= 2 {
                times.push(start.elapsed().as_secs_f64() * 1000.0);
            }
        }
    }
    let mut text = String::from("| one line printed | best ms | median ms |\n| --- | --- | --- |\n");
    for ((name, _), times) in commands.iter().zip(&times).filter(|(_, times)| !times.is_empty()) {
        let _ = writeln!(text, "| {name} | {:.1} | {:.1} |", minimum(times), median(times));
    }
    println!("\n{text}");
    sections.push(Section { name: "start", text });
    let ratio = minimum(&times[0]) / minimum(&times[1]);
    goals.push(Goal {
        what: "hello world, start to end, against an empty C# program".to_owned(),
        wanted: "≤ 1.4",
        figure: format!("{ratio:.2} ({:.1} ms)", minimum(&times[0])),
        is_met: ratio <= 1.4,
    });
    if commands[2].0.contains("AOT") {
        let time = minimum(&times[2]);
        let wanted = "≤ 10 ms";
        goals.push(Goal {
            what: "hello world, NativeAOT".to_owned(),
            wanted,
            figure: format!("{time:.1} ms"),
            is_met: time <= 10.0,
        });
    }
    Ok(())
}

/// Compiles the empty program, with the settings of ours.
fn empty(builder: &Builder) -> io::Result<PathBuf> {
    let folder = builder.folder.join("empty");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("empty.cs"), EMPTY)?;
    fs::copy(builder.folder.join("jit/hello/hello.runtimeconfig.json"), folder.join("empty.runtimeconfig.json"))?;
    roslyn::compile(&builder.sdk, &folder, "empty", None, true)?;
    Ok(folder.join("empty.dll"))
}
