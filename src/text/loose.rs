//! Titles that may make another thing of the figures, and may not: told, never refused.

use super::label::spelt_words;
use super::lexicon::{AMOUNTS, MIGHT_BE};

/// The words by which a title speaks of days, weeks or months, or of what might be.
pub(crate) fn loosely(title: &str) -> Option<String> {
    let words = spelt_words(title);
    by_spans(&words).or_else(|| might_be(&words))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_may_say_another_thing() {
        for title in ["DATA HARIAN", "LAPORAN BULAN INI", "POTENSI OMSET KOPERASI", "HARAPAN", "PLAFON", "Data omset maksimal"] {
            assert!(loosely(title).is_some(), "{title}");
        }
        for title in
            ["DATA POTENSI KOPERASI", "KSP HARAPAN", "Sumber: laporan bulanan", "DATA KOPERASI TAHUN 2021", "Modal Sendiri"]
        {
            assert_eq!(loosely(title), None, "{title}");
        }
    }
}
