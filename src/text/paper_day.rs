//! The day that a paper bears, beside its place, where it was printed, or of the letter that it belongs to: figures on it
//! are none of a year that had not ended then.

use super::date::{DateText, read_date};
use super::label::words;
use super::period::period_in;
use super::phrase::is_place_and_date;
use crate::vocabulary::Year;

/// More letters are a paragraph.
const LONGEST: usize = 120;
/// What a line begins with that says where and when a paper was signed.
const SIGNED: &[&str] = &["ditetapkan", "ditandatangani", "dikeluarkan", "disahkan", "dibuat"];
/// Words of printing.
const PRINTED: &[&str] = &["cetak", "dicetak", "tercetak", "print", "printed", "unduh", "diunduh"];
/// What a paper is the appendix of, beside those whose year is a rule's own.
const LETTERS: &[&str] = &["surat", "nota", "undangan", "laporan", "rapat"];
const OF_RULES: &[&str] =
    &["keputusan", "peraturan", "perda", "perwali", "perbup", "permen", "instruksi", "undang", "edaran", "uu"];

/// Whether a line tells of a paper's own day: `Ditetapkan di Contoh pada tanggal 5 Juli 2021`, `Tanggal cetak : 05-07-2021
/// 10:12`, `LAMPIRAN SURAT NOMOR 518/12 TANGGAL 5 JULI 2021`, `Contoh, 5 Juli 2021`.
pub(crate) fn tells_papers_day(text: &str) -> bool {
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let words = words(text);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let Some(first) = words.first() else { return false };
    let is_signed = SIGNED.contains(&first.as_str()) && has(&["di", "tanggal", "tgl"]) || first == "pada" && has(&["tanggal"]);
    let is_printed = has(PRINTED) && words.len() <= 12;
    let is_letter = (first == "lampiran" || first == "rapat") && has(LETTERS) && has(&["tanggal", "tgl"]);
    // `Tanggal : 05/07/2021`, and nothing besides.
    let is_bare = matches!(first.as_str(), "tanggal" | "tgl") && words.len() <= 4 && !has(&["rat", "bh"]);
    (is_signed || is_printed || is_letter || is_bare) && !has(OF_RULES) || is_place_and_date(text)
}

/// Whether that day is before the last month of the year `own`; lists signed in its last days are usual.
pub(crate) fn is_paper_from_before(text: &str, own: Year) -> bool {
    if !tells_papers_day(text) {
        return false;
    }
    day_of(text).is_some_and(|(year, month)| year < own || year == own && month.is_some_and(|month| month < 12))
}

/// What stands before the day of a count, beside what says so by itself.
const UP_TO: &[&str] =
    &["as", "of", "per", "update", "updated", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad"];

/// Whether a line is nothing but a day before the last month of the year `own`: of what it stands below, or of the paper.
pub(crate) fn is_lone_day_before(text: &str, own: Year) -> bool {
    // `1.1.2021` may be the number of anything.
    let is_written = text.chars().any(|c| c.is_alphabetic() || matches!(c, '/' | '-'));
    if text.len() > LONGEST / 3 || !is_written || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let words = words(text);
    let Some((day, from, to)) = period_in(&words, text) else { return false };
    let is_all = to == words.len() && words[..from].iter().all(|word| UP_TO.contains(&word.as_str()));
    let is_before = day.year.is_some_and(|year| year < own || year == own && day.until.is_some_and(|month| month < 12));
    is_all && day.day.is_some() && is_before
}

/// The day that a line names, by its year and month.
fn day_of(text: &str) -> Option<(Year, Option<u8>)> {
    let lower = text.to_lowercase();
    // A letter has a number before its day.
    let behind = ["tanggal", "tgl"].iter().filter_map(|word| Some(lower.rfind(word)? + word.len())).max();
    let rest = behind.and_then(|at| lower.get(at..)).unwrap_or(&lower);
    let of_token = |token: &str| match read_date(token.trim_matches([',', '.', ';', ')', '('])) {
        DateText::Date(day) => Some((Year(day.year), Some(day.month))),
        DateText::Missing | DateText::NotADate => None,
    };
    let in_digits = |text: &str| text.split_whitespace().find_map(of_token);
    let named = |text: &str| {
        let (period, ..) = period_in(&words(text), text)?;
        Some((period.year?, period.until))
    };
    in_digits(rest).or_else(|| named(rest)).or_else(|| in_digits(&lower)).or_else(|| named(&lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_alone() {
        for text in ["30 Juni 2021", "2021-06-30", "30/06/2021", "AS OF 30 JUNE 2021", "Per Ahad 30 Juni 2021"] {
            assert!(is_lone_day_before(text, Year(2021)), "{text}");
        }
        for text in [
            "31 Desember 2021",
            "24 Januari 2022",
            "RAT 30 Juni 2021",
            "1.1.2021",
            "Juni 2021",
            "2021",
            "Pasuruan, 31 Desember 2021",
        ] {
            assert!(!is_lone_day_before(text, Year(2021)), "{text}");
        }
    }

    #[test]
    fn papers_of_before_the_years_end_and_others() {
        let is_before = |text: &str| is_paper_from_before(text, Year(2021));
        for text in [
            "Ditetapkan di Contoh pada tanggal 5 Juli 2021",
            "pada tanggal 5 Juli 2021",
            "Pada Tanggal : 30 September 2021",
            "Tanggal cetak : 05-07-2021 10:12",
            "Dicetak pada 05/07/2021",
            "LAMPIRAN SURAT NOMOR 518/12/2021 TANGGAL 5 JULI 2021",
            "Rapat tanggal 5 Juli 2021",
            "Contoh, 5 Juli 2021",
            "Contoh, 5 Juli 2020",
            "Tanggal : 05/07/2021",
            "Tgl 1 September 2021",
        ] {
            assert!(is_before(text), "{text}");
        }
        for text in [
            "Ditetapkan di Contoh pada tanggal 24 Januari 2022",
            "Ditetapkan di Contoh pada tanggal 31 Desember 2021",
            "Tanggal cetak : 05-01-2022 10:12",
            "LAMPIRAN SURAT NOMOR 518/12/2022 TANGGAL 5 JANUARI 2022",
            "LAMPIRAN KEPUTUSAN WALI KOTA NOMOR 12 TAHUN 2019 TANGGAL 5 JULI 2019",
            "Dasar: surat tanggal 5 Juli 2021",
            "Koperasi berdiri pada tanggal 5 Juli 2021",
            "LAPORAN KERAGAAN KOPERASI TAHUN 2021",
            "Contoh, 31 Desember 2021",
            "RAT tanggal 5 Juli 2021",
        ] {
            assert!(!is_before(text), "{text}");
        }
    }
}
