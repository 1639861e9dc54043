//! Cells of whatever column that hold nothing but words by which a figure is none of the year's own:
//! `sampel`, `target`, `data 2020`, `belum final`, `sebagian unit`.

use super::glance::{Glance, kind};
use super::label::{spelt_words, stated_year};
use super::lexicon::{OF_FIGURES, PLANNED, SAMPLES};
use crate::vocabulary::Year;

/// More letters than this say something else.
const LONGEST: usize = 30;
/// What may be unfinished.
const SETTLED: &[&str] = &["final", "fix", "valid", "lengkap", "diaudit"];
/// Of a part of the bearer's figures.
const PARTS: &[&str] = &["sebagian", "hanya", "khusus"];
const OF_A_PART: &[&str] = &["unit", "usp", "cabang", "toko", "usaha", "anggota", "data", "angka", "waserda", "pinjaman"];

/// Whether a cell says nothing but that; `own` is the year of the figures.
pub(crate) fn is_bare_limit(text: &str, own: Option<Year>) -> bool {
    if text.len() > LONGEST || !text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'(') {
        return false;
    }
    !is_of_else(text) && is_nothing_else(text, own)
}

/// A quick look before the slow one: whether none of the words stands there by which a cell says that.
pub(super) fn is_of_else(text: &str) -> bool {
    const SAYS: u32 = kind::PLANNED | kind::SAMPLE | kind::OF_FIGURES | kind::NEGATED | kind::IN_PART;
    Glance::of(text).is_some_and(|own| !own.holds(SAYS))
}

pub(super) fn is_nothing_else(text: &str, own: Option<Year>) -> bool {
    let words = spelt_words(text);
    if words.is_empty() || words.len() > 3 {
        return false;
    }
    let is = |word: &String, list: &[&str]| list.contains(&word.as_str());
    let year = |word: &String| stated_year(word);
    let is_plan = |word: &String| is(word, PLANNED) || is(word, SAMPLES) || word == "sementara";
    let is_beside = |word: &String| is(word, OF_FIGURES) || word == "tahun" || year(word).is_some();
    let planned = words.iter().any(is_plan) && words.iter().all(|word| is_plan(word) || is_beside(word));
    let of_year = words.iter().any(|word| is(word, OF_FIGURES))
        && words.iter().all(is_beside)
        && own.is_some_and(|own| words.iter().filter_map(year).any(|year| year != own));
    let open = words.len() == 2 && words[0] == "belum" && is(&words[1], SETTLED);
    let in_part = match words.as_slice() {
        [one] => one == "sebagian",
        [part, rest @ ..] => is(part, PARTS) && rest.iter().all(|word| is(word, OF_A_PART)),
        [] => false,
    };
    planned || of_year || open || in_part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_limit_and_cells_that_do_not() {
        let own = Some(Year(2021));
        for text in [
            "sampel",
            "Contoh",
            "target",
            "(estimasi)",
            "data 2020",
            "angka perkiraan",
            "belum final",
            "sebagian unit",
            "khusus USP",
        ] {
            assert!(is_bare_limit(text, own), "{text}");
        }
        for text in [
            "Gadingrejo",
            "data 2021",
            "KSP",
            "Binaan",
            "aktif",
            "Jl. Contoh 5",
            "khusus wanita",
            "hanya",
            "2020",
            "belum RAT",
            "usaha",
        ] {
            assert!(!is_bare_limit(text, own), "{text}");
        }
    }
}
