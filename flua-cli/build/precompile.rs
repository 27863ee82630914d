//! Compiles `FLua.Runtime.dll` to machine code ahead of time, so that a program does not begin by waiting for the JIT.
//!
//! The assembly keeps its IL: the JIT still inlines the short ways into programs, and compiles again what turns out to be hot.
//! The compiler that does this is a package of `NuGet`. Without it and without a network to fetch it, the assembly stays as it is,
//! and programs only start more slowly.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::sdk::{Sdk, newest};

/// How long fetching the package may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// Replaces the assembly by its precompiled form. Says why not, where it stays as it is.
pub fn precompile(assembly: &Path, folder: &Path) -> Result<(), String> {
    let sdk = Sdk::find().map_err(|error| error.to_string())?;
    let platform = platform().ok_or("there is no ahead-of-time compiler for this platform")?;
    let compiler = if let Some(compiler) = find_compiler(&platform) {
        compiler
    } else {
        fetch(&sdk, &platform, folder)?;
        find_compiler(&platform).ok_or("the package with the ahead-of-time compiler has no compiler in it")?
    };
    let root = sdk.host.parent().unwrap_or(Path::new(""));
    let framework = newest(&root.join("shared/Microsoft.NETCore.App")).ok_or("there is no .NET runtime beside the SDK")?;
    let output = folder.join("FLua.Runtime.precompiled.dll");
    // Older packages have a program for `dotnet` instead of one that runs by itself.
    let mut command = Command::new(&sdk.host);
    if compiler.extension().is_some_and(|extension| extension == "dll") {
        command.arg(&compiler);
    } else {
        make_executable(&compiler);
        command = Command::new(&compiler);
    }
    let (system, processor) = platform.rsplit_once('-').unwrap_or((&platform, "x64"));
    let run = command
        .arg(assembly)
        .arg("-o")
        .arg(&output)
        .arg("-r")
        .arg(framework.join("*.dll"))
        .args(["--targetos", system.trim_end_matches("-musl"), "--targetarch", processor, "-O"])
        .output()
        .map_err(|error| format!("cannot start {}: {error}", compiler.display()))?;
    if !run.status.success() {
        let text = String::from_utf8_lossy(&run.stderr);
        return Err(format!("the ahead-of-time compiler failed: {}", text.lines().next().unwrap_or("it does not say why")));
    }
    fs::rename(&output, assembly).map_err(|error| format!("cannot replace {}: {error}", assembly.display()))
}

/// What `NuGet` calls the platform that is built for.
fn platform() -> Option<String> {
    let system = match env::var("CARGO_CFG_TARGET_OS").ok()?.as_str() {
        "linux" if env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|environment| environment == "musl") => "linux-musl",
        "linux" => "linux",
        "macos" => "osx",
        "windows" => "win",
        _ => return None,
    };
    let processor = match env::var("CARGO_CFG_TARGET_ARCH").ok()?.as_str() {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        _ => return None,
    };
    Some(format!("{system}-{processor}"))
}

/// The compiler in `NuGet`'s folder of packages.
fn find_compiler(platform: &str) -> Option<PathBuf> {
    let packages = env::var_os("NUGET_PACKAGES").map(PathBuf::from).or_else(|| {
        let home = env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" })?;
        Some(PathBuf::from(home).join(".nuget/packages"))
    })?;
    let tools = newest(&packages.join(format!("microsoft.netcore.app.crossgen2.{platform}")))?.join("tools");
    ["crossgen2", "crossgen2.exe", "crossgen2.dll"].iter().map(|name| tools.join(name)).find(|path| path.is_file())
}

/// Lets the SDK fetch the package: it knows the version that belongs to it.
fn fetch(sdk: &Sdk, platform: &str, folder: &Path) -> Result<(), String> {
    let folder = folder.join("precompile");
    let project = folder.join("precompile.csproj");
    let text = format!(
        "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework>\
         <RuntimeIdentifier>{platform}</RuntimeIdentifier><SelfContained>false</SelfContained><UseAppHost>false</UseAppHost>\
         <PublishReadyToRun>true</PublishReadyToRun></PropertyGroup></Project>\n"
    );
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&project, text))
        .map_err(|error| format!("cannot write {}: {error}", project.display()))?;
    let mut restore = Command::new(&sdk.host)
        .arg("restore")
        .arg(&project)
        .args(["--verbosity", "quiet"])
        .env("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "1")
        .env("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
        .env("MSBUILDDISABLENODEREUSE", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("cannot start {}: {error}", sdk.host.display()))?;
    let start = Instant::now();
    loop {
        match restore.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(None) if start.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(50)),
            _ => {
                let _ = restore.kill();
                let _ = restore.wait();
                return Err("the package with the ahead-of-time compiler cannot be fetched".to_owned());
            }
        }
    }
}

/// Packages do not keep the permission to execute.
fn make_executable(program: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if let Ok(found) = fs::metadata(program) {
            let mut permissions = found.permissions();
            permissions.set_mode(permissions.mode() | 0o111);
            // Should this fail, starting it says so.
            let _ = fs::set_permissions(program, permissions);
        }
    }
    #[cfg(not(unix))]
    let _ = program;
}
