//! Amounts of one year against the same entities' of the year before: another unit, noughts too many, a column that slipped.

use super::astray::{Beside, astray};
use super::digits::{Pair, leapt, lone, shifted, tenfold_together};
use super::drift::{of_a_group, of_all, of_most};
use super::inside::raise_at;
use super::shared::{column_place, shared_numbers};
use crate::dataset::accept::Findings;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{Banding, LompatanSatuan, LonjakanNilai, NilaiSeperseribu, Temuan};
use crate::profile::Dictionary;
use crate::vocabulary::exact_text;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer entities than this say nothing by their majority.
const FEW: usize = 5;
/// Smaller counts become anything.
const GREAT_COUNT: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// What stays is less than so many times what it was; what is below the usual by more than this is small.
const STAYS: Decimal = Decimal::TWO;
const SMALL: Decimal = Decimal::TEN;
/// Smaller losses are held against none of the year before.
const GREAT_LOSS: Decimal = Decimal::from_parts(10_000_000, 0, 0, false, 0);

fn number(table: &Table, row: usize, column: usize) -> Option<Decimal> {
    match table.isi(&table.rows[row], column) {
        Isi::Angka(value) => Some(value),
        _ => None,
    }
}

/// The rows of both years that are one entity: index in the later, then the earlier table.
pub(super) fn matched<'t>(earlier: &'t Table, later: &'t Table) -> impl Iterator<Item = (usize, usize)> + 't {
    later.by_entity.iter().filter_map(|(entity, row)| Some((row, earlier.by_entity.get(entity)?)))
}

/// How many times the larger the smaller goes into it, and whether the later is the larger.
fn times(after: Decimal, before: Decimal) -> Option<(Decimal, bool)> {
    let (large, small) = if after.abs() >= before.abs() { (after.abs(), before.abs()) } else { (before.abs(), after.abs()) };
    Some((large.checked_div(small)?, after.abs() >= before.abs()))
}

/// Twelve, where one value is of a month and the other of a year: no year's growth takes most rows so far.
fn months_factor(after: Decimal, before: Decimal) -> Option<(u32, bool)> {
    let (ratio, grows) = times(after, before)?;
    (ratio >= Decimal::from(8) && ratio <= Decimal::from(18)).then_some((12, grows))
}

/// 1 000 or 1 000 000, where one value is about so many times the other.
fn unit_factor(after: Decimal, before: Decimal) -> Option<(u32, bool)> {
    let (ratio, grows) = times(after, before)?;
    let near = |low: i64, high: i64| ratio >= Decimal::from(low) && ratio <= Decimal::from(high);
    // Half a power of ten either way: no year's growth bridges that for most rows.
    let factor = if near(317, 3_162) {
        1_000
    } else if near(316_228, 3_162_278) {
        1_000_000
    } else if near(316_227_767, 3_162_277_660) {
        1_000_000_000
    } else {
        return None;
    };
    Some((factor, grows))
}

/// Columns most of whose values changed a thousand-, million- or twelvefold: the unit changed, or the months.
pub(crate) fn unit_jumps(source: &Source, earlier: &Table, later: &Table, findings: &mut Findings) -> BTreeSet<String> {
    let mut jumped = BTreeSet::new();
    for (isian, after_at, before_at) in shared_numbers(source, earlier, later) {
        let mut counts: BTreeMap<(u32, bool), usize> = BTreeMap::new();
        let mut compared = 0;
        for (after, before) in matched(earlier, later) {
            let (Some(after), Some(before)) = (number(later, after, after_at), number(earlier, before, before_at)) else {
                continue;
            };
            if after.is_zero() || before.is_zero() {
                continue;
            }
            compared += 1;
            if let Some(factor) = unit_factor(after, before).or_else(|| months_factor(after, before)) {
                *counts.entry(factor).or_default() += 1;
            }
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count);
        let by_rows = most.filter(|(_, count)| compared >= FEW && *count * 5 >= compared * 3);
        let is_money = later.columns[after_at].jenis == Jenis::Uang;
        let pairs = || paired(earlier, later, (after_at, before_at));
        let by_all = || Some(pairs()).filter(|_| is_money).and_then(|pairs| shifted(&pairs).or_else(|| of_most(&pairs)));
        let found = match by_rows.map(|((factor, _), count)| (factor, count)).or_else(by_all) {
            Some((factor, count)) => Some((factor, count, compared)),
            None if compared >= FEW => None,
            None => total_jump(earlier, before_at, later, after_at).map(|factor| (factor, later.rows.len(), later.rows.len())),
        };
        let Some((faktor, baris, dari)) = found else { continue };
        let fakta = LompatanSatuan { isian: isian.clone(), tahun: later.tahun, tahun_lalu: earlier.tahun, faktor, baris, dari };
        findings.raise(Temuan::new(column_place(later, after_at), fakta), None);
        jumped.insert(isian);
    }
    jumped
}

/// The factor between the typical (median) values of the two years, where no
/// majority of entities can tell.
fn total_jump(earlier: &Table, before_at: usize, later: &Table, after_at: usize) -> Option<u32> {
    let before = typical(earlier, before_at)?;
    let after = typical(later, after_at)?;
    unit_factor(after, before).map(|(factor, _)| factor)
}

/// The median of the values other than zero, by size.
fn typical(table: &Table, column: usize) -> Option<Decimal> {
    let all = (0..table.rows.len()).filter_map(|row| number(table, row, column));
    let mut values: Vec<Decimal> = all.filter(|value| !value.is_zero()).map(|value| value.abs()).collect();
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}

/// Both above nought, or both below it.
fn are_alike(one: Decimal, other: Decimal) -> bool {
    !one.is_zero() && !other.is_zero() && one.is_sign_negative() == other.is_sign_negative()
}

/// The amounts that entities have in both years, without the sign that both have: losses are held against losses.
fn paired(earlier: &Table, later: &Table, (after_at, before_at): (usize, usize)) -> Vec<Pair> {
    let pair = |(row, before): (usize, usize)| {
        let (after, before) = (number(later, row, after_at)?, number(earlier, before, before_at)?);
        are_alike(after, before).then(|| Pair { row, after: after.abs(), before: before.abs() })
    };
    matched(earlier, later).filter_map(pair).collect()
}

/// Columns of money whose amounts stand beside others' names.
pub(crate) fn out_of_step(
    source: &Source,
    earlier: &Table,
    later: &mut Table,
    jumped: &BTreeSet<String>,
    findings: &mut Findings,
) {
    let mut rows: Vec<(usize, usize)> = matched(earlier, later).collect();
    rows.sort_unstable();
    for (isian, after_at, before_at) in shared_numbers(source, earlier, later) {
        if jumped.contains(&isian) || later.columns[after_at].jenis != Jenis::Uang {
            continue;
        }
        let place = |row: usize| if row < earlier.rows.len() { number(earlier, row, before_at) } else { None };
        let beside = rows.iter().map(|(row, before)| Beside {
            row: *row,
            after: number(later, *row, after_at),
            before: number(earlier, *before, before_at),
            at_place: if row == before { None } else { place(*row) },
        });
        let Some((first, baris, milik)) = astray(&beside.collect::<Vec<_>>()) else { continue };
        let ditemukan = number(later, first, after_at).map(exact_text).unwrap_or_default();
        let fakta = NilaiSeperseribu { isian, ditemukan, banding: Banding::MilikLain(milik, baris, rows.len()) };
        raise_at(later, first, after_at, fakta, findings);
    }
}

/// `9999`: what stands for no figure.
fn is_nines(value: Decimal) -> bool {
    let text = value.normalize().to_string();
    text.len() >= 4 && text.bytes().all(|byte| byte == b'9')
}

/// The rows of a place or a group that had something and have nought, where most of the others have about what they had.
fn become_nothing(earlier: &Table, later: &Table, (after_at, before_at): (usize, usize)) -> Vec<usize> {
    let stayed = |pair: &&Pair| pair.after < pair.before * STAYS && pair.before < pair.after * STAYS;
    let pairs = paired(earlier, later, (after_at, before_at));
    let mut had: Vec<Decimal> = pairs.iter().map(|pair| pair.before).collect();
    had.sort_unstable();
    let least = had.get(had.len() / 2).map_or(Decimal::MAX, |usual| *usual / SMALL);
    let is_gone = |(row, before): &(usize, usize)| {
        let (own, was) = (number(later, *row, after_at), number(earlier, *before, before_at));
        own.is_some_and(|own| own.is_zero()) && was.is_some_and(|was| was >= least.max(GREAT_COUNT))
    };
    let gone: Vec<usize> = matched(earlier, later).filter(is_gone).map(|(row, _)| row).collect();
    let is_odd =
        pairs.len() >= FEW && pairs.iter().filter(stayed).count() * 5 >= pairs.len() * 4 && gone.len() * 5 <= pairs.len();
    if is_odd { gone } else { Vec::new() }
}

/// Values a hundred times last year's, or a hundredth: noughts too many or too few, an amount in juta among rupiah.
pub(crate) fn leaps(source: &Source, earlier: &Table, later: &mut Table, jumped: &BTreeSet<String>, findings: &mut Findings) {
    // Rows that are places or groups, whose counts move as little as their amounts.
    let are_sums = source.recap || source.sumber.bentuk == Dictionary::None;
    for (isian, after_at, before_at) in shared_numbers(source, earlier, later) {
        if jumped.contains(&isian) {
            continue;
        }
        let rows: Vec<(usize, usize)> = matched(earlier, later).collect();
        let is_money = later.columns[after_at].jenis == Jenis::Uang;
        let mut pairs = if is_money || are_sums { paired(earlier, later, (after_at, before_at)) } else { Vec::new() };
        pairs.retain(|pair| is_money || pair.after.max(pair.before) >= GREAT_COUNT);
        let mut leapt: BTreeSet<usize> = leapt(&pairs).into_iter().chain(tenfold_together(&pairs)).collect();
        let gone = if are_sums { become_nothing(earlier, later, (after_at, before_at)) } else { Vec::new() };
        // What is left of a year's business goes up and down as it likes.
        let is_business = is_money && isian != "shu";
        leapt.extend(lone(&pairs).filter(|_| is_business));
        for (after, before) in rows {
            let (Some(nilai), Some(nilai_lalu)) = (number(later, after, after_at), number(earlier, before, before_at)) else {
                continue;
            };
            let is_far = || times(nilai, nilai_lalu).is_some_and(|(times, _)| times >= Decimal::ONE_HUNDRED);
            // A small loss comes and goes.
            let is_great = !nilai.is_sign_negative() || nilai.min(nilai_lalu) <= -GREAT_LOSS;
            // The year itself, one column astray.
            let is_year = nilai == Decimal::from(later.tahun.0)
                && nilai_lalu >= GREAT_COUNT
                && times(nilai, nilai_lalu).is_some_and(|(times, _)| times >= Decimal::from(3));
            let is_leap = are_alike(nilai, nilai_lalu) && is_great && (leapt.contains(&after) || is_far());
            let is_filler = are_sums && is_nines(nilai) && nilai_lalu > Decimal::ZERO && nilai >= nilai_lalu * STAYS;
            if is_leap || is_year || is_filler || gone.contains(&after) {
                let fakta = LonjakanNilai { isian: isian.clone(), nilai, nilai_lalu, tahun_lalu: earlier.tahun, serentak: None };
                raise_at(later, after, after_at, fakta, findings);
            }
        }
        let group = if is_business { of_a_group(&pairs) } else { Vec::new() };
        let together = if group.is_empty() && is_business { of_all(&pairs) } else { group };
        let Some(first) = together.iter().find(|row| !findings.stands_at(&later.at(&later.rows[**row], after_at))) else {
            continue;
        };
        let before = later.by_entity.iter().find(|(_, row)| row == first).and_then(|(entity, _)| earlier.by_entity.get(entity));
        if let (Some(nilai), Some(nilai_lalu)) =
            (number(later, *first, after_at), before.and_then(|row| number(earlier, row, before_at)))
        {
            let serentak = Some((together.len(), pairs.len()));
            let fakta = LonjakanNilai { isian: isian.clone(), nilai, nilai_lalu, tahun_lalu: earlier.tahun, serentak };
            raise_at(later, *first, after_at, fakta, findings);
        }
    }
}
