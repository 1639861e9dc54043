//! Quarters and months that a condition picks the rows of: in whatever way they are written, and whether all who are there
//! in the others are there in the last one.

use crate::dataset::key::told_apart_by;
use crate::text::{Period, period_alone};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a number alone may count.
const COUNTED: [&str; 3] = ["triwulan", "bulan", "semester"];

/// The part of a year that a cell is; a number alone (`IV`, `4`) is one of these.
fn share(text: &str, counted: &str) -> Option<Period> {
    let is_bare = text.len() <= 4 && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    let bare = || period_alone(&format!("{counted} {}", text.trim_end_matches('.'))).filter(|_| is_bare);
    period_alone(text).filter(Period::is_part).or_else(bare).filter(|period| period.until.is_some())
}

/// `IV` and `4`, `TW 4`, `Desember` and `12`: the same part of a year.
pub(super) fn same_share(one: &str, other: &str) -> bool {
    let same = |one: &Period, other: &Period| (one.until, one.months) == (other.until, other.months);
    let is_same = |counted: &str| {
        let both = share(one, counted).zip(share(other, counted));
        both.is_some_and(|(one, other)| same(&one, &other) && one_year(&one, &other))
    };
    one != other && COUNTED.into_iter().any(is_same)
}

fn one_year(one: &Period, other: &Period) -> bool {
    one.year.is_none() || other.year.is_none() || one.year == other.year
}

/// Whether texts are parts of a year throughout, as those of a column of quarters or months are.
pub(super) fn are_shares(texts: &[(&Arc<str>, usize)]) -> bool {
    COUNTED.into_iter().any(|counted| texts.iter().all(|(text, _)| share(text, counted).is_some()))
}

/// The bearers of `rows` (name and part of the year) who have rows of other parts and none of `text`, with how many they
/// have; only where `text` is the last part of all and most have it.
pub(super) fn without_share<'r>(text: &str, rows: &[(&'r str, Arc<str>)]) -> Vec<(&'r str, usize)> {
    let mut texts: BTreeMap<&str, Option<u8>> = BTreeMap::new();
    for (_, text) in rows {
        texts.insert(text, None);
    }
    // A column of other things says none of them throughout.
    let says_all = |counted: &&str| texts.keys().all(|text| share(text, counted).is_some());
    let Some(counted) = COUNTED.into_iter().find(says_all) else { return Vec::new() };
    let last = |text: &str| share(text, counted).and_then(|period| period.until);
    let until: BTreeMap<&str, Option<u8>> = texts.into_keys().map(|text| (text, last(text))).collect();
    let own = last(text);
    if own.is_none() || until.values().any(|last| *last > own) {
        return Vec::new();
    }
    let mut bearers: BTreeMap<String, (&str, usize, bool)> = BTreeMap::new();
    for (nama, text) in rows {
        let bearer = bearers.entry(told_apart_by(nama)).or_insert((nama, 0, false));
        bearer.1 += 1;
        bearer.2 |= until.get(&**text).copied().flatten() == own;
    }
    let lacking: Vec<(&str, usize)> =
        bearers.values().filter(|(_, _, has)| !has).map(|(nama, count, _)| (*nama, *count)).collect();
    if lacking.len() * 2 > bearers.len() { Vec::new() } else { lacking }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_quarter_in_several_writings() {
        for (one, other) in [
            ("iv", "4"),
            ("iv", "tw 4"),
            ("tw iv", "4"),
            ("triwulan iv", "iv"),
            ("i", "1"),
            ("tw iv", "iv."),
            ("desember", "12"),
            ("juni", "6"),
        ] {
            assert!(same_share(one, other), "{one} {other}");
        }
        for (one, other) in [("iv", "3"), ("iv", "iv"), ("mikro", "kecil"), ("aktif", "4"), ("semester 1", "tw 2"), ("2021", "4")]
        {
            assert!(!same_share(one, other), "{one} {other}");
        }
    }

    #[test]
    fn those_who_have_no_row_of_the_last_quarter() {
        let rows = |of: &[(&'static str, &str)]| -> Vec<(&'static str, Arc<str>)> {
            of.iter().map(|(nama, text)| (*nama, Arc::from(*text))).collect()
        };
        let all = [("Mawar", "III"), ("Mawar", "IV"), ("Melati", "III"), ("Melati", "4"), ("Dahlia", "II"), ("Dahlia", "III")];
        assert_eq!(without_share("IV", &rows(&all)), [("Dahlia", 2)]);
        // Whoever began later lacks nothing, and of a year that goes on nobody knows.
        assert!(without_share("III", &rows(&all)).is_empty());
        assert!(without_share("IV", &rows(&all[..4])).is_empty());
        let months = [("Mawar", "11"), ("Mawar", "12"), ("Melati", "11"), ("Dahlia", "12")];
        assert_eq!(without_share("12", &rows(&months)), [("Melati", 1)]);
        assert!(without_share("IV", &rows(&[("Mawar", "IV"), ("Melati", "III"), ("Dahlia", "III")])).is_empty());
        assert!(without_share("aktif", &rows(&[("Mawar", "aktif"), ("Melati", "pasif"), ("Dahlia", "aktif")])).is_empty());
    }
}
