//! Texts that stand where an identity or a certificate's number should and say
//! that there is none (`0`, `belum ada`, `proses`): `IS NOT EMPTY` would count them.

use super::{FieldInfo, Isi, Jenis};
use crate::profile::Tanda;
use crate::text::{MarkText, read_mark};

/// Identities that consist of digits, and how many of them at least.
const OF_DIGITS: [(&str, usize); 5] = [("nik", 8), ("nib", 8), ("nik_koperasi", 5), ("npwp", 8), ("no_kk", 8)];

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
}

/// Reads a text of such a column.
pub(crate) fn said(field: &FieldInfo, isi: &Isi, tanda: &Tanda) -> Said {
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
    let is_number = OF_DIGITS.iter().find(|(isian, _)| *isian == &*field.isian);
    let is_placeholder = match is_number {
        // Of a NIB it is known how long it is.
        Some(("nib", least)) => digits < *least || is_nought || is_made_up(&text),
        Some((_, least)) => digits < *least && text.chars().any(char::is_alphabetic) || is_nought,
        None if is_nominal(&field.isian) => is_nought || digits == 0,
        None => is_nought && digits > 0 || is_word(&text),
    };
    if is_placeholder { Said::Placeholder } else { Said::Identity }
}

/// `1234567890123`, `1111111111111`: typed to have a number there.
fn is_made_up(text: &str) -> bool {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
    let goes_up = digits.windows(2).all(|pair| (pair[1] - b'0') == (pair[0] - b'0' + 1) % 10);
    digits.len() >= 8 && (goes_up || digits.windows(2).all(|pair| pair[0] == pair[1]))
}

/// A field whose texts are numbers with letters: `518/BH/1990`.
fn is_nominal(isian: &str) -> bool {
    isian.starts_with("nomor") || isian.starts_with("no_")
}

/// A sign of no, or words that a missing paper is told by.
fn is_word(text: &str) -> bool {
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    matches!(read_mark(text), MarkText::No | MarkText::Cross) || !has_digit && NOT_YET.contains(&first)
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
        let said = |isian: &str, text: &str, tanda: &Tanda| said(field(isian), &Isi::Teks(text.into()), tanda);
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
    }
}
