//! Data sheets: typed cells and live formulas, handed to the XLSX without a template.

use super::rows::MadeRows;
use crate::vocabulary::{Tanggal, has_unseen, mask_in_text, mask_quoted, put_exact, tidied, visible};
use rust_decimal::Decimal;

/// A sheet of typed cells: the data the figures rest on, or the live calculation.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct DataSheet {
    /// At most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// Lines over the headings.
    pub title: Vec<String>,
    /// Rows between the title and the headings: what the columns mean, control totals.
    pub above: Vec<DataRow>,
    pub columns: Vec<DataColumn>,
    pub rows: Vec<DataRow>,
    /// The rows of a sheet of many, which holds none: see [`MadeRows`].
    pub made: Option<MadeRows>,
    /// The name of the Excel table that headings and rows are; it grows with rows typed below it.
    pub table: Option<String>,
    /// Ranges with workbook-wide names.
    pub names: Vec<NamedRange>,
    /// What turns red, and when.
    pub marks: Vec<Mark>,
    /// What stands otherwise in the office's file, because a finding was accepted so, and when it still does.
    pub corrected: Vec<Mark>,
    /// Cells that lead to others when they are clicked.
    pub links: Vec<Link>,
    /// Cells that findings on other sheets lead to.
    pub anchors: Vec<Anchor>,
    /// How many of the first columns stay in view.
    pub frozen_columns: u16,
    /// Whether the headings carry filter buttons.
    pub filter: bool,
    /// Where the control totals say whether the sheet is as in the report.
    pub verdict: Option<(u32, u16)>,
    /// Against slips, without a password: only [`DataCell::Input`] can be changed.
    pub protected: bool,
    /// How the report came to be, no part of what it says: it stands outside the digest.
    pub aside: bool,
}

impl DataSheet {
    /// The sheet row (from 0) of the column headings: the title lines, a blank
    /// one if there are any, the rows above, then the headings.
    pub fn heading_row(&self) -> u32 {
        self.first_row_above() + self.above.len() as u32
    }

    /// The sheet row (from 0) of `above[0]`.
    pub fn first_row_above(&self) -> u32 {
        if self.title.is_empty() { 0 } else { self.title.len() as u32 + 1 }
    }

    /// The sheet with personal data masked and unseen characters written out in its own words: title, what stands over
    /// the headings, and all rows but those of a table, whose columns are masked by
    /// what they hold.
    pub fn masked(mut self) -> Self {
        let mask = |row: &mut DataRow| row.cells.iter_mut().for_each(mask_cell);
        self.name = mask_in_text(&self.name);
        self.title.iter_mut().for_each(|line| *line = told(line));
        self.columns.iter_mut().for_each(|column| column.heading = told(&column.heading));
        self.above.iter_mut().for_each(mask);
        if self.table.is_none() {
            self.rows.iter_mut().for_each(mask);
            return self;
        }
        self.rows.iter_mut().for_each(tidy);
        self.made = self.made.map(|made| made.each(tidy));
        self
    }

    /// Calls `visit` with every text of the sheet that a report says, in reading order: a cell's kind
    /// and its content, formulas with their results.
    pub fn each_text(&self, visit: &mut dyn FnMut(&str)) {
        self.each_held_text(visit);
        let (mut number, further) = (String::new(), self.further());
        self.made.iter().flat_map(MadeRows::iter).for_each(|row| row.each_text(&further, &mut number, visit));
    }

    /// Of each column, whether no figure rests on it: what stands in its rows is no part of what a report says.
    pub fn further(&self) -> Vec<bool> {
        self.columns.iter().map(|column| column.group == Group::Further).collect()
    }

    /// The same without the rows that are made.
    pub fn each_held_text(&self, visit: &mut dyn FnMut(&str)) {
        visit(&self.name);
        self.title.iter().for_each(|line| visit(line));
        self.columns.iter().for_each(|column| visit(&column.heading));
        self.names.iter().for_each(|name| visit(&name.name));
        let mut number = String::new();
        self.above.iter().for_each(|row| row.each_text(&[], &mut number, visit));
        let further = self.further();
        self.rows.iter().for_each(|row| row.each_text(&further, &mut number, visit));
    }

    /// The sheet row (from 0) of `rows[0]`. Live formulas are written with it.
    pub fn first_data_row(&self) -> u32 {
        self.heading_row() + 1
    }
}

fn told(text: &str) -> String {
    visible(&mask_in_text(text)).into_owned()
}

/// A cell's words, whatever holds them: a formula's numbers are figures, its texts are not.
fn mask_cell(cell: &mut DataCell) {
    match cell {
        DataCell::Text(text) | DataCell::Input { value: Calculated::Text(text), .. } => *text = told(text),
        DataCell::Formula { formula, result, .. } => {
            *formula = mask_quoted(formula, "\"");
            if let Calculated::Text(text) = result {
                *text = told(text);
            }
        }
        DataCell::Choice { text, of } => {
            *text = told(text);
            of.iter_mut().for_each(|one| *one = told(one));
        }
        DataCell::Empty | DataCell::Number { .. } | DataCell::Input { .. } | DataCell::Date(_) => {}
    }
}

/// Unseen characters of a table's row written out.
fn tidy(row: &mut DataRow) {
    for cell in &mut row.cells {
        match cell {
            DataCell::Text(text) if has_unseen(text) => *text = tidied(text).into_owned(),
            _ => {}
        }
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
    pub group: Group,
    /// Its rows hold what a reader may change to see what follows.
    pub input: bool,
    /// How many decimals the numbers of made rows have at most.
    pub places: u32,
    /// The formula that each row of the table has in this column, over the table's
    /// own columns: Excel writes it into a row that is typed below the last.
    pub calculated: Option<String>,
    /// What is to be typed into the column, and words of help beside the cell.
    pub typed: Option<(Typed, String)>,
}

/// What is typed into a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typed {
    /// Names, and codes whose digits must stay.
    Text,
    /// A NIK, 16 digits as text.
    Nik,
    Date,
    Whole,
    /// Rupiah.
    Amount,
    /// `v` or `-`.
    Mark,
    /// 1 or 0, into a column of data that was read.
    Flag,
    /// mikro, kecil, menengah.
    Scale,
    /// formal, informal.
    Legality,
    /// How sound a KSP or USP was found.
    Health,
}

/// What a column of a data sheet is there for; each group stands together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Group {
    /// Which entity a row is: said again on every page beside the further columns.
    Identity,
    /// What figures rest on.
    #[default]
    Used,
    /// What else the source holds: printed on pages of its own.
    Further,
    /// What live formulas decide by: not printed.
    Helper,
}

/// Cells (rows and columns from 0, both ends included) that turn red where `when`,
/// a formula as it stands in the first of them, is true.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    pub first: (u32, u16),
    pub last: (u32, u16),
    pub when: String,
}

/// A cell (row and column from 0) that what begins with this text leads to.
#[derive(Clone, PartialEq, Debug)]
pub struct Anchor {
    pub text: String,
    pub row: u32,
    pub column: u16,
}

/// A cell that leads to another: to a defined name's, to a table's column (`umkm_2021[Omset]`), or to the notes' finding at a place
/// (`data/….xlsx!Rekap!F12`).
#[derive(Clone, PartialEq, Debug)]
pub struct Link {
    pub row: u32,
    pub column: u16,
    pub to: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowStyle {
    Plain,
    /// What is counted of the rows below, over the headings: nothing of it is typed.
    Control,
    /// A bold line over a group of rows.
    Section,
    /// A bold line with a rule above.
    Total,
    /// Small wrapped words over the headings.
    Note,
    /// Grey, each cell in its column's own format: shows how the rows of a blank sheet are filled in.
    Example,
}

#[derive(Clone, PartialEq, Debug)]
pub struct DataRow {
    pub style: RowStyle,
    /// At most one per column; fewer leave the rest blank.
    pub cells: Vec<DataCell>,
}

impl DataRow {
    /// The row's part of [`DataSheet::each_text`]; `number` is room for a number's digits, used again from row to row.
    pub fn each_text(&self, further: &[bool], number: &mut String, visit: &mut dyn FnMut(&str)) {
        let mut figure = |value: &Decimal, visit: &mut dyn FnMut(&str)| {
            number.clear();
            number.push('#');
            put_exact(number, *value);
            visit(number);
        };
        visit("\n");
        let is_said = |at: usize| !further.get(at).copied().unwrap_or(false);
        for (_, cell) in self.cells.iter().enumerate().filter(|(at, _)| is_said(*at)) {
            match cell {
                DataCell::Empty => visit(""),
                DataCell::Text(text) | DataCell::Choice { text, .. } | DataCell::Input { value: Calculated::Text(text), .. } => {
                    visit(text)
                }
                DataCell::Number { value, .. } | DataCell::Input { value: Calculated::Number(value), .. } => figure(value, visit),
                DataCell::Date(date) => visit(&format!("@{date}")),
                DataCell::Formula { formula, result, .. } => {
                    visit(formula);
                    match result {
                        Calculated::Number(value) => figure(value, visit),
                        Calculated::Text(text) => visit(text),
                    }
                }
            }
        }
    }
}

/// How a number is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellFormat {
    /// Thousands separated, this many decimals.
    Decimals(u8),
    /// Thousands separated, at least this many decimals, more where the value has them: a target, which a reader may change.
    AtLeast(u8),
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
    /// A number that a reader may change to see what then follows, or the words in its place.
    Input {
        value: Calculated,
        format: CellFormat,
    },
    /// One of these texts, which a reader may change likewise.
    Choice {
        text: String,
        of: Vec<String>,
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

impl Calculated {
    pub fn number(&self) -> Option<Decimal> {
        if let Calculated::Number(value) = self { Some(*value) } else { None }
    }
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
    /// Texts that may come to stand in its place, for which its cell has room.
    pub or: Vec<String>,
}

impl FigureValue {
    pub fn new(value: Calculated, format: CellFormat) -> Self {
        Self { value, format, or: Vec::new() }
    }
}

impl FigureValue {
    /// The same, a text as its cell shows it.
    pub fn masked(self) -> Self {
        match self.value {
            Calculated::Text(text) => Self { value: Calculated::Text(told(&text)), ..self },
            Calculated::Number(_) => self,
        }
    }
}
