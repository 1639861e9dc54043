//! Quarters and months that a condition picks the rows of: in whatever way they are written, and whether all who are there
//! in the others are there in the last one.

use crate::dataset::key::told_apart_by;
use crate::text::{Period, period_alone};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The part of a year that a cell is, a number alone (`IV`, `4`) being that of a quarter.
fn share(text: &str) -> Option<Period> {
    let is_bare = text.len() <= 4 && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    let bare = || period_alone(&format!("triwulan {}", text.trim_end_matches('.'))).filter(|_| is_bare);
    period_alone(text).filter(Period::is_part).or_else(bare).filter(|period| period.until.is_some())
}

/// `IV` and `4`, `TW 4`: the same part of a year.
pub(super) fn same_share(one: &str, other: &str) -> bool {
    let same = |one: &Period, other: &Period| (one.until, one.months) == (other.until, other.months);
    one != other && share(one).zip(share(other)).is_some_and(|(one, other)| same(&one, &other) && one_year(&one, &other))
}

fn one_year(one: &Period, other: &Period) -> bool {
    one.year.is_none() || other.year.is_none() || one.year == other.year
}

/// The bearers of `rows` (name and part of the year) who have rows of other parts and none of `text`, with how many they
/// have; only where `text` is the last part of all and most have it.
pub(super) fn without_share<'r>(text: &str, rows: &[(&'r str, Arc<str>)]) -> Vec<(&'r str, usize)> {
    let Some(own) = share(text) else { return Vec::new() };
    let mut until: BTreeMap<&str, Option<u8>> = BTreeMap::new();
    for (_, text) in rows {
        until.entry(text).or_insert_with(|| share(text).and_then(|period| period.until));
    }
    // A column of other things, or rows after these.
    if until.values().any(|last| last.is_none_or(|last| Some(last) > own.until)) {
        return Vec::new();
    }
    let mut bearers: BTreeMap<String, (&str, usize, bool)> = BTreeMap::new();
    for (nama, text) in rows {
        let bearer = bearers.entry(told_apart_by(nama)).or_insert((nama, 0, false));
        bearer.1 += 1;
        bearer.2 |= until.get(&**text).copied().flatten() == own.until;
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
        for (one, other) in [("iv", "4"), ("iv", "tw 4"), ("tw iv", "4"), ("triwulan iv", "iv"), ("i", "1"), ("tw iv", "iv.")] {
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
        assert!(without_share("IV", &rows(&[("Mawar", "IV"), ("Melati", "III"), ("Dahlia", "III")])).is_empty());
        assert!(without_share("aktif", &rows(&[("Mawar", "aktif"), ("Melati", "pasif"), ("Dahlia", "aktif")])).is_empty());
    }
}
