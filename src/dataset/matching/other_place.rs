//! A title over a table that names another kecamatan or kelurahan than the file's name does: two files under each other's name.

use super::captured::agree;
use super::fit::Chosen;
use crate::dataset::body::row_arti::arti_of;
use crate::dataset::cell::raw_text;
use crate::dataset::source::Source;
use crate::dataset::surroundings::foreign_place::place_pair;
use crate::diagnostic::{ArtiSebab, ArtiTidakDikenal, Temuan};
use crate::table::RowKind;
use crate::text::label::{likeness, spelt_words};
use crate::vocabulary::At;
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many rows above the headings are titles.
const TITLES: u32 = 15;
/// So alike are two writings of one place.
const ALIKE: u32 = 500;
/// Words before a place's name, by the field that a file's name says.
const CALLED: [(&str, &[&str]); 2] = [("kecamatan", &["kecamatan", "kec"]), ("kelurahan", &["kelurahan", "kel", "desa"])];
/// Words that end a place's name, or say that none follows.
const BEYOND: &[&str] = &[
    "kecamatan",
    "kec",
    "kelurahan",
    "kel",
    "desa",
    "kabupaten",
    "kab",
    "kota",
    "provinsi",
    "prov",
    "tahun",
    "th",
    "thn",
    "per",
    "periode",
    "posisi",
    "bulan",
    "triwulan",
    "tw",
    "semester",
    "sampai",
    "sd",
    "se",
    "di",
    "dan",
    "dalam",
    "menurut",
    "berdasarkan",
    "seluruh",
    "semua",
    "setiap",
    "tiap",
    "masing",
    "yang",
    "ke",
];

/// What titles say of a place that the file's name says otherwise.
pub(crate) fn other_places(source: &Source, chosen: &Chosen, captured: &BTreeMap<Arc<str>, String>) -> Vec<Temuan> {
    let (sheet, first) = (chosen.sheet, chosen.layout.header.0);
    let mut told = Vec::new();
    for (isian, called) in CALLED {
        let Some(of_file) = captured.get(isian).filter(|_| !has_own(chosen, isian)) else { continue };
        let from = first.saturating_sub(TITLES);
        let titles = sheet.between(from, first).map(|cell| (sheet.at_cell(cell.at), raw_text(&cell.value)));
        let pairs = (from..first).filter_map(|row| place_pair(sheet, row));
        let is_other = |(_, text): &(At, String)| {
            let named = named(text, called);
            let is_of_file = |name: &String| agree(name, of_file) || likeness(name, of_file) >= ALIKE;
            !named.is_empty() && !named.iter().any(is_of_file) && arti_of(source, text).is_none()
        };
        let baris = chosen.layout.rows.iter().filter(|row| matches!(row.kind, RowKind::Data)).count();
        told.extend(titles.chain(pairs).filter(is_other).map(|(at, teks)| {
            let sebab = ArtiSebab::Tempat(of_file.clone());
            Temuan::new(at, ArtiTidakDikenal { sumber: source.sumber.id.clone(), teks, sebab, baris })
        }));
    }
    told
}

/// Whether the table has a column of its own for the place.
fn has_own(chosen: &Chosen, isian: &str) -> bool {
    chosen.layout.columns.iter().any(|column| column.isian.as_deref() == Some(isian))
}

/// The places that a text calls so: `KECAMATAN PURWOREJO TAHUN 2021` names Purworejo, `per kecamatan` none.
fn named(text: &str, called: &[&str]) -> Vec<String> {
    let words = spelt_words(text);
    let is_end = |word: &String| BEYOND.contains(&word.as_str()) || !word.chars().all(char::is_alphabetic);
    let of = |at: usize| {
        let name: Vec<&str> = words[at + 1..].iter().take_while(|word| !is_end(word)).map(String::as_str).collect();
        (called.contains(&words[at].as_str()) && !name.is_empty()).then(|| name.join(" "))
    };
    (0..words.len()).filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::profile::Dictionary;

    /// What refuses two files by their kecamatan, of which the first has this title.
    fn refused(title: &str) -> Vec<String> {
        let rows = |title: &str, from: u32| {
            format!("{title}\n\nNo;Nama Koperasi;Nomor BH;Volume Usaha\n1;KSP A;{from}/BH;100000\n2;KUD B;1{from}/BH;200000")
        };
        let office = Office::new(Dictionary::Keragaan, &["data/Kop {kecamatan} {tahun}.csv"], &["nomor_bh"])
            .file("Kop Bugul_Kidul 2021.csv", &rows(title, 1))
            .file("Kop Gadingrejo 2021.csv", &rows("DATA KOPERASI KECAMATAN GADINGREJO TAHUN 2021", 2));
        office.needs(2021, &["volume_usaha", "kecamatan"]).read().galat()
    }

    #[test]
    fn a_title_of_another_kecamatan_than_the_files() {
        for title in ["DATA KOPERASI KECAMATAN GADINGREJO TAHUN 2021", "Koperasi Kec. Purworejo", "Kecamatan;Gadingrejo"] {
            assert_eq!(refused(title), ["arti-tidak-dikenal@A1"], "{title}");
        }
        for title in [
            "DATA KOPERASI KECAMATAN BUGUL KIDUL TAHUN 2021",
            "DATA KOPERASI KEC. BUGULKIDUL",
            "KECAMATAN BGL KIDUL",
            "DATA KOPERASI PER KECAMATAN TAHUN 2021",
            "DATA KOPERASI KECAMATAN SE-KOTA PASURUAN",
            "Kecamatan : Bugul Kidul",
            "PEMERINTAH KOTA PASURUAN",
        ] {
            assert!(refused(title).is_empty(), "{title} {:?}", refused(title));
        }
    }
}
