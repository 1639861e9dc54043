//! Amounts in thousands or millions among few in rupiah: those in rupiah all end with three noughts, the others do not, and so
//! many times as much they would be as the others are.

use rust_decimal::Decimal;

/// Of fewer nobody knows.
const FEWEST: usize = 3;
/// Smaller ones in rupiah are no amounts of business.
const GREAT: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
/// Between the two are so many times.
const GAP: Decimal = Decimal::from_parts(50, 0, 0, false, 0);
/// Where there are so many of either, less will do.
const SOME: (usize, usize) = (3, 5);
const GAP_OF_SOME: Decimal = Decimal::TEN;
/// So many times the greatest of the others, or so small a part of their least, they may be.
const BESIDE: Decimal = Decimal::TEN;

/// The first of the amounts (by their rows) that are so, and the usual one of the others.
pub(crate) fn first_in_thousands(amounts: impl Iterator<Item = (usize, Decimal)> + Clone) -> Option<(usize, Decimal)> {
    let is_thousands = |value: &Decimal| (*value % Decimal::ONE_THOUSAND).is_zero();
    let of = |rounded: bool| amounts.clone().filter(move |(_, value)| !value.is_zero() && is_thousands(value) == rounded);
    let range = |rounded: bool| {
        let mut values = of(rounded).map(|(_, value)| value);
        let first = values.next()?;
        Some(values.fold((first, first, 1_usize), |(least, most, count), value| (least.min(value), most.max(value), count + 1)))
    };
    let ((least, most, small), (least_whole, most_whole, whole)) = (range(false)?, range(true)?);
    let times = |value: Decimal, times: Decimal| value.checked_mul(times);
    let gap = if small >= SOME.0 && whole >= SOME.1 { GAP_OF_SOME } else { GAP };
    let is_apart = least >= Decimal::ONE && least_whole >= GREAT && times(most, gap).is_some_and(|most| most <= least_whole);
    let fits = |factor: Decimal| {
        let (Some(least), Some(most)) = (times(least, factor), times(most, factor)) else { return false };
        times(least, BESIDE).is_some_and(|least| least >= least_whole)
            && times(most_whole, BESIDE).is_some_and(|highest| most <= highest)
    };
    let is_told = small + whole >= FEWEST && whole >= 2 && is_apart && [Decimal::ONE_THOUSAND, GREAT].into_iter().any(fits);
    let first = of(false).map(|(row, _)| row).next().filter(|_| is_told)?;
    Some((first, (least_whole + most_whole) / Decimal::TWO))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(values: &[i64]) -> Option<usize> {
        first_in_thousands(values.iter().map(|value| Decimal::from(*value)).enumerate()).map(|(row, _)| row)
    }

    #[test]
    fn thousands_among_whole_rupiah() {
        assert_eq!(told(&[197_113, 701_825_000, 251_943_000]), Some(0));
        assert_eq!(told(&[706_579_000, 315_310, 810_779_000, 605_582, 54_126, 269_817_000]), Some(1));
        assert_eq!(told(&[706_579_000, 315, 810_779_000]), Some(1));
        let some = [25_835_000, 87_828_000, 433_732_000, 119_493_000, 881_793, 280_827_000, 117_644, 741_545];
        assert_eq!([told(&some), told(&some[..5])], [Some(4), None]);
        // To the rupiah all of them, or none; small ones that are round as well; too small, or too great, to be one of the others.
        for values in [
            &[197_113, 701_825_123, 251_943_000][..],
            &[500_000, 701_825_000, 251_943_000],
            &[19_113, 701_825_000, 251_943_000],
            &[12_197_113, 701_825_000, 251_943_000],
            &[197_113, 701_825_000],
            &[12, 45, 3_000, 12_000],
        ] {
            assert_eq!(told(values), None, "{values:?}");
        }
    }
}
