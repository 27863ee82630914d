//! The programs in `examples/` and their expected output in `examples/expected/`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::corpus::{self, Program};

/// The folder of the examples.
pub fn folder() -> PathBuf {
    crate::workspace().join("examples")
}

/// All examples, their expected output read from the files beside them.
pub fn programs() -> io::Result<Vec<Program>> {
    let mut programs = Vec::new();
    for entry in fs::read_dir(folder())? {
        let path = entry?.path();
        if crate::oracle::is_script(&path) {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let mut program = Program::read(name, path)?;
            program.expected = fs::read_to_string(expected_path(&program.name)).ok();
            programs.push(program);
        }
    }
    programs.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(programs)
}

/// Where the expected output of an example stands.
pub fn expected_path(name: &str) -> PathBuf {
    folder().join("expected").join(Path::new(name).with_extension("txt"))
}

/// Writes what the reference prints for an example; tells whether the file changed.
pub fn bless(program: &Program) -> io::Result<bool> {
    let text = corpus::describe(&program.ask()?);
    if program.expected.as_ref() == Some(&text) {
        return Ok(false);
    }
    fs::create_dir_all(folder().join("expected"))?;
    fs::write(expected_path(&program.name), text)?;
    Ok(true)
}
