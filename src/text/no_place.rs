//! Names among places that are none: `Bulan Lalu`, `Kondisi 2020`, `Dibubarkan`.

use super::label::{spelt_words, stated_year};
use super::lexicon::{
    COMING, COMPARED, CORRECTED, ENDED, NEGATED, OF_A_CORRECTION, OF_A_YEAR, OF_FIGURES, SAMPLES, STATUS, SUMMARIES,
    SUMMARY_NAMES, SUMMARY_TAILS, VERSIONS,
};

/// Plans and other books, alone or beside those words.
const BOOKS: &[&str] =
    &["baseline", "rpjmd", "rkpd", "renstra", "standar", "perubahan", "ods", "bps", "pagu", "target", "rencana"];
/// Only beside others: each may be a place's own name.
const BESIDE: &[&str] =
    &["pusat", "binaan", "provinsi", "kota", "kabupaten", "keterangan", "lain", "lainnya", "sampai", "dengan", "ini", "hasil"];

/// Whether a name in a column of places says of all its words a status, a time or a version, and none of a place.
pub(crate) fn is_no_place(name: &str) -> bool {
    let words = spelt_words(name);
    let is = |word: &String, lists: &[&[&str]]| lists.iter().any(|list| list.contains(&word.as_str()));
    let alone: &[&[&str]] = &[ENDED, COMING, SAMPLES, SUMMARIES, SUMMARY_NAMES, COMPARED, CORRECTED, BOOKS];
    let beside: &[&[&str]] = &[NEGATED, SUMMARY_TAILS, OF_A_YEAR, OF_A_CORRECTION, OF_FIGURES, VERSIONS, BESIDE];
    let is_year = |word: &String| stated_year(word).is_some();
    match words.as_slice() {
        [] => name.contains('%'),
        [one] => is(one, alone) || is_year(one),
        _ => {
            let says = |word: &String| {
                is(word, alone) || is(word, STATUS) || is_year(word) || is(word, &[VERSIONS, NEGATED, OF_FIGURES])
            };
            // `Kota Lama`, `Data Baru` might be a place's.
            let is_open = |word: &String| matches!(word.as_str(), "lama" | "baru" | "asli" | "awal" | "bulan");
            words.iter().all(|word| says(word) || is(word, beside))
                && (words.iter().any(|word| says(word) && !is_open(word)) || words.first().is_some_and(|word| word == "binaan"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_no_place_and_of_places() {
        for name in [
            "Bulan Lalu",
            "Jumlah Bulan Lalu",
            "s/d Bulan Lalu",
            "Kondisi 2020",
            "Maksimum",
            "Baseline",
            "RPJMD",
            "Data Pusat (ODS)",
            "Versi BPS",
            "Binaan Provinsi",
            "Bubar",
            "Dibubarkan",
            "Pembekuan",
            "Perubahan",
            "Tanpa Keterangan",
            "%",
        ] {
            assert!(is_no_place(name), "{name}");
        }
        for name in [
            "Gadingrejo",
            "Bulan",
            "Kota Lama",
            "Kota Waingapu",
            "Padang Panjang Barat",
            "Baru",
            "Tujuh Belas",
            "Kec. Bulan",
            "Pusat",
            "Pasar Baru",
            "Labuan",
        ] {
            assert!(!is_no_place(name), "{name}");
        }
    }
}
