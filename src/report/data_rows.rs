//! The rows of a table's sheet: each value, where it was read, and its helper columns' formulas over the row's own cells.

use super::data_sheet::{FIRST_ROW, Kind, NOTHING, result, value};
use super::origin::Origin;
use super::row_check::{Checked, check_formula, entity_formula};
use super::sheet::{Calculated, CellFormat, DataCell, DataRow, RowStyle};
use crate::dataset::Table;
use crate::formula::clean_text;
use crate::formula::excel::{CellResult, ColumnRef, HelperColumn, Piece, literal};
use crate::vocabulary::CellAddress;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

/// Makes the rows of a table's sheet.
pub(super) struct Maker {
    pub table: Arc<Table>,
    pub helpers: Arc<[HelperColumn]>,
    pub kinds: Vec<Kind>,
    /// The formula of each helper column, its cells by the sheet's columns.
    pub formulas: Vec<Option<Vec<Part>>>,
    /// The sheet's columns in which something may be typed that no figure reads.
    pub checked: Checked,
    pub origin: Origin,
    /// The sheet row of the first.
    pub first: u32,
}

/// A part of a row's formula.
pub(super) enum Part {
    Text(String),
    /// The row's cell in a column of the sheet.
    Cell(usize),
    /// The row's own result, where to look first.
    Position,
    At(Arc<[u32]>),
    /// What stood in the row's helper column.
    Was(usize),
    Rank(Arc<[u32]>),
    /// What these rows alone have.
    In(BTreeMap<usize, Vec<Part>>),
}

pub(super) fn parts(pieces: &[Piece], position: &BTreeMap<ColumnRef, usize>) -> Vec<Part> {
    let part = |piece: &Piece| match piece {
        Piece::Text(text) => Some(Part::Text(text.clone())),
        Piece::Cell(reference) => position.get(reference).copied().map(Part::Cell),
        Piece::Position => Some(Part::Position),
        Piece::At(rows) => Some(Part::At(rows.clone())),
        Piece::Was(helper) => Some(Part::Was(*helper)),
        Piece::Rank(rows) => Some(Part::Rank(rows.clone())),
        Piece::In(rows) => Some(Part::In(rows.iter().map(|(row, pieces)| (*row as usize, parts(pieces, position))).collect())),
    };
    pieces.iter().filter_map(part).collect()
}

impl Maker {
    pub fn row(&self, index: usize) -> DataRow {
        let (table, row) = (&self.table, &self.table.rows[index]);
        let sheet_row = self.first + index as u32;
        let address = |text: &mut String, column: usize| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{}", CellAddress::new(sheet_row, column as u32));
        };
        let cells = self.kinds.iter().map(|kind| match kind {
            Kind::Entity => DataCell::Number { value: Decimal::from(row.entitas), format: CellFormat::Plain },
            Kind::Name => DataCell::Text(clean_text(&row.nama)),
            Kind::Used(column) | Kind::Further(column) => value(table, *column, &table.isi(row, *column)),
            Kind::Origin => DataCell::Text(self.origin.text(table, row)),
            Kind::Check => check(&self.checked, row.entitas, &address),
            Kind::Helper(helper) => self.helper_cell(*helper, index, &address),
        });
        DataRow { style: RowStyle::Plain, cells: cells.collect() }
    }

    fn helper_cell(&self, helper: usize, index: usize, address: &dyn Fn(&mut String, usize)) -> DataCell {
        let Some(result) = self.helpers[helper].results.get(index) else { return DataCell::Empty };
        match &self.formulas[helper] {
            Some(parts) => {
                let mut formula = String::with_capacity(64);
                self.put(&mut formula, parts, (index, result), address);
                DataCell::Formula { formula, result: self::result(result), format: CellFormat::AsIs }
            }
            None => match result {
                CellResult::Number(value) => DataCell::Number { value: *value, format: CellFormat::AsIs },
                CellResult::Text(text) if text.is_empty() => DataCell::Empty,
                CellResult::Text(text) => DataCell::Text(text.clone()),
            },
        }
    }

    /// A row's formula, or a part of it.
    fn put(
        &self,
        formula: &mut String,
        parts: &[Part],
        (index, result): (usize, &CellResult),
        address: &dyn Fn(&mut String, usize),
    ) {
        for part in parts {
            match part {
                Part::Text(text) => formula.push_str(text),
                Part::Cell(column) => address(formula, *column),
                Part::Position => formula.push_str(&first_look(result)),
                Part::At(rows) => {
                    let _ = write!(formula, "{}", rows.get(index).copied().unwrap_or(1));
                }
                Part::Rank(rows) => match rows.get(index).filter(|rank| **rank > 0) {
                    Some(rank) => {
                        let _ = write!(formula, "{rank}");
                    }
                    None => formula.push_str(NOTHING),
                },
                Part::Was(helper) => {
                    let was = self.helpers.get(*helper).and_then(|helper| helper.results.get(index));
                    formula.push_str(&was.map_or(NOTHING.to_owned(), literal));
                }
                Part::In(rows) => {
                    if let Some(parts) = rows.get(&index) {
                        self.put(formula, parts, (index, result), address);
                    }
                }
            }
        }
    }
}

/// Where a row's counterpart stood when the tables were read, or the first row.
fn first_look(result: &CellResult) -> String {
    match result {
        CellResult::Number(at) if *at > Decimal::ONE => at.to_string(),
        _ => FIRST_ROW.to_owned(),
    }
}

/// Says where one of the row's cells holds what no figure reads.
fn check(checked: &Checked, entity: u32, address: &dyn Fn(&mut String, usize)) -> DataCell {
    // Neighbours are one range: Excel counts no more than 255 places at once.
    let ranges = |columns: &[usize]| {
        let mut rest = columns;
        let mut cells = Vec::new();
        while let Some(first) = rest.first() {
            let run = rest.iter().enumerate().take_while(|(at, column)| **column == first + at).count();
            let mut range = String::with_capacity(8);
            address(&mut range, *first);
            if run > 1 {
                range.push(':');
                address(&mut range, first + run - 1);
            }
            cells.push(range);
            rest = &rest[run..];
        }
        cells
    };
    let mut own = String::with_capacity(8);
    address(&mut own, 0);
    let formula = check_formula(&checked.each(ranges), &entity_formula(&own, entity));
    DataCell::Formula { formula, result: Calculated::Text(String::new()), format: CellFormat::AsIs }
}
