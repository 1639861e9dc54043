//! `--tandai DIR`: copies of the workbooks with each finding coloured and noted.

use super::places::{is_among_data, is_any_offices};
use super::words_id as words;
use crate::deliver::{self, DeliverError, Output};
use crate::diagnostic::Temuan;
use crate::marking;
use crate::office::Office;
use crate::workbook::Format;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What was written, and which workbooks no copy could be made of, with the reason where there is one.
pub struct Tandai {
    pub files: Vec<String>,
    /// Those of `files` that hold the values alone: an office's own .xlsx or .xlsm keeps
    /// its formulas and looks, other formats have none that could be kept.
    pub values_only: Vec<String>,
    pub failed: Vec<(String, Option<String>)>,
    /// Copies that somebody wrote into, and where they are kept now.
    pub kept: Vec<(String, String)>,
}

pub enum Trouble {
    /// DIR is the office's folder, or holds its data or another's: a pattern of the profile would read the copies as data.
    AmongData,
    Write(DeliverError),
}

/// Writes the copies, each under its own folder below `dir`.
pub fn mark(office: &Office, dir: &Path) -> Result<Tandai, Trouble> {
    if is_among_data(office, dir) || is_any_offices(dir) {
        return Err(Trouble::AmongData);
    }
    let mut by_file: BTreeMap<&str, Vec<&Temuan>> = BTreeMap::new();
    for one in office.temuan.iter().flat_map(Temuan::each) {
        by_file.entry(&one.at.berkas).or_default().push(one);
    }
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut folders: BTreeMap<String, Vec<(String, Vec<u8>)>> = BTreeMap::new();
    let mut done = Tandai { files: Vec::new(), values_only: Vec::new(), failed: Vec::new(), kept: Vec::new() };
    for (berkas, mut temuan) in by_file {
        // Findings on the profile, or on a file that is not there, mark no workbook.
        if !office.folder().join(berkas).is_file() || berkas == crate::indicator::PROFILE_FILE {
            continue;
        }
        let Some((workbook, original)) = office.workbook_and_bytes(berkas) else {
            done.failed.push((berkas.to_owned(), None));
            continue;
        };
        temuan.sort_by_key(|one| one.tingkat());
        let own = match workbook.format {
            Format::Xlsx => Some("xlsx"),
            Format::Xlsm => Some("xlsm"),
            _ => None,
        };
        let kept = own.and_then(|ending| Some((marking::mark_original(&original, &workbook, &temuan)?, ending)));
        let is_kept = kept.is_some();
        let (bytes, ending) = match kept.map_or_else(|| marking::mark(&workbook, &temuan).map(|bytes| (bytes, "xlsx")), Ok) {
            Ok(made) => made,
            Err(error) => {
                done.failed.push((berkas.to_owned(), Some(error.to_string())));
                continue;
            }
        };
        let (folder, name) = berkas.rsplit_once('/').unwrap_or(("", berkas));
        let copy = copy_name(folder, name, ending, &mut taken);
        let shown = if folder.is_empty() { copy.clone() } else { format!("{folder}/{copy}") };
        if !is_kept {
            done.values_only.push(shown.clone());
        }
        done.files.push(shown);
        folders.entry(folder.to_owned()).or_default().push((copy, bytes));
    }
    let folders: Vec<(&str, Vec<Output>)> = folders
        .iter()
        .map(|(folder, files)| (folder.as_str(), files.iter().map(|(name, bytes)| Output { name, bytes }).collect()))
        .collect();
    done.kept = deliver::deliver_private(dir, &folders).map_err(Trouble::Write)?;
    Ok(done)
}

/// `Data 2021 - ditandai.xlsx`; two workbooks that differ in their ending alone keep it.
fn copy_name(folder: &str, name: &str, ending: &str, taken: &mut BTreeSet<String>) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut candidates = [stem, name].into_iter().map(|stem| format!("{stem}{}.{ending}", words::MARKED_SUFFIX));
    let free = candidates.find(|copy| taken.insert(format!("{folder}/{copy}").to_lowercase()));
    // Names in a folder differ, so that the whole name with its ending is free.
    free.unwrap_or_else(|| format!("{name}{}.{ending}", words::MARKED_SUFFIX))
}
