//! A stated total against the exact sum of its rows.

use crate::dataset::counted::StatedTotal;
use crate::dataset::{Isi, Jenis};
use rust_decimal::{Decimal, RoundingStrategy};

/// One counted cell of a column as the check sees it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Summand {
    pub row: u32,
    /// None where the cell is missing.
    pub value: Option<Decimal>,
    /// The cell could not be read.
    pub doubtful: bool,
    /// `[[terima]]` put this value there, or let the cell count as missing.
    pub accepted: bool,
}

/// A stated total beside its rows.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Compared {
    /// A doubtful cell (a finding of its own) makes the comparison meaningless, or the total
    /// leaves corrected cells out, as Excel's SUM leaves out texts.
    Not,
    Agrees,
    /// The rows make another sum.
    Differs {
        terhitung: Decimal,
        baris: usize,
    },
}

/// Compares a stated total with its rows.
pub(crate) fn check(total: &StatedTotal, tertulis: Decimal, cells: &[Summand]) -> Compared {
    compare(total, tertulis, cells).unwrap_or(Compared::Not)
}

fn compare(total: &StatedTotal, tertulis: Decimal, cells: &[Summand]) -> Option<Compared> {
    let from = cells.partition_point(|cell| cell.row < total.first);
    let to = cells.partition_point(|cell| cell.row <= total.last);
    let rows = cells.get(from..to)?;
    if rows.iter().any(|cell| cell.doubtful) {
        return None;
    }
    let terhitung = sum(rows, |_| true)?;
    if agree(tertulis, terhitung, rows) {
        return Some(Compared::Agrees);
    }
    let has_accepted = rows.iter().any(|cell| cell.accepted);
    if has_accepted && sum(rows, |cell| !cell.accepted).is_some_and(|original| agree(tertulis, original, rows)) {
        return None;
    }
    Some(Compared::Differs { terhitung, baris: rows.len() })
}

fn sum(rows: &[Summand], counts: impl Fn(&Summand) -> bool) -> Option<Decimal> {
    let mut values = rows.iter().filter(|cell| counts(cell)).filter_map(|cell| cell.value);
    values.try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value))
}

/// Whole numbers agree exactly. Computed fractions carry the noise of Excel's
/// 15 digits: one unit of the fifteenth digit a row is allowed.
fn agree(tertulis: Decimal, terhitung: Decimal, rows: &[Summand]) -> bool {
    if tertulis == terhitung {
        return true;
    }
    let is_whole = rows.iter().filter_map(|cell| cell.value).all(|value| value.fract().is_zero());
    if is_whole && tertulis.fract().is_zero() {
        return false;
    }
    let size = rows.iter().filter_map(|cell| cell.value).try_fold(tertulis.abs(), |sum, value| sum.checked_add(value.abs()));
    let noise = size.and_then(|size| size.checked_mul(Decimal::new(1, 15)));
    let far = tertulis.checked_sub(terhitung).map(|far| far.abs());
    matches!((far, noise), (Some(far), Some(noise)) if far <= noise)
}

/// Whether a stated total of rupiah is that of its rows in whole rupiah: their sum rounded once, or each of them.
pub(crate) fn is_rounded(total: &StatedTotal, tertulis: Decimal, cells: &[Summand]) -> bool {
    let whole = |value: Decimal| value.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let is_of = |cell: &&Summand| (total.first..=total.last).contains(&cell.row);
    let values = || cells.iter().filter(is_of).filter_map(|cell| cell.value);
    let add = |sum: Decimal, value: Decimal| sum.checked_add(value);
    let once = values().try_fold(Decimal::ZERO, add).map(whole);
    let each = || values().map(whole).try_fold(Decimal::ZERO, add);
    tertulis.fract().is_zero() && (once == Some(tertulis) || each() == Some(tertulis))
}

/// A cell's value as a summand: a mark counts 1.
pub(crate) fn amount(isi: &Isi) -> Option<Decimal> {
    match isi {
        Isi::Angka(value) => Some(*value),
        Isi::Tanda(yes) => Some(Decimal::from(u8::from(*yes))),
        _ => None,
    }
}

/// Whether the rows of a column add up to anything: money, counts and marks do,
/// shares and averages do not.
pub(crate) fn is_additive(jenis: Jenis, path: &[String]) -> bool {
    let heading = path.last().map(|label| label.to_lowercase()).unwrap_or_default();
    let is_share = says_percent(path) || ["rata-rata", "rata rata", "rasio"].iter().any(|word| heading.contains(word));
    matches!(jenis, Jenis::Uang | Jenis::Angka | Jenis::Tanda) && !is_share
}

/// Whether the leaf of a heading says that what stands below are percentages.
pub(crate) fn says_percent(path: &[String]) -> bool {
    let heading = path.last().map(|label| label.to_lowercase()).unwrap_or_default();
    ["%", "persen", "prosen"].iter().any(|word| heading.contains(word))
}

/// Whether a total row states a sum (and no average).
pub(crate) fn states_sum(label: &str) -> bool {
    let label = label.to_lowercase();
    !["rata", "average", "mean", "persen", "%"].iter().any(|word| label.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(values: &[&str]) -> Vec<Summand> {
        let cell = |(row, value): (usize, &&str)| Summand {
            row: row as u32,
            value: value.parse().ok(),
            doubtful: false,
            accepted: false,
        };
        values.iter().enumerate().map(cell).collect()
    }

    fn total(first: u32, last: u32) -> StatedTotal {
        StatedTotal { row: 99, label: "JUMLAH".to_owned(), first, last }
    }

    #[test]
    fn whole_totals_agree_to_the_rupiah() {
        let rows = cells(&["589448674478", "1", "", "-5"]);
        assert_eq!(check(&total(0, 9), "589448674474".parse().unwrap(), &rows), Compared::Agrees);
        let off = check(&total(0, 9), "589448674475".parse().unwrap(), &rows);
        assert_eq!(off, Compared::Differs { terhitung: "589448674474".parse().unwrap(), baris: 4 });
        assert_eq!(check(&total(0, 1), "589448674479".parse().unwrap(), &rows), Compared::Agrees);
    }

    #[test]
    fn fractions_may_differ_by_excels_last_digit_and_no_more() {
        let rows = cells(&["333333.333333333", "333333.333333333", "333333.333333333"]);
        let differs = |compared| matches!(compared, Compared::Differs { .. });
        assert_eq!(check(&total(0, 9), "1000000".parse().unwrap(), &rows), Compared::Agrees);
        assert!(differs(check(&total(0, 9), "1000000.01".parse().unwrap(), &rows)));
        assert!(differs(check(&total(0, 2), "10.31".parse().unwrap(), &cells(&["5.10", "5.20"]))));
    }

    #[test]
    fn totals_in_whole_rupiah_of_rows_with_sen() {
        let rows = cells(&["86397250.35", "44234785.35", "10282669.35"]);
        let is = |stated: &str| is_rounded(&total(0, 9), stated.parse().unwrap(), &rows);
        assert!(is("140914705") && !is("140914706") && !is("140914705.1"));
        // Each rounded for itself.
        let rows = cells(&["10.5", "20.5", "30.5"]);
        let is = |stated: i64| is_rounded(&total(0, 9), stated.into(), &rows);
        assert_eq!([is(61), is(62), is(63), is(64)], [false, true, true, false]);
    }

    #[test]
    fn a_doubtful_cell_makes_no_second_finding_and_a_corrected_one_may_be_left_out() {
        let mut rows = cells(&["5", "3"]);
        rows[1].doubtful = true;
        assert_eq!(check(&total(0, 9), Decimal::from(5), &rows), Compared::Not);
        rows[1].doubtful = false;
        assert!(matches!(check(&total(0, 9), Decimal::from(5), &rows), Compared::Differs { .. }));
        rows[1].accepted = true;
        assert_eq!(check(&total(0, 9), Decimal::from(5), &rows), Compared::Not);
        assert_eq!(check(&total(0, 9), Decimal::from(8), &rows), Compared::Agrees);
        assert!(matches!(check(&total(0, 9), Decimal::from(6), &rows), Compared::Differs { .. }));
    }
}
