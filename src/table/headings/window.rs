//! The top of a region of a sheet, where headings are looked for: which label
//! stands over which cell, merged regions spread out, and what kinds of cells follow.

use crate::text::clean::is_blank_text;
use crate::text::date::{DateText, read_date};
use crate::text::heading::Heading;
use crate::text::number::read::{NumberText, read_unless_refused};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Merge, Sheet, Value};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// How many rows with cells a window holds: candidates for headings and the data below them.
const ROWS: usize = 100;
/// The rows a window may span, blank ones included.
const SPAN: u32 = 400;
/// The used columns that are looked at.
const COLUMNS: usize = 1024;

/// A cell of the window and what it covers. What its text says is told when it
/// is asked for: most of a window is data that nobody asks for its words.
pub(crate) struct HeldCell<'a> {
    pub at: CellAddress,
    /// The merged region's last corner, or the cell itself.
    pub last: CellAddress,
    held: Held<'a>,
}

enum Held<'a> {
    /// A label or a year.
    Label { text: Cow<'a, str>, heading: OnceCell<Heading>, kind: OnceCell<CellKind> },
    /// A number, a date, a truth value, an error.
    Figure(CellKind),
}

/// What a cell would be as data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CellKind {
    /// A number, or a text that is one.
    Number,
    /// A date, or a text that is one.
    Date,
    /// `-` and the like: fits any column.
    Nil,
    Text,
}

/// The window: rows by their numbers, columns by their rank among the used ones.
pub(crate) struct Window<'a> {
    pub first: u32,
    /// Used columns, ascending.
    pub columns: Vec<u32>,
    pub cells: Vec<HeldCell<'a>>,
    /// For each row from `first`, for each used column, the cell over it.
    grid: Vec<Vec<Option<u32>>>,
    sheet: &'a Sheet,
}

impl<'a> Window<'a> {
    /// The window that starts at row `first`; `None` where no cell follows.
    pub fn open(sheet: &'a Sheet, merges: &Merges, first: u32) -> Option<Self> {
        let mut rows = 0;
        let mut last = first;
        let mut picked: Vec<Cell<'a>> = Vec::new();
        for cell in sheet.between(first, u32::MAX).filter(|cell| !is_blank_cell(cell)) {
            if cell.at.row != last || picked.is_empty() {
                rows += 1;
                if rows > ROWS || cell.at.row - first >= SPAN && !picked.is_empty() {
                    break;
                }
                last = cell.at.row;
            }
            picked.push(cell);
        }
        // A first cell far below the region's start: the window moves down to it.
        let top = picked.first()?.at.row;
        let mut columns: Vec<u32> = picked.iter().map(|cell| cell.at.column).collect();
        columns.sort_unstable();
        columns.dedup();
        columns.truncate(COLUMNS);
        let mut window = Self { first: top, columns, cells: Vec::new(), grid: Vec::new(), sheet };
        window.grid = vec![vec![None; window.columns.len()]; (last - top + 1) as usize];
        for cell in picked {
            window.place(&cell, merges);
        }
        Some(window)
    }

    fn place(&mut self, cell: &Cell<'a>, merges: &Merges) {
        let last = merges.starting_at(cell.at).map_or(cell.at, |merge| merge.last);
        let id = self.cells.len() as u32;
        let rows = cell.at.row - self.first..=last.row.saturating_sub(self.first).min(self.grid.len() as u32 - 1);
        let from = self.columns.partition_point(|column| *column < cell.at.column);
        let to = self.columns.partition_point(|column| *column <= last.column);
        for row in rows {
            for slot in &mut self.grid[row as usize][from..to] {
                slot.get_or_insert(id);
            }
        }
        self.cells.push(HeldCell { at: cell.at, last, held: hold(&cell.value) });
    }

    /// The last row of the window.
    pub fn last(&self) -> u32 {
        self.first + self.grid.len() as u32 - 1
    }

    /// The cell over a row and a used column.
    pub fn over(&self, row: u32, column: usize) -> Option<u32> {
        let row = row.checked_sub(self.first)?;
        *self.grid.get(row as usize)?.get(column)?
    }

    pub fn held(&self, id: u32) -> &HeldCell<'a> {
        &self.cells[id as usize]
    }

    pub fn heading(&self, id: u32) -> Option<&Heading> {
        self.held(id).heading()
    }

    /// Whether anything stands in a used column below a row, down to the sheet's end.
    pub fn is_held_below(&self, column: usize, row: u32) -> bool {
        let column = self.columns[column];
        let mut views = self.sheet.cells.rows_from(row + 1);
        views.any(|view| view.cell(column).is_some_and(|cell| !is_blank_cell(&cell)))
    }

    /// The cells that stand in a row themselves (not those merged down into it).
    pub fn row(&self, row: u32) -> &[HeldCell<'a>] {
        let from = self.cells.partition_point(|cell| cell.at.row < row);
        let to = self.cells.partition_point(|cell| cell.at.row <= row);
        &self.cells[from..to]
    }
}

impl HeldCell<'_> {
    pub fn is_merged(&self) -> bool {
        self.at != self.last
    }

    pub fn is_figure(&self) -> bool {
        matches!(self.held, Held::Figure(_))
    }

    pub fn heading(&self) -> Option<&Heading> {
        match &self.held {
            Held::Label { text, heading, .. } => Some(heading.get_or_init(|| Heading::read(text))),
            Held::Figure(_) => None,
        }
    }

    pub fn kind(&self) -> CellKind {
        match &self.held {
            Held::Label { text, kind, .. } => *kind.get_or_init(|| kind_of(text)),
            Held::Figure(kind) => *kind,
        }
    }
}

fn kind_of(text: &str) -> CellKind {
    // No number and no date is written so long: most of the time that endless names took.
    const LONGEST: usize = 1000;
    if text.len() > LONGEST {
        return CellKind::Text;
    }
    match read_unless_refused(text) {
        Ok(NumberText::Nil | NumberText::Missing) => CellKind::Nil,
        Ok(_) => CellKind::Number,
        Err(_) if matches!(read_date(text), DateText::Date(_)) => CellKind::Date,
        Err(_) => CellKind::Text,
    }
}

pub(crate) fn is_blank_cell(cell: &Cell<'_>) -> bool {
    matches!(&cell.value, Value::Text(text) if is_blank_text(text))
}

fn hold<'a>(value: &Value<'a>) -> Held<'a> {
    let label = |text, kind| Held::Label { text, heading: OnceCell::new(), kind };
    match value {
        Value::Text(text) => label(Cow::Borrowed(text), OnceCell::new()),
        Value::Number { value, .. } => {
            let text = value.normalize().to_string();
            // A bare year may head a column.
            if crate::vocabulary::Year::parse(&text).is_some_and(|year| year.0 <= 2100) {
                label(Cow::Owned(text), OnceCell::from(CellKind::Number))
            } else {
                Held::Figure(CellKind::Number)
            }
        }
        Value::Overflow(_) => Held::Figure(CellKind::Number),
        Value::Date { .. } => Held::Figure(CellKind::Date),
        Value::Bool(_) | Value::Error(_) | Value::NoResult => Held::Figure(CellKind::Text),
    }
}

/// The sheet's merged regions by their first cell.
#[derive(Default)]
pub(crate) struct Merges {
    by_first: BTreeMap<CellAddress, Merge>,
}

impl Merges {
    pub fn of(sheet: &Sheet) -> Self {
        let merges = sheet
            .merges
            .iter()
            .flatten()
            .filter(|merge| merge.last.row >= merge.first.row && merge.last.column >= merge.first.column);
        Self { by_first: merges.map(|merge| (merge.first, *merge)).collect() }
    }

    pub fn starting_at(&self, at: CellAddress) -> Option<&Merge> {
        self.by_first.get(&at)
    }
}
