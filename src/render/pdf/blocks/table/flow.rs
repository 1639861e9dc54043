//! A table set: its cells' strips on their grid, not yet on pages.

use crate::render::pdf::placed::Strip;

/// A table ready to be put on pages.
#[derive(Clone, PartialEq, Debug)]
pub struct TableFlow {
    /// Room above it.
    pub before: f32,
    /// Its last row stays with what follows.
    pub keep: bool,
    /// Where the columns begin, and where the last one ends.
    pub edges: Vec<f32>,
    pub cells: Vec<CellFlow>,
    /// The least height of each row.
    pub heights: Vec<f32>,
    pub header_rows: usize,
    pub ruled: bool,
    /// Above and below a cell's text.
    pub padding: f32,
}

/// A cell on the grid.
#[derive(Clone, PartialEq, Debug)]
pub struct CellFlow {
    pub row: usize,
    pub rows: usize,
    pub column: usize,
    pub columns: usize,
    pub strips: Vec<Strip>,
    pub middle: bool,
}
