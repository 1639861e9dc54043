//! Titles that may make another thing of the figures, and may not: told, never refused.

use super::date::month_named;
use super::label::{spelt_words, stated_year};
use super::lexicon::{AMOUNTS, DATA_OF, MIGHT_BE, OF_FIGURES, REMARKS, SURVEYS, WISHED};
use super::period::is_whole_year;
use crate::vocabulary::Year;

/// The words by which a title speaks of days, weeks or months, of what might be, or of a survey.
pub(crate) fn loosely(title: &str) -> Option<String> {
    let words = spelt_words(title);
    by_spans(&words)
        .or_else(|| since_a_month(&words))
        .or_else(|| of_years(&words))
        .or_else(|| might_be(&words))
        .or_else(|| wished(&words))
        .or_else(|| surveyed(&words))
        .or_else(|| one_of_several(&words))
}

/// `Periode I`, `PERIODE : 2`: of how many, nobody knows.
fn one_of_several(words: &[String]) -> Option<String> {
    let [lead, number] = words else { return None };
    let is_number = matches!(number.as_str(), "i" | "ii" | "iii" | "iv" | "1" | "2" | "3" | "4");
    (lead == "periode" && is_number).then(|| words.join(" "))
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

/// `sejak Juli 2021`, `DATA MULAI APRIL`: not of the months before it; `berdiri sejak Juli` tells of a beginning.
fn since_a_month(words: &[String]) -> Option<String> {
    let at = words.windows(2).position(|pair| {
        matches!(pair[0].as_str(), "sejak" | "mulai" | "terhitung") && month_named(&pair[1]).is_some_and(|month| month > 1)
    })?;
    let is_of_figures = |word: &String| {
        DATA_OF.contains(&word.as_str())
            || AMOUNTS.contains(&word.as_str())
            || OF_FIGURES.contains(&word.as_str())
            || is_title_word(word)
    };
    let is_led = at == 0 || words[..at].iter().all(|word| is_of_figures(word) || REMARKS.contains(&word.as_str()));
    is_led.then(|| words[at..=at + 1].join(" "))
}

/// `5 TAHUN TERAKHIR`, `TAHUN KE-5 RPJMD`, `TAHUN 1443 H`: no year that a calendar of ours has.
fn of_years(words: &[String]) -> Option<String> {
    let is_number =
        |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) || matches!(word, "dua" | "tiga" | "empat" | "lima");
    if words.iter().any(|word| stated_year(word).is_some()) {
        return None;
    }
    let told = words.windows(3).find(|three| {
        let is_last = is_number(&three[0]) && is_whole_year(&three[1]) && three[2] == "terakhir";
        let is_counted = is_whole_year(&three[0]) && three[1] == "ke" && is_number(&three[2]);
        let is_islamic = is_whole_year(&three[0])
            && matches!(three[1].as_str(), year if year.len() == 4 && (year.starts_with("13") || year.starts_with("14")))
            && is_number(&three[1])
            && matches!(three[2].as_str(), "h" | "hijriah" | "hijriyah");
        is_last || is_counted || is_islamic
    });
    told.map(|three| three.join(" "))
}

/// `DATA KOPERASI TAHUN BERJALAN`: what had come in by some day of it; `SHU Tahun Berjalan` is what a year's books call it.
pub(crate) fn to_date(title: &str) -> Option<String> {
    let words = spelt_words(title);
    // `Tahun buku 2021 berjalan`.
    let leads = |word: &String| word == "tahun" || stated_year(word).is_some();
    let at = words.windows(2).position(|pair| leads(&pair[0]) && pair[1] == "berjalan")?;
    let is_beside = |word: &String| DATA_OF.contains(&word.as_str()) || is_title_word(word) || is_whole_year(word);
    words[..at].iter().all(is_beside).then(|| words[at..=at + 1].join(" "))
}

fn is_title_word(word: &str) -> bool {
    matches!(word, "koperasi" | "umkm" | "usaha" | "mikro" | "keragaan" | "posisi" | "periode" | "keadaan" | "rekap" | "laporan")
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
            "PERIODE : I",
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
            "sejak Juli 2021",
            "DATA KOPERASI MULAI APRIL",
            "Omset sejak Juli",
            "5 TAHUN TERAKHIR",
            "TAHUN KE-5 RPJMD",
            "TAHUN 1443 H",
        ] {
            assert!(loosely(title).is_some(), "{title}");
        }
        assert!(to_date("DATA KOPERASI TAHUN BERJALAN").is_some() && to_date("Tahun Berjalan").is_some());
        assert_eq!(to_date("SHU Tahun Berjalan"), None);
        for title in [
            "Berdiri sejak Juli 2015",
            "mulai Januari 2021",
            "1 Muharram 1443 H",
            "Tahun 2021 / 1443 H",
            "RENSTRA TAHUN KE-5 (2021)",
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
