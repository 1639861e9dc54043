//! The stage beside a report's files, and the journal that says what of it goes where.

use super::disk::Disk;
use super::error::{DeliverError, failed};
use super::{sha256_hex, taken};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io;
use std::path::{Component, Path, PathBuf};

/// The stage's folder.
pub(super) const STAGE: &str = ".iku-sedang-ditulis";
/// The journal's file: there once the stage is complete.
const JOURNAL: &str = "lengkap";
/// The journal's file before that.
const UNNAMED: &str = "jurnal";
/// There once the change is given up and is being taken back.
const GIVEN_UP: &str = "batal";

/// What one change comes to.
#[derive(Serialize, Deserialize, Debug)]
pub(super) struct Journal {
    pub berkas: Vec<Entry>,
}

/// One file of the change: where it goes, the SHA-256 of the old and the new,
/// and where the old one is kept.
#[derive(Serialize, Deserialize, Debug)]
pub(super) struct Entry {
    pub ke: String,
    pub lama: Option<String>,
    pub baru: Option<String>,
    pub arsip: Option<String>,
}

impl Journal {
    fn paths(&self) -> impl Iterator<Item = &String> {
        self.berkas.iter().flat_map(|entry| std::iter::once(&entry.ke).chain(&entry.arsip))
    }

    /// Whether all that it names stands below the folder that it is of.
    fn stays_within(&self) -> bool {
        let is_below = |path: &String| {
            let mut parts = Path::new(path).components().peekable();
            parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_)))
        };
        self.paths().all(is_below)
    }

    /// The folders within `folder` that files go to, the outermost first.
    pub(super) fn folders(&self, folder: &Path) -> Vec<PathBuf> {
        let within: BTreeSet<PathBuf> = self
            .paths()
            .flat_map(|path| Path::new(path).ancestors().skip(1))
            .filter(|path| !path.as_os_str().is_empty())
            .map(|path| folder.join(path))
            .collect();
        within.into_iter().collect()
    }
}

pub(super) struct Stage {
    pub path: PathBuf,
}

impl Stage {
    pub(super) fn of(folder: &Path) -> Self {
        Self { path: folder.join(STAGE) }
    }

    pub(super) fn folder(&self) -> PathBuf {
        self.path.parent().unwrap_or(Path::new("")).to_owned()
    }

    pub(super) fn new_file(&self, index: usize) -> PathBuf {
        self.path.join(format!("baru-{index}"))
    }

    pub(super) fn old(&self, index: usize) -> PathBuf {
        self.path.join(format!("lama-{index}"))
    }

    /// The journal, if the stage is complete. One that names a place out of the report's folder was written by another hand.
    pub(super) fn journal(&self) -> Option<Journal> {
        let journal: Journal = serde_json::from_slice(&taken::read(&self.path.join(JOURNAL)).ok()?).ok()?;
        journal.stays_within().then_some(journal)
    }

    pub(super) fn is_given_up(&self) -> bool {
        self.path.join(GIVEN_UP).is_file()
    }

    /// The journal as it is written beside all that it speaks of: under this name it is none yet.
    pub(super) fn draft(&self, journal: &Journal) -> (PathBuf, Vec<u8>) {
        // Texts and options only: serialising them cannot fail.
        (self.path.join(UNNAMED), serde_json::to_vec(journal).unwrap_or_default())
    }

    /// The journal appears in one step, after all that it speaks of.
    pub(super) fn commit(&self, disk: &dyn Disk) -> Result<(), DeliverError> {
        let (written, named) = (self.path.join(UNNAMED), self.path.join(JOURNAL));
        disk.sync_folder(&self.path).map_err(failed(&self.path))?;
        disk.rename(&written, &named).map_err(failed(&named))?;
        disk.sync_folder(&self.path).map_err(failed(&self.path))
    }

    pub(super) fn give_up(&self, disk: &dyn Disk) -> Result<(), DeliverError> {
        let path = self.path.join(GIVEN_UP);
        disk.write(&path, b"").and_then(|()| disk.sync_folder(&self.path)).map_err(failed(&path))
    }

    /// The stage is of no more use: the journal goes before what it speaks of.
    pub(super) fn clear(&self, disk: &dyn Disk) -> Result<(), DeliverError> {
        let journal = self.path.join(JOURNAL);
        if journal.is_file() {
            disk.remove_file(&journal).and_then(|()| disk.sync_folder(&self.path)).map_err(failed(&journal))?;
        }
        disk.remove_folder(&self.path).map_err(failed(&self.path))?;
        let folder = self.folder();
        disk.sync_folder(&folder).map_err(failed(&folder))
    }
}

/// The SHA-256 of a file; none where there is no file.
pub(super) fn sha_of(path: &Path) -> io::Result<Option<String>> {
    Ok(taken::read_if_there(path)?.map(|bytes| sha256_hex(&bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_names_nothing_out_of_its_folder() {
        let journal = |ke: &str, arsip: Option<&str>| Journal {
            berkas: vec![Entry { ke: ke.to_owned(), lama: None, baru: None, arsip: arsip.map(str::to_owned) }],
        };
        for (ke, arsip) in [("iku-2021.pdf", Some("arsip/rev-1/iku-2021.pdf")), ("data/umkm - ditandai.xlsx", None)] {
            assert!(journal(ke, arsip).stays_within(), "{ke}");
        }
        for (ke, arsip) in
            [("../../iku.toml", None), ("/etc/passwd", None), ("a/../../b", None), ("", None), ("a", Some("../b")), ("./a", None)]
        {
            assert!(!journal(ke, arsip).stays_within(), "{ke} {arsip:?}");
        }
    }
}
