//! Faults of rows and of values seen together.

use super::Failure;
use super::grid::{Grid, Sel, t};
use super::office::{Case, Profile, koperasi, umkm};

pub fn all() -> Result<Vec<Case>, Failure> {
    let clean = || koperasi(2021);
    let joined = |kode: &'static str, sel: &str, grid| Case::of(kode, sel, Profile::joined(), &[koperasi(2020)], &[grid]);
    Ok(vec![
        Case::koperasi("data-atau-jumlah", "B7", clean().with("B7", t("JUMLAH")))?,
        Case::koperasi("angka-tanpa-nama", "E7", clean().with("B7", Sel::Kosong))?,
        Case::koperasi("data-di-bawah-tabel", "A17", below_the_end())?,
        Case::koperasi("tabel-tidak-dibaca", "A14", another_table())?,
        Case::koperasi(
            "baris-tidak-terpisah",
            "A11",
            clean().with("A11", t("7;KSU Susulan;611/BH/1998;Utara;20.115.300;10.220.400;88.310.250")),
        )?,
        Case::koperasi("arti-tidak-dikenal", "A8", section())?,
        Case::koperasi("jumlah-tidak-sama", "G11", wrong_total())?,
        Case::koperasi("nilai-kosong", "G", clean().with("G7", Sel::Kosong))?,
        Case::koperasi("aset-tidak-seimbang", "H7", clean().with("H7", Sel::Angka(1_041_200_540.0)))?,
        typed_once()?,
        Case::koperasi("data-atau-contoh", "B7", clean().with("A7", t("contoh")).with("B7", t("KSP Sentosa")))?,
        Case::koperasi("dicoret", "B7", clean().with("B7", Sel::Dicoret("KSP Contoh Makmur")))?,
        Case::koperasi("karakter-tersembunyi", "B7", clean().with("B7", t("KSP \u{202e}Contoh Makmur")))?,
        Case::koperasi("komentar-sel", "G6", clean().with("G6", Sel::Berkomentar(325_110_975.0, "seharusnya 425.110.975")))?,
        Case::koperasi("nilai-negatif", "G6", clean().with("G6", Sel::Angka(-325_110_975.0)))?,
        inactive_with_volume()?,
        active_without_volume()?,
        joined("lonjakan-nilai", "G6", clean().with("G6", Sel::Angka(32_511_097_500.0)))?,
        Case::koperasi("tersembunyi", "", Grid { hidden_row: Some(6), ..clean() })?.at("data/Data 2021.xlsx!Sheet1"),
        no_scale_filter()?,
        Case::koperasi("baris-dilewati", "", with_signature())?.at("data/Data 2021.xlsx!Sheet1"),
        Case::koperasi("teks-terbaca", "G", clean().with("G7", t(" 2.416.230.425 ")))?,
        Case::koperasi("nihil-dibaca-nol", "G", clean().with("G7", t("-")))?,
        lapsed()?,
    ])
}

fn with_signature() -> Grid {
    let grid = koperasi(2021);
    grid.with("F12", t("Contoh, 14 Januari 2022")).with("F13", t("Kepala Bidang Koperasi")).with("F15", t("NAMA CONTOH, S.E."))
}

/// The last koperasi are those that were closed.
fn section() -> Grid {
    let mut grid = koperasi(2021);
    grid.rows.insert(7, vec![t("KOPERASI DIBUBARKAN")]);
    grid
}

/// A koperasi typed under the signature.
fn below_the_end() -> Grid {
    let row = with_signature()
        .with("A17", Sel::Angka(7.0))
        .with("B17", t("KSU Susulan Contoh"))
        .with("C17", t("611/BH/KWK.13/II/1998"));
    let row = row.with("D17", t("Utara")).with("E17", Sel::Angka(20_115_300.0)).with("F17", Sel::Angka(10_220_400.0));
    row.with("G17", Sel::Angka(88_310_250.0)).with("H17", Sel::Angka(30_335_700.0))
}

/// A table of its own below the list, with fewer columns.
fn another_table() -> Grid {
    let grid = koperasi(2021).with("A13", t("KOPERASI BARU")).with("A14", t("No"));
    let grid = grid.with("B14", t("Nama Koperasi")).with("C14", t("Kecamatan")).with("D14", t("Volume Usaha (Rp)"));
    let rows = [("KSU Karya Contoh", 88_310_250.0), ("KUD Sido Contoh", 145_220_400.0)];
    (15..).zip(rows).fold(grid, |grid, (row, (nama, volume))| {
        let grid = grid.with(&format!("A{row}"), Sel::Angka(f64::from(row - 14))).with(&format!("B{row}"), t(nama));
        grid.with(&format!("C{row}"), t("Utara")).with(&format!("D{row}"), Sel::Angka(volume))
    })
}

/// A stated total nine million above the true one.
fn wrong_total() -> Grid {
    let mut grid = koperasi(2021);
    let total: f64 = (5..=10).map(|row| if let Sel::Angka(value) = grid.at(&format!("G{row}")) { *value } else { 0.0 }).sum();
    grid.with("B11", t("JUMLAH")).with("G11", Sel::Angka(total + 9_000_000.0))
}

/// With columns Aktif (I) and Tidak Aktif (J), all active.
fn marked(year: u16) -> Grid {
    let grid = koperasi(year).with("I4", t("Aktif")).with("J4", t("Tidak Aktif"));
    (5..=10).fold(grid, |grid, row| grid.with(&format!("I{row}"), Sel::Angka(1.0)).with(&format!("J{row}"), Sel::Angka(0.0)))
}

fn active_without_volume() -> Result<Case, Failure> {
    let spoilt = marked(2021).with("G7", Sel::Angka(0.0));
    Case::of("aktif-tanpa-volume", "G", Profile::koperasi(), &[marked(2020)], &[spoilt])
}

/// A kecamatan's name on its first koperasi alone, and a formula that asks for it.
fn typed_once() -> Result<Case, Failure> {
    let profile =
        Profile { rumus: r#"SUM(data.volume_usaha WHERE kecamatan = "Utara")"#, indikator: "nilai", ..Profile::koperasi() };
    let grid = koperasi(2021).with("D5", t("Utara")).with("D8", t("Selatan"));
    let once = ["D6", "D7", "D9", "D10"].into_iter().fold(grid, |grid, at| grid.with(at, Sel::Kosong));
    Case::of("isian-sekali", "D", profile, &[koperasi(2020)], &[once])
}

fn inactive_with_volume() -> Result<Case, Failure> {
    let spoilt = marked(2021).with("I7", Sel::Angka(0.0)).with("J7", Sel::Angka(1.0));
    Case::of("tidak-aktif-bervolume", "G7", Profile::koperasi(), &[marked(2020)], &[spoilt])
}

/// Small businesses are counted among the micro ones.
fn no_scale_filter() -> Result<Case, Failure> {
    let scaled = |year: u16| {
        let grid = umkm(year).with("F3", t("Skala Usaha"));
        (4..=9).fold(grid, |grid, row| grid.with(&format!("F{row}"), t(if row == 5 { "Kecil" } else { "Mikro" })))
    };
    let profile = Profile { ukuran: "sebutan = \"Jumlah usaha mikro yg berkembang\"\n", ..Profile::umkm() };
    Ok(Case::of("skala-tidak-disaring", "", profile, &[scaled(2020)], &[scaled(2021)])?.at("data/Data 2021.xlsx!Sheet1!F"))
}

/// The office accepted "±2,4M" in this cell; since then it was mended.
fn lapsed() -> Result<Case, Failure> {
    let accepted = r#"
[[terima]]
kode      = "bukan-angka"
sel       = "data/Data 2021.xlsx!Sheet1!G7"
ditemukan = "±2,4M"
nilai     = "2.400.000.000"
alasan    = "Sudah dikonfirmasi ke pengurus, 12 Januari 2022"
"#;
    Ok(Case::koperasi("terima-gugur", "G7", koperasi(2021))?.with_profile(|profile| Profile { lain: accepted, ..profile }))
}
