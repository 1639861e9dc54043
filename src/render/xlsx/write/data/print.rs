//! How data sheets are printed: as wide as the page, the columns that figures
//! rest on first, further ones on pages of their own beside the rows' names.
//! Each such group is an area of the print, for manual breaks and a fit to the
//! page's width exclude each other in Excel.

use crate::document::{DataSheet, Group, PageSetup};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::measure::POINTS_PER_PIXEL;
use crate::vocabulary::CellAddress;
use rust_xlsxwriter::Worksheet;
use std::ops::Range;

/// How much smaller than on the screen a sheet without a table may be printed rather than on paper held sideways.
const LEAST_SCALE: f32 = 0.74;
/// How much smaller than on the screen data are printed, so that fewer pages hold them: letters of 6.6 points.
const DATA_SCALE: f32 = 0.66;
/// How much wider than they need columns are made to fill the page.
const MOST_STRETCH: f32 = 1.6;
/// The height of a row of one line, in points.
const ROW: f32 = 13.0;

/// A data sheet's pages.
pub struct Print {
    /// The paper, held as it is printed.
    pub page: PageSetup,
    /// Of each column, in pixels.
    pub widths: Vec<f32>,
    /// The first column of each group of pages, and one after the last.
    areas: Vec<Range<usize>>,
}

/// How the sheet is printed on this paper.
pub fn plan(data: &DataSheet, page: &PageSetup) -> Print {
    let widths: Vec<f32> = data.columns.iter().map(|column| pixels(column.width)).collect();
    let of = |group: Group| data.columns.iter().position(|column| column.group == group);
    let end = of(Group::Helper).unwrap_or(widths.len());
    let further = of(Group::Further).unwrap_or(end).min(end);
    let first: f32 = widths[..further].iter().sum();
    // Reports are held as the page is; data upright where that gives them room enough.
    let (short, long) = (page.width.min(page.height), page.width.max(page.height));
    let upright = PageSetup { width: short, height: long, ..page.clone() };
    let sideways = PageSetup { width: long, height: short, ..page.clone() };
    if data.table.is_none() {
        let page = if first * LEAST_SCALE <= room(&upright).0 { upright } else { sideways };
        return Print { page, widths, areas: std::iter::once(0..end).collect() };
    }
    let columns = Columns { widths: &widths, named: usize::from(data.frozen_columns), further: further..end };
    let rows = data.row_count() as f32;
    let [upright, sideways] = [upright, sideways].map(|page| {
        let (groups, pages) = columns.on(&page, rows);
        (pages, groups, page)
    });
    let (_, groups, page) = if upright.0 <= sideways.0 { upright } else { sideways };
    // The widest group says how small all are printed: the others are stretched towards it.
    let widest = columns.widest(&groups).max(first).max(room(&page).0);
    let mut stretched = widths.clone();
    stretch(&mut stretched[..further], widest);
    let named: f32 = stretched.iter().take(columns.named).sum();
    for group in &groups {
        stretch(&mut stretched[group.clone()], widest - named);
    }
    let areas = std::iter::once(0..further).chain(groups).collect();
    Print { page, widths: stretched, areas }
}

/// The width and the height of a page between its margins, in pixels of the sheet.
fn room(page: &PageSetup) -> (f32, f32) {
    let pixels = |millimetres: f32| (millimetres / 25.4 * 72.0 / POINTS_PER_PIXEL).max(100.0);
    (pixels(page.width - page.left - page.right), pixels(page.height - page.top - page.bottom))
}

/// A table's columns, each as wide as it needs, in pixels.
struct Columns<'a> {
    widths: &'a [f32],
    /// So many of the first columns name the rows, on every page.
    named: usize,
    further: Range<usize>,
}

impl Columns<'_> {
    fn width(&self, group: &Range<usize>) -> f32 {
        self.widths.iter().take(self.named).chain(&self.widths[group.clone()]).sum()
    }

    fn widest(&self, groups: &[Range<usize>]) -> f32 {
        groups.iter().map(|group| self.width(group)).fold(0.0, f32::max)
    }

    /// The further columns in as few groups as the page has room for, about equally
    /// wide, and how many pages all groups take.
    fn on(&self, page: &PageSetup, rows: f32) -> (Vec<Range<usize>>, f32) {
        let (wide, high) = room(page);
        let first: f32 = self.widths[..self.further.start].iter().sum();
        let mut groups = self.groups(first.max(wide / DATA_SCALE));

        // The same number of groups may do with less: all is then printed larger.
        let limit = loop {
            let widest = self.widest(&groups);
            let narrower = self.groups(widest - 1.0);
            if widest <= first || narrower.len() > groups.len() || self.widest(&narrower) >= widest {
                break widest.max(first);
            }
            groups = narrower;
        };
        // Some programs print each group as large as the page lets it be.
        let pages_of = |width: f32| {
            let scale = (wide / (width * MOST_STRETCH).min(limit)).min(1.0);
            // Beyond what can be read no page is saved.
            let illegible = if scale < DATA_SCALE { DATA_SCALE / scale } else { 1.0 };
            (rows * ROW / POINTS_PER_PIXEL * scale / high).ceil().max(1.0) * illegible
        };
        let pages = pages_of(first) + groups.iter().map(|group| pages_of(self.width(group))).sum::<f32>();
        (groups, pages)
    }

    /// The further columns in groups of at most this width; one column at least in each.
    fn groups(&self, limit: f32) -> Vec<Range<usize>> {
        let mut groups = Vec::new();
        let mut start = self.further.start;
        while start < self.further.end {
            let mut next = start + 1;
            while next < self.further.end && self.width(&(start..next + 1)) <= limit {
                next += 1;
            }
            groups.push(start..next);
            start = next;
        }
        groups
    }
}

/// Makes columns wider, all alike, until they fill the room.
fn stretch(widths: &mut [f32], room: f32) {
    let total: f32 = widths.iter().sum();
    let factor = (room / total.max(1.0)).clamp(1.0, MOST_STRETCH);
    widths.iter_mut().for_each(|width| *width = (*width * factor).floor());
}

impl Print {
    /// The print's area, from its first column to its last; the paper is set before.
    pub fn set(&self, sheet: &mut Worksheet, data: &DataSheet) -> Result<(), RenderError> {
        let at = RenderError::at(&data.name);
        let end = self.areas.last().map_or(1, |area| area.end.max(1));
        sheet.set_print_area(0, 0, last_row(data), end as u16 - 1).map_err(&at)?;
        if self.areas.len() > 1 {
            sheet.set_repeat_columns(0, data.frozen_columns.max(1) - 1).map_err(&at)?;
        }
        Ok(())
    }

    /// The areas as the print area's formula, for which the writer has no word; none where there is one.
    pub fn areas(&self, data: &DataSheet, sheet: &str) -> Option<String> {
        let sheet = sheet.replace('\'', "''");
        let column = |at: usize| CellAddress::column_letters(at as u32);
        let area = |area: &Range<usize>| {
            // The title and the control totals stand over the first area alone.
            let top = if area.start == 0 { 1 } else { data.heading_row() + 1 };
            format!("'{sheet}'!${}${top}:${}${}", column(area.start), column(area.end.max(1) - 1), last_row(data) + 1)
        };
        (self.areas.len() > 1).then(|| self.areas.iter().map(area).collect::<Vec<_>>().join(","))
    }
}

/// The sheet row (from 0) of the last row of data.
fn last_row(data: &DataSheet) -> u32 {
    data.heading_row().saturating_add(data.row_count() as u32)
}

/// The width of a column in pixels: seven a character, and five beside them.
fn pixels(width: f32) -> f32 {
    let width = if width.is_finite() { width.clamp(1.0, 255.0) } else { 10.0 };
    width * 7.0 + 5.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DataColumn, DataRow};

    fn sheet(further: usize, width: f32) -> DataSheet {
        let column = |group, width| DataColumn { group, width, ..DataColumn::default() };
        let mut columns = vec![column(Group::Identity, 9.0), column(Group::Identity, 25.0), column(Group::Used, 40.0)];
        columns.extend((0..further).map(|_| column(Group::Further, width)));
        columns.push(column(Group::Helper, 60.0));
        let rows = (0..500).map(|_| DataRow { style: crate::document::RowStyle::Plain, cells: Vec::new() }).collect();
        DataSheet { columns, rows, table: Some("data".to_owned()), frozen_columns: 2, ..DataSheet::default() }
    }

    #[test]
    fn further_columns_stand_side_by_side() {
        let page = PageSetup::plain(330.0, 215.0);
        let all = |further, width| {
            let print = plan(&sheet(further, width), &page);
            let own: Vec<Range<usize>> = print.areas[1..].to_vec();
            assert_eq!(print.areas[0], 0..3);
            // Each column once and in order, the helper in none.
            assert_eq!(own.iter().cloned().flatten().collect::<Vec<_>>(), (3..3 + further).collect::<Vec<_>>());
            own.len()
        };
        assert_eq!(all(4, 12.0), 1);
        assert!(all(20, 12.0) <= 3);
        // One column wider than a page is a group of its own.
        assert_eq!(all(2, 250.0), 2);
        assert_eq!(all(0, 12.0), 0);
    }

    #[test]
    fn no_group_is_wider_than_the_page_at_the_least_scale() {
        let page = PageSetup::plain(330.0, 215.0);
        let print = plan(&sheet(30, 14.0), &page);
        let named: f32 = print.widths[..2].iter().sum();
        for area in &print.areas {
            let own: f32 = print.widths[area.clone()].iter().sum();
            let wide = own + if area.start == 0 { 0.0 } else { named };
            assert!(wide * DATA_SCALE <= room(&print.page).0 * 1.1, "{area:?}: {wide}");
        }
    }
}
