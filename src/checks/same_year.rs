//! Last year's data under this year's name: a copied file, a sheet or a column
//! that was never replaced, or was begun to be. Growth over a copy is always nought.

use super::digits::digits;
use super::shared::{column_place, shared_numbers};
use crate::dataset::accept::Findings;
use crate::dataset::digest::{count_different, digest};
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Row, Table};
use crate::diagnostic::{AngkaTetap, DataTahunLalu, Temuan};
use crate::vocabulary::At;
use rust_decimal::Decimal;

/// So many different amounts of money that stay to the rupiah are no chance.
const FEW_AMOUNTS: usize = 3;
/// Counts are small numbers, and may stay: more of them must.
const FEW_COUNTS: usize = 8;
/// In one part of a year a few stale koperasi may well be all there are.
const FEW_OF_PART: usize = 6;

/// Fewer rows of both years do not tell what most of them are.
const FEW_STALE: usize = 10;
/// Counts may stay in most rows, money in hardly any: what share (of five) is told.
const STALE_COUNTS: usize = 4;
const STALE_AMOUNTS: usize = 3;
/// Half of the rows are told, of few rows too, where their amounts have so many digits: nobody makes those again.
const HALF_OF: usize = 5;
const TELLING: u32 = 6;

/// A row's figures that both years have, by digests: its name, the name with the figures, and these by themselves. What
/// rests on them hangs on no single row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Figures {
    name: u64,
    row: u64,
    amounts: u64,
    /// One of them has as many digits as no amount has twice by chance.
    is_telling: bool,
}

/// How many of how many rows that both years have stand in both with the same figures.
struct Same {
    baris: usize,
    dari: usize,
    /// Nearly all: one row in fifty may differ, in a copy that was begun to be filled in.
    is_copy: bool,
}

/// Refuses a year whose figures are those of the year before, and tells one of which most are.
pub(crate) fn same_as_before(source: &Source, earlier: &Table, later: &Table, findings: &mut Findings) {
    let shared = shared_numbers(source, earlier, later);
    let Some((_, place, _)) = shared.first() else { return };
    let is_money = shared.iter().any(|(_, at, _)| later.columns[*at].jenis == Jenis::Uang);
    let columns = |pick: &dyn Fn(&(String, usize, usize)) -> usize| -> Vec<usize> { shared.iter().map(pick).collect() };
    let (later_at, earlier_at) = (columns(&|(_, at, _)| *at), columns(&|(_, _, at)| *at));
    let few = if is_money { FEW_AMOUNTS } else { FEW_COUNTS };
    let stale = if is_money { STALE_AMOUNTS } else { STALE_COUNTS };
    let before = || telling_rows(earlier, &earlier_at, None);
    let mut raise = |at: At, Same { baris, dari, is_copy }: Same| {
        let (tahun, tahun_lalu) = (later.tahun, earlier.tahun);
        if is_copy {
            findings.raise(Temuan::new(at, DataTahunLalu { tahun, tahun_lalu, baris, dari }), None);
        } else {
            findings.raise(Temuan::new(at, AngkaTetap { tahun, tahun_lalu, baris, dari }), None);
        }
    };
    if let Some(same) = same(before(), telling_rows(later, &later_at, None), (few, stale)) {
        raise(column_place(later, *place), same);
        return;
    }
    // Counts were brought up to date, an amount was not.
    if shared.len() > 1 {
        let is_of_money = |(_, at, _): &&(String, usize, usize)| later.columns[*at].jenis == Jenis::Uang;
        for (_, at, before_at) in shared.iter().filter(is_of_money) {
            let (before, after) = (telling_rows(earlier, &[*before_at], None), telling_rows(later, &[*at], None));
            if let Some(same) = same(before, after, (few, STALE_AMOUNTS)) {
                return raise(column_place(later, *at), Same { is_copy: false, ..same });
            }
        }
    }
    if later.parts.len() < 2 {
        return;
    }
    // One kecamatan's file or sheet among others.
    for (number, part) in later.parts.iter().enumerate() {
        if let Some(same) = same(before(), telling_rows(later, &later_at, Some(number)), (few.max(FEW_OF_PART), stale)) {
            let first = later.rows.iter().find(|row| usize::from(row.part) == number);
            raise(first.map_or_else(|| part.at(), |row| later.at_column(row, *place)), same);
        }
    }
}

/// The rows that stand in the year before as well, where that is no chance: at least so many different figures, and
/// nearly all or so large a share (of five) of the rows that both have, which are no small part of the later year.
fn same(mut before: Vec<Figures>, mut after: Vec<Figures>, (few, stale): (usize, usize)) -> Option<Same> {
    before.sort_unstable();
    after.sort_unstable();
    let is_known = |own: &Figures| before.binary_search_by_key(&own.name, |other| other.name).is_ok();
    let dari = after.iter().filter(|own| is_known(own)).count();
    if dari * 2 < after.len() {
        return None;
    }
    let mut before = before.into_iter().peekable();
    let (mut amounts, mut telling): (Vec<u64>, usize) = (Vec::new(), 0);
    for own in after {
        while before.next_if(|other| *other < own).is_some() {}
        let same = before.next_if_eq(&own);
        telling += usize::from(same.is_some_and(|same| same.is_telling));
        amounts.extend(same.map(|same| same.amounts));
    }
    let baris = amounts.len();
    let is_copy = (dari - baris) * 50 <= dari;
    let is_half = stale == STALE_AMOUNTS && dari >= HALF_OF && telling * 2 >= dari;
    let is_stale = dari >= FEW_STALE && baris * 5 >= dari * stale || is_half;
    (count_different(amounts) >= few && (is_copy || is_stale)).then_some(Same { baris, dari, is_copy })
}

/// The rows, of one part alone or of all, that hold a figure other than nought.
fn telling_rows(table: &Table, columns: &[usize], part: Option<usize>) -> Vec<Figures> {
    let is_of_part = |row: &&Row| part.is_none_or(|part| usize::from(row.part) == part);
    let figures = |row: &Row| {
        let value = |column: &usize| match table.isi(row, *column) {
            Isi::Angka(value) => Some(value),
            _ => None,
        };
        let figures: Vec<Option<Decimal>> = columns.iter().map(value).collect();
        let tells = figures.iter().flatten().any(|value| !value.is_zero());
        let is_telling = figures.iter().flatten().any(|value| digits(*value) >= TELLING);
        tells.then(|| {
            let name = normal(&row.nama);
            Figures { name: digest(&name), row: digest(&(name, &figures)), amounts: digest(&figures), is_telling }
        })
    };
    table.rows.iter().filter(is_of_part).filter_map(figures).collect()
}
