//! The files of a report's folder, taken in: regular ones of bounded size, so that
//! a pipe or a device in a paper's place is an error and is never waited for.

use super::digest::Hashed;
use super::signed::State;
use super::words_id as words;
use crate::intake::{self, Refused};
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

/// More than any report's paper or snapshot holds, in bytes.
pub(super) const MOST: u64 = 2 << 30;

/// A file's bytes.
///
/// # Errors
/// It is not there, cannot be read, or is no regular file of bounded size.
pub(super) fn read(path: &Path) -> Result<Vec<u8>> {
    intake::read(path, MOST).map_err(told)
}

fn told(refused: Refused) -> Error {
    match refused {
        Refused::Io(error) => error,
        Refused::Folder => ErrorKind::IsADirectory.into(),
        Refused::TooLarge { .. } => ErrorKind::FileTooLarge.into(),
        Refused::NotRegular | Refused::Outside => Error::other(words::NOT_REGULAR),
    }
}

/// A file's digest, read piece by piece.
///
/// # Errors
/// As [`read`].
pub(super) fn sha256(path: &Path) -> Result<String> {
    let (mut file, _) = intake::open(path, MOST).map_err(told)?;
    let mut hash = Hashed::default();
    std::io::copy(&mut file, &mut hash)?;
    Ok(hash.hex())
}

/// The same; none where there is no such file.
pub(super) fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>> {
    there(read(path))
}

/// Whether something stands there, whatever it is.
pub(super) fn is_there(path: &Path) -> Result<bool> {
    there(path.symlink_metadata()).map(|found| found.is_some())
}

/// That a thing is not there is an answer; that nobody could look is none.
pub(super) fn there<T>(looked: Result<T>) -> Result<Option<T>> {
    match looked {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// What is to be said of a recorded file that could not be read: a folder, a pipe or a giant in its place is another
/// thing, whatever else kept it from being read leaves that open.
pub(super) fn unlike(error: &Error) -> State {
    match error.kind() {
        ErrorKind::IsADirectory | ErrorKind::FileTooLarge => State::Touched,
        ErrorKind::Other if error.get_ref().is_some_and(|own| own.to_string() == words::NOT_REGULAR) => State::Touched,
        _ => State::Unreadable(words::why_unread(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_looked_at_is_not_taken_for_absent() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        assert!(read_if_there(&file).unwrap().is_none() && !is_there(&file).unwrap());
        #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
        std::fs::write(&file, "x").unwrap();
        assert!(is_there(&file).unwrap());
        // A name longer than any file system takes cannot be looked at.
        let below = folder.path().join("x".repeat(5000));
        assert!(is_there(&below).is_err() && read_if_there(&below).is_err());
        assert!(read(folder.path()).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_or_a_device_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("iku-2021.json");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert_eq!(read_if_there(&pipe).unwrap_err().to_string(), words::NOT_REGULAR);
        assert!(read(Path::new("/dev/zero")).is_err());
        assert_eq!(unlike(&read(&pipe).unwrap_err()), State::Touched);
        assert_eq!(unlike(&read(folder.path()).unwrap_err()), State::Touched);
    }

    #[cfg(unix)]
    #[test]
    fn what_could_not_be_looked_at_is_not_called_changed() {
        let folder = tempfile::tempdir().unwrap();
        let circle = folder.path().join("iku-2021.pdf");
        std::os::unix::fs::symlink(&circle, &circle).unwrap();
        assert!(matches!(unlike(&read(&circle).unwrap_err()), State::Unreadable(_)));
        assert_eq!(unlike(&ErrorKind::PermissionDenied.into()), State::Unreadable("tidak ada izin membaca".to_owned()));
    }
}
