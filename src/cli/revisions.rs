//! The reports that a folder holds, by year.

use super::folders::report_folder;
use super::revision_words_id as words;
use super::status::Status;
use super::terminal::tell;
use super::trouble::{tell_profile, tell_trouble};
use crate::deliver;
use crate::office::{self, Office, Place};
use crate::profile;
use crate::vocabulary::Year;
use std::path::{Path, PathBuf};

/// A year's report and the folder it stands in.
pub struct Report {
    pub tahun: Year,
    pub folder: PathBuf,
}

/// Tells which records of the report in this folder, and of the earlier years that its pages show, can be read as none: what
/// they said is not compared with.
///
/// # Errors
/// The status of what was told: nobody could look at one of them.
pub fn tell_broken(name: &str, office: &Office, report: &Path) -> Result<(), Status> {
    let broken = office::broken_records(Place { report, tahun: office.tahun() }).map_err(|error| tell_trouble(name, error))?;
    broken.iter().for_each(|record| tell(&format!("{name}: {}", words::broken_record(record))));
    office.broken_published().iter().for_each(|record| tell(&format!("{name}: {}", words::broken_year(record))));
    Ok(())
}

/// The reports of an office, or those in `keluaran`; of one year where it is
/// said. What a run left half done there is finished or undone.
///
/// # Errors
/// The status of what was told: the folder is none, or what was begun cannot be finished.
pub fn reports(office: &Path, keluaran: Option<&Path>, tahun: Option<i32>) -> Result<Vec<Report>, Status> {
    // A folder that is none, or a workbook in its place, is told as for every command; a profile need not be sound.
    if keluaran.is_none()
        && !office.is_dir()
        && let Err(error) = profile::read_text(office)
    {
        return Err(tell_profile(office, &[error], ""));
    }
    let name = super::terminal::shown_name(office);
    let found = match keluaran {
        Some(folder) => deliver::years_in(folder),
        None => deliver::report_years(&office.join("keluaran")),
    };
    let found = found.map_err(|error| tell_trouble(&name, error.into()))?;
    let folder = |tahun| keluaran.map_or_else(|| report_folder(office, tahun), Path::to_owned);
    let wanted = found.into_iter().filter(|own| tahun.is_none_or(|tahun| *own == Year(tahun)));
    let wanted: Vec<Report> = wanted.map(|tahun| Report { tahun, folder: folder(tahun) }).collect();
    for report in &wanted {
        deliver::recover_if_idle(&report.folder).map_err(|error| tell_trouble(&name, error.into()))?;
    }
    Ok(wanted)
}
