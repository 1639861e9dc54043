//! Texts that stand where an identity or a certificate's number should and say
//! that there is none (`0`, `belum ada`, `proses`): `IS NOT EMPTY` would count them.

use crate::dataset::{FieldInfo, Isi, Jenis};
use crate::profile::Tanda;
use crate::text::{MarkText, read_mark};

/// Identities that consist of digits, and how many of them at least.
const OF_DIGITS: [(&str, usize); 5] = [("nik", LEAST), ("nib", LEAST), ("nik_koperasi", 5), ("npwp", LEAST), ("no_kk", LEAST)];
/// Fewer digits among letters are no number of a person or a business.
const LEAST: usize = 8;

/// Fewer digits than this are no number of a paper.
const PAPER: usize = 4;

/// How many digits such a number has, where one office gives it out for all of Indonesia.
pub(crate) fn digits_of(isian: &str) -> Option<u8> {
    match isian {
        "nib" => Some(13),
        "nik" | "no_kk" => Some(16),
        _ => None,
    }
}

/// So many rows show what a key is.
pub(crate) const SHOWN: usize = 50;

/// Words that a text without a number begins with where the number is yet to come.
const NOT_YET: [&str; 14] = [
    "belum",
    "blm",
    "tidak",
    "tdk",
    "tanpa",
    "proses",
    "dalam",
    "sedang",
    "menunggu",
    "pengajuan",
    "diajukan",
    "diurus",
    "kosong",
    "ada",
];

/// What a text of a column that formulas take for an identity says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Said {
    /// A number, or another text.
    Identity,
    /// The profile's `tanda` says that there is none.
    None,
    /// Neither is sure.
    Placeholder,
    /// Another number than such a one: a licence, a NIK among NIB.
    OtherNumber { panjang: u8 },
}

/// Whether a key holds numbers of papers or people: by what it is, or by what most of its first rows hold. Keys of other
/// texts (a kabupaten and a category) hold words, and `TIDAK AKTIF` is none that stands for a number.
pub(crate) fn holds_numbers<'t>(isian: &str, texts: impl Iterator<Item = &'t str>) -> bool {
    if OF_DIGITS.iter().any(|(own, _)| *own == isian) || is_nominal(isian) {
        return true;
    }
    let (mut numbers, mut filled) = (0, 0);
    for text in texts.filter(|text| !text.trim().is_empty()) {
        filled += 1;
        numbers += usize::from(text.bytes().any(|byte| byte.is_ascii_digit()));
    }
    numbers * 2 > filled || filled == 0
}

/// Whether a text holds as many digits as the number of a paper does.
pub(crate) fn is_of_digits(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= PAPER
}

/// Reads a text of such a column; `counts`: formulas count its filled cells or its different values; `are_numbers`: most of
/// them are numbers of papers.
pub(crate) fn said((field, counts, are_numbers): (&FieldInfo, bool, bool), isi: &Isi, tanda: &Tanda) -> Said {
    let Isi::Teks(text) = isi else { return Said::Identity };
    if field.jenis != Jenis::Teks || field.is_name {
        return Said::Identity;
    }
    let text = folded(text);
    let is_told = |words: &[String]| words.iter().any(|word| folded(word) == text);
    if is_told(&tanda.ya) {
        return Said::Identity;
    }
    if is_told(&tanda.tidak) {
        return Said::None;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_nought = !text.chars().any(|c| c.is_alphabetic() || matches!(c, '1'..='9'));
    let has_letters = text.chars().any(char::is_alphabetic);
    let is_number = OF_DIGITS.iter().find(|(isian, _)| *isian == &*field.isian);
    let is_placeholder = match is_number {
        // Of a NIB it is known how long it is.
        Some(("nib", least)) => digits < *least || is_nought || is_made_up(&text),
        Some((_, least)) => digits < *least && has_letters || is_nought || is_made_up(&text) && !has_letters,
        None if is_nominal(&field.isian) => is_nought || digits == 0,
        None => is_nought && digits > 0 || is_word(&text) || are_numbers && digits == 0,
    };
    // A licence's number begins with letters; digits alone are few where somebody typed a date or a year.
    let panjang = digits_of(&field.isian).filter(|panjang| counts && digits > 0 && !is_one_number(&text, *panjang));
    match panjang {
        Some(panjang) if !is_nought && !is_made_up(&text) && (!is_placeholder || digits >= LEAST / 2) => {
            Said::OtherNumber { panjang }
        }
        _ if is_placeholder => Said::Placeholder,
        _ => Said::Identity,
    }
}

/// `1234567890123`, `1111111111111`: typed to have a number there.
pub(crate) fn is_made_up(text: &str) -> bool {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect();
    // Behind 9 some go on with 0, some with 1.
    let goes_up = digits.windows(2).all(|pair| pair[1] == (pair[0] + 1) % 10 || (pair[0], pair[1]) == (9, 1));
    digits.len() >= LEAST && (goes_up || digits.windows(2).all(|pair| pair[0] == pair[1]))
}

/// Whether a text holds one number of so many digits: all that it holds, or one of its runs.
pub(crate) fn is_one_number(text: &str, panjang: u8) -> bool {
    let panjang = usize::from(panjang);
    let runs = || text.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|length| *length > 0);
    runs().sum::<usize>() == panjang || runs().filter(|length| *length == panjang).count() == 1
}

/// Whether a text holds digits such as a long number has, or nothing but digits: neither a word nor noughts.
pub(crate) fn is_nearly_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let has_letters = text.chars().any(char::is_alphabetic);
    (digits >= LEAST || digits > 0 && !has_letters) && text.bytes().any(|byte| matches!(byte, b'1'..=b'9'))
}

/// A field whose texts are numbers with letters: `518/BH/1990`.
fn is_nominal(isian: &str) -> bool {
    isian.starts_with("nomor") || isian.starts_with("no_")
}

/// A sign of no, or words that a missing paper is told by.
fn is_word(text: &str) -> bool {
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // `.`, `/`, `?`; what an export writes for nothing.
    let is_no_text = !text.is_empty() && !text.chars().any(char::is_alphanumeric) || matches!(text, "null" | "none" | "nil");
    let is_no = matches!(read_mark(text), MarkText::No | MarkText::Cross) || is_no_text && read_mark(text) != MarkText::Missing;
    is_no || !has_digit && NOT_YET.contains(&first)
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::fields_of;
    use crate::dataset::fixture::Office;

    #[test]
    fn a_number_is_told_from_what_stands_in_its_place() {
        let fields = fields_of(&Office::umkm().sumber);
        let field = |isian: &str| fields.iter().find(|field| &*field.isian == isian).unwrap();
        let said = |isian: &str, text: &str, tanda: &Tanda| said((field(isian), false, false), &Isi::Teks(text.into()), tanda);
        let none = Tanda::default();
        for text in
            ["belum ada", "proses", "0", "Ada", "00000", "v", "tidak ada", "proses 2021", "1", "1234567890123", "9999999999999"]
        {
            assert_eq!(said("nib", text, &none), Said::Placeholder, "{text}");
        }
        for text in ["0220001234567", "9120304567890", "NIB 9120304567890"] {
            assert_eq!(said("nib", text, &none), Said::Identity, "{text}");
        }
        let told = Tanda { ya: vec!["ada".into()], tidak: vec!["Belum  ada".into()] };
        assert_eq!(said("nib", "belum ada", &told), Said::None);
        assert_eq!(said("nib", "ADA", &told), Said::Identity);
        let own = Office::umkm().kolom("pirt", "PIRT", Some(crate::profile::JenisIsian::Teks));
        let fields = fields_of(&own.sumber);
        let pirt = fields.iter().find(|field| &*field.isian == "pirt").unwrap();
        let of = |text: &str| super::said((pirt, false, false), &Isi::Teks(text.into()), &none);
        for text in [".", "null", "?", "/", "-", "belum ada"] {
            assert_eq!(of(text), Said::Placeholder, "{text}");
        }
        assert_eq!(of("P-IRT 206357504"), Said::Identity);
        // Among numbers whatever has no digit is none, in a column of words it is one.
        let among = |text: &str| super::said((pirt, true, true), &Isi::Teks(text.into()), &none);
        assert_eq!(of("dicabut"), Said::Identity);
        for text in ["dicabut", "ga ada", "expired", "menyusul", "(kosong)", "xxx"] {
            assert_eq!(among(text), Said::Placeholder, "{text}");
        }
        for text in ["P-IRT 206357504", "pemilik 12"] {
            assert_eq!(among(text), Said::Identity, "{text}");
        }
    }

    #[test]
    fn a_counted_number_has_the_digits_of_its_kind() {
        let fields = fields_of(&Office::umkm().sumber);
        let field = |isian: &str| fields.iter().find(|field| &*field.isian == isian).unwrap();
        let said = |isian: &str, text: &str| said((field(isian), true, false), &Isi::Teks(text.into()), &Tanda::default());
        for text in ["IUMK 503/12/2019", "503/123/2018", "3575011001600001", "91203045678901", "12 Maret 2019"] {
            assert_eq!(said("nib", text), Said::OtherNumber { panjang: 13 }, "{text}");
        }
        for text in ["0220001234567", "NIB 9120304567890", "9120.3045.6789.0", "9120304567890 (12-03-2019)", "9120304567890*"] {
            assert_eq!(said("nib", text), Said::Identity, "{text}");
        }
        for text in ["1111111111111111", "1234567891234567", "1234567890123456", "9999999999999999"] {
            assert_eq!(said("nik", text), Said::Placeholder, "{text}");
        }
        assert_eq!(said("nik", "3575.0110.0160.0001"), Said::Identity);
        assert_eq!(said("nib", "belum ada"), Said::Placeholder);
    }
}
