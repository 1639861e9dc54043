//! Where a figure's values stand in the office's files.

use super::words_id;
use crate::dataset::{Dataset, Table};
use crate::formula::AggregateTrace;
use crate::vocabulary::{CellAddress, Year, mask_in_text};
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many ranges of one column are named each.
const NAMED: usize = 4;

/// The cell ranges that an aggregate's values were read from, one text for each
/// file and sheet: `data/….xlsx, Rekap!L8:L127`. A COUNT names its rows. Adding up the cells of the ranges gives
/// what was added up: a row between that is none of the table's (a subtotal, a row left out) parts them, and
/// where a condition chose among the rows the text says so.
pub fn ranges(dataset: &Dataset, trace: &AggregateTrace) -> Vec<String> {
    let value_year = trace.isian.as_ref().map_or(trace.tahun, |(_, year)| *year);
    let (Some(own), Some(table)) = (dataset.table(&trace.sumber, trace.tahun), dataset.table(&trace.sumber, value_year)) else {
        return Vec::new();
    };
    let is_whole = value_year == trace.tahun && trace.terpilih.len() == trace.baris;
    if trace.isian.is_none() {
        let rows = trace.terpilih.iter().filter_map(|row| own.rows.get(*row)).map(|row| ((row.part, None), row.row));
        let spans = spans(rows);
        let told = |((part, _), rows): ((u16, Option<u32>), Vec<u32>)| {
            let part = usize::from(part);
            let runs = runs(own, part, &rows, is_whole).into_iter().map(|(first, last)| words_id::rows_range(first, last));
            format!("{}, {}", part_text(own, part), words_id::ranges(&runs.collect::<Vec<_>>(), true, NAMED))
        };
        return if spans.is_empty() { whole(own) } else { spans.into_iter().map(told).collect() };
    }
    let cells = trace.sel.iter().filter_map(|cell| {
        let row = table.rows.get(cell.cell_row)?;
        Some(((row.part, table.cell(row, cell.column).map(|cell| cell.column)), row.row))
    });
    let spans = spans(cells);
    let told = |((part, column), rows): ((u16, Option<u32>), Vec<u32>)| {
        // What the file's name says stands in no cell.
        let Some(column) = column else { return part_text(table, usize::from(part)) };
        let shown = |(first, last)| format!("{}:{}", CellAddress::new(first, column), CellAddress::new(last, column));
        let runs: Vec<String> = runs(table, usize::from(part), &rows, is_whole).into_iter().map(shown).collect();
        place(table, part, &words_id::ranges(&runs, is_whole, NAMED))
    };
    if spans.is_empty() { whole(table) } else { spans.into_iter().map(told).collect() }
}

/// The files, sheets and columns that an aggregate reads, without rows: what stays true of a table that grows.
pub fn columns(dataset: &Dataset, trace: &AggregateTrace) -> Vec<String> {
    let value_year = trace.isian.as_ref().map_or(trace.tahun, |(_, year)| *year);
    let Some(table) = dataset.table(&trace.sumber, value_year) else { return Vec::new() };
    let field = trace.isian.as_ref().and_then(|(isian, _)| table.column(isian));
    let told = |part: usize| {
        let row = field.and_then(|_| table.rows.iter().find(|row| usize::from(row.part) == part));
        match field.zip(row).and_then(|(column, row)| table.cell(row, column)) {
            Some(cell) => {
                let letters = CellAddress::new(0, cell.column).to_string();
                place(table, part as u16, letters.trim_end_matches('1'))
            }
            None => part_text(table, part),
        }
    };
    // All files of a year are listed on the sheet itself: of more than two the first is named.
    let named = if table.parts.len() > 2 { 1 } else { table.parts.len() };
    let more = table.parts.len() - named;
    let named: Vec<String> = (0..named).map(told).collect();
    if more == 0 { named } else { vec![words_id::more_parts(&named.join("; "), more)] }
}

/// The rows of each part and column, ascending.
fn spans(rows: impl Iterator<Item = ((u16, Option<u32>), u32)>) -> BTreeMap<(u16, Option<u32>), Vec<u32>> {
    let mut spans: BTreeMap<(u16, Option<u32>), Vec<u32>> = BTreeMap::new();
    for (key, row) in rows {
        spans.entry(key).or_default().push(row);
    }
    spans.values_mut().for_each(|rows| rows.sort_unstable());
    spans
}

/// The runs of neighbours among rows of a part; a row of the table between that gave nothing parts none. Where not the
/// whole table was taken, one run from the first to the last.
fn runs(table: &Table, part: usize, rows: &[u32], is_whole: bool) -> Vec<(u32, u32)> {
    let (Some(first), Some(last)) = (rows.first().copied(), rows.last().copied()) else { return Vec::new() };
    if !is_whole {
        return vec![(first, last)];
    }
    let of_part = table.rows.iter().filter(|row| usize::from(row.part) == part).map(|row| row.row);
    let mut own: Vec<u32> = of_part.filter(|row| (first..=last).contains(row)).collect();
    own.sort_unstable();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in own {
        match runs.last_mut() {
            Some((_, last)) if row <= *last + 1 => *last = row,
            _ => runs.push((row, row)),
        }
    }
    runs
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
