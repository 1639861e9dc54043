//! A file's bytes, taken in within bounds: a regular file of at most so many
//! bytes, and, where a folder is given, none that a link leads out of it. A
//! pipe, a device or a file without end is refused before it is waited for.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// Why a file is not taken in.
#[derive(Debug)]
pub enum Refused {
    /// A folder.
    Folder,
    /// A pipe, a device, a socket.
    NotRegular,
    /// More than `most` bytes.
    TooLarge {
        most: u64,
    },
    /// A link leads out of the office's folder.
    Outside,
    Io(io::Error),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Refused::Io(error)
    }
}

/// The bytes of a regular file, at most `most` of them.
///
/// # Errors
/// What [`Refused`] names.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Refused> {
    let (file, length) = open(path, most)?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(usize::try_from(length).unwrap_or(usize::MAX)).map_err(io::Error::other)?;
    // It may grow while it is read.
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(Refused::TooLarge { most }) } else { Ok(bytes) }
}

/// A regular file of at most `most` bytes, open to be read piece by piece, and how many it has.
///
/// # Errors
/// What [`Refused`] names.
pub fn open(path: &Path, most: u64) -> Result<(File, u64), Refused> {
    // Asked before it is opened: to open a pipe waits for its other end.
    kind(&std::fs::metadata(path)?, most)?;
    let file = File::open(path)?;
    let known = file.metadata()?;
    kind(&known, most)?;
    Ok((file, known.len()))
}

/// The bytes of a file of `folder`, which no link may lead out of unless `links` says so.
///
/// # Errors
/// What [`Refused`] names.
pub fn read_inside(folder: &Path, path: &Path, most: u64, links: bool) -> Result<Vec<u8>, Refused> {
    stays_inside(folder, path, links)?;
    read(path, most)
}

/// The bytes of all regular files in `folder` and `below` levels under it; links and what cannot be looked at count nothing.
pub fn size_below(folder: &Path, below: u32) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let size = |entry: std::fs::DirEntry| match entry.metadata() {
        Ok(known) if known.is_file() => known.len(),
        Ok(known) if known.is_dir() && below > 0 => size_below(&entry.path(), below - 1),
        _ => 0,
    };
    entries.map(size).fold(0, u64::saturating_add)
}

/// Whether `path`, every link followed, lies in `folder`.
///
/// # Errors
/// [`Refused::Outside`] where it does not, and where either is not there.
pub fn stays_inside(folder: &Path, path: &Path, links: bool) -> Result<(), Refused> {
    if links || real(path)?.starts_with(real(folder)?) { Ok(()) } else { Err(Refused::Outside) }
}

/// The path from the root, every link followed, as people write it.
///
/// # Errors
/// It is not there, or it cannot be told where a link leads.
pub fn real(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Ok(real) => Ok(as_written(real)),
        // Some network drives tell no such path, nor does Wine beyond 260 characters: what is no link lies where it is written.
        Err(error) if cfg!(windows) && !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied) => {
            let whole = std::path::absolute(path)?;
            match (whole.parent(), whole.file_name()) {
                (Some(parent), Some(name)) if !whole.symlink_metadata()?.file_type().is_symlink() => Ok(real(parent)?.join(name)),
                _ => Err(error),
            }
        }
        Err(error) => Err(error),
    }
}

/// The same; the path as it is given where that cannot be told.
pub fn whole(path: &Path) -> PathBuf {
    real(path).unwrap_or_else(|_| path.to_owned())
}

/// Without what Windows puts before a path from the root, which its own programs do not take.
fn as_written(path: PathBuf) -> PathBuf {
    let text = path.to_str().unwrap_or_default();
    match (text.strip_prefix(r"\\?\UNC\"), text.strip_prefix(r"\\?\")) {
        (Some(share), _) => format!(r"\\{share}").into(),
        (None, Some(rest)) => rest.into(),
        (None, None) => path,
    }
}

fn kind(known: &std::fs::Metadata, most: u64) -> Result<(), Refused> {
    if known.is_dir() {
        return Err(Refused::Folder);
    }
    if !known.is_file() {
        return Err(Refused::NotRegular);
    }
    if known.len() > most { Err(Refused::TooLarge { most }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn only_regular_files_of_bounded_size_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
        std::fs::write(&path, "12345").unwrap();
        assert_eq!(read(&path, 5).unwrap(), b"12345");
        assert!(matches!(read(&path, 4), Err(Refused::TooLarge { most: 4 })));
        assert!(matches!(read(folder.path(), 4), Err(Refused::Folder)));
        assert!(matches!(read(Path::new("/dev/zero"), 4), Err(Refused::NotRegular)));
        let pipe = folder.path().join("pipa");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert!(matches!(read(&pipe, 4), Err(Refused::NotRegular)));
        #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
        let sparse = File::create(folder.path().join("jarang")).unwrap();
        sparse.set_len(8 << 30).unwrap();
        assert!(matches!(read(&folder.path().join("jarang"), 1 << 20), Err(Refused::TooLarge { .. })));
        assert!(matches!(read(&folder.path().join("tiada"), 1), Err(Refused::Io(_))));
    }

    #[test]
    fn paths_are_as_people_write_them() {
        let written = [(r"\\?\C:\a b", r"C:\a b"), (r"\\?\UNC\server\data", r"\\server\data"), ("/srv/data", "/srv/data")];
        for (path, shown) in written {
            assert_eq!(as_written(path.into()), PathBuf::from(shown));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_followed_only_by_word() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
        std::fs::write(other.path().join("a"), "x").unwrap();
        let link = folder.path().join("tautan");
        std::os::unix::fs::symlink(other.path().join("a"), &link).unwrap();
        assert!(matches!(read_inside(folder.path(), &link, 9, false), Err(Refused::Outside)));
        assert_eq!(read_inside(folder.path(), &link, 9, true).unwrap(), b"x");
    }
}
