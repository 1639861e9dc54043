//! What a text says that stands where a row's number, registration, owner or place belongs.

use super::bare_limit::is_bare_limit;
use super::doubt::row_doubted;
use super::glance::{Glance, kind};
use super::label::spelt_words;
use super::lexicon::{BESIDE_NOBODY, BEYOND, COMING, ENDED, KINDS, NOT_REGISTERED, SAMPLES, STANDS_FOR, TOTALS};
use super::remark::{corrects, remark_limits, says_ended};
use crate::vocabulary::Year;

fn is_one_of(list: &[&str]) -> impl Fn(&String) -> bool {
    move |word| list.contains(&word.as_str())
}

/// Whether it speaks of the row: `dibubarkan`, `data 2022`, `salah, harusnya 40 juta`.
pub(crate) fn remarks_on_row(text: &str, own: Option<Year>) -> bool {
    text.chars().any(char::is_alphabetic)
        && (says_ended(text) || remark_limits(text, own) || row_doubted(text, own) || is_bare_limit(text, own) || corrects(text))
}

/// Whether it is a word or a mark, and no enumerator, where running numbers are: `coret`, `x`, `lihat no 2`, `//`.
pub(crate) fn is_in_place_of_number(text: &str) -> bool {
    let text = text.trim();
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    if letters.is_empty() {
        let has_mark = text.chars().any(|c| matches!(c, '*' | '#' | '/' | '?' | '!' | '×' | '✗'));
        return has_mark && !text.chars().any(|c| c.is_ascii_digit());
    }
    let words = spelt_words(text);
    let is_word = |word: &String| word.chars().count() >= 3 && word.chars().all(char::is_alphabetic) && !is_roman(word);
    let is_kind = |word: &String| is_one_of(KINDS)(word) || word == "nomor";
    letters == "x" && !text.contains(|c: char| c.is_ascii_digit()) || words.iter().any(|word| is_word(word) && !is_kind(word))
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l' | 'c'))
}

/// Whether it says, where registrations are, more than that there is none; `is_numbered`: the others hold digits.
pub(crate) fn is_in_place_of_registration(text: &str, is_numbered: bool) -> bool {
    !is_registration(text) && is_no_registration(text, is_numbered)
}

/// A quick look before the slow one: whether digits stand there, and no word that could say anything of the row.
pub(super) fn is_registration(text: &str) -> bool {
    const SAYS: u32 = kind::ENDED | kind::NEGATED | kind::DOUBLED | kind::DONE | kind::CORRECTED | kind::SAMPLE;
    Glance::of(text).is_some_and(|own| own.has_digits && !own.holds(SAYS))
}

pub(super) fn is_no_registration(text: &str, is_numbered: bool) -> bool {
    if !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let words = spelt_words(text);
    if words.iter().all(is_one_of(NOT_REGISTERED)) {
        return false;
    }
    if says_ended(text) || corrects(text) || words.iter().any(|word| is_one_of(SAMPLES)(word)) {
        return true;
    }
    let has_digits = text.bytes().any(|byte| byte.is_ascii_digit());
    let is_coming = words.first().is_some_and(is_one_of(COMING)) && words.iter().any(|word| word.len() >= 4);
    let is_word = |word: &String| word.chars().count() >= 3 && !is_one_of(NOT_REGISTERED)(word);
    !has_digits && is_numbered && (is_coming || words.iter().any(is_word))
}

/// `meninggal`, `sudah tutup` where a business's owner is named.
pub(crate) fn is_in_place_of_owner(text: &str) -> bool {
    let words = spelt_words(text);
    let is_beside =
        |word: &String| is_one_of(BESIDE_NOBODY)(word) || matches!(word.as_str(), "sudah" | "telah" | "usaha" | "dunia");
    words.iter().any(is_one_of(ENDED)) && words.iter().all(|word| is_one_of(ENDED)(word) || is_beside(word))
}

/// `Total`, `Semua Kecamatan`, `seluruh`: no one place.
pub(crate) fn is_of_no_one_place(text: &str) -> bool {
    let words = spelt_words(text);
    // A slip of `jumlah` elsewhere, Julah is a village.
    let is_sum = |word: &String| word != "julah" && (is_one_of(TOTALS)(word) || is_one_of(STANDS_FOR)(word));
    let is_beside = |word: &String| is_one_of(KINDS)(word) || is_one_of(BESIDE_NOBODY)(word) || word == "wilayah";
    words.iter().any(is_sum) && words.iter().all(|word| is_sum(word) || is_beside(word))
}

/// `luar kota`, `Luar Kec. Bugul`, `Provinsi`: not here.
pub(crate) fn is_elsewhere(text: &str) -> bool {
    let words = spelt_words(text);
    let is_place = |word: &String| is_one_of(KINDS)(word) || matches!(word.as_str(), "daerah" | "wilayah" | "jawa" | "kab");
    let is_outside = words.first().is_some_and(is_one_of(BEYOND)) && words.get(1).is_some_and(is_place);
    is_outside || words.first().is_some_and(|word| matches!(word.as_str(), "provinsi" | "prov" | "nasional"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_among_running_numbers() {
        for text in ["batal", "coret", "hapus", "bubar", "lama", "calon", "x", "*", "#", "//", "lihat no 2", "dobel"] {
            assert!(is_in_place_of_number(text) || remarks_on_row(text, Some(Year(2021))), "{text}");
        }
        for text in ["1", "1.", "12a", "b.", "A", "IV", "xii", "No. 3", "1*", "-", "", "1/2", "KSP", "II.3"] {
            assert!(!is_in_place_of_number(text), "{text}");
        }
    }

    #[test]
    fn words_among_registrations() {
        for text in
            ["dibubarkan", "BH dicabut 2019", "(dibekukan)", "calon", "pra koperasi", "pindah", "luar kota", "sda", "KTP luar"]
        {
            assert!(is_in_place_of_registration(text, true), "{text}");
        }
        for text in [
            "518/BH/KWK.13/XI/1999",
            "-",
            "belum ada",
            "Proses",
            "Tidak punya NIB",
            "dalam pengurusan",
            "BH. 12/PAD/2019",
            "AHU-0012.AH.01.26",
            "35750101010001",
            "Belum ber-NIB",
            "SKU",
        ] {
            assert!(!is_in_place_of_registration(text, true), "{text}");
        }
    }

    #[test]
    fn words_among_owners_and_places() {
        assert!(
            is_in_place_of_owner("meninggal")
                && is_in_place_of_owner("sudah meninggal dunia")
                && !is_in_place_of_owner("Bu Mati Rahayu")
        );
        for text in ["Total", "Jumlah", "semua", "Seluruh Kecamatan"] {
            assert!(is_of_no_one_place(text), "{text}");
        }
        for text in ["luar kota", "Luar Daerah", "Provinsi", "Prov. Jawa Timur"] {
            assert!(is_elsewhere(text), "{text}");
        }
        for text in ["Gadingrejo", "Kota Waingapu", "Totalindo", "Bugul Kidul", "Luar Batang", "Julah"] {
            assert!(!is_of_no_one_place(text) && !is_elsewhere(text), "{text}");
        }
    }
}
