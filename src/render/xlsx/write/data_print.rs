//! How data sheets are printed: as wide as the page, the columns that figures
//! rest on first, further ones on pages of their own beside the rows' names.
//! Each such group is an area of the print, for manual breaks and a fit to the
//! page's width exclude each other in Excel.

use crate::document::{DataSheet, Group, PageSetup};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::measure::POINTS_PER_PIXEL;
use crate::vocabulary::CellAddress;
use rust_xlsxwriter::Worksheet;

/// How much smaller than on the screen data may be printed rather than on paper held sideways.
const LEAST_SCALE: f32 = 0.74;
/// How much wider than they need columns are made to fill the page.
const MOST_STRETCH: f32 = 1.6;

/// A data sheet's pages.
pub struct Print {
    /// The paper, held as it is printed.
    pub page: PageSetup,
    /// Of each column, in pixels.
    pub widths: Vec<f32>,
    /// The first column of each group of pages, and one after the last.
    areas: Vec<(usize, usize)>,
}

/// How the sheet is printed on this paper.
pub fn plan(data: &DataSheet, page: &PageSetup) -> Print {
    let mut widths: Vec<f32> = data.columns.iter().map(|column| pixels(column.width)).collect();
    let of = |group: Group| data.columns.iter().position(|column| column.group == group);
    let end = of(Group::Helper).unwrap_or(widths.len());
    let further = of(Group::Further).unwrap_or(end).min(end);
    let first: f32 = widths[..further].iter().sum();
    // Reports are held as the page is; data upright where that gives them room enough.
    let (short, long) = (page.width.min(page.height), page.width.max(page.height));
    let room = |width: f32| ((width - page.left - page.right) / 25.4 * 72.0 / POINTS_PER_PIXEL).max(100.0);
    let upright = first * LEAST_SCALE <= room(short);
    let page = match upright {
        true => PageSetup { width: short, height: long, ..page.clone() },
        false => PageSetup { width: long, height: short, ..page.clone() },
    };
    if data.table.is_none() {
        return Print { page, widths, areas: vec![(0, end)] };
    }
    // The widest group says how small all are printed: none is wider than the first or the page.
    let room = room(page.width).max(first);
    stretch(&mut widths[..further], room);
    let named: f32 = widths.iter().take(usize::from(data.frozen_columns)).sum();
    let mut areas = vec![(0, further)];
    let mut start = further;
    while start < end {
        let (mut filled, mut next) = (named, start);
        while next < end && (next == start || filled + widths[next] <= room) {
            filled += widths[next];
            next += 1;
        }
        stretch(&mut widths[start..next], room - named);
        areas.push((start, next));
        start = next;
    }
    Print { page, widths, areas }
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
        let end = self.areas.last().map_or(1, |(_, end)| (*end).max(1));
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
        let area = |(first, end): &(usize, usize)| {
            // The title and the control totals stand over the first area alone.
            let top = if *first == 0 { 1 } else { data.heading_row() + 1 };
            format!("'{sheet}'!${}${top}:${}${}", column(*first), column((*end).max(1) - 1), last_row(data) + 1)
        };
        (self.areas.len() > 1).then(|| self.areas.iter().map(area).collect::<Vec<_>>().join(","))
    }
}

/// The sheet row (from 0) of the last row of data.
fn last_row(data: &DataSheet) -> u32 {
    data.heading_row().saturating_add(data.rows.len() as u32)
}

/// The width of a column in pixels: seven a character, and five beside them.
fn pixels(width: f32) -> f32 {
    let width = if width.is_finite() { width.clamp(1.0, 255.0) } else { 10.0 };
    width * 7.0 + 5.0
}
