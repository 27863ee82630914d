//! Writing outputs: at once or not at all.

use std::io::{self, Write};
use std::path::Path;

use super::error::Error;

/// Replaces a file. The text is written beside it first, so whatever happens, the old file or the new one is there, never a part.
pub fn replace(path: &Path, text: &str) -> Result<(), Error> {
    let refuse = |error: &io::Error| Error::io("write", path, error);
    if path.is_dir() {
        return Err(Error::environment(format!("cannot write {}: it is a directory", path.display())));
    }
    // A device or a pipe (`-o /dev/stdout`) is written to, not replaced.
    if path.exists() && !path.is_file() {
        return std::fs::write(path, text).map_err(|error| refuse(&error));
    }
    // A link stays one: what it points to is replaced.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Error::environment(format!(
            "cannot write {}: the folder {} does not exist",
            path.display(),
            folder.display()
        )));
    }
    let mut file = tempfile::Builder::new()
        .prefix(".flua-")
        .permissions(permissions(path))
        .tempfile_in(folder)
        .map_err(|error| refuse(&error))?;
    file.write_all(text.as_bytes()).map_err(|error| refuse(&error))?;
    file.persist(path).map_err(|error| refuse(&error.error))?;
    Ok(())
}

/// The permissions of the file that is replaced; those of an ordinary new file otherwise, which the umask narrows.
fn permissions(path: &Path) -> std::fs::Permissions {
    #[cfg(unix)]
    let new = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(not(unix))]
    let new =
        std::fs::metadata(std::env::temp_dir()).map(|data| data.permissions()).expect("the folder for temporary files is there");
    std::fs::metadata(path).map_or(new, |data| data.permissions())
}
