//! A build tool that compiles a folder of Lua scripts to C#, as a `build.rs` or a step of a larger tool would: it reads the files, the library
//! compiles them, and it decides what to do with texts and diagnostics.
//!
//! ```text
//! cargo run -p flua --no-default-features --example build_tool -- scripts generated
//! ```

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use flua::{Compiler, ModuleSource, Options, SourceFile, Style};

/// The modules of a folder: `a.b` is `a/b.lua`.
struct Folder(PathBuf);

impl ModuleSource for Folder {
    fn find(&self, name: &str) -> Option<SourceFile> {
        let path = self.0.join(name.replace('.', "/")).with_extension("lua");
        let bytes = fs::read(&path).ok()?;
        Some(SourceFile::new(path.to_string_lossy(), bytes))
    }

    fn names(&self, _pattern: &str) -> Vec<String> {
        Vec::new() // nothing here computes the names of modules
    }
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let scripts = PathBuf::from(arguments.next().unwrap_or_else(|| "scripts".to_owned()));
    let output = PathBuf::from(arguments.next().unwrap_or_else(|| "generated".to_owned()));
    fs::create_dir_all(&output)?;
    let modules = Folder(scripts.clone());
    let mut is_right = true;
    for entry in fs::read_dir(&scripts)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "lua") {
            is_right &= compile(&path, &modules, &output)?;
        }
    }
    Ok(if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Compiles one script; false when it is wrong, which has been said then.
fn compile(path: &Path, modules: &Folder, output: &Path) -> Result<bool, Box<dyn Error>> {
    let class = class_name(path);
    let options = Options { namespace: "Game.Scripts".to_owned(), class: class.clone(), ..Options::default() };
    let source = SourceFile::new(path.to_string_lossy(), fs::read(path)?);
    match Compiler::new(options).modules(modules).compile(source) {
        Ok(compiled) => {
            eprint!("{}", compiled.render_warnings(Style::default()));
            fs::write(output.join(class).with_extension("cs"), compiled.csharp)?;
            Ok(true)
        }
        Err(failure) => {
            eprint!("{}", failure.render(Style::default()));
            Ok(false)
        }
    }
}

/// `door.lua` gives `Door`.
fn class_name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut letters = stem.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
