//! Rows below the headings as the scan leaves them.

use super::facts::Facts;

/// A row as the scan left it.
pub(crate) enum Scanned<'a> {
    Numbers(u32),
    Repeat(u32),
    /// Data with figures, whatever its neighbours are; the row, and its number.
    Data(u32, Option<u32>),
    Row(Box<Facts<'a>>),
}

impl Scanned<'_> {
    pub fn row(&self) -> u32 {
        match self {
            Scanned::Numbers(row) | Scanned::Repeat(row) | Scanned::Data(row, ..) => *row,
            Scanned::Row(facts) => facts.row,
        }
    }
}
