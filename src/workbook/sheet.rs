//! The sheets of a workbook: sparse cells, in reading order.

use super::calculation::{Calculation, SharedFormula};
use super::cells::{Cells, RowView};
use crate::diagnostic::Temuan;
use crate::vocabulary::{Around, At, CellAddress};
use rust_decimal::Decimal;
use std::sync::Arc;

/// What kind of file it is, told by its content.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    Xlsx,
    Xlsm,
    Xlsb,
    Xls,
    Ods,
    Csv,
}

impl Format {
    /// As its files usually end: `xlsx`.
    pub fn name(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Xlsm => "xlsm",
            Format::Xlsb => "xlsb",
            Format::Xls => "xls",
            Format::Ods => "ods",
            Format::Csv => "csv",
        }
    }
}

/// A workbook file, read whole.
#[derive(Clone, Debug)]
pub struct Workbook {
    /// The file as the profile names it: relative to the office's folder, with `/`.
    pub berkas: Arc<str>,
    /// Lower-case hex SHA-256 of the file's bytes.
    pub sha256: String,
    pub format: Format,
    pub sheets: Vec<Sheet>,
    pub calculation: Arc<Calculation>,
    /// Findings on the file as a whole (a wrong extension, say).
    pub temuan: Vec<Temuan>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Visibility {
    Visible,
    Hidden,
    VeryHidden,
}

/// Which rows or columns are hidden.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Hidden {
    /// The format's reader cannot tell (.xls, .xlsb, .ods).
    Unknown,
    /// Hidden numbers from 0, as sorted inclusive ranges that do not overlap.
    Known(Vec<(u32, u32)>),
}

impl Hidden {
    /// Whether this row or column is hidden; `None` where it cannot be told.
    pub fn contains(&self, number: u32) -> Option<bool> {
        match self {
            Hidden::Unknown => None,
            Hidden::Known(ranges) => {
                let after = ranges.partition_point(|(first, _)| *first <= number);
                Some(after > 0 && ranges[after - 1].1 >= number)
            }
        }
    }
}

/// A merged region, both corners included. Only its top-left cell has a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Merge {
    pub first: CellAddress,
    pub last: CellAddress,
}

impl Merge {
    pub fn contains(&self, at: CellAddress) -> bool {
        (self.first.row..=self.last.row).contains(&at.row) && (self.first.column..=self.last.column).contains(&at.column)
    }
}

/// What stands in a cell.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Value<'a> {
    /// A text as it stands there, untrimmed.
    Text(&'a str),
    /// An exact number. `digits` is the count of significant digits written in
    /// the file where it is past 15, which Excel itself no longer holds; else some count up to 15.
    Number {
        value: Decimal,
        digits: u8,
    },
    /// A number no `Decimal` holds (`1e999`, `inf`): its text.
    Overflow(&'a str),
    Bool(bool),
    /// An error value by its own text, `#REF!`, also those calamine does not know.
    Error(&'a str),
    /// A number under a date format: its serial day (with the day's fraction),
    /// already in the 1900 system. Offices write 0 (`00/01/1900`) for "no date".
    Date {
        serial: Decimal,
    },
    /// A formula stands here whose result the file does not hold.
    NoResult,
}

impl<'a> Value<'a> {
    /// The text, where it is one.
    pub(crate) fn text(&self) -> Option<&'a str> {
        if let Value::Text(text) = self { Some(*text) } else { None }
    }
}

/// Whether the cell's value comes from a formula.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Formula<'a> {
    None,
    /// The formula's text where the file gives it (a shared formula's later cells may not).
    Some(Option<&'a str>),
    /// The format's reader cannot tell.
    Unknown,
}

/// What the cell's number format says of its number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumberStyle {
    General,
    /// The number 0.125 is shown as 12,5 %.
    Percent,
    Date,
    /// A multiple is shown: the number times 10^`power` is what a reader takes
    /// it for. `#,##0" juta"` makes 5 five million (6); `#,##0,,` and
    /// `#,##0,," juta"` show millions of the full amount that is stored (0).
    Scaled {
        power: i8,
    },
    /// A number is shown as another, or not at all.
    Odd(OddShow),
    /// The format cannot be told.
    Unknown,
}

/// What a format makes of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OddShow {
    /// Above zero, and with a sign or in parentheses as those below are.
    Negative,
    /// Not at all (`;;;`).
    Unseen,
    /// Below zero, and as if it were above.
    Signless,
    /// As an amount of another currency.
    Foreign,
    /// With digits, a sign of about or a unit that no money has: `"1"0`, `"±"0`, `0" orang"`.
    Altered,
    /// As one of a plan: `"Target" #,##0`.
    Planned,
}

/// One cell that holds something, as it is seen in its sheet. An empty cell is not in the sheet at all.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Cell<'a> {
    pub at: CellAddress,
    pub value: Value<'a>,
    pub formula: Formula<'a>,
    pub style: NumberStyle,
}

/// A line of text that stands on a sheet and in none of its cells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AroundText {
    pub place: Around,
    /// The cells that it is for, where it is for some.
    pub cells: Option<Merge>,
    pub text: Box<str>,
}

/// What a rule (a conditional format) does to the cells for which it holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Veil {
    /// Their values are not seen.
    Unseen,
    /// Their texts are struck out.
    Struck,
}

/// One sheet.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub berkas: Arc<str>,
    /// `None` in a CSV.
    pub name: Option<Arc<str>>,
    pub visibility: Visibility,
    pub cells: Cells,
    /// In the file's order; `None` where the format's reader does not tell.
    pub merges: Option<Vec<Merge>>,
    pub hidden_rows: Hidden,
    pub hidden_columns: Hidden,
    /// Cells whose text is struck out, sorted.
    pub struck: Vec<CellAddress>,
    /// Cells that a rule hides or strikes out where it holds; .xlsb is not looked at for them.
    pub veiled: Vec<(Merge, Veil)>,
    /// The comments on cells, by address.
    pub comments: Vec<(CellAddress, Box<str>)>,
    /// The texts around the cells: page headers, text boxes, chart titles; each once, in the file's order.
    pub around: Vec<AroundText>,
    /// The totals rows that the workbook declares for its tables; only .xlsx is looked at for them.
    pub total_rows: Vec<Merge>,
    /// Formulas that further cells share, in reading order; only .xlsx has them.
    pub shared_formulas: Vec<SharedFormula>,
    /// Formulas whose one result fills a region, in reading order.
    pub array_formulas: Vec<SharedFormula>,
    /// Rows of a CSV whose records have a field or two fewer than nearly all others, sorted.
    pub short_records: Vec<u32>,
    /// Set for a CSV: every cell is text as typed, and numbers in it follow its own convention.
    pub is_text_only: bool,
}

impl Sheet {
    /// The sheet as a place.
    pub fn at(&self) -> At {
        At::sheet(self.berkas.clone(), self.name.clone())
    }

    /// A cell of the sheet as a place.
    pub fn at_cell(&self, address: CellAddress) -> At {
        self.at().with(address)
    }

    /// The cell at an address, if it holds something.
    pub fn cell(&self, at: CellAddress) -> Option<Cell<'_>> {
        self.cells.get(at)
    }

    /// The cells of a row that hold something, left to right.
    pub fn row(&self, row: u32) -> Vec<Cell<'_>> {
        self.cells.row(row).map(|view| view.cells().collect()).unwrap_or_default()
    }

    /// The cells of the rows from `from` up to before `to`, in order.
    pub(crate) fn between(&self, from: u32, to: u32) -> impl Iterator<Item = Cell<'_>> {
        self.cells.rows_from(from).take_while(move |view| view.row() < to).flat_map(RowView::cells)
    }

    /// The last row and column (from 0) that hold something.
    pub fn extent(&self) -> Option<(u32, u32)> {
        Some((self.cells.last()?.at.row, self.cells.columns()?.1))
    }
}
