//! Amounts a thousandth of their neighbours: an English Excel takes the dot of
//! `750.000` for a decimal point and keeps 750, while `1.250.000` stays a text.

use crate::dataset::accept::Findings;
use crate::dataset::cell::{ColumnReader, raw_text};
use crate::dataset::columns::column::Used;
use crate::dataset::counted::CountedRow;
use crate::dataset::source::Source;
use crate::dataset::surroundings::in_thousands::first_in_thousands;
use crate::dataset::{Isi, Jenis};
use crate::diagnostic::{Banding, NilaiSeperseribu, Temuan};
use crate::table::TableLayout;
use crate::vocabulary::CellAddress;
use crate::workbook::{Formula, Sheet, Value};
use rust_decimal::Decimal;
use std::cell::OnceCell;

/// Below so many rupiah nothing is sold in a year.
const SMALL: i64 = 1_000;
/// What a column's usual amount must be before smaller ones are doubted.
const USUAL: i64 = 100_000;
/// How many times smaller than the usual one an amount must be.
const TIMES: i64 = 300;
/// So many amounts at least show what a column's usual one is.
const FEWEST: usize = 2;
/// No koperasi or usaha of a district sells for more in a year, let alone most of them.
const GREAT: i64 = 1_000_000_000_000;

/// Warns of the amounts of a column that are a thousandth of the others.
pub(crate) fn small_among_large(
    used: &mut Used,
    source: &Source,
    (sheet, layout): (&Sheet, &TableLayout),
    rows: &[CountedRow],
    findings: &mut Findings,
) {
    let (fields, is_recap) = (&source.fields, source.recap);
    let field = &fields[used.field];
    if field.jenis != Jenis::Uang || used.rests.is_empty() {
        return;
    }
    let column = layout.columns[used.index].column;
    let amount = |isi: &Isi| match isi {
        Isi::Angka(value) if !value.is_zero() => Some(value.abs()),
        _ => None,
    };
    let small = Decimal::from(SMALL);
    // Few columns have an amount for which it is asked.
    let usual = OnceCell::new();
    let usual_of = |used: &Used| {
        *usual.get_or_init(|| {
            let large = used.data.iter().filter_map(|isi| amount(&isi)).filter(|value| *value >= small);
            let mut large: Vec<Decimal> = large.collect();
            let middle = large.len() / 2;
            if large.is_empty() { Decimal::ZERO } else { *large.select_nth_unstable(middle).1 }
        })
    };
    if let Some((index, banding)) = out_of_scale(used, is_recap).filter(|(index, _)| *index < rows.len()) {
        let at = CellAddress::new(rows[index].row, column);
        let ditemukan = sheet.cell(at).map(|cell| raw_text(&cell.value)).unwrap_or_default();
        let fakta = NilaiSeperseribu { isian: field.isian.to_string(), ditemukan: ditemukan.clone(), banding };
        findings.raise(Temuan::new(sheet.at_cell(at), fakta).named(&*rows[index].nama), Some(&ditemukan));
        return;
    }
    // Where most amounts have decimals, three of them are nothing odd.
    let fractions = used.data.iter().filter_map(|isi| amount(&isi)).filter(|value| !value.fract().is_zero()).count();
    let is_whole = fractions * 2 < used.data.len();
    let values = used.data.iter().enumerate().filter_map(|(index, isi)| match isi {
        Isi::Angka(value) => Some((index, value)),
        _ => None,
    });
    let apart = first_apart(values.clone()).or_else(|| first_in_thousands(values)).filter(|(index, _)| *index < rows.len());
    let mut view = sheet.cells.column(column);
    for (index, row) in rows.iter().enumerate() {
        let Some(value) = amount(&used.data.get(index)) else { continue };
        let at = CellAddress::new(row.row, column);
        let Some(cell) = view.cell(row.row) else { continue };
        // A remainder has no usual size; of a thousand and more no dot was taken for a decimal point where it is whole.
        let is_remainder = &*field.isian == "shu" && value.fract().is_zero() && value >= Decimal::ONE_THOUSAND;
        let is_small = value < small && !is_remainder && {
            let usual = usual_of(used);
            usual >= Decimal::from(USUAL) && value.checked_mul(Decimal::from(TIMES)).is_some_and(|times| times <= usual)
        };
        let is_apart = !is_remainder && apart.is_some_and(|(first, _)| first == index);
        // What an acceptance counts instead is as small; the cell's own number it no longer is.
        let is_eaten = || !used.data.is_corrected(index) && is_eaten(&cell.value, &cell.formula, &used.reader, is_whole);
        if !(is_small || is_apart || is_eaten()) {
            continue;
        }
        let found = raw_text(&cell.value);
        let fakta = NilaiSeperseribu {
            isian: field.isian.to_string(),
            ditemukan: found.clone(),
            banding: Banding::Lazim(usual_of(used)),
        };
        let granted = findings.raise(Temuan::new(sheet.at_cell(at), fakta).named(&*row.nama), Some(&found));
        if let Some(granted) = granted {
            let given = granted.nilai.and_then(|nilai| used.reader.read_correction(&nilai));
            given.into_iter().for_each(|isi| used.data.set(index, isi, true));
        }
    }
}

/// Amounts so many times apart, none between them, are of two scales.
const GAP: i64 = 50;
/// Less than this nobody turns over in a year: a smaller gap will do where all the small ones are below it.
const LITTLE: i64 = 1_000_000;
const GAP_BELOW: i64 = 20;
/// So few amounts show no gap.
const FEWEST_APART: usize = 5;
/// So many amounts below a lone great one are no small ones.
const MANY_LOW: usize = 8;
/// A lone small amount is told among so many at most.
const FEW: usize = 20;

/// The first of the amounts (by their rows, from above) that may have been typed in thousands among others in rupiah: they
/// are a hundredth of the others or less, and none stands between. With it the usual one of the others.
pub(crate) fn first_apart(amounts: impl Iterator<Item = (usize, Decimal)> + Clone) -> Option<(usize, Decimal)> {
    let amounts = amounts.filter(|(_, value)| *value >= Decimal::from(SMALL)).map(|(index, value)| (value, index));
    if !may_be_apart(amounts.clone().map(|(value, _)| value)) {
        return None;
    }
    let mut amounts: Vec<(Decimal, usize)> = amounts.collect();
    if amounts.len() < FEWEST_APART {
        return None;
    }
    amounts.sort_unstable();
    apart_in_order(&amounts)
}

/// The same of amounts in order of size.
fn apart_in_order(amounts: &[(Decimal, usize)]) -> Option<(usize, Decimal)> {
    let times = |value: Decimal, times: i64| value.checked_mul(Decimal::from(times));
    let least_gap = |at: usize| if amounts[at - 1].0 < Decimal::from(LITTLE) { GAP_BELOW } else { GAP };
    let is_gap = |at: &usize| times(amounts[at - 1].0, least_gap(*at)).is_some_and(|least| least <= amounts[*at].0);
    let mut gaps = (1..amounts.len()).filter(is_gap);
    let (at, None) = (gaps.next()?, gaps.next()) else { return None };
    let (low, high) = amounts.split_at(at);
    // One far above many others is itself in doubt, and told as such.
    if high.len() < 2 && low.len() >= MANY_LOW {
        return None;
    }
    let (usual_low, usual_high) = (low[low.len() / 2].0, high[high.len() / 2].0);
    // A thousand times as much, it would be one of the others.
    let fits_others = |value: Decimal| {
        let whole = times(value, SMALL);
        whole.is_some_and(|whole| times(whole, 2).is_some_and(|most| most >= high[0].0) && whole <= usual_high * Decimal::TEN)
    };
    let is_little = low[low.len() - 1].0 < Decimal::from(LITTLE) && high.len() >= FEWEST_APART && fits_others(usual_low);
    // Of hundreds of koperasi one may be the smallest by far.
    let may_be_alone = is_little && usual_low >= Decimal::from(USUAL) && amounts.len() <= FEW * 3;
    if at < 2 && at * FEW < amounts.len() && !may_be_alone {
        return None;
    }
    // Two of a handful are as likely small as mistyped.
    if amounts.len() <= FEWEST_APART && !fits_others(usual_low) {
        return None;
    }
    let is_thousandth = times(usual_low, 100).is_some_and(|least| least <= usual_high) || is_little;
    let first = low.iter().map(|(_, index)| *index).min()?;
    is_thousandth.then_some((first, usual_high))
}

/// A quick look before they are sorted: whether amounts of neighbouring powers of two leave some between them out, as a
/// gap does.
fn may_be_apart(amounts: impl Iterator<Item = Decimal>) -> bool {
    let power = |value: Decimal| value.trunc().mantissa().unsigned_abs().checked_ilog2().unwrap_or(0);
    let powers = amounts.fold(0_u128, |powers, value| powers | 1 << power(value));
    if powers == 0 {
        return false;
    }
    // Between the least and the greatest.
    let within = powers >> powers.trailing_zeros();
    let gaps = !within & (u128::MAX >> within.leading_zeros());
    // Twenty times as much is four powers further: three of them are left out.
    gaps & gaps >> 1 & gaps >> 2 != 0
}

/// The first amount of a column that is out of scale as a whole (its usual one less than
/// anybody sells for, or more), or one amount many times the greatest other.
fn out_of_scale(used: &Used, is_recap: bool) -> Option<(usize, Banding)> {
    if used.reader.scale_is_said {
        return None;
    }
    let amount = |isi: &Isi| match isi {
        Isi::Angka(value) if !value.is_zero() => Some(value.abs()),
        _ => None,
    };
    let amounts = || used.data.iter().enumerate().filter_map(|(index, isi)| Some((index, amount(&isi)?)));
    let (count, greatest, other) = greatest_of(amounts());
    let most = |test: &dyn Fn(Decimal) -> bool| {
        let found = || amounts().filter(|(_, value)| test(*value));
        (count >= FEWEST && found().count() * 2 > count).then(|| found().next()).flatten()
    };
    let great = Decimal::from(GREAT);
    match &used.reader.skala_text {
        None if used.reader.skala == Decimal::ONE => {
            if let Some((index, _)) = most(&|value| value < Decimal::from(SMALL)) {
                return Some((index, Banding::SemuaKecil));
            }
        }
        Some(skala) if !is_recap => {
            if let Some((index, _)) = most(&|value| value >= great) {
                return Some((index, Banding::SemuaBesar(skala.clone())));
            }
        }
        _ => {}
    }
    let ((at, greatest), other) = (greatest?, other?);
    let is_far = count > FEWEST && other.checked_mul(Decimal::from(TIMES)).is_some_and(|times| times <= greatest);
    is_far.then_some((at, Banding::TerbesarLain(other)))
}

/// How many amounts there are, the last of the greatest, and the greatest of all others.
fn greatest_of(amounts: impl Iterator<Item = (usize, Decimal)>) -> (usize, Option<(usize, Decimal)>, Option<Decimal>) {
    let (mut count, mut greatest, mut other) = (0, None, None);
    for (index, value) in amounts {
        count += 1;
        if greatest.is_none_or(|(_, most)| value >= most) {
            other = greatest.map(|(_, most)| most);
            greatest = Some((index, value));
        } else {
            other = other.max(Some(value));
        }
    }
    (count, greatest, other)
}

/// `1.25` typed beside texts with thousands dots, `8000.123` among whole rupiah.
fn is_eaten(value: &Value, formula: &Formula, reader: &ColumnReader, is_whole: bool) -> bool {
    let Value::Number { value, .. } = value else { return false };
    let thousandfold = value.checked_mul(Decimal::from(SMALL));
    // Three decimals are no cents, whatever stands before them.
    let is_plain = is_whole && reader.skala == Decimal::ONE && !reader.scale_is_said;
    let is_odd = reader.votes.has_dotted() && value.abs() < Decimal::from(SMALL) || is_plain && value.normalize().scale() == 3;
    *formula == Formula::None && !value.fract().is_zero() && is_odd && thousandfold.is_some_and(|whole| whole.fract().is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn no_amounts_apart_are_passed_over_by_the_quick_look(
            values in proptest::collection::vec((1i64..99, 0u32..8, 0u32..3), 5..40),
        ) {
            let value = |(digits, power, scale): &(i64, u32, u32)| Decimal::new(digits * 100_000 * 10_i64.pow(*power) + 1, *scale);
            let mut amounts: Vec<(Decimal, usize)> = values.iter().enumerate().map(|(row, own)| (value(own), row)).collect();
            let may_be = may_be_apart(amounts.iter().map(|(value, _)| *value));
            amounts.sort_unstable();
            proptest::prop_assert!(may_be || apart_in_order(&amounts).is_none());
        }
    }

    proptest::proptest! {
        #[test]
        fn the_greatest_and_the_next_are_found_in_one_go(values in proptest::collection::vec(1i64..9, 0..12)) {
            let amounts: Vec<(usize, Decimal)> = values.iter().map(|value| Decimal::from(*value)).enumerate().collect();
            let greatest = amounts.iter().copied().max_by_key(|(_, value)| *value);
            let others = amounts.iter().filter(|(index, _)| greatest.is_some_and(|(at, _)| at != *index));
            let other = others.map(|(_, value)| *value).max();
            proptest::prop_assert_eq!(greatest_of(amounts.iter().copied()), (amounts.len(), greatest, other));
        }
    }

    #[test]
    fn a_gap_of_twenty_times_is_seen() {
        let may_be = |values: &[i64]| may_be_apart(values.iter().map(|value| Decimal::from(*value)));
        assert!(may_be(&[1_500, 30_000]) && may_be(&[2_047, 40_940]));
        assert!(!may_be(&[1_500, 5_000, 30_000]) && !may_be(&[1_500]) && !may_be(&[]));
    }
}
