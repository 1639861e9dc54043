//! What is typed into a data sheet's row that no figure reads: a number as text, a mark that is neither 1 nor 0, a
//! blank in a text that Excel's TRIM leaves where the program folds it.

use super::data_sheet::{Kind, Source, is_checked, is_mark, is_text};
use super::words_id as words;

/// How many places a function is given at once.
const ARGUMENTS: usize = 250;

/// Blanks that are none to TRIM, as they are looked for: no-break ones, as pasted from a page or a letter, and a line's end.
const ODD_BLANKS: [&str; 4] = ["\"*\u{a0}*\"", "\"*\u{202f}*\"", "\"*\u{2007}*\"", "\"*\"&CHAR(10)&\"*\""];

/// The sheet's columns that are looked at, by what must stand in them.
#[derive(Clone, Debug, Default)]
pub(super) struct Checked<T = usize> {
    /// Amounts, counts, dates.
    pub numbers: Vec<T>,
    /// 1 or 0.
    pub marks: Vec<T>,
    /// Texts that conditions compare.
    pub texts: Vec<T>,
}

impl Checked {
    pub fn of(kinds: &[Kind], source: &Source<'_>) -> Self {
        let where_ = |holds: &dyn Fn(Kind) -> bool| (0..kinds.len()).filter(|at| holds(kinds[*at])).collect();
        Self {
            numbers: where_(&|kind| is_checked(kind, source) && !is_mark(kind, source)),
            marks: where_(&|kind| is_checked(kind, source) && is_mark(kind, source)),
            texts: where_(&|kind| is_text(kind, source)),
        }
    }

    /// The cells of each kind's columns.
    pub fn each(&self, cells: impl Fn(&[usize]) -> Vec<String>) -> Checked<String> {
        Checked { numbers: cells(&self.numbers), marks: cells(&self.marks), texts: cells(&self.texts) }
    }

    /// Whether a text in the column would be no value.
    pub fn is_number(&self, column: usize) -> bool {
        self.numbers.contains(&column) || self.marks.contains(&column)
    }
}

/// The check column's formula over a row's cells, and what it says where all of them are read.
pub(super) fn check_formula(cells: &Checked<String>, otherwise: &str) -> String {
    let kinds = [
        (&cells.marks, words::NOT_A_MARK, typed as fn(&[String]) -> String),
        (&cells.numbers, words::NOT_A_NUMBER, typed),
        (&cells.texts, words::ODD_BLANK, |cells| format!("{}>0", odd_blanks(cells))),
    ];
    let said = kinds.iter().rev().filter(|(cells, ..)| !cells.is_empty());
    said.fold(otherwise.to_owned(), |rest, (cells, words, when)| format!("IF({},\"{words}\",{rest})", when(cells)))
}

/// Says that a row has another entity's number than it was read with; one without, as of a row that is copied below the last, is new.
pub(super) fn entity_formula(cell: &str, number: u32) -> String {
    format!("IF(OR({cell}=\"\",{cell}={number}),\"\",\"{}{number}\")", words::ENTITY_WAS)
}

/// Whether one of the cells holds a text.
fn typed(cells: &[String]) -> String {
    let counted = |function: &str| -> String {
        cells.chunks(ARGUMENTS).map(|cells| format!("{function}({})", cells.join(","))).collect::<Vec<_>>().join("+")
    };
    format!("{}>{}", counted("COUNTA"), counted("COUNT"))
}

/// How many of the cells hold a blank that TRIM leaves, as a sum.
pub(super) fn odd_blanks(cells: &[String]) -> String {
    let count = |cells: &String| ODD_BLANKS.map(|blank| format!("COUNTIF({cells},{blank})")).join("+");
    cells.iter().map(count).collect::<Vec<_>>().join("+")
}
