//! Labels of rows that are a part of the row above them: `di antaranya USP`, `- Toko`.

use super::glance::{Glance, kind};
use super::label::{spelt_words, words};
use super::lexicon::{OWN_UNITS, PART_LEADS, PART_RUNS, PART_TAILS};
use super::phrase::is_enumerator;

/// How a label says that its row is a part of the one above.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PartLabel {
    /// In words: `di antaranya USP`, `dari jumlah di atas: KSP`.
    Stated,
    /// By a dash, a letter or its indent, before a word for one's own unit: `- USP`.
    Marked,
    /// Unmarked, in words that are nobody's whole name (`USP`, `Unit Simpan Pinjam`): a
    /// part where the rows themselves are numbered or keyed; else figures tell.
    Lone,
    /// By a dash or a letter alone: a part, or somebody's name behind a stray mark.
    Doubtful,
    /// Unmarked, in words for one's own units (`Toko`, `Unit Pertokoan Jaya`): a part, or
    /// the name of a business. Only figures tell.
    Bare,
}

/// Whether a label is a part's; `text` as it stands in the cell, blanks before it and all.
pub(crate) fn part_label(text: &str) -> Option<PartLabel> {
    if is_whole(text) { None } else { told(text) }
}

/// A quick look before the slow one: whether a text begins with a letter that marks no part, and its words are no part's.
pub(super) fn is_whole(text: &str) -> bool {
    let [first, second, ..] = text.as_bytes() else { return false };
    let begins = first.is_ascii_alphabetic() && !matches!(second, b'.' | b')');
    let is_whole = |own: Glance| own.first & kind::PART_LEAD == 0 && !own.holds(kind::PART_TAIL) && own.all & kind::OWN_UNIT == 0;
    begins && Glance::of(text).is_some_and(is_whole)
}

pub(super) fn told(text: &str) -> Option<PartLabel> {
    let spelt = spelt_words(text);
    let first = spelt.first()?;
    let begins = |run: &&[&str]| spelt.len() > run.len() && run.iter().zip(&spelt).all(|(word, own)| word == own);
    // `USP (sudah termasuk di atas)`.
    let ends = |run: &&[&str]| spelt.len() > run.len() && run.iter().rev().zip(spelt.iter().rev()).all(|(word, own)| word == own);
    if PART_RUNS.iter().any(begins) || PART_TAILS.iter().any(ends) {
        return Some(PartLabel::Stated);
    }
    // `Termasuk Enak` may be anybody's name.
    if spelt.len() > 1 && PART_LEADS.contains(&first.as_str()) {
        let is_own = spelt[1..].iter().any(|word| OWN_UNITS.contains(&word.as_str()) || matches!(word.as_str(), "dari" | "atas"));
        return Some(if is_own { PartLabel::Stated } else { PartLabel::Doubtful });
    }
    let bare = text.trim_start();
    let is_indented = text.len() >= bare.len() + 2 || text.starts_with('\t');
    // `-Toko-` is a name set between dashes.
    let is_set_apart = bare.trim_end().ends_with(['-', '\u{2013}', '*']);
    let is_dashed = !is_set_apart && bare.starts_with(['-', '\u{2013}', '\u{2022}', '\u{b7}', '*', '>', '\u{25aa}', '\u{2192}']);
    // `a. Toko`, `a) Toko`: small letters only, names have `A. Yani`.
    let mut letters = bare.chars();
    let is_lettered = matches!((letters.next(), letters.next()), (Some('a'..='z'), Some('.' | ')')))
        && letters.next().is_some_and(char::is_whitespace);
    if !is_indented && !is_dashed && !is_lettered {
        let is_own = |word: &String| OWN_UNITS.contains(&word.as_str()) || matches!(word.as_str(), "o" | "w");
        return match (first.as_str(), spelt.iter().all(is_own)) {
            // `USP`, `Unit Simpan Pinjam`: nobody's whole name.
            ("usp" | "usps" | "unit" | "o", true) => Some(PartLabel::Lone),
            (_, true) | ("unit" | "usaha" | "bidang" | "divisi" | "cabang", false) => Some(PartLabel::Bare),
            _ => None,
        };
    }
    let rest = if is_lettered { &spelt[1..] } else { &spelt[..] };
    let is_unit = !rest.is_empty() && rest.iter().all(|word| OWN_UNITS.contains(&word.as_str()) || is_enumerator(word));
    match (is_unit, is_dashed || is_lettered) {
        (true, _) => Some(PartLabel::Marked),
        (false, true) if words(bare).iter().any(|word| word.chars().any(char::is_alphabetic)) => Some(PartLabel::Doubtful),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_names_like_them() {
        for (text, expected) in [
            ("di antaranya USP", Some(PartLabel::Stated)),
            ("Diantaranya: unit simpan pinjam", Some(PartLabel::Stated)),
            ("dari jumlah di atas: KSP", Some(PartLabel::Stated)),
            ("termasuk USP", Some(PartLabel::Stated)),
            ("Termasuk Enak", Some(PartLabel::Doubtful)),
            ("antara lain USP", Some(PartLabel::Stated)),
            ("USP (sudah termasuk di atas)", Some(PartLabel::Stated)),
            ("Toko, termasuk di atas", Some(PartLabel::Stated)),
            ("- USP", Some(PartLabel::Marked)),
            ("  USP", Some(PartLabel::Marked)),
            ("a. Toko", Some(PartLabel::Marked)),
            ("- KSP Adil", Some(PartLabel::Doubtful)),
            ("-Toko-", Some(PartLabel::Bare)),
            ("  KSP Adil", None),
            ("A. Yani", None),
            ("USP Makmur", None),
            ("\tToko", Some(PartLabel::Marked)),
            ("Toko", Some(PartLabel::Bare)),
            ("Usaha Simpan Pinjam", Some(PartLabel::Bare)),
            ("Unit Pertokoan Jaya", Some(PartLabel::Bare)),
            ("Toko Jaya", None),
            ("dari Unit Toko", Some(PartLabel::Stated)),
            ("Unit Simpan Pinjam", Some(PartLabel::Lone)),
            ("o/w USP", Some(PartLabel::Lone)),
            ("Termasuk", None),
            ("-", None),
        ] {
            assert_eq!(part_label(text), expected, "{text:?}");
        }
    }
}
