//! What a cached program was made from: enough to know, without parsing anything, that it would be made the same again.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::cache::hash;
use super::files::FileModules;
use super::source::read_file;

/// The first line of a manifest; another form gets another number.
const HEADER: &str = "flua manifest 1";

/// Something that a compilation looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Input {
    /// A source, with the hash of its text.
    File {
        /// The path, as it was found.
        path: PathBuf,
        /// The hash.
        hash: String,
    },
    /// A place where a module was looked for and not found.
    Absent {
        /// The path.
        path: PathBuf,
    },
    /// The modules that matched a pattern, with the hash of their names.
    Names {
        /// The pattern.
        pattern: String,
        /// The hash.
        hash: String,
    },
}

/// A cached program and what it was made from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Manifest {
    /// The key of the program.
    pub program: String,
    /// What it was made from.
    pub inputs: Vec<Input>,
}

impl Manifest {
    /// Reads a manifest; none when there is none that makes sense.
    pub fn read(path: &Path) -> Option<Self> {
        Self::parse(&fs::read_to_string(path).ok()?)
    }

    /// Writes a manifest at once or not at all. It is left out when the system refuses, or a path cannot stand in a line: the next run compiles again.
    pub fn write(&self, path: &Path) {
        if let Some(text) = self.print()
            && let Some(folder) = path.parent()
            && let Ok(mut file) = tempfile::NamedTempFile::new_in(folder)
            && file.write_all(text.as_bytes()).is_ok()
        {
            let _ = file.persist(path);
        }
    }

    /// Whether a compilation would see the same now. The contents are compared, not their times: reading them takes less than a millisecond,
    /// and times lie.
    pub fn is_current(&self, modules: &FileModules) -> bool {
        self.inputs.iter().all(|input| match input {
            Input::File { path, hash: known } => read_file(path).is_ok_and(|bytes| hash(&bytes) == *known),
            Input::Absent { path } => read_file(path).is_err(),
            Input::Names { pattern, hash: known } => hash(modules.list(pattern).join("\n").as_bytes()) == *known,
        })
    }

    fn print(&self) -> Option<String> {
        let mut text = format!("{HEADER}\nprogram {}\n", self.program);
        for input in &self.inputs {
            let line = match input {
                Input::File { path, hash } => format!("file {hash} {}", path.to_str()?),
                Input::Absent { path } => format!("absent {}", path.to_str()?),
                Input::Names { pattern, hash } => format!("names {hash} {pattern}"),
            };
            if line.contains('\n') {
                return None;
            }
            text.push_str(&line);
            text.push('\n');
        }
        Some(text)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.split_terminator('\n');
        if lines.next()? != HEADER {
            return None;
        }
        let program = lines.next()?.strip_prefix("program ")?.to_owned();
        let inputs = lines.map(|line| {
            let (kind, rest) = line.split_once(' ')?;
            match kind {
                "absent" => Some(Input::Absent { path: rest.into() }),
                "file" => rest.split_once(' ').map(|(hash, path)| Input::File { path: path.into(), hash: hash.to_owned() }),
                "names" => rest
                    .split_once(' ')
                    .map(|(hash, pattern)| Input::Names { pattern: pattern.to_owned(), hash: hash.to_owned() }),
                _ => None,
            }
        });
        Some(Self { program, inputs: inputs.collect::<Option<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{FileModules, Input, Manifest, hash};

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let manifest = Manifest {
            program: "0123".to_owned(),
            inputs: vec![
                Input::File { path: "a b.lua".into(), hash: "ff".to_owned() },
                Input::Absent { path: "./x.lua".into() },
                Input::Names { pattern: "plugins.*".to_owned(), hash: "00".to_owned() },
            ],
        };
        let text = manifest.print().expect("no path has a line feed");
        assert_eq!(Manifest::parse(&text), Some(manifest));
        assert_eq!(Manifest::parse("something else"), None);
    }

    #[test]
    fn a_change_of_any_input_is_seen() {
        let folder = tempfile::tempdir().expect("the system gives a folder");
        let (script, module) = (folder.path().join("script.lua"), folder.path().join("module.lua"));
        fs::write(&script, "require 'module'").expect("the folder is ours");
        let modules = FileModules::of(Some(&script), None);
        let inputs =
            vec![Input::File { path: script.clone(), hash: hash(b"require 'module'") }, Input::Absent { path: module.clone() }];
        let manifest = Manifest { program: "0".to_owned(), inputs };
        assert!(manifest.is_current(&modules));
        fs::write(&module, "return 1").expect("the folder is ours");
        assert!(!manifest.is_current(&modules), "a module that was absent is there now");
        fs::remove_file(&module).expect("it was just written");
        fs::write(&script, "require 'other!'").expect("the folder is ours");
        assert!(!manifest.is_current(&modules), "the script has changed");
    }
}
