//! A table's part on one page (or in one strip): its cells' text, and the rules round them.

use super::flow::{CellFlow, TableFlow};
use super::rules::Rules;
use crate::render::pdf::placed::{Placed, stacked};

/// A cell that has begun and not ended.
pub struct Open<'a> {
    pub cell: &'a CellFlow,
    /// The first strip not yet placed.
    pub next: usize,
    /// Where its part on this page begins.
    pub top: f32,
    /// Its text stands complete on an earlier page and is repeated.
    pub repeated: bool,
    /// Its place in reading order on this page.
    pub slot: usize,
}

/// The table's part on the page being filled.
pub struct Part<'a> {
    pub table: &'a TableFlow,
    /// The items of each cell part, in reading order.
    pub slots: Vec<Vec<Placed>>,
    pub rules: Rules,
}

impl Open<'_> {
    pub fn last_row(&self) -> usize {
        self.cell.row + self.cell.rows - 1
    }
}

impl<'a> Part<'a> {
    pub fn new(table: &'a TableFlow) -> Self {
        Part { table, slots: Vec::new(), rules: Rules::default() }
    }

    pub fn slot(&mut self) -> usize {
        self.slots.push(Vec::new());
        self.slots.len() - 1
    }

    /// Draws a cell's strips up to `past` and its box down to `bottom`.
    pub fn close(&mut self, open: &Open<'_>, past: usize, bottom: f32) {
        let cell = open.cell;
        let strips = cell.strips.get(open.next..past).unwrap_or(&[]);
        let whole = open.next == 0 && past == cell.strips.len();
        let spare = bottom - open.top - stacked(strips);
        let mut y = open.top + if cell.middle && whole { (spare / 2.0).max(0.0) } else { self.table.padding };
        for (i, strip) in strips.iter().enumerate() {
            y += if i == 0 { 0.0 } else { strip.before };
            for item in &strip.items {
                let mut item = item.clone().shifted(0.0, y);
                if open.repeated {
                    item.node = None;
                }
                self.slots[open.slot].push(item);
            }
            y += strip.height;
        }
        if self.table.ruled {
            let (left, right) = (self.table.edges[cell.column], self.table.edges[cell.column + cell.columns]);
            self.rules.frame(left, open.top, right, bottom);
        }
    }

    pub fn finish(self) -> Vec<Placed> {
        let mut items: Vec<Placed> = self.slots.into_iter().flatten().collect();
        items.extend(self.rules.placed());
        items
    }
}
