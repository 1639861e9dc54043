//! A column under heading rows: the cells over it, and what kinds of cells it holds.

use super::field::Rank;
use super::path::Parent;
use super::window::{CellKind, Window};
use crate::table::Expect;
use crate::text::Period;
use crate::text::heading::Heading;

/// How many rows below the headings are looked at for their kind.
const SAMPLE: u32 = 40;

/// A column of a block.
pub(crate) struct BlockColumn {
    /// Index among the window's used columns.
    pub used: usize,
    /// The cells over it, top to bottom, each once.
    pub path: Vec<u32>,
    /// Whether a parent may stand over it that cannot be told.
    pub parent: Parent,
    /// The field it was told to be.
    pub field: Option<(usize, Rank, String)>,
    pub kinds: Kinds,
}

impl BlockColumn {
    /// The path and whether its parent is unknown, as one key.
    pub fn told_as(&self) -> Vec<u32> {
        self.path.iter().copied().chain([u32::MAX - self.parent as u32]).collect()
    }
}

/// How many cells of which kind a column holds below its headings.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Kinds {
    pub numbers: u32,
    pub dates: u32,
    pub texts: u32,
    pub nil: u32,
}

impl Kinds {
    pub fn filled(self) -> u32 {
        self.numbers + self.dates + self.texts + self.nil
    }

    /// The share of cells that such a field may hold, 0 to 1000; 500 where nothing tells.
    pub fn share(self, expect: Expect) -> u32 {
        let filled = self.filled();
        let fit = match expect {
            Expect::Money | Expect::Number => self.numbers + self.nil,
            Expect::Date => self.dates + self.nil,
            Expect::Text => self.texts + self.numbers + self.dates,
            Expect::Mark => self.numbers + self.texts + self.nil,
        };
        (fit * 1000).checked_div(filled).unwrap_or(500)
    }
}

/// What a column holds in the first rows below the headings.
pub(crate) fn kinds_below(window: &Window, used: usize, last: u32) -> Kinds {
    let mut kinds = Kinds::default();
    let column = window.columns[used];
    for row in last + 1..=(last + SAMPLE).min(window.last()) {
        let Some(id) = window.over(row, used) else { continue };
        let cell = window.held(id);
        if cell.at.row != row || cell.at.column != column {
            continue;
        }
        match cell.kind() {
            CellKind::Nil => kinds.nil += 1,
            CellKind::Number => kinds.numbers += 1,
            CellKind::Date => kinds.dates += 1,
            CellKind::Text => kinds.texts += 1,
        }
    }
    kinds
}

/// The period that the headings over a column state together: `2021` over `TW III`.
pub(crate) fn period_over(headings: &[&Heading]) -> Option<Period> {
    let stated = || headings.iter().rev().filter_map(|heading| heading.period.as_ref());
    let own = stated().find(|period| period.is_part()).or(stated().next())?;
    let year = own.year.or(stated().find_map(|period| period.year));
    Some(Period { year, ..own.clone() })
}
