//! Amounts that stand beside another's name: a column that slipped by a row, or names that were sorted without it.
//! Last year's amounts tell: they fit those of another row, and not the row's own.

use crate::diagnostic::Milik;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What a row that fits another's amount alone weighs, against one that fits its own alone, or neither.
const FOR: i64 = 4;
const NEITHER: i64 = 1;
/// A run of rows that weighs so much is no chance, however many rows there are.
const HEAVY: i64 = 12 * FOR;
/// Fewer rows say nothing by their majority.
const FEW: usize = 12;
/// So many amounts that are another's to the rupiah are no chance.
const SAME: usize = 5;
/// Amounts of fewer digits come again by chance.
const TELLING: u32 = 6;

/// An entity's amounts of two years, in the order of the later list, and what stood at its place in the earlier one.
pub(crate) struct Beside {
    pub row: usize,
    pub after: Option<Decimal>,
    pub before: Option<Decimal>,
    pub at_place: Option<Decimal>,
}

/// A run of rows whose amounts are others': how many, the first of them, and whose.
pub(crate) fn astray(rows: &[Beside]) -> Option<(usize, usize, Milik)> {
    let before = |index: Option<usize>| index.and_then(|index| rows.get(index)).and_then(|row| row.before);
    let of = |whose: &Milik, index: usize| match whose {
        Milik::Bawah => before(Some(index + 1)),
        Milik::Atas => before(index.checked_sub(1)),
        Milik::Urutan | Milik::Lain => rows[index].at_place,
    };
    let found = [Milik::Bawah, Milik::Atas, Milik::Urutan].into_iter().find_map(|whose| {
        let other: Vec<Option<Decimal>> = (0..rows.len()).map(|index| of(&whose, index)).collect();
        let run = heaviest(rows, &other).or_else(|| most(rows, &other))?;
        Some((run.0, run.1, whose))
    });
    found.or_else(|| same(rows).map(|(first, count)| (first, count, Milik::Lain)))
}

fn fits(one: Option<Decimal>, other: Option<Decimal>, (by, of): (u32, u32)) -> Option<bool> {
    let (one, other) = (one?, other?);
    let (large, small) = (one.max(other), one.min(other));
    (small > Decimal::ZERO)
        .then(|| large.checked_mul(of.into()).zip(small.checked_mul(by.into())).is_some_and(|(large, small)| large <= small))
}

/// Where a run of rows fits others' amounts within a quarter and not their own: its first row and how many fit.
fn heaviest(rows: &[Beside], other: &[Option<Decimal>]) -> Option<(usize, usize)> {
    let (mut sum, mut first, mut count) = (0i64, 0usize, 0usize);
    let mut best: Option<(i64, usize, usize)> = None;
    for (row, other) in rows.iter().zip(other) {
        let (own, others) = (fits(row.after, row.before, (5, 4)), fits(row.after, *other, (5, 4)));
        let weight = match (own, others) {
            (Some(false), Some(true)) => FOR,
            (Some(true), Some(false)) => -FOR,
            (Some(false), Some(false)) => -NEITHER,
            _ => 0,
        };
        if sum + weight <= 0 {
            (sum, count) = (0, 0);
            continue;
        }
        if sum == 0 {
            first = row.row;
        }
        sum += weight;
        count += usize::from(weight == FOR);
        if best.is_none_or(|(heaviest, ..)| sum > heaviest) {
            best = Some((sum, first, count));
        }
    }
    best.filter(|(sum, ..)| *sum >= HEAVY).map(|(_, first, count)| (first, count))
}

/// The same of all rows by their majority, within a half: of few rows no run is heavy.
fn most(rows: &[Beside], other: &[Option<Decimal>]) -> Option<(usize, usize)> {
    let judged = rows.iter().zip(other);
    let judged =
        judged.filter_map(|(row, other)| Some((row.row, fits(row.after, row.before, (3, 2))?, fits(row.after, *other, (3, 2))?)));
    let judged: Vec<(usize, bool, bool)> = judged.collect();
    let (own, others) = (judged.iter().filter(|(_, own, _)| *own).count(), judged.iter().filter(|(.., others)| *others).count());
    let is_most = judged.len() >= FEW && others * 5 >= judged.len() * 3 && own * 10 <= judged.len() * 3;
    is_most.then(|| judged.first().map(|(row, ..)| (*row, others))).flatten()
}

/// Amounts of many digits that are, to the rupiah, what another alone had: a third of all, and more than their own.
fn same(rows: &[Beside]) -> Option<(usize, usize)> {
    let is_telling = |value: &Decimal| {
        let text = value.normalize().mantissa().unsigned_abs();
        let noughts = (0..=28).take_while(|zeros| 10u128.checked_pow(*zeros).is_some_and(|ten| text.is_multiple_of(ten))).count();
        let all = text.checked_ilog10().map_or(0, |digits| digits + 1);
        *value > Decimal::ZERO && all + 1 >= TELLING + u32::try_from(noughts).unwrap_or(u32::MAX)
    };
    let mut owner: BTreeMap<Decimal, Option<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        if let Some(before) = row.before.filter(is_telling) {
            owner.entry(before).and_modify(|owner| *owner = None).or_insert(Some(index));
        }
    }
    let others = rows.iter().enumerate().filter_map(|(index, row)| {
        let owner = (*owner.get(&row.after?)?)?;
        (owner != index && row.after != row.before).then_some(row.row)
    });
    let others: Vec<usize> = others.collect();
    let filled = rows.iter().filter(|row| row.after.is_some()).count();
    let is_many = others.len() >= SAME && others.len() * 3 >= filled;
    is_many.then(|| others.first().map(|first| (*first, others.len()))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Amounts far from each other, as koperasi have them, and a year later within a fifth.
    fn list(count: usize) -> (Vec<Decimal>, Vec<Decimal>) {
        let mut state = 7u64;
        let mut next = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let before: Vec<u64> = (0..count).map(|_| 1_000_003 * (1 << next(10)) + next(900_000)).collect();
        let after = before.iter().map(|value| value * (90 + next(28)) / 100).collect::<Vec<u64>>();
        (before.into_iter().map(Decimal::from).collect(), after.into_iter().map(Decimal::from).collect())
    }

    fn rows(before: &[Decimal], after: &[Decimal], place: &[Decimal]) -> Vec<Beside> {
        let row = |index: usize| Beside {
            row: index,
            after: after.get(index).copied(),
            before: before.get(index).copied(),
            at_place: place.get(index).copied(),
        };
        (0..before.len()).map(row).collect()
    }

    #[test]
    fn amounts_of_the_rows_below_and_above_and_of_last_years_order() {
        let (before, after) = list(60);
        assert_eq!(astray(&rows(&before, &after, &[])), None);
        let mut slipped = after.clone();
        slipped.rotate_left(1);
        assert_eq!(astray(&rows(&before, &slipped, &[])).map(|(.., whose)| whose), Some(Milik::Bawah));
        // From the fortieth row on alone.
        let mut half = after.clone();
        half[20..].rotate_right(1);
        assert_eq!(astray(&rows(&before, &half, &[])).map(|(first, _, whose)| (first >= 18, whose)), Some((true, Milik::Atas)));
        // The names were sorted, the amounts stayed as last year's list had them.
        let mut order: Vec<usize> = (0..before.len()).collect();
        order.sort_by_key(|index| (index * 37) % 60);
        let named: Vec<Decimal> = order.iter().map(|index| before[*index]).collect();
        assert_eq!(astray(&rows(&named, &after, &before)).map(|(.., whose)| whose), Some(Milik::Urutan));
    }

    #[test]
    fn amounts_that_others_had_to_the_rupiah() {
        let (before, _) = list(40);
        let mut mixed = before.clone();
        mixed.reverse();
        assert_eq!(astray(&rows(&before, &mixed, &[])).map(|(.., whose)| whose), Some(Milik::Lain));
        assert_eq!(astray(&rows(&before, &before, &before)), None);
        // Amounts that have nothing to do with last year's tell nothing.
        let (_, strange) = list(80);
        assert_eq!(astray(&rows(&before, &strange[40..], &[])), None);
    }
}
