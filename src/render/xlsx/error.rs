//! Why an XLSX cannot be written.

use crate::render::xlsx::words_id;
use rust_xlsxwriter::XlsxError;
use std::fmt;

/// What Excel cannot hold, with the sheet where it was met.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RenderError {
    /// A text longer than a cell holds: 32 767 characters.
    TextTooLong { sheet: String, cell: String },
    /// A formula longer than Excel reads: 8 192 characters.
    FormulaTooLong { sheet: String, cell: String },
    /// More rows or columns than a sheet has.
    SheetFull { sheet: String },
    /// A data sheet of more rows than one of Excel's has room for below its headings.
    TooManyRows { sheet: String, rows: usize, most: usize },
    /// A data sheet's name that Excel refuses, or two of one name.
    SheetName { sheet: String },
    /// A defined name that Excel refuses, or two of one name.
    DefinedName { name: String },
    /// A date that Excel does not know: before 1900.
    Date { sheet: String },
    /// A plan that names a part which is not there.
    NoPart { index: usize },
    /// A picture that Excel does not take.
    Picture { name: String },
    /// The letterhead's emblem is no picture that Excel takes.
    Emblem,
    /// The writer makes each sheet on a thread of its own, and the system gives none.
    NoThread,
    /// The writer's own words.
    Writer(String),
}

impl RenderError {
    /// The writer's error at a sheet.
    pub(crate) fn at(sheet: &str) -> impl Fn(XlsxError) -> RenderError {
        move |error| match error {
            XlsxError::MaxStringLengthExceeded => RenderError::TextTooLong { sheet: sheet.to_owned(), cell: String::new() },
            XlsxError::RowColumnLimitError => RenderError::SheetFull { sheet: sheet.to_owned() },
            XlsxError::DateTimeRangeError(_) => RenderError::Date { sheet: sheet.to_owned() },
            other => RenderError::Writer(other.to_string()),
        }
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words_id::error(self))
    }
}

impl std::error::Error for RenderError {}
