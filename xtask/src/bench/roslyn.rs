//! How long the C# compiler takes for what we print.

use std::{
    fmt::Write as _,
    fs, io,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use flua::{Compiler, Options, SourceFile};
use flua_conformance::sdk::Sdk;

use super::{
    build::Builder,
    programs::{self, Group},
    report::{Goal, Section, minimum, number},
};

/// How many lines of Lua are compiled.
const LINES: usize = 1000;

/// How often with the server, after once to start it, and how often without.
const WARM: usize = 5;
const COLD: usize = 3;

/// Measures, and adds the table.
pub fn run(builder: &Builder, sections: &mut Vec<Section>, goals: &mut Vec<Goal>) -> io::Result<()> {
    let text = source()?;
    let lua_lines = number(text.lines().count());
    let options = Options { class: "Script".to_owned(), program: true, closed_world: true, ..Options::default() };
    let compiled = Compiler::new(options).compile(SourceFile::new("lines.lua", text.into_bytes()));
    let csharp = compiled.map_err(|failure| io::Error::other(failure.to_string()))?.csharp;
    let folder = builder.folder.join("roslyn");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("lines.cs"), &csharp)?;
    // The runtime's assembly lies beside every program.
    builder.compiled("hello", "print('hello')\n").map_err(io::Error::other)?;
    let runtime = builder.folder.join("jit/hello/FLua.Runtime.dll");
    let time = |shared: bool| -> io::Result<f64> {
        let start = Instant::now();
        compile(&builder.sdk, &folder, "lines", Some(&runtime), shared)?;
        Ok(start.elapsed().as_secs_f64())
    };
    time(true)?;
    let warm = minimum(&(0..WARM).map(|_| time(true)).collect::<io::Result<Vec<_>>>()?);
    let cold = minimum(&(0..COLD).map(|_| time(false)).collect::<io::Result<Vec<_>>>()?);
    let text = format!(
        "| the C# compiler | |\n| --- | --- |\n| lines of Lua | {lua_lines:.0} |\n| lines of C# | {} |\n| alone | {cold:.2} s |\n| with its server warm | {warm:.2} s |\n",
        csharp.lines().count()
    );
    println!("\n{text}");
    sections.push(Section { name: "roslyn", text });
    goals.push(Goal {
        what: format!("the C# compiler on {lua_lines:.0} lines of Lua"),
        wanted: "≤ 4 s cold, ≤ 1.5 s warm",
        figure: format!("{cold:.1} s, {warm:.2} s"),
        is_met: cold <= 4.0 && warm <= 1.5,
    });
    Ok(())
}

/// Users' programs, each in a function, until there are lines enough.
fn source() -> io::Result<String> {
    let mut text = String::new();
    for program in programs::find(&[])?.iter().filter(|program| program.group == Group::Users) {
        if text.lines().count() >= LINES {
            break;
        }
        let _ = writeln!(text, "(function(...)\n{}\nend)(...);", program.text(1)?);
    }
    Ok(text)
}

/// Compiles `name.cs` of a folder as `flua run` does: with the compiler's server, or without.
pub fn compile(sdk: &Sdk, folder: &Path, name: &str, runtime: Option<&Path>, is_shared: bool) -> io::Result<()> {
    let mut arguments = format!(
        "-nologo\n-nostdlib\n-target:exe\n-optimize+\n-debug-\n-deterministic+\n-langversion:latest\n-warn:0\n-out:{name}.dll\n"
    );
    for reference in sdk.references()?.iter().map(std::path::PathBuf::as_path).chain(runtime) {
        let _ = writeln!(arguments, "-reference:\"{}\"", reference.display());
    }
    let _ = writeln!(arguments, "{name}.cs");
    fs::write(folder.join(format!("{name}.rsp")), arguments)?;
    let mut command = Command::new(&sdk.host);
    command.arg("exec").arg(&sdk.compiler);
    if is_shared {
        command.arg("-shared");
    }
    let run = command.arg("-noconfig").arg(format!("@{name}.rsp")).current_dir(folder).stdin(Stdio::null()).output()?;
    let said = String::from_utf8_lossy(&run.stdout).lines().next().unwrap_or_default().to_owned();
    if run.status.success() { Ok(()) } else { Err(io::Error::other(said)) }
}
