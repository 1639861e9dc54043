//! The file operations that a report's files rest on, so that tests can let any
//! of them fail, or end the run there.

use crate::threads;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

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

/// Several folders' entries, side by side: a disk syncs several in little more time than one. The first that fails, and why.
pub(super) fn sync_folders<'a>(disk: &dyn Disk, folders: Vec<&'a Path>) -> Result<(), (&'a Path, io::Error)> {
    std::thread::scope(|scope| {
        let mut folders = folders.into_iter();
        let first = folders.next();
        let sync = |folder: &'a Path| disk.sync_folder(folder).map_err(|error| (folder, error));
        let others: Vec<_> = folders.map(|folder| threads::started(scope, move || sync(folder))).collect();
        let first = first.map_or(Ok(()), sync);
        others.into_iter().map(threads::Beside::result).fold(first, Result::and)
    })
}

/// How often and after how long what Windows refuses is tried again: half a second in all.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(25);

/// Windows refuses to move what another program has open, as one that looks through new files (against
/// viruses, for a search) has for a moment. Elsewhere nothing is tried twice.
fn patiently(act: impl Fn() -> io::Result<()>) -> io::Result<()> {
    /// `ERROR_ACCESS_DENIED`, `ERROR_SHARING_VIOLATION`, `ERROR_LOCK_VIOLATION`.
    const HELD: [i32; 3] = [5, 32, 33];
    let is_held = |error: &io::Error| error.raw_os_error().is_some_and(|code| HELD.contains(&code));
    let mut left = if cfg!(windows) { TRIES } else { 0 };
    loop {
        match act() {
            Err(error) if left > 0 && is_held(&error) => std::thread::sleep(PAUSE),
            result => return result,
        }
        left -= 1;
    }
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
        // One that another run made meanwhile is a folder now.
        if missing.iter().any(|folder| folder.exists() && !folder.is_dir()) {
            // Else the system says of the folder that it is there already.
            return Err(io::ErrorKind::NotADirectory.into());
        }
        fs::create_dir_all(path)?;
        let parents = missing.iter().filter_map(|folder| folder.parent()).collect();
        sync_folders(self, parents).map_err(|(_, error)| error)
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that writes files")]
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = fs::File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        patiently(|| fs::rename(from, to))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        patiently(|| fs::remove_file(path))
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

/// Removes a folder that nothing stands in; whether it did.
pub fn remove_empty_folder(path: &Path) -> bool {
    fs::remove_dir(path).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;

    #[test]
    fn several_make_the_same_folder_at_once_and_a_file_is_told() {
        let folder = tempfile::tempdir().unwrap();
        for round in 0..300 {
            let path = folder.path().join(format!("{round}/{}", "a/".repeat(40)));
            let start = Barrier::new(6);
            let make = || {
                start.wait();
                Real.make_folder(&path)
            };
            std::thread::scope(|scope| {
                let all = [(); 6].map(|()| scope.spawn(make));
                all.into_iter().for_each(|one| one.join().unwrap().unwrap());
            });
        }
        let file = folder.path().join("berkas");
        Real.write(&file, b"isi").unwrap();
        assert_eq!(Real.make_folder(&file.join("a")).unwrap_err().kind(), io::ErrorKind::NotADirectory);
    }
}
