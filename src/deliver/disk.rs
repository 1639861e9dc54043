//! The file operations that a report's files rest on, so that tests can let any
//! of them fail, or end the run there.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// What is done to files and folders. Every operation is on the disk, not in
/// its cache alone, when it returns.
pub trait Disk: Sync {
    /// A folder with all that lead to it.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// A file written whole; not atomic by itself.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// A file in another's place, in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// A folder's own entries, that renames in it outlast a pulled plug.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
}

/// The disk itself.
pub struct Real;

impl Disk for Real {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        if path.is_dir() {
            return Ok(());
        }
        let missing: Vec<&Path> =
            path.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()).collect();
        if missing.iter().any(|folder| folder.exists()) {
            // Else the system says of the folder that it is there already.
            return Err(io::ErrorKind::NotADirectory.into());
        }
        fs::create_dir_all(path)?;
        missing.iter().filter_map(|folder| folder.parent()).try_for_each(|parent| self.sync_folder(parent))
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that writes files")]
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = fs::File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        // Windows opens no folder as a file, and keeps renames in its own log.
        if cfg!(windows) {
            return Ok(());
        }
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        match fs::File::open(path)?.sync_all() {
            // Some file systems have no such thing for folders.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
            result => result,
        }
    }
}
