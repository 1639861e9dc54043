//! One run at a time in a folder: a lock that the system releases when the
//! program ends, however it ends.

use super::error::{DeliverError, failed};
use super::{taken, words_id as words};
#[cfg(unix)]
use std::fs::Metadata;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The file that is locked. Who holds the lock removes it when the work is done, where it can be told whether a file that
/// was opened is still the one of that name; on Windows, where it cannot, it stays.
pub const LOCK_FILE: &str = ".iku-kunci";

/// How long a run waits for another: 1200 times 50 ms, one minute.
const TRIES: u32 = 1200;
const PAUSE: Duration = Duration::from_millis(50);

/// Held as long as it lives.
pub struct Lock {
    file: File,
    path: PathBuf,
    /// Whether the file system has locks at all.
    is_held: bool,
}

impl Lock {
    /// Waits until no other run works in `folder`, which is there.
    ///
    /// # Errors
    /// The folder cannot be written to; or another run has held it for a minute
    /// ([`io::ErrorKind::WouldBlock`]).
    pub fn wait(folder: &Path) -> Result<Self, DeliverError> {
        let path = folder.join(LOCK_FILE);
        for _ in 0..TRIES {
            // Opened anew each time: who held it may have removed it.
            let file = open(&path).map_err(failed(&path))?;
            match file.try_lock() {
                Ok(()) if is_there(&file, &path) => return Ok(Self { file, path, is_held: true }),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                // A file system without locks: better one run unguarded than none at all.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(Self { file, path, is_held: false });
                }
                Err(TryLockError::Error(error)) => return Err(DeliverError::unwritten(&path, error)),
            }
        }
        Err(DeliverError::unwritten(&path, io::ErrorKind::WouldBlock.into()))
    }

    /// The lock if nobody holds it and the folder can be written to.
    pub fn now(folder: &Path) -> Option<Self> {
        let path = folder.join(LOCK_FILE);
        let file = open(&path).ok()?;
        file.try_lock().ok()?;
        is_there(&file, &path).then(|| Self { file, path, is_held: true })
    }
}

impl Drop for Lock {
    /// The name goes before the lock does: whoever waits for this file finds it gone and opens the next.
    fn drop(&mut self) {
        if cfg!(unix) && self.is_held && is_there(&self.file, &self.path) {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Whether a file that was opened is still the one of that name.
#[cfg(unix)]
fn is_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let same = |own: &Metadata, other: &Metadata| (own.dev(), own.ino()) == (other.dev(), other.ino());
    matches!((file.metadata(), path.metadata()), (Ok(own), Ok(other)) if same(&own, &other))
}

#[cfg(not(unix))]
fn is_there(_: &File, _: &Path) -> bool {
    true
}

fn open(path: &Path) -> io::Result<File> {
    // To open a pipe waits for its other end.
    if taken::there(path.metadata())?.is_some_and(|known| !known.is_file()) {
        return Err(io::Error::other(words::NOT_REGULAR));
    }
    OpenOptions::new().create(true).truncate(false).write(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_worked_in_by_one_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::wait(folder.path()).unwrap();
        assert!(Lock::now(folder.path()).is_none());
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| Lock::wait(folder.path()).is_ok());
            std::thread::sleep(Duration::from_millis(120));
            assert!(!waiting.is_finished(), "the second run did not wait");
            drop(first);
            assert!(waiting.join().unwrap());
        });
        assert!(Lock::now(folder.path()).is_some());
    }

    /// The file goes with the lock, and no two ever hold it at once: eight threads, each a hundred times.
    #[test]
    fn the_file_is_not_left_behind_and_its_removal_lets_nobody_in() {
        use std::sync::atomic::{AtomicBool, Ordering};
        let folder = tempfile::tempdir().unwrap();
        let is_taken = AtomicBool::new(false);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let mut held = 0;
                    while held < 100 {
                        let Some(lock) = Lock::now(folder.path()) else {
                            std::thread::yield_now();
                            continue;
                        };
                        assert!(!is_taken.swap(true, Ordering::SeqCst), "two hold it");
                        std::thread::yield_now();
                        is_taken.store(false, Ordering::SeqCst);
                        drop(lock);
                        held += 1;
                    }
                });
            }
        });
        assert_eq!(folder.path().join(LOCK_FILE).exists(), !cfg!(unix));
    }
}
