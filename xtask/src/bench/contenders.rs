//! Who runs the programs.

use std::{
    env, io,
    path::{Path, PathBuf},
    process::Command,
};

use flua_conformance::oracle;

use super::build::Builder;

/// A way to run a program, besides compiled by us and under the JIT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// The reference implementation
    #[value(name = "lua5.4")]
    Lua,
    /// `LuaJIT`
    Luajit,
    /// The interpreter of `LuaJIT`
    LuajitJoff,
    /// Native Lua inside .NET
    Keralua,
    /// The same program written by hand in C#, where there is one
    Csharp,
    /// Compiled by us to a native program
    Aot,
}

/// Somebody who runs programs.
#[derive(Debug)]
pub enum Contender {
    /// Compiled by us, under the JIT: what all others are compared with, and always the first.
    Flua,
    /// Compiled by us to a native program.
    Aot,
    /// An interpreter, by its name, its path and the arguments before the script.
    Interpreter(&'static str, PathBuf, &'static [&'static str]),
    /// Native Lua inside .NET: the assembly of the project.
    Keralua(PathBuf),
    /// C# written by hand: the assembly of the project.
    Csharp(PathBuf),
}

/// The programs that are written by hand in C#, in `bench/dotnet/Handwritten`.
pub const HANDWRITTEN: [&str; 6] = ["fannkuch", "loop_int", "mandelbrot", "nbody", "sieve", "spectralnorm"];

/// Those who are wanted and to be had. Who is not is left out, with a note.
pub fn find(wanted: &[Kind], builder: &Builder) -> Vec<Contender> {
    let all = [Kind::Lua, Kind::LuajitJoff, Kind::Luajit, Kind::Keralua, Kind::Csharp];
    let wanted = if wanted.is_empty() { &all } else { wanted };
    let mut contenders = vec![Contender::Flua];
    for kind in wanted {
        let found = match kind {
            Kind::Lua => interpreter("lua5.4", "lua5.4", &[]),
            Kind::Luajit => interpreter("luajit", "luajit", &[]),
            Kind::LuajitJoff => interpreter("luajit -joff", "luajit", &["-joff"]),
            Kind::Keralua => builder.project(true).map(Contender::Keralua),
            Kind::Csharp => builder.project(false).map(Contender::Csharp),
            Kind::Aot => Ok(Contender::Aot),
        };
        match found {
            Ok(contender) => contenders.push(contender),
            Err(reason) => eprintln!("{} is left out: {reason}", kind.name()),
        }
    }
    contenders
}

/// Ourselves and one reference, which is always to be had.
pub fn for_checksums() -> io::Result<Vec<Contender>> {
    let installed = interpreter("lua5.4", "lua5.4", &[]);
    let reference = installed.or_else(|_| {
        crate::build_oracle()?;
        Ok::<_, io::Error>(Contender::Interpreter("lua5.4", oracle::executable()?, &[]))
    })?;
    Ok(vec![Contender::Flua, reference])
}

fn interpreter(name: &'static str, program: &str, arguments: &'static [&'static str]) -> Result<Contender, String> {
    let path = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&path).map(|folder| folder.join(program)).find(|path| path.is_file());
    found.map(|path| Contender::Interpreter(name, path, arguments)).ok_or_else(|| format!("{program} is not on the path"))
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Lua => "lua5.4",
            Self::Luajit => "luajit",
            Self::LuajitJoff => "luajit -joff",
            Self::Keralua => "KeraLua",
            Self::Csharp => "C# by hand",
            Self::Aot => "NativeAOT",
        }
    }
}

impl Contender {
    /// Its name in tables.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Flua => "flua",
            Self::Aot => Kind::Aot.name(),
            Self::Interpreter(name, ..) => name,
            Self::Keralua(_) => Kind::Keralua.name(),
            Self::Csharp(_) => Kind::Csharp.name(),
        }
    }

    /// The command that runs a program, whose text lies in `folder`; none when it does not take part.
    pub fn command(
        &self,
        program: &str,
        text: &str,
        folder: &Path,
        builder: &Builder,
        iterations: usize,
    ) -> Option<Result<Command, String>> {
        let mut command = match self {
            Self::Flua => return Some(builder.compiled(program, text)),
            Self::Aot => return Some(builder.native(program, text)),
            Self::Interpreter(_, path, arguments) => {
                let mut command = Command::new(path);
                command.args(*arguments).arg(format!("{program}.lua"));
                command
            }
            Self::Keralua(assembly) => {
                let mut command = builder.dotnet(assembly);
                command.args(["keralua", &format!("{program}.lua")]);
                command
            }
            Self::Csharp(assembly) => {
                if !HANDWRITTEN.contains(&program) {
                    return None;
                }
                let mut command = builder.dotnet(assembly);
                command.args(["handwritten", program, &iterations.to_string()]);
                command
            }
        };
        command.current_dir(folder);
        Some(Ok(command))
    }
}
