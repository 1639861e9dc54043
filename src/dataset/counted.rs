//! Rows that count, the totals stated below them, and the figures in their cells.

use super::merged::Merged;
use super::source::Source;
use crate::table::TableLayout;
use crate::table::headings::words::is_running_number;
use crate::text::label::words;
use crate::text::{NumberText, read_number};
use crate::workbook::{Cell, Sheet, Value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use std::sync::Arc;

/// A row that counts.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct CountedRow {
    pub row: u32,
    /// Its name; the table's own column of names holds the same text, not another of the same letters.
    pub nama: Arc<str>,
    /// It goes on with the row above: the name is merged over both, or stands once over two products.
    pub lanjutan: bool,
}

/// A stated total and the rows it sums, both included.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct StatedTotal {
    pub row: u32,
    pub label: String,
    pub first: u32,
    pub last: u32,
}

/// The columns that tell rows apart.
pub(crate) struct RowColumns<'a> {
    /// The columns that may hold the row's name, the best first.
    pub names: &'a [u32],
    /// Columns of money and numbers.
    pub numbers: &'a [u32],
    /// Of them, those whose rows add up to something.
    pub sums: &'a [u32],
    /// Columns whose text may stand for a name where no name column is.
    pub keys: &'a [u32],
    /// The names are personal data (a NIK): shown masked.
    pub mask: bool,
}

/// A table while its rows are read: where it stands, and which rows count.
#[derive(Clone, Copy)]
pub(crate) struct On<'a> {
    pub source: &'a Source<'a>,
    pub sheet: &'a Sheet,
    pub layout: &'a TableLayout,
    pub merged: &'a Merged,
    pub rows: &'a [CountedRow],
}

/// The number in a cell as it stands; nothing and nil are zero, what needs its column to be read is none.
pub(crate) fn figure_of(cell: Option<&Cell>) -> Option<Decimal> {
    let Some(cell) = cell else { return Some(Decimal::ZERO) };
    match &cell.value {
        Value::Number { value, .. } => Some(*value),
        Value::Text(text) => match read_number(text) {
            NumberText::Value(read) => Some(read.value),
            NumberText::Nil | NumberText::Missing => Some(Decimal::ZERO),
            // As thousands: read wrongly it would prove nothing.
            NumberText::TwoWays { id, en, loose: false } => {
                Some(if id.value.abs() > en.value.abs() { id.value } else { en.value })
            }
            _ => None,
        },
        _ => None,
    }
}

/// The column of the rows' running numbers.
pub(crate) fn number_column(layout: &TableLayout) -> Option<u32> {
    let is_number = |path: &[String]| path.last().is_some_and(|label| is_running_number(&words(label)));
    let column = layout.columns.iter().find(|column| column.isian.is_none() && is_number(&column.path))?;
    Some(column.column)
}

/// The running number in a cell.
pub(crate) fn running_number(cell: &Cell) -> Option<u64> {
    match cell.value {
        Value::Number { value, .. } => value.to_u64().filter(|_| value.fract().is_zero()),
        Value::Text(text) => text.trim().trim_end_matches('.').parse().ok(),
        _ => None,
    }
}
