//! The reports of an office's folder, found by their records alone: in
//! `keluaran/TAHUN`, or in the folder itself, as `--keluaran` leaves them.

use super::archive::{self, Standing};
use super::record::{LuaranRecord, Record, SCHEMA};
use super::record_bounds::{Glance, glance};
use super::{shelf, taken};
use crate::intake;
use crate::profile;
use crate::vocabulary::Year;
use std::path::{Path, PathBuf};

/// No record is larger, in bytes.
const LARGEST: u64 = 64 << 20;
/// Nor any summary's: that of 514 offices with 300 indicators takes 76 million.
const LARGEST_SUMMARY: u64 = 512 << 20;

/// What is found of a year's report.
pub enum Found {
    Report(Box<Standing>),
    /// There is none.
    Nothing,
    /// It is cut short, or no JSON.
    Torn,
    /// Another schema's; its name, if it says one.
    Foreign(Option<String>),
    /// It speaks of another year than its name does.
    OtherYear(i32),
    /// It says that it is a draft.
    Draft,
}

/// The folders that a year's report may stand in.
fn places(folder: &Path, tahun: Year) -> [PathBuf; 2] {
    [folder.join("keluaran").join(tahun.to_string()), folder.to_owned()]
}

/// The report of a year in an office's folder.
pub fn find_report(folder: &Path, tahun: Year) -> Found {
    let name = format!("iku-{tahun}.json");
    // What cannot be looked at is there, and cannot be read.
    let there = |place: &PathBuf| archive::is_there(place, &name).unwrap_or(true);
    let Some(place) = places(folder, tahun).into_iter().find(there) else {
        return Found::Nothing;
    };
    let Ok(bytes) = intake::read(&place.join(&name), LARGEST) else { return Found::Torn };
    let Ok(Glance { schema }) = glance(&bytes) else { return Found::Torn };
    if schema.as_deref() != Some(SCHEMA) {
        return Found::Foreign(schema);
    }
    // What is called a report's record and says of itself that it is a draft's is none.
    if Record::read(&bytes).is_some_and(|record| record.draf) {
        return Found::Draft;
    }
    drop(bytes);
    match Standing::of(&place, &name) {
        Err(_) | Ok(None) => Found::Torn,
        Ok(Some(standing)) if standing.record.tahun != tahun.0 => Found::OtherYear(standing.record.tahun),
        Ok(Some(standing)) => Found::Report(Box::new(standing)),
    }
}

/// The draft that stands beside a year's report, or in its stead.
pub fn find_draft(folder: &Path, tahun: Year) -> Option<Record> {
    let bytes = |place: &PathBuf| intake::read(&place.join(format!("iku-{tahun}-draf.json")), LARGEST).ok();
    Record::read(&places(folder, tahun).iter().find_map(bytes)?)
}

/// The years that have a record, ascending.
pub fn years_with_report(folder: &Path) -> Vec<Year> {
    let keluaran = folder.join("keluaran");
    let has = |tahun: &Year| archive::is_there(&keluaran.join(tahun.to_string()), &format!("iku-{tahun}.json")).unwrap_or(false);
    // A folder that nobody can look into is told where its report is sought.
    let mut years: Vec<Year> = shelf::report_years(&keluaran).unwrap_or_default().into_iter().filter(has).collect();
    years.extend(shelf::years_in(folder).unwrap_or_default());
    years.sort_unstable();
    years.dedup();
    years
}

/// Whether a folder is an office's: it has a profile, or reports.
fn is_office(folder: &Path) -> bool {
    folder.join(profile::FILE_NAME).is_file() || !years_with_report(folder).is_empty()
}

/// The offices that a folder stands for: itself, or where it is none those right below it that are, by name;
/// beside them those that only lack a profile, which are told.
pub fn offices_or_own(folder: &Path) -> Vec<PathBuf> {
    if is_office(folder) {
        return vec![folder.to_owned()];
    }
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let below: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    if !below.iter().any(|path| is_office(path)) {
        return vec![folder.to_owned()];
    }
    let mut offices: Vec<PathBuf> =
        below.into_iter().filter(|path| is_office(path) || profile::is_without_profile(path)).collect();
    offices.sort();
    offices
}

/// Whether a file holds what was recorded of it.
pub fn is_as_recorded(folder: &Path, file: &LuaranRecord) -> bool {
    taken::sha256(&folder.join(&file.berkas)).is_ok_and(|sha256| sha256 == file.sha256)
}

/// A summary's record, if it is there and can be read.
pub fn read_beside(folder: &Path, name: &str) -> Option<Vec<u8>> {
    intake::read(&folder.join(name), LARGEST_SUMMARY).ok()
}
