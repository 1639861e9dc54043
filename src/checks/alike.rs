//! Amounts of a year that were not asked of each: a block of them is last year's, all grew by one and the same step, one
//! amount stands for many, many have nothing that had something, one column alone was put in order.

use super::digits::digits;
use super::shared::shared_numbers;
use super::told::tell;
use crate::dataset::accept::Findings;
use crate::dataset::cell::isi_text;
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{Banding, Salinan};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use std::collections::{BTreeMap, BTreeSet};

/// Longer lists are no office's own, and are not gone through so closely; nor by places beyond so many.
const MOST: usize = 200_000;
const MOST_BY_PLACE: usize = 20_000;
/// So many rows show whether all need to be asked.
const SHOWN: usize = 100;
/// Fewer rows one below the other, or of one place, that stay to the rupiah are chance; and amounts of fewer digits.
const FEW_STILL: usize = 5;
const TELLING: u32 = 4;
/// So seldom may chance make such a block.
const SELDOM: f64 = 5e-4;
/// Fewer pairs that grew alike, or fewer rows of a column in order, show nothing.
const FEW_STEPS: usize = 6;
const FEW_SORTED: usize = 8;
/// Steps of nearly nothing are those that stayed; amounts are rounded by so much of one.
const STAYED: f64 = 0.002;
const ROUNDED: f64 = 0.000_2;
/// Most amounts go no further than this from how the others went.
const NEAR: f64 = 1.6;
/// So many rows show whether one amount stands for many, and so many of them must have it.
const FEW_ROWS: usize = 10;
const FEW_ALIKE: usize = 6;
/// So many of ten that had something have nothing now.
const NIL_OF_TEN: usize = 3;
const FEW_NIL: usize = 5;

/// An entity's amounts of two years, nought or none where nothing stands, in the order of the later list.
#[derive(Clone, Copy)]
struct Both {
    row: usize,
    before_row: usize,
    after: Decimal,
    before: Decimal,
}

/// Columns of money whose amounts stand for others.
pub(crate) fn alike(source: &Source, earlier: &Table, later: &mut Table, jumped: &BTreeSet<String>, findings: &mut Findings) {
    let mut rows: Vec<(usize, usize)> =
        later.by_entity.iter().filter_map(|(entity, row)| Some((row, earlier.by_entity.get(entity)?))).collect();
    if rows.len() > MOST {
        return;
    }
    rows.sort_unstable();
    for (isian, after_at, before_at) in shared_numbers(source, earlier, later) {
        if jumped.contains(&isian) || later.columns[after_at].jenis != Jenis::Uang {
            continue;
        }
        let number = |table: &Table, row: usize, column: usize| match table.isi(&table.rows[row], column) {
            Isi::Angka(value) => Some(value),
            _ => None,
        };
        let both = |(row, before_row): &(usize, usize)| {
            let (after, before) = (number(later, *row, after_at)?, number(earlier, *before_row, before_at)?);
            Some(Both { row: *row, before_row: *before_row, after, before })
        };
        let all: Vec<Both> = rows.iter().filter_map(both).collect();
        let filled: Vec<Both> = all.iter().filter(|own| !own.after.is_zero() && !own.before.is_zero()).copied().collect();
        let found = [
            still_block(&filled, later),
            one_step(&filled),
            sorted_alone(&filled),
            one_amount(&filled),
            fallen_to_nil(&all, later),
        ];
        for (row, salinan) in found.into_iter().flatten() {
            tell(later, (row, after_at), Banding::Salinan(salinan), findings);
        }
    }
}

/// Whether a row says that it does no business.
fn is_idle(table: &Table, row: usize) -> bool {
    let says =
        |isian: &str, said: bool| table.column(isian).is_some_and(|at| table.isi(&table.rows[row], at) == Isi::Tanda(said));
    says("aktif", false) || says("tidak_aktif", true)
}

/// The commonest of some values, and how often it stands there.
fn commonest<T: Ord>(values: impl Iterator<Item = T>) -> Option<(T, usize)> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    values.for_each(|value| *counts.entry(value).or_default() += 1);
    counts.into_iter().max_by_key(|(_, count)| *count)
}

/// Whether there are so many different values.
fn are_different(values: impl Iterator<Item = Decimal>, least: usize) -> bool {
    let mut different: BTreeSet<Decimal> = BTreeSet::new();
    let mut values = values;
    values.any(|value| different.insert(value) && different.len() >= least)
}

fn stands_still(own: &Both) -> bool {
    own.after == own.before && digits(own.after) >= TELLING
}

/// Whether so many rows may all stand still by chance, where of the others so many of so many do; there are so many places for it.
fn is_chance(block: usize, (still, others): (usize, usize), places: usize) -> bool {
    let share = (still as f64 + 1.0) / (others as f64 + 2.0);
    places as f64 * share.powi(i32::try_from(block).unwrap_or(i32::MAX)) >= SELDOM
}

/// Rows one below the other, or of one place, that stand as they stood last year while hardly any other does.
fn still_block(all: &[Both], later: &Table) -> Option<(usize, Salinan)> {
    let still = all.iter().filter(|own| stands_still(own)).count();
    // Most of all are told as such.
    if still < FEW_STILL || still * 5 >= all.len() * 3 {
        return None;
    }
    let told = |block: usize| {
        let others = all.len() - block;
        block >= FEW_STILL && others >= FEW_STILL && !is_chance(block, (still - block, others), all.len())
    };
    let (mut run, mut longest) = ((0, 0), (0, 0));
    for (at, own) in all.iter().enumerate() {
        run = if stands_still(own) { (if run.1 == 0 { at } else { run.0 }, run.1 + 1) } else { (0, 0) };
        if run.1 > longest.1 {
            longest = run;
        }
    }
    if told(longest.1) {
        return Some((all[longest.0].row, Salinan::TahunLalu { baris: longest.1, dari: all.len(), tempat: None }));
    }
    let isian: &[&str] = if all.len() <= MOST_BY_PLACE { &["kecamatan", "kelurahan"] } else { &[] };
    isian.iter().find_map(|isian| {
        let column = later.column(isian)?;
        let mut places: BTreeMap<String, (Vec<&Both>, String)> = BTreeMap::new();
        for own in all {
            let said = isi_text(&later.isi(&later.rows[own.row], column));
            places.entry(normal(&said)).or_insert_with(|| (Vec::new(), said)).0.push(own);
        }
        let is_told = |own: &&(Vec<&Both>, String)| own.0.iter().all(|own| stands_still(own)) && told(own.0.len());
        let (block, place) = places.values().find(is_told)?;
        let first = block.first()?.row;
        Some((first, Salinan::TahunLalu { baris: block.len(), dari: all.len(), tempat: Some(place.clone()) }))
    })
}

/// Nearly all grew by one and the same amount, or share.
fn one_step(all: &[Both]) -> Option<(usize, Salinan)> {
    let dari = all.len();
    if dari < FEW_STEPS || !are_different(all.iter().map(|own| own.before), FEW_STEPS) {
        return None;
    }
    let nearly_all = |baris: usize, dari: usize| baris * 5 >= dari * 4;
    // Some of them first: few columns are asked further.
    let shown = &all[..dari.min(SHOWN)];
    let far = |own: &Both| own.after.checked_sub(own.before);
    let (selisih, count) = commonest(shown.iter().filter_map(far))?;
    if !selisih.is_zero() && count * 2 >= shown.len() {
        let baris = all.iter().filter(|own| far(own) == Some(selisih)).count();
        let first = all.iter().find(|own| far(own) == Some(selisih))?;
        return nearly_all(baris, dari).then_some((first.row, Salinan::Selisih { selisih, baris, dari }));
    }
    let step = |own: &Both| Some(own.after.to_f64()? / own.before.to_f64()?);
    let mut steps: Vec<f64> = shown.iter().filter_map(step).filter(|step| step.is_finite()).collect();
    steps.sort_unstable_by(f64::total_cmp);
    let middle = steps.get(steps.len() / 2).copied().filter(|step| *step > 0.0 && (step - 1.0).abs() > STAYED)?;
    let is_so = |own: &&Both| step(own).is_some_and(|step| (step / middle - 1.0).abs() <= ROUNDED);
    if shown.iter().filter(is_so).count() * 2 < shown.len() {
        return None;
    }
    let baris = all.iter().filter(is_so).count();
    let kali = crate::vocabulary::f64_to_decimal(middle)?.0.round_dp(3).normalize();
    let first = all.iter().find(is_so).filter(|_| nearly_all(baris, dari))?;
    Some((first.row, Salinan::Perbandingan { kali, baris, dari }))
}

/// A column in perfect order of size, beside names in last year's order, which had none.
fn sorted_alone(all: &[Both]) -> Option<(usize, Salinan)> {
    let (first, last) = (all.first()?, all.last()?);
    let rises = first.after < last.after;
    let is_sorted = all.windows(2).all(|pair| pair[0].after == pair[1].after || (pair[0].after < pair[1].after) == rises);
    let stood = all.windows(2).filter(|pair| pair[0].before_row < pair[1].before_row).count();
    let (rose, fell) = all.windows(2).fold((0, 0), |(rose, fell), pair| {
        (rose + usize::from(pair[0].before < pair[1].before), fell + usize::from(pair[0].before > pair[1].before))
    });
    if !is_sorted || !are_different(all.iter().map(|own| own.after), FEW_SORTED) {
        return None;
    }
    // Of a list that was made in this year's order both years may be given: each amount is then near its own.
    let step =
        |own: &Both| own.after.to_f64().zip(own.before.to_f64()).map_or(0.0, |(after, before)| (after / before).abs().ln());
    let mut steps: Vec<f64> = all.iter().map(step).collect();
    steps.sort_unstable_by(f64::total_cmp);
    let middle = steps[steps.len() / 2];
    let near = steps.iter().filter(|step| (**step - middle).abs() <= NEAR.ln()).count();
    let is_told = near * 2 < all.len() && (stood + 1) * 20 >= all.len() * 19 && rose.min(fell) * 5 >= all.len();
    is_told.then_some((first.row, Salinan::Terurut))
}

/// One amount in a third of the rows, which had as many amounts as rows before.
fn one_amount(all: &[Both]) -> Option<(usize, Salinan)> {
    if all.len() < FEW_ROWS {
        return None;
    }
    // Some of them first, from all over the list.
    let shown = || all.iter().step_by(all.len() / SHOWN + 1);
    let (_, count) = commonest(shown().map(|own| own.after))?;
    if count * 6 < shown().count() {
        return None;
    }
    let (amount, baris) = commonest(all.iter().map(|own| own.after))?;
    let (_, usual) = commonest(all.iter().map(|own| own.before))?;
    let those = || all.iter().filter(|own| own.after == amount);
    let is_told = baris >= FEW_ALIKE
        && baris * 3 >= all.len()
        && usual * 8 <= all.len()
        && are_different(those().map(|own| own.before), baris.div_ceil(4) * 3)
        && those().filter(|own| own.before == amount).count() * 4 <= baris;
    those().next().filter(|_| is_told).map(|own| (own.row, Salinan::SatuNilai { baris, dari: all.len() }))
}

/// Many that had something last year and have nothing now, though they do not say that they rest.
fn fallen_to_nil(all: &[Both], later: &Table) -> Option<(usize, Salinan)> {
    let is_many = |nil: usize, dari: usize| dari >= FEW_ROWS && nil >= FEW_NIL && nil * 10 >= dari * NIL_OF_TEN;
    let had = || all.iter().filter(|own| !own.before.is_zero());
    let fallen = had().filter(|own| own.after.is_zero()).count();
    if !is_many(fallen, had().count()) {
        return None;
    }
    let nil: Vec<usize> = had().filter(|own| own.after.is_zero() && !is_idle(later, own.row)).map(|own| own.row).collect();
    let dari = had().count() - (fallen - nil.len());
    let first = nil.first().filter(|_| is_many(nil.len(), dari))?;
    Some((*first, Salinan::Nihil { baris: nil.len(), dari }))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    const PLACES: [&str; 4] = ["Gadingrejo", "Purworejo", "Bugulkidul", "Panggungrejo"];

    fn before(at: u64) -> u64 {
        5_123_456 + (at * at * 7_654_321 + at * 3_141_592) % 90_123_457
    }

    /// As business goes: a fifth less to a third more.
    fn grown(at: u64) -> u64 {
        before(at) * (80 + at * 17 % 55) / 100 + 1
    }

    /// The cells told of twenty businesses of both years.
    fn told(after: impl Fn(u64) -> u64) -> Vec<String> {
        let list = |amount: &dyn Fn(u64) -> u64| {
            let line = |at: u64| {
                let place = PLACES[at as usize % 4];
                format!("{};35750101018000{at:02};Usaha {at};{place};{}\n", at + 1, amount(at))
            };
            format!("No;NIK;Nama Usaha;Kecamatan;Omset\n{}", (0..20).map(line).collect::<String>())
        };
        let office = Office::umkm().file("2020.csv", &list(&before)).file("2021.csv", &list(&after));
        let read = office.joins(&[2020, 2021], &["omset"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        let told = read.temuan.iter().filter(|temuan| matches!(temuan.kode(), Kode::NilaiSeperseribu | Kode::LonjakanNilai));
        told.map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn years_as_they_go_tell_nothing() {
        assert_eq!(told(grown), [""; 0]);
        // A fifth of them as they were, and one place of many that stayed.
        assert_eq!(told(|at| if at % 5 == 1 { before(at) } else { grown(at) }), [""; 0]);
        // Rounded to millions, as small businesses say it.
        assert_eq!(told(|at| grown(at) / 10_000_000 * 10_000_000 + 5_000_000), [""; 0]);
        // Some that closed.
        assert_eq!(told(|at| if at % 6 == 1 { 0 } else { grown(at) }), [""; 0]);
    }

    #[test]
    fn a_block_that_is_last_years_is_told() {
        assert_eq!(told(|at| if at % 4 == 0 { before(at) } else { grown(at) }), ["E2"]);
        assert_eq!(told(|at| if (4..14).contains(&at) { before(at) } else { grown(at) }), ["E6"]);
    }

    #[test]
    fn one_step_for_all_is_told() {
        assert_eq!(told(|at| (before(at) * 105 + 50) / 100), ["E2"]);
        assert_eq!(told(|at| before(at) + 1_000_000), ["E2"]);
    }

    #[test]
    fn a_column_in_order_by_itself_is_told() {
        let mut amounts: Vec<u64> = (0..20).map(grown).collect();
        amounts.sort_unstable();
        assert!(told(|at| amounts[at as usize]).contains(&"E2".to_owned()));
    }

    #[test]
    fn one_amount_for_many_and_nothing_for_many_are_told() {
        assert_eq!(told(|at| if at % 2 == 1 { 50_000_000 } else { grown(at) }), ["E3"]);
        assert_eq!(told(|at| if at % 3 == 1 { 0 } else { grown(at) }), ["E3"]);
    }
}
