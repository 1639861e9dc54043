//! What a label over some rows of a table says of them.

use super::caption_unit::note_unit;
use super::clean::clean;
use super::heading::is_other_money;
use super::label::{is_number, spelt_words, stated_year, words};
use super::lexicon::{
    BESIDE_ONE_OF_TWO, CARRIED, CHECKED, CORRECTED, DOUBLED, FORMER, KINDS, NEGATED, OF_THE_ROW, ONE_OF_TWO, OTHER_TIME, PLACES,
    PLANNED, STATUS, SURELY_OF_TWO, SURVEYS,
};
use super::period::{is_whole_year, period_in, says_a_day};
use super::phrase::is_enumerator;
use super::remark::says_ended;
use crate::vocabulary::Year;

/// A section's label, read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum SectionLabel {
    /// A place, a kind, a letter: a part of the whole.
    Plain,
    /// Words that are in no list.
    Unknown,
    /// The rows are something else than the year's own: the word that says so.
    Status(String),
    /// The rows are of a year or of a part of one.
    Period { year: Option<Year>, months: Option<u8> },
    /// A unit, said of these rows alone.
    Unit(String),
}

/// What follows these names a place or an office: known without a list.
const LEADS: &[&str] = &["upt", "uptd", "bidang", "seksi", "kecamatan", "kelurahan", "desa", "dusun", "rw", "rt", "wilayah"];

/// `KECAMATAN KERUAK`, `Desa Wonosari`: the first word says that a place's name follows.
pub(crate) fn leads_a_place(text: &str) -> bool {
    let words = spelt_words(text);
    words.len() > 1 && words.first().is_some_and(|word| LEADS.contains(&word.as_str()))
}

/// No place's name ends in these.
const BEHIND_PLACES: &[&[&str]] = &[PLANNED, DOUBLED, OF_THE_ROW, SURELY_ENDED];
const SURELY_ENDED: &[&str] = &[
    "dibubarkan",
    "bubar",
    "dibekukan",
    "nonaktif",
    "vakum",
    "pailit",
    "bangkrut",
    "usulan",
    "cadangan",
    "susulan",
    "sampel",
    "anggaran",
    "sasaran",
    "revisi",
    "koreksi",
];

/// Reads a label; `known` says whether a word is one of the office's own.
pub(crate) fn section_label(text: &str, known: impl Fn(&str) -> bool) -> SectionLabel {
    // `Gadingrejo - Juta Rupiah`: what stands behind the name may be a unit by itself.
    let aside = text.rfind([',', ':', '\u{2013}']).or_else(|| text.rfind(" - ").map(|at| at + 1));
    let of_aside = || note_unit(text[aside?..].trim_start_matches([',', ':', '-', '\u{2013}', ' ']));
    if let Some((_, unit)) = note_unit(text).or_else(of_aside) {
        return SectionLabel::Unit(unit);
    }
    // `KSP (US$)`.
    if text.contains(is_other_money) && words(text).len() > 2 {
        return SectionLabel::Unit(text.trim().to_owned());
    }
    let spelt = spelt_words(text);
    let rest = match spelt.split_first() {
        Some((lead, rest)) if !rest.is_empty() && (is_enumerator(lead) || is_number(lead)) => rest,
        _ => &spelt[..],
    };
    let is_led = rest.first().is_some_and(|word| LEADS.contains(&word.as_str()));
    // A place's own name may be any word: what stands behind it is not.
    let told: Vec<String> = if is_led { [behind(text), behind_place(rest)].concat() } else { rest.to_vec() };
    let status = told.iter().enumerate().find(|(at, word)| {
        STATUS.iter().any(|list| list.contains(&word.as_str()))
            || is_done_to(word)
            || is_of_other_figures(word)
            || NEGATED.contains(&word.as_str()) && at + 1 < told.len()
    });
    if let Some((at, word)) = status {
        let negated = NEGATED.contains(&word.as_str()).then(|| told.get(at + 1)).flatten();
        return SectionLabel::Status(negated.map_or_else(|| word.clone(), |next| format!("{word} {next}")));
    }
    if let Some(word) =
        of_another(&told).filter(|word| !known(word)).or_else(|| begins_anew(&spelt)).or_else(|| one_of_two(&told))
    {
        return SectionLabel::Status(word);
    }
    let is_known = |word: &String| {
        KINDS.contains(&word.as_str()) || PLACES.contains(&word.as_str()) || is_enumerator(word) || is_number(word) || known(word)
    };
    let said = words(text);
    let dated =
        period_in(&said, text).filter(|(period, ..)| period.year.is_some() || period.months.is_some() || period.is_part());
    // `PERUBAHAN TAHUN 2021`: whatever stands beside its time is as unknown as by itself.
    let is_plain = |from: usize, to: usize| said[..from].iter().chain(&said[to..]).all(|word| is_known(word) || is_of_time(word));
    if let Some((period, ..)) = dated.filter(|(_, from, to)| is_led || is_plain(*from, *to)) {
        // `Posisi Juni 2021` is what was reached by then.
        let months = if period.is_part() { Some(period.covers()) } else { period.months };
        return SectionLabel::Period { year: period.year, months };
    }
    let is_lettered = rest.len() < spelt.len();
    if is_led || is_lettered || rest.iter().all(is_known) { SectionLabel::Plain } else { SectionLabel::Unknown }
}

/// What stands beside a year or a month and says nothing further of the rows.
fn is_of_time(word: &str) -> bool {
    const BESIDE: [&str; 24] = [
        "posisi",
        "keadaan",
        "kondisi",
        "data",
        "realisasi",
        "capaian",
        "laporan",
        "keragaan",
        "rekap",
        "rekapitulasi",
        "daftar",
        "akhir",
        "awal",
        "hasil",
        "pendataan",
        "volume",
        "usaha",
        "omset",
        "omzet",
        "dan",
        "di",
        "dari",
        "untuk",
        "pelaporan",
    ];
    is_whole_year(word) || says_a_day(word) || BESIDE.contains(&word)
}

/// `KOTA LAIN`, `KOPERASI BINAAN PROVINSI`: of another office; `KOSONG`: of nobody.
fn of_another(words: &[String]) -> Option<String> {
    let is_whole = |word: &str| matches!(word, "kota" | "kabupaten" | "kab" | "daerah" | "provinsi" | "prov");
    let is_above = |word: &str| matches!(word, "provinsi" | "prov" | "propinsi" | "pusat" | "nasional" | "kementerian");
    let pair = words.windows(2).find(|pair| {
        is_whole(&pair[0]) && pair[1] == "lain"
            || matches!(pair[0].as_str(), "binaan" | "kewenangan" | "pembinaan" | "wilayah") && is_above(&pair[1])
    });
    // `PROVINSI`, and nothing else.
    let alone = match words {
        [only] if matches!(only.as_str(), "provinsi" | "propinsi" | "nasional" | "kementerian") => Some(only.clone()),
        _ => None,
    };
    pair.map(|pair| pair.join(" ")).or(alone).or_else(|| (words == ["kosong"]).then(|| "kosong".to_owned()))
}

/// `MENJADI`, `Murni`, `Setelah Perubahan`: one of two versions of the same figures.
fn one_of_two(words: &[String]) -> Option<String> {
    let is_version = |word: &String| ONE_OF_TWO.contains(&word.as_str());
    let is_beside = |word: &String| BESIDE_ONE_OF_TWO.contains(&word.as_str()) || stated_year(word).is_some();
    let word = words.iter().find(|word| is_version(word))?;
    words.iter().all(|word| is_version(word) || is_beside(word)).then(|| word.clone())
}

/// `Keragaan 2021 Semula`: the word by which a file holds one of two versions.
pub(crate) fn version_named(name: &str) -> Option<String> {
    let words = spelt_words(name);
    let last = words.iter().rev().find(|word| !is_number(word))?;
    SURELY_OF_TWO.contains(&last.as_str()).then(|| last.clone())
}

/// `Lampiran 2`, `carry over`: another list begins, or what an earlier one left.
fn begins_anew(words: &[String]) -> Option<String> {
    let is_list = |word: &str| matches!(word, "lampiran" | "lamp");
    match words {
        [first, number] if is_list(first) && (is_number(number) || is_enumerator(number)) => Some(words.join(" ")),
        [first, second] if matches!(first.as_str(), "carry" | "carried" | "brought") => {
            matches!(second.as_str(), "over" | "forward").then(|| words.join(" "))
        }
        _ => None,
    }
}

/// `PERBAIKAN`, `HASIL SURVEI`: figures that stand for others, or for those of some.
fn is_of_other_figures(word: &str) -> bool {
    CORRECTED.contains(&word) && !CHECKED.contains(&word) || SURVEYS.contains(&word)
}

/// `dikeluarkan`, `dilepaskan`: something was done to whoever stands below.
pub(super) fn is_done_to(word: &str) -> bool {
    let is_of_growth = ["dikembang", "diberdaya", "dilaksana"].iter().any(|begin| word.starts_with(begin));
    word.len() >= 9 && word.starts_with("di") && word.ends_with("kan") && !is_of_growth
}

/// The word of status or purpose in a sheet's name, and whether it can be nothing else:
/// `lama` and `bulan` stand in names of places too.
pub(crate) fn sheet_status(name: &str) -> Option<(String, bool)> {
    // `Bulan Juni 2021` names a time; `Contoh 2021`, `Bubar 2021` are what they say, whatever year stands beside.
    if period_in(&words(name), name).is_some() {
        let is_sure = |word: &String| matches!(word.as_str(), "contoh" | "simulasi" | "latihan" | "dummy" | "calon" | "usulan");
        let sure = spelt_words(name).into_iter().find(is_sure);
        return sure.or_else(|| says_ended(name).then(|| name.trim().to_owned())).map(|word| (word, true));
    }
    let SectionLabel::Status(word) = section_label(name, |_| false) else { return None };
    // Over rows it begins another list; a sheet is called by its place among the annexes.
    if word == spelt_words(name).join(" ") && matches!(word.split(' ').next(), Some("lampiran" | "lamp")) {
        return None;
    }
    let is_open = [FORMER, OTHER_TIME].iter().any(|list| list.contains(&word.as_str()));
    Some((word, !is_open))
}

/// What follows a place's own name and is of no place: `KECAMATAN BUGULKIDUL RENCANA`, `… TAHUN LALU`, `… BELUM RAT`.
fn behind_place(words: &[String]) -> Vec<String> {
    let is_sure = |at: &usize| {
        let (word, next) = (words[*at].as_str(), words.get(at + 1).map(String::as_str));
        BEHIND_PLACES.iter().any(|list| list.contains(&word))
            || NEGATED.contains(&word) && next.is_some()
            || is_whole_year(word) && next.is_some_and(|next| CARRIED.contains(&next))
    };
    (2..words.len()).find(is_sure).map_or_else(Vec::new, |at| words[at..].to_vec())
}

/// The words in parentheses, or after a dash or a colon.
fn behind(text: &str) -> Vec<String> {
    let text = clean(text);
    let at = text.find(['(', ':', '[']).or_else(|| text.find(" - ")).or_else(|| text.find('/'));
    at.map_or_else(Vec::new, |at| spelt_words(&text[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_over_rows() {
        let read = |text: &str| section_label(text, |word| word == "gadingrejo");
        for plain in [
            "KECAMATAN BULAN",
            "I. Bugul Kidul",
            "A. KSP",
            "Koperasi Simpan Pinjam",
            "Gadingrejo",
            "Kelurahan Kota Lama",
            "Kec. Padang Bulan Selayang",
            "Kelurahan Luar Batang",
            "UPT Pasar Besar",
            "REALISASI",
            "KECAMATAN MURNI",
            "Kelurahan Baru",
        ] {
            assert_eq!(read(plain), SectionLabel::Plain, "{plain}");
        }
        for status in [
            "TARGET",
            "RENCANA",
            "TAHUN LALU",
            "REALISASI SEBELUMNYA",
            "KOPERASI DIBUBARKAN",
            "CALON KOPERASI",
            "Contoh pengisian",
            "Belum Aktif",
            "B. TIDAK AKTIF",
            "KECAMATAN GADINGREJO (TARGET)",
            "KECAMATAN BUGULKIDUL RENCANA",
            "KEC. BUGUL KIDUL CALON",
            "KECAMATAN BUGULKIDUL, TAHUN LALU",
            "KECAMATAN BUGULKIDUL BELUM RAT",
            "Dalam proses pembekuan",
            "PROVINSI",
            "Lampiran 2",
            "carry over",
            "Menjadi",
            "Murni",
            "PERUBAHAN",
            "Setelah Perubahan",
        ] {
            assert!(matches!(read(status), SectionLabel::Status(_)), "{status} {:?}", read(status));
        }
        assert_eq!(read("Binaan Bu Sri"), SectionLabel::Unknown);
        for unknown in ["PERUBAHAN TAHUN 2021", "RENSTRA 2021"] {
            assert!(!matches!(read(unknown), SectionLabel::Period { .. } | SectionLabel::Plain), "{unknown} {:?}", read(unknown));
        }
        assert!(matches!(read("DATA KOPERASI KOTA TAHUN 2021"), SectionLabel::Period { year: Some(Year(2021)), .. }));
        assert!(matches!(read("TAHUN 2020"), SectionLabel::Period { year: Some(Year(2020)), .. }));
        assert!(matches!(read("Posisi Juni 2021"), SectionLabel::Period { months: Some(6), .. }));
        for unit in [
            "KECAMATAN GADINGREJO (dalam jutaan)",
            "Gadingrejo - Juta Rupiah",
            "Gadingrejo, Rp Juta",
            "A. KSP: ribuan rupiah",
            "Gadingrejo \u{2013} jutaan",
        ] {
            assert!(matches!(read(unit), SectionLabel::Unit(_)), "{unit}");
        }
        assert_eq!(read("Kecamatan Bulan - Gadingrejo"), SectionLabel::Plain);
    }
}
