//! The columns of numbers that two years of a source both have, and where they stand.

use crate::dataset::source::Source;
use crate::dataset::{Jenis, Table};
use crate::vocabulary::At;

/// The columns of numbers that figures of the later year rest on and both years have: field, later, earlier.
pub(crate) fn shared_numbers(source: &Source, earlier: &Table, later: &Table) -> Vec<(String, usize, usize)> {
    let mut shared = Vec::new();
    for (at, column) in later.columns.iter().enumerate() {
        let is_number = matches!(column.jenis, Jenis::Uang | Jenis::Angka) && &*column.isian != "tahun";
        let field = source.field(&column.isian).map(|field| &source.fields[field]);
        let rests = field.is_some_and(|field| source.rests(field, later.tahun) || source.rests(field, earlier.tahun));
        if let (true, true, Some(earlier_at)) = (is_number, rests, earlier.column(&column.isian)) {
            shared.push((column.isian.to_string(), at, earlier_at));
        }
    }
    shared
}

pub(crate) fn column_place(table: &Table, column: usize) -> At {
    let first = table.rows.first();
    match (first, table.parts.first()) {
        (Some(row), _) => table.at_column(row, column),
        (None, Some(part)) => At::sheet(part.berkas.clone(), part.lembar.clone()),
        (None, None) => At::file(table.sumber.clone()),
    }
}

/// The columns whose rows add up and on which figures of the table's year rest.
pub(crate) fn resting_sums(source: &Source, table: &Table) -> Vec<usize> {
    let is_sum = |at: &usize| {
        let column = &table.columns[*at];
        let field = source.field(&column.isian).map(|field| &source.fields[field]);
        let adds_up = |hitungan: bool| column.jenis == Jenis::Uang || column.jenis == Jenis::Angka && hitungan;
        field.is_some_and(|field| adds_up(field.hitungan) && source.rests(field, table.tahun))
            && !column.isian.starts_with("tahun")
    };
    (0..table.columns.len()).filter(is_sum).collect()
}
