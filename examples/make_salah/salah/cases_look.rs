//! Faults that show only when values, marks, sheets and conditions are held against each other.

use super::Failure;
use super::grid::{Grid, Sel, t, xlsx};
use super::office::{Case, Profile, koperasi, umkm};

pub fn all() -> Result<Vec<Case>, Failure> {
    let hidden = Grid { lembar: "Selatan".to_owned(), ..koperasi(2021) };
    Ok(vec![
        crosses_alone()?,
        Case::koperasi("nilai-seperseribu", "G7", koperasi(2021).with("G7", Sel::Angka(416.0)))?,
        no_number_yet()?,
        every_name_twice()?,
        odd_marks("aktif-berselisih", [t("v"), t("v")])?,
        odd_marks("aktif-tanpa-tanda", [t("-"), t("-")])?,
        Case::koperasi("berkas-tidak-dibaca", "", koperasi(2021))?
            .with_file("", "data/Data 2021 (2).xlsx", xlsx(&[koperasi(2021)])?)
            .at("data/Data 2021 (2).xlsx"),
        Case::of("lembar-tidak-dibaca", "", Profile::koperasi(), &[koperasi(2020)], &[koperasi(2021), without_headings(hidden)])?
            .at("data/Data 2021.xlsx!Selatan"),
        Case::of("lembar-koreksi", "", Profile::koperasi(), &[koperasi(2020)], &[koperasi(2021), corrected()])?
            .at("data/Data 2021.xlsx!Perbaikan"),
        Case::of("lembar-lain", "", Profile::koperasi(), &[koperasi(2020)], &[koperasi(2021), officers()])?
            .at("data/Data 2021.xlsx"),
        unmet_condition()?,
        read_in_juta_before()?,
        against_a_caption("menurut-profil")?,
        against_another_caption()?,
    ])
}

/// RAT held or not, all by `x`.
fn crosses_alone() -> Result<Case, Failure> {
    let marked = |year: u16| {
        let grid = koperasi(year).with("I4", t("RAT"));
        (5..=10).fold(grid, |grid, row| grid.with(&format!("I{row}"), t(if row % 2 == 0 { "x" } else { "-" })))
    };
    let profile = Profile { rumus: "COUNT(data WHERE rat)", indikator: "nilai", ..Profile::koperasi() };
    Case::of("tanda-meragukan", "I", profile, &[marked(2020)], &[marked(2021)])
}

/// A column NIB, one of them `belum ada`.
fn no_number_yet() -> Result<Case, Failure> {
    let with_nib = |year: u16| {
        let grid = umkm(year).with("F3", t("NIB"));
        (4..=9).fold(grid, |grid, row| grid.with(&format!("F{row}"), t(&format!("912000{:07}", 300_011 * (row - 3)))))
    };
    let profile = Profile { rumus: "COUNT(data WHERE nib IS NOT EMPTY)", indikator: "nilai", ..Profile::umkm() };
    Case::of("nomor-pengganti", "F", profile, &[with_nib(2020)], &[with_nib(2021).with("F6", t("belum ada"))])
}

/// Two semesters below each other, no key and no number.
fn every_name_twice() -> Result<Case, Failure> {
    let twice = |year: u16| {
        let mut grid = koperasi(year);
        let again = grid.rows.split_off(4);
        let second = Grid { rows: again.clone(), ..koperasi(year) };
        let second = ['E', 'F', 'G', 'H'].into_iter().fold(second, |grid, column| grid.scaled(column, 2.0));
        grid.rows.extend(again);
        grid.rows.extend(second.rows);
        grid.without('C')
    };
    let profile = Profile { kunci: "", ..Profile::koperasi() };
    Case::of("nama-berulang", "B", profile, &[twice(2020)], &[twice(2021)])
}

/// Columns Aktif (I) and Tidak Aktif (J); one koperasi has this under Aktif and under Tidak Aktif.
fn odd_marks(kode: &'static str, marks: [Sel; 2]) -> Result<Case, Failure> {
    let marked = |year: u16| {
        let grid = koperasi(year).with("I4", t("Aktif")).with("J4", t("Tidak Aktif"));
        (5..=10).fold(grid, |grid, row| grid.with(&format!("I{row}"), t("v")).with(&format!("J{row}"), t("-")))
    };
    let profile = Profile { rumus: "COUNT(data WHERE aktif)", indikator: "nilai", ..Profile::koperasi() };
    let [aktif, tidak] = marks;
    Case::of(kode, "J", profile, &[marked(2020)], &[marked(2021).with("I6", aktif).with("J6", tidak)])
}

/// A sheet beside the data whose headings are these, its row the second koperasi's.
fn beside(lembar: &str, headings: [&str; 3], cells: [Sel; 2]) -> Grid {
    let nama = koperasi(2021).at("B6").clone();
    let rows = vec![headings.map(t).to_vec(), std::iter::once(nama).chain(cells).collect()];
    Grid { lembar: lembar.to_owned(), rows, hidden_row: None }
}

fn corrected() -> Grid {
    beside("Perbaikan", ["Nama Koperasi", "Semula", "Menjadi"], [Sel::Angka(97_811_945.0), Sel::Angka(124_811_945.0)])
}

fn officers() -> Grid {
    beside("Pengurus", ["Nama Koperasi", "Ketua", "Sekretaris"], [t("KETUA CONTOH"), t("SEKRETARIS CONTOH")])
}

fn without_headings(mut grid: Grid) -> Grid {
    grid.rows.drain(..4);
    grid
}

/// `Utara` is sought, and one row says `Kec. Utara`.
fn unmet_condition() -> Result<Case, Failure> {
    let profile = Profile { rumus: r#"SUM(data.volume_usaha WHERE kecamatan = "Utara")"#, ..Profile::koperasi() };
    Case::of("syarat-tidak-bertemu", "D", profile, &[koperasi(2020)], &[koperasi(2021).with("D7", t("Kec. Utara"))])
}

/// The last report read the volume in juta, the sheet says rupiah now.
fn read_in_juta_before() -> Result<Case, Failure> {
    let record = record_of(
        r#"{ "tentang": "satuan", "isian": "volume_usaha", "nilai": "1000000",
      "karena": [ { "sel": "G4", "teks": "(Rp juta)", "kekuatan": "tertulis" } ] }"#,
    );
    Ok(Case::koperasi("bacaan-berubah", "G", koperasi(2021))?.with_file("", RECORD, record))
}

/// A caption that `satuan_uang` overrules.
fn against_a_caption(kode: &'static str) -> Result<Case, Failure> {
    let case = Case::koperasi(kode, "A3", koperasi(2021).with("A3", t("(dalam ribuan rupiah)")))?;
    Ok(case.with_profile(|profile| Profile { sumber: "satuan_uang = \"rupiah\"\n", ..profile }))
}

/// In the last report it overruled another one.
fn against_another_caption() -> Result<Case, Failure> {
    let record = record_of(
        r#"{ "tentang": "satuan", "isian": "volume_usaha", "nilai": "1",
      "karena": [ { "kunci": "sumber.data.satuan_uang", "teks": "rupiah", "kekuatan": "tertulis" } ],
      "mengalahkan": [ { "sel": "A3", "teks": "(dalam jutaan rupiah)", "kekuatan": "tertulis" } ] }"#,
    );
    Ok(against_a_caption("profil-gugur")?.with_file("", RECORD, record))
}

const RECORD: &str = "keluaran/2021/iku-2021.json";

/// The last report's record, with one decision on how the sheet was read.
fn record_of(keputusan: &str) -> Vec<u8> {
    let record = r#"{
  "schema": "iku-record/1", "program": "iku 0.1.0", "tahun": 2021, "revisi": 1, "alasan": null, "tanggal": "2022-01-24", "draf": false,
  "instansi": "Dinas Koperasi dan Usaha Mikro", "daerah": "Kota Contoh",
  "masukan": [], "ukuran": [], "indikator": [], "temuan": [],
  "bacaan": [ { "sumber": "data", "tahun": 2021, "berkas": "data/Data 2021.xlsx", "lembar": "Data", "keputusan": [
    KEPUTUSAN ] } ]
}
"#;
    record.replace("KEPUTUSAN", keputusan).into_bytes()
}
