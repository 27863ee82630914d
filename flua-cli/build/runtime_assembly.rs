//! Builds `FLua.Runtime.dll` with the C# compiler of the SDK.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::sdk::Sdk;

/// What the project file gives to an assembly besides its sources.
const ATTRIBUTES: &str = concat!(
    "[assembly: System.Reflection.AssemblyVersion(\"",
    env!("CARGO_PKG_VERSION"),
    ".0\")]\n",
    "[assembly: System.Reflection.AssemblyInformationalVersion(\"",
    env!("CARGO_PKG_VERSION"),
    "\")]\n",
    "[assembly: System.Runtime.Versioning.TargetFramework(\".NETCoreApp,Version=v10.0\")]\n",
);

/// Compiles the sources into the folder and gives the path of the assembly.
pub fn build(sources: &[PathBuf], folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let sdk = Sdk::find().map_err(|error| format!("the command line carries the C# runtime, which is built now: {error}\n(build tools need only the library: turn off the default features)"))?;
    let attributes = folder.join("AssemblyAttributes.cs");
    fs::write(&attributes, ATTRIBUTES)?;
    let assembly = folder.join("FLua.Runtime.dll");
    let mut arguments = String::from(
        "-nologo\n-nostdlib\n-target:library\n-optimize+\n-debug-\n-deterministic+\n-nullable:enable\n-langversion:latest\n-warn:0\n-preferreduilang:en\n",
    );
    writeln!(arguments, "-out:\"{}\"", assembly.display())?;
    for reference in sdk.references()? {
        writeln!(arguments, "-reference:\"{}\"", reference.display())?;
    }
    for source in sources.iter().chain([&attributes]) {
        writeln!(arguments, "\"{}\"", source.display())?;
    }
    let response = folder.join("runtime.rsp");
    fs::write(&response, arguments)?;
    let built = Command::new(&sdk.host)
        .arg("exec")
        .arg(&sdk.compiler)
        .arg("-noconfig")
        .arg(format!("@{}", response.display()))
        .output()
        .map_err(|error| format!("cannot start {}: {error}", sdk.host.display()))?;
    if built.status.success() {
        Ok(assembly)
    } else {
        Err(format!("the C# runtime does not compile:\n{}", String::from_utf8_lossy(&built.stdout)).into())
    }
}
