//! Two columns of money that stand in each other's place in some rows: pasted from a form whose columns stood in another
//! order. A relation that holds in all other rows is the other way round there.

use super::told::tell;
use crate::dataset::accept::Findings;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::Banding;
use rust_decimal::Decimal;

/// Fewer rows in which it holds show no relation.
const FEWEST: usize = 8;
/// In as many rows below one another it may be the other way round by chance.
const BLOCK: usize = 3;
/// Amounts so near to each other are told apart by chance.
const NEAR: Decimal = Decimal::from_parts(125, 0, 0, false, 2);
/// Amounts that are so near need not be divided to be told.
const PLAINLY_NEAR: Decimal = Decimal::from_parts(12, 0, 0, false, 1);
/// An exact relation holds within this much of a whole.
const EXACT: Decimal = Decimal::from_parts(1, 0, 0, false, 3);

/// A row's amounts in both columns: the larger of them in the smaller, and whether it is the first column's.
struct Both {
    row: usize,
    times: Decimal,
    is_first: bool,
}

/// Tells a column that figures rest on and another one, where they were interchanged in some rows.
pub(super) fn interchanged(table: &mut Table, resting: &[usize], findings: &mut Findings) {
    let kind = |table: &Table, at: usize| table.columns[at].isian.split('_').next().map(str::to_owned);
    for column in resting {
        for other in 0..table.columns.len() {
            let is_asked_before = resting.contains(&other) && other < *column;
            let are_money = [*column, other].iter().all(|at| table.columns[*at].jenis == Jenis::Uang);
            if !are_money || is_asked_before || kind(table, *column) == kind(table, other) {
                continue;
            }
            if !may_be_turned(pairs(table, *column, other)) {
                continue;
            }
            let all = both(pairs(table, *column, other));
            if let Some((row, count)) = turned(&all) {
                let lain = table.columns[other].isian.to_string();
                tell(table, (row, *column), Banding::Tertukar { lain, baris: count, dari: all.len() }, findings);
            }
        }
    }
}

/// The amounts above zero of rows that have both, by their rows.
fn pairs(table: &Table, column: usize, other: usize) -> impl Iterator<Item = (usize, Decimal, Decimal)> {
    let amount = |row: usize, at: usize| match table.isi(&table.rows[row], at) {
        Isi::Angka(value) if value > Decimal::ZERO => Some(value),
        _ => None,
    };
    (0..table.rows.len()).filter_map(move |row| Some((row, amount(row, column)?, amount(row, other)?)))
}

/// A quick look before amounts are divided: in few enough rows the relation of most is turned, and in none are the two near
/// each other.
fn may_be_turned(pairs: impl Iterator<Item = (usize, Decimal, Decimal)>) -> bool {
    let (mut all, mut firsts) = (0, 0);
    for (_, own, other) in pairs {
        if own.min(other).checked_mul(PLAINLY_NEAR).is_some_and(|near| own.max(other) < near) {
            return false;
        }
        // By a fraction not every amount can be divided.
        if own < Decimal::ONE || other < Decimal::ONE {
            return true;
        }
        all += 1;
        firsts += usize::from(own > other);
    }
    let odd = if firsts * 2 > all { all - firsts } else { firsts };
    are_few(all, odd)
}

/// Whether so many rows of all may be turned.
fn are_few(all: usize, odd: usize) -> bool {
    odd > 0 && all - odd >= FEWEST && odd * 3 <= all + 1
}

fn both(pairs: impl Iterator<Item = (usize, Decimal, Decimal)>) -> Vec<Both> {
    let of_row = |(row, own, other): (usize, Decimal, Decimal)| {
        let times = own.max(other).checked_div(own.min(other))?;
        Some(Both { row, times, is_first: own > other })
    };
    pairs.filter_map(of_row).collect()
}

/// The first row in which the relation of most is turned, and in how many it is: rows below one another, or any where the
/// one is exactly so many times the other in all.
fn turned(all: &[Both]) -> Option<(usize, usize)> {
    let firsts = all.iter().filter(|own| own.is_first).count();
    let is_usual = |own: &&Both| own.is_first == (firsts * 2 > all.len());
    let (usual, odd): (Vec<&Both>, Vec<&Both>) = all.iter().partition(is_usual);
    if !are_few(all.len(), odd.len()) {
        return None;
    }
    let least = usual.iter().map(|own| own.times).min()?;
    let most = usual.iter().map(|own| own.times).max()?;
    // Shares of whole rupiah are rounded.
    let most = most.checked_mul(NEAR)?;
    let is_apart = least >= NEAR && odd.iter().all(|own| own.times >= NEAR && own.times <= most);
    let positions: Vec<usize> = (0..all.len()).filter(|at| !is_usual(&&all[*at])).collect();
    let is_block = odd.len() > BLOCK && positions.last()? - positions.first()? + 1 == odd.len();
    let is_exact = || {
        let is_same = |one: Decimal, other: Decimal| one.checked_sub(other).is_some_and(|far| far.abs() <= EXACT);
        usual.iter().all(|own| is_same(own.times, least)) && odd.iter().all(|own| is_same(own.times, least))
    };
    (is_apart && (is_block || is_exact())).then(|| (odd[0].row, odd.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(amounts: &[(i64, i64)]) -> Option<(usize, usize)> {
        let both = |(row, (own, other)): (usize, &(i64, i64))| Both {
            row,
            times: Decimal::from(*own.max(other)) / Decimal::from(*own.min(other)),
            is_first: own > other,
        };
        turned(&amounts.iter().enumerate().map(both).collect::<Vec<Both>>())
    }

    #[test]
    fn a_block_that_is_turned_and_one_row_of_an_exact_relation() {
        let row = |at: i64| (7_001_233 * at, 7_001_233 * at / [2, 3, 5][at as usize % 3]);
        let swap = |(own, other): (i64, i64)| (other, own);
        let all = |turned: &dyn Fn(i64) -> bool| -> Vec<(i64, i64)> {
            (1..=18).map(|at| if turned(at) { swap(row(at)) } else { row(at) }).collect()
        };
        assert_eq!(of(&all(&|_| false)), None);
        assert_eq!(of(&all(&|at| at <= 6)), Some((0, 6)));
        assert_eq!(of(&all(&|at| (7..=10).contains(&at))), Some((6, 4)));
        // Here and there a business has more than it turns over.
        assert_eq!(of(&all(&|at| at % 5 == 0)), None);
        assert_eq!(of(&all(&|at| at == 4)), None);
        let double = |odd: i64| {
            (1..=12).map(move |at| if at == odd { (at * 2_000_002, at * 1_000_001) } else { (at * 1_000_001, at * 2_000_002) })
        };
        assert_eq!(of(&double(5).collect::<Vec<_>>()), Some((4, 1)));
        assert_eq!(of(&double(0).collect::<Vec<_>>()), None);
    }

    proptest::proptest! {
        #[test]
        fn no_columns_that_are_turned_are_passed_over_by_the_quick_look(
            amounts in proptest::collection::vec((1i64..9, 1i64..9, 0u32..30), 1..40), turned_from in 0usize..60,
        ) {
            let pair = |(row, (own, other, power)): (usize, &(i64, i64, u32))| {
                let scale = Decimal::from_i128_with_scale(1, 28 - power % 29);
                let (own, other) = (Decimal::from(own * 1_000_001), if *power == 29 { scale } else { Decimal::from(*other) });
                if row >= turned_from && row < turned_from + 5 { (row, other, own) } else { (row, own, other) }
            };
            let pairs = || amounts.iter().enumerate().map(pair);
            proptest::prop_assert!(may_be_turned(pairs()) || turned(&both(pairs())).is_none());
        }
    }

    #[test]
    fn amounts_that_are_near_each_other_show_nothing() {
        let near: Vec<(i64, i64)> = (1..=20).map(move |at| (1_000_000 * at, 1_100_000 * at)).collect();
        let turned: Vec<(i64, i64)> =
            near.iter().enumerate().map(|(at, (a, b))| if at < 5 { (*b + at as i64, *a) } else { (*a, *b) }).collect();
        assert_eq!(of(&turned), None);
        let pairs = turned.iter().enumerate().map(|(row, (own, other))| (row, Decimal::from(*own), Decimal::from(*other)));
        assert!(!may_be_turned(pairs), "nothing is divided for it");
    }
}
