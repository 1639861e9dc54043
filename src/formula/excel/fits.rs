//! What Excel takes in one cell: 8192 characters, 64 levels of functions, 255
//! arguments. A formula that would be more is refused with the profile, long
//! before a workbook is written.

use super::code::Code;
use super::helper::Helpers;
use super::scalar::figure;
use super::{HelperColumn, Piece};
use crate::formula::{Formula, Names};
use crate::vocabulary::Year;

const LENGTH: usize = 8_000;
const LEVELS: usize = 60;
const ARGUMENTS: usize = 250;
/// What a figure may be called, in characters, before its formula is looked at once more when it is written.
const LABEL: usize = 30;

/// Whether all live formulas of a formula can be written.
pub(in crate::formula) fn fits(formula: &Formula, names: &Names) -> bool {
    let mut helpers = Helpers::without_data(names);
    helpers.label = "x".repeat(LABEL);
    let (code, _) = figure(&formula.root, Year(2021), &mut helpers);
    code.into_text().is_some_and(|text| text_fits(&text)) && helpers.made.values().flatten().all(column_fits)
}

/// Whether a helper column's formula can be written; a cell's address is at most 10 characters (`XFD1048576`).
fn column_fits(column: &HelperColumn) -> bool {
    column.formula.as_deref().is_none_or(row_fits)
}

/// Whether Excel takes this code as a formula of every row.
pub(super) fn pieces_fit(code: &Code) -> bool {
    row_fits(&code.clone().pieces())
}

fn row_fits(pieces: &[Piece]) -> bool {
    text_fits(&longest(pieces))
}

/// The longest that a row's formula may be.
fn longest(pieces: &[Piece]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Cell(_) => "XFD1048576".to_owned(),
        Piece::Position | Piece::At(_) | Piece::Rank(_) => "1048576".to_owned(),
        // Excel takes no longer text in a formula.
        Piece::Was(_) => "x".repeat(257),
        Piece::In(rows) => rows.values().map(|pieces| longest(pieces)).max_by_key(String::len).unwrap_or_default(),
    };
    pieces.iter().map(piece).collect()
}

/// Whether Excel takes this text as a formula.
pub(super) fn text_fits(text: &str) -> bool {
    // For each open parenthesis how many commas stood in it.
    let mut open: Vec<usize> = Vec::new();
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' => open.push(0),
            ')' => {
                open.pop();
            }
            ',' => {
                if let Some(commas) = open.last_mut() {
                    *commas += 1;
                }
            }
            _ => {}
        }
        if open.len() > LEVELS || open.last().is_some_and(|commas| *commas >= ARGUMENTS) {
            return false;
        }
    }
    // Excel counts UTF-16 units.
    text.encode_utf16().count() <= LENGTH
}
