//! Compiles many Lua programs into one assembly and runs each in a process of its own.
//!
//! Starting the C# compiler for each of some hundred small programs would take minutes. So every program becomes a
//! class in a namespace of its own, all classes and a small dispatcher are compiled by one call of `csc`, and
//! `runner.dll name args…` runs one of them as `flua run` would. A program whose C# is refused is left out with its
//! errors, and the rest is compiled again.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Duration,
};

use flua::{Compiler, DynamicCode, ModuleSource, Options, SourceFile};

use crate::{
    oracle::{self, Outcome},
    sdk::Sdk,
    workspace,
};

/// How often the C# compiler is called again without the files that it refused.
const ATTEMPTS: usize = 4;

/// One Lua program to compile.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its name among the programs of the batch: letters, digits and underscores.
    pub identifier: String,
    /// The name of the script: its chunk name and `arg[0]`.
    pub script: String,
    /// The text.
    pub source: Vec<u8>,
    /// The folder in which its modules are searched.
    pub folder: PathBuf,
    /// Whether it is compiled as a closed world.
    pub closed_world: bool,
    /// What becomes of `load` and its kin.
    pub dynamic_code: DynamicCode,
    /// Whether the printed code is to be fast.
    pub optimize: bool,
    /// Whether it is compiled so that `debug` knows everything.
    pub debug: bool,
    /// Texts that `load` finds, with their chunk names.
    pub texts: Vec<(Vec<u8>, String)>,
}

/// Modules below a folder, found as the reference finds them with its default path.
#[derive(Debug)]
struct Folder<'a>(&'a Path);

impl ModuleSource for Folder<'_> {
    fn find(&self, name: &str) -> Option<SourceFile> {
        let path = name.replace('.', "/");
        [format!("./{path}.lua"), format!("./{path}/init.lua")].into_iter().find_map(|candidate| {
            let bytes = fs::read(self.0.join(&candidate)).ok()?;
            Some(SourceFile::new(candidate, bytes))
        })
    }

    fn names(&self, _pattern: &str) -> Vec<String> {
        Vec::new()
    }

    fn file(&self, path: &str) -> Option<SourceFile> {
        Some(SourceFile::new(path, fs::read(self.0.join(path)).ok()?))
    }
}

/// Compiled programs, ready to run.
#[derive(Debug)]
pub struct Batch {
    host: PathBuf,
    runner: PathBuf,
    /// Why a program is not in the assembly, by identifier.
    pub failures: BTreeMap<String, String>,
}

impl Batch {
    /// Compiles programs into `folder`, which is emptied first.
    pub fn build(folder: &Path, units: &[Unit]) -> io::Result<Self> {
        let sdk = Sdk::find().map_err(io::Error::other)?;
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
        let folder = &folder.canonicalize()?;
        let runtime = runtime_assembly(&sdk)?;
        fs::copy(&runtime, folder.join("FLua.Runtime.dll"))?;
        fs::write(folder.join("runner.runtimeconfig.json"), RUNTIME_CONFIG)?;
        let mut failures = BTreeMap::new();
        let mut compiled = BTreeMap::new();
        for (unit, result) in units.iter().zip(translate_all(units)) {
            match result {
                Ok(text) => {
                    let file = format!("{}.cs", unit.identifier);
                    fs::write(folder.join(&file), text)?;
                    compiled.insert(file, unit);
                }
                Err(message) => {
                    failures.insert(unit.identifier.clone(), format!("flua: {message}"));
                }
            }
        }
        for _ in 0..ATTEMPTS {
            fs::write(folder.join("Runner.cs"), dispatcher(compiled.values().copied()))?;
            let refused = compile(&sdk, folder, compiled.keys())?;
            if refused.is_empty() {
                return Ok(Self { host: sdk.host, runner: folder.join("runner.dll"), failures });
            }
            for (file, errors) in refused {
                match compiled.remove(&file) {
                    Some(unit) => {
                        failures.insert(unit.identifier.clone(), format!("the C# compiler refused the printed code:\n{errors}"))
                    }
                    None => return Err(io::Error::other(format!("{file}: {errors}"))),
                };
            }
        }
        Err(io::Error::other("the C# compiler refused files again and again"))
    }

    /// The command that runs one program of the batch as `flua run` would.
    pub fn command(&self, identifier: &str) -> Command {
        let mut command = Command::new(&self.host);
        command.arg("exec").arg(&self.runner).arg(identifier);
        command
    }

    /// Runs programs that print no control characters one after the other in one process; gives the standard output of each.
    ///
    /// The start of a process costs more than a small program. What a program does to the process, and what it writes to
    /// the standard error, is not told: whoever misses an output, or does not like it, runs the program alone.
    pub fn run_together(&self, identifiers: &[&str], folder: &Path, limit: Duration) -> io::Result<BTreeMap<String, Vec<u8>>> {
        let mut command = self.command("*");
        command.args(identifiers).current_dir(folder);
        Ok(cut(&oracle::capture(&mut command, b"", limit)?.stdout))
    }

    /// Runs one program of the batch to its end, or to the time limit.
    pub fn run(
        &self,
        identifier: &str,
        folder: &Path,
        arguments: &[String],
        input: &[u8],
        limit: Duration,
    ) -> io::Result<Outcome> {
        let mut command = self.command(identifier);
        command.args(arguments).current_dir(folder);
        // Code that runs once need not be optimised twice: short programs end sooner.
        command.env("DOTNET_TieredPGO", "0").env("DOTNET_TC_QuickJitForLoops", "1");
        oracle::capture(&mut command, input, limit)
    }
}

/// Cuts the output of [`Batch::run_together`] into that of each program.
fn cut(output: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut pieces = BTreeMap::new();
    for piece in output.split(|&byte| byte == 1).skip(1) {
        let end = piece.iter().position(|&byte| byte == b'\n').unwrap_or(piece.len());
        let name = String::from_utf8_lossy(&piece[..end]).into_owned();
        pieces.insert(name, piece.get(end + 1..).unwrap_or_default().to_vec());
    }
    pieces
}

/// Does something with every item on two threads, since the machines of the project have two cores; results keep their order.
pub fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let mut results: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..2)
            .map(|_| {
                let (next, work) = (&next, &work);
                let worker = move || {
                    let mut done = Vec::new();
                    while let index = next.fetch_add(1, Ordering::Relaxed)
                        && let Some(item) = items.get(index)
                    {
                        done.push((index, work(item)));
                    }
                    done
                };
                // Deeply nested programs take more stack than a thread has by default.
                thread::Builder::new().stack_size(256 << 20).spawn_scoped(scope, worker).expect("a thread can be started")
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker does not panic")).collect()
    });
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

fn translate_all(units: &[Unit]) -> Vec<Result<String, String>> {
    in_parallel(units, |unit| {
        // A program that makes the compiler panic must not hide the results of the others.
        std::panic::catch_unwind(|| translate(unit)).unwrap_or_else(|_| Err("the compiler panicked".to_owned()))
    })
}

/// Compiles one program to C#.
pub fn translate(unit: &Unit) -> Result<String, String> {
    let options = Options {
        namespace: format!("Programs.{}", unit.identifier),
        class: "Script".to_owned(),
        program: false,
        closed_world: unit.closed_world && !unit.debug,
        dynamic_code: unit.dynamic_code,
        debug: unit.debug,
        optimize: unit.optimize,
        ..Options::default()
    };
    let source = SourceFile::new(unit.script.as_str(), unit.source.clone());
    let output = Compiler::new(options).modules(&Folder(&unit.folder)).texts(unit.texts.iter().cloned()).compile(source);
    output.map(|output| output.csharp).map_err(|failure| failure.to_string())
}

/// The class with `Main` that runs the program named by its first argument.
fn dispatcher<'a>(units: impl Iterator<Item = &'a Unit>) -> String {
    let mut cases = String::new();
    for unit in units {
        let script = unit.script.replace('\\', "\\\\").replace('"', "\\\"");
        let name = &unit.identifier;
        let _ = writeln!(cases, "            \"{name}\" => LuaProgram.Run(rest, \"{script}\", Programs.{name}.Script.Load),");
    }
    RUNNER.replace("            CASES\n", &cases)
}

const RUNNER: &str = r#"using System;
using FLua.Runtime;

[assembly: System.Diagnostics.Debuggable(System.Diagnostics.DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints)]

internal static class Runner
{
    private static int Main(string[] args)
    {
        if (args[0] == "*")
        {
            foreach (string name in args[1..])
            {
                Console.WriteLine("\u0001" + name);
                Run(name, []);
            }

            return 0;
        }

        return Run(args[0], args[1..]);
    }

    private static int Run(string name, string[] rest) => name switch
    {
            CASES
        _ => throw new ArgumentException("no such program: " + name),
    };
}
"#;

/// The settings of `flua run`, so that what is tested is what is used.
const RUNTIME_CONFIG: &str = include_str!("../../flua-cli/src/cli/dotnet/app.runtimeconfig.json");

/// Builds the runtime and gives the path of its assembly.
fn runtime_assembly(sdk: &Sdk) -> io::Result<PathBuf> {
    let project = workspace().join("flua-runtime-cs/src/FLua.Runtime/FLua.Runtime.csproj");
    let artifacts = crate::build_folder().join("dotnet");
    let output = Command::new(&sdk.host)
        .args(["build", "-c", "Release", "-v", "q", "--nologo", "--artifacts-path"])
        .arg(&artifacts)
        .arg(&project)
        .env("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
        .stdin(Stdio::null())
        .output()?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        return Err(io::Error::other(format!("the runtime does not build:\n{text}")));
    }
    Ok(artifacts.join("bin/FLua.Runtime/release/FLua.Runtime.dll"))
}

/// Calls the C# compiler; gives the errors of each file that it refused.
fn compile<'a>(sdk: &Sdk, folder: &Path, files: impl Iterator<Item = &'a String>) -> io::Result<BTreeMap<String, String>> {
    let mut arguments = String::from(
        "-nologo\n-nostdlib\n-target:exe\n-main:Runner\n-out:runner.dll\n-optimize+\n-debug-\n-deterministic+\n-nullable:disable\n-langversion:latest\n-warn:0\n-preferreduilang:en\n-reference:FLua.Runtime.dll\n",
    );
    for reference in sdk.references()? {
        let _ = writeln!(arguments, "-reference:\"{}\"", reference.display());
    }
    arguments.push_str("Runner.cs\n");
    for file in files {
        let _ = writeln!(arguments, "\"{file}\"");
    }
    fs::write(folder.join("runner.rsp"), arguments)?;
    let output = Command::new(&sdk.host)
        .arg("exec")
        .arg(&sdk.compiler)
        .args(["-shared", "-noconfig", "@runner.rsp"])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()?;
    if output.status.success() {
        return Ok(BTreeMap::new());
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let mut refused: BTreeMap<String, String> = BTreeMap::new();
    for line in text.lines() {
        if let Some((place, message)) = line.split_once(": error ")
            && let Some((file, position)) = place.split_once('(')
        {
            let file = Path::new(file).file_name().map_or_else(|| file.to_owned(), |name| name.to_string_lossy().into_owned());
            let errors = refused.entry(file).or_default();
            // A few errors tell as much as a thousand.
            if errors.lines().count() < 5 {
                let _ = writeln!(errors, "({position}: {message}");
            }
        }
    }
    if refused.is_empty() { Err(io::Error::other(format!("the C# compiler failed:\n{text}"))) } else { Ok(refused) }
}
