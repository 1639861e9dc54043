//! Amounts beyond all measure: of their column, of what their own row has besides, or of the scale that their row says.
//! Honest amounts are spread over many powers of ten with a few great ones among them: what tells is a gap that nothing
//! stands in.

use super::told::{amounts, tell};
use crate::dataset::accept::Findings;
use crate::dataset::cell::isi_text;
use crate::dataset::{Isi, Table};
use crate::diagnostic::Banding;
use crate::text::label::spelt_words;
use rust_decimal::Decimal;

/// Fewer amounts show no gap.
const FEW: usize = 8;
/// The greatest other amount goes so often into one that is told for standing apart.
const APART: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// The same where the noughts at its end tell as well.
const APART_BY_NOUGHTS: Decimal = Decimal::from_parts(8, 0, 0, false, 0);
/// One amount in so many may stand apart; two of a handful are as likely great.
const ONE_IN: usize = 12;
/// Smaller columns of amounts are of another unit.
const SMALLEST: Decimal = Decimal::from_parts(1_000, 0, 0, false, 0);
/// What a business turns over in a year in its own scale at most (PP 7/2021, pasal 35), in juta.
const MOST_OF_SCALE: [(&str, i64); 3] = [("mikro", 2_000), ("kecil", 15_000), ("menengah", 50_000)];
/// What a year's business is of what it is done with, by field.
const DONE_WITH: [(&str, &str); 4] =
    [("volume_usaha", "aset"), ("omset", "aset"), ("volume_usaha", "modal_sendiri"), ("omset", "modal")];

/// Tells the amounts of a column that figures rest on.
pub(super) fn beyond_measure(table: &mut Table, column: usize, findings: &mut Findings) {
    beyond_scale(table, column, findings);
    far_above(table, column, findings);
    beyond_means(table, column, findings);
}

/// A turnover that no business of the scale its row says has.
fn beyond_scale(table: &mut Table, column: usize, findings: &mut Findings) {
    let Some(scale_at) = table.column("skala_usaha").filter(|_| &*table.columns[column].isian == "omset") else { return };
    let most = |row: usize| {
        let said = spelt_words(&isi_text(&table.isi(&table.rows[row], scale_at)));
        let mut own = MOST_OF_SCALE.into_iter().filter(|(scale, _)| said.iter().any(|word| word == scale));
        match (own.next(), own.next()) {
            (Some((scale, juta)), None) => Some((scale, Decimal::from(juta * 1_000_000))),
            _ => None,
        }
    };
    let beyond = amounts(table, column).into_iter().filter_map(|(row, value)| {
        let (scale, most) = most(row)?;
        (value > most).then_some((row, scale, most))
    });
    let beyond: Vec<(usize, &str, Decimal)> = beyond.collect();
    for (row, skala, batas) in beyond {
        tell(table, (row, column), Banding::BatasSkala { skala: skala.to_owned(), batas }, findings);
    }
}

/// One amount, or a few of many, so far above all others that a unit or three noughts may be in it.
fn far_above(table: &mut Table, column: usize, findings: &mut Findings) {
    let own = amounts(table, column).into_iter().filter(|(_, value)| *value >= SMALLEST);
    let mut own: Vec<(Decimal, usize)> = own.map(|(row, value)| (value, row)).collect();
    own.sort_unstable();
    let Some(apart) = above_a_gap(&own) else { return };
    let greatest = own[apart - 1].0;
    let mut told: Vec<usize> = own[apart..].iter().map(|(_, row)| *row).collect();
    told.sort_unstable();
    for row in told {
        tell(table, (row, column), Banding::DiAtasLain(greatest), findings);
    }
}

/// Of amounts in order of size the first that stands apart above the rest.
fn above_a_gap(own: &[(Decimal, usize)]) -> Option<usize> {
    let most = (own.len() / ONE_IN).max(1);
    (own.len().saturating_sub(most)..own.len()).filter(|at| *at >= FEW).find(|at| {
        let (rest, apart) = own.split_at(*at);
        let (Some((least, _)), Some((greatest, _)), Some((first, _))) = (rest.first(), rest.last(), apart.first()) else {
            return false;
        };
        let is_times =
            |small: Decimal, times: Decimal, large: Decimal| small.checked_mul(times).is_some_and(|most| most <= large);
        // Wider than all the others are spread.
        let is_wide = || greatest.checked_div(*least).is_some_and(|spread| is_times(*greatest, spread, *first));
        let in_thousands = |value: &Decimal| (*value % Decimal::ONE_THOUSAND).is_zero();
        // Three noughts that few of the others have, and a thousandth of it would be one of them.
        let is_thousandfold = || {
            let rounded = rest.iter().filter(|(value, _)| in_thousands(value)).count();
            rounded * 10 <= rest.len()
                && apart.iter().all(|(value, _)| in_thousands(value) && *value / Decimal::ONE_THOUSAND <= *greatest)
        };
        is_times(*greatest, APART, *first) && is_wide() || is_times(*greatest, APART_BY_NOUGHTS, *first) && is_thousandfold()
    })
}

/// A year's business so many times what it is done with as nowhere else in its column.
fn beyond_means(table: &mut Table, column: usize, findings: &mut Findings) {
    let isian = table.columns[column].isian.clone();
    for (_, means) in DONE_WITH.iter().filter(|(own, _)| **own == *isian) {
        let Some(means_at) = table.column(means) else { continue };
        let share = |(row, value): (usize, Decimal)| match table.isi(&table.rows[row], means_at) {
            Isi::Angka(means) if means > SMALLEST && value > SMALLEST => Some((value.checked_div(means)?, row, means)),
            _ => None,
        };
        let mut shares: Vec<(Decimal, usize, Decimal)> = amounts(table, column).into_iter().filter_map(share).collect();
        shares.sort_unstable();
        let most = (shares.len() / ONE_IN / 2).max(1);
        let candidates = (shares.len().saturating_sub(most)..shares.len()).filter(|at| *at >= FEW);
        let far = |at: &usize| shares[at - 1].0.checked_mul(APART).is_some_and(|least| least <= shares[*at].0);
        let Some(at) = candidates.into_iter().find(far) else { continue };
        for (_, row, means) in shares.split_off(at) {
            let (isian, nilai) = (table.columns[means_at].isian.to_string(), means);
            tell(table, (row, column), Banding::DiAtasBarisnya { isian, nilai }, findings);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_apart(values: &[i64]) -> Option<i64> {
        let mut own: Vec<(Decimal, usize)> = values.iter().enumerate().map(|(row, value)| (Decimal::from(*value), row)).collect();
        own.sort_unstable();
        above_a_gap(&own).map(|at| values[own[at].1])
    }

    #[test]
    fn what_stands_apart_above_the_others() {
        let few: Vec<i64> = (1..=12).map(|at| 7_345_678 * at).collect();
        let with = |more: &[i64]| [&few[..], more].concat();
        assert_eq!(first_apart(&few), None);
        assert_eq!(first_apart(&with(&[5_000_000_000])), Some(5_000_000_000));
        assert_eq!(first_apart(&with(&[2_111_222_333])), Some(2_111_222_333));
        // A business that is great, as one of many may be.
        assert_eq!(first_apart(&with(&[1_111_222_333])), None);
        // Three noughts too many, and an amount that is great without.
        assert_eq!(first_apart(&with(&[888_222_000])), Some(888_222_000));
        assert_eq!(first_apart(&with(&[888_222_111])), None);
        // Among amounts that are round themselves they say nothing.
        let round: Vec<i64> = few.iter().map(|value| value / 1_000 * 1_000).collect();
        assert_eq!(first_apart(&[&round[..], &[888_222_000]].concat()), None);
        // Two of a dozen; two of two dozen.
        assert_eq!(first_apart(&with(&[5_000_000_000, 4_000_000_000])), None);
        let many: Vec<i64> = (1..=24).map(|at| 3_345_678 * at).collect();
        assert_eq!(first_apart(&[&many[..], &[5_000_000_000, 3_000_000_000]].concat()), Some(3_000_000_000));
    }

    /// Koperasi of a district: a few great ones, hundreds of small ones, one far above the rest.
    #[test]
    fn amounts_spread_over_many_powers_of_ten_are_nothing_odd() {
        let spread: Vec<i64> = (0..300).map(|at: i32| (2_500_000.0 * 1.03_f64.powi(at)) as i64).collect();
        assert_eq!(first_apart(&[&spread[..], &[90_000_000_000]].concat()), None);
        assert_eq!(first_apart(&[&spread[..], &[900_000_000_123]].concat()), None);
    }
}
