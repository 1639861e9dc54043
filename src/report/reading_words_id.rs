//! The words of how the data were read.

use super::words_id::whole;
use crate::dataset::Tentang;

pub const READING_SHEET: &str = "Bacaan";
pub const READING_TITLE: &str = "BAGAIMANA DATA DIBACA (menurut data saat laporan dibuat; tidak ikut berubah)";
pub const READING_COLUMNS: [(&str, f32); 8] = [
    ("Sumber", 18.0),
    ("Tahun", 7.0),
    ("Berkas", 26.0),
    ("Lembar", 12.0),
    ("Tentang", 11.0),
    ("Isian", 16.0),
    ("Keputusan", 22.0),
    ("Dasarnya", 60.0),
];

/// What was decided, with what its sign means.
pub fn decided(tentang: Tentang, nilai: String) -> String {
    let meaning = match (tentang, nilai.as_str()) {
        (Tentang::Satuan, "1") => "rupiah penuh",
        (Tentang::Satuan, "1000") => "ribuan rupiah",
        (Tentang::Satuan, "1000000") => "jutaan rupiah",
        (Tentang::Satuan, "1000000000") => "miliaran rupiah",
        (Tentang::Konvensi, "id") => "titik pemisah ribuan, koma desimal",
        (Tentang::Konvensi, "en") => "koma pemisah ribuan, titik desimal",
        _ => return nilai,
    };
    format!("{nilai} ({meaning})")
}

/// What a reading decision rests on where that is no cell.
pub const GROUND_SHEET: &str = "nama lembar";
pub const GROUND_ON_SHEET: &str = "lembar";
pub const GROUND_FILE: &str = "nama berkas";
pub const GROUND_RULE: &str = "aturan";

/// Grounds that a page no longer names.
pub fn more_grounds(more: usize) -> String {
    format!("dan {} lagi; semuanya ada dalam berkas catatan (JSON).", whole(more))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_told_with_its_meaning_and_words_as_they_are() {
        let said = |tentang, nilai: &str| decided(tentang, nilai.to_owned());
        assert_eq!(said(Tentang::Satuan, "1000000"), "1000000 (jutaan rupiah)");
        assert_eq!(said(Tentang::Konvensi, "id"), "id (titik pemisah ribuan, koma desimal)");
        assert_eq!((said(Tentang::Tahun, "1"), said(Tentang::Satuan, "7")), ("1".to_owned(), "7".to_owned()));
    }
}
