//! Faults of a single cell.

use super::Failure;
use super::grid::{Grid, Sel, t};
use super::office::{Case, Profile, koperasi, umkm};

pub fn all() -> Result<Vec<Case>, Failure> {
    let clean = || koperasi(2021);
    let volume = |sel: Sel| clean().with("G7", sel);
    Ok(vec![
        Case::koperasi("nilai-galat", "G7", volume(Sel::Rumus("=#REF!+E7", Some("#REF!"))))?,
        Case::koperasi("rumus-tanpa-hasil", "G7", volume(Sel::Rumus("=E7*3", None)))?,
        Case::koperasi("rumus-berkas-lain", "G", volume(Sel::Rumus("='[Data lama.xlsx]Sheet1'!G7", Some("2416230425"))))?,
        Case::koperasi("rumus-tidak-teruji", "G", volume(Sel::Rumus("=HITUNG(E7)", Some("2416230425"))))?,
        Case::koperasi("rumus-menyimpang", "G7", volume(Sel::Rumus("=E6+F6+2100000000", Some("2250420835"))))?,
        Case::koperasi("rumus-pengali", "G7", volume(Sel::Rumus("=2196573000*1.1", Some("2416230300"))))?,
        Case::koperasi("pencarian-gagal", "G7", volume(Sel::Rumus("=IFERROR(VLOOKUP(B7,Z1:Z9,1,FALSE),\"-\")", Some("-"))))?,
        Case::umkm("bukan-angka", "E6", umkm(2021).with("E6", t("±3jt")))?,
        Case::koperasi("angka-dua-arti", "G7", volume(t("1.500 jt")))?,
        Case::koperasi("konvensi-campur", "G8", mixed(clean()))?,
        Case::koperasi("tanggal-di-kolom-angka", "G7", volume(Sel::Tanggal(2021, 2, 1)))?,
        Case::koperasi("digit-hilang", "G7", volume(t("2,42E+09")))?,
        scale_twice()?,
        no_date()?,
        date_to_come()?,
        no_mark()?,
    ])
}

/// Three Indonesian texts and an English one.
fn mixed(grid: Grid) -> Grid {
    grid.with("G5", t("1.327.072.585,50"))
        .with("G6", t("325.110.975,00"))
        .with("G7", t("2.416.230.425,25"))
        .with("G8", t("469,553,400.75"))
}

/// Headings say millions, one cell says so again.
fn scale_twice() -> Result<Case, Failure> {
    let in_millions = |year: u16| {
        let volumes = if year == 2020 {
            [1250.0, 310.0, 2210.0, 480.0, 905.0, 188.0]
        } else {
            [1327.0, 325.0, 2416.0, 469.0, 973.0, 194.0]
        };
        let grid = koperasi(year).with("G4", t("Volume Usaha (Rp Juta)"));
        volumes
            .into_iter()
            .enumerate()
            .fold(grid, |grid, (index, value)| grid.with(&format!("G{}", index + 5), Sel::Angka(value)))
    };
    Case::of("skala-ganda", "G7", Profile::koperasi(), &[in_millions(2020)], &[in_millions(2021).with("G7", t("2416 juta"))])
}

/// A column of dates on which RAT were held, which the figure counts by.
fn with_dates(year: u16) -> Grid {
    let grid = koperasi(year).with("I4", t("Tanggal RAT"));
    (5..=10).fold(grid, |grid, row| grid.with(&format!("I{row}"), Sel::Tanggal(year, 3, row)))
}

fn by_date() -> Profile {
    Profile {
        rumus: "COUNT(data WHERE tanggal_rat IS NOT EMPTY AND tanggal_rat < 2021-03-09)",
        indikator: "nilai",
        ..Profile::koperasi()
    }
}

fn no_date() -> Result<Case, Failure> {
    Case::of("bukan-tanggal", "I7", by_date(), &[with_dates(2020)], &[with_dates(2021).with("I7", t("31/02/2021"))])
}

/// A century too late.
fn date_to_come() -> Result<Case, Failure> {
    Case::of("tanggal-janggal", "I7", by_date(), &[with_dates(2020)], &[with_dates(2021).with("I7", Sel::Tanggal(2121, 3, 7))])
}

fn no_mark() -> Result<Case, Failure> {
    let with_marks = |year: u16| {
        let grid = koperasi(year).with("I4", t("RAT"));
        (5..=10).fold(grid, |grid, row| grid.with(&format!("I{row}"), Sel::Angka(1.0)))
    };
    let profile = Profile { rumus: "COUNT(data WHERE rat = 1)", indikator: "nilai", ..Profile::koperasi() };
    Case::of("bukan-tanda", "I7", profile, &[with_marks(2020)], &[with_marks(2021).with("I7", t("mungkin"))])
}
