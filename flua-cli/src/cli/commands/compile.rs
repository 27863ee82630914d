//! `flua compile`: a script and its modules to one C# file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use flua::{Failure, Form, Options};

use super::{compiler, options, print};
use crate::cli::args::{CompileArgs, Emit, MessageFormat, Runtime};
use crate::cli::embed::embed;
use crate::cli::error::Error;
use crate::cli::files::FileModules;
use crate::cli::names::{check_class, check_namespace, class_of};
use crate::cli::output::replace;
use crate::cli::progress::Progress;
use crate::cli::report::Terminal;
use crate::cli::source::read_script;

/// Compiles a script.
pub fn compile(args: &CompileArgs, terminal: Terminal) -> Result<ExitCode, Error> {
    check_namespace(&args.namespace)?;
    if let Some(class) = &args.class {
        check_class(class)?;
    }
    let source = read_script(&args.script)?;
    let class = args.class.clone().unwrap_or_else(|| class_of(source.name()));
    let is_program = args.program || args.runtime != Runtime::None;
    let options = Options { namespace: args.namespace.clone(), class, program: is_program, ..options(&args.how, is_program) };
    let default_output = PathBuf::from(format!("{}.cs", options.class));
    let modules = FileModules::of(Some(&args.script), args.how.path.as_deref());
    let compiler = compiler(options, &args.how, &modules);
    let progress = Progress::start("compiling");
    let refused = |failure: Failure| {
        terminal.report(&failure.diagnostics, &failure.sources, MessageFormat::Drawn);
        Error::reported()
    };
    let form = match args.emit {
        Some(Emit::Tokens) => Some(Form::Tokens),
        Some(Emit::Ast) => Some(Form::Ast),
        Some(Emit::Ir) => Some(Form::Ir),
        Some(Emit::Csharp) | None => None,
    };
    if let Some(form) = form {
        let printed = compiler.print(form, source);
        drop(progress);
        return write(&printed.map_err(refused)?, args.output.as_deref().unwrap_or(Path::new("-")));
    }
    let result = compiler.compile(source);
    drop(progress);
    let output = result.map_err(refused)?;
    terminal.report(&output.warnings, &output.sources, MessageFormat::Drawn);
    write(&embed(output.csharp, args.runtime), args.output.as_deref().unwrap_or(&default_output))
}

fn write(text: &str, output: &Path) -> Result<ExitCode, Error> {
    if output.as_os_str() == "-" {
        return print(text);
    }
    replace(output, text)?;
    Ok(ExitCode::SUCCESS)
}
