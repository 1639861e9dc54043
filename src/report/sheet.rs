//! Data sheets: typed cells and live formulas, handed to the XLSX without a template.

use crate::vocabulary::Tanggal;
use rust_decimal::Decimal;

/// A sheet of typed cells: the data the figures rest on, or the live calculation.
#[derive(Clone, PartialEq, Debug)]
pub struct DataSheet {
    /// At most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// Lines over the headings.
    pub title: Vec<String>,
    pub columns: Vec<DataColumn>,
    pub rows: Vec<DataRow>,
    /// Ranges with workbook-wide names.
    pub names: Vec<NamedRange>,
    /// How many of the first columns stay in view.
    pub frozen_columns: u16,
    /// Whether the headings carry filter buttons.
    pub filter: bool,
    /// How many of the first columns are printed; `None` prints all.
    pub printed_columns: Option<u16>,
}

impl DataSheet {
    /// The sheet row (from 0) of the column headings: the title lines, a blank
    /// one if there are any, then the headings.
    pub fn heading_row(&self) -> u32 {
        if self.title.is_empty() { 0 } else { self.title.len() as u32 + 1 }
    }

    /// Calls `visit` with every text of the sheet in reading order: a cell's kind
    /// and its content, formulas with their results.
    pub fn each_text(&self, visit: &mut dyn FnMut(&str)) {
        visit(&self.name);
        self.title.iter().for_each(|line| visit(line));
        self.columns.iter().for_each(|column| visit(&column.heading));
        self.names.iter().for_each(|name| visit(&name.name));
        for row in &self.rows {
            visit("\n");
            for cell in &row.cells {
                match cell {
                    DataCell::Empty => visit(""),
                    DataCell::Text(text) => visit(text),
                    DataCell::Number { value, .. } => visit(&format!("#{}", value.normalize())),
                    DataCell::Date(date) => visit(&format!("@{date}")),
                    DataCell::Formula { formula, result, .. } => {
                        visit(formula);
                        match result {
                            Calculated::Number(value) => visit(&format!("#{}", value.normalize())),
                            Calculated::Text(text) => visit(text),
                        }
                    }
                }
            }
        }
    }

    /// The sheet row (from 0) of `rows[0]`. Live formulas are written with it.
    pub fn first_data_row(&self) -> u32 {
        self.heading_row() + 1
    }
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct DataColumn {
    pub heading: String,
    /// Width in characters of the default font.
    pub width: f32,
    /// Shown smaller and grey (addresses, helper columns).
    pub quiet: bool,
    /// Texts too long for the column go on to further lines.
    pub wrap: bool,
    /// A text stands at the right, as the column's numbers do.
    pub right: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowStyle {
    Plain,
    /// A bold line over a group of rows.
    Section,
    /// A bold line with a rule above.
    Total,
}

#[derive(Clone, PartialEq, Debug)]
pub struct DataRow {
    pub style: RowStyle,
    /// At most one per column; fewer leave the rest blank.
    pub cells: Vec<DataCell>,
}

/// How a number is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellFormat {
    /// Thousands separated, this many decimals.
    Decimals(u8),
    /// Thousands separated, as many decimals as the value has.
    AsIs,
    /// A year, a row number: no separators.
    Plain,
}

#[derive(Clone, PartialEq, Debug)]
pub enum DataCell {
    Empty,
    Text(String),
    Number {
        value: Decimal,
        format: CellFormat,
    },
    Date(Tanggal),
    /// An Excel formula in en-US, without `=`, and its exact result.
    Formula {
        formula: String,
        result: Calculated,
        format: CellFormat,
    },
}

/// A formula's result.
#[derive(Clone, PartialEq, Debug)]
pub enum Calculated {
    Number(Decimal),
    Text(String),
}

/// A workbook-wide defined name for a range on its data sheet, data rows counted
/// from 0 below the headings, both ends included.
#[derive(Clone, PartialEq, Debug)]
pub struct NamedRange {
    pub name: String,
    pub first_row: u32,
    pub last_row: u32,
    pub first_column: u16,
    pub last_column: u16,
}

/// What a defined name stands for.
#[derive(Clone, PartialEq, Debug)]
pub struct FigureValue {
    pub value: Calculated,
    pub format: CellFormat,
}
