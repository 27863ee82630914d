//! Reading scripts.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use flua::SourceFile;

use super::error::{Error, reason};

/// The longest source that is compiled. Programs take some seventy times their length in memory on the way to C#; one dense function, whose tree is
/// held as a whole, takes five hundred times its own: 4 MB took 2.2 GB.
const LIMIT: u64 = 16 << 20;

/// The first byte of what `luac` writes.
const PRECOMPILED: u8 = 0x1b;

/// Reads the script that the user names; `-` is standard input.
pub fn read_script(path: &Path) -> Result<SourceFile, Error> {
    if path.as_os_str() == "-" {
        let bytes = read_limited(&mut io::stdin().lock()).map_err(|error| refused("stdin", &error))?;
        return source("stdin", bytes);
    }
    let name = path.to_string_lossy();
    let bytes = read_file(path).map_err(|error| refused(&name, &error))?;
    source(&name, bytes)
}

/// Reads a file that may be a source.
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // A pipe has no length, and is read up to the limit.
    if metadata.is_file() && metadata.len() > LIMIT {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    read_limited(&mut file)
}

/// A source of a name, as messages show it.
pub fn source(name: &str, bytes: Vec<u8>) -> Result<SourceFile, Error> {
    if bytes.first() == Some(&PRECOMPILED) {
        return Err(Error::script(format!("cannot compile {name}: it is precompiled by luac; flua needs the source")));
    }
    Ok(SourceFile::new(name, bytes))
}

fn read_limited(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// The reference says `cannot open name`; the reason is ours.
fn refused(name: &str, error: &io::Error) -> Error {
    let reason = match error.kind() {
        io::ErrorKind::FileTooLarge => format!("it is longer than {} MB", LIMIT >> 20),
        io::ErrorKind::IsADirectory => "it is a directory".to_owned(),
        _ => reason(error),
    };
    Error::script(format!("cannot open {name}: {reason}"))
}
