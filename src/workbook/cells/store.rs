//! All cells of a sheet.

use super::block::{Block, RowView};
use super::builder::Builder;
use super::shape::Shape;
use super::texts::Texts;
use crate::vocabulary::CellAddress;
use crate::workbook::sheet::Cell;
use std::fmt;
use std::sync::Arc;

/// The cells of a sheet that hold something, by row, then column, each address once.
#[derive(Clone, Default)]
pub struct Cells {
    shared: Arc<Texts>,
    blocks: Vec<Block>,
    /// The first row of each block, by which a row's block is found: those of a great sheet lie far apart.
    firsts: Vec<u32>,
    len: usize,
}

impl Cells {
    pub(super) fn of_blocks(shared: Arc<Texts>, blocks: Vec<Block>, len: usize) -> Self {
        let firsts = blocks.iter().map(Block::first_row).collect();
        Self { shared, blocks, firsts, len }
    }

    /// These cells, in whatever order they come; `None` where an address stands twice.
    pub(crate) fn build<'c>(cells: impl IntoIterator<Item = Cell<'c>>) -> Option<Self> {
        let mut builder = Builder::new(Arc::default());
        cells.into_iter().try_for_each(|cell| builder.push(&cell)).ok()?;
        builder.finish().ok()
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// All cells.
    pub fn iter(&self) -> impl Iterator<Item = Cell<'_>> {
        self.rows().flat_map(RowView::cells)
    }

    /// The rows that hold something.
    pub(crate) fn rows(&self) -> impl Iterator<Item = RowView<'_>> {
        self.blocks.iter().flat_map(move |block| (0..block.rows.len()).map(move |index| block.view(&self.shared, index)))
    }

    /// The rows that hold something, from this one on.
    pub(crate) fn rows_from(&self, row: u32) -> impl Iterator<Item = RowView<'_>> {
        let first = self.firsts.partition_point(|first| *first <= row).saturating_sub(1);
        self.blocks[first.min(self.blocks.len())..].iter().flat_map(move |block| {
            let start = block.rows.partition_point(|stored| stored.row < row);
            (start..block.rows.len()).map(move |index| block.view(&self.shared, index))
        })
    }

    /// A row, if it holds something.
    pub(crate) fn row(&self, row: u32) -> Option<RowView<'_>> {
        let block = &self.blocks[self.firsts.partition_point(|first| *first <= row).checked_sub(1)?];
        Some(block.view(&self.shared, block.find(row)?))
    }

    /// A column, to be asked row by row.
    pub(crate) fn column(&self, column: u32) -> ColumnView<'_> {
        ColumnView { cells: self, column, block: None }
    }

    /// The cell at an address, if it holds something.
    pub fn get(&self, at: CellAddress) -> Option<Cell<'_>> {
        self.row(at.row)?.cell(at.column)
    }

    /// The last cell.
    pub fn last(&self) -> Option<Cell<'_>> {
        let block = self.blocks.last()?;
        block.view(&self.shared, block.rows.len().checked_sub(1)?).cells().next_back()
    }

    /// Whether a column may hold formulas: whether rows of some shape do.
    pub(crate) fn may_hold_formulas(&self, column: u32) -> bool {
        self.blocks.iter().flat_map(|block| &block.shapes).any(|shape| shape.holds_formula(column))
    }

    /// Whether some cell is a formula's.
    pub(crate) fn hold_formulas(&self) -> bool {
        self.blocks.iter().flat_map(|block| &block.shapes).any(Shape::holds_formulas)
    }

    /// Takes the result of every formula away.
    pub(crate) fn forget_results(&mut self) {
        self.blocks.iter_mut().flat_map(|block| &mut block.shapes).for_each(Shape::forget_results);
    }

    /// The first and the last column that hold something.
    pub fn columns(&self) -> Option<(u32, u32)> {
        let shapes = self.blocks.iter().flat_map(|block| &block.shapes);
        let ends = shapes.filter_map(|shape| Some((shape.slots.first()?.column(), shape.slots.last()?.column())));
        ends.reduce(|(first, last), (one, other)| (first.min(one), last.max(other)))
    }
}

/// A column of a sheet: of rows that are asked for one after another the block is sought once.
pub(crate) struct ColumnView<'a> {
    cells: &'a Cells,
    column: u32,
    /// Where the last row that was asked for stands.
    block: Option<&'a Block>,
}

impl<'a> ColumnView<'a> {
    /// The cell of a row, if it holds something.
    pub fn cell(&mut self, row: u32) -> Option<Cell<'a>> {
        let here = self.block.and_then(|block| Some((block, block.find(row)?)));
        let (block, index) = match here {
            Some(found) => found,
            None => {
                let block = &self.cells.blocks[self.cells.firsts.partition_point(|first| *first <= row).checked_sub(1)?];
                self.block = Some(block);
                (block, block.find(row)?)
            }
        };
        block.view(&self.cells.shared, index).cell(self.column)
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl PartialEq for Cells {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}
