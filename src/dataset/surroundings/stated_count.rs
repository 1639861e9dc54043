//! The number of rows that a title or a note states, held against the rows that are counted.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sections::Judged;
use crate::dataset::cell::raw_text;
use crate::dataset::counted::{CountedRow, number_column, running_number};
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::diagnostic::{CacahBerbeda, KeteranganMembatasi, Temuan};
use crate::table::{LayoutRow, RowKind};
use crate::text::reserve::page_of;
use crate::text::stated_count::{count_in_total, stated_count};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, RowView, Value};
use std::collections::BTreeSet;

/// So many running numbers show a list; so many left out, and a tenth of them, are no slip.
const FEWEST: usize = 5;
const LEFT_OUT: u64 = 3;
/// More letters are no page's number.
const LONGEST_PAGE: usize = 32;
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
    let is_foot = |row: &LayoutRow| match row.kind {
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
    let numbers = numbering(source, of, rows).into_iter().chain(counts_in_totals(of, rows)).chain(pages(source, of));
    if stated.peek().is_none() {
        return numbers.collect();
    }
    let entities = rows.iter().filter(|row| !row.lanjutan).count();
    let names: BTreeSet<String> = rows.iter().map(|row| normal(&row.nama)).collect();
    let is_so = |count: u64| [entities, rows.len(), names.len()].iter().any(|own| *own as u64 == count);
    let differing = stated.filter(|(_, _, count)| !is_so(*count));
    differing
        .map(|(at, teks, tertulis)| Temuan::new(sheet.at_cell(at), CacahBerbeda { teks, tertulis, terhitung: entities }))
        .chain(numbers)
        .collect()
}

/// Rows of totals whose label states another number of rows than they sum up.
fn counts_in_totals(of: &Judged, rows: &[CountedRow]) -> Vec<Temuan> {
    let is_counted = |row: u32| rows.binary_search_by_key(&row, |counted| counted.row).is_ok();
    let of_total = |listed: LayoutRow| {
        let from = match *listed.kind {
            RowKind::Total { .. } => 0,
            RowKind::Subtotal { first, .. } => first,
            // Its figures proved it.
            RowKind::DataOrTotal { first: Some(first), .. } if !is_counted(listed.row) && first < listed.row => first,
            _ => return None,
        };
        let cells = of.sheet.row(listed.row);
        let mut texts = cells.iter().filter(|cell| matches!(cell.value, Value::Text(_)));
        let (cell, tertulis) = texts.find_map(|cell| Some((cell, count_in_total(&raw_text(&cell.value))?)))?;
        let is_own = |row: &&CountedRow| row.row >= from && (from == 0 || row.row < listed.row);
        let own: Vec<&CountedRow> = rows.iter().filter(is_own).collect();
        let entities = own.iter().filter(|row| !row.lanjutan).count();
        let names: BTreeSet<String> = own.iter().map(|row| normal(&row.nama)).collect();
        let is_so = [entities, own.len(), names.len()].iter().any(|count| *count as u64 == tertulis);
        let fakta = CacahBerbeda { teks: raw_text(&cell.value), tertulis, terhitung: entities };
        (!is_so).then(|| Temuan::new(of.sheet.at_cell(cell.at), fakta))
    };
    of.layout.rows.iter().filter_map(of_total).collect()
}

/// `Halaman 1 dari 10` on a sheet that has not the other nine, where no other sheet or file counts.
fn pages(source: &Source, of: &Judged) -> Option<Temuan> {
    if source.counts_all_sheets() || source.has_several_files() {
        return None;
    }
    let texts = of.sheet.cells.rows_from(0).flat_map(|row| row.cells_where(|_, is_text| is_text));
    let stated = texts.filter_map(|cell| match &cell.value {
        Value::Text(text) if text.len() <= LONGEST_PAGE => page_of(text).map(|page| (cell.at, raw_text(&cell.value), page)),
        _ => None,
    });
    let stated: Vec<(CellAddress, String, (u32, u32))> = stated.collect();
    let (at, text, (_, all)) = stated.first()?;
    let own: BTreeSet<u32> = stated.iter().map(|(.., (own, _))| *own).collect();
    let is_said = arti_of(source, text).is_some();
    (own.len() < *all as usize && !is_said).then(|| Temuan::new(of.sheet.at_cell(*at), KeteranganMembatasi::of(text.as_str(), 0)))
}

/// A list whose running numbers go up without end and leave numbers out, or begin beyond the first: rows of it are
/// missing, as in a copy of what a filter showed. A number or two that somebody took out of a long list say nothing.
fn numbering(source: &Source, of: &Judged, rows: &[CountedRow]) -> Option<Temuan> {
    let Judged { sheet, layout, .. } = of;
    let (first, last) = (rows.first()?.row, rows.last()?.row);
    let column = number_column(layout)?;
    let held = |view: RowView<'_>| {
        let cell = view.cell(column)?;
        Some((cell.at, running_number(&cell)?))
    };
    let views = sheet.cells.rows_from(first).take_while(|view| view.row() <= last);
    let numbers: Vec<(CellAddress, u64)> = views.filter_map(held).collect();
    let (from, to) = (numbers.first()?.1, numbers.last()?);
    let rises = numbers.windows(2).all(|pair| pair[0].1 < pair[1].1);
    // A kecamatan's own list may go on from another's.
    let begun = if source.counts_all_sheets() || source.has_several_files() { from } else { 1 };
    let stated = (to.1 + 1).checked_sub(begun)?;
    let missing = stated.checked_sub(numbers.len() as u64)?;
    let is_list = numbers.len() >= FEWEST && numbers.len() * 2 > rows.len();
    let fakta = CacahBerbeda { teks: format!("No. {from} … {}", to.1), tertulis: stated, terhitung: numbers.len() };
    (rises && is_list && missing >= LEFT_OUT && missing * 10 > stated).then(|| Temuan::new(sheet.at_cell(to.0), fakta))
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
