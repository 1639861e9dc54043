//! `iku siapkan --tahun N` on an office's folder: the next year opened in it.

use super::blank_books::{self, BLANKS};
use super::refusal::Refusal;
use crate::cli::status::Status;
use crate::cli::terminal::{print_json, shown_name, tell};
use crate::cli::trouble::tell_profile;
use crate::cli::{next_year_words_id as words, words_id};
use crate::deliver::{self, Output};
use crate::profile::{self, NextYearError, YearNote};
use crate::vocabulary::{Tanggal, Year};
use std::path::Path;

/// Moves `iku.toml` on to `tahun`; the reports that stand are left alone. What was done is
/// told, and as one JSON value where `json` asks for it.
pub fn open(folder: &Path, tahun: Year, json: bool) -> Status {
    let name = shown_name(folder);
    let shown = |errors: &[profile::ProfileError], source: &str| tell_profile(folder, errors, source);
    let text = match profile::read_text(folder) {
        Ok(text) => text,
        Err(error) => return shown(&[error], ""),
    };
    let next = match profile::next_year(&text, tahun) {
        Ok(next) => next,
        Err(NextYearError::Profile(errors)) => return shown(&errors, &text),
        Err(NextYearError::SameYear) => {
            tell(&words::same_year(&name, tahun));
            return Status::Usage;
        }
        Err(NextYearError::EarlierYear(own)) => {
            tell(&words::earlier_year(&name, own, tahun));
            return Status::Usage;
        }
    };
    if let Err(error) = deliver::deliver(folder, &[Output { name: profile::FILE_NAME, bytes: next.text.as_bytes() }]) {
        tell(&words_id::cannot_write(words_id::PROFILE, &error.to_string()));
        return Status::Usage;
    }
    tell(&words::opened(&name, tahun));
    next.notes.iter().for_each(|note| tell(&words::note(note)));
    let awaited = expected(&next.text, tahun);
    let blanks = match blanks(folder, &awaited, tahun) {
        Ok(blanks) => blanks,
        Err(refusal) => {
            tell(&refusal.words());
            return Status::Usage;
        }
    };
    blanks.iter().for_each(|file| tell(&words::blank(file)));
    let mut awaited = awaited;
    awaited.retain(|(_, file)| !folder.join(file).is_file() && !file.contains(['*', '{']) || blanks.contains(file));
    awaited.iter().for_each(|(sumber, file)| tell(&words::awaited(sumber, file)));
    tell(&words::then(folder));
    if json {
        let waits = awaited.iter().map(|(sumber, file)| serde_json::json!({ "sumber": sumber, "berkas": file }));
        print_json(&serde_json::json!({
            "folder": folder.display().to_string(), "tahun": tahun.0, "diubah": [profile::FILE_NAME], "dibuat": blanks,
            "perlu_dilihat": next.notes.iter().map(note_json).collect::<Vec<_>>(), "data_ditunggu": waits.collect::<Vec<_>>(),
        }));
    }
    Status::Done
}

/// The blank workbooks made for the new year: of those that the sources wait for, where they do, and of the catalogue's where its
/// folder stands. What stands there by that name is left alone.
fn blanks(folder: &Path, awaited: &[(String, String)], tahun: Year) -> Result<Vec<String>, Refusal> {
    let mut made = Vec::new();
    for blank in BLANKS {
        let file = format!("{} {tahun}.xlsx", blank.name);
        let is_it = |path: &&str| path.rsplit('/').next() == Some(file.as_str());
        let wanted = awaited.iter().map(|(_, path)| path.as_str()).find(is_it).map(str::to_owned);
        let of_catalogue = blank.of_catalogue() && folder.join(blank.folder).is_dir();
        let Some(path) = wanted.or_else(|| of_catalogue.then(|| format!("{}/{file}", blank.folder))) else { continue };
        let place = folder.join(&path);
        if place.exists() {
            continue;
        }
        let date = Tanggal { year: tahun.0 + 1, month: 1, day: 31 };
        let bytes = blank_books::blank(&blank, tahun, date).map_err(|error| Refusal::Sheet(error.to_string()))?;
        deliver::deliver(place.parent().unwrap_or(folder), &[Output { name: &file, bytes: &bytes }])?;
        made.push(path);
    }
    Ok(made)
}

/// What moved on, or no longer fits: what it is about, and the words.
fn note_json(note: &YearNote) -> serde_json::Value {
    let tentang = match note {
        YearNote::Tahun { .. } => "tahun",
        YearNote::Tanggal { .. } => "tanggal",
        YearNote::Target { .. } | YearNote::TargetByHand { .. } | YearNote::FinalTarget { .. } => "target",
        YearNote::NamesYear { .. } => "berkas",
        YearNote::TanpaTetapan { .. } => "tetapan",
        YearNote::FixedYear { .. } => "sumber",
        YearNote::Terima { .. } => "terima",
    };
    serde_json::json!({ "tentang": tentang, "pesan": words::note(note).trim_start() })
}

/// The files that the new year's sources will be looked for in.
fn expected(text: &str, tahun: Year) -> Vec<(String, String)> {
    // What is still asked for is filled in only for this look: a text that is a number too.
    let filled = text.replace("\"\u{2026}\"", "\"0\"");
    let Ok(profile) = profile::parse(&filled) else { return Vec::new() };
    let of = |sumber: &profile::Sumber| {
        let name = sumber.nama.clone();
        let files = sumber.berkas.iter().filter(|berkas| berkas.text.contains("{tahun}"));
        files.map(|berkas| (name.clone(), berkas.text.replace("{tahun}", &tahun.to_string()))).collect::<Vec<_>>()
    };
    let mut files: Vec<(String, String)> = Vec::new();
    // Two sources may read one file.
    for (sumber, file) in profile.sumber.values().flat_map(of) {
        if !files.iter().any(|(_, known)| *known == file) {
            files.push((sumber, file));
        }
    }
    files
}
