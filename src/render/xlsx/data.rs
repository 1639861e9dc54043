//! Data sheets: titles, headings, typed cells, formulas with their results.

use super::error::RenderError;
use super::look::{DATA, Look, lettering};
use super::measure::Ruler;
use super::{number, paper};
use crate::document::{
    Align, Calculated, CellFormat, DataCell, DataRow, DataSheet, Inline, Orientation, PageSetup, RowStyle, Style,
};
use crate::vocabulary::{CellAddress, Tanggal};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Worksheet};
use std::collections::BTreeMap;

/// Excel reads formulas up to this length.
const LONGEST_FORMULA: usize = 8_192;

/// Sheets of more cells than this are written row by row to a file instead of held in memory.
pub const MANY_CELLS: usize = 50_000;

/// What makes one format differ from another.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    section: bool,
    total: bool,
    quiet: bool,
    code: Option<String>,
}

struct Writer<'a> {
    sheet: &'a mut Worksheet,
    name: &'a str,
    font: &'static str,
    formats: BTreeMap<Key, Format>,
}

/// Writes the sheet and its printing.
pub fn write(
    sheet: &mut Worksheet,
    data: &DataSheet,
    page: &PageSetup,
    font: &'static str,
    draf: bool,
) -> Result<(), RenderError> {
    let at = RenderError::at(&data.name);
    for (column, wanted) in data.columns.iter().enumerate() {
        let column = u16::try_from(column).map_err(|_| RenderError::SheetFull { sheet: data.name.clone() })?;
        let width = if wanted.width.is_finite() { wanted.width.clamp(1.0, 255.0) } else { 10.0 };
        sheet.set_column_width(column, width).map_err(&at)?;
    }
    // An empty text result is stored as such only this way.
    sheet.set_formula_result_default("");
    let mut writer = Writer { sheet, name: &data.name, font, formats: BTreeMap::new() };
    writer.head(data)?;
    for (index, row) in data.rows.iter().enumerate() {
        let row_number = u32::try_from(index).ok().and_then(|index| index.checked_add(data.first_data_row()));
        let row_number = row_number.ok_or_else(|| RenderError::SheetFull { sheet: data.name.clone() })?;
        writer.row(row_number, row, data)?;
    }

    let (heading, last_column) = (data.heading_row(), (data.columns.len().max(1) - 1) as u16);
    let last_row = heading.saturating_add(data.rows.len() as u32);
    // Reports are held as the page is, data mostly need its breadth.
    let wide = PageSetup { width: page.width.max(page.height), height: page.width.min(page.height), ..page.clone() };
    paper::set(sheet, &wide, Orientation::Landscape, draf);
    sheet.set_freeze_panes(data.first_data_row(), data.frozen_columns).map_err(&at)?;
    sheet.set_repeat_rows(heading, heading).map_err(&at)?;
    sheet.set_print_area(0, 0, last_row, last_column).map_err(&at)?;
    if data.filter && !data.columns.is_empty() {
        sheet.autofilter(heading, 0, last_row, last_column).map_err(&at)?;
    }
    Ok(())
}

impl Writer<'_> {
    fn head(&mut self, data: &DataSheet) -> Result<(), RenderError> {
        let at = RenderError::at(self.name);
        for (row, line) in data.title.iter().enumerate() {
            let style = Style { bold: row == 0, ..Style::default() };
            let format = lettering(self.font, style, if row == 0 { 12.0 } else { DATA });
            self.text(row as u32, 0, line, Some(&format))?;
        }
        let ruler = Ruler::new(self.font);
        let style = Style { bold: true, ..Style::default() };
        let look = Look { style, size: DATA, ..Look::new(Align::Center) };
        let format = lettering(self.font, style, DATA)
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0x00E7_E6E6))
            .set_border(FormatBorder::Thin);
        // Seven pixels a character and five beside them; filter buttons hide sixteen.
        let button = if data.filter { 16.0 } else { 0.0 };
        let height = data.columns.iter().map(|column| {
            let text = vec![Inline::plain(number::clean(&column.heading))];
            ruler.height(&text, &look, column.width.clamp(1.0, 255.0) * 7.0 + 5.0 - button)
        });
        let height = height.fold(15.0, f32::max).min(400.0);
        self.sheet.set_row_height(data.heading_row(), height).map_err(&at)?;
        for (column, wanted) in data.columns.iter().enumerate() {
            self.text(data.heading_row(), column as u16, &wanted.heading, Some(&format))?;
        }
        Ok(())
    }

    fn row(&mut self, row: u32, wanted: &DataRow, data: &DataSheet) -> Result<(), RenderError> {
        let (section, total) = (wanted.style == RowStyle::Section, wanted.style == RowStyle::Total);
        for (column, cell) in wanted.cells.iter().enumerate() {
            let quiet = data.columns.get(column).is_some_and(|column| column.quiet);
            let column = u16::try_from(column).map_err(|_| RenderError::SheetFull { sheet: self.name.to_owned() })?;
            self.cell(row, column, cell, Key { section, total, quiet, code: None })?;
        }
        // A total's rule goes over the cells it leaves out, too.
        if total {
            for column in wanted.cells.len()..data.columns.len() {
                self.cell(row, column as u16, &DataCell::Empty, Key { section, total, quiet: false, code: None })?;
            }
        }
        Ok(())
    }

    fn cell(&mut self, row: u32, column: u16, cell: &DataCell, mut key: Key) -> Result<(), RenderError> {
        let at = RenderError::at(self.name);
        let plain = !key.section && !key.total && !key.quiet;
        match cell {
            DataCell::Empty if key.total => {
                let format = self.format(key);
                self.sheet.write_blank(row, column, &format).map_err(&at)?;
            }
            DataCell::Empty => {}
            DataCell::Text(text) if plain => self.text(row, column, text, None)?,
            DataCell::Text(text) => {
                let format = self.format(key);
                self.text(row, column, text, Some(&format))?;
            }
            DataCell::Number { value, format } => {
                key.code = Some(number::code(*format, *value));
                let format = self.format(key);
                self.sheet.write_number_with_format(row, column, number::double(*value), &format).map_err(&at)?;
            }
            DataCell::Date(date) => {
                key.code = Some("dd/mm/yyyy".to_owned());
                let format = self.format(key);
                match excel_date(*date) {
                    Some(date) => self.sheet.write_datetime_with_format(row, column, &date, &format).map(|_| ()).map_err(&at)?,
                    // Excel's calendar begins in 1900; what lies before is written out.
                    None => self.text(row, column, &format!("{:02}/{:02}/{:04}", date.day, date.month, date.year), None)?,
                }
            }
            DataCell::Formula { formula, result, format } => self.formula(row, column, (formula, result, *format), key)?,
        }
        Ok(())
    }

    fn formula(
        &mut self,
        row: u32,
        column: u16,
        (formula, result, format): (&str, &Calculated, CellFormat),
        mut key: Key,
    ) -> Result<(), RenderError> {
        let at = RenderError::at(self.name);
        let formula = formula.trim().trim_start_matches('=');
        if formula.encode_utf16().count() >= LONGEST_FORMULA {
            let cell = CellAddress::new(row, u32::from(column)).to_string();
            return Err(RenderError::FormulaTooLong { sheet: self.name.to_owned(), cell });
        }
        let value = if let Calculated::Number(value) = result { *value } else { Decimal::ZERO };
        key.code = Some(number::code(format, value));
        let format = self.format(key);
        match number::result(result) {
            Some(stored) => {
                let formula = Formula::new(format!("={formula}")).set_result(number::clean(&stored));
                self.sheet.write_formula_with_format(row, column, formula, &format).map_err(&at)?;
            }
            // The writer would store `1.234` as a number: the text itself is right, if no longer live.
            None => {
                let Calculated::Text(text) = result else { return Ok(()) };
                self.text(row, column, text, Some(&format))?;
            }
        }
        Ok(())
    }

    fn text(&mut self, row: u32, column: u16, text: &str, format: Option<&Format>) -> Result<(), RenderError> {
        let at = RenderError::at(self.name);
        let text = number::clean(text);
        if text.encode_utf16().count() > number::LONGEST_TEXT {
            let cell = CellAddress::new(row, u32::from(column)).to_string();
            return Err(RenderError::TextTooLong { sheet: self.name.to_owned(), cell });
        }
        match format {
            Some(format) => self.sheet.write_string_with_format(row, column, text, format),
            None => self.sheet.write_string(row, column, text),
        }
        .map(|_| ())
        .map_err(&at)
    }

    fn format(&mut self, key: Key) -> Format {
        let font = self.font;
        let made = self.formats.entry(key).or_insert_with_key(|key| {
            let style = Style { bold: key.section || key.total, ..Style::default() };
            let mut format = lettering(font, style, if key.quiet { 8.0 } else { DATA });
            if key.quiet {
                format = format.set_font_color(Color::RGB(0x0080_8080));
            }
            if key.total {
                format = format.set_border_top(FormatBorder::Thin);
            }
            if let Some(code) = &key.code {
                format = format.set_num_format(code);
            }
            format
        });
        made.clone()
    }
}

fn excel_date(date: Tanggal) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, date.month, date.day).ok()
}
