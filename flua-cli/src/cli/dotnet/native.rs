//! Builds a native program with `NativeAOT`, by a project and `dotnet publish`.
//!
//! The runtime goes in as source text, so that the same files build for any release of .NET whose packages are to be had.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{RUNTIME_TEXT, Sdk};
use crate::cli::error::Error;

/// The releases that are tried. The native libraries of .NET 10 are a package of their own, which some package feeds lack; those of .NET 9
/// come with the compiler.
const FRAMEWORKS: [&str; 2] = ["net10.0", "net9.0"];

/// How `NuGet` says that it has no such package, no such version, or no network.
const MISSING_PACKAGE: [&str; 4] = ["NU1100", "NU1101", "NU1102", "NU1301"];

/// The project. The settings are those of `app.runtimeconfig.json` as far as they have a meaning here.
const PROJECT: &str = r#"<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>FRAMEWORK</TargetFramework>
    <AssemblyName>NAME</AssemblyName>
    <LangVersion>latest</LangVersion>
    <Nullable>annotations</Nullable>
    <WarningLevel>0</WarningLevel>
    <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
    <RunAnalyzers>false</RunAnalyzers>
    <PublishAot>true</PublishAot>
    <OptimizationPreference>Speed</OptimizationPreference>
    <InvariantGlobalization>true</InvariantGlobalization>
    <ConcurrentGarbageCollection>false</ConcurrentGarbageCollection>
    <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
    <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
  </PropertyGroup>
  <ItemGroup>
    <Compile Include="Script.cs;Runtime.cs" />
    <RuntimeHostConfigurationOption Include="System.GC.Gen0MaxBudget" Value="33554432" />
    <RuntimeHostConfigurationOption Include="System.GC.LOHThreshold" Value="16777216" />
    <RuntimeHostConfigurationOption Include="System.GC.RegionSize" Value="16777216" />
  </ItemGroup>
</Project>
"#;

/// Publishes `Script.cs` of a folder; gives the path of the program, somewhere in that folder.
pub fn publish(sdk: &Sdk, folder: &Path, name: &str) -> Result<PathBuf, Error> {
    let write = |file: &str, text: &str| {
        let path = folder.join(file);
        fs::write(&path, text).map_err(|error| Error::io("write", &path, &error))
    };
    write("Runtime.cs", RUNTIME_TEXT)?;
    // A project of the user's further up must not have a say.
    write("Directory.Build.props", "<Project />\n")?;
    write("Directory.Build.targets", "<Project />\n")?;
    write("Directory.Packages.props", "<Project />\n")?;
    let mut said = String::new();
    for framework in FRAMEWORKS {
        write("program.csproj", &PROJECT.replace("FRAMEWORK", framework).replace("NAME", name))?;
        let output = folder.join("out");
        let run = Command::new(&sdk.host)
            .args(["publish", "program.csproj", "-c", "Release", "-v", "quiet", "-nologo", "-o"])
            .arg(&output)
            .current_dir(folder)
            .env("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
            .env("DOTNET_CLI_UI_LANGUAGE", "en")
            .env("MSBUILDDISABLENODEREUSE", "1")
            .env("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "1")
            .stdin(Stdio::null())
            .output()
            .map_err(|error| Error::environment(format!("cannot start {}: {error}", sdk.host.display())))?;
        if run.status.success() {
            return Ok(output.join(if cfg!(windows) { format!("{name}.exe") } else { name.to_owned() }));
        }
        said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
        if !MISSING_PACKAGE.iter().any(|code| said.contains(code)) {
            break;
        }
    }
    Err(refused(&said))
}

/// Says what is missing, in one line.
fn refused(said: &str) -> Error {
    let error = said.lines().find_map(|line| line.split_once("error ").or_else(|| line.split_once("error: ")));
    let reason = error.map_or_else(|| said.lines().next().unwrap_or_default(), |(_, reason)| reason);
    // MSBuild names the project behind each message.
    let reason = reason.split(" [").next().unwrap_or_default().trim_start_matches(": ").trim();
    if MISSING_PACKAGE.iter().any(|code| said.contains(code)) {
        return Error::environment(format!(
            "a native program takes the packages of NativeAOT, which cannot be fetched ({reason}); without --aot none is needed"
        ));
    }
    if said.contains("linker") || said.contains("nativeaot-prerequisites") {
        return Error::environment(format!(
            "a native program takes a C compiler to link with, clang or gcc, and the headers of zlib: see https://aka.ms/nativeaot-prerequisites ({reason})"
        ));
    }
    Error::internal(format!(
        "the native program does not build, which is a bug of flua; please report it with the script\n{reason}"
    ))
}

#[cfg(test)]
mod tests {
    use super::{Error, refused};

    #[test]
    fn what_is_missing_is_named() {
        let error = refused("/tmp/program.csproj : error NU1101: Unable to find package X. [/tmp/program.csproj]\n");
        assert_eq!(error.code, Error::ENVIRONMENT);
        assert!(error.message.is_some_and(|message| message.contains("(NU1101: Unable to find package X.)")));
        let error =
            refused("Targets(5,5): error : Platform linker ('clang' or 'gcc') not found in PATH. [/tmp/program.csproj]\n");
        assert_eq!(error.code, Error::ENVIRONMENT);
        assert!(error.message.is_some_and(|message| message.contains("clang or gcc")));
    }
}
