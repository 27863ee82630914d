//! `flua run`: compile, build and run, as `lua` does; a program that is built already is only started.

use std::env;
use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;
use flua::{Options, SourceFile};

use super::startup::Startup;
use super::{compiler, options};
use crate::cli::args::{MessageFormat, RunArgs};
use crate::cli::cache::{Cache, Key, hash};
use crate::cli::dotnet::{self, RUNTIME_HASH, Sdk};
use crate::cli::error::Error;
use crate::cli::files::FileModules;
use crate::cli::manifest::{Input, Manifest};
use crate::cli::progress::Progress;
use crate::cli::report::Terminal;
use crate::cli::source::read_script;

/// The name of chunks of the command line, as the reference shows it.
const COMMAND_LINE: &str = "(command line)";

/// What to run, and with which arguments.
struct Plan {
    /// The chunks of `-e` and `-l`, in order.
    pieces: Vec<Vec<u8>>,
    script: Option<PathBuf>,
    arguments: Vec<OsString>,
}

/// A C# file to build.
struct File {
    name: String,
    text: String,
}

/// Runs a program.
pub fn run(args: &RunArgs, matches: &ArgMatches, terminal: Terminal) -> Result<ExitCode, Error> {
    let plan = Plan::of(args, matches)?;
    let modules = FileModules::of(plan.script.as_deref(), args.how.path.as_deref());
    let cache = Cache::of_user();
    let is_file = plan.script.as_deref().is_some_and(|script| script.as_os_str() != "-" && script.is_file());
    // Standard input, or a pipe, can be read only once, so its text is part of the key; a file is an input like the modules.
    let piped = if is_file { None } else { plan.script.as_deref().map(read_script).transpose()? };
    let key = plan.key(args, &modules, piped.as_ref());
    let path = cache.manifest(&key);
    let cached = Manifest::read(&path)
        .filter(|manifest| manifest.is_current(&modules))
        .and_then(|manifest| cache.program(&manifest.program));
    if let (Some(folder), Some(host)) = (cached, dotnet::find_host()) {
        return dotnet::start(&host, &folder, &plan.arguments);
    }

    let script = match piped {
        Some(source) => Some(source),
        None => plan.script.as_deref().map(read_script).transpose()?,
    };
    let mut inputs = Vec::new();
    if let (true, Some(path), Some(source)) = (is_file, &plan.script, &script) {
        inputs.push(Input::File { path: path.clone(), hash: hash(source.bytes()) });
    }
    let progress = Progress::start("compiling");
    let files = plan.compile(args, &modules, script, &progress, terminal)?;
    inputs.extend(modules.into_inputs());
    let (host, folder, program) = build(&cache, &files, &progress)?;
    Manifest { program, inputs }.write(&path);
    drop(progress);
    dotnet::start(&host, &folder, &plan.arguments)
}

impl Plan {
    fn of(args: &RunArgs, matches: &ArgMatches) -> Result<Self, Error> {
        let pieces = pieces(args, matches);
        let Some((script, arguments)) = args.script.split_first() else {
            if pieces.is_empty() {
                return Self::of_stdin();
            }
            // Without a script, the arguments are those of flua itself, as in the reference.
            let arguments = env::args_os().skip_while(|argument| argument != "run").skip(1).collect();
            return Ok(Self { pieces, script: None, arguments });
        };
        Ok(Self { pieces, script: Some(script.into()), arguments: arguments.to_vec() })
    }

    /// Nothing is named: a script that is piped in is run, and a person at the terminal is helped.
    fn of_stdin() -> Result<Self, Error> {
        if std::io::stdin().is_terminal() {
            return Err(Error::usage("nothing to run: name a script, or give code with -e (see flua run --help)"));
        }
        Ok(Self { pieces: Vec::new(), script: Some("-".into()), arguments: Vec::new() })
    }

    /// All that decides what is built, except the texts of files.
    fn key(&self, args: &RunArgs, modules: &FileModules, piped: Option<&SourceFile>) -> String {
        let mut key = Key::default();
        key.add(env!("CARGO_PKG_VERSION")).add(RUNTIME_HASH).add(compiler_stamp());
        key.add(env::current_dir().unwrap_or_default().as_os_str().as_encoded_bytes());
        key.add(self.script.as_deref().map_or(&b""[..], |script| script.as_os_str().as_encoded_bytes()));
        key.add(piped.map_or(&b""[..], SourceFile::bytes));
        key.add(format!(
            "{:?} {} {} {} {:?}",
            args.how.dynamic_code, args.how.open_world, args.how.debug, args.how.optimize, args.how.include
        ));
        key.add(self.pieces.len().to_le_bytes());
        for part in self.pieces.iter().map(Vec::as_slice).chain(modules.templates().iter().map(String::as_bytes)) {
            key.add(part);
        }
        key.finish()
    }

    /// Compiles all chunks. A script alone is a program of its own; several chunks are classes of an open world that a startup class runs.
    fn compile(
        &self,
        args: &RunArgs,
        modules: &FileModules,
        script: Option<SourceFile>,
        progress: &Progress,
        terminal: Terminal,
    ) -> Result<Vec<File>, Error> {
        let is_alone = self.pieces.is_empty();
        let has_script = script.is_some();
        let name = script.as_ref().map_or("flua", SourceFile::name).to_owned();
        let chunks = self.pieces.iter().map(|piece| SourceFile::new(COMMAND_LINE, piece.as_slice())).chain(script);
        let is_whole = self.pieces.len() + usize::from(has_script) == 1;
        let mut files = Vec::new();
        let mut classes = Vec::new();
        for (index, source) in chunks.enumerate() {
            let class = if is_alone { "Script".to_owned() } else { format!("Chunk{}", index + 1) };
            let options = Options { class: class.clone(), program: is_alone, ..options(&args.how, is_whole) };
            classes.push(format!("{}.{class}", options.namespace));
            let compiled = compiler(options, &args.how, modules).compile(source);
            progress.stage("compiling");
            match compiled {
                Ok(output) => {
                    terminal.report(&output.warnings, &output.sources, MessageFormat::Drawn);
                    files.push(File { name: format!("{class}.cs"), text: output.csharp });
                }
                Err(failure) => {
                    terminal.report(&failure.diagnostics, &failure.sources, MessageFormat::Drawn);
                    return Err(Error::reported());
                }
            }
        }
        if !is_alone {
            let text = Startup { name: &name, classes: &classes, has_script }.print();
            files.push(File { name: "Startup.cs".to_owned(), text });
        }
        Ok(files)
    }
}

/// The chunks of `-e` and `-l` in the order in which they were given.
fn pieces(args: &RunArgs, matches: &ArgMatches) -> Vec<Vec<u8>> {
    let codes = args.execute.iter().map(|code| code.as_encoded_bytes().to_vec());
    let libraries = args.library.iter().map(|library| require(library).into_bytes());
    let indices = |id: &str| matches.indices_of(id).into_iter().flatten();
    let mut pieces: Vec<(usize, Vec<u8>)> = indices("execute").zip(codes).chain(indices("library").zip(libraries)).collect();
    pieces.sort_by_key(|(index, _)| *index);
    pieces.into_iter().map(|(_, piece)| piece).collect()
}

/// `-l name` and `-l global=name`, as Lua.
fn require(library: &str) -> String {
    let (global, module) = library.split_once('=').unwrap_or((library, library));
    format!("_ENV[{}] = require {}", lua_string(global), lua_string(module))
}

fn lua_string(text: &str) -> String {
    let escaped: String = text
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"._/-".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("\\x{byte:02x}")
            }
        })
        .collect();
    format!("\"{escaped}\"")
}

/// Tells this flua from others of the same version: who works on the compiler must not see programs of yesterday's.
fn compiler_stamp() -> String {
    let data = env::current_exe().and_then(std::fs::metadata);
    data.map(|data| format!("{} {:?}", data.len(), data.modified().ok())).unwrap_or_default()
}

/// Builds a program, or finds it built from another command line, and gives the host, its folder and its key.
fn build(cache: &Cache, files: &[File], progress: &Progress) -> Result<(PathBuf, PathBuf, String), Error> {
    let sdk = Sdk::find().map_err(|missing| Error::environment(missing.to_string()))?;
    let mut key = Key::default();
    key.add(RUNTIME_HASH).add(compiler_stamp());
    for file in files {
        key.add(&file.name).add(&file.text);
    }
    let key = key.finish();
    if let Some(folder) = cache.program(&key) {
        return Ok((sdk.host, folder, key));
    }
    let stage = cache.stage()?;
    for file in files {
        write(&stage.path().join(&file.name), &file.text)?;
    }
    progress.stage("building");
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    dotnet::compile(&sdk, stage.path(), "app", &names)?;
    let folder = cache.keep(stage, &key)?;
    Ok((sdk.host, folder, key))
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    std::fs::write(path, text).map_err(|error| Error::io("write", path, &error))
}

#[cfg(test)]
mod tests {
    use super::require;

    #[test]
    fn libraries_become_globals() {
        assert_eq!(require("inspect"), r#"_ENV["inspect"] = require "inspect""#);
        assert_eq!(require("i=lib.inspect"), r#"_ENV["i"] = require "lib.inspect""#);
        assert_eq!(require("a\"b"), r#"_ENV["a\x22b"] = require "a\x22b""#);
    }
}
