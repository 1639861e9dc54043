//! A data sheet, written from its title to its printing.

use super::format::Formats;
use super::stream::Stream;
use super::writer::Writer;
use super::{height, print, typed};
use crate::document::{DataSheet, Group, PageSetup};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::measure::Ruler;
use crate::render::xlsx::write::names::Places;
use crate::render::xlsx::write::{paper, slips};
use rust_xlsxwriter::{Color, ConditionalFormatFormula, Format, IgnoreError, Url, Worksheet};
use std::collections::BTreeMap;

/// Excel follows no more links on one sheet (65 530); those beyond lead nowhere, and their cells say the same.
const MOST_LINKS: usize = 60_000;

/// How the sheets of a workbook are written.
#[derive(Clone, Copy)]
pub struct Manner<'a> {
    pub page: &'a PageSetup,
    pub font: &'static str,
    pub draf: bool,
    /// Where links lead.
    pub places: &'a Places,
}

/// Writes the sheet and its printing. Rows that are made are not written: they are given back, to be put into the file.
pub fn write<'d>(sheet: &mut Worksheet, data: &'d DataSheet, manner: Manner<'_>) -> Result<Option<Stream<'d>>, RenderError> {
    let at = RenderError::at(&data.name);
    let font = manner.font;
    let print = print::plan(data, manner.page);
    for (column, width) in print.widths.iter().enumerate() {
        let column = u16::try_from(column).map_err(|_| RenderError::SheetFull { sheet: data.name.clone() })?;
        sheet.set_column_width_pixels(column, width.round() as u32).map_err(&at)?;
    }
    sheet.set_default_row_height(height::ONE_LINE);
    // An empty text result is stored as such only this way.
    sheet.set_formula_result_default("");
    // Measuring texts takes longer than writing them.
    // What is read and not added up has rules like a page of the report.
    let (wraps, table) = (!data.is_many(), !data.filter || data.aside);
    let mut writer = Writer {
        sheet,
        name: &data.name,
        font,
        formats: Formats::new(font, wraps, table),
        columns: Vec::new(),
        widths: &print.widths,
        ruler: Ruler::new(font),
        wraps,
        table,
        heights: BTreeMap::new(),
    };
    typed::columns(writer.sheet, data, font)?;
    writer.columns(data)?;
    writer.head(data, &print)?;
    writer.links(data, manner.places)?;
    for (index, row) in data.rows.iter().enumerate() {
        let row_number = u32::try_from(index).ok().and_then(|index| index.checked_add(data.first_data_row()));
        let row_number = row_number.ok_or_else(|| RenderError::SheetFull { sheet: data.name.clone() })?;
        writer.row(row_number, row, data)?;
    }
    let stream = data.made.as_ref().map(|made| Ok(Stream::new(data, made, writer.pattern(data)?))).transpose()?;
    writer.marks(data)?;
    let breaks = print.breaks(data, &writer.heights);

    let (heading, last_column) = (data.heading_row(), (data.columns.len().max(1) - 1) as u16);
    let last_row = heading.saturating_add(data.row_count() as u32);
    paper::set(sheet, &print.page, print.page.orientation(), manner.draf);
    paper::set_named(sheet, manner.draf);
    print.set(sheet, data)?;
    if !breaks.is_empty() {
        sheet.set_page_breaks(&breaks).map_err(&at)?;
    }
    sheet.set_freeze_panes(data.first_data_row(), data.frozen_columns).map_err(&at)?;
    sheet.set_repeat_rows(heading, heading).map_err(&at)?;
    // Cells say by addresses what their column's formula says by headings.
    let helpers = data.columns.iter().position(|column| column.group == Group::Helper && data.table.is_some());
    if let Some(first) = helpers {
        let rule = IgnoreError::InconsistentColumnFormula;
        sheet.ignore_error_range(heading, first as u16, last_row, last_column, rule).map_err(&at)?;
    }
    // NIB, nomor badan hukum and the like are texts of digits on purpose.
    let last_text = helpers.map_or(last_column, |first| first.max(1) as u16 - 1);
    sheet.ignore_error_range(0, 0, last_row, last_text, IgnoreError::NumberStoredAsText).map_err(&at)?;
    if data.filter && data.table.is_none() && !data.columns.is_empty() {
        sheet.autofilter(heading, 0, last_row, last_column).map_err(&at)?;
    }
    if data.protected {
        slips::protect(sheet);
    }
    Ok(stream)
}

impl Writer<'_> {
    /// Cells that lead elsewhere; what they hold is written over them.
    fn links(&mut self, data: &DataSheet, places: &Places) -> Result<(), RenderError> {
        let at = RenderError::at(self.name);
        let found = data.links.iter().filter_map(|link| Some((link, places.link(&link.to)?)));
        for (link, target) in found.take(MOST_LINKS) {
            self.sheet.write_url(link.row, link.column, Url::new(target)).map_err(&at)?;
        }
        Ok(())
    }

    /// What turns red, and what was corrected.
    fn marks(&mut self, data: &DataSheet) -> Result<(), RenderError> {
        let at = RenderError::at(self.name);
        let red = Format::new().set_background_color(Color::RGB(0x00FF_C7CE)).set_font_color(Color::RGB(0x009C_0006)).set_bold();
        let blue = Format::new().set_background_color(Color::RGB(0x00BD_D7EE)).set_italic();
        let marks = data.marks.iter().map(|mark| (mark, &red)).chain(data.corrected.iter().map(|mark| (mark, &blue)));
        for (mark, format) in marks {
            let rule = ConditionalFormatFormula::new().set_rule(mark.when.as_str()).set_format(format.clone());
            let ((first_row, first), (last_row, last)) = (mark.first, mark.last);
            self.sheet.add_conditional_format(first_row, first, last_row, last, &rule).map_err(&at)?;
        }
        Ok(())
    }
}
