//! What the words of a row below the headings say: a total, a place, a note, a signature.

use super::clean::clean;
use super::glance::{Glance, kind};
use super::label::{spelt_out, spelt_words, words};
use super::lexicon::{
    CLOSED_BY, COMPARED, CREDITS, NOTES, OF_A_YEAR, OFFICES, PLACES, PLAIN, REGIONS, SIGNERS, STANDS_FOR, SUMMARIES,
    SUMMARY_NAMES, SUMMARY_TAILS, TOTALS, TRAILING, WHOLE,
};
use super::period::period_in;

/// A label that begins as a total does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TotalPhrase {
    /// `Sub Total`, `Jumlah Kec. X`: a part of the table.
    Part,
    /// `Jumlah`, `Total`: a part or the whole.
    Plain,
    /// `Grand Total`, `Total Keseluruhan`: the whole.
    Whole,
    /// `Jumlah Makmur`: a total or somebody's name.
    Doubtful,
}

/// Whether a label is a total's.
pub(crate) fn total_phrase(text: &str) -> Option<TotalPhrase> {
    let spelt: Vec<String> = words(text).iter().map(|word| spelt_out(word).to_owned()).collect();
    let mut rest: &[String] = &spelt;
    if let [lead, more @ ..] = rest
        && !more.is_empty()
        && is_enumerator(lead)
    {
        rest = more;
    }
    let (first, rest) = rest.split_first()?;
    let begins = TOTALS.contains(&first.as_str());
    let stands_for = STANDS_FOR.contains(&first.as_str());
    if stands_for {
        return Some(TotalPhrase::Doubtful);
    }
    let two =
        matches!(first.as_str(), "sub" | "grand") && rest.first().is_some_and(|word| matches!(word.as_str(), "jumlah" | "total"));
    if !begins && !two {
        return None;
    }
    if first.starts_with("sub") {
        return Some(TotalPhrase::Part);
    }
    if first.starts_with("grand") {
        return Some(TotalPhrase::Whole);
    }
    let whole = |word: &String| WHOLE.contains(&word.as_str());
    if rest.iter().any(whole) {
        return Some(TotalPhrase::Whole);
    }
    let place = |word: &String| PLACES.contains(&word.as_str());
    if let Some(at) = rest.iter().position(place) {
        // `JUMLAH SE-KABUPATEN`.
        let plain_before = rest[..at].iter().all(|word| is_plain(word) || word == "se");
        let is_region = REGIONS.contains(&rest[at].as_str());
        return Some(match (plain_before, is_region) {
            (true, true) => TotalPhrase::Whole,
            (true, false) => TotalPhrase::Part,
            (false, _) => TotalPhrase::Doubtful,
        });
    }
    if rest.iter().all(|word| is_plain(word)) {
        // `Jumlah I + II` sums those parts, which it names as the whole.
        let joins = text.contains(['+', '&']) || rest.iter().any(|word| word == "dan");
        let part = rest.last().is_some_and(|word| is_enumerator(word));
        if part && joins {
            return Some(TotalPhrase::Whole);
        }
        return Some(if part { TotalPhrase::Part } else { TotalPhrase::Plain });
    }
    let rest_words: Vec<String> = rest.to_vec();
    match period_in(&rest_words, text) {
        Some((_, 0, to)) if to == rest.len() => Some(TotalPhrase::Plain),
        _ => Some(TotalPhrase::Doubtful),
    }
}

fn is_plain(word: &str) -> bool {
    PLAIN.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit()) || is_enumerator(word)
}

/// `I`, `iv`, `A`, `b`.
pub(crate) fn is_enumerator(word: &str) -> bool {
    let is_letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_letter
        || !word.is_empty() && word.len() <= 5 && word.bytes().all(|byte| matches!(byte.to_ascii_lowercase(), b'i' | b'v' | b'x'))
}

/// What a row that tells of other rows says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Summary {
    /// Averages, shares, differences: `Rata-rata`.
    Sure,
    /// Such a word that may be a name too: `Maksimal`.
    Name,
    /// Another year's or kind of figures: `Realisasi 2020`, `Tahun lalu`.
    Compared,
}

/// A row of averages, shares or differences, or of another year's figures:
/// neither data nor a sum to check.
pub(crate) fn summary(text: &str) -> Option<Summary> {
    let spelt = spelt_words(text);
    let first = words(text).into_iter().next()?;
    let is_tail = |word: &String| SUMMARY_TAILS.contains(&word.as_str());
    if SUMMARIES.contains(&first.as_str()) && spelt[1..].iter().all(is_tail) {
        return Some(Summary::Sure);
    }
    if SUMMARY_NAMES.contains(&first.as_str()) && spelt[1..].iter().all(is_tail) {
        return Some(Summary::Name);
    }
    let is_year = |word: &String| crate::vocabulary::Year::parse(word).is_some();
    let compares = |word: &String| COMPARED.contains(&word.as_str());
    let known = |word: &String| {
        compares(word) || is_year(word) || OF_A_YEAR.contains(&word.as_str()) || matches!(word.as_str(), "n" | "1" | "2")
    };
    // `Tahun 2020` by itself compares too.
    let is_bare_year = spelt.len() >= 2 && spelt.iter().any(is_year) && spelt.iter().any(|word| word == "tahun");
    (spelt.iter().all(known) && (spelt.iter().any(compares) || is_bare_year)).then_some(Summary::Compared)
}

/// What a total may be of.
const AMOUNTS_SUMMED: &[&str] = &[
    "aset",
    "asset",
    "aktiva",
    "modal",
    "shu",
    "volume",
    "usaha",
    "omset",
    "omzet",
    "anggota",
    "simpanan",
    "pinjaman",
    "sendiri",
    "luar",
    "koperasi",
    "umkm",
    "karyawan",
    "pendapatan",
];

/// Whether a label tells of other rows (`Rata-rata`, `Tahun 2020`, `Pindahan`), or may be somebody's name as well:
/// `Maksimum`, `Total Aset`. `None` where it does not.
pub(crate) fn tells_of_others(text: &str) -> Option<bool> {
    match (summary(text), total_phrase(text)) {
        (Some(Summary::Sure | Summary::Compared), _) => Some(true),
        (Some(Summary::Name), _) => Some(false),
        // `Jumlah Makmur` is somebody's name, `Total Aset` is none.
        (None, Some(TotalPhrase::Doubtful)) => {
            let words = words(text);
            let stands_for = words.first().is_some_and(|first| STANDS_FOR.contains(&first.as_str()));
            (stands_for || words.iter().skip(1).all(|word| AMOUNTS_SUMMED.contains(&word.as_str()))).then_some(false)
        }
        (None, Some(_)) => Some(true),
        (None, None) => None,
    }
}

/// `Gadingrejo Total`, as Excel's Subtotal writes it: the group's name before the word.
pub(crate) fn trailing_total(text: &str) -> bool {
    let spelt = spelt_words(text);
    matches!(spelt.split_last(), Some((last, rest)) if !rest.is_empty() && TRAILING.contains(&last.as_str()))
}

/// A group's label that names a kind of place or carries a number of its own:
/// `Kecamatan X`, `I. Kec. Bugul Kidul`, `Kel. Y`.
pub(crate) fn is_place_label(text: &str) -> bool {
    let spelt: Vec<String> = words(text).iter().map(|word| spelt_out(word).to_owned()).collect();
    let rest = match spelt.split_first() {
        Some((lead, rest)) if !rest.is_empty() && (is_enumerator(lead) || lead.bytes().all(|byte| byte.is_ascii_digit())) => rest,
        _ => &spelt[..],
    };
    rest.first().is_some_and(|word| PLACES.contains(&word.as_str()))
}

/// A place or a kind as it is compared: `Kec. Kertek` is `kertek`.
pub(crate) fn without_place_word(text: &str) -> String {
    let words = spelt_words(text);
    let from = usize::from(words.len() > 1 && words.first().is_some_and(|word| PLACES.contains(&word.as_str())));
    words[from..].join(" ")
}

/// `I. Bugul Kidul`, `A. KSP`.
pub(crate) fn has_enumerator(text: &str) -> bool {
    let text = clean(text);
    match text.split_once(['.', ')', ' ']) {
        Some((lead, rest)) => is_enumerator(lead) && !rest.trim().is_empty() && text[lead.len()..].starts_with(['.', ')']),
        None => false,
    }
}

/// Whether a text begins the foot below a table: a note, a source, place and
/// date, an office, a NIP. Names that merely begin so (`Sumber Rejeki`) do not.
pub(crate) fn is_foot(text: &str) -> bool {
    !begins_no_foot(text) && begins_a_foot(text)
}

/// A quick look before the slow one: whether a text begins with a word, and holds marks, that no foot begins with.
pub(super) fn begins_no_foot(text: &str) -> bool {
    !text.contains([',', '*']) && Glance::of(text).is_some_and(|own| own.first & kind::FOOT == 0)
}

pub(super) fn begins_a_foot(text: &str) -> bool {
    let cleaned = clean(text);
    let lower = cleaned.to_lowercase();
    let spelt = words(&cleaned);
    let Some(first) = spelt.first() else { return false };
    let second = spelt.get(1).map_or("", String::as_str);
    let colon = lower.find(':').is_some_and(|at| words(&lower[..at]).len() <= 3);
    let first = first.as_str();
    let is_office = |word: &str| OFFICES.contains(&word);
    if NOTES.contains(&first) {
        return colon || spelt.len() == 1;
    }
    if CREDITS.contains(&first) {
        return second == "oleh" || spelt.len() == 1 || colon;
    }
    if CLOSED_BY.contains(&first) {
        return spelt.len() <= 4 || colon;
    }
    if SIGNERS.contains(&first) {
        return spelt.len() <= 5;
    }
    match first {
        "sumber" => colon || second == "data" || spelt.len() == 1,
        "nip" | "niy" | "nrp" => {
            spelt.len() == 1 || colon || spelt[1].bytes().all(|byte| byte.is_ascii_digit()) || lower.starts_with("nip.")
        }
        "kepala" => is_office(second) && second != "desa",
        "plt" | "plh" | "pj" => is_office(second),
        "a" => second == "n" && lower.starts_with("a.n"),
        "an" => is_office(second),
        "demikian" => spelt.len() >= 3,
        "dicetak" => true,
        "tembusan" | "mohon" => spelt.len() == 1 || colon || spelt.len() >= 3,
        _ => is_place_and_date(&cleaned) || lower.starts_with("*)") || lower.starts_with("**)"),
    }
}

/// `Halaman 2`, `Hal. 2 dari 5`, `(lanjutan)`: what stands between the printed
/// pages of one table, which goes on below.
pub(crate) fn is_page_mark(text: &str) -> bool {
    let spelt = words(text);
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    match spelt.split_first() {
        // `- 2 -`
        Some((first, [])) if is_number(first) => text.trim().starts_with('-') && text.trim().ends_with('-'),
        Some((first, [])) => matches!(first.as_str(), "lanjutan" | "bersambung" | "pindahan"),
        Some((first, rest)) if matches!(first.as_str(), "halaman" | "hal" | "page" | "lembar") => {
            rest.iter().all(|word| is_number(word) || matches!(word.as_str(), "dari" | "of" | "ke"))
        }
        _ => false,
    }
}

/// What stands over the next page of a table: a page's mark, or the title again as `(lanjutan)`.
pub(crate) fn is_page_title(text: &str) -> bool {
    let is_page = |word: &String| matches!(word.as_str(), "lanjutan" | "sambungan" | "lanjut");
    is_page_mark(text) || words(text).last().is_some_and(is_page) || words(text).first().is_some_and(is_page)
}

/// `Pasuruan, 31 Desember 2021`, `Pasuruan,    Januari 2022`.
pub(crate) fn is_place_and_date(text: &str) -> bool {
    let Some((place, date)) = text.split_once(',') else { return false };
    let is_place = !place.trim().is_empty() && words(place).len() <= 3 && !place.contains(|c: char| c.is_ascii_digit());
    let words = words(date);
    let named = words.iter().any(|word| super::date::month_named(word).is_some()) || date.contains("....") || date.contains("…");
    let year = words.iter().any(|word| crate::vocabulary::Year::parse(word).is_some());
    is_place && words.len() <= 4 && year && (named || words.len() >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals() {
        use TotalPhrase::*;
        for (text, expected) in [
            ("JUMLAH", Some(Plain)),
            ("J U M L A H", Some(Plain)),
            ("Total :", Some(Plain)),
            ("Jml", Some(Plain)),
            ("Jumlah Total", Some(Plain)),
            ("Jumlah Koperasi", Some(Plain)),
            ("Jumlah Tahun 2021", Some(Plain)),
            ("Sub Total", Some(Part)),
            ("SUBTOTAL", Some(Part)),
            ("Sub Jumlah Kec. Gadingrejo", Some(Part)),
            ("Jml Kec. Bugul Kidul", Some(Part)),
            ("Jumlah I", Some(Part)),
            ("Jumlah A", Some(Part)),
            ("Total I + II", Some(Whole)),
            ("JUMLAH (A+B)", Some(Whole)),
            ("Jumlah I dan II", Some(Whole)),
            ("Jumlah Kota Pasuruan", Some(Whole)),
            ("Grand Total", Some(Whole)),
            ("Total Keseluruhan", Some(Whole)),
            ("Jumlah Makmur", Some(Doubtful)),
            ("Total Mandiri", Some(Doubtful)),
            ("Koperasi Jumlah", None),
            ("Totalindo", None),
            ("", None),
        ] {
            assert_eq!(total_phrase(text), expected, "{text:?}");
        }
    }

    #[test]
    fn rows_that_tell_of_other_rows() {
        for (text, expected) in [
            ("Rata-rata", Some(Summary::Sure)),
            ("Persentase (%)", Some(Summary::Sure)),
            ("Rata Makmur", None),
            ("Maksimal", Some(Summary::Name)),
            ("Maksimal Jaya", None),
            ("Realisasi 2020", Some(Summary::Compared)),
            ("Tahun lalu", Some(Summary::Compared)),
            ("TAHUN 2020", Some(Summary::Compared)),
            ("Kenaikan dari tahun 2020", Some(Summary::Compared)),
            ("Target", Some(Summary::Compared)),
            ("KUD Target", None),
            ("Usaha", None),
        ] {
            assert_eq!(summary(text), expected, "{text}");
        }
        assert!(trailing_total("Gadingrejo Total") && !trailing_total("Total") && !trailing_total("Totalindo"));
    }

    #[test]
    fn feet_and_names_like_them() {
        for foot in [
            "Tembusan disampaikan kepada Yth. Inspektur",
            "Mengetahui,",
            "Mengetahui:",
            "Sumber: Dinas Koperasi",
            "Sumber Data : Bidang Koperasi",
            "Catatan:",
            "Keterangan",
            "Keterangan :",
            "Pasuruan, 31 Desember 2021",
            "Kota Pasuruan, Januari 2022",
            "KEPALA DINAS KOPERASI DAN USAHA MIKRO",
            "NIP. 19640505 199303 1 012",
            "Plt. Kepala Dinas",
            "a.n. KEPALA DINAS",
            "Pembina Utama Muda",
            "*) angka sementara",
        ] {
            assert!(is_foot(foot), "{foot}");
        }
        for name in [
            "Koperasi Sumber Rejeki",
            "Sumber Rejeki",
            "KUD Catatan Sejahtera",
            "Catatan Sejahtera",
            "Kepala Desa Suka",
            "Toko NIPA",
            "Mengetahui Bersama Makmur Jaya Abadi",
            "Keterangan Jaya",
            "Jl. Raya, RT 2 RW 3",
            "KSU Maju, Jaya",
        ] {
            assert!(!is_foot(name), "{name}");
        }
    }

    #[test]
    fn page_marks_are_no_foot() {
        for mark in ["Halaman 2", "Hal. 2 dari 5", "(lanjutan)", "Page 2 of 3", "Lembar ke-2"] {
            assert!(is_page_mark(mark) && !is_foot(mark), "{mark}");
        }
        for name in ["Lanjutan Makmur", "Halaman Hijau", "Hal Jaya 2"] {
            assert!(!is_page_mark(name), "{name}");
        }
    }

    #[test]
    fn places() {
        for place in ["Kecamatan Bugul Kidul", "I. Kecamatan Bugul Kidul", "Kec. Purworejo", "1. Kel. Petamanan", "WILAYAH BARAT"]
        {
            assert!(is_place_label(place), "{place}");
        }
        assert!(!is_place_label("Koperasi Kecamatan") && !is_place_label("KUD Desa Makmur"));
        assert!(
            has_enumerator("I. Bugul Kidul")
                && has_enumerator("A. KSP")
                && !has_enumerator("KUD Makmur")
                && !has_enumerator("A Makmur")
        );
    }
}
