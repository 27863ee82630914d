//! Builds what is measured: `flua` itself, programs by `flua build`, and the C# project of `bench/dotnet`.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use flua_conformance::{build_folder, sdk::Sdk, workspace};

/// Builds into one folder.
#[derive(Debug)]
pub struct Builder {
    /// The folder, absolute.
    pub folder: PathBuf,
    /// The SDK.
    pub sdk: Sdk,
    flua: PathBuf,
}

impl Builder {
    /// Builds `flua` in the profile of this program.
    pub fn new(folder: &Path) -> io::Result<Self> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(["build", "--quiet", "--package", "flua"]).current_dir(workspace());
        if !cfg!(debug_assertions) {
            command.arg("--release");
        }
        if !command.status()?.success() {
            return Err(io::Error::other("flua does not build"));
        }
        let profile = if cfg!(debug_assertions) { "debug" } else { "release" };
        let target = build_folder().parent().map_or_else(|| workspace().join("target"), Path::to_owned);
        let flua = target.join(profile).join(if cfg!(windows) { "flua.exe" } else { "flua" });
        Ok(Self { folder: folder.canonicalize()?, sdk: Sdk::find().map_err(io::Error::other)?, flua })
    }

    /// Writes a script and gives the folder that it lies in.
    pub fn script(&self, name: &str, text: &str) -> io::Result<PathBuf> {
        let folder = self.folder.join("lua");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("{name}.lua")), text)?;
        Ok(folder)
    }

    /// The command that runs a program as `flua run` does. The program is built again when it or `flua` has changed.
    pub fn compiled(&self, name: &str, text: &str) -> Result<Command, String> {
        let output = self.build("jit", name, text, &[])?;
        let mut command = Command::new(&self.sdk.host);
        command.arg("exec").arg(output.join(format!("{name}.dll")));
        Ok(command)
    }

    /// The command that runs a native program.
    pub fn native(&self, name: &str, text: &str) -> Result<Command, String> {
        self.build("aot", name, text, &["--aot"]).map(Command::new)
    }

    fn build(&self, kind: &str, name: &str, text: &str, options: &[&str]) -> Result<PathBuf, String> {
        let refuse = |error: io::Error| error.to_string();
        let folder = self.script(name, text).map_err(refuse)?;
        let outputs = self.folder.join(kind);
        fs::create_dir_all(&outputs).map_err(refuse)?;
        let output = outputs.join(name);
        let stamp = outputs.join(format!("{name}.stamp"));
        let data = fs::metadata(&self.flua).map_err(refuse)?;
        let wanted = format!("{} {:?}\n{text}", data.len(), data.modified().map_err(refuse)?);
        if output.exists() && fs::read_to_string(&stamp).is_ok_and(|built| built == wanted) {
            return Ok(output);
        }
        let mut command = Command::new(&self.flua);
        command.arg("build").args(options).arg(format!("{name}.lua")).arg("-o").arg(&output);
        let ran = command.current_dir(folder).stdin(Stdio::null()).output().map_err(refuse)?;
        if !ran.status.success() {
            return Err(String::from_utf8_lossy(&ran.stderr).lines().next().unwrap_or("flua build failed").to_owned());
        }
        fs::write(&stamp, wanted).map_err(refuse)?;
        Ok(output)
    }

    /// Builds the project of `bench/dotnet`, with native Lua or without; gives the assembly to start.
    pub fn project(&self, with_keralua: bool) -> Result<PathBuf, String> {
        let artifacts = self.folder.join(if with_keralua { "dotnet-keralua" } else { "dotnet" });
        let output = Command::new(&self.sdk.host)
            .args(["build", "-c", "Release", "-v", "quiet", "-nologo", "--artifacts-path"])
            .arg(&artifacts)
            .arg(format!("-p:KeraLua={with_keralua}"))
            .arg(format!("-p:Flua={}", self.flua.display()))
            .current_dir(workspace().join("bench/dotnet"))
            .env("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
            .env("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "1")
            .stdin(Stdio::null())
            .output()
            .map_err(|error| error.to_string())?;
        if output.status.success() {
            return Ok(artifacts.join("bin/Bench/release/Bench.dll"));
        }
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let error = text.lines().find_map(|line| line.split_once("error ")).map(|(_, error)| error);
        let error = error.and_then(|error| error.split(" [").next()).unwrap_or("the C# project does not build");
        Err(error.to_owned())
    }

    /// Starts an assembly.
    pub fn dotnet(&self, assembly: &Path) -> Command {
        let mut command = Command::new(&self.sdk.host);
        command.arg("exec").arg(assembly);
        command
    }
}
