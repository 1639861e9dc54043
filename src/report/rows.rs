//! The rows of a great data sheet, each made when it is asked for: held all at
//! once they are several times the table that they are made of.

use super::sheet::{DataRow, DataSheet};
use std::fmt::{Debug, Formatter};
use std::sync::Arc;

/// Sheets of more cells than this hold no rows: they are made, and written, one by one.
const MANY_CELLS: usize = 50_000;

/// Rows that are made again whenever they are read.
#[derive(Clone)]
pub struct MadeRows {
    count: usize,
    make: Arc<dyn Fn(usize) -> DataRow + Send + Sync>,
}

impl MadeRows {
    /// So many rows; `make` gives each by its place, from 0, and always the same.
    pub fn new(count: usize, make: impl Fn(usize) -> DataRow + Send + Sync + 'static) -> Self {
        Self { count, make: Arc::new(make) }
    }

    /// These rows, each changed so.
    pub fn each(self, change: fn(&mut DataRow)) -> Self {
        let Self { count, make } = self;
        Self::new(count, move |index| {
            let mut row = make(index);
            change(&mut row);
            row
        })
    }

    /// A row by its place, from 0.
    pub fn row(&self, index: usize) -> DataRow {
        (self.make)(index)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = DataRow> {
        (0..self.count).map(|index| (self.make)(index))
    }
}

impl PartialEq for MadeRows {
    fn eq(&self, other: &Self) -> bool {
        self.count == other.count && self.iter().eq(other.iter())
    }
}

impl Debug for MadeRows {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} rows", self.count)
    }
}

impl DataSheet {
    /// How many rows stand below the headings.
    pub fn row_count(&self) -> usize {
        self.made.as_ref().map_or(self.rows.len(), |made| made.count)
    }

    /// Whether so many rows of so many columns are made and written one by one.
    pub fn are_many(rows: usize, columns: usize) -> bool {
        rows.saturating_mul(columns) > MANY_CELLS
    }

    /// Whether the sheet is written row by row rather than held in memory.
    pub fn is_many(&self) -> bool {
        Self::are_many(self.row_count(), self.columns.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sheet::{DataCell, RowStyle};

    fn row(index: usize) -> DataRow {
        DataRow { style: RowStyle::Plain, cells: vec![DataCell::Text(format!("baris\u{200b} {index}"))] }
    }

    fn texts(sheet: &DataSheet) -> Vec<String> {
        let mut texts = Vec::new();
        sheet.each_text(&mut |text| texts.push(text.to_owned()));
        texts
    }

    #[test]
    fn made_rows_say_what_held_rows_do() {
        let held = DataSheet { table: Some("t".into()), rows: (0..3).map(row).collect(), ..DataSheet::default() };
        let made = DataSheet { rows: Vec::new(), made: Some(MadeRows::new(3, row)), ..held.clone() };
        assert_eq!((held.row_count(), made.row_count()), (3, 3));
        assert_eq!(texts(&held), texts(&made));
        let (held_masked, made_masked) = (held.clone().masked(), made.clone().masked());
        assert_ne!(texts(&made), texts(&made_masked), "the unseen letter is written out");
        assert_eq!(texts(&held_masked), texts(&made_masked));
        let other = DataSheet { made: Some(MadeRows::new(3, |index| row(index + 1))), ..made.clone() };
        assert!(made == made.clone() && made != other);
    }
}
