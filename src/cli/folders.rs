//! The office's folder of a command line.

use super::many::shown;
use super::status::Status;
use super::trouble::tell_trouble;
use crate::deliver;
use crate::office::{Hands, Office, Watch};
use crate::vocabulary::Year;
use std::path::{Path, PathBuf};

/// The office `name` read; where it has nothing to show, that is told.
///
/// # Errors
/// The status of what was told.
pub fn read_office(folder: &Path, name: &str, tahun: Option<i32>) -> Result<Office, Status> {
    shown(name, |watch| read_watched(folder, name, tahun, watch))
}

/// The same, `watch` hearing of each step.
///
/// # Errors
/// The status of what was told.
pub fn read_watched(folder: &Path, name: &str, tahun: Option<i32>, watch: Watch) -> Result<Office, Status> {
    let hands = Hands { program: own_program(), watch };
    let office = Office::read(folder, tahun.map(Year), hands).map_err(|trouble| tell_trouble(name, trouble))?;
    // Whatever the command, a report that was cut off is finished or undone first.
    let report = report_folder(folder, office.tahun());
    deliver::recover_if_idle(&report).map_err(|error| tell_trouble(name, error.into()))?;
    Ok(office)
}

/// Where a year's report stands: `keluaran/TAHUN`.
pub fn report_folder(folder: &Path, tahun: Year) -> PathBuf {
    folder.join("keluaran").join(tahun.to_string())
}

/// This program's own path, with which it reads risky formats in a process apart.
pub fn own_program() -> Option<PathBuf> {
    std::env::current_exe().ok()
}
