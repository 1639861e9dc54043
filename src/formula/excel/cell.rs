//! What the report room places on sheets.

use rust_decimal::Decimal;

/// A cell's exact result.
#[derive(Clone, PartialEq, Debug)]
pub enum CellResult {
    Number(Decimal),
    /// `Text("")` is what a formula shows for a missing value.
    Text(String),
}

/// A column of the row that a formula stands in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ColumnRef {
    /// The entity's number (`Row::entitas`); every row has a number there, 0 for none.
    Entity,
    /// A field's own cell: a missing value is a blank cell, a mark 1 or 0, a
    /// date its serial number, a text as [`crate::formula::clean_text`] gives it, a
    /// number in a column of texts as its text.
    Field(String),
    /// A helper column of the same sheet, by its index.
    Helper(usize),
}

/// A part of a row's formula.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    Text(String),
    /// To be written as that column's cell in the same row (`F12`).
    Cell(ColumnRef),
    /// The row's own result, a position, as a figure: where to look first; 1 where it is none.
    Position,
}

/// A column that the live formulas need beside a table's own fields. The same
/// formula stands in every row, but for [`Piece::Position`].
#[derive(Clone, PartialEq, Debug)]
pub struct HelperColumn {
    /// In Indonesian, for the table's heading row, where it stands once.
    pub heading: String,
    /// What the column decides, in words.
    pub meaning: String,
    /// Without `=`; None where only the program can know the values (fields
    /// that are masked on the sheet), which then stand as constants.
    pub formula: Option<Vec<Piece>>,
    /// One for each row of the table.
    pub results: Vec<CellResult>,
    /// Whether figures add it up, so that its sum tells a changed one.
    pub added_up: bool,
}

/// The cell of a measure or an indicator.
#[derive(Clone, PartialEq, Debug)]
pub struct LiveCell {
    /// Its defined name.
    pub name: String,
    /// In en-US, without `=`, over names and tables; None for a fixed value or where there are no data.
    pub formula: Option<String>,
    pub result: CellResult,
}
