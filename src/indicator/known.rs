//! Which indicator of one state is which of another: a form may hold one name
//! under two sasaran, and ids move where a sasaran is put before others.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What an indicator is known by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Known<'a> {
    pub id: &'a str,
    pub nama: &'a str,
    /// Its formula as it is written.
    pub rumus: &'a str,
}

/// For each indicator of `own` the index of the same one in `others`, each used once: the one
/// of its name (of several, that of its formula, of its id, or the next in order), else
/// that of its id whose own name is not known any more.
pub fn counterparts(own: &[Known<'_>], others: &[Known<'_>]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; own.len()];
    let mut is_used = vec![false; others.len()];
    for by_formula_and_id in [(true, true), (true, false), (false, true), (false, false)] {
        let mut free: BTreeMap<_, VecDeque<usize>> = BTreeMap::new();
        for (index, one) in others.iter().enumerate().filter(|(index, _)| !is_used[*index]) {
            free.entry(by(one, by_formula_and_id)).or_default().push_back(index);
        }
        for (one, place) in own.iter().zip(&mut found).filter(|(_, place)| place.is_none()) {
            *place = free.get_mut(&by(one, by_formula_and_id)).and_then(VecDeque::pop_front);
            place.iter().for_each(|index| is_used[*index] = true);
        }
    }
    let names: BTreeSet<&str> = own.iter().map(|one| one.nama).collect();
    let is_free = |index: &usize| !is_used[*index] && !names.contains(others[*index].nama);
    let by_id: BTreeMap<&str, usize> = (0..others.len()).filter(is_free).map(|index| (others[index].id, index)).collect();
    for (one, place) in own.iter().zip(&mut found) {
        *place = place.or_else(|| by_id.get(one.id).copied());
    }
    found
}

/// An indicator's name, with its formula and its id where they are asked for.
fn by<'a>(one: &Known<'a>, (formula, id): (bool, bool)) -> [&'a str; 3] {
    [one.nama, if formula { one.rumus } else { "" }, if id { one.id } else { "" }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(own: &[[&'static str; 3]], others: &[[&'static str; 3]]) -> Vec<Option<usize>> {
        let known = |all: &[[&'static str; 3]]| -> Vec<Known<'static>> {
            all.iter().map(|[id, nama, rumus]| Known { id, nama, rumus }).collect()
        };
        counterparts(&known(own), &known(others))
    }

    #[test]
    fn an_indicator_put_before_another_is_not_taken_for_it() {
        let old = [["1.1", "A", "a"], ["1.2", "B", "b"]];
        assert_eq!(found(&[["1.1", "Baru", "c"], ["1.2", "A", "a"], ["1.3", "B", "b"]], &old), [None, Some(0), Some(1)]);
        assert_eq!(found(&[["1.1", "A yang baru", "a"]], &old[..1]), [Some(0)]);
        assert_eq!(found(&[["1.1", "A", "x"], ["1.2", "Lain", "y"]], &old), [Some(0), Some(1)]);
    }

    #[test]
    fn indicators_of_one_name_are_told_apart() {
        let old = [["1.1", "Jumlah", "a"], ["2.1", "Jumlah", "b"]];
        assert_eq!(found(&old, &old), [Some(0), Some(1)]);
        // A sasaran before them, and both formulas mended.
        assert_eq!(found(&[["1.1", "C", "c"], ["2.1", "Jumlah", "a"], ["3.1", "Jumlah", "b"]], &old), [None, Some(0), Some(1)]);
        assert_eq!(found(&[["1.1", "Jumlah", "a + 1"], ["2.1", "Jumlah", "b + 1"]], &old), [Some(0), Some(1)]);
        // One of them is gone: the other is no counterpart of a new one.
        assert_eq!(found(&[["1.1", "Jumlah", "b"], ["2.1", "C", "c"]], &old), [Some(1), None]);
    }
}
