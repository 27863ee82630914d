//! Puts the C# runtime into the command line: its assembly, for `flua run`, and its sources as one text, for files that carry it.
//!
//! Only with the feature `cli`: who uses the library needs no .NET SDK. The assembly is built by calling the C# compiler directly, which
//! needs no project, no restore and no network; it is then compiled ahead of time where the tool for that is to be had.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

// The command line finds the SDK in the same way when it runs.
#[allow(dead_code, reason = "the command line uses more of it")]
#[path = "src/cli/dotnet/sdk.rs"]
mod sdk;

#[path = "build/precompile.rs"]
mod precompile;

#[path = "build/runtime_assembly.rs"]
mod runtime_assembly;

#[path = "build/runtime_text.rs"]
mod runtime_text;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/cli/dotnet/sdk.rs");
    println!("cargo::rerun-if-env-changed=DOTNET_ROOT");
    if std::env::var_os("CARGO_FEATURE_CLI").is_none() {
        return;
    }
    if let Err(error) = embed_runtime() {
        for line in error.to_string().lines().take(40) {
            println!("cargo::error={line}");
        }
    }
}

fn embed_runtime() -> Result<(), Box<dyn Error>> {
    let output = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../flua-runtime-cs/src/FLua.Runtime");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    collect_sources(&folder, &mut files)
        .map_err(|error| format!("cannot read the runtime's sources in {}: {error}", folder.display()))?;
    files.sort();
    let text = runtime_text::merge(&files)?;
    fs::write(output.join("Runtime.cs"), text)?;
    let assembly = runtime_assembly::build(&files, &output)?;
    if let Err(reason) = precompile::precompile(&assembly, &output) {
        println!("cargo::warning=the C# runtime is not precompiled, so programs start more slowly: {reason}");
    }
    fs::write(output.join("runtime_hash.txt"), hash(&fs::read(assembly)?))?;
    Ok(())
}

/// All C# files below a folder, without what other builds left there.
fn collect_sources(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if !path.ends_with("bin") && !path.ends_with("obj") {
                collect_sources(&path, files)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "cs") {
            files.push(path);
        }
    }
    Ok(())
}

fn hash(bytes: &[u8]) -> String {
    let hash = siphasher::sip128::SipHasher13::new().hash(bytes);
    format!("{:016x}{:016x}", hash.h1, hash.h2)
}
