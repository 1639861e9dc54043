//! Where the pages of a table of wrapped rows end: left to themselves programs leave a block's title at a page's foot.

use super::height::ONE_LINE;
use super::print::Print;
use crate::document::{DataSheet, RowStyle};
use crate::render::xlsx::sheets::layout::Headed;
use crate::render::xlsx::sheets::part::Chunk;
use crate::render::xlsx::write::paginate::Pages;
use std::collections::BTreeMap;

/// How much more than other pages these are trusted to hold: the heights of all their rows are given.
const SURER: f32 = 1.03;
/// Excel has room for no more breaks.
const MOST: usize = 1023;
/// A row goes to the next page rather than be divided, unless it takes this share of one.
const WHOLE: f32 = 0.9;

impl Print {
    /// The sheet rows (from 0) that begin pages, by the heights that rows were given; none for a sheet without titles among its rows.
    pub fn breaks(&self, data: &DataSheet, heights: &BTreeMap<u32, f32>) -> Vec<u32> {
        let is_title = |row: u32| {
            let index = row.checked_sub(data.first_data_row());
            index.and_then(|index| data.rows.get(index as usize)).is_some_and(|row| row.style == RowStyle::Section)
        };
        let (first, end) = (data.first_data_row(), data.first_data_row() + data.rows.len() as u32);
        if heights.is_empty() || !(first..end).any(is_title) {
            return Vec::new();
        }
        let heading = data.heading_row();
        let high: Vec<f32> = (0..end).map(|row| heights.get(&row).copied().unwrap_or(ONE_LINE)).collect();
        let row = |row: u32| Chunk { row, end: row + 1, room: false, signed: false, keep: is_title(row), whole: WHOLE };
        // The headings stay with the first row below them.
        let chunks: Vec<Chunk> =
            std::iter::once(Chunk { row: heading, keep: true, ..row(heading) }).chain((first..end).map(row)).collect();
        let tables = [Headed { first: heading, last: heading, until: end }];
        let mut breaks =
            Pages { heights: &high, room: self.page_height() * SURER, tables: &tables, seams: &[] }.breaks(&chunks, &[]);
        breaks.truncate(MOST);
        breaks
    }
}

#[cfg(test)]
mod tests {
    use super::super::print::plan;
    use super::*;
    use crate::document::{DataColumn, DataRow, PageSetup};

    #[test]
    fn a_title_stands_on_the_page_of_the_row_below_it() {
        let row = |style| DataRow { style, cells: Vec::new() };
        let mut rows: Vec<DataRow> = (0..60).map(|_| row(RowStyle::Plain)).collect();
        let column = DataColumn { width: 30.0, ..DataColumn::default() };
        let sheet = |rows: Vec<DataRow>| DataSheet { columns: vec![column.clone()], rows, ..DataSheet::default() };
        let breaks = |rows: Vec<DataRow>| {
            let data = sheet(rows);
            let heights = (0..=data.rows.len() as u32).map(|row| (row, 20.0)).collect();
            plan(&data, &PageSetup::plain(210.0, 297.0)).breaks(&data, &heights)
        };
        assert_eq!(breaks(rows.clone()), Vec::<u32>::new());
        rows[0].style = RowStyle::Section;
        let full = breaks(rows.clone())[0];
        // The last row of the first page becomes a title (the headings stand over all): it begins the next.
        rows[full as usize - 2].style = RowStyle::Section;
        assert_eq!(breaks(rows.clone())[0], full - 1);
        // Two titles, one below the other, stay together.
        rows[full as usize - 3].style = RowStyle::Section;
        assert_eq!(breaks(rows)[0], full - 2);
    }
}
