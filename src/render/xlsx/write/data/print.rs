//! How data sheets are printed: as wide as the page, the columns that figures
//! rest on first, further ones on pages of their own beside the rows' names.
//! More columns than can be read on one page's width are parted alike.
//! Each such group is an area of the print, for manual breaks and a fit to the
//! page's width exclude each other in Excel.

use super::groups::{Columns, MOST_STRETCH, room, stretch};
use crate::document::{Calculated, DataCell, DataSheet, Group, PageSetup, RowStyle};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::measure::POINTS_PER_PIXEL;
use crate::render::xlsx::number;
use crate::vocabulary::CellAddress;
use rust_xlsxwriter::Worksheet;
use std::ops::Range;

/// How much smaller than on the screen a sheet without a table may be printed rather than on paper held sideways.
const LEAST_SCALE: f32 = 0.74;
/// The same of a blank sheet, which is also filled in by hand: letters of 8 points.
const BLANK_SCALE: f32 = 0.8;
const SURE: f32 = 0.94;

/// A data sheet's pages.
pub struct Print {
    /// The paper, held as it is printed.
    pub page: PageSetup,
    /// Of each column, in pixels.
    pub widths: Vec<f32>,
    /// The columns of each group of pages.
    areas: Vec<Range<usize>>,
    /// Of a blank sheet, whose rows are yet to be typed: how much smaller it is printed, in hundredths.
    scale: Option<u16>,
}

/// How the sheet is printed on this paper.
pub fn plan(data: &DataSheet, page: &PageSetup) -> Print {
    let words = |column: usize| noted(data, column).map_or(0.0, |letters| letters.min(MOST_NOTED) as f32 * 0.95 + 3.0);
    let widths = data.columns.iter().enumerate().map(|(at, column)| pixels(column.width.max(words(at)).max(held(data, at))));
    let widths: Vec<f32> = widths.collect();
    let of = |group: Group| data.columns.iter().position(|column| column.group == group);
    let end = of(Group::Helper).unwrap_or(widths.len());
    let further = of(Group::Further).unwrap_or(end).min(end);
    let first: f32 = widths[..further].iter().sum();
    // Reports are held as the page is; data upright where that gives them room enough.
    let (short, long) = (page.width.min(page.height), page.width.max(page.height));
    let upright = PageSetup { width: short, height: long, ..page.clone() };
    let sideways = PageSetup { width: long, height: short, ..page.clone() };
    if data.table.is_none() && data.columns.iter().any(|column| column.typed.is_some()) {
        return blank(widths, usize::from(data.frozen_columns), sideways);
    }
    if data.table.is_none() {
        let page = if first * LEAST_SCALE <= room(&upright).0 { upright } else { sideways };
        return Print { page, widths, areas: std::iter::once(0..end).collect(), scale: None };
    }
    let named = usize::from(data.frozen_columns).min(further);
    let columns = Columns { widths: &widths, named, further: further..end };
    let rows = data.row_count() as f32;
    let [upright, sideways] = [upright, sideways].map(|page| {
        let (groups, pages) = columns.on(&page, rows);
        (pages, groups, page)
    });
    let (_, areas, page) = if upright.0 <= sideways.0 { upright } else { sideways };
    // The widest group says how small all are printed: the others are stretched towards it.
    let widest = columns.widest(&areas).max(room(&page).0);
    let mut stretched = widths.clone();
    // What stands on every page would make every group wider.
    let kept = if areas.len() > 1 { named } else { 0 };
    let beside = widths[..kept].iter().sum::<f32>();
    for area in &areas {
        // A column of its own is not made too wide for the page (see [`Columns::on`]).
        let most = if areas.len() > 1 && columns.is_lone(area) { room(&page).0 } else { widest };
        let whole = (columns.width(area) * MOST_STRETCH).min(most);
        stretch(&mut stretched[area.start.max(kept)..area.end], whole - beside);
    }
    Print { page, widths: stretched, areas, scale: None }
}

/// A blank sheet, its columns on as many pages side by side as letters need that can be read. How many rows it will have is not
/// known: it has no area of print, and pages end where it says.
fn blank(widths: Vec<f32>, named: usize, page: PageSetup) -> Print {
    let (wide, _) = room(&page);
    let further = widths.len()..widths.len();
    let columns = Columns { widths: &widths, named: named.min(widths.len()), further };
    let areas = columns.balanced(wide / BLANK_SCALE);
    let scale = (wide / columns.widest(&areas)).min(1.0);
    // Programs print columns a little wider or narrower than they are given: none may fall off.
    Print { page, areas, scale: Some(((scale * 100.0 * SURE).floor() as u16).max(10)), widths }
}

/// The most letters of a held cell that a column is made wider for.
const MOST_HELD: usize = 48;

/// The width, in characters, that a column's numbers need in the rows that are held (those above a table, and those of a sheet
/// of formulas): a number does not go on to a further line. What its formulas say in words needs it where nothing is wrapped.
fn held(data: &DataSheet, column: usize) -> f32 {
    let is_wrapped = data.columns[column].wrap;
    let letters = |cell: &DataCell| match cell {
        DataCell::Number { value, format } => number::letters(*format, *value),
        DataCell::Formula { result: Calculated::Number(value), format, .. }
        | DataCell::Input { value: Calculated::Number(value), format } => number::letters(*format, *value),
        DataCell::Formula { result: Calculated::Text(text), .. } | DataCell::Choice { text, .. } if !is_wrapped => {
            text.chars().count()
        }
        _ => 0,
    };
    let cells = data.above.iter().chain(&data.rows).filter_map(|row| row.cells.get(column));
    let most = cells.map(letters).max().unwrap_or(0);
    if most == 0 { 0.0 } else { most.min(MOST_HELD) as f32 + 2.5 }
}

/// A word of a note over the headings that is longer than this is cut, in letters.
const MOST_NOTED: usize = 14;

/// How many letters the longest word has that stands over a column's heading in small letters.
fn noted(data: &DataSheet, column: usize) -> Option<usize> {
    let notes = data.above.iter().filter(|row| row.style == RowStyle::Note && data.table.is_some());
    let texts = notes.filter_map(|row| if let Some(DataCell::Text(text)) = row.cells.get(column) { Some(text) } else { None });
    texts.flat_map(|text| text.split_whitespace()).map(|word| word.chars().count()).max()
}

impl Print {
    /// How high the rows of a page are together, in points of the sheet.
    pub fn page_height(&self) -> f32 {
        let (wide, high) = room(&self.page);
        let widths = self.areas.iter().map(|area| self.widths[area.clone()].iter().sum::<f32>());
        let scale = (wide / widths.fold(1.0, f32::max)).min(1.0);
        high * POINTS_PER_PIXEL / scale
    }

    /// The print's area, from its first column to its last; the paper is set before. That of a table is [`Print::areas`].
    pub fn set(&self, sheet: &mut Worksheet, data: &DataSheet) -> Result<(), RenderError> {
        let at = RenderError::at(&data.name);
        if let Some(scale) = self.scale {
            sheet.set_print_scale(scale);
            if self.areas.len() > 1 {
                sheet.set_repeat_columns(0, data.frozen_columns.max(1) - 1).map_err(&at)?;
                let breaks: Vec<u32> = self.areas.iter().skip(1).map(|area| area.start as u32).collect();
                sheet.set_vertical_page_breaks(&breaks).map_err(&at)?;
            }
            return Ok(());
        }
        let end = self.areas.last().map_or(1, |area| area.end.max(1));
        sheet.set_print_area(0, 0, last_row(data), end as u16 - 1).map_err(&at)?;
        if self.areas.len() > 1 {
            sheet.set_repeat_columns(0, data.frozen_columns.max(1) - 1).map_err(&at)?;
        }
        Ok(())
    }

    /// The columns that a line of the title may go over, so that it is printed whole: what stands in the columns that name the
    /// rows stands over each group.
    pub fn title(&self, data: &DataSheet, line: usize) -> Range<usize> {
        let first = self.areas.first().map_or(0, |area| area.end);
        let named = usize::from(data.frozen_columns).min(first);
        match (self.areas.len() > 1, self.scale.is_some() || line == 0) {
            (false, _) => 0..first,
            (true, true) => 0..named,
            (true, false) => named..first,
        }
    }

    /// The print area's formula of a table, for which the writer has no word: whole columns, of which programs print as many rows
    /// as there are, those too that are typed below the last. None where there is a fixed area.
    pub fn areas(&self, data: &DataSheet, sheet: &str) -> Option<String> {
        let sheet = sheet.replace('\'', "''");
        let column = |at: usize| CellAddress::column_letters(at as u32);
        // Rows from the first to the last are whole columns; written without rows not every reader knows them.
        let last = CellAddress::MAX_ROWS;
        let area = |area: &Range<usize>| format!("'{sheet}'!${}$1:${}${last}", column(area.start), column(area.end.max(1) - 1));
        (data.table.is_some() && self.scale.is_none()).then(|| self.areas.iter().map(area).collect::<Vec<_>>().join(","))
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
    use super::super::groups::DATA_SCALE;
    use super::*;
    use crate::document::{CellFormat, DataColumn, DataRow};
    use rust_decimal::Decimal;

    fn sheet(further: usize, width: f32) -> DataSheet {
        let column = |group, width| DataColumn { group, width, ..DataColumn::default() };
        let mut columns = vec![column(Group::Identity, 9.0), column(Group::Identity, 25.0), column(Group::Used, 40.0)];
        columns.extend((0..further).map(|_| column(Group::Further, width)));
        columns.push(column(Group::Helper, 60.0));
        let rows = (0..500).map(|_| DataRow { style: RowStyle::Plain, cells: Vec::new() }).collect();
        DataSheet { columns, rows, table: Some("data".to_owned()), frozen_columns: 2, ..DataSheet::default() }
    }

    #[test]
    fn further_columns_stand_side_by_side() {
        let page = PageSetup::plain(330.0, 215.0);
        let all = |further, width| {
            let print = plan(&sheet(further, width), &page);
            // Each column once and in order, the helper in none.
            assert_eq!(print.areas.iter().cloned().flatten().collect::<Vec<_>>(), (0..3 + further).collect::<Vec<_>>());
            print.areas.len()
        };
        // A few find room beside those that figures rest on.
        assert_eq!((all(0, 12.0), all(4, 12.0)), (1, 1));
        assert!((2..=4).contains(&all(20, 12.0)));
        // Of columns wider than a page none stands by itself: it would be cut off.
        assert_eq!(all(2, 250.0), 1);
    }

    #[test]
    fn no_column_by_itself_is_too_wide_for_its_page() {
        for (page, wide) in [(PageSetup::plain(215.0, 330.0), 50.0), (PageSetup::plain(330.0, 215.0), 90.0)] {
            for at in 3..12 {
                let mut data = sheet(9, 22.0);
                data.columns[at.min(11)].width = wide;
                let print = plan(&data, &page);
                let room = room(&print.page).0;
                for area in print.areas.iter().filter(|area| area.end - area.start.max(2) == 1 && print.areas.len() > 1) {
                    let width: f32 = print.widths[..2].iter().chain(&print.widths[area.start.max(2)..area.end]).sum();
                    assert!(width <= room, "{at}: {area:?} of {:?}", print.areas);
                }
                assert_eq!(print.areas.iter().cloned().flatten().collect::<Vec<_>>(), (0..12).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn rows_typed_below_the_last_are_printed_and_helpers_are_not() {
        let page = PageSetup::plain(330.0, 215.0);
        let data = sheet(4, 12.0);
        assert_eq!(plan(&data, &page).areas(&data, "umkm 2021").unwrap(), "'umkm 2021'!$A$1:$G$1048576");
        let wide = sheet(20, 12.0);
        let areas = plan(&wide, &page).areas(&wide, "o'n").unwrap();
        assert!(areas.starts_with("'o''n'!$A$1:$") && areas.contains(",'o''n'!$") && areas.ends_with(":$W$1048576"), "{areas}");
        // Without a table nothing grows.
        let still = DataSheet { table: None, ..data };
        assert_eq!(plan(&still, &page).areas(&still, "Bacaan"), None);
    }

    #[test]
    fn a_title_that_every_group_says_again_stands_over_the_rows_names() {
        let page = PageSetup::plain(330.0, 215.0);
        let title = |data: &DataSheet, line| plan(data, &page).title(data, line);
        let (one, several) = (sheet(4, 12.0), sheet(20, 12.0));
        assert_eq!((title(&one, 0), title(&one, 1)), (0..7, 0..7));
        assert_eq!(title(&several, 0), 0..2);
        assert!(title(&several, 1).start == 2 && title(&several, 1).end > 2);
    }

    /// How much smaller than on the screen the widest of a sheet's groups is printed.
    fn scale(print: &Print, named: usize) -> f32 {
        let width = |range: Range<usize>| print.widths[range].iter().sum::<f32>();
        let wide = print.areas.iter().map(|area| width(0..named) + width(area.start.max(named)..area.end)).fold(0.0, f32::max);
        room(&print.page).0 / wide
    }

    #[test]
    fn no_group_is_wider_than_the_page_at_the_least_scale() {
        let page = PageSetup::plain(330.0, 215.0);
        let print = plan(&sheet(30, 14.0), &page);
        assert!(scale(&print, 2) >= DATA_SCALE - 0.001, "{}", scale(&print, 2));
    }

    #[test]
    fn a_blank_sheet_is_printed_on_pages_side_by_side_that_can_be_read() {
        let typed = Some((crate::document::Typed::Amount, String::new()));
        let column = DataColumn { width: 16.0, typed, ..DataColumn::default() };
        let rows = vec![DataRow { style: RowStyle::Example, cells: Vec::new() }];
        let sheet = |columns: usize| DataSheet {
            columns: vec![column.clone(); columns],
            rows: rows.clone(),
            frozen_columns: 2,
            ..DataSheet::default()
        };
        let page = PageSetup::plain(330.0, 215.0);
        let (few, many) = (plan(&sheet(6), &page), plan(&sheet(23), &page));
        assert_eq!((few.areas.len(), few.scale), (1, Some(94)));
        assert!(many.areas.len() > 1 && many.scale.is_some_and(|scale| scale >= 70), "{:?}", many.scale);
        assert!(scale(&many, 2) * 100.0 > f32::from(many.scale.unwrap()));
        assert_eq!(many.areas.iter().cloned().flatten().collect::<Vec<_>>(), (0..23).collect::<Vec<_>>());
        // Rows that are typed later belong to the print.
        assert_eq!(many.areas(&sheet(23), "d"), None);
    }

    #[test]
    fn a_word_over_the_headings_is_whole() {
        let mut data = sheet(1, 12.0);
        let width = |data: &DataSheet| plan(data, &PageSetup::plain(330.0, 215.0)).widths[0];
        let plain = width(&data);
        let cells = vec![DataCell::Text("penghubung antartahun".to_owned())];
        data.above = vec![DataRow { style: RowStyle::Note, cells }];
        assert!(width(&data) >= pixels(12.0) && plain < pixels(12.0));
    }

    #[test]
    fn a_number_above_the_table_is_shown_whole_however_long() {
        let mut data = sheet(1, 12.0);
        let width = |data: &DataSheet| plan(data, &PageSetup::plain(330.0, 215.0)).widths[0];
        let value = Decimal::new(-1_234_567_890_123_456, 2);
        let cells = vec![DataCell::Formula {
            formula: "SUM(x)".to_owned(),
            result: Calculated::Number(value),
            format: CellFormat::Decimals(2),
        }];
        data.above = vec![DataRow { style: RowStyle::Plain, cells }];
        assert_eq!("-12.345.678.901.234,56".len(), number::letters(CellFormat::Decimals(2), value));
        assert!(width(&data) >= pixels(24.0), "{}", width(&data));
    }

    #[test]
    fn columns_that_figures_rest_on_are_parted_where_they_could_not_be_read() {
        for (page, used) in
            [(PageSetup::plain(330.0, 215.0), 15), (PageSetup::plain(210.0, 297.0), 10), (PageSetup::plain(330.0, 215.0), 60)]
        {
            let mut data = sheet(3, 12.0);
            let more = (0..used).map(|_| DataColumn { group: Group::Used, width: 19.0, ..DataColumn::default() });
            data.columns.splice(2..2, more);
            data.above = vec![DataRow { style: RowStyle::Plain, cells: Vec::new() }];
            let print = plan(&data, &page);
            assert!(print.areas.len() > 1, "{used}: {:?}", print.areas);
            assert!(scale(&print, 2) >= DATA_SCALE - 0.001, "{used}: {}", scale(&print, 2));
            // Each column once and in order.
            assert_eq!(print.areas.iter().cloned().flatten().collect::<Vec<_>>(), (0..used + 6).collect::<Vec<_>>());
        }
        // As many as can be read on one page's width stay on it.
        assert_eq!(plan(&sheet(0, 12.0), &PageSetup::plain(210.0, 297.0)).areas, std::iter::once(0..3).collect::<Vec<_>>());
    }
}
