//! The rows that formulas pick by a value, `WHERE jenis_data = "Jumlah Koperasi"`: what the others say, in which unit
//! they are, is of no figure.

use crate::dataset::cell::raw_text;
use crate::dataset::counted::CountedRow;
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::dataset::verdicts::Verdicts;
use crate::table::TableLayout;
use crate::workbook::{Cell, Sheet};
use std::collections::BTreeSet;

/// The rows that are picked, and by which column.
pub(crate) struct Picked {
    pub column: u32,
    pub rows: Vec<CountedRow>,
}

/// The rows of which figures take any; none where some formula takes all, or looks at other years of them.
pub(crate) fn picked(source: &Source, (sheet, layout): (&Sheet, &TableLayout), rows: &[CountedRow]) -> Option<Picked> {
    let needs = || source.needs.values();
    let first = needs().next().filter(|_| needs().all(|need| !need.joined))?;
    let column_of = |isian: &str| {
        let mut columns = layout.columns.iter().filter(|heading| heading.isian.as_deref() == Some(isian));
        columns.next().filter(|_| columns.next().is_none()).map(|heading| heading.column)
    };
    let by_all = |isian: &&String| needs().all(|need| need.disaring.contains_key(*isian));
    let (isian, column) = first.disaring.keys().filter(by_all).find_map(|isian| Some((isian, column_of(isian)?)))?;
    let values: BTreeSet<String> =
        needs().filter_map(|need| need.disaring.get(isian)).flatten().map(|text| normal(text)).collect();
    // A row that says nothing there may be of the value above it.
    let says_one = |cell: &Cell| {
        let text = normal(&raw_text(&cell.value));
        text.is_empty() || values.contains(&text)
    };
    let (mut view, mut judged) = (sheet.cells.column(column), Verdicts::default());
    let is_picked = |row: &&CountedRow| view.cell(row.row).is_none_or(|cell| judged.of(&cell, says_one));
    Some(Picked { column, rows: rows.iter().filter(is_picked).cloned().collect() })
}
