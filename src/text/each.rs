//! Remarks of a word or two by which an amount is of something less than the year, or of more than its row.

use super::date::month_named;
use super::label::{is_number, spelt_words, stated_year};
use super::period::is_whole_year;

/// More words say more.
const MOST: usize = 6;

/// `tiap bulan`, `per panen`, `sekali produksi`, `Bulan`, and nothing else: of each of something. `ikut no 4`: another row's, too.
pub(crate) fn is_of_each(text: &str) -> bool {
    let words = spelt_words(text);
    let is_year = |word: &String| word.contains("tahun") || is_whole_year(word) || stated_year(word).is_some();
    let is_thing = |word: &String| word.chars().all(char::is_alphabetic) && month_named(word).is_none() && !is_year(word);
    match words.as_slice() {
        [only] => matches!(only.as_str(), "bulan" | "bulanan" | "sebulan" | "hari" | "harian" | "minggu" | "mingguan"),
        [each, thing] if matches!(each.as_str(), "per" | "tiap" | "setiap" | "sekali") => {
            is_thing(thing) && !matches!(thing.as_str(), "tanggal" | "akhir" | "desa" | "kelurahan" | "kecamatan")
        }
        [.., with, number, row] if words.len() <= MOST => {
            number == "nomor" && is_number(row) && matches!(with.as_str(), "dengan" | "dgn" | "ikut")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_each_month_harvest_or_outlet() {
        for text in [
            "tiap bulan",
            "per panen",
            "Per Musim",
            "sekali produksi",
            "per outlet",
            "bulan",
            "satu usaha dgn no 3",
            "ikut no. 4",
        ] {
            assert!(is_of_each(text), "{text}");
        }
        for text in [
            "per tahun",
            "tiap tahun",
            "per Desember",
            "per 2021",
            "per akhir tahun",
            "Bulan Madu",
            "Jl. Raya no 4",
            "SK no 3",
            "buka tiap hari",
            "",
        ] {
            assert!(!is_of_each(text), "{text}");
        }
    }
}
