//! `iku siapkan DIR`: a new office folder with a commented profile and blank
//! workbooks to fill in, or a built-in template to edit.

use super::blank_books::{self, BLANKS};
use super::refusal::Refusal;
use super::{new_office, next_year};
use crate::cli::args::Siapkan;
use crate::cli::ask::{Asker, somebody};
use crate::cli::status::Status;
use crate::cli::terminal::{print_json, tell};
use crate::cli::{places, words_id as words};
use crate::deliver::{self, Output};
use crate::document::TemplateSet;
use crate::profile::{self, Fresh};
use crate::vocabulary::{Tanggal, Year};
use std::path::Path;

pub fn run(siapkan: &Siapkan) -> Status {
    if places::is_any_offices(&siapkan.dir) {
        tell(&words::office_elsewhere(&siapkan.dir));
        return Status::Usage;
    }
    let result = match &siapkan.templat {
        Some(name) => copy_template(&siapkan.dir, name),
        None => match siapkan.tahun {
            // An office stands there: its next year is opened in it.
            Some(tahun) if siapkan.dir.join(profile::FILE_NAME).is_file() => {
                return next_year::open(&siapkan.dir, Year(tahun), siapkan.json);
            }
            tahun if somebody() && !siapkan.json && !siapkan.dir.join(profile::FILE_NAME).is_file() => {
                let asked = new_office::ask(&siapkan.kantor, tahun.map(Year), last_year(), &mut Asker::standard());
                asked.and_then(|(known, tahun)| prepare(&siapkan.dir, &known, tahun))
            }
            tahun => new_office::known(&siapkan.kantor)
                .and_then(|known| prepare(&siapkan.dir, &known, tahun.map_or_else(last_year, Year))),
        },
    };
    match result {
        Ok(made) => {
            if siapkan.json {
                print_json(&serde_json::json!({ "folder": siapkan.dir.display().to_string(), "dibuat": made }));
            }
            tell(&words::prepared(&siapkan.dir, &made, siapkan.templat.is_none()));
            Status::Done
        }
        Err(refusal) => {
            tell(&refusal.words());
            Status::Usage
        }
    }
}

/// The year that ended last: the one an office reports on.
#[expect(clippy::disallowed_methods, reason = "a new profile's first year; no report depends on it")]
pub fn last_year() -> Year {
    let since_1970 = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |time| time.as_secs() / 86_400);
    let today = i64::try_from(since_1970).ok().and_then(|days| Tanggal::from_serial(days + 25_569, false));
    today.map_or(Year(2021), |today| Year(today.year - 1))
}

/// Prepares `folder` for the report year `tahun` and gives the files made, relative to it.
pub fn prepare(folder: &Path, known: &Fresh, tahun: Year) -> Result<Vec<String>, Refusal> {
    let profile = folder.join(profile::FILE_NAME);
    if profile.exists() {
        return Err(Refusal::Occupied(profile));
    }
    let date = Tanggal { year: tahun.0 + 1, month: 1, day: 31 };
    let text = profile::fresh(known, tahun);
    let mut made = Vec::new();
    for blank in BLANKS {
        let (name, data) = (blank.name, folder.join(blank.folder));
        for year in (0..=blank.back).rev().map(|years| tahun - years) {
            let file = format!("{name} {year}.xlsx");
            let bytes = blank_books::blank(&blank, year, date).map_err(|error| Refusal::Sheet(error.to_string()))?;
            if !data.join(&file).exists() {
                deliver::deliver(&data, &[Output { name: &file, bytes: &bytes }])?;
                made.push(format!("{}/{file}", blank.folder));
            }
        }
    }
    deliver::deliver(folder, &[Output { name: profile::FILE_NAME, bytes: text.as_bytes() }])?;
    made.push(profile::FILE_NAME.to_owned());
    Ok(made)
}

/// Copies a built-in template to `folder/templat/name` to be edited.
pub fn copy_template(folder: &Path, name: &str) -> Result<Vec<String>, Refusal> {
    let set = TemplateSet::builtin(name).ok_or_else(|| Refusal::UnknownTemplate(name.to_owned()))?;
    let target = folder.join("templat").join(name);
    if target.exists() {
        return Err(Refusal::Occupied(target));
    }
    let files: Vec<Output> = set.files.iter().map(|(name, text)| Output { name, bytes: text.as_bytes() }).collect();
    deliver::deliver(&target, &files)?;
    Ok(set.files.keys().map(|file| format!("templat/{name}/{file}")).collect())
}
