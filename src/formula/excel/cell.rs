//! What the report room places on sheets.

use super::workbook::{N_A, UNDEFINED};
use crate::formula::Outcome;
use crate::vocabulary::exact_text;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A cell's exact result.
#[derive(Clone, PartialEq, Debug)]
pub enum CellResult {
    Number(Decimal),
    /// `Text("")` is what a formula shows for a missing value.
    Text(String),
}

impl CellResult {
    /// A figure's: where there is none, what its cell says instead.
    pub(super) fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Number(value) => Self::Number(*value),
            Outcome::Undefined(_) if outcome.is_no_data() => Self::Text(N_A.to_owned()),
            Outcome::Undefined(_) => Self::Text(UNDEFINED.to_owned()),
        }
    }
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
    /// Where to look first, of each row; 1 in a row that is typed.
    At(Arc<[u32]>),
    /// What stood in the row's helper column when the tables were read ([`literal`]); an empty text in a row that is typed.
    Was(usize),
    /// The number of the row's value, by which values are told apart that the sheet does not show; an empty text for 0, and in a row
    /// that is typed.
    Rank(Arc<[u32]>),
    /// What stands in these rows alone, by their place from 0.
    In(Arc<BTreeMap<u32, Vec<Piece>>>),
}

/// A result as formulas say it; an empty text for a number whose digits Excel would cut.
pub fn literal(result: &CellResult) -> String {
    match result {
        CellResult::Number(value) if value.normalize().mantissa().unsigned_abs() < 10_u128.pow(15) => exact_text(*value),
        CellResult::Number(_) => "\"\"".to_owned(),
        CellResult::Text(text) => format!("\"{}\"", text.replace('"', "\"\"")),
    }
}

/// A column that the live formulas need beside a table's own fields. The same
/// formula stands in every row, but for what a piece has of the row's own.
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
    /// Of the column that says which of the table's files a row is from: how many there are.
    pub files: Option<usize>,
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

/// A measure at a year, and what its cell takes from others.
#[derive(Clone, PartialEq, Debug)]
pub struct LiveMeasure {
    pub cell: LiveCell,
    pub given: Given,
}

/// Whether a measure's value comes from outside.
#[derive(Clone, PartialEq, Debug)]
pub enum Given {
    /// From the data alone.
    No,
    /// From outside alone: the measure's own cell is typed into.
    Typed,
    /// From either: the cell that is typed into, its value, and the data's figure where there are data.
    Either { name: String, value: Decimal, data: Option<LiveCell> },
}
