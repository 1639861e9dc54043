//! Amounts beyond all measure: of their column, of what their own row has besides, or of the scale that their row says.
//! Honest amounts are spread over many powers of ten with a few great ones among them: what tells is a gap that nothing
//! stands in.

use super::told::{amounts, amounts_of, tell};
use crate::dataset::accept::Findings;
use crate::dataset::cell::isi_text;
use crate::dataset::{Isi, Table};
use crate::diagnostic::Banding;
use crate::text::label::spelt_words;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// Fewer amounts show no gap.
const FEW: usize = 8;
/// The greatest other amount goes so often into one that is told for standing apart.
const APART: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// So often it goes into one that may stand apart, before both are divided to the last digit.
const NEARLY_APART: f64 = 15.0;
/// The same where the noughts at its end tell as well.
const APART_BY_NOUGHTS: Decimal = Decimal::from_parts(8, 0, 0, false, 0);
/// One amount in so many may stand apart; two of a handful are as likely great.
const ONE_IN: usize = 12;
/// Fewer counts show nothing. From so many on a count is told where it is so many times the greatest other.
const FEW_COUNTS: usize = 5;
const COUNTS_APART: [(Decimal, Decimal); 2] =
    [(Decimal::ONE_THOUSAND, Decimal::from_parts(50, 0, 0, false, 0)), (Decimal::ONE_HUNDRED, Decimal::ONE_HUNDRED)];
/// What is no year is a fifth of it at most.
const YEAR_APART: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
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
    far_above_others(table, (column, SMALLEST), findings);
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
/// `least`: smaller ones are left out.
pub(super) fn far_above_others(table: &mut Table, (column, least): (usize, Decimal), findings: &mut Findings) {
    let own = amounts_of(table, column).filter(|(_, value)| *value >= least);
    let mut own: Vec<(Decimal, usize)> = own.map(|(row, value)| (value, row)).collect();
    sort_greatest(&mut own);
    let Some(apart) = above_a_gap(&own) else { return };
    let greatest = own[apart - 1].0;
    let mut told: Vec<usize> = own[apart..].iter().map(|(_, row)| *row).collect();
    told.sort_unstable();
    for row in told {
        tell(table, (row, column), Banding::DiAtasLain(greatest), findings);
    }
}

/// A count many times the greatest of all others: a telephone number one column astray, a day that lost its format.
pub(super) fn count_apart(table: &mut Table, column: usize, findings: &mut Findings) {
    let own = amounts(table, column);
    let Some((row, greatest)) = own.iter().copied().max_by_key(|(_, value)| *value) else { return };
    let other = own.iter().filter(|(index, _)| *index != row).map(|(_, value)| *value).max();
    let (Some(other), true) = (other, own.len() >= FEW_COUNTS && other >= Some(Decimal::ONE)) else { return };
    let is_times = |(least, times): &(Decimal, Decimal)| {
        greatest >= *least && other.checked_mul(*times).is_some_and(|times| times <= greatest)
    };
    if COUNTS_APART.iter().any(is_times) {
        tell(table, (row, column), Banding::TerbesarLain(other), findings);
    } else if has_noughts_more(&own, (greatest, other)) {
        tell(table, (row, column), Banding::DiAtasLain(other), findings);
    }
}

/// Whether two noughts that few of the others have stand at the end of the greatest count, which is one of them without: wider
/// apart from the next than all the others are spread.
fn has_noughts_more(own: &[(usize, Decimal)], (greatest, other): (Decimal, Decimal)) -> bool {
    let is_rounded = |value: &Decimal| (*value % Decimal::ONE_HUNDRED).is_zero();
    let least = own.iter().map(|(_, value)| *value).filter(|value| !value.is_zero()).min();
    let rounded = own.iter().filter(|(_, value)| is_rounded(value)).count();
    let Some(least) = least.filter(|least| *least >= Decimal::ONE) else { return false };
    own.len() >= FEW
        && greatest >= Decimal::ONE_THOUSAND
        && is_rounded(&greatest)
        && rounded * 10 <= own.len() + 10
        && greatest / Decimal::ONE_HUNDRED <= other
        && other.checked_mul(Decimal::TEN).is_some_and(|times| times <= greatest)
        && greatest.checked_div(other).zip(other.checked_div(least)).is_some_and(|(apart, spread)| apart >= spread)
}

/// A year among counts that are all far below it.
pub(super) fn year_among(table: &mut Table, column: usize, findings: &mut Findings) {
    let own = amounts(table, column);
    let Some((row, greatest)) = own.iter().copied().max_by_key(|(_, value)| *value) else { return };
    let other = own.iter().filter(|(index, _)| *index != row).map(|(_, value)| *value).max();
    let (Some(other), true) = (other, own.len() >= FEW) else { return };
    let tahun = Decimal::from(table.tahun.0);
    let is_year = greatest.fract().is_zero() && greatest >= tahun - Decimal::ONE && greatest <= tahun + Decimal::ONE;
    if is_year && other.checked_mul(YEAR_APART).is_some_and(|times| times <= greatest) {
        tell(table, (row, column), Banding::SepertiTahun(other), findings);
    }
}

/// How many of so many amounts may stand apart.
fn most_apart(all: usize) -> usize {
    (all / ONE_IN).max(1)
}

/// Puts the amounts that may stand apart behind the others in order of size; of the others the least is the first, the
/// greatest the last.
fn sort_greatest(own: &mut [(Decimal, usize)]) {
    let (all, most) = (own.len(), most_apart(own.len()));
    if let Some(last) = all.checked_sub(most + 1) {
        let (rest, _, apart) = own.select_nth_unstable(last);
        apart.sort_unstable();
        let least = (0..rest.len()).min_by_key(|at| rest[*at]);
        least.into_iter().for_each(|at| rest.swap(0, at));
    } else {
        own.sort_unstable();
    }
}

/// Of amounts in order of size the first that stands apart above the rest; of these the order may be any but for the least
/// and the greatest of them.
fn above_a_gap(own: &[(Decimal, usize)]) -> Option<usize> {
    let most = most_apart(own.len());
    (own.len().saturating_sub(most)..own.len()).filter(|at| *at >= FEW).find(|at| {
        let (rest, apart) = own.split_at(*at);
        let (Some((least, _)), Some((greatest, _)), Some((first, _))) = (rest.first(), rest.last(), apart.first()) else {
            return false;
        };
        let is_times =
            |small: Decimal, times: Decimal, large: Decimal| small.checked_mul(times).is_some_and(|most| most <= large);
        // Wider than all the others are spread.
        let is_wide = || greatest.checked_div(*least).is_some_and(|spread| is_times(*greatest, spread, *first));
        // Three noughts, or two, that few of the others have, and without them it would be one of them.
        let has_more = |noughts: Decimal| {
            let is_rounded = |value: &Decimal| (*value % noughts).is_zero();
            let rounded = rest.iter().filter(|(value, _)| is_rounded(value)).count();
            rounded * 10 <= rest.len() && apart.iter().all(|(value, _)| is_rounded(value) && *value / noughts <= *greatest)
        };
        let is_thousandfold = || has_more(Decimal::ONE_THOUSAND) || has_more(Decimal::ONE_HUNDRED);
        is_times(*greatest, APART, *first) && is_wide() || is_times(*greatest, APART_BY_NOUGHTS, *first) && is_thousandfold()
    })
}

/// A year's business so many times what it is done with as nowhere else in its column.
fn beyond_means(table: &mut Table, column: usize, findings: &mut Findings) {
    let isian = table.columns[column].isian.clone();
    for (_, means) in DONE_WITH.iter().filter(|(own, _)| **own == *isian) {
        let Some(means_at) = table.column(means) else { continue };
        let both = |(row, value): (usize, Decimal)| match table.isi(&table.rows[row], means_at) {
            Isi::Angka(means) if means > SMALLEST && value > SMALLEST => Some((row, value, means)),
            _ => None,
        };
        let pairs = || amounts_of(table, column).filter_map(both);
        if !may_be_beyond(pairs().filter_map(|(_, value, means)| Some(value.to_f64()? / means.to_f64()?)).collect()) {
            continue;
        }
        let share = |(row, value, means): (usize, Decimal, Decimal)| Some((value.checked_div(means)?, row, means));
        let mut shares: Vec<(Decimal, usize, Decimal)> = pairs().filter_map(share).collect();
        shares.sort_unstable();
        let Some(at) = beyond_others(&shares) else { continue };
        for (_, row, means) in shares.split_off(at) {
            let (isian, nilai) = (table.columns[means_at].isian.to_string(), means);
            tell(table, (row, column), Banding::DiAtasBarisnya { isian, nilai }, findings);
        }
    }
}

/// How many of so many rows may be beyond what they are done with.
fn most_beyond(all: usize) -> usize {
    (all / ONE_IN / 2).max(1)
}

/// Of shares in order of size the first that stands apart above all before it.
fn beyond_others(shares: &[(Decimal, usize, Decimal)]) -> Option<usize> {
    let most = most_beyond(shares.len());
    let mut candidates = (shares.len().saturating_sub(most)..shares.len()).filter(|at| *at >= FEW);
    candidates.find(|at| shares[at - 1].0.checked_mul(APART).is_some_and(|least| least <= shares[*at].0))
}

/// A quick look before amounts are divided to the last digit: whether a gap nearly as wide stands among the greatest shares.
fn may_be_beyond(mut shares: Vec<f64>) -> bool {
    // Those that are looked at, and the one below them.
    let from = shares.len().saturating_sub(most_beyond(shares.len()) + 1);
    if from > 0 {
        shares.select_nth_unstable_by(from, f64::total_cmp);
    }
    let greatest = &mut shares[from..];
    greatest.sort_unstable_by(f64::total_cmp);
    greatest.windows(2).any(|pair| pair[0] * NEARLY_APART <= pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_apart(values: &[i64]) -> Option<i64> {
        let mut own: Vec<(Decimal, usize)> = values.iter().enumerate().map(|(row, value)| (Decimal::from(*value), row)).collect();
        let mut sorted = own.clone();
        sorted.sort_unstable();
        sort_greatest(&mut own);
        let apart = above_a_gap(&own);
        assert_eq!((apart, apart.map(|at| &own[at - 1..])), (above_a_gap(&sorted), apart.map(|at| &sorted[at - 1..])));
        apart.map(|at| values[own[at].1])
    }

    proptest::proptest! {
        #[test]
        fn the_greatest_in_order_tell_what_all_in_order_tell(
            values in proptest::collection::vec((1i64..9, 0u32..9, 0i64..3), 1..60),
        ) {
            let value = |(digit, power, rest): &(i64, u32, i64)| digit * 1_000 * 10_i64.pow(*power) + rest;
            first_apart(&values.iter().map(value).collect::<Vec<i64>>());
        }

        #[test]
        fn no_gap_is_passed_over_by_the_quick_look(
            pairs in proptest::collection::vec((1i64..99, 0u32..8, 1i64..99), 1..60),
        ) {
            let pair = |(value, power, means): &(i64, u32, i64)| (Decimal::from(value * 1_001 * 10_i64.pow(*power)), Decimal::from(means * 1_001));
            let pairs: Vec<(Decimal, Decimal)> = pairs.iter().map(pair).collect();
            let share = |(row, (value, means)): (usize, &(Decimal, Decimal))| (value / means, row, *means);
            let mut shares: Vec<(Decimal, usize, Decimal)> = pairs.iter().enumerate().map(share).collect();
            shares.sort_unstable();
            let quick = pairs.iter().filter_map(|(value, means)| Some(value.to_f64()? / means.to_f64()?)).collect();
            proptest::prop_assert!(beyond_others(&shares).is_none() || may_be_beyond(quick));
        }
    }

    #[test]
    fn a_count_with_two_noughts_more() {
        let is_apart = |greatest: i64, others: [i64; 9]| {
            let own: Vec<(usize, Decimal)> = others.into_iter().chain([greatest]).map(Decimal::from).enumerate().collect();
            let other = others.into_iter().max().map(Decimal::from).unwrap_or_default();
            has_noughts_more(&own, (Decimal::from(greatest), other))
        };
        let others = [71, 50, 163, 21, 148, 69, 120, 51, 237];
        assert!(is_apart(4_000, others) && is_apart(12_000, others));
        // Not rounded; not far above; a great koperasi among such as are spread as widely; rounded as others are.
        assert!(!is_apart(4_012, others) && !is_apart(1_900, others));
        assert!(!is_apart(4_000, [20, 25, 31, 44, 60, 88, 120, 180, 390]));
        assert!(!is_apart(40_000, [100, 200, 300, 1_000, 700, 500, 400, 200, 2_300]));
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
