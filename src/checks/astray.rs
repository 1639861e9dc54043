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
/// Fewer rows do not all fit another's by chance.
const FEW_ASTRAY: usize = 5;
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
        let run = heaviest(rows, &other).or_else(|| most(rows, &other)).or_else(|| nearly_all(rows, &other))?;
        Some((run.0, run.1, whose))
    });
    let slipped = || [Milik::Bawah, Milik::Atas].into_iter().find_map(|whose| slipped(rows, whose));
    found.or_else(|| same(rows).map(|(first, count)| (first, count, Milik::Lain))).or_else(slipped)
}

/// How close two years' amounts of one entity may be taken to be, the closest first.
const BANDS: [(u32, u32); 3] = [(21, 20), (11, 10), (5, 4)];
/// So many rows one after another are no chance, however close.
const FEWEST: usize = 4;
/// Amounts of rows so far away are near by chance alone.
const AWAY: std::ops::RangeInclusive<usize> = 2..=6;
/// So seldom may chance make such a run.
const SELDOM: Decimal = Decimal::from_parts(1, 0, 0, false, 4);

/// Rows one after another whose amounts are near those of the row below or above, and neither their own nor the row's on
/// the other side: as many as chance does not make, judged by how many amounts leave their own, and how often strangers' are near.
fn slipped(rows: &[Beside], whose: Milik) -> Option<(usize, usize, Milik)> {
    let before = |index: Option<usize>| index.and_then(|index| rows.get(index)).and_then(|row| row.before);
    // In order of size each row's amount is near its neighbours'.
    let known: Vec<Decimal> = rows.iter().filter_map(|row| row.before).collect();
    let rising = known.windows(2).filter(|pair| pair[0] <= pair[1]).count();
    let falling = known.windows(2).filter(|pair| pair[0] >= pair[1]).count();
    if rising.max(falling) * 5 >= known.len().saturating_sub(1) * 4 {
        return None;
    }
    let neighbours = |index: usize| match whose {
        Milik::Bawah => (before(Some(index + 1)), before(index.checked_sub(1))),
        _ => (before(index.checked_sub(1)), before(Some(index + 1))),
    };
    BANDS.into_iter().find_map(|band| {
        let own: Vec<Option<bool>> = rows.iter().map(|row| fits(row.after, row.before, band)).collect();
        let (missed, judged) = (own.iter().filter(|own| **own == Some(false)).count(), own.iter().flatten().count());
        let strangers = (0..rows.len())
            .flat_map(|index| AWAY.flat_map(move |away| [index.checked_sub(away), Some(index + away)].map(|at| (index, at))));
        let strangers = strangers.filter_map(|(index, at)| fits(rows[index].after, before(at), band));
        let (near, all) = strangers.fold((1usize, 1usize), |(near, all), is_near| (near + usize::from(is_near), all + 1));
        let share = |part: usize, whole: usize| Decimal::from(part).checked_div(Decimal::from(whole));
        let chance = share(missed, judged)?.checked_mul(share(near, all)?)?;
        let mut likely = Decimal::from(judged);
        let needed = (1..=rows.len()).find(|_| {
            likely = likely.checked_mul(chance).unwrap_or_default();
            likely < SELDOM
        })?;
        let weight = |index: usize| {
            let (other, opposite) = neighbours(index);
            let near = |amount: Option<Decimal>| fits(rows[index].after, amount, band) == Some(true);
            match (own[index], near(other)) {
                (None, _) => 0,
                (Some(false), true) if !near(opposite) => FOR,
                (Some(true), false) => -FOR,
                (Some(false), false) => -NEITHER,
                _ => 0,
            }
        };
        let (sum, first, count) = heaviest_run((0..rows.len()).map(|index| (rows[index].row, weight(index))))?;
        let needed = needed.max(FEWEST);
        (count >= needed && sum >= FOR * i64::try_from(needed).ok()? - FOR).then_some((first, count, whose))
    })
}

fn fits(one: Option<Decimal>, other: Option<Decimal>, (by, of): (u32, u32)) -> Option<bool> {
    let (one, other) = (one?, other?);
    let (large, small) = (one.max(other), one.min(other));
    (small > Decimal::ZERO)
        .then(|| large.checked_mul(of.into()).zip(small.checked_mul(by.into())).is_some_and(|(large, small)| large <= small))
}

/// Where a run of rows fits others' amounts within a quarter and not their own: its first row and how many fit.
fn heaviest(rows: &[Beside], other: &[Option<Decimal>]) -> Option<(usize, usize)> {
    let weight = |(row, other): (&Beside, &Option<Decimal>)| {
        let (own, others) = (fits(row.after, row.before, (5, 4)), fits(row.after, *other, (5, 4)));
        let weight = match (own, others) {
            (Some(false), Some(true)) => FOR,
            (Some(true), Some(false)) => -FOR,
            (Some(false), Some(false)) => -NEITHER,
            _ => 0,
        };
        (row.row, weight)
    };
    let best = heaviest_run(rows.iter().zip(other).map(weight));
    best.filter(|(sum, ..)| *sum >= HEAVY).map(|(_, first, count)| (first, count))
}

/// Of rows and their weights the run that weighs most: its weight, its first row, and how many of its rows weigh for it.
fn heaviest_run(weights: impl Iterator<Item = (usize, i64)>) -> Option<(i64, usize, usize)> {
    let (mut sum, mut first, mut count) = (0i64, 0usize, 0usize);
    let mut best: Option<(i64, usize, usize)> = None;
    for (row, weight) in weights {
        if sum + weight <= 0 {
            (sum, count) = (0, 0);
            continue;
        }
        if sum == 0 {
            first = row;
        }
        sum += weight;
        count += usize::from(weight == FOR);
        if best.is_none_or(|(heaviest, ..)| sum > heaviest) {
            best = Some((sum, first, count));
        }
    }
    best
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

/// The same of nearly all rows, however few, within a quarter, where hardly any is near its own.
fn nearly_all(rows: &[Beside], other: &[Option<Decimal>]) -> Option<(usize, usize)> {
    let of = |(row, other): (&Beside, &Option<Decimal>)| {
        Some((row.row, fits(row.after, row.before, (5, 4))?, fits(row.after, *other, (5, 4))?))
    };
    let judged: Vec<(usize, bool, bool)> = rows.iter().zip(other).filter_map(of).collect();
    let (own, others) = (judged.iter().filter(|(_, own, _)| *own).count(), judged.iter().filter(|(.., others)| *others).count());
    let is_told = judged.len() >= FEW_ASTRAY && others + judged.len() / FEW >= judged.len() && own * 4 <= judged.len();
    is_told.then(|| judged.first().map(|(row, ..)| (*row, others))).flatten()
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

    /// Some of a few rows, with ordinary growth: told. Lists of every kind in which nothing slipped: not.
    #[test]
    fn a_few_rows_that_slipped_are_told_and_leaps_are_not() {
        let slip = |after: &[i64], at: usize| {
            let mut after = after.to_vec();
            after[at..].rotate_right(1);
            after
        };
        let of = |amounts: &[i64]| amounts.iter().map(|amount| Decimal::from(*amount)).collect::<Vec<Decimal>>();
        let before = [10_100, 28_500, 23_200, 34_600, 3_400, 10_100, 22_100, 20_900, 12_500, 15_200, 36_400, 17_300];
        let after = [10_600, 38_400, 24_300, 34_600, 3_500, 10_600, 22_100, 22_100, 13_700, 15_200, 36_400, 21_900];
        assert_eq!(astray(&rows(&of(&before), &of(&after), &[])), None);
        let found = astray(&rows(&of(&before), &of(&slip(&after, 8)), &[]));
        assert_eq!(found.map(|(first, count, whose)| ((7..=8).contains(&first), count, whose)), Some((true, 4, Milik::Atas)));
        let mut state = 11u64;
        let mut next = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let mut slipped = 0;
        for round in 0..600 {
            let count = [12, 30, 120][round % 3];
            let mut before: Vec<i64> = (0..count).map(|_| 1_000 * (5 + next(150) as i64)).collect();
            // Round amounts that many have; in order of size.
            if round % 5 == 0 {
                before.iter_mut().for_each(|amount| *amount = *amount / 25_000 * 25_000 + 25_000);
            }
            if round % 7 == 0 {
                before.sort_unstable();
            }
            // One in three leaps, in some lists every other.
            let leap = if round % 2 == 0 { 3 } else { 2 };
            let grown = |amount: &i64, next: &mut dyn FnMut(u64) -> u64| {
                let share = if next(leap) == 0 { 30 + next(300) } else { 95 + next(20) };
                amount * share as i64 / 100
            };
            let after: Vec<i64> = before.iter().map(|amount| grown(amount, &mut next)).collect();
            let told = astray(&rows(&of(&before), &of(&after), &[]));
            assert_eq!(told, None, "{round} {before:?} {after:?}");
            let steady: Vec<i64> = before.iter().map(|amount| amount * (95 + next(20) as i64) / 100).collect();
            slipped += usize::from(astray(&rows(&of(&before), &of(&slip(&steady, count / 2)), &[])).is_some());
        }
        assert!(slipped > 350, "{slipped}");
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
