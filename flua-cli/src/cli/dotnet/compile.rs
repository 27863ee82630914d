//! Calls the C# compiler directly: no project, no build engine, and the compiler server keeps it warm.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::Sdk;
use crate::cli::error::Error;

/// Settings by measurement (`docs/performance.md`): programs of one thread run faster without a concurrent collector; the youngest generation has at most
/// 32 MB, however large the processor's cache; arrays up to 16 MB are not large objects, whose memory goes back to the system at each
/// collection; hot code is compiled again sooner than by default, after 5 ms without new code instead of 100.
const RUNTIME_CONFIG: &str = include_str!("app.runtimeconfig.json");

/// What the compiler is told besides names of files.
const SWITCHES: &str = "-nologo -nostdlib -target:exe -optimize+ -debug- -deterministic+ -nullable:disable -langversion:latest \
    -warn:0 -preferreduilang:en";

/// Compiles C# files of a folder to an assembly `name.dll` in the same folder, beside the runtime's assembly that is there already.
///
/// All paths are absolute, and the compiler is started in its own folder: its server outlives this call and would hold any other.
pub fn compile(sdk: &Sdk, folder: &Path, name: &str, sources: &[&str]) -> Result<(), Error> {
    let references = sdk.references().map_err(|error| Error::io("read the assemblies of", &sdk.host, &error))?;
    let mut arguments = format!("{SWITCHES}\n-out:\"{}\"\n", folder.join(format!("{name}.dll")).display());
    for reference in references.into_iter().chain([folder.join("FLua.Runtime.dll")]) {
        let _ = writeln!(arguments, "-reference:\"{}\"", reference.display());
    }
    for source in sources {
        let _ = writeln!(arguments, "\"{}\"", folder.join(source).display());
    }
    let response = folder.join(format!("{name}.rsp"));
    write(&response, &arguments)?;
    write(&folder.join(format!("{name}.runtimeconfig.json")), RUNTIME_CONFIG)?;
    let compiled = Command::new(&sdk.host)
        .arg("exec")
        .arg(&sdk.compiler)
        .args(["-shared", "-noconfig"])
        .arg(format!("@{}", response.display()))
        .current_dir(sdk.compiler.parent().unwrap_or(folder))
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Error::environment(format!("cannot start {}: {error}", sdk.host.display())))?;
    if compiled.status.success() { Ok(()) } else { Err(refused(&compiled)) }
}

/// The C# compiler did not do it. If it names a place in our text, that is a mistake of ours, not of the script's author.
fn refused(compiled: &std::process::Output) -> Error {
    let text = [compiled.stdout.as_slice(), compiled.stderr.as_slice()].concat();
    let text = String::from_utf8_lossy(&text);
    let mut shown: Vec<&str> = text.lines().filter(|line| line.contains("error")).take(5).collect();
    if shown.is_empty() {
        shown = text.lines().take(5).collect();
    }
    Error::internal(format!(
        "the C# compiler refused the printed code, which is a bug of flua; please report it with the script\n{}",
        shown.join("\n")
    ))
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(|error| Error::io("write", path, &error))
}
