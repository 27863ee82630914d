//! Finds the .NET SDK. The build script of this crate uses the same module.

use std::env;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The release of .NET that compiled programs need.
const MAJOR: u32 = 10;

/// The parts of an installed .NET SDK that compiling takes.
#[derive(Clone, Debug)]
pub struct Sdk {
    /// The program `dotnet`.
    pub host: PathBuf,
    /// The C# compiler: `csc.dll`.
    pub compiler: PathBuf,
    /// The folder with the assemblies to compile against.
    reference_folder: PathBuf,
}

/// Why there is no SDK to use.
#[derive(Debug)]
pub enum Missing {
    /// There is no `dotnet`.
    Host,
    /// There is a `dotnet`, but no SDK of the needed release beside it.
    Sdk(PathBuf),
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host => write!(
                f,
                "no .NET SDK found: `dotnet` is neither on the PATH nor where DOTNET_ROOT points; install the .NET {MAJOR} SDK from https://dotnet.microsoft.com/download"
            ),
            Self::Sdk(root) => write!(
                f,
                "no .NET {MAJOR} SDK found in {}; install it from https://dotnet.microsoft.com/download",
                root.display()
            ),
        }
    }
}

impl std::error::Error for Missing {}

impl Sdk {
    /// Finds the newest installed SDK: where `DOTNET_ROOT` points, otherwise beside the `dotnet` on the path.
    pub fn find() -> Result<Self, Missing> {
        let host = find_host().ok_or(Missing::Host)?;
        let root = host.parent().map(Path::to_owned).unwrap_or_default();
        let find = || {
            let sdk = newest(&root.join("sdk"))?;
            let compiler = Some(sdk.join("Roslyn/bincore/csc.dll")).filter(|path| path.is_file())?;
            // The reference assemblies compile faster than the implementation, which stands in where they are packaged apart.
            let reference_folder = newest(&root.join("packs/Microsoft.NETCore.App.Ref"))
                .map(|pack| pack.join(format!("ref/net{MAJOR}.0")))
                .filter(|folder| folder.is_dir())
                .or_else(|| newest(&root.join("shared/Microsoft.NETCore.App")))?;
            Some((compiler, reference_folder))
        };
        let (compiler, reference_folder) = find().ok_or_else(|| Missing::Sdk(root.clone()))?;
        Ok(Self { host, compiler, reference_folder })
    }

    /// The assemblies to compile against, in the order of their names.
    pub fn references(&self) -> io::Result<Vec<PathBuf>> {
        let mut references = Vec::new();
        for entry in fs::read_dir(&self.reference_folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let is_managed = ["System.", "Microsoft.", "mscorlib.", "netstandard.", "WindowsBase."]
                .iter()
                .any(|start| name.starts_with(start));
            if is_managed && name.ends_with(".dll") && !name.contains(".Native.") && !name.contains("DiaSymReader") {
                references.push(path);
            }
        }
        references.sort();
        Ok(references)
    }
}

/// The program `dotnet`, symbolic links resolved, since the SDK lies beside the program itself.
pub fn find_host() -> Option<PathBuf> {
    let name = if cfg!(windows) { "dotnet.exe" } else { "dotnet" };
    let root = env::var_os("DOTNET_ROOT").map(PathBuf::from);
    let path = env::var_os("PATH").unwrap_or_default();
    root.into_iter()
        .chain(env::split_paths(&path))
        .filter(|folder| !folder.as_os_str().is_empty())
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
        .map(|program| program.canonicalize().unwrap_or(program))
}

/// The folder of the highest version of our release. A preview counts less than the release that it precedes.
pub fn newest(folder: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?;
    let versions = entries.flatten().filter_map(|entry| Some((version(entry.file_name().to_str()?)?, entry.path())));
    versions.filter(|(version, _)| version.0 == MAJOR).max().map(|(_, path)| path)
}

/// `10.0.401-preview.2` as something to compare.
fn version(text: &str) -> Option<(u32, u32, u32, bool)> {
    let (numbers, preview) = text.split_once('-').map_or((text, None), |(numbers, preview)| (numbers, Some(preview)));
    let mut parts = numbers.split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??, parts.next()??, preview.is_none()))
}
