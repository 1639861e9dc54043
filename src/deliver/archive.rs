//! Where the revisions of a report are kept in its folder.

use super::record::Record;
use super::signed::{self, State};
use crate::vocabulary::Year;
use std::fs;
use std::path::{Path, PathBuf};

/// The archive's folder.
pub const ARCHIVE: &str = "arsip";
/// A revision's snapshot in the archive; there from the day it is made.
pub const SNAPSHOT: &str = "masukan.zip";

/// The folder of a revision, relative to the report's.
pub fn revision_folder(revisi: u32) -> String {
    format!("{ARCHIVE}/rev-{revisi}")
}

pub fn snapshot_path(revisi: u32) -> String {
    format!("{}/{SNAPSHOT}", revision_folder(revisi))
}

/// The numbers of the revisions that have a folder in the archive, ascending.
pub fn archived(folder: &Path) -> Vec<u32> {
    let names = names(&folder.join(ARCHIVE));
    let has_something =
        |number: &u32| fs::read_dir(folder.join(revision_folder(*number))).is_ok_and(|mut files| files.next().is_some());
    let mut numbers: Vec<u32> =
        names.iter().filter_map(|name| name.strip_prefix("rev-")?.parse().ok()).filter(has_something).collect();
    numbers.sort_unstable();
    numbers
}

/// A folder for files that are no revision of `iku`, not there yet.
pub fn strangers_folder(folder: &Path) -> String {
    let mut number = 1;
    while folder.join(ARCHIVE).join(format!("lain-{number}")).exists() {
        number += 1;
    }
    format!("{ARCHIVE}/lain-{number}")
}

/// A revision as it stands in a folder.
pub struct Standing {
    pub folder: PathBuf,
    pub record: Record,
    /// The recorded files and their state.
    pub files: Vec<(String, State)>,
}

impl Standing {
    /// What stands in `folder` under a record of this name; none where there is
    /// no record or it cannot be read.
    pub fn of(folder: &Path, record: &str) -> Option<Self> {
        let record = Record::read(&fs::read(folder.join(record)).ok()?)?;
        // A record names files beside it, nothing else.
        let beside = |name: &str| Path::new(name).file_name().is_some_and(|own| own == name);
        let state = |file: &super::LuaranRecord| {
            let bytes = fs::read(folder.join(&file.berkas)).ok();
            (file.berkas.clone(), signed::state(bytes.as_deref(), &file.sha256))
        };
        let files = record.luaran.iter().flatten().filter(|file| beside(&file.berkas)).map(state).collect();
        Some(Self { folder: folder.to_owned(), record, files })
    }

    /// Whether somebody signed it, or put anything else into its PDF.
    pub fn is_signed(&self) -> bool {
        self.files.iter().any(|(_, state)| matches!(state, State::Signed(_)))
    }

    /// Whether every file is as recorded, or signed since.
    pub fn is_whole(&self) -> bool {
        !self.files.is_empty() && self.files.iter().all(|(_, state)| matches!(state, State::Intact | State::Signed(_)))
    }

    /// The bytes of the snapshot that a revision made in `report` rests on.
    pub fn snapshot(report: &Path, revisi: u32) -> Option<Vec<u8>> {
        fs::read(report.join(snapshot_path(revisi))).ok()
    }
}

/// A record that was published earlier, if it is there and can be read.
pub fn published(path: &Path) -> Option<Record> {
    Record::read(&fs::read(path).ok()?)
}

/// Whether a file of this name is there.
pub fn is_there(folder: &Path, name: &str) -> bool {
    folder.join(name).symlink_metadata().is_ok()
}

/// Whether the file bears a signature, whoever made it.
pub fn bears_signature(folder: &Path, name: &str) -> bool {
    let bytes = fs::read(folder.join(name)).ok();
    matches!(signed::state(bytes.as_deref(), ""), State::Signed(_))
}

/// Every revision that has a record of this name, the one that stands and those
/// in the archive, the earliest first.
pub fn revisions(folder: &Path, record: &str) -> Vec<Standing> {
    let archived = archived(folder).into_iter().filter_map(|number| Standing::of(&folder.join(revision_folder(number)), record));
    let mut all: Vec<Standing> = archived.chain(Standing::of(folder, record)).collect();
    all.sort_by_key(|standing| standing.record.revisi);
    all
}

/// The years that have a report's folder in `keluaran`, ascending.
pub fn report_years(keluaran: &Path) -> Vec<Year> {
    let mut years: Vec<Year> = names(keluaran).iter().filter_map(|name| name.parse().ok().map(Year)).collect();
    years.sort_unstable();
    years
}

/// The years that have a record in a report's folder, ascending.
pub fn years_in(folder: &Path) -> Vec<Year> {
    let year = |name: &String| name.strip_prefix("iku-")?.strip_suffix(".json")?.parse().ok().map(Year);
    let mut years: Vec<Year> = names(folder).iter().filter_map(year).collect();
    years.sort_unstable();
    years
}

fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect()
}
