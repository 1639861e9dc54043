//! Ranges as a formula writes them, and where they stand for one cell that uses the formula.

use crate::vocabulary::CellAddress;

/// A corner of a range; what is not fixed moves with the cell that shares the formula.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Corner {
    pub row: u32,
    pub column: u32,
    pub row_is_fixed: bool,
    pub column_is_fixed: bool,
}

/// A cell, a range, whole columns or rows, of one sheet or of several side by side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Area {
    /// The first and the last sheet by number.
    pub sheets: (usize, usize),
    pub first: Corner,
    pub last: Corner,
}

/// A range of one sheet, both corners included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Rect {
    pub sheet: usize,
    pub first: CellAddress,
    pub last: CellAddress,
}

/// How far a cell stands from the one whose formula it shares: rows and columns.
pub(super) type Shift = (i64, i64);

impl Corner {
    fn moved(self, (down, right): Shift) -> Option<CellAddress> {
        let row = if self.row_is_fixed { self.row } else { u32::try_from(i64::from(self.row) + down).ok()? };
        let column = if self.column_is_fixed { self.column } else { u32::try_from(i64::from(self.column) + right).ok()? };
        (row < CellAddress::MAX_ROWS && column < CellAddress::MAX_COLUMNS).then(|| CellAddress::new(row, column))
    }
}

impl Area {
    /// Its part on each of its sheets; none where it leaves the sheet.
    pub fn rects(&self, shift: Shift) -> Option<Vec<Rect>> {
        let (one, two) = (self.first.moved(shift)?, self.last.moved(shift)?);
        let first = CellAddress::new(one.row.min(two.row), one.column.min(two.column));
        let last = CellAddress::new(one.row.max(two.row), one.column.max(two.column));
        Some((self.sheets.0..=self.sheets.1).map(|sheet| Rect { sheet, first, last }).collect())
    }

    /// The range, where it is one of a single sheet.
    pub fn rect(&self, shift: Shift) -> Option<Rect> {
        self.rects(shift)?.pop().filter(|_| self.sheets.0 == self.sheets.1)
    }
}

impl Rect {
    pub fn is_cell(&self) -> bool {
        self.first == self.last
    }

    pub fn rows(&self) -> u32 {
        self.last.row - self.first.row + 1
    }

    pub fn columns(&self) -> u32 {
        self.last.column - self.first.column + 1
    }

    /// The range of one of its columns, counted from 0.
    pub fn column(&self, number: u32) -> Option<Rect> {
        let column = self.first.column.checked_add(number).filter(|column| *column <= self.last.column)?;
        let corner = |row| CellAddress::new(row, column);
        Some(Rect { sheet: self.sheet, first: corner(self.first.row), last: corner(self.last.row) })
    }

    /// The cell so many rows and columns from its first.
    pub fn at(&self, row: u32, column: u32) -> Option<CellAddress> {
        let at = CellAddress::new(self.first.row.checked_add(row)?, self.first.column.checked_add(column)?);
        (at.row <= self.last.row && at.column <= self.last.column).then_some(at)
    }
}
