//! Columns whose heading and cell together say what a row's amount is: `Per` and `bulan`, `Laporan s/d Bulan` and `6`,
//! `Per Tanggal` and `28/02/2021`. Neither says it alone.

use super::date::month_named;
use super::label::{is_number, one_of, spelt_words, stated_year};
use super::lexicon::{
    BASIS_BESIDE, BASIS_CORES, CARRIED, CLOSED_BOOKS, DAY_CORES, DAY_LAST, DAY_WORDS, MONTH_CORES, MONTH_WORDS, ORIGINS,
    OWN_PLAN_OR_RULE, RULES, SPANS,
};
use super::period::is_whole_year;
use crate::vocabulary::{Tanggal, Year};

/// Of the words by which a heading asks from where an amount is, those that ask so alone.
const BASES: &[&str] = &["basis", "acuan", "rujukan"];
/// More words say something else.
const MOST: usize = 5;

/// What a heading asks of its cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Basis {
    /// Over which span, or from where; `of_origin`: of which year, too.
    Span { of_origin: bool },
    /// Of how many months, or until which.
    Months,
    /// Of which day; `at_last`: when somebody looked last.
    Day { at_last: bool },
}

/// What a heading asks, by its words and no others.
pub(crate) fn basis(heading: &str) -> Option<Basis> {
    let words = spelt_words(heading);
    let are = |list: &[&str]| !words.is_empty() && words.iter().all(|word| one_of(list)(word) || is_number(word));
    let has = |list: &[&str]| words.iter().any(one_of(list));
    // `Tgl Tutup Buku`; `Tahun Tutup` is when a business ended.
    let closes = has(CLOSED_BOOKS) && has(&["buku"]);
    if closes && words.iter().all(|word| one_of(DAY_WORDS)(word) || one_of(CLOSED_BOOKS)(word)) {
        return Some(Basis::Day { at_last: false });
    }
    if are(DAY_WORDS) && (has(DAY_CORES) && words.len() > 1 || words == ["posisi"] || has(DAY_LAST) && words.len() > 1) {
        return Some(Basis::Day { at_last: has(DAY_LAST) });
    }
    let until = words.windows(2).any(|two| two == ["s", "d"]) || has(&["sd", "sampai", "hingga"]);
    if are(MONTH_WORDS) && (has(&["bulan", "bln"]) && (until || has(MONTH_CORES)) || until && has(&["lap", "laporan"])) {
        return Some(Basis::Months);
    }
    // `Data`, `Omset` by themselves head other things.
    let is_bare = words.len() == 1 && has(ORIGINS) && !has(BASES);
    let is_of_basis = |word: &String| [BASIS_CORES, BASIS_BESIDE].into_iter().any(|list| one_of(list)(word)) || is_number(word);
    (words.iter().all(is_of_basis) && has(BASIS_CORES) && !is_bare).then(|| Basis::Span { of_origin: has(ORIGINS) })
}

/// `bulan`, `harian`, `per triwulan`, and nothing else: less than a year.
pub(crate) fn is_a_span(text: &str) -> bool {
    let words = spelt_words(text);
    let is_beside = one_of(&["per", "tiap", "setiap", "data", "omset", "volume", "usaha", "angka", "laporan"]);
    words.len() <= MOST && words.iter().any(one_of(SPANS)) && words.iter().all(|word| one_of(SPANS)(word) || is_beside(word))
}

/// `2020`, `hasil RAT 2020`, `tahun lalu`: of a year before `own`, and of no other; no plan's or rule's year.
pub(crate) fn is_of_a_year_before(text: &str, own: Year) -> bool {
    let words = spelt_words(text);
    if words.is_empty() || words.len() > MOST || words.iter().any(|word| one_of(RULES)(word) || one_of(OWN_PLAN_OR_RULE)(word)) {
        return false;
    }
    let years: Vec<Year> = words.iter().filter_map(|word| stated_year(word)).collect();
    let is_carried = || words.windows(2).any(|two| is_whole_year(&two[0]) && one_of(CARRIED)(&two[1]));
    if years.is_empty() { is_carried() } else { years.iter().all(|year| *year < own) }
}

/// The month until which a cell's figures go: `6`, `Juni`, `6 bln`.
pub(crate) fn month_reached(text: &str) -> Option<u8> {
    let words = spelt_words(text);
    let [first, rest @ ..] = &words[..] else { return None };
    if !rest.is_empty() && !matches!(rest, [only] if matches!(only.as_str(), "bulan" | "bln")) {
        return None;
    }
    month_named(first).or_else(|| first.parse().ok()).filter(|month| (1..=12).contains(month))
}

/// Whether figures of that day are not those of the year `own`; `at_last`: of what somebody looked at then.
pub(crate) fn is_stale(day: Tanggal, own: Year, at_last: bool) -> bool {
    day.year < own.0 || !at_last && day.year == own.0 && day.month < 12
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_ask_and_headings_that_do_not() {
        for heading in ["Per", "Frekuensi", "Basis", "Jenis Data", "Asal Data", "Sifat", "Dasar Perhitungan", "Periode Omset"] {
            assert!(matches!(basis(heading), Some(Basis::Span { .. })), "{heading}");
        }
        for heading in ["Laporan s/d Bulan", "Jumlah Bulan", "Bulan Terakhir Lapor", "Lap. s/d", "Jml Bulan"] {
            assert_eq!(basis(heading), Some(Basis::Months), "{heading}");
        }
        for (heading, at_last) in [
            ("Per Tanggal", false),
            ("Posisi Data", false),
            ("Tgl Update", true),
            ("Tahun RAT Terakhir", true),
            ("RAT Terakhir", true),
        ] {
            assert_eq!(basis(heading), Some(Basis::Day { at_last }), "{heading}");
        }
        for heading in [
            "Jenis",
            "Jenis Usaha",
            "Sumber",
            "Sumber Dana",
            "Dasar Hukum",
            "Jenis Koperasi",
            "Frekuensi Rapat",
            "Periode Pengurus",
            "Tanggal RAT",
            "Tahun",
            "Tanggal",
            "Bulan",
            "Bulan RAT",
            "Bulan Berdiri",
            "Lama Usaha (bulan)",
            "Jenis Tenaga Kerja",
            "Pendidikan Terakhir",
            "Status",
            "Keterangan",
            "Data",
            "Kondisi",
            "Tahun Data",
            "",
        ] {
            assert_eq!(basis(heading), None, "{heading}");
        }
    }

    #[test]
    fn cells_that_answer() {
        assert!(["bulan", "bln", "bulanan", "harian", "per minggu", "Triwulan", "data bulanan"].into_iter().all(is_a_span));
        assert!(!["tahun", "tahunan", "Bulan Sabit", "harian lepas", "", "2021", "borongan"].into_iter().any(is_a_span));
        let own = Year(2021);
        let is_before = |text: &str| is_of_a_year_before(text, own);
        assert!(["2020", "hasil RAT 2020", "tahun lalu", "ODS 2019"].into_iter().all(is_before));
        assert!(
            !["2021", "RAT 2021", "SK 12 Tahun 2019", "Renstra 2019", "2020-2021", "tahun ini", "BPS"].into_iter().any(is_before)
        );
        assert_eq!(
            ["6", "Juni", "6 bln", "12", "Des", "13", "Juni 2021", "-"].map(month_reached).map(Option::unwrap_or_default),
            [6, 6, 6, 12, 12, 0, 0, 0]
        );
        let day = |year, month| Tanggal { year, month, day: 28 };
        assert!(is_stale(day(2021, 2), own, false) && is_stale(day(2020, 12), own, true));
        assert!(
            !is_stale(day(2021, 12), own, false) && !is_stale(day(2021, 2), own, true) && !is_stale(day(2022, 1), own, false)
        );
    }
}
