//! Titles that may make another thing of the figures, and may not: told, never refused.

use super::label::spelt_words;
use super::lexicon::{AMOUNTS, DATA_OF, MIGHT_BE, SURVEYS, WISHED};
use super::period::is_whole_year;
use crate::vocabulary::Year;

/// The words by which a title speaks of days, weeks or months, of what might be, or of a survey.
pub(crate) fn loosely(title: &str) -> Option<String> {
    let words = spelt_words(title);
    by_spans(&words).or_else(|| might_be(&words)).or_else(|| wished(&words)).or_else(|| surveyed(&words))
}

/// `DATA HARIAN`, `LAPORAN BULAN INI`; `Sumber: laporan bulanan` tells where data come from.
fn by_spans(words: &[String]) -> Option<String> {
    let is_from = |word: &String| matches!(word.as_str(), "sumber" | "dari" | "berdasarkan" | "hasil" | "rapat");
    if words.iter().any(is_from) {
        return None;
    }
    let is_span = |word: &&String| matches!(word.as_str(), "harian" | "mingguan" | "bulanan" | "triwulanan" | "semesteran");
    let this = words.windows(2).find(|pair| matches!(pair[0].as_str(), "bulan" | "minggu" | "hari") && pair[1] == "ini");
    this.map(|pair| pair.join(" ")).or_else(|| words.iter().find(is_span).cloned())
}

/// `POTENSI OMSET KOPERASI`, `HARAPAN`: not `DATA POTENSI KOPERASI`, not `KOPERASI HARAPAN`.
fn might_be(words: &[String]) -> Option<String> {
    let is_loose = |word: &String| MIGHT_BE.contains(&word.as_str());
    let is_amount = |word: &String| AMOUNTS.contains(&word.as_str());
    if let [only] = words {
        return is_loose(only).then(|| only.clone());
    }
    let pair =
        words.windows(2).find(|pair| is_loose(&pair[0]) && is_amount(&pair[1]) || is_amount(&pair[0]) && is_loose(&pair[1]));
    pair.map(|pair| pair.join(" "))
}

/// `DATA KOPERASI TAHUN 2021 HARAPAN`, `VOLUME USAHA KOPERASI PLAFON`: the last word of a title of data, years aside.
fn wished(words: &[String]) -> Option<String> {
    let is_of_data = |word: &String| DATA_OF.contains(&word.as_str()) || AMOUNTS.contains(&word.as_str());
    words.first().filter(|first| is_of_data(first))?;
    let is_year = |word: &String| is_whole_year(word) || Year::parse(word).is_some();
    let last = words[1..].iter().rev().find(|word| !is_year(word))?;
    (MIGHT_BE.contains(&last.as_str()) || WISHED.contains(&last.as_str())).then(|| last.clone())
}

/// `HASIL SURVEI`, `SENSUS 2016`, `Hasil Sensus Ekonomi 2016`.
fn surveyed(words: &[String]) -> Option<String> {
    let is_survey = |word: &String| SURVEYS.contains(&word.as_str());
    let leads = |first: &String| is_survey(first) || matches!(first.as_str(), "hasil" | "data" | "angka");
    words.first().filter(|first| leads(first) && words.len() <= MOST_OF_A_SURVEY)?;
    words.iter().take(3).find(|word| is_survey(word)).cloned()
}

/// More words than this name a task or a document.
const MOST_OF_A_SURVEY: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_may_say_another_thing() {
        for title in [
            "DATA KOPERASI TAHUN 2021 HARAPAN",
            "VOLUME USAHA KOPERASI PLAFON",
            "Rekap Koperasi Ideal 2021",
            "HASIL SURVEI",
            "Hasil Sensus Ekonomi 2016",
            "SENSUS 2016",
        ] {
            assert!(loosely(title).is_some(), "{title}");
        }
        for title in ["DATA HARIAN", "LAPORAN BULAN INI", "POTENSI OMSET KOPERASI", "HARAPAN", "PLAFON", "Data omset maksimal"] {
            assert!(loosely(title).is_some(), "{title}");
        }
        for title in [
            "DATA POTENSI KOPERASI",
            "KSP HARAPAN",
            "Petugas Survei",
            "Kegiatan Survei Kepuasan",
            "DATA KOPERASI KOTA CONTOH",
            "Sumber: laporan bulanan",
            "DATA KOPERASI TAHUN 2021",
            "Modal Sendiri",
        ] {
            assert_eq!(loosely(title), None, "{title}");
        }
    }
}
