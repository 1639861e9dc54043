//! One run at a time in a folder: a lock that the system releases when the
//! program ends, however it ends.

use super::error::{DeliverError, failed};
use super::{taken, words_id as words};
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

/// The file that is locked; it stays, for removing it would let two runs in.
pub const LOCK_FILE: &str = ".iku-kunci";

/// How long a run waits for another: 1200 times 50 ms, one minute.
const TRIES: u32 = 1200;
const PAUSE: Duration = Duration::from_millis(50);

/// Held as long as it lives.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits until no other run works in `folder`, which is there.
    ///
    /// # Errors
    /// The folder cannot be written to; or another run has held it for a minute
    /// ([`io::ErrorKind::WouldBlock`]).
    pub fn wait(folder: &Path) -> Result<Self, DeliverError> {
        let path = folder.join(LOCK_FILE);
        let file = open(&path).map_err(failed(&path))?;
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                // A file system without locks: better one run unguarded than none at all.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(Self { _file: file }),
                Err(TryLockError::Error(error)) => return Err(DeliverError { path, source: error }),
            }
        }
        Err(DeliverError { path, source: io::ErrorKind::WouldBlock.into() })
    }

    /// The lock if nobody holds it and the folder can be written to.
    pub fn now(folder: &Path) -> Option<Self> {
        let file = open(&folder.join(LOCK_FILE)).ok()?;
        file.try_lock().ok().map(|()| Self { _file: file })
    }
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
}
