//! The words on blank workbooks.

use crate::document::Typed;

/// The sheet of a blank workbook that says what may be typed.
pub const GUIDE_SHEET: &str = "Petunjuk";
/// What it says over its columns, by what a row of the workbook stands for.
pub fn guide(row: &str) -> Vec<String> {
    let rows = format!("Isilah lembar sebelumnya, satu baris untuk satu {row}, di bawah judul kolom. {GUIDE_EXAMPLE}");
    let title = GUIDE_TITLE.to_owned();
    [title, rows].into_iter().chain(GUIDE.iter().map(|line| (*line).to_owned())).collect()
}

const GUIDE_TITLE: &str = "PETUNJUK PENGISIAN";
const GUIDE_EXAMPLE: &str = "Baris yang kolom No-nya bertulis contoh tidak ikut dihitung; boleh dihapus.";
const GUIDE: [&str; 4] = [
    "Nihil ditulis - (atau nihil, nol). Yang datanya belum ada dikosongkan: kosong tidak dianggap nol.",
    "Kolom yang tidak dipakai boleh dibiarkan kosong atau dihapus; kolom lain boleh ditambah di kanan.",
    "Jangan menggabung sel, dan jangan menulis apa pun di antara baris data. Baris JUMLAH boleh ada di bawah, asal sama dengan barisnya.",
    "Setelah diisi: iku periksa.",
];
pub const GUIDE_COLUMNS: [(&str, f32); 4] =
    [("Judul Kolom", 26.0), ("Jenis Isi", 24.0), ("Contoh Isi", 24.0), ("Keterangan", 70.0)];

/// What stands in the place of the example row's number.
pub const EXAMPLE: &str = "contoh";

/// An example in words, so that it is no figure to anybody.
pub fn example(isi: &str) -> String {
    format!("misalnya {isi}")
}

/// What is typed into a column, in words.
pub fn typed(typed: Typed) -> &'static str {
    match typed {
        Typed::Text => "teks",
        Typed::Nik => "teks, 16 angka",
        Typed::Date => "tanggal",
        Typed::Whole => "angka bulat",
        Typed::Amount => "rupiah",
        Typed::Mark => "v atau -",
        Typed::Flag => "1 atau 0",
        Typed::Scale => "mikro, kecil, menengah",
        Typed::Legality => "formal, informal",
        Typed::Health => "tingkat kesehatan",
    }
}
