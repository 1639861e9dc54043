//! The number of rows that a title or a note states, held against the rows that are counted.

use super::cell::raw_text;
use super::counted::CountedRow;
use super::key::normal;
use super::sections::Judged;
use super::source::Source;
use crate::diagnostic::{CacahBerbeda, Temuan};
use crate::table::{LayoutRow, RowKind};
use crate::text::stated_count::stated_count;
use crate::workbook::{Cell, Value};
use std::collections::BTreeSet;

/// So many rows above the headings are titles.
const TITLES: u32 = 15;

/// The lines over and below a table of one year that state another number of rows than are counted.
pub(crate) fn stated_counts(source: &Source, of: &Judged, rows: &[CountedRow]) -> Vec<Temuan> {
    let Judged { sheet, layout, tahun } = of;
    // A recap's rows are not what it counts.
    if source.recap || tahun.is_none() || rows.is_empty() {
        return Vec::new();
    }
    let first = layout.header.0;
    let last = rows.last().map_or(0, |row| row.row);
    let is_foot = |row: &&LayoutRow| match row.kind {
        RowKind::Footer => true,
        RowKind::GroupLabel(_) => row.row > last,
        _ => false,
    };
    let feet = layout.rows.iter().filter(is_foot).map(|row| row.row);
    let lines = (first.saturating_sub(TITLES)..first).chain(feet);
    let stated = lines.filter_map(|row| {
        let cells = sheet.row(row);
        let count = stated_count(&line_of(&cells))?;
        Some((cells.first()?.at, line_of(&cells), count))
    });
    let mut stated = stated.peekable();
    if stated.peek().is_none() {
        return Vec::new();
    }
    let entities = rows.iter().filter(|row| !row.lanjutan).count();
    let names: BTreeSet<String> = rows.iter().map(|row| normal(&row.nama)).collect();
    let is_so = |count: u64| [entities, rows.len(), names.len()].iter().any(|own| *own as u64 == count);
    let differing = stated.filter(|(_, _, count)| !is_so(*count));
    differing
        .map(|(at, teks, tertulis)| Temuan::new(sheet.at_cell(at), CacahBerbeda { teks, tertulis, terhitung: entities }))
        .collect()
}

/// A row's cells as one line: a number goes with the text before it.
fn line_of(cells: &[Cell]) -> String {
    let mut line = String::new();
    for cell in cells {
        let text = raw_text(&cell.value);
        if !text.trim().is_empty() {
            let is_number = matches!(cell.value, Value::Number { .. });
            line.push_str(if line.is_empty() {
                ""
            } else if is_number {
                " "
            } else {
                "; "
            });
            line.push_str(text.trim());
        }
    }
    line
}
