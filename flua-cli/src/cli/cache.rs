//! The folder of built programs.
//!
//! ```text
//! manifests/<key>            what a command line led to, and what it was made from
//! programs/<key>/app.dll     a built program, with the runtime beside it
//! runtime/<hash>/            the runtime's assembly, unpacked
//! staging/                   what is being built
//! ```
//!
//! Everything appears by renaming, complete or not at all, so runs at the same time do not disturb each other, and an interrupted one
//! leaves only something in `staging/`, which a later build sweeps.

use std::env;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use siphasher::sip128::SipHasher13;
use tempfile::TempDir;

use super::dotnet::{RUNTIME_ASSEMBLY, RUNTIME_HASH};
use super::error::Error;

/// How long a program is kept that nobody runs.
const KEPT: Duration = Duration::from_hours(30 * 24);

/// How long something may be in the making.
const STAGED: Duration = Duration::from_hours(1);

/// The name of the runtime's assembly.
const RUNTIME: &str = "FLua.Runtime.dll";

/// The cache folder.
#[derive(Clone, Debug)]
pub struct Cache {
    root: PathBuf,
}

impl Cache {
    /// The user's cache folder: `FLUA_CACHE`, or `flua` in the system's folder for such things. It need not exist yet.
    pub fn of_user() -> Self {
        let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let root = env::var_os("FLUA_CACHE").filter(|path| !path.is_empty()).map(PathBuf::from);
        let root = root.map(|root| std::path::absolute(&root).unwrap_or(root));
        let root = root.or_else(|| absolute("XDG_CACHE_HOME").map(|folder| folder.join("flua")));
        let root = root.or_else(|| match env::consts::OS {
            "windows" => absolute("LOCALAPPDATA").map(|folder| folder.join("flua").join("cache")),
            "macos" => absolute("HOME").map(|home| home.join("Library/Caches/flua")),
            _ => absolute("HOME").map(|home| home.join(".cache/flua")),
        });
        Self { root: root.unwrap_or_else(|| env::temp_dir().join("flua-cache")) }
    }

    /// Where the manifest of a command line is.
    pub fn manifest(&self, key: &str) -> PathBuf {
        self.root.join("manifests").join(key)
    }

    /// The folder of a built program; none when it is not there.
    pub fn program(&self, key: &str) -> Option<PathBuf> {
        let folder = self.root.join("programs").join(key);
        let program = folder.join("app.dll");
        // The time of the program says when it was last run.
        let file = File::options().append(true).open(&program).or_else(|_| File::open(&program)).ok()?;
        let _ = file.set_modified(SystemTime::now());
        Some(folder)
    }

    /// A folder to build a program in, with the runtime's assembly in it.
    pub fn stage(&self) -> Result<TempDir, Error> {
        let staging = self.root.join("staging");
        for folder in [&staging, &self.root.join("programs"), &self.root.join("manifests")] {
            fs::create_dir_all(folder).map_err(|error| refused(folder, &error))?;
        }
        self.sweep();
        let stage = tempfile::tempdir_in(&staging).map_err(|error| refused(&staging, &error))?;
        let runtime = self.runtime(&staging)?;
        let target = stage.path().join(RUNTIME);
        fs::hard_link(&runtime, &target)
            .or_else(|_| fs::copy(&runtime, &target).map(drop))
            .map_err(|error| refused(&target, &error))?;
        Ok(stage)
    }

    /// Makes a built program one of the cache's. When another run was quicker, its program is as good.
    pub fn keep(&self, stage: TempDir, key: &str) -> Result<PathBuf, Error> {
        let folder = self.root.join("programs").join(key);
        let staged = stage.keep();
        match fs::rename(&staged, &folder) {
            Ok(()) => Ok(folder),
            Err(error) => {
                let _ = fs::remove_dir_all(&staged);
                self.program(key).ok_or_else(|| refused(&folder, &error))
            }
        }
    }

    /// The runtime's assembly, unpacked the first time.
    fn runtime(&self, staging: &Path) -> Result<PathBuf, Error> {
        let folder = self.root.join("runtime").join(RUNTIME_HASH);
        let path = folder.join(RUNTIME);
        if fs::metadata(&path).is_ok_and(|data| data.len() == RUNTIME_ASSEMBLY.len() as u64) {
            return Ok(path);
        }
        fs::create_dir_all(&folder).map_err(|error| refused(&folder, &error))?;
        let file = tempfile::NamedTempFile::new_in(staging).map_err(|error| refused(staging, &error))?;
        fs::write(file.path(), RUNTIME_ASSEMBLY).map_err(|error| refused(file.path(), &error))?;
        file.persist(&path).map_err(|error| refused(&path, &error.error))?;
        Ok(path)
    }

    /// Removes what nobody has used for long. It is asked before each build and does its work once a day.
    fn sweep(&self) {
        let stamp = self.root.join("swept");
        let day = Duration::from_hours(24);
        if age(&stamp).is_some_and(|age| age < day) || fs::write(&stamp, "").is_err() {
            return;
        }
        for (folder, marker, limit) in [("programs", Some("app.dll"), KEPT), ("manifests", None, KEPT), ("staging", None, STAGED)]
        {
            let Ok(entries) = fs::read_dir(self.root.join(folder)) else { continue };
            for path in entries.flatten().map(|entry| entry.path()) {
                let marked = marker.map_or_else(|| path.clone(), |marker| path.join(marker));
                if age(&marked).is_some_and(|age| age > limit) {
                    let _ = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
                }
            }
        }
    }
}

fn refused(path: &Path, error: &io::Error) -> Error {
    let mut refused = Error::io("write the cache folder", path, error);
    if let Some(message) = &mut refused.message {
        message.push_str("; FLUA_CACHE may name another");
    }
    refused
}

/// How long ago a file was changed.
fn age(path: &Path) -> Option<Duration> {
    fs::metadata(path).ok()?.modified().ok()?.elapsed().ok()
}

/// The hash of a text, as hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    let hash = SipHasher13::new().hash(bytes);
    format!("{:016x}{:016x}", hash.h1, hash.h2)
}

/// A key from parts that cannot run into each other.
#[derive(Default)]
pub struct Key(Vec<u8>);

impl Key {
    /// Adds a part.
    pub fn add(&mut self, part: impl AsRef<[u8]>) -> &mut Self {
        let part = part.as_ref();
        self.0.extend((part.len() as u64).to_le_bytes());
        self.0.extend(part);
        self
    }

    /// The key as hexadecimal digits.
    pub fn finish(&self) -> String {
        hash(&self.0)
    }
}
