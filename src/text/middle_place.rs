//! Places called after the middle: in `KABUPATEN LAMPUNG TENGAH TAHUN 2021` nothing is of half a year.

use super::lexicon::PLACES;

/// What has a middle that is a place by itself, without a word of its kind before it: provinces, kabupaten, islands.
const HALVED: &[&str] = &[
    "aceh",
    "bangka",
    "bengkulu",
    "buton",
    "halmahera",
    "jateng",
    "jawa",
    "kalimantan",
    "lampung",
    "lombok",
    "maluku",
    "mamberamo",
    "mamuju",
    "papua",
    "sulawesi",
    "sumba",
    "sungai",
    "tapanuli",
    "timor",
];
/// Provinces that have a middle.
const PROVINCES: &[&str] = &["jawa", "kalimantan", "sulawesi", "papua"];
/// Before a place's name, beside the words of [`PLACES`].
const LEADS: &[&str] = &["kec", "kel", "pemkab", "pemkot", "propinsi", "kapanewon", "distrik", "kemantren", "kep", "kepulauan"];
/// Those of them before the smaller places.
const SMALL: &[&str] = &["kecamatan", "kec", "kelurahan", "kel", "desa", "kapanewon", "distrik", "kemantren", "dusun"];
/// The most words of a name before its `Tengah`: `Hulu Sungai Tengah`.
const LONGEST: usize = 3;

/// Whether the last word is one that has a middle: of a province, where that is said.
fn is_halved(before: &[String], last: &str) -> bool {
    let of_province = before.iter().rev().nth(1).is_some_and(|word| matches!(word.as_str(), "provinsi" | "prov" | "propinsi"));
    if of_province { PROVINCES.contains(&last) } else { HALVED.contains(&last) }
}

/// Whether the word behind these, `tengah`, ends a place's name.
pub(super) fn is_in_a_places_name(before: &[String]) -> bool {
    let is_lead = |word: &String| PLACES.contains(&word.as_str()) || LEADS.contains(&word.as_str());
    let Some(last) = before.last() else { return false };
    // Kecamatan and kelurahan of such names are too many to be listed.
    let named = || {
        let lead = before.iter().rev().take(LONGEST + 1).position(is_lead);
        let is_small = |at: usize| SMALL.contains(&before[before.len() - 1 - at].as_str());
        lead.is_some_and(|words| (1..=LONGEST).contains(&words) && is_small(words))
    };
    last != "tengah" && !is_lead(last) && (is_halved(before, last) || named())
}

#[cfg(test)]
mod tests {
    use crate::text::label::words;
    use crate::text::period::period_in;

    #[test]
    fn a_place_in_the_middle_is_no_half_of_a_year() {
        let months = |text: &str| period_in(&words(text), text).and_then(|(period, ..)| period.months);
        for title in [
            "KERAGAAN KOPERASI KABUPATEN LAMPUNG TENGAH TAHUN 2021",
            "DATA UMKM KAB. HULU SUNGAI TENGAH TAHUN 2021",
            "REKAP KOPERASI KECAMATAN KLATEN TENGAH TAHUN BUKU 2021",
            "DATA KOPERASI JAWA TENGAH TAHUN 2021",
            "DINAS KOPERASI LOMBOK TENGAH TH 2021",
        ] {
            assert_ne!(months(title), Some(6), "{title}");
        }
        for title in [
            "DATA KOPERASI TENGAH TAHUN 2021",
            "KABUPATEN PASURUAN LAPORAN VOLUME USAHA KOPERASI TENGAH TAHUN 2021",
            "TENGAH TAHUN 2021",
            "DATA KOPERASI KABUPATEN KLATEN TENGAH TAHUN 2021",
            "KOPERASI KOTA SURAKARTA TENGAH TAHUN 2021",
            "PROVINSI LAMPUNG TENGAH TAHUN 2021",
            "JAWA TENGAH TENGAH TAHUN 2021",
        ] {
            assert_eq!(months(title), Some(6), "{title}");
        }
    }
}
