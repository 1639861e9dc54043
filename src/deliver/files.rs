//! Replacing a report's files together.
//!
//! All files are first written whole into a staging folder beside the old ones,
//! then a journal is written that says the stage is complete, then each file is
//! renamed over its predecessor. A run that is cut off leaves either no journal
//! (the stage is thrown away: the old report stands) or a journal (the renames
//! are finished by the next command: the new report stands).

use super::sha256_hex;
use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file to be written.
#[derive(Clone, Copy, Debug)]
pub struct Output<'a> {
    /// The file's name, without a folder.
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// What happened to the files.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Delivered {
    Written,
    /// Every file already held these bytes; nothing was touched.
    Unchanged,
}

/// A file or folder that could not be written.
#[derive(Debug)]
pub struct DeliverError {
    pub path: PathBuf,
    pub source: io::Error,
}

impl fmt::Display for DeliverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.source)
    }
}

impl std::error::Error for DeliverError {}

const STAGE: &str = ".iku-sedang-ditulis";
const JOURNAL: &str = "lengkap";

fn failed(path: &Path) -> impl FnOnce(io::Error) -> DeliverError + '_ {
    move |source| DeliverError { path: path.to_owned(), source }
}

/// Replaces the files in `folder` (made if absent), all or none.
pub fn deliver(folder: &Path, outputs: &[Output<'_>]) -> Result<Delivered, DeliverError> {
    fs::create_dir_all(folder).map_err(failed(folder))?;
    recover(folder)?;
    if outputs.iter().all(|output| fs::read(folder.join(output.name)).is_ok_and(|old| old == output.bytes)) {
        return Ok(Delivered::Unchanged);
    }
    let stage = folder.join(STAGE);
    fs::create_dir_all(&stage).map_err(failed(&stage))?;
    // Side by side: a disk syncs several files in little more time than one.
    std::thread::scope(|scope| {
        let stage = &stage;
        let written: Vec<_> =
            outputs.iter().map(|output| scope.spawn(move || write_whole(&stage.join(output.name), output.bytes))).collect();
        let joined = |thread: std::thread::ScopedJoinHandle<'_, Result<(), DeliverError>>| {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        written.into_iter().try_for_each(joined)
    })?;
    let journal = stage.join(JOURNAL);
    write_whole(&journal, b"")?;
    recover(folder)?;
    Ok(Delivered::Written)
}

/// Whether `folder` has a record of this name.
pub fn has_record(folder: &Path, record: &str) -> bool {
    folder.join(record).is_file()
}

/// Whether `folder` holds a report that says just this: its record carries the
/// digest `isi`, and its files are still those that the record names.
pub fn is_current(folder: &Path, record: &str, isi: &str) -> bool {
    let Ok(bytes) = fs::read(folder.join(record)) else { return false };
    let Ok(record) = serde_json::from_slice::<serde_json::Value>(&bytes) else { return false };
    let Some(files) = record["luaran"].as_array().filter(|files| !files.is_empty()) else { return false };
    let intact = |file: &serde_json::Value| {
        let name = file["berkas"].as_str().unwrap_or_default();
        let inside = Path::new(name).file_name().is_some_and(|own| own == name);
        inside && fs::read(folder.join(name)).is_ok_and(|bytes| file["sha256"] == sha256_hex(&bytes))
    };
    record["isi"] == isi && files.iter().all(intact)
}

/// Finishes or undoes what an earlier run left half done in `folder`.
pub fn recover(folder: &Path) -> Result<(), DeliverError> {
    let stage = folder.join(STAGE);
    if !stage.is_dir() {
        return Ok(());
    }
    let journal = stage.join(JOURNAL);
    if journal.exists() {
        let entries = fs::read_dir(&stage).map_err(failed(&stage))?;
        for entry in entries {
            let entry = entry.map_err(failed(&stage))?;
            if entry.file_name() != JOURNAL {
                let target = folder.join(entry.file_name());
                fs::rename(entry.path(), &target).map_err(failed(&target))?;
            }
        }
        // The journal goes last: until then the renames above may be repeated.
        fs::remove_file(&journal).map_err(failed(&journal))?;
    }
    fs::remove_dir_all(&stage).map_err(failed(&stage))
}

#[expect(clippy::disallowed_methods, reason = "the one place that writes files")]
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), DeliverError> {
    let mut file = fs::File::create(path).map_err(failed(path))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(failed(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outputs<'a>(a: &'a [u8], b: &'a [u8]) -> [Output<'a>; 2] {
        [Output { name: "a.pdf", bytes: a }, Output { name: "a.json", bytes: b }]
    }

    #[test]
    fn files_are_written_once_and_left_alone_when_equal() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("keluaran/2021");
        assert_eq!(deliver(&target, &outputs(b"1", b"2")).unwrap(), Delivered::Written);
        let before = fs::metadata(target.join("a.pdf")).unwrap().modified().unwrap();
        assert_eq!(deliver(&target, &outputs(b"1", b"2")).unwrap(), Delivered::Unchanged);
        assert_eq!(fs::metadata(target.join("a.pdf")).unwrap().modified().unwrap(), before);
        assert_eq!(deliver(&target, &outputs(b"1", b"3")).unwrap(), Delivered::Written);
        assert_eq!(fs::read(target.join("a.json")).unwrap(), b"3");
        assert!(!target.join(STAGE).exists());
    }

    #[test]
    fn a_run_cut_off_before_its_journal_is_undone() {
        let folder = tempfile::tempdir().unwrap();
        deliver(folder.path(), &outputs(b"old", b"old")).unwrap();
        fs::create_dir(folder.path().join(STAGE)).unwrap();
        write_whole(&folder.path().join(STAGE).join("a.pdf"), b"ne").unwrap();
        recover(folder.path()).unwrap();
        assert_eq!(fs::read(folder.path().join("a.pdf")).unwrap(), b"old");
        assert!(!folder.path().join(STAGE).exists());
    }

    #[test]
    fn a_run_cut_off_between_the_renames_is_finished() {
        let folder = tempfile::tempdir().unwrap();
        deliver(folder.path(), &outputs(b"new", b"old")).unwrap();
        fs::create_dir(folder.path().join(STAGE)).unwrap();
        write_whole(&folder.path().join(STAGE).join("a.json"), b"new").unwrap();
        write_whole(&folder.path().join(STAGE).join(JOURNAL), b"").unwrap();
        recover(folder.path()).unwrap();
        assert_eq!(fs::read(folder.path().join("a.json")).unwrap(), b"new");
        assert!(!folder.path().join(STAGE).exists());
    }
}
