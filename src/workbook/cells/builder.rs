//! Cells in, blocks out.

use super::block::{Block, OWN, StoredRow, count};
use super::shape::{Kind, Made, Parts, Shape, Slot, Width};
use super::store::Cells;
use super::texts::Texts;
use crate::vocabulary::CellAddress;
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::sheet::{Cell, Formula, NumberStyle, Value};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A block is closed when it has so many words or rows.
const WORDS: usize = 1 << 17;
const ROWS: usize = 1 << 13;
/// Texts of a block that are looked for again.
const RECENT: usize = 1 << 10;

/// Takes cells in reading order (those out of order are sorted at the end).
pub(crate) struct Builder {
    shared: Arc<Texts>,
    blocks: Vec<Block>,
    block: Block,
    /// The row being filled and its cells so far.
    row: u32,
    start: usize,
    slots: Vec<Slot>,
    /// The shapes of the block by their cells.
    known: BTreeMap<Box<[Slot]>, u32>,
    /// The number of a text of the block by a digest of it, where it stood last.
    recent: Vec<u32>,
    /// Columns that have held a number of more than 31 bits in this block: all of theirs take two words.
    long: Vec<bool>,
    cells: usize,
    /// A cell came before another that stands behind it.
    unordered: bool,
}

impl Builder {
    pub fn new(shared: Arc<Texts>) -> Self {
        Self {
            shared,
            blocks: Vec::new(),
            block: Block::default(),
            row: 0,
            start: 0,
            slots: Vec::new(),
            known: BTreeMap::new(),
            recent: vec![u32::MAX; RECENT],
            long: Vec::new(),
            cells: 0,
            unordered: false,
        }
    }

    /// Adds a cell.
    ///
    /// # Errors
    /// An address that came before, more than can be numbered.
    pub fn push(&mut self, cell: &Cell<'_>) -> Dibaca<()> {
        let mut parts = self.begin(cell.at, cell.style)?;
        match cell.value {
            Value::Text(text) => {
                let id = self.own(text)?;
                return self.end(parts, &[id], cell.formula);
            }
            Value::Overflow(text) | Value::Error(text) => {
                parts.kind = if matches!(cell.value, Value::Error(_)) { Kind::Error } else { Kind::Overflow };
                let id = self.own(text)?;
                return self.end(parts, &[id], cell.formula);
            }
            Value::Number { value, digits } => return self.number(parts, Kind::Number, (value, Some(digits)), cell.formula),
            Value::Date { serial } => return self.number(parts, Kind::Date, (serial, None), cell.formula),
            Value::Bool(yes) => parts.kind = if yes { Kind::True } else { Kind::False },
            Value::NoResult => parts.kind = Kind::NoResult,
        }
        self.end(parts, &[], cell.formula)
    }

    /// Adds a cell that holds a shared text.
    ///
    /// # Errors
    /// As [`Builder::push`].
    pub fn push_shared(&mut self, at: CellAddress, id: u32, formula: Formula<'_>, style: NumberStyle) -> Dibaca<()> {
        let parts = self.begin(at, style)?;
        self.end(parts, &[id], formula)
    }

    fn begin(&mut self, at: CellAddress, style: NumberStyle) -> Dibaca<Parts> {
        let before = self.slots.last().map(|slot| CellAddress::new(self.row, slot.column()));
        if before.is_none_or(|before| at.row != before.row || at <= before) {
            let before = before.or_else(|| self.last_of_blocks());
            if before == Some(at) {
                return Err(twice(at));
            }
            self.unordered |= before.is_some_and(|before| before > at);
            self.close_row();
            self.row = at.row;
        }
        self.cells += 1;
        Ok(Parts { column: at.column, kind: Kind::Text, width: Width::One, scale: 0, made: Made::Typed, style })
    }

    fn last_of_blocks(&self) -> Option<CellAddress> {
        let block = if self.block.rows.is_empty() { self.blocks.last()? } else { &self.block };
        let stored = block.rows.last()?;
        let last = block.shapes[stored.shape as usize].slots.last()?;
        Some(CellAddress::new(stored.row, last.column()))
    }

    fn number(&mut self, parts: Parts, kind: Kind, (value, digits): (Decimal, Option<u8>), formula: Formula<'_>) -> Dibaca<()> {
        let mantissa = value.mantissa();
        let is_plain = mantissa != 0 || !value.is_sign_negative();
        let short = i64::try_from(mantissa).ok().filter(|_| is_plain);
        // Past 15 the count of digits matters: it must be the one that is told again.
        let is_told = |short: &i64| digits.is_none_or(|digits| digits == count(*short) || digits.max(count(*short)) <= 15);
        let parts = Parts { kind, scale: value.scale() as u8, ..parts };
        let column = parts.column as usize;
        match short.filter(is_told) {
            Some(short) => match i32::try_from(short) {
                Ok(one) if !self.long.get(column).is_some_and(|long| *long) => {
                    self.end(Parts { width: Width::One, ..parts }, &[one.cast_unsigned()], formula)
                }
                _ => {
                    if self.long.len() <= column {
                        self.long.resize(column + 1, false);
                    }
                    self.long[column] = true;
                    let bits = short.cast_unsigned();
                    self.end(Parts { width: Width::Two, ..parts }, &[bits as u32, (bits >> 32) as u32], formula)
                }
            },
            None => {
                let place = u32::try_from(self.block.wide.len()).map_err(|_| too_much())?;
                self.block.wide.push((value, digits.unwrap_or_default()));
                self.end(Parts { width: Width::Wide, scale: 0, ..parts }, &[place], formula)
            }
        }
    }

    fn end(&mut self, parts: Parts, words: &[u32], formula: Formula<'_>) -> Dibaca<()> {
        let made = match formula {
            Formula::None => Made::Typed,
            Formula::Some(None) => Made::Formula,
            Formula::Some(Some(_)) => Made::Written,
            Formula::Unknown => Made::Unknown,
        };
        self.slots.push(Slot::new(Parts { made, ..parts }));
        self.block.words.extend_from_slice(words);
        if let Formula::Some(Some(text)) = formula {
            let id = self.own(text)?;
            self.block.words.push(id);
        }
        Ok(())
    }

    /// The number of a text of the block's own; one that stood a moment ago is not held again.
    fn own(&mut self, text: &str) -> Dibaca<u32> {
        let digest = text.bytes().take(24).fold(text.len() as u32, |digest, byte| digest.wrapping_mul(31) ^ u32::from(byte));
        let recent = &mut self.recent[(digest.wrapping_mul(0x9E37_79B1) >> 22) as usize % RECENT];
        if *recent != u32::MAX && self.block.texts.get(*recent) == text {
            return Ok(*recent | OWN);
        }
        let id = self.block.texts.push(text).ok_or_else(too_much)?;
        *recent = id;
        Ok(id | OWN)
    }

    fn close_row(&mut self) {
        if self.slots.is_empty() {
            return;
        }
        let last = self.block.rows.last().map(|stored| stored.shape);
        let is_same = |shape: &u32| *self.block.shapes[*shape as usize].slots == *self.slots;
        let shape = match last.filter(is_same).or_else(|| self.known.get(&self.slots[..]).copied()) {
            Some(shape) => shape,
            None => {
                let shape = self.block.shapes.len() as u32;
                self.block.shapes.push(Shape::new(&self.slots));
                self.known.insert(self.slots.as_slice().into(), shape);
                shape
            }
        };
        // A block is closed long before its words are too many to number.
        self.block.rows.push(StoredRow { row: self.row, shape, start: self.start as u32 });
        self.slots.clear();
        if self.block.words.len() >= WORDS || self.block.rows.len() >= ROWS {
            self.close_block();
        }
        self.start = self.block.words.len();
    }

    fn close_block(&mut self) {
        let mut block = std::mem::take(&mut self.block);
        if block.rows.is_empty() {
            return;
        }
        block.rows.shrink_to_fit();
        block.words.shrink_to_fit();
        block.shapes.shrink_to_fit();
        block.texts.shrink();
        self.blocks.push(block);
        self.known.clear();
        self.recent.fill(u32::MAX);
        self.long.clear();
    }

    /// Takes in what another of the same shared texts was given, all of it behind what came here.
    pub fn absorb(&mut self, mut other: Self) {
        other.close_row();
        other.close_block();
        self.close_row();
        self.close_block();
        self.start = 0;
        self.cells += other.cells;
        self.unordered |= other.unordered;
        self.blocks.extend(other.blocks);
    }

    /// The cells by row, then column.
    ///
    /// # Errors
    /// An address that stands twice is damage, since no one can say which of the two counts.
    pub fn finish(mut self) -> Dibaca<Cells> {
        self.close_row();
        self.close_block();
        let cells = Cells::of_blocks(self.shared, self.blocks, self.cells);
        if !self.unordered {
            return Ok(cells);
        }
        let mut sorted: Vec<Cell<'_>> = cells.iter().collect();
        sorted.sort_by_key(|cell| cell.at);
        if let Some(pair) = sorted.windows(2).find(|pair| pair[0].at == pair[1].at) {
            return Err(twice(pair[0].at));
        }
        let mut again = Self::new(Arc::default());
        sorted.iter().try_for_each(|cell| again.push(cell))?;
        again.finish()
    }
}

fn twice(at: CellAddress) -> Gagal {
    Gagal::rusak(format!("sel {at} tertulis dua kali"))
}

fn too_much() -> Gagal {
    Gagal::rusak("isi lembar lebih banyak daripada yang dapat dinomori")
}
