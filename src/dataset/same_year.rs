//! Last year's data under this year's name: a copied file, a sheet or a column
//! that was never replaced. Growth over a copy is always nought.

use super::accept::Findings;
use super::across::{column_place, shared_numbers};
use super::key::normal;
use super::source::Source;
use super::{Isi, Jenis, Table};
use crate::diagnostic::{Fakta, Temuan};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// So many different amounts of money that stay to the rupiah are no chance.
const FEW_AMOUNTS: usize = 3;
/// Counts are small numbers, and may stay: more of them must.
const FEW_COUNTS: usize = 8;

/// A row's name and its figures that both years have.
type Figures = (String, Vec<Option<Decimal>>);

/// Refuses a year whose figures are those of the year before. One row in fifty
/// may differ: a copy that was begun to be filled in.
pub(super) fn same_as_before(source: &Source, earlier: &Table, later: &Table, findings: &mut Findings) {
    let shared = shared_numbers(source, earlier, later);
    let Some((_, place, _)) = shared.first() else { return };
    let is_money = shared.iter().any(|(_, at, _)| later.columns[*at].jenis == Jenis::Uang);
    let columns = |pick: &dyn Fn(&(String, usize, usize)) -> usize| -> Vec<usize> { shared.iter().map(pick).collect() };
    let (later_at, earlier_at) = (columns(&|(_, at, _)| *at), columns(&|(_, _, at)| *at));
    let mut before: BTreeMap<Figures, usize> = BTreeMap::new();
    for figures in telling_rows(earlier, &earlier_at) {
        *before.entry(figures).or_default() += 1;
    }
    let (mut baris, mut dari) = (0, 0);
    let mut amounts: BTreeSet<Vec<Option<Decimal>>> = BTreeSet::new();
    for figures in telling_rows(later, &later_at) {
        dari += 1;
        if let Some(left) = before.get_mut(&figures).filter(|left| **left > 0) {
            *left -= 1;
            baris += 1;
            amounts.insert(figures.1);
        }
    }
    let few = if is_money { FEW_AMOUNTS } else { FEW_COUNTS };
    if amounts.len() < few || (dari - baris) * 50 > dari {
        return;
    }
    let fakta = Fakta::DataTahunLalu { tahun: later.tahun, tahun_lalu: earlier.tahun, baris, dari };
    findings.raise(Temuan::new(column_place(later, *place), fakta), None);
}

/// The rows that hold a figure other than nought.
fn telling_rows<'t>(table: &'t Table, columns: &'t [usize]) -> impl Iterator<Item = Figures> + 't {
    table.rows.iter().filter_map(|row| {
        let value = |column: &usize| match row.data[*column].isi {
            Isi::Angka(value) => Some(value.normalize()),
            _ => None,
        };
        let figures: Vec<Option<Decimal>> = columns.iter().map(value).collect();
        let tells = figures.iter().flatten().any(|value| !value.is_zero());
        tells.then(|| (normal(&row.nama), figures))
    })
}
