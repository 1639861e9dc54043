//! A column's amounts, and how a value is told that its field cannot well have.

use super::inside::raise_at;
use crate::dataset::accept::Findings;
use crate::dataset::assemble::correct;
use crate::dataset::cell::isi_text;
use crate::dataset::{Isi, Table};
use crate::diagnostic::{Banding, NilaiSeperseribu, Temuan};
use crate::vocabulary::exact_text;
use rust_decimal::Decimal;

/// The amounts of a column other than nil, by their rows.
pub(super) fn amounts(table: &Table, column: usize) -> Vec<(usize, Decimal)> {
    amounts_of(table, column).collect()
}

/// The same, one after another.
pub(super) fn amounts_of(table: &Table, column: usize) -> impl Iterator<Item = (usize, Decimal)> {
    let amount = move |row: usize| match table.isi(&table.rows[row], column) {
        Isi::Angka(value) if !value.is_zero() => Some((row, value)),
        _ => None,
    };
    (0..table.rows.len()).filter_map(amount)
}

pub(super) fn tell(table: &mut Table, (row, column): (usize, usize), banding: Banding, findings: &mut Findings) {
    if findings.stands_at(&table.at(&table.rows[row], column)) {
        return;
    }
    let own = &table.columns[column];
    let value = match table.isi(&table.rows[row], column) {
        Isi::Angka(value) => value.checked_div(own.skala).unwrap_or(value),
        _ => Decimal::ZERO,
    };
    let fakta = NilaiSeperseribu { isian: own.isian.to_string(), ditemukan: exact_text(value), banding };
    raise_at(table, row, column, fakta, findings);
}

/// The same of a text.
pub(super) fn tell_text(table: &mut Table, (row, column): (usize, usize), banding: Banding, findings: &mut Findings) {
    let at = table.at(&table.rows[row], column);
    if findings.stands_at(&at) {
        return;
    }
    let ditemukan = isi_text(&table.isi(&table.rows[row], column));
    let fakta = NilaiSeperseribu { isian: table.columns[column].isian.to_string(), ditemukan: ditemukan.clone(), banding };
    let granted = findings.raise(Temuan::new(at, fakta).named(&*table.rows[row].nama), Some(&ditemukan));
    if let Some(granted) = granted {
        correct(table, row, column, granted.nilai.as_deref());
    }
}
