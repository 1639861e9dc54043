//! Where the revisions of a report are kept in its folder.

use super::error::{DeliverError, unread};
use super::record::Record;
use super::shelf::{ARCHIVE, Shelf};
use super::signed::{self, State};
use super::taken;
use std::path::{Path, PathBuf};

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
        let Some(bytes) = taken::read_if_there(&path).map_err(unread(&path))? else { return Ok(None) };
        let Some(record) = of_name(&bytes, record) else { return Ok(None) };
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
                Err(error) => taken::unlike(&error),
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

    /// The recorded files in whose place another paper stands that somebody signed: what was recorded is not in them.
    pub fn replaced_by_signed(&self) -> Vec<&String> {
        let is_other = |state: &State| matches!(state, State::Signed(signed) if !signed.ours);
        self.files.iter().filter(|(_, state)| is_other(state)).map(|(name, _)| name).collect()
    }
}

/// The record under this name; none where it is a draft's in a report's place, or speaks of files of other names.
fn of_name(bytes: &[u8], name: &str) -> Option<Record> {
    let record = Record::read(bytes)?;
    let stem = name.rsplit('/').next()?.strip_suffix(".json")?;
    let is_own = |file: &super::LuaranRecord| [".pdf", ".xlsx"].iter().any(|ending| file.berkas == format!("{stem}{ending}"));
    (record.draf == stem.ends_with("-draf") && record.luaran.iter().flatten().all(is_own)).then_some(record)
}

/// A record that was published earlier, if it is there and can be read.
pub fn published(path: &Path) -> Option<Record> {
    of_name(&taken::read(path).ok()?, path.file_name()?.to_str()?)
}

/// Whether something stands there in a record's place that is none.
pub fn is_broken_record(path: &Path) -> bool {
    match taken::read_if_there(path) {
        Ok(bytes) => bytes.is_some_and(|bytes| path.file_name().and_then(|name| of_name(&bytes, name.to_str()?)).is_none()),
        Err(_) => true,
    }
}

/// Whether a file of this name is there.
///
/// # Errors
/// It cannot be told.
pub fn is_there(folder: &Path, name: &str) -> Result<bool, DeliverError> {
    let path = folder.join(name);
    taken::is_there(&path).map_err(unread(&path))
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
pub fn revisions(shelf: &Shelf, record: &str) -> Result<Vec<Standing>, DeliverError> {
    let mut all: Vec<Standing> = Vec::new();
    for number in shelf.numbers()? {
        all.extend(Standing::of(&shelf.report().join(shelf.revision(number)), record)?);
    }
    all.extend(Standing::of(shelf.report(), record)?);
    all.sort_by_key(|standing| standing.record.revisi);
    Ok(all)
}

/// The records of this name in a report's folder and its archive, relative to it,
/// that are there and can be read as none.
///
/// # Errors
/// One of them cannot be looked at.
pub fn broken_records(shelf: &Shelf, record: &str) -> Result<Vec<String>, DeliverError> {
    let archived = shelf.numbers()?.into_iter().map(|number| format!("{}/{record}", shelf.revision(number)));
    let mut broken = Vec::new();
    for name in archived.chain([record.to_owned()]) {
        let path = shelf.report().join(&name);
        let bytes = taken::read_if_there(&path).map_err(unread(&path))?;
        if bytes.is_some_and(|bytes| of_name(&bytes, record).is_none()) {
            broken.push(name);
        }
    }
    Ok(broken)
}
