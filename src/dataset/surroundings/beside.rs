//! Figures beside the counted rows that stand in none of the table's columns: told,
//! block by block.

use crate::dataset::body::sections::Judged;
use crate::dataset::cell::raw_text;
use crate::dataset::counted::{CountedRow, number_column, running_number};
use crate::diagnostic::{AngkaDiSamping, TabelTidakDibaca, Temuan};
use crate::table::{LayoutColumn, TableLayout};
use crate::text::is_number_text;
use crate::vocabulary::{CellAddress, Sel, mask_person};
use crate::workbook::{Cell, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A block of columns beside the table, until a blank one.
#[derive(Default)]
struct Block {
    last: u32,
    /// The counted rows that have figures there.
    rows: BTreeSet<u32>,
}

/// The blocks left and right of a table that hold figures beside its counted rows.
pub(crate) fn beside(of: &Judged, rows: &[CountedRow]) -> Vec<Temuan> {
    let Judged { sheet, layout, .. } = of;
    let (Some((first, last)), Some(width)) = (extent(layout), sheet.cells.columns()) else { return Vec::new() };
    // Most sheets hold nothing beside their table.
    if width.0 >= first && width.1 <= last {
        return Vec::new();
    }
    let is_outside = |cell: &Cell| (cell.at.column < first || cell.at.column > last) && !layout.is_recap(cell.at.column);
    let mut filled: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for cell in rows.iter().flat_map(|row| sheet.row(row.row)).filter(is_outside).filter(|cell| is_filled(cell)) {
        let figures = filled.entry(cell.at.column).or_default();
        if is_figure(&cell) {
            figures.insert(cell.at.row);
        }
    }
    let mut blocks: BTreeMap<u32, Block> = BTreeMap::new();
    for (column, figures) in filled {
        let start = blocks.last_key_value().filter(|(_, block)| block.last + 1 == column && column != last + 1);
        let start = start.map_or(column, |(start, _)| *start);
        let block = blocks.entry(start).or_default();
        block.last = column;
        block.rows.extend(figures);
    }
    let told = blocks.into_iter().filter(|(_, block)| !block.rows.is_empty());
    let own = number_column(layout).and_then(|column| {
        let numbers = rows.iter().filter_map(|row| running_number(&sheet.cell(CellAddress::new(row.row, column))?));
        numbers.max()
    });
    told.map(|(start, block)| {
        if let Some(goes_on) = own.and_then(|last| goes_on(of, (start, &block), last)) {
            return goes_on;
        }
        let above = (layout.header.0..=layout.header.1).flat_map(|row| sheet.row(row));
        let judul = above
            .filter(|cell| (start..=block.last).contains(&cell.at.column) && is_filled(cell))
            .min_by_key(|cell| (cell.at.column, cell.at.row))
            .map(|cell| mask_person(&raw_text(&cell.value)));
        let fakta = AngkaDiSamping { judul, jumlah: block.rows.len() };
        Temuan::new(sheet.at().with(Sel::Column(start)), fakta)
    })
    .collect()
}

/// The list that stands beside the table and goes on with its numbers: each row has a name and a figure further on.
fn goes_on(of: &Judged, (start, block): (u32, &Block), last: u64) -> Option<Temuan> {
    let number = |row: u32| running_number(&of.sheet.cell(CellAddress::new(row, start))?);
    let numbers: Vec<(u32, u64)> = block.rows.iter().filter_map(|row| Some((*row, number(*row)?))).collect();
    let follows = numbers.iter().zip(last + 1..).all(|((_, own), next)| *own == next);
    let name = |row: u32| {
        let cell = of.sheet.cell(CellAddress::new(row, start + 1))?;
        let text = raw_text(&cell.value);
        text.chars().any(char::is_alphabetic).then(|| text.trim().to_owned())
    };
    let has_figure =
        |row: u32| of.sheet.row(row).iter().any(|cell| (start + 2..=block.last).contains(&cell.at.column) && is_figure(cell));
    let is_listed = numbers.iter().all(|(row, _)| name(*row).is_some() && has_figure(*row));
    if numbers.len() < LISTED || !follows || !is_listed {
        return None;
    }
    let contoh = mask_person(&name(numbers[0].0)?);
    let above = of.layout.header.1;
    let labels = of.sheet.row(above).into_iter().filter(|cell| (start..=block.last).contains(&cell.at.column) && is_filled(cell));
    let judul = mask_person(&labels.map(|cell| raw_text(&cell.value).trim().to_owned()).collect::<Vec<_>>().join(" | "));
    let judul = if judul.is_empty() { contoh.clone() } else { judul };
    let at = of.sheet.at_cell(CellAddress::new(numbers[0].0, start));
    Some(Temuan::new(at, TabelTidakDibaca { judul, jumlah: numbers.len(), contoh }))
}

/// Fewer rows that go on are no list.
const LISTED: usize = 3;

/// The table's first and last column: columns that a blank one parts from it, none of
/// them a field's, are another block's.
pub(crate) fn extent(layout: &TableLayout) -> Option<(u32, u32)> {
    let mut columns: Vec<&LayoutColumn> = layout.columns.iter().collect();
    columns.sort_by_key(|column| column.column);
    let is_apart = |at: usize| columns[at].column > columns[at - 1].column + 1;
    let are_free = |at: usize| columns[at..].iter().all(|column| column.isian.is_none());
    let end = (1..columns.len()).find(|at| is_apart(*at) && are_free(*at)).unwrap_or(columns.len());
    Some((columns.first()?.column, columns.get(end.checked_sub(1)?)?.column))
}

fn is_filled(cell: &Cell) -> bool {
    !matches!(&cell.value, Value::Text(text) if text.trim().is_empty())
}

fn is_figure(cell: &Cell) -> bool {
    match &cell.value {
        Value::Number { value, .. } => !value.is_zero(),
        Value::Text(text) => is_number_text(text) && text.bytes().any(|byte| matches!(byte, b'1'..=b'9')),
        Value::Overflow(_) => true,
        _ => false,
    }
}
