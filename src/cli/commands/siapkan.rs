//! `iku siapkan DIR`: a new office folder with a commented profile and blank
//! workbooks to fill in, or a built-in template to edit.

use super::next_year;
use crate::cli::args::Siapkan;
use crate::cli::status::Status;
use crate::cli::terminal::tell;
use crate::cli::words_id as words;
use crate::deliver::{self, DeliverError, Output};
use crate::document::{DataColumn, DataSheet, Document, Meta, PageSetup, SheetPlan, TemplateSet};
use crate::office::PROGRAM;
use crate::profile;
use crate::render::xlsx;
use crate::vocabulary::{Tanggal, Year};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub fn run(siapkan: &Siapkan) -> Status {
    let result = match &siapkan.templat {
        Some(name) => copy_template(&siapkan.dir, name),
        None => match siapkan.tahun {
            // An office stands there: its next year is opened in it.
            Some(tahun) if siapkan.dir.join(profile::FILE_NAME).is_file() => return next_year::open(&siapkan.dir, Year(tahun)),
            tahun => prepare(&siapkan.dir, tahun.map_or_else(last_year, Year)),
        },
    };
    match result {
        Ok(made) => {
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
fn last_year() -> Year {
    let since_1970 = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |time| time.as_secs() / 86_400);
    let today = i64::try_from(since_1970).ok().and_then(|days| Tanggal::from_serial(days + 25_569, false));
    today.map_or(Year(2021), |today| Year(today.year - 1))
}

const PROFILE: &str = include_str!("../../../templates/siapkan/iku.toml");

/// A heading and its column's width in characters.
type Heading = (&'static str, f32);

/// The blank workbooks: file name before the year, how many years before the
/// report year its indicator looks back, and the headings with widths.
const BLANKS: [(&str, i32, &[Heading]); 2] = [
    (
        "Laporan Keragaan Koperasi",
        1,
        &[
            ("No", 6.0),
            ("Nama Koperasi", 34.0),
            ("Nomor Badan Hukum", 28.0),
            ("Tanggal Badan Hukum", 14.0),
            ("Kelurahan", 18.0),
            ("Kecamatan", 18.0),
            ("Aktif", 8.0),
            ("Tidak Aktif", 8.0),
            ("Jumlah Anggota", 10.0),
            ("RAT", 8.0),
            ("Tanggal RAT", 14.0),
            ("Manajer", 10.0),
            ("Karyawan", 10.0),
            ("Modal Sendiri (Rp)", 20.0),
            ("Modal Luar (Rp)", 20.0),
            ("Aset (Rp)", 20.0),
            ("Volume Usaha (Rp)", 20.0),
            ("SHU (Rp)", 20.0),
        ],
    ),
    (
        "Data UMKM",
        2,
        &[
            ("No", 6.0),
            ("NIK", 20.0),
            ("Nama Pemilik", 28.0),
            ("Nama Usaha", 30.0),
            ("NIB", 18.0),
            ("Jenis Usaha", 22.0),
            ("Alamat", 32.0),
            ("Kelurahan", 18.0),
            ("Kecamatan", 18.0),
            ("Omset per Tahun (Rp)", 20.0),
            ("Aset (Rp)", 20.0),
            ("Tenaga Kerja", 10.0),
        ],
    ),
];

/// Why nothing was prepared.
pub enum Refusal {
    /// An office stands there already.
    Occupied(PathBuf),
    UnknownTemplate(String),
    /// The blank workbook could not be made.
    Sheet(String),
    Write(DeliverError),
}

impl From<DeliverError> for Refusal {
    fn from(error: DeliverError) -> Self {
        Refusal::Write(error)
    }
}

impl Refusal {
    pub fn words(&self) -> String {
        match self {
            Refusal::Occupied(path) => words::occupied(path),
            Refusal::UnknownTemplate(name) => {
                words::unknown_template(name, &TemplateSet::builtin_names().collect::<Vec<_>>().join(", "))
            }
            Refusal::Sheet(reason) => words::page_impossible(reason),
            Refusal::Write(error) => words::cannot_write(&error.to_string()),
        }
    }
}

/// Prepares `folder` for the report year `tahun` and gives the files made, relative to it.
pub fn prepare(folder: &Path, tahun: Year) -> Result<Vec<String>, Refusal> {
    let profile = folder.join(profile::FILE_NAME);
    if profile.exists() {
        return Err(Refusal::Occupied(profile));
    }
    let date = Tanggal { year: tahun.0 + 1, month: 1, day: 31 };
    // `{tahun}` within quotes is the pattern of a file's name and stays.
    let text = PROFILE
        .replace("tahun = {tahun}", &format!("tahun = {tahun}"))
        .replace("{ {tahun} =", &format!("{{ {tahun} ="))
        .replace("{tanggal}", &date.to_string());
    let mut made = Vec::new();
    let data = folder.join("data");
    for (name, back, headings) in BLANKS {
        for year in (0..=back).rev().map(|years| tahun - years) {
            let file = format!("{name} {year}.xlsx");
            let bytes = blank(name, year, headings, date)?;
            if !data.join(&file).exists() {
                deliver::deliver(&data, &[Output { name: &file, bytes: &bytes }])?;
                made.push(format!("data/{file}"));
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

fn blank(name: &str, tahun: Year, headings: &[Heading], date: Tanggal) -> Result<Vec<u8>, Refusal> {
    let column = |(heading, width): &Heading| DataColumn {
        heading: (*heading).to_owned(),
        width: *width,
        quiet: false,
        wrap: false,
        right: false,
    };
    let sheet = DataSheet {
        name: tahun.to_string(),
        title: vec![format!("{} TAHUN {tahun}", name.to_uppercase())],
        columns: headings.iter().map(column).collect(),
        rows: Vec::new(),
        names: Vec::new(),
        frozen_columns: 2,
        filter: false,
        printed_columns: None,
    };
    let document = Document {
        meta: Meta {
            title: format!("{name} {tahun}"),
            author: String::new(),
            subject: String::new(),
            date,
            program: PROGRAM.to_owned(),
            language: "id-ID".to_owned(),
        },
        page: PageSetup::plain(330.0, 215.0),
        parts: Vec::new(),
        sheets: vec![SheetPlan::Data(sheet)],
        foot: Vec::new(),
        figures: BTreeMap::new(),
        draf: false,
    };
    xlsx::render(&document).map_err(|error| Refusal::Sheet(error.to_string()))
}
