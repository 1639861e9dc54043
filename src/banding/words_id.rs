//! The words of a comparison.

use super::model::{Perubahan, Ragam};
use crate::vocabulary::Year;

pub const ROW: &str = "baris";
pub const EMPTY: &str = "(kosong)";
pub const YES: &str = "ya";
pub const NO: &str = "tidak";

pub const CHANGES_SHEET: &str = "Perubahan Data";
pub const FIGURES_SHEET: &str = "Semula Menjadi";
pub const CAUSES_SHEET: &str = "Sebab";
pub const CHANGES_TITLE: &str = "PERUBAHAN DATA";
pub const FIGURES_TITLE: &str = "ANGKA SEMULA DAN MENJADI";
pub const CAUSES_TITLE: &str = "PERUBAHAN YANG MENGGESER ANGKA";
pub const CAUSES_HINT: &str =
    "Perubahan dimasukkan satu per satu menurut urutan ini; jumlahnya tepat sama dengan selisihnya, sebelum pembulatan.";
pub const CHANGES_COLUMNS: [(&str, f32); 9] = [
    ("Sumber", 16.0),
    ("Tahun", 7.0),
    ("Nama", 28.0),
    ("Apa", 10.0),
    ("Isian", 16.0),
    ("Semula", 18.0),
    ("Menjadi", 18.0),
    ("Sel Semula", 34.0),
    ("Sel Menjadi", 34.0),
];
pub const FIGURES_COLUMNS: [(&str, f32); 7] =
    [("Kode", 26.0), ("Uraian", 40.0), ("Tahun", 7.0), ("Tentang", 11.0), ("Semula", 20.0), ("Menjadi", 20.0), ("Selisih", 20.0)];
pub const CAUSES_COLUMNS: [(&str, f32); 6] =
    [("Kode", 26.0), ("Tahun", 7.0), ("Tentang", 11.0), ("Perubahan", 56.0), ("Sel", 44.0), ("Menggeser", 20.0)];
pub const NOTHING: &str = "Tidak ada yang berbeda.";
/// Nothing was decided there.
pub const NONE: &str = "-";
/// The kind of rows that hold nothing.
pub const BLANK_ROWS: &str = "kosong";
pub const DATA_ROWS: &str = "data";
pub const PROFILE: &str = "iku.toml";
pub const OTHER: &str = "lain";

pub fn ragam(ragam: Ragam) -> &'static str {
    match ragam {
        Ragam::Berubah => "berubah",
        Ragam::Ditambah => "ditambah",
        Ragam::Dihapus => "dihapus",
    }
}

/// What a reading decision is about.
pub fn reading(tentang: Option<&str>) -> String {
    format!("cara baca {}", tentang.unwrap_or_default())
}

/// So many rows that do not count are of this kind.
pub fn rows_of_role(role: &str, count: usize) -> String {
    format!("{role}: {count} baris")
}

/// A finding that the later state has and the earlier had not, or the other way.
pub fn finding(kode: &str, place: &str, is_new: bool) -> String {
    format!("temuan {kode} di {place} {}", if is_new { "kini ada" } else { "tidak ada lagi" })
}

/// The report would be another one, though nothing of the above differs.
pub const PLACES: &str =
    "letak atau keterangan di halaman dan lembar data (baris, sel, catatan); iku buat akan membuatnya sebagai revisi";

/// One change in a line.
pub fn change(one: &Perubahan) -> String {
    let row = format!("{} {}, {}", one.sumber, one.tahun, one.nama);
    match (&one.isian, &one.semula, &one.menjadi) {
        (Some(isian), Some(semula), Some(menjadi)) => format!("{row}: {isian} {} menjadi {}", semula.nilai, menjadi.nilai),
        _ => format!("{row}: baris {}", ragam(one.ragam)),
    }
}

pub fn whole_table(sumber: &str, tahun: Year, how: Ragam) -> String {
    format!("{sumber} {tahun}: seluruh tabel {}", ragam(how))
}

pub fn columns_differ(sumber: &str, tahun: Year) -> String {
    format!("{sumber} {tahun}: kolom yang dibaca berbeda")
}

pub fn many(sumber: &str, tahun: Year, how: Ragam, isian: &str, count: usize) -> String {
    match how {
        Ragam::Berubah => format!("{sumber} {tahun}: {count} sel {isian} berubah"),
        other => format!("{sumber} {tahun}: {count} baris {}", ragam(other)),
    }
}

/// What moved a figure besides the data.
pub fn rest(keys: &[String]) -> String {
    match keys {
        [] => "sebab lain".to_owned(),
        [one] => format!("{one} dalam iku.toml"),
        [first, ..] => format!("{} kunci dalam iku.toml ({first}, …)", keys.len()),
    }
}
