//! `flua build`: a script and its modules to a program that runs without flua.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use flua::Options;

use super::{compiler, options};
use crate::cli::args::{BuildArgs, MessageFormat};
use crate::cli::dotnet::{self, RUNTIME_ASSEMBLY, Sdk};
use crate::cli::error::Error;
use crate::cli::files::FileModules;
use crate::cli::progress::Progress;
use crate::cli::report::Terminal;
use crate::cli::source::read_script;

/// The class of the program: nobody sees its name.
const CLASS: &str = "Script";

/// Builds a script.
pub fn build(args: &BuildArgs, terminal: Terminal) -> Result<ExitCode, Error> {
    let source = read_script(&args.script)?;
    let name = program_name(source.name());
    let output = args.output.clone().unwrap_or_else(|| PathBuf::from(&name));
    refuse_what_is_there(&output, args.aot)?;
    let modules = FileModules::of(Some(&args.script), args.how.path.as_deref());
    let options = Options { class: CLASS.to_owned(), program: true, ..options(&args.how, true) };
    let progress = Progress::start("compiling");
    let compiled = compiler(options, &args.how, &modules).compile(source);
    let compiled = compiled.map_err(|failure| {
        terminal.report(&failure.diagnostics, &failure.sources, MessageFormat::Drawn);
        Error::reported()
    })?;
    terminal.report(&compiled.warnings, &compiled.sources, MessageFormat::Drawn);
    let sdk = Sdk::find().map_err(|missing| Error::environment(missing.to_string()))?;
    // Beside the output, so that what is built can be moved to its place.
    let parent = output.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let stage =
        tempfile::Builder::new().prefix(".flua-").tempdir_in(parent).map_err(|error| Error::io("write", &output, &error))?;
    let folder = stage.path().canonicalize().map_err(|error| Error::io("write", &output, &error))?;
    write(&folder.join("Script.cs"), compiled.csharp.as_bytes())?;
    if args.aot {
        progress.stage("building a native program");
        let program = dotnet::publish(&sdk, &folder, &name)?;
        return fs::rename(&program, &output).map(|()| ExitCode::SUCCESS).map_err(|error| Error::io("write", &output, &error));
    }
    progress.stage("building");
    write(&folder.join("FLua.Runtime.dll"), RUNTIME_ASSEMBLY)?;
    dotnet::compile(&sdk, &folder, &name, &["Script.cs"])?;
    fs::create_dir_all(&output).map_err(|error| Error::io("write", &output, &error))?;
    for file in [format!("{name}.dll"), format!("{name}.runtimeconfig.json"), "FLua.Runtime.dll".to_owned()] {
        fs::rename(folder.join(&file), output.join(&file)).map_err(|error| Error::io("write", &output.join(&file), &error))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The script's name without folders and `.lua`, in letters that names of files and assemblies have everywhere.
fn program_name(script: &str) -> String {
    let stem = script.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = stem.strip_suffix(".lua").unwrap_or(stem);
    let name: String =
        stem.chars().map(|letter| if letter.is_ascii_alphanumeric() || "-_".contains(letter) { letter } else { '_' }).collect();
    if name.trim_matches('_').is_empty() { "program".to_owned() } else { name }
}

/// A folder does not take the place of a file, nor a program that of a folder.
fn refuse_what_is_there(output: &Path, is_program: bool) -> Result<(), Error> {
    match fs::metadata(output) {
        Ok(there) if there.is_dir() == is_program => {
            let kind = if there.is_dir() { "it is a directory" } else { "it is a file" };
            Err(Error::environment(format!("cannot write {}: {kind}; -o names another place", output.display())))
        }
        _ => Ok(()),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    fs::write(path, bytes).map_err(|error| Error::io("write", path, &error))
}

#[cfg(test)]
mod tests {
    use super::program_name;

    #[test]
    fn programs_are_named_after_scripts() {
        assert_eq!(program_name("src/word-count.lua"), "word-count");
        assert_eq!(program_name("stdin"), "stdin");
        assert_eq!(program_name("a b.lua"), "a_b");
        assert_eq!(program_name("…"), "program");
    }
}
