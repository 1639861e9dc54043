//! A list in order of size, but for one row: `DAFTAR KOPERASI MENURUT VOLUME USAHA`, of which the tenth is eight times the ninth.

use super::told::{amounts, tell};
use crate::dataset::Table;
use crate::dataset::accept::Findings;
use crate::diagnostic::Banding;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Fewer rows may be in order by chance, and fewer amounts.
const FEW: usize = 10;
const DIFFERENT: usize = 8;
/// So far beyond its neighbours is out of order; less may be a later correction.
const BEYOND: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

/// Tells the one amount that is not in its column's order.
pub(super) fn out_of_order(table: &mut Table, column: usize, findings: &mut Findings) {
    let own = amounts(table, column);
    if let Some((at, [above, below])) = odd_one(&own) {
        tell(table, (own[at].0, column), Banding::Urutan { atas: above, bawah: below }, findings);
    }
}

/// Which one breaks the order of all others, and what stands above and below it.
fn odd_one(own: &[(usize, Decimal)]) -> Option<(usize, [Decimal; 2])> {
    let (first, last) = (own.first()?.1, own.last()?.1);
    let falls = first > last;
    let is_wrong = |one: Decimal, next: Decimal| if falls { one < next } else { one > next };
    let broken = (1..own.len()).find(|at| is_wrong(own[at - 1].1, own[*at].1))?;
    if own.len() < FEW {
        return None;
    }
    // Either of the two, where all others are in order without it.
    let others = |without: usize| own.iter().enumerate().filter(move |(at, _)| *at != without).map(|(_, (_, value))| *value);
    let is_ordered = |without: &usize| {
        let mut above: Option<Decimal> = None;
        let in_place = others(*without).all(|value| !above.replace(value).is_some_and(|above| is_wrong(above, value)));
        in_place && others(*without).collect::<BTreeSet<Decimal>>().len() >= DIFFERENT
    };
    let odd = [broken, broken - 1].into_iter().filter(is_ordered).find(|at| {
        // The last one was added below.
        let (Some(above), Some(below)) = (at.checked_sub(1).and_then(|at| own.get(at)), own.get(at + 1)) else { return false };
        let (value, large, small) = (own[*at].1, above.1.max(below.1), above.1.min(below.1));
        let is_times = |small: Decimal, large: Decimal| small.checked_mul(BEYOND).is_some_and(|most| most <= large);
        is_times(large, value) || is_times(value, small)
    })?;
    Some((odd, [own[odd - 1].1, own[odd + 1].1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(values: &[i64]) -> Option<usize> {
        let own: Vec<(usize, Decimal)> = values.iter().enumerate().map(|(row, value)| (row, Decimal::from(*value))).collect();
        odd_one(&own).map(|(at, _)| at)
    }

    #[test]
    fn one_that_is_not_in_its_place_is_told() {
        let falling: Vec<i64> = (0..14).map(|at| 900_000_000 - at * 61_234_567).collect();
        let with = |at: usize, value: i64| {
            let mut all = falling.clone();
            all[at] = value;
            all
        };
        assert_eq!(told(&falling), None);
        assert_eq!(told(&with(9, 2_790_000_000)), Some(9));
        assert_eq!(told(&with(4, 60_000_000)), Some(4));
        let rising: Vec<i64> = with(9, 2_790_000_000).into_iter().rev().collect();
        assert_eq!(told(&rising), Some(4));
        // Hardly out of its place, added at the foot, of two, and in no order at all.
        assert_eq!(told(&with(9, 420_000_000)), None);
        assert_eq!(told(&with(13, 800_000_000)), None);
        let mut two = with(9, 2_790_000_000);
        two[4] = 60_000_000;
        assert_eq!(told(&two), None);
        assert_eq!(told(&[5, 900, 30, 1_000, 70, 2, 800, 45, 61, 12, 9, 300]), None);
        // Few, and small ones of which many are alike.
        assert_eq!(told(&with(4, 60_000_000)[..9]), None);
        assert_eq!(told(&[1, 1, 1, 1, 1, 9, 2, 2, 2, 3, 3, 3]), None);
    }
}
