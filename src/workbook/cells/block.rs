//! A stretch of rows, whole in itself but for the workbook's shared texts.

use super::shape::{Kind, Made, Shape, Width};
use super::texts::Texts;
use crate::vocabulary::CellAddress;
use crate::workbook::sheet::{Cell, Formula, Value};
use rust_decimal::Decimal;

/// Set in the number of a text that the block holds itself.
pub(super) const OWN: u32 = 1 << 31;

/// Rows one after another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    pub(super) rows: Vec<StoredRow>,
    pub(super) words: Vec<u32>,
    pub(super) shapes: Vec<Shape>,
    pub(super) texts: Texts,
    /// Numbers of more than 63 bits, or whose count of written digits their value does not tell.
    pub(super) wide: Vec<(Decimal, u8)>,
}

/// Where a row's words begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct StoredRow {
    pub row: u32,
    pub shape: u32,
    pub start: u32,
}

impl Block {
    pub(super) fn first_row(&self) -> u32 {
        self.rows.first().map_or(0, |row| row.row)
    }

    /// The index of a row that holds something.
    pub(super) fn find(&self, row: u32) -> Option<usize> {
        let guess = row.checked_sub(self.first_row())? as usize;
        if self.rows.get(guess).is_some_and(|stored| stored.row == row) {
            return Some(guess);
        }
        self.rows.binary_search_by_key(&row, |stored| stored.row).ok()
    }

    pub(super) fn view<'a>(&'a self, shared: &'a Texts, index: usize) -> RowView<'a> {
        let stored = self.rows[index];
        RowView { block: self, shared, shape: &self.shapes[stored.shape as usize], stored }
    }
}

/// A row that holds something.
#[derive(Clone, Copy)]
pub(crate) struct RowView<'a> {
    block: &'a Block,
    shared: &'a Texts,
    shape: &'a Shape,
    stored: StoredRow,
}

impl<'a> RowView<'a> {
    /// Its number, from 0.
    pub fn row(&self) -> u32 {
        self.stored.row
    }

    /// Its cells, left to right.
    pub fn cells(self) -> impl DoubleEndedIterator<Item = Cell<'a>> + ExactSizeIterator {
        (0..self.shape.slots.len()).map(move |index| self.at(index))
    }

    /// Its cells in some columns, left to right, of which `wanted` is told the column and whether a text stands there.
    pub fn cells_where(self, wanted: impl Fn(u32, bool) -> bool) -> impl Iterator<Item = Cell<'a>> {
        let is_wanted = move |index: &usize| {
            let parts = &self.shape.parts[*index];
            wanted(parts.column, parts.kind == Kind::Text)
        };
        (0..self.shape.parts.len()).filter(is_wanted).map(move |index| self.at(index))
    }

    /// The cell in a column.
    pub fn cell(&self, column: u32) -> Option<Cell<'a>> {
        Some(self.at(self.shape.find(column)?))
    }

    fn at(&self, index: usize) -> Cell<'a> {
        let parts = self.shape.parts[index];
        let mut at = (self.stored.start + self.shape.offsets[index]) as usize;
        let words = &self.block.words;
        let mut next = || {
            at += 1;
            words[at - 1]
        };
        let text = |id: u32| if id & OWN == 0 { self.shared.get(id) } else { self.block.texts.get(id & !OWN) };
        let mut number = || match parts.width {
            Width::One => told(i64::from(next().cast_signed()), parts.scale.into()),
            Width::Two => {
                let (low, high) = (u64::from(next()), u64::from(next()));
                told((high << 32 | low).cast_signed(), parts.scale.into())
            }
            Width::Wide => self.block.wide[next() as usize],
        };
        let value = match parts.kind {
            Kind::Number => {
                let (value, digits) = number();
                Value::Number { value, digits }
            }
            Kind::Date => Value::Date { serial: number().0 },
            Kind::Text => Value::Text(text(next())),
            Kind::Overflow => Value::Overflow(text(next())),
            Kind::Error => Value::Error(text(next())),
            Kind::True => Value::Bool(true),
            Kind::False => Value::Bool(false),
            Kind::NoResult => Value::NoResult,
        };
        let formula = match parts.made {
            Made::Typed => Formula::None,
            Made::Formula => Formula::Some(None),
            Made::Written => Formula::Some(Some(text(next()))),
            Made::Unknown => Formula::Unknown,
        };
        Cell { at: CellAddress::new(self.stored.row, parts.column), value, formula, style: parts.style }
    }
}

/// A number of these digits, and how many they are, or 15 where they are fewer.
pub(super) fn told(digits: i64, scale: u32) -> (Decimal, u8) {
    // Up to 15 digits nobody asks how many they are.
    let count = if digits.unsigned_abs() < 1_000_000_000_000_000 { 15 } else { count(digits) };
    (Decimal::new(digits, scale), count)
}

/// How many digits a whole number has.
pub(super) fn count(digits: i64) -> u8 {
    digits.unsigned_abs().checked_ilog10().map_or(1, |log| log as u8 + 1)
}
