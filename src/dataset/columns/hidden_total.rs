//! Totals that no label gives away: rows whose figures are the sums of the rows
//! around them. `Gadingrejo` under the koperasi of Gadingrejo, `Kota Pasuruan`
//! numbered 5 under four kecamatan, a recap that follows its own rows.

use crate::dataset::Jenis;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::multiples::Figures;
use crate::dataset::columns::near_total::near_totals;
use crate::dataset::columns::total::is_additive;
use crate::dataset::{FieldInfo, Isi};
use crate::table::TableLayout;
use crate::text::label::spelt_words;
use crate::threads::in_all;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// So many to one against chance: round figures (10, 20 and 30 million) meet by
/// chance, `4.680.056` does not.
const SURE: u128 = 1_000;
/// Of a single row beside as many others that hold something, less will do.
const MANY: usize = 6;
const SURE_OF_MANY: u128 = 100;
/// For a run of rows that equals the rows before it there are more chances.
const SURE_OF_RUN: u128 = 10_000;

/// What rows say of themselves beside their figures, for each counted row.
pub(crate) struct Says {
    /// No text but its name, where most rows have.
    pub(crate) bare: Vec<bool>,
    /// Most rows are a name and figures, so that none is told by it.
    pub(crate) all_bare: bool,
    /// A period of the year for a name (`Triwulan IV`), among rows that have other names.
    pub(crate) period: Vec<bool>,
    /// The name of a kota, a kabupaten or a province, or one unlike those of all other rows.
    pub(crate) whole: Vec<bool>,
    /// Called as the office's own place, and not numbered as the others are.
    pub(crate) own: Vec<bool>,
    /// A numbered row of the list, which the stated total counts in.
    pub(crate) counted_in: Vec<bool>,
}

/// The counted rows (by index) that are, by their figures, sums of others.
/// `own` are the rows of one year.
pub(crate) fn hidden_totals(
    used: &[Used],
    fields: &[FieldInfo],
    layout: &TableLayout,
    own: &[usize],
    says: &Says,
) -> BTreeSet<usize> {
    let count = own.len();
    if count < 3 {
        return BTreeSet::new();
    }
    // Numbers that may be shares or scores: a row's name must speak for a sum, or many others make it up.
    let speaks = own.iter().any(|index| says.whole[*index]);
    let figures = |column: &Used| {
        let field = &fields[column.field];
        let is_number = matches!(field.jenis, Jenis::Uang | Jenis::Angka);
        // `Jumlah UMKM` of an office's own table.
        let is_sum = field.jenis == Jenis::Uang || field.hitungan || counts(&layout.columns[column.index].path);
        let is_year = field.isian.starts_with("tahun");
        let rests = !column.rests.is_empty();
        let is_sum = is_sum && is_additive(field.jenis, &layout.columns[column.index].path);
        let is_asked = is_sum || rests;
        if !is_number || is_year || !is_asked {
            return [None, None];
        }
        let value = |index: &usize| match column.data.get(*index) {
            Isi::Angka(value) => value,
            _ => Decimal::ZERO,
        };
        // Held once, whichever of the two it is asked for.
        let figures = Figures::of(|| own.iter().map(value), rests);
        [figures.clone().filter(|_| rests), figures.filter(|_| is_sum)]
    };
    let of = |rows: &[bool]| -> Vec<bool> { own.iter().map(|index| rows[*index]).collect() };
    let bare = of(&says.bare);
    let is_any_bare = says.all_bare || bare.contains(&true);
    let of_columns = |is_asked: &dyn Fn(&Used) -> bool| {
        let (mut numbers, mut columns): (Vec<Figures>, Vec<Figures>) = (Vec::new(), Vec::new());
        for [number, sum] in in_all(used.iter().filter(|column| is_asked(column)).collect(), figures) {
            numbers.extend(number);
            columns.extend(sum);
        }
        (numbers, columns)
    };
    // Where no row is bare, columns that no figure rests on never speak against a sum of all rows or
    // of groups: they are not looked at where one that figures rest on does.
    let rests = |column: &Used| is_any_bare || !column.rests.is_empty();
    let (numbers, mut columns) = of_columns(&rests);
    let may_sum = is_any_bare || columns.is_empty() || may_sum(&columns, count);
    if may_sum && !is_any_bare {
        columns = of_columns(&|_| true).1;
    }
    // Where rows alone are counted, money tells.
    if columns.iter().all(|column| !column.rests) {
        columns.iter_mut().for_each(|column| column.rests = true);
    }
    let mut found = if columns.is_empty() || !may_sum { BTreeSet::new() } else { doubled(&columns, count) };
    if found.is_empty() && !columns.is_empty() && may_sum {
        found = chained(&columns, count, SURE);
    }
    found.extend(bare_sums(&columns, &bare));
    let counted_in = of(&says.counted_in);
    found.extend(near_totals(&columns, &bare, says.all_bare).into_iter().filter(|row| !counted_in[*row]));
    let is_period = of(&says.period);
    found.extend((0..count).filter(|row| is_period[*row] && (bare[*row] || says.all_bare)));
    if speaks {
        found.extend(wholes(&numbers, &of(&says.whole), &of(&says.own)));
    }
    if found.is_empty() && !numbers.is_empty() {
        found.extend(sum_of_many(&numbers, count));
    }
    found.into_iter().map(|index| own[index]).collect()
}

/// Whether a heading says that what stands below it is counted.
fn counts(path: &[String]) -> bool {
    let words = path.last().map(|label| spelt_words(label)).unwrap_or_default();
    words.iter().any(|word| matches!(word.as_str(), "jumlah" | "banyaknya" | "banyak"))
}

/// Whether some first or last rows are as much as all others, or groups follow their sums, in each of
/// these columns, by chance or not: figures rest on all of them.
fn may_sum(columns: &[Figures], count: usize) -> bool {
    let halves = |at: usize| columns.iter().all(|column| column.sums[at] == column.between(at, count));
    (1..count).any(halves) || !chained(columns, count, 0).is_empty()
}

/// Whether one of a few sums is that of all the others, in every column, beyond chance.
pub(crate) fn is_sure_sum(columns: &[Vec<Decimal>], one: usize) -> bool {
    let columns: Vec<Figures> = columns.iter().filter_map(|values| Figures::new(values, true)).collect();
    let holds = |column: &Figures| {
        let value = column.value(one);
        (column.total() - value == value).then_some(value)
    };
    weight(&columns, holds).is_some_and(|weight| weight >= SURE)
}

/// The weight of an agreement in these columns: none where a column that
/// figures rest on does not agree.
fn weight(columns: &[Figures], agrees: impl Fn(&Figures) -> Option<i128>) -> Option<u128> {
    let mut weight = 1_u128;
    let mut any = false;
    for column in columns {
        match agrees(column) {
            Some(0) => {}
            Some(size) => {
                any = true;
                weight = weight.saturating_mul(size.unsigned_abs().max(1));
            }
            None if column.rests => return None,
            None => {}
        }
    }
    any.then_some(weight)
}

/// A first or last row that is the sum of six others or more, whatever the numbers are of.
fn sum_of_many(columns: &[Figures], count: usize) -> Option<usize> {
    let is_sum = |row: &usize| {
        let others = || (0..count).filter(|other| other != row);
        let holds = |column: &Figures| {
            let value = column.value(*row);
            let is_filled = others().filter(|other| column.value(*other) != 0).nth(MANY - 1).is_some();
            (is_filled && column.total() - value == value).then_some(value)
        };
        weight(columns, holds).is_some_and(|weight| weight >= SURE_OF_MANY)
    };
    [count.checked_sub(1)?, 0].into_iter().find(is_sum)
}

/// A first or last rows whose sum is that of all the others.
fn doubled(columns: &[Figures], count: usize) -> BTreeSet<usize> {
    for at in 1..count {
        let tail = count - at;
        let is_row = at == 1 || tail == 1;
        let chances = if is_row { 1 } else { i128::try_from(count).unwrap_or(i128::MAX) };
        let half = |column: &Figures| {
            let (before, after) = (column.sums[at], column.between(at, count));
            (before == after).then(|| if before == 0 { 0 } else { (before / chances).max(1) })
        };
        let others = if at == 1 { 1..count } else { 0..count - 1 };
        let is_filled = |column: &&Figures| others.clone().filter(|row| column.value(*row) != 0).nth(MANY - 1).is_some();
        let is_many = || columns.iter().filter(|column| column.rests).all(|column| is_filled(&column));
        let needed = match is_row {
            true if is_many() => SURE_OF_MANY,
            true => SURE,
            false => SURE_OF_RUN,
        };
        if weight(columns, half).is_some_and(|weight| weight >= needed) {
            return if at < tail { (0..at).collect() } else { (at..count).collect() };
        }
    }
    BTreeSet::new()
}

/// `Kota Pasuruan` among its kecamatan: rows of a kota or kabupaten, wherever
/// they stand, whose sum is that of all rows that are of none.
fn wholes(columns: &[Figures], whole: &[bool], own: &[bool]) -> BTreeSet<usize> {
    let found: BTreeSet<usize> = (0..whole.len()).filter(|row| whole[*row]).collect();
    if whole.len() < found.len() + 2 {
        return BTreeSet::new();
    }
    // Twice as much where the groups among the others stand with their sums.
    let holds = |times: i128| {
        let found = &found;
        move |column: &Figures| {
            let value: i128 = found.iter().map(|row| column.value(*row)).sum();
            (column.total() - value == times * value).then_some(value)
        }
    };
    // Seven tenths of all others, or as much more: no kecamatan that is called so is as much.
    let is_near = |column: &Figures| {
        let value: i128 = found.iter().map(|row| column.value(*row)).sum();
        let others = column.total() - value;
        (value > 0 && value * 10 >= others * 7 && value * 10 <= others * 13).then_some(value)
    };
    let is_own = found.len() == 1 && found.iter().all(|row| own[*row]) && whole.len() > 3;
    let is_sum = is_own && weight(columns, is_near).is_some()
        || weight(columns, holds(1)).is_some()
        || found.len() == 1 && weight(columns, holds(2)).is_some();
    if is_sum { found } else { BTreeSet::new() }
}

/// Rows that, one after the other, sum the rows since the one before: the whole
/// table is groups and their sums, below or above them.
fn chained(columns: &[Figures], count: usize, needed: u128) -> BTreeSet<usize> {
    let Some(lead) = columns.iter().position(|column| column.rests && column.total() != 0) else { return BTreeSet::new() };
    for is_above in [false, true] {
        let at = |index: usize| if is_above { count - 1 - index } else { index };
        let lead = &columns[lead];
        // Sums walked in this direction, and where a group may end.
        let reached = |end: usize| if is_above { lead.between(count - end, count) } else { lead.sums[end] };
        let mut ends: BTreeMap<i128, usize> = BTreeMap::from([(0, 0)]);
        let mut from: BTreeMap<usize, usize> = BTreeMap::new();
        for end in 2..=count {
            let value = lead.value(at(end - 1));
            let Some(start) = ends.get(&(reached(end - 1) - value)).copied() else { continue };
            if value != 0 && end - start >= 2 {
                from.insert(end, start);
                ends.insert(reached(end), end);
            }
        }
        let mut found = BTreeSet::new();
        let mut end = count;
        let mut sure = 1_u128;
        while let Some(start) = from.get(&end).copied() {
            let (first, last) = if is_above { (count - end, count - start) } else { (start, end) };
            let row = at(end - 1);
            let sum_holds = |column: &Figures| {
                let value = column.value(row);
                (column.between(first, last) - value == value).then_some(value)
            };
            let Some(weight) = weight(columns, sum_holds) else { break };
            sure = sure.saturating_mul(weight);
            found.insert(row);
            end = start;
        }
        if end == 0 && found.len() >= 2 && sure >= needed {
            return found;
        }
    }
    BTreeSet::new()
}

/// Rows of a name and figures alone, among rows that say more, that sum the
/// rows since the one before or up to the next.
fn bare_sums(columns: &[Figures], bare: &[bool]) -> BTreeSet<usize> {
    let count = bare.len();
    let mut found = BTreeSet::new();
    let bare_rows = bare.iter().filter(|bare| **bare).count();
    if bare_rows == 0 || bare_rows * 2 >= count {
        return found;
    }
    for row in (0..count).filter(|row| bare[*row]) {
        let before = bare[..row].iter().rposition(|bare| *bare).map_or(0, |at| at + 1);
        let after = bare[row + 1..].iter().position(|bare| *bare).map_or(count, |at| row + 1 + at);
        for (from, to) in [(before, row), (row + 1, after), (0, row), (row + 1, count)] {
            let is_many = || columns.iter().any(|column| (from..to).filter(|row| column.value(*row) != 0).nth(1).is_some());
            let holds = |column: &Figures| {
                let value = column.value(row);
                (column.between(from, to) == value).then_some(value)
            };
            let sure = weight(columns, holds);
            if sure.is_some_and(|sure| sure >= SURE || is_many()) {
                found.insert(row);
                break;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn figures(values: &[i64]) -> Figures {
        let values: Vec<Decimal> = values.iter().map(|value| Decimal::from(*value)).collect();
        Figures::new(&values, true).unwrap()
    }

    fn rows(found: BTreeSet<usize>) -> Vec<usize> {
        found.into_iter().collect()
    }

    #[test]
    fn a_total_at_either_end_and_a_recap_below_its_rows() {
        let doubled = |values: &[i64]| rows(doubled(&[figures(values)], values.len()));
        assert_eq!(doubled(&[100_007, 200_009, 300_016]), [2]);
        assert_eq!(doubled(&[300_016, 100_007, 200_009]), [0]);
        assert_eq!(doubled(&[100_007, 200_009, 50_001, 150_008, 200_009]), [3, 4]);
        assert!(doubled(&[100_007, 200_009, 300_017]).is_empty());
        // Small counts tell where many rows add up to the last.
        assert_eq!(doubled(&[41, 35, 52, 27, 44, 61, 260]), [6]);
        assert!(doubled(&[41, 35, 52, 128]).is_empty() && doubled(&[1, 3, 2, 4, 1, 3, 14]).is_empty());
        let of_many = |values: &[i64]| sum_of_many(&[figures(values)], values.len());
        assert_eq!((of_many(&[41, 35, 52, 27, 44, 61, 260]), of_many(&[260, 41, 35, 52, 27, 44, 61])), (Some(6), Some(0)));
        assert_eq!((of_many(&[41, 35, 52, 27, 44, 61, 261]), of_many(&[41, 35, 52, 128])), (None, None));
        // Round figures meet by chance.
        assert!(doubled(&[10_000_000, 20_000_000, 30_000_000]).is_empty());
    }

    #[test]
    fn sums_of_groups_below_and_above_them() {
        let chained = |values: &[i64]| rows(chained(&[figures(values)], values.len(), SURE));
        assert_eq!(chained(&[1_001, 2_002, 3_003, 4_004, 4_004, 5_011, 6_011, 11_022]), [2, 4, 7]);
        assert_eq!(chained(&[3_003, 1_001, 2_002, 11_022, 5_011, 6_011]), [0, 3]);
        assert!(chained(&[3_003, 1_001, 2_002, 11_023, 5_011, 6_011]).is_empty());
        assert!(chained(&[10, 20, 30, 5, 5, 10]).is_empty());
    }

    proptest! {
        /// Columns that no figure rests on are left aside only where they could not have made a sum.
        #[test]
        fn what_may_sum_is_never_overlooked(
            values in proptest::collection::vec(1_i64..4, 3..9),
            aside in proptest::collection::vec(1_i64..9_000, 9),
            large in 1_i64..9_000,
        ) {
            let values: Vec<i64> = values.into_iter().map(|value| value * large).collect();
            let count = values.len();
            let aside = Figures { rests: false, ..figures(&aside[..count]) };
            let both = [figures(&values), aside];
            let found = !doubled(&both, count).is_empty() || !chained(&both, count, SURE).is_empty();
            prop_assert!(!found || may_sum(&both[..1], count));
        }
    }

    #[test]
    fn a_column_that_disagrees_speaks_against_it() {
        let columns = [figures(&[100_007, 200_009, 300_016]), figures(&[5, 6, 7])];
        assert!(doubled(&columns, 3).is_empty());
        let columns = [figures(&[10, 20, 30]), figures(&[7, 8, 15]), figures(&[11, 13, 24])];
        assert_eq!(rows(doubled(&columns, 3)), [2]);
    }

    #[test]
    fn a_kota_among_its_kecamatan() {
        let columns = [figures(&[50, 60, 110, 20, 30, 50])];
        let whole = [false, false, true, false, false, true];
        assert_eq!(rows(wholes(&columns, &whole, &[false; 6])), [2, 5]);
        assert!(wholes(&[figures(&[50, 60, 110, 20, 30, 51])], &whole, &[false; 6]).is_empty());
        assert!(wholes(&columns, &[true; 6], &[false; 6]).is_empty());
    }

    #[test]
    fn bare_rows_need_less() {
        let columns = [figures(&[10, 20, 30, 40, 40, 1, 2])];
        assert_eq!(rows(bare_sums(&columns, &[false, false, true, false, false, false, false])), [2]);
        assert!(bare_sums(&columns, &[false; 7]).is_empty());
        assert!(bare_sums(&columns, &[false, true, false, false, false, false, false]).is_empty());
    }
}
