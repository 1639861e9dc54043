//! The data sheets: one for each source and year, every value with the address
//! it was read from, and the helper columns that live formulas join by.

use super::sheet::{Calculated, CellFormat, DataCell, DataColumn, DataRow, DataSheet, NamedRange, RowStyle};
use super::{sources, words_id as words};
use crate::dataset::{Isi, Jenis, Row, Table};
use crate::formula::clean_text;
use crate::formula::excel::{CellResult, ColumnRef, HelperColumn, Piece};
use crate::formula::excel::{column_name, entity_name};
use crate::vocabulary::{CellAddress, Year, exact_text, mask_digits, mask_in_text, mask_person};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What a data sheet is made from.
pub struct Source<'a> {
    pub sumber: &'a str,
    pub nama: &'a str,
    pub tahun: Year,
    pub table: &'a Table,
    /// The fields that live formulas read here: each gets an address column and a defined name.
    pub used: BTreeSet<String>,
    pub helpers: &'a [HelperColumn],
    /// `lembar_data = "ringkas"`.
    pub only_used: bool,
}

/// One column of the sheet.
enum Kind {
    Entity,
    File,
    Sheet,
    Row,
    Name,
    Value(usize),
    Address(usize),
    Helper(usize),
}

/// The data sheet of a source and year.
pub fn data_sheet(name: String, source: &Source<'_>) -> DataSheet {
    let (kinds, printed) = columns(source);
    let position: BTreeMap<ColumnRef, usize> =
        kinds.iter().enumerate().filter_map(|(at, kind)| Some((column_ref(kind, source.table)?, at))).collect();
    let title = std::iter::once(words::data_title(source.nama, source.tahun))
        .chain((0..source.table.parts.len()).map(|part| words::data_source(&sources::part_text(source.table, part))))
        .chain((printed < kinds.len()).then(|| words::DATA_REST.to_owned()))
        .collect();
    let mut sheet = DataSheet {
        name,
        title,
        columns: kinds.iter().map(|kind| heading(kind, source)).collect(),
        printed_columns: (printed < kinds.len()).then_some(printed as u16),
        rows: Vec::with_capacity(source.table.rows.len()),
        names: names(source, &kinds),
        frozen_columns: kinds.iter().position(|kind| matches!(kind, Kind::Name)).map_or(0, |at| at as u16 + 1),
        filter: true,
    };
    let first = sheet.first_data_row();
    for (index, row) in source.table.rows.iter().enumerate() {
        let sheet_row = first + index as u32;
        let cell_at = |reference: &ColumnRef| {
            position.get(reference).map(|column| CellAddress::new(sheet_row, *column as u32).to_string()).unwrap_or_default()
        };
        let cells = kinds.iter().map(|kind| cell(kind, source, index, row, &cell_at)).collect();
        sheet.rows.push(DataRow { style: RowStyle::Plain, cells });
    }
    sheet
}

/// The columns, and how many of them are printed: what the figures rest on
/// stands first, each value beside its address, then what formulas join by;
/// the source's other columns follow in its own order.
fn columns(source: &Source<'_>) -> (Vec<Kind>, usize) {
    let mut kinds = vec![Kind::Entity];
    let parts = &source.table.parts;
    if parts.iter().any(|part| part.berkas != parts[0].berkas) {
        kinds.push(Kind::File);
    }
    if parts.iter().any(|part| part.lembar != parts[0].lembar) {
        kinds.push(Kind::Sheet);
    }
    kinds.push(Kind::Row);
    kinds.push(Kind::Name);
    let used = |index: &usize| source.used.contains(&*source.table.columns[*index].isian);
    let (used, others): (Vec<usize>, Vec<usize>) = (0..source.table.columns.len()).partition(used);
    for index in &used {
        kinds.extend([Kind::Value(*index), Kind::Address(*index)]);
    }
    kinds.extend((0..source.helpers.len()).map(Kind::Helper));
    let printed = kinds.len();
    if !source.only_used {
        kinds.extend(others.into_iter().filter(|index| !is_name(source.table, *index)).map(Kind::Value));
    }
    // A sheet that no formula reads is printed whole.
    let printed = if used.is_empty() { kinds.len() } else { printed };
    (kinds, printed)
}

/// Whether the column is the one that gives the rows their names, which stand in a column of their own.
fn is_name(table: &Table, index: usize) -> bool {
    table.columns[index].jenis == Jenis::Teks
        && !table.columns[index].pribadi
        && table
            .rows
            .iter()
            .all(|row| matches!(&row.data[index].isi, Isi::Teks(text) if clean_text(text) == clean_text(&row.nama)))
}

fn column_ref(kind: &Kind, table: &Table) -> Option<ColumnRef> {
    match kind {
        Kind::Entity => Some(ColumnRef::Entity),
        Kind::Value(index) => Some(ColumnRef::Field(table.columns[*index].isian.to_string())),
        Kind::Helper(index) => Some(ColumnRef::Helper(*index)),
        _ => None,
    }
}

fn heading(kind: &Kind, source: &Source<'_>) -> DataColumn {
    let column = |heading: &str, width: f32, quiet: bool| DataColumn {
        heading: heading.to_owned(),
        width,
        quiet,
        ..DataColumn::default()
    };
    let wrapped = |column: DataColumn| DataColumn { wrap: true, ..column };
    match kind {
        Kind::Entity => column(words::DATA_ENTITY, 9.0, true),
        Kind::File => column(words::DATA_FILE, 30.0, true),
        Kind::Sheet => column(words::DATA_SHEET, 16.0, true),
        Kind::Row => column(words::DATA_ROW, 7.0, true),
        Kind::Name => wrapped(column(words::DATA_NAME, 34.0, false)),
        Kind::Value(index) => {
            let field = &source.table.columns[*index];
            let width = match field.jenis {
                Jenis::Uang => 18.0,
                Jenis::Angka | Jenis::Tanggal => 13.0,
                Jenis::Tanda => 9.0,
                Jenis::Teks => 24.0,
            };
            let column = column(&field.judul, width, false);
            if field.jenis == Jenis::Teks && source.used.contains(&*field.isian) { wrapped(column) } else { column }
        }
        Kind::Address(_) => column(words::DATA_CELL, 8.0, true),
        Kind::Helper(index) => column(&source.helpers[*index].heading, 13.0, true),
    }
}

fn names(source: &Source<'_>, kinds: &[Kind]) -> Vec<NamedRange> {
    let Some(last_row) = source.table.rows.len().checked_sub(1) else { return Vec::new() };
    let name_of = |kind: &Kind| match kind {
        Kind::Entity => Some(entity_name(source.sumber, source.tahun)),
        Kind::Value(index) => {
            let isian = &source.table.columns[*index].isian;
            source.used.contains(&**isian).then(|| column_name(source.sumber, source.tahun, isian))
        }
        Kind::Helper(index) => Some(source.helpers[*index].name.clone()),
        _ => None,
    };
    let range = |(at, kind): (usize, &Kind)| {
        let column = at as u16;
        let name = name_of(kind)?;
        Some(NamedRange { name, first_row: 0, last_row: last_row as u32, first_column: column, last_column: column })
    };
    kinds.iter().enumerate().filter_map(range).collect()
}

fn cell(kind: &Kind, source: &Source<'_>, index: usize, row: &Row, cell_at: &dyn Fn(&ColumnRef) -> String) -> DataCell {
    let plain = |value: u32| DataCell::Number { value: Decimal::from(value), format: CellFormat::Plain };
    let part = source.table.parts.get(usize::from(row.part));
    match kind {
        Kind::Entity => plain(row.entitas),
        Kind::File => part.map_or(DataCell::Empty, |part| DataCell::Text(mask_in_text(&part.berkas))),
        Kind::Sheet => {
            part.and_then(|part| part.lembar.clone()).map_or(DataCell::Empty, |lembar| DataCell::Text(mask_in_text(&lembar)))
        }
        Kind::Row => plain(row.row + 1),
        Kind::Name => DataCell::Text(clean_text(&row.nama)),
        Kind::Value(column) => value(source.table, *column, &row.data[*column].isi),
        Kind::Address(column) => match &row.data[*column].isi {
            Isi::Kosong => DataCell::Empty,
            _ => DataCell::Text(row.data[*column].at.to_string()),
        },
        Kind::Helper(helper) => helper_cell(&source.helpers[*helper], index, cell_at),
    }
}

/// A value as formulas read it: a missing one is a blank cell, a mark 1 or 0.
fn value(table: &Table, column: usize, isi: &Isi) -> DataCell {
    let column = &table.columns[column];
    let number = |value: Decimal, format| DataCell::Number { value, format };
    match isi {
        Isi::Kosong => DataCell::Empty,
        Isi::Angka(value) if column.pribadi => DataCell::Text(mask_digits(&value.normalize().to_string())),
        // A code that was stored as a number: a text to formulas, whatever the program's locale.
        Isi::Angka(value) if column.jenis == Jenis::Teks => DataCell::Text(mask_in_text(&exact_text(*value))),
        Isi::Angka(value) => number(*value, CellFormat::AsIs),
        Isi::Teks(text) if column.pribadi => DataCell::Text(mask_digits(&clean_text(text))),
        Isi::Teks(text) => DataCell::Text(mask_person(&clean_text(text))),
        Isi::Tanggal(date) if column.pribadi => DataCell::Text(mask_digits(&date.to_string())),
        Isi::Tanggal(date) => DataCell::Date(*date),
        Isi::Tanda(mark) => number(Decimal::from(u8::from(*mark)), CellFormat::Plain),
    }
}

fn helper_cell(helper: &HelperColumn, index: usize, cell_at: &dyn Fn(&ColumnRef) -> String) -> DataCell {
    let Some(result) = helper.results.get(index) else { return DataCell::Empty };
    match &helper.formula {
        Some(pieces) => {
            let text = |piece: &Piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Cell(reference) => cell_at(reference),
            };
            DataCell::Formula { formula: pieces.iter().map(text).collect(), result: calculated(result), format: CellFormat::AsIs }
        }
        None => match result {
            CellResult::Number(value) => DataCell::Number { value: *value, format: CellFormat::AsIs },
            CellResult::Text(text) if text.is_empty() => DataCell::Empty,
            CellResult::Text(text) => DataCell::Text(text.clone()),
        },
    }
}

/// A formula room's result as a sheet's.
pub fn calculated(result: &CellResult) -> Calculated {
    match result {
        CellResult::Number(value) => Calculated::Number(*value),
        CellResult::Text(text) => Calculated::Text(text.clone()),
    }
}
