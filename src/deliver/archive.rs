//! Where the revisions of a report are kept in its folder.

use super::error::{DeliverError, failed};
use super::record::Record;
use super::signed::{self, State};
use super::taken;
use crate::vocabulary::Year;
use std::path::{Path, PathBuf};
use std::{fs, io};

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
///
/// # Errors
/// The archive is there and cannot be looked into: its numbers would be given away anew.
pub fn archived(folder: &Path) -> Result<Vec<u32>, DeliverError> {
    let archive = folder.join(ARCHIVE);
    let mut numbers: Vec<u32> = Vec::new();
    for number in names(&archive).map_err(failed(&archive))?.iter().filter_map(|name| name.strip_prefix("rev-")?.parse().ok()) {
        let own = folder.join(revision_folder(number));
        if !names(&own).map_err(failed(&own))?.is_empty() {
            numbers.push(number);
        }
    }
    numbers.sort_unstable();
    Ok(numbers)
}

/// A folder for files that are no revision of `iku`, not there yet.
///
/// # Errors
/// It cannot be told what is there.
pub fn strangers_folder(folder: &Path) -> Result<String, DeliverError> {
    let mut number = 1;
    loop {
        let own = format!("{ARCHIVE}/lain-{number}");
        if !is_there(folder, &own)? {
            return Ok(own);
        }
        number += 1;
    }
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
    /// no record or it is none of this schema.
    ///
    /// # Errors
    /// What stands there cannot be read.
    pub fn of(folder: &Path, record: &str) -> Result<Option<Self>, DeliverError> {
        let path = folder.join(record);
        let Some(bytes) = taken::read_if_there(&path).map_err(failed(&path))? else { return Ok(None) };
        let Some(record) = Record::read(&bytes) else { return Ok(None) };
        // A record names files beside it, nothing else.
        let beside = |name: &str| Path::new(name).file_name().is_some_and(|own| own == name);
        let room = |one: &super::TandaTanganRecord| signed::Room {
            page: one.halaman,
            x: one.x,
            y: one.y,
            width: one.lebar,
            height: one.tinggi,
        };
        let rooms: Vec<signed::Room> = record.tanda_tangan.iter().map(room).collect();
        let state = |file: &super::LuaranRecord| {
            let state = match taken::read_if_there(&folder.join(&file.berkas)) {
                Ok(bytes) => signed::state(bytes.as_deref(), &file.sha256, &rooms),
                // Something stands there that nobody can read.
                Err(_) => State::Touched,
            };
            (file.berkas.clone(), state)
        };
        let files = record.luaran.iter().flatten().filter(|file| beside(&file.berkas)).map(state).collect();
        Ok(Some(Self { folder: folder.to_owned(), record, files }))
    }

    /// Whether somebody signed it, or put anything else into its PDF.
    pub fn is_signed(&self) -> bool {
        self.files.iter().any(|(_, state)| matches!(state, State::Signed(_)))
    }

    /// Whether every file is as recorded, or signed since.
    pub fn is_whole(&self) -> bool {
        !self.files.is_empty() && self.files.iter().all(|(_, state)| matches!(state, State::Intact | State::Signed(_)))
    }

    /// The digest of the snapshot that a revision made in `report` rests on; none where it cannot be read.
    pub fn snapshot_sha256(report: &Path, revisi: u32) -> Option<String> {
        taken::sha256(&report.join(snapshot_path(revisi))).ok()
    }
}

/// A record that was published earlier, if it is there and can be read.
pub fn published(path: &Path) -> Option<Record> {
    Record::read(&taken::read(path).ok()?)
}

/// Whether something stands there in a record's place that is none.
pub fn is_broken_record(path: &Path) -> bool {
    match taken::read_if_there(path) {
        Ok(bytes) => bytes.is_some_and(|bytes| Record::read(&bytes).is_none()),
        Err(_) => true,
    }
}

/// Whether a file of this name is there.
///
/// # Errors
/// It cannot be told.
pub fn is_there(folder: &Path, name: &str) -> Result<bool, DeliverError> {
    let path = folder.join(name);
    taken::is_there(&path).map_err(failed(&path))
}

/// Whether the file bears a signature, whoever made it.
pub fn bears_signature(folder: &Path, name: &str) -> bool {
    let bytes = taken::read(&folder.join(name)).ok();
    matches!(signed::state(bytes.as_deref(), "", &[]), State::Signed(_))
}

/// Every revision that has a record of this name, the one that stands and those
/// in the archive, the earliest first.
///
/// # Errors
/// One of them cannot be looked at.
pub fn revisions(folder: &Path, record: &str) -> Result<Vec<Standing>, DeliverError> {
    let mut all: Vec<Standing> = Vec::new();
    for number in archived(folder)? {
        all.extend(Standing::of(&folder.join(revision_folder(number)), record)?);
    }
    all.extend(Standing::of(folder, record)?);
    all.sort_by_key(|standing| standing.record.revisi);
    Ok(all)
}

/// The records of this name in a report's folder and its archive, relative to it,
/// that are there and can be read as none.
///
/// # Errors
/// One of them cannot be looked at.
pub fn broken_records(folder: &Path, record: &str) -> Result<Vec<String>, DeliverError> {
    let archived = archived(folder)?.into_iter().map(|number| format!("{}/{record}", revision_folder(number)));
    let mut broken = Vec::new();
    for name in archived.chain([record.to_owned()]) {
        let path = folder.join(&name);
        let bytes = taken::read_if_there(&path).map_err(failed(&path))?;
        if bytes.is_some_and(|bytes| Record::read(&bytes).is_none()) {
            broken.push(name);
        }
    }
    Ok(broken)
}

/// The years that have a report's folder in `keluaran`, ascending.
pub fn report_years(keluaran: &Path) -> Vec<Year> {
    let mut years: Vec<Year> =
        names(keluaran).unwrap_or_default().iter().filter_map(|name| name.parse().ok().map(Year)).collect();
    years.sort_unstable();
    years
}

/// The years that have a record in a report's folder, ascending.
pub fn years_in(folder: &Path) -> Vec<Year> {
    let year = |name: &String| name.strip_prefix("iku-")?.strip_suffix(".json")?.parse().ok().map(Year);
    let mut years: Vec<Year> = names(folder).unwrap_or_default().iter().filter_map(year).collect();
    years.sort_unstable();
    years
}

/// The names in a folder; of none that is not there.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let Some(entries) = taken::there(fs::read_dir(folder))? else { return Ok(Vec::new()) };
    let mut names = Vec::new();
    for entry in entries {
        // A name that is no text is none of the program's.
        names.extend(entry?.file_name().into_string().ok());
    }
    Ok(names)
}
