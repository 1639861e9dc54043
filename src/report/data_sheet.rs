//! The data sheets: one for each source and year, an Excel table of every value
//! with the cells it was read from, and the helper columns that live formulas join by.

use super::control::{added, control, is_date};
use super::data_rows::{Maker, parts};
use super::long::any_long;
use super::origin::{Accepted, Origin};
use super::row_check::{Checked, check_formula};
use super::rows::MadeRows;
use super::sheet::{Calculated, CellFormat, DataCell, DataColumn, DataSheet, Group, Typed};
use super::widths::{letters, longest_number, most_places, usual};
use super::{sources, words_id as words};
use crate::dataset::{Isi, Jenis, Table};
use crate::formula::clean_text;
use crate::formula::excel::{CellResult, ColumnRef, HelperColumn, Piece, cell_of, field_heading, heading};
use crate::vocabulary::{Year, exact_text, mask_digits, mask_in_text, mask_person};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A total from here on takes more room than a helper column has.
const WIDE: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// A table's first row, by its place.
pub(super) const FIRST_ROW: &str = "1";
/// What stood in a row that is typed: nothing.
pub(super) const NOTHING: &str = "\"\"";

/// What a data sheet is made from.
pub struct Source<'a> {
    pub nama: &'a str,
    pub tahun: Year,
    pub table: &'a Arc<Table>,
    /// The name that formulas know the sheet's table by.
    pub table_name: String,
    /// The fields that live formulas read here: each row names their cells.
    pub used: BTreeSet<String>,
    /// Those of them whose cells no formula follows.
    pub decided: BTreeSet<String>,
    pub helpers: Arc<[HelperColumn]>,
    pub accepted: Arc<Accepted>,
    /// `lembar_data = "ringkas"`.
    pub only_used: bool,
}

/// One column of the sheet.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Entity,
    Name,
    /// A field that figures rest on.
    Used(usize),
    Origin,
    Further(usize),
    /// Whether a number was typed as text.
    Check,
    Helper(usize),
}

impl Kind {
    fn group(self) -> Group {
        match self {
            Kind::Entity | Kind::Name => Group::Identity,
            Kind::Used(_) | Kind::Origin => Group::Used,
            Kind::Further(_) => Group::Further,
            Kind::Check | Kind::Helper(_) => Group::Helper,
        }
    }
}

/// The data sheet of a source and year.
pub fn data_sheet(name: String, source: &Source<'_>) -> DataSheet {
    let kinds = columns(source);
    let position: BTreeMap<ColumnRef, usize> =
        kinds.iter().enumerate().filter_map(|(at, kind)| Some((column_ref(kind, source.table)?, at))).collect();
    let mut title = vec![words::data_title(source.nama, source.tahun)];
    title.push(words::data_source(&sources::table_text(source.table)));
    let has_rows = !source.table.rows.is_empty();
    let has_input = kinds.iter().any(|kind| is_input(*kind, source));
    title.extend((has_rows && has_input).then(|| words::data_legend(source.helpers.iter().any(|helper| helper.files.is_some()))));
    let long: Vec<String> = kinds
        .iter()
        .filter(|kind| matches!(kind, Kind::Used(index) if is_numeric(**kind, source) && any_long(source.table, *index)))
        .map(|kind| heading(*kind, source).heading)
        .collect();
    let decided = kinds.iter().filter(|kind| is_decided(**kind, source)).map(|kind| heading(*kind, source).heading);
    let decided: Vec<String> = decided.collect();
    title.extend((!decided.is_empty()).then(|| words::decided_columns(&decided)));
    title.extend((!long.is_empty()).then(|| words::kept_digits_in(&long)));
    let origin = Origin::new(source.table, &kinds, &source.accepted);
    title.extend(origin.legends(source.table));
    let mut sheet = DataSheet {
        name,
        title,
        columns: kinds.iter().map(|kind| DataColumn { input: is_input(*kind, source), ..heading(*kind, source) }).collect(),
        table: has_rows.then(|| source.table_name.clone()),
        frozen_columns: 2,
        filter: true,
        ..DataSheet::default()
    };
    let checked = Checked::of(&kinds, source);
    if has_rows {
        control(&mut sheet, source, &kinds, &checked);
        calculated(&mut sheet, source, &kinds, &checked);
        origin.mark(&mut sheet, source.table, &kinds);
    }
    let longest = origin.longest(source.table);
    let maker = Maker {
        table: source.table.clone(),
        origin,
        formulas: source.helpers.iter().map(|helper| helper.formula.as_ref().map(|pieces| parts(pieces, &position))).collect(),
        helpers: source.helpers.clone(),
        checked,
        first: sheet.first_data_row(),
        kinds,
    };
    for (column, _) in sheet.columns.iter_mut().zip(&maker.kinds).filter(|(_, kind)| matches!(kind, Kind::Origin)) {
        column.width = (longest as f32 + 3.0).clamp(16.0, 80.0);
    }
    let count = source.table.rows.len();
    if DataSheet::are_many(count, sheet.columns.len()) {
        sheet.made = Some(MadeRows::new(count, move |index| maker.row(index)));
    } else {
        sheet.rows = (0..count).map(|index| maker.row(index)).collect();
    }
    sheet
}

/// The columns: who a row is, what the figures rest on and the cells it was read
/// from, the source's other columns in its own order, and what formulas decide by.
fn columns(source: &Source<'_>) -> Vec<Kind> {
    let used = |index: &usize| source.used.contains(&*source.table.columns[*index].isian);
    let (used, others): (Vec<usize>, Vec<usize>) = (0..source.table.columns.len()).partition(used);
    let mut kinds = vec![Kind::Entity, Kind::Name];
    kinds.extend(used.iter().map(|index| Kind::Used(*index)));
    kinds.push(Kind::Origin);
    if !source.only_used {
        kinds.extend(others.into_iter().filter(|index| !is_name(source.table, *index)).map(Kind::Further));
    }
    let is_looked_at = |index: &usize| is_checked(Kind::Used(*index), source) || is_text(Kind::Used(*index), source);
    if used.iter().any(is_looked_at) && !source.table.rows.is_empty() {
        kinds.push(Kind::Check);
    }
    kinds.extend((0..source.helpers.len()).map(Kind::Helper));
    kinds
}

/// Whether figures are worked out of the column's numbers.
pub(super) fn is_numeric(kind: Kind, source: &Source<'_>) -> bool {
    let Kind::Used(index) = kind else { return false };
    let column = &source.table.columns[index];
    !column.pribadi && matches!(column.jenis, Jenis::Uang | Jenis::Angka | Jenis::Tanda)
}

/// Whether a text in the column would be no value: in a column of numbers, or of dates that conditions ask for. Dates before
/// 1900, which no workbook has, are texts there.
pub(super) fn is_checked(kind: Kind, source: &Source<'_>) -> bool {
    let Kind::Used(index) = kind else { return false };
    let is_late = |isi: Isi| !matches!(isi, Isi::Tanggal(date) if date.year <= 1900);
    is_numeric(kind, source) || is_date(source.table, index) && source.table.values(index).all(is_late)
}

/// Whether the column's cells are marks, 1 or 0.
pub(super) fn is_mark(kind: Kind, source: &Source<'_>) -> bool {
    matches!(kind, Kind::Used(index) if source.table.columns[index].jenis == Jenis::Tanda && is_numeric(kind, source))
}

/// Whether conditions read the column's texts.
pub(super) fn is_text(kind: Kind, source: &Source<'_>) -> bool {
    matches!(kind, Kind::Used(index) if source.table.columns[index].jenis == Jenis::Teks && !source.table.columns[index].pribadi)
}

/// Whether figures rest on the column and no formula follows its cells, which are shown as they were read.
pub(super) fn is_decided(kind: Kind, source: &Source<'_>) -> bool {
    let Kind::Used(index) = kind else { return false };
    let column = &source.table.columns[index];
    !column.pribadi && source.decided.contains(&*column.isian)
}

/// Whether a reader may change the column's cells to see what follows: what figures rest on, as it was read.
fn is_input(kind: Kind, source: &Source<'_>) -> bool {
    match kind {
        Kind::Used(index) => !source.table.columns[index].pribadi && !is_decided(kind, source),
        Kind::Helper(index) => source.helpers[index].files.is_some(),
        Kind::Entity | Kind::Name | Kind::Origin | Kind::Further(_) | Kind::Check => false,
    }
}

/// Whether the column is the one that gives the rows their names, which stand in a column of their own.
fn is_name(table: &Table, index: usize) -> bool {
    table.columns[index].jenis == Jenis::Teks
        && !table.columns[index].pribadi
        && table
            .rows
            .iter()
            .all(|row| matches!(&table.isi(row, index), Isi::Teks(text) if clean_text(text) == clean_text(&row.nama)))
}

fn column_ref(kind: &Kind, table: &Table) -> Option<ColumnRef> {
    match kind {
        Kind::Entity => Some(ColumnRef::Entity),
        Kind::Used(index) => Some(ColumnRef::Field(table.columns[*index].isian.to_string())),
        Kind::Helper(index) => Some(ColumnRef::Helper(*index)),
        _ => None,
    }
}

fn heading(kind: Kind, source: &Source<'_>) -> DataColumn {
    let column = |heading: String, width: f32, quiet: bool| DataColumn {
        heading,
        width,
        quiet,
        group: kind.group(),
        ..DataColumn::default()
    };
    let wrapped = |column: DataColumn| DataColumn { wrap: true, ..column };
    match kind {
        Kind::Entity => column(heading::ENTITY.to_owned(), 13.0, true),
        // The words beside the control totals stand in it too.
        Kind::Name => wrapped(column(heading::NAME.to_owned(), 34.0, false)),
        Kind::Used(index) | Kind::Further(index) => {
            let field = &source.table.columns[index];
            let values = source.table.values(index);
            let width = match (field.jenis, kind) {
                // Totals over the columns that figures rest on are wider than what they add up.
                (Jenis::Uang, Kind::Used(_)) => 19.0,
                (Jenis::Angka, Kind::Used(_)) => 14.0,
                (Jenis::Uang | Jenis::Angka, _) => longest_number(values).clamp(9.0, 31.0),
                (Jenis::Tanggal, _) => 12.5,
                (Jenis::Tanda, _) => 8.0,
                (Jenis::Teks, _) => usual(values.map(|isi| letters(&isi))).clamp(9.0, 40.0),
            };
            let heading = field_heading(Some(source.table), &field.isian);
            let word = heading.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
            // Bold, and a filter's button beside it.
            let column = column(heading, width.max(word as f32 * 1.1 + 3.0), false);
            let typed = is_mark(kind, source).then(|| (Typed::Flag, words::FLAG_HELP.to_owned()));
            let column = DataColumn { places: most_places(source.table.values(index)), typed, ..column };
            if field.jenis == Jenis::Teks { wrapped(column) } else { column }
        }
        Kind::Origin => wrapped(column(heading::ORIGIN.to_owned(), 36.0, true)),
        Kind::Check => column(heading::CHECK.to_owned(), 26.0, true),
        Kind::Helper(index) => {
            let numbers = source.helpers[index].results.iter().filter_map(|result| match result {
                CellResult::Number(value) => Some(value.normalize().scale()),
                CellResult::Text(_) => None,
            });
            // Its total is wider than what it adds up.
            let is_wide = added(&source.helpers[index]).is_some_and(|sum| sum.abs() >= WIDE);
            let least = if is_wide { 19.0 } else { 15.0 };
            // A long heading on two lines, what the column decides on four: what is not printed should make no row higher that is.
            let letters = |text: &str, lines: f32| text.chars().count() as f32 * 1.2 / lines + 4.0;
            let helper = &source.helpers[index];
            let width = letters(&helper.heading, 2.0).max(letters(&helper.meaning, 4.0)).clamp(least, 60.0);
            DataColumn { places: numbers.max().unwrap_or(0), ..column(source.helpers[index].heading.clone(), width, true) }
        }
    }
}

/// What Excel writes into a row that is typed below the last.
fn calculated(sheet: &mut DataSheet, source: &Source<'_>, kinds: &[Kind], checked: &Checked) {
    let headings: Vec<String> = sheet.columns.iter().map(|column| column.heading.clone()).collect();
    let own = |at: usize| headings.get(at).map(|heading| cell_of(&source.table_name, heading)).unwrap_or_default();
    let of = |reference: &ColumnRef| {
        let at = kinds.iter().position(|kind| column_ref(kind, source.table).as_ref() == Some(reference));
        at.map(own).unwrap_or_default()
    };
    for (column, kind) in sheet.columns.iter_mut().zip(kinds) {
        column.calculated = match kind {
            Kind::Check => Some(check_formula(&checked.each(|columns| columns.iter().map(|at| own(*at)).collect()), NOTHING)),
            Kind::Helper(helper) => source.helpers[*helper].formula.as_ref().map(|pieces| in_row(pieces, &of)),
            _ => None,
        };
    }
}

fn in_row(pieces: &[Piece], cell_at: &dyn Fn(&ColumnRef) -> String) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Cell(reference) => cell_at(reference),
        Piece::Position | Piece::At(_) => FIRST_ROW.to_owned(),
        Piece::Was(_) | Piece::Rank(_) => NOTHING.to_owned(),
        Piece::In(_) => String::new(),
    };
    pieces.iter().map(text).collect()
}

/// A value as formulas read it: a missing one is a blank cell, a mark 1 or 0.
pub(super) fn value(table: &Table, column: usize, isi: &Isi) -> DataCell {
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

/// A formula room's result as a sheet's.
pub fn result(result: &CellResult) -> Calculated {
    match result {
        CellResult::Number(value) => Calculated::Number(*value),
        CellResult::Text(text) => Calculated::Text(text.clone()),
    }
}
