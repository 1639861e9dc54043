//! Cells merged downwards: what stands in the first holds for all of them.

use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Sheet};
use std::collections::BTreeMap;

/// The downward merges of a sheet, by column.
pub(crate) struct Merged {
    /// First row, last row and the cell that holds the value, sorted by first row.
    by_column: BTreeMap<u32, Vec<(u32, u32, CellAddress)>>,
}

impl Merged {
    /// The merges below the headings that span rows, for the given columns.
    pub(crate) fn below(sheet: &Sheet, header_last: u32, columns: &[u32]) -> Self {
        let mut by_column: BTreeMap<u32, Vec<(u32, u32, CellAddress)>> = BTreeMap::new();
        let downwards =
            sheet.merges.iter().flatten().filter(|merge| merge.first.row > header_last && merge.last.row > merge.first.row);
        for merge in downwards {
            for column in columns.iter().filter(|column| (merge.first.column..=merge.last.column).contains(column)) {
                by_column.entry(*column).or_default().push((merge.first.row, merge.last.row, merge.first));
            }
        }
        for merges in by_column.values_mut() {
            merges.sort_unstable();
        }
        Self { by_column }
    }

    /// The cell at an address, or the one that a merge over it holds.
    pub(crate) fn cell<'s>(&self, sheet: &'s Sheet, at: CellAddress) -> Option<Cell<'s>> {
        let own = sheet.cell(at);
        if own.is_some() || self.by_column.is_empty() {
            return own;
        }
        sheet.cell(self.holder(at)?)
    }

    /// The cell that holds what a merge over an address shows.
    pub(crate) fn holder(&self, at: CellAddress) -> Option<CellAddress> {
        let merges = self.by_column.get(&at.column)?;
        let before = merges.partition_point(|(first, _, _)| *first <= at.row);
        let (_, last, holder) = merges.get(before.checked_sub(1)?)?;
        (at.row <= *last).then_some(*holder)
    }
}
