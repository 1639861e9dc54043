//! How many cells a workbook may still have, and the cells of a sheet in order.

use super::failure::{Batas, Dibaca, Gagal};
use super::sheet::Cell;

/// The count of cells of one workbook against its limit.
pub(super) struct Budget {
    used: u64,
    limit: u64,
}

impl Budget {
    pub fn new(limit: u64) -> Self {
        Self { used: 0, limit }
    }

    /// Counts so many more cells.
    pub fn spend(&mut self, cells: u64) -> Dibaca<()> {
        self.used = self.used.saturating_add(cells);
        if self.used > self.limit {
            return Err(Gagal::TerlaluBesar { ukuran: self.used, batas: self.limit, apa: Batas::Sel });
        }
        Ok(())
    }
}

/// The cells by row, then column; an address that stands twice is damage,
/// since no one can say which of the two counts.
pub(super) fn in_order(mut cells: Vec<Cell>) -> Dibaca<Vec<Cell>> {
    if !cells.is_sorted_by_key(|cell| cell.at) {
        cells.sort_by_key(|cell| cell.at);
    }
    match cells.windows(2).find(|pair| pair[0].at == pair[1].at) {
        Some(pair) => Err(Gagal::rusak(format!("sel {} tertulis dua kali", pair[0].at))),
        None => Ok(cells),
    }
}

/// Numbers as sorted inclusive ranges that do not overlap.
pub(super) fn ranges(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    ranges.sort_unstable();
    let mut joined: Vec<(u32, u32)> = Vec::new();
    for (first, last) in ranges {
        match joined.last_mut() {
            Some(before) if first <= before.1.saturating_add(1) => before.1 = before.1.max(last),
            _ => joined.push((first, last)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_join() {
        assert_eq!(ranges(vec![(5, 6), (1, 2), (3, 3), (6, 9), (20, 20)]), [(1, 3), (5, 9), (20, 20)]);
    }
}
