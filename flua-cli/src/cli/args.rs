//! The arguments, and the help that teaches them.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Compiles Lua 5.4 to C#, ahead of time, and runs it on .NET 10.
#[derive(Parser, Debug)]
#[command(name = "flua", version, propagate_version = true, disable_help_subcommand = true, after_help = EXAMPLES, max_term_width = 100)]
pub struct Cli {
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN", help_heading = "Output")]
    pub color: ColorChoice,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  flua run script.lua one two              compile, build and run, with two arguments
  flua run -e 'print(_VERSION)'            run a line of Lua
  flua compile script.lua -o Script.cs     one C# file; `dotnet run Script.cs` runs it
  flua build --aot script.lua              a native program, which needs no .NET where it runs
  flua check src/*.lua                     say what is wrong, compile nothing
  flua explain L0101                       what a diagnostic means, and the way out

Exit codes:
  0    all is well
  1    the script cannot be read or compiled, or ended with an error
  2    the command line is wrong
  3    something around it is: no .NET SDK, a folder that cannot be written
  101  a bug of flua
`flua run` passes on the exit code of the script.";

/// The commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Compile a script and its modules to one C# file
    Compile(CompileArgs),
    /// Compile, build and run a script, as `lua` does
    Run(RunArgs),
    /// Compile and build a script to a program that runs without flua
    Build(BuildArgs),
    /// Say what is wrong with scripts, without compiling them
    Check(CheckArgs),
    /// Show the page of a diagnostic's code
    Explain {
        /// The code, such as L0101; without it, all codes are listed
        code: Option<String>,
    },
    /// Print the completions of a shell
    #[command(
        after_help = "Examples:\n  flua completions bash > ~/.local/share/bash-completion/completions/flua\n  flua completions fish > ~/.config/fish/completions/flua.fish"
    )]
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// How a program is put together: what all commands share.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Program")]
pub struct ProgramArgs {
    /// Where `require` finds modules: templates with `?`, separated by `;`
    ///
    /// Relative to the current folder. The default is `?.lua;?/init.lua` beside the script and then in the current folder, and `;;` stands for
    /// it. What `LUA_PATH` names (or `LUA_PATH_5_4`) is searched after that.
    #[arg(long, value_name = "TEMPLATES")]
    pub path: Option<String>,
    /// Also bundle the modules that match, for programs that compute the names
    ///
    /// `*` stands for any text without a dot, `**` for any text: `plugins.*`. May be given several times.
    #[arg(long, value_name = "PATTERN")]
    pub include: Vec<String>,
    /// What becomes of load, loadfile, dofile, loadstring and string.dump
    ///
    /// `static` compiles the texts and files that are known when compiling, and refuses the rest; `static,raise` compiles the rest to errors.
    #[arg(long, value_enum, default_value = "reject", value_name = "HOW")]
    pub dynamic_code: DynamicCode,
    /// Assume that other Lua code, or a host, uses the program's state
    ///
    /// Without it, a program is compiled as a whole, which permits faster code.
    #[arg(long)]
    pub open_world: bool,
    /// How much is done for speed: 0 prints the plainest code, 1 the fastest
    #[arg(short = 'O', value_name = "LEVEL", default_value_t = 1, value_parser = clap::value_parser!(u8).range(0..=1))]
    pub optimize: u8,
    /// Let `debug` know everything about the program: locals, hooks, upvalues
    ///
    /// The program runs slower: nothing is optimised, and every line asks whether there is a hook.
    #[arg(long)]
    pub debug: bool,
}

/// What becomes of dynamic code.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum DynamicCode {
    /// Each use is an error when compiling
    Reject,
    /// Each use raises a Lua error when it runs
    Raise,
    /// Constant texts and file names are compiled, any other use is an error when compiling
    Static,
    /// Constant texts and file names are compiled, any other use raises a Lua error when it runs
    #[value(name = "static,raise")]
    StaticOrRaise,
}

/// `flua compile`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  flua compile script.lua                          writes Script.cs in the current folder
  flua compile script.lua -o - --runtime=none      prints the class without the runtime
  flua compile game.lua -o Game.cs --runtime=none --namespace=Acme.Scripts
  flua compile app.lua --include 'plugins.*'       bundles modules whose names are computed

An existing output is replaced at once or not at all.")]
pub struct CompileArgs {
    /// The script; `-` is standard input
    pub script: PathBuf,
    /// Where to write; `-` prints
    ///
    /// The default is the class's name with `.cs`, in the current folder.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How the C# file finds the runtime
    #[arg(long, value_enum, default_value = "embedded", value_name = "HOW")]
    pub runtime: Runtime,
    /// The C# namespace of the class
    #[arg(long, default_value = "Lua", value_name = "NAME")]
    pub namespace: String,
    /// The name of the class; the default is the script's name, as C# writes names
    #[arg(long, value_name = "NAME")]
    pub class: Option<String>,
    /// Give the class a `Main`, and compile the program as a whole; implied unless the runtime is `none`
    #[arg(long)]
    pub program: bool,
    /// Print another form instead of C#
    #[arg(long, value_enum, value_name = "FORM")]
    pub emit: Option<Emit>,
    /// How the program is put together.
    #[command(flatten)]
    pub how: ProgramArgs,
}

/// How the C# file finds the runtime.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Runtime {
    /// Its sources stand in the same file: `dotnet run` needs nothing else
    Embedded,
    /// From the package FLuaRs.Runtime, by a directive at the head of the file
    Package,
    /// Not at all: the file is one of a project that references the runtime
    None,
}

/// A form of the program.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Emit {
    /// The tokens of the script
    Tokens,
    /// The syntax trees
    Ast,
    /// The intermediate representation
    Ir,
    /// The C# file
    Csharp,
}

/// `flua run`.
#[derive(Args, Debug)]
#[command(
    override_usage = "flua run [OPTIONS] [SCRIPT [ARGS]...]",
    after_help = "\
Examples:
  flua run script.lua one two                  arg[1] is \"one\", arg[2] is \"two\"
  flua run -e 'x = 1' -e 'print(x)'            lines of Lua, in order
  flua run -l inspect script.lua               as if the script began with inspect = require \"inspect\"
  echo 'print(1)' | flua run -                 standard input is the script

The built program is kept in a cache folder (FLUA_CACHE, otherwise $XDG_CACHE_HOME/flua or ~/.cache/flua), so an unchanged script
starts at once. The folder may be deleted at any time."
)]
pub struct RunArgs {
    /// Run this code; may be given several times
    #[arg(short = 'e', value_name = "CODE", action = ArgAction::Append)]
    pub execute: Vec<OsString>,
    /// Require this module into a global of the same name; `name=module` gives the global another name
    #[arg(short = 'l', value_name = "MODULE", action = ArgAction::Append)]
    pub library: Vec<String>,
    /// How the program is put together.
    #[command(flatten)]
    pub how: ProgramArgs,
    /// The script, `-` is standard input, and its arguments
    #[arg(value_name = "SCRIPT [ARGS]", trailing_var_arg = true)]
    pub script: Vec<OsString>,
}

/// `flua build`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  flua build script.lua              a folder `script` with script.dll: `dotnet script/script.dll` runs it
  flua build --aot script.lua        one native program, `script`
  flua build --aot -o bin/tool tool.lua

A native program needs no .NET where it runs. Building it takes the packages of NativeAOT, which the SDK fetches the first time,
and a C compiler to link with, clang or gcc.")]
pub struct BuildArgs {
    /// The script; `-` is standard input
    pub script: PathBuf,
    /// What to write: a folder, or with --aot a program
    ///
    /// The default is the script's name without `.lua`, in the current folder.
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Compile to machine code ahead of time: a native program
    #[arg(long)]
    pub aot: bool,
    /// How the program is put together.
    #[command(flatten)]
    pub how: ProgramArgs,
}

/// `flua check`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  flua check script.lua
  flua check --message-format=short src/*.lua      file:line: message, for editors

The exit code is 1 when a script has an error; warnings do not count.")]
pub struct CheckArgs {
    /// The scripts; `-` is standard input
    #[arg(required = true, value_name = "SCRIPT")]
    pub scripts: Vec<PathBuf>,
    /// How to report
    #[arg(long, value_enum, default_value = "drawn", value_name = "FORM")]
    pub message_format: MessageFormat,
    /// How the program is put together.
    #[command(flatten)]
    pub how: ProgramArgs,
}

/// How `flua check` reports.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum MessageFormat {
    /// Drawn over the source, with notes
    Drawn,
    /// One line each, as the reference implementation prints it: `file:line: message`
    Short,
}

/// When to use colours.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColorChoice {
    /// On a terminal, unless the variable `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
