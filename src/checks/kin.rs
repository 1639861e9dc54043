//! Entities of two years that may be one though neither key nor name is the same to the letter.

use crate::dataset::Table;
use crate::dataset::cell::isi_text;
use crate::dataset::entities::kin::own_words;
use crate::dataset::key::normal;
use std::collections::BTreeMap;

/// What tells where an entity is.
const PLACES: [&str; 2] = ["kecamatan", "kelurahan"];

/// Of the entities that are gone and those that are new, the pairs whose names have the same words of their own in
/// whatever order (`Koperasi Unit Desa Tirtha Luhur`, `KUD Tirtha Luhur`), or all of the one's in the other's
/// (`KUD Tirtha Luhur Kota Contoh`), in one place as far as both years tell. Rows of the earlier, then the later table.
pub(crate) fn nearly_one(earlier: &Table, later: &Table, gone: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let names = |table: &Table, rows: &[usize]| -> Vec<Vec<String>> {
        rows.iter().map(|row| own_words(&table.rows[*row].nama)).collect()
    };
    let (old, fresh) = (names(earlier, gone), names(later, new));
    let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, words) in old.iter().enumerate() {
        words.iter().for_each(|word| by_word.entry(word).or_default().push(index));
    }
    let mut pairs = Vec::new();
    for (index, words) in fresh.iter().enumerate() {
        // The rarest of its words leads to those that may be meant.
        let met = words.iter().filter_map(|word| by_word.get(word.as_str())).min_by_key(|met| met.len());
        let met = met.into_iter().flatten().filter(|at| is_same(&old[**at], words));
        let mut met = met.filter(|at| are_in_one_place((earlier, gone[**at]), (later, new[index])));
        if let (Some(one), None) = (met.next(), met.next()) {
            pairs.push((gone[*one], new[index]));
        }
    }
    pairs
}

/// The same words, or all of two or more in the other.
fn is_same(one: &[String], other: &[String]) -> bool {
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let is_enough = few.len() >= 2 || few.len() == many.len() && few.iter().any(|word| word.len() >= 4);
    is_enough && few.iter().all(|word| many.contains(word))
}

fn are_in_one_place((earlier, old): (&Table, usize), (later, fresh): (&Table, usize)) -> bool {
    PLACES.iter().all(|isian| {
        let text = |table: &Table, row: usize| {
            table.column(isian).map(|at| normal(&isi_text(&table.isi(&table.rows[row], at)))).unwrap_or_default()
        };
        let (old, fresh) = (text(earlier, old), text(later, fresh));
        old.is_empty() || fresh.is_empty() || old == fresh
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_one_and_names_that_are_not() {
        let words = own_words;
        for other in [
            "Koperasi Unit Desa Tirtha Luhur",
            "KUD Luhur Tirtha",
            "Kud Tirtha Luhur (KUD)",
            "KUD Tirtha Luhur Pasuruan",
            "KUD Tirtha Loehoer",
        ] {
            assert!(is_same(&words("KUD Tirtha Luhur"), &words(other)), "{other}");
        }
        for other in ["KUD Tirtha Makmur", "KUD Luhur", "KSP Artha", "KUD"] {
            assert!(!is_same(&words("KUD Tirtha Luhur"), &words(other)), "{other}");
        }
    }
}
