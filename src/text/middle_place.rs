//! Places called after the middle: in `KABUPATEN LAMPUNG TENGAH TAHUN 2021` nothing is of half a year.

use super::lexicon::PLACES;

/// What has a middle that is a place by itself, without a word of its kind before it: provinces, kabupaten, islands.
const HALVED: &[&str] = &[
    "aceh",
    "bangka",
    "bengkulu",
    "buton",
    "halmahera",
    "jakarta",
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
/// Before a place's name, beside the words of [`PLACES`].
const LEADS: &[&str] = &["kec", "kel", "pemkab", "pemkot", "propinsi", "kapanewon", "distrik", "kemantren", "kep", "kepulauan"];
/// The most words of a name before its `Tengah`: `Hulu Sungai Tengah`.
const LONGEST: usize = 3;

/// Whether the word behind these, `tengah`, ends a place's name.
pub(super) fn is_in_a_places_name(before: &[String]) -> bool {
    let is_lead = |word: &String| PLACES.contains(&word.as_str()) || LEADS.contains(&word.as_str());
    let Some(last) = before.last() else { return false };
    let named = || before.iter().rev().take(LONGEST + 1).position(is_lead);
    !is_lead(last) && (HALVED.contains(&last.as_str()) || named().is_some_and(|words| (1..=LONGEST).contains(&words)))
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
        ] {
            assert_eq!(months(title), Some(6), "{title}");
        }
    }
}
