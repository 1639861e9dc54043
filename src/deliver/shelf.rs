//! Where the revisions of one year's report are kept in its folder: each year counts its own.

use super::error::{DeliverError, unread};
use super::signed::State;
use super::taken;
use crate::vocabulary::Year;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The archive's folder.
pub(super) const ARCHIVE: &str = "arsip";
/// A revision's snapshot in the archive; there from the day it is made.
pub const SNAPSHOT: &str = "masukan.zip";

/// The archive of a year's report: `arsip`, or `arsip/2024` in a folder that held another year's report before.
pub struct Shelf {
    report: PathBuf,
    /// Relative to the report's folder.
    own: String,
}

impl Shelf {
    /// The archive of this year's report in its folder.
    ///
    /// # Errors
    /// It cannot be told what the folder holds.
    pub fn of(report: &Path, tahun: Year) -> Result<Self, DeliverError> {
        let apart = format!("{ARCHIVE}/{tahun}");
        let is_apart = report.join(&apart).is_dir() || {
            let mut years = years_in(report)?;
            let is_here = years.contains(&tahun);
            let archive = report.join(ARCHIVE);
            for name in names(&archive).map_err(unread(&archive))?.iter().filter(|name| name.starts_with("rev-")) {
                years.extend(years_in(&archive.join(name)).unwrap_or_default());
            }
            !is_here && !years.contains(&tahun) && !years.is_empty()
        };
        let own = if is_apart { apart } else { ARCHIVE.to_owned() };
        Ok(Self { report: report.to_owned(), own })
    }

    /// The report's folder.
    pub fn report(&self) -> &Path {
        &self.report
    }

    /// The folder of a revision, relative to the report's.
    pub fn revision(&self, revisi: u32) -> String {
        format!("{}/rev-{revisi}", self.own)
    }

    /// The snapshot of a revision, relative to the report's folder; there from the day it is made.
    pub fn snapshot(&self, revisi: u32) -> String {
        format!("{}/{SNAPSHOT}", self.revision(revisi))
    }

    /// A revision's snapshot as it stands, held against its recorded digest.
    pub fn snapshot_state(&self, revisi: u32, recorded: &str) -> State {
        match taken::there(taken::sha256(&self.report.join(self.snapshot(revisi)))) {
            Ok(None) => State::Missing,
            Ok(Some(sha256)) if sha256 == recorded => State::Intact,
            Ok(Some(_)) => State::Touched,
            Err(error) => taken::unlike(&error),
        }
    }

    /// The numbers of the revisions that have a folder in the archive, ascending.
    ///
    /// # Errors
    /// The archive is there and cannot be looked into: its numbers would be given away anew.
    pub fn numbers(&self) -> Result<Vec<u32>, DeliverError> {
        let archive = self.report.join(&self.own);
        let mut numbers: Vec<u32> = Vec::new();
        for number in names(&archive).map_err(unread(&archive))?.iter().filter_map(|name| name.strip_prefix("rev-")?.parse().ok())
        {
            let own = self.report.join(self.revision(number));
            if !names(&own).map_err(unread(&own))?.is_empty() {
                numbers.push(number);
            }
        }
        numbers.sort_unstable();
        Ok(numbers)
    }
}

/// The years that have a report's folder in `keluaran`, ascending.
///
/// # Errors
/// It is there and cannot be looked into.
pub fn report_years(keluaran: &Path) -> Result<Vec<Year>, DeliverError> {
    years_of(keluaran, |name| name.parse().ok())
}

/// The years that have a record in a report's folder, ascending.
///
/// # Errors
/// It is there and cannot be looked into.
pub fn years_in(folder: &Path) -> Result<Vec<Year>, DeliverError> {
    years_of(folder, |name| name.strip_prefix("iku-")?.strip_suffix(".json")?.parse().ok())
}

fn years_of(folder: &Path, year: impl Fn(&str) -> Option<i32>) -> Result<Vec<Year>, DeliverError> {
    let names = names(folder).map_err(unread(folder))?;
    let mut years: Vec<Year> = names.iter().filter_map(|name| year(name).map(Year)).collect();
    years.sort_unstable();
    Ok(years)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    fn put(folder: &Path, name: &str) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }

    #[test]
    fn each_year_counts_its_own_revisions() {
        let folder = tempfile::tempdir().unwrap();
        let report = folder.path();
        let shelf = |year| Shelf::of(report, Year(year)).unwrap();
        assert_eq!(shelf(2023).snapshot(1), "arsip/rev-1/masukan.zip");
        put(report, "iku-2023.json");
        put(report, "arsip/rev-1/masukan.zip");
        assert_eq!((shelf(2023).snapshot(2), shelf(2023).numbers().unwrap()), ("arsip/rev-2/masukan.zip".into(), vec![1]));
        assert_eq!((shelf(2024).snapshot(1), shelf(2024).numbers().unwrap()), ("arsip/2024/rev-1/masukan.zip".into(), vec![]));
        put(report, "arsip/2024/rev-1/masukan.zip");
        put(report, "iku-2024.json");
        assert_eq!((shelf(2024).revision(1), shelf(2024).numbers().unwrap()), ("arsip/2024/rev-1".into(), vec![1]));
        assert_eq!((shelf(2023).revision(2), shelf(2023).numbers().unwrap()), ("arsip/rev-2".into(), vec![1]));
        // The first year's report is gone, what it left in the archive is not the third's.
        put(report, "arsip/rev-1/iku-2023.json");
        fs::remove_file(report.join("iku-2023.json")).unwrap();
        assert_eq!((shelf(2025).revision(1), shelf(2023).revision(2)), ("arsip/2025/rev-1".into(), "arsip/rev-2".into()));
    }
}
