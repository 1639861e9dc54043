//! A row that comes again each year under one name, and each year is the sum of all the others: `Gabungan` under four
//! kecamatan. One year may be chance where the numbers are small; several are none.

use crate::dataset::columns::column::Used;
use crate::dataset::columns::total::is_additive;
use crate::dataset::counted::On;
use crate::dataset::key::normal;
use crate::dataset::{FieldInfo, Isi, Jenis};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

/// So many to one against chance, all years together.
const SURE: u128 = 1_000;
/// A sum is of so many others at least.
const OTHERS: usize = 2;
/// Larger tables are weighed year by year.
const MOST: usize = 20_000;

/// The counted rows (by index) that are such sums; `years` are the rows of each year and thing.
pub(crate) fn yearly_totals(used: &[Used], on: &On, years: &[&Vec<usize>]) -> Vec<usize> {
    if years.len() < 2 || on.rows.len() > MOST {
        return Vec::new();
    }
    let is_sum = |own: &&Used| {
        let field: &FieldInfo = &on.source.fields[own.field];
        let is_number = matches!(field.jenis, Jenis::Uang | Jenis::Angka) && !field.isian.starts_with("tahun");
        is_number && !own.rests.is_empty() && is_additive(field.jenis, &on.layout.columns[own.index].path)
    };
    let columns: Vec<&Used> = used.iter().filter(is_sum).collect();
    if columns.is_empty() {
        return Vec::new();
    }
    // For each name: its rows that are sums, how many rows it has, and against how much chance.
    let mut names: BTreeMap<String, (Vec<usize>, usize, u128)> = BTreeMap::new();
    for rows in years.iter().filter(|rows| rows.len() > OTHERS) {
        for (row, weight) in rows.iter().map(|row| (*row, weight(&columns, rows, *row))) {
            let (sums, all, chance) = names.entry(normal(&on.rows[row].nama)).or_insert((Vec::new(), 0, 1));
            *all += 1;
            if let Some(weight) = weight {
                sums.push(row);
                *chance = chance.saturating_mul(weight);
            }
        }
    }
    let found = names.into_values().filter(|(sums, all, chance)| sums.len() == *all && *all >= 2 && *chance >= SURE);
    found.flat_map(|(sums, ..)| sums).collect()
}

/// How little chance makes a row the sum of its year's others in every column; `None` where it is not, or they are few.
fn weight(columns: &[&Used], rows: &[usize], row: usize) -> Option<u128> {
    let mut weight = 1_u128;
    for column in columns {
        let value = |index: usize| match column.data.get(index) {
            Isi::Angka(value) => value,
            _ => Decimal::ZERO,
        };
        let own = value(row);
        let others = || rows.iter().filter(|other| **other != row).map(|other| value(*other));
        let sum = others().try_fold(Decimal::ZERO, Decimal::checked_add)?;
        if sum != own || others().filter(|value| !value.is_zero()).count() < OTHERS {
            return None;
        }
        weight = weight.saturating_mul(own.abs().to_u128().unwrap_or(u128::MAX).max(1));
    }
    Some(weight)
}
