//! Where a figure's values stand in the office's files.

use super::words_id;
use crate::dataset::{Dataset, Table};
use crate::formula::AggregateTrace;
use crate::vocabulary::{CellAddress, Year, mask_in_text};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The cell ranges that an aggregate's values were read from, one text for each
/// file and sheet: `data/….xlsx, Rekap!L8:L127`. A COUNT names its rows.
pub fn ranges(dataset: &Dataset, trace: &AggregateTrace) -> Vec<String> {
    let value_year = trace.isian.as_ref().map_or(trace.tahun, |(_, year)| *year);
    let (Some(own), Some(table)) = (dataset.table(&trace.sumber, trace.tahun), dataset.table(&trace.sumber, value_year)) else {
        return Vec::new();
    };
    let mut spans: BTreeMap<(u16, Option<u32>), (u32, u32)> = BTreeMap::new();
    let mut widen = |part: u16, column: Option<u32>, row: u32| {
        let span = spans.entry((part, column)).or_insert((row, row));
        *span = (span.0.min(row), span.1.max(row));
    };
    if trace.isian.is_none() {
        for row in trace.terpilih.iter().filter_map(|row| own.rows.get(*row)) {
            widen(row.part, None, row.row);
        }
        if spans.is_empty() {
            return whole(own);
        }
        return spans
            .into_iter()
            .map(|((part, _), (first, last))| {
                format!("{}, {}", part_text(own, usize::from(part)), words_id::rows_range(first, last))
            })
            .collect();
    }
    for cell in &trace.sel {
        let Some(row) = table.rows.get(cell.cell_row) else { continue };
        widen(row.part, Some(table.cell(row, cell.column).column), row.row);
    }
    if spans.is_empty() {
        return whole(table);
    }
    spans
        .into_iter()
        .map(|((part, column), (first, last))| {
            let column = column.unwrap_or(0);
            let (first, last) = (CellAddress::new(first, column), CellAddress::new(last, column));
            place(table, part, &format!("{first}:{last}"))
        })
        .collect()
}

/// Where no row was taken, the files that were looked through.
fn whole(table: &Table) -> Vec<String> {
    (0..table.parts.len()).map(|part| part_text(table, part)).collect()
}

fn place(table: &Table, part: u16, what: &str) -> String {
    let Some(part) = table.parts.get(usize::from(part)) else { return what.to_owned() };
    mask_in_text(&match &part.lembar {
        Some(lembar) => format!("{}, {lembar}!{what}", part.berkas),
        None => format!("{}, {what}", part.berkas),
    })
}

/// A short text for a table's file and sheet.
pub fn part_text(table: &Table, part: usize) -> String {
    table.parts.get(part).map_or_else(String::new, |part| match &part.lembar {
        Some(lembar) => mask_in_text(&format!("{}, lembar {lembar}", part.berkas)),
        None => mask_in_text(&part.berkas),
    })
}

/// The files and sheets a table was read from: those of many, by their number.
pub fn table_text(table: &Table) -> String {
    const NAMED: usize = 3;
    let parts: Vec<String> = (0..table.parts.len().min(NAMED)).map(|part| part_text(table, part)).collect();
    let more = table.parts.len() - parts.len();
    if more == 0 { parts.join("; ") } else { words_id::more_parts(&parts.join("; "), more) }
}

/// What stands before a cell of a table's part: `data/….xlsx, Rekap!`.
pub fn part_place(table: &Table, part: usize) -> String {
    place(table, part as u16, "")
}

/// Tables in the order of the workbook's data sheets: by source, latest year first.
pub fn tables(dataset: &Dataset) -> Vec<((&str, Year), &Arc<Table>)> {
    let mut tables: Vec<_> = dataset.tables.iter().map(|((sumber, tahun), table)| ((sumber.as_str(), *tahun), table)).collect();
    tables.sort_by(|((a, x), _), ((b, y), _)| a.cmp(b).then(y.cmp(x)));
    tables
}
