//! Values in rows and columns, as an array formula works them out.

use super::value::{Halt, Val};

/// Values in rows and columns, row by row; error values stand among them.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Grid {
    pub rows: u32,
    pub columns: u32,
    pub cells: Vec<Val>,
}

impl Grid {
    pub fn single(value: Val) -> Self {
        Self { rows: 1, columns: 1, cells: vec![value] }
    }

    pub fn is_single(&self) -> bool {
        (self.rows, self.columns) == (1, 1)
    }

    /// What stands there; a single row or column is the same for all others.
    pub fn at(&self, row: u32, column: u32) -> Val {
        let (row, column) = (if self.rows == 1 { 0 } else { row }, if self.columns == 1 { 0 } else { column });
        let is_within = row < self.rows && column < self.columns;
        let index = row as usize * self.columns as usize + column as usize;
        self.cells.get(index).filter(|_| is_within).cloned().unwrap_or_else(|| Val::error("#N/A"))
    }

    /// The values; an error among them is the error of all.
    pub fn values(&self) -> impl Iterator<Item = Result<Val, Halt>> + '_ {
        self.cells.iter().map(|value| match value {
            Val::Error(name) => Err(Halt::Error(name.clone())),
            value => Ok(value.clone()),
        })
    }
}
