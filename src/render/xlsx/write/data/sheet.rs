//! Data sheets: titles, headings, typed cells, formulas with their results.

use super::stream::{Form, Forms, Stream};
use super::{print, typed};
use crate::document::{Align, Calculated, DataCell, DataColumn, DataRow, DataSheet, Group, Inline, PageSetup, RowStyle, Style};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::look::{DATA, Look, lettering};
use crate::render::xlsx::measure::Ruler;
use crate::render::xlsx::number;
use crate::render::xlsx::sheets::fraction::filled;
use crate::render::xlsx::write::names::Places;
use crate::render::xlsx::write::{paper, slips};
use crate::vocabulary::{CellAddress, Tanggal};
use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, IgnoreError, Table, TableColumn,
    TableStyle, Url, Worksheet,
};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Excel follows no more links on one sheet (65 530); those beyond lead nowhere, and their cells say the same.
const MOST_LINKS: usize = 60_000;

/// The size of what is shown smaller, in points.
const QUIET: f32 = 8.0;

/// The height of a row of one line, in points.
const ONE_LINE: f32 = 16.0;

/// What makes one format differ from another.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    section: bool,
    total: bool,
    quiet: bool,
    right: bool,
    wrap: bool,
    /// May be changed on a protected sheet.
    input: bool,
    note: bool,
    /// The sheet is a table of wrapped rows: all its cells stand at the top, over a thin rule.
    table: bool,
    code: Option<Cow<'static, str>>,
}

struct Writer<'a> {
    sheet: &'a mut Worksheet,
    name: &'a str,
    font: &'static str,
    formats: BTreeMap<Key, Rc<Format>>,
    /// The format of each column that has one of its own: its cells need none, and a row
    /// that somebody adds looks like the others.
    columns: Vec<Option<Key>>,
    /// Of each column, in pixels.
    widths: &'a [f32],
    ruler: Ruler,
    /// Whether texts are wrapped and rows made as high as they need.
    wraps: bool,
    table: bool,
}

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
    // An empty text result is stored as such only this way.
    sheet.set_formula_result_default("");
    let mut writer = Writer {
        sheet,
        name: &data.name,
        font,
        formats: BTreeMap::new(),
        columns: Vec::new(),
        widths: &print.widths,
        ruler: Ruler::new(font),
        // Measuring texts takes longer than writing them.
        wraps: !data.is_many(),
        table: !data.filter,
    };
    typed::columns(writer.sheet, data, font)?;
    writer.columns(data)?;
    writer.head(data)?;
    writer.links(data, manner.places)?;
    for (index, row) in data.rows.iter().enumerate() {
        let row_number = u32::try_from(index).ok().and_then(|index| index.checked_add(data.first_data_row()));
        let row_number = row_number.ok_or_else(|| RenderError::SheetFull { sheet: data.name.clone() })?;
        writer.row(row_number, row, data)?;
    }
    let stream = data.made.as_ref().map(|made| Ok(Stream::new(data, made, writer.pattern(data)?))).transpose()?;
    writer.marks(data)?;

    let (heading, last_column) = (data.heading_row(), (data.columns.len().max(1) - 1) as u16);
    let last_row = heading.saturating_add(data.row_count() as u32);
    paper::set(sheet, &print.page, print.page.orientation(), manner.draf);
    print.set(sheet, data)?;
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
    fn head(&mut self, data: &DataSheet) -> Result<(), RenderError> {
        for (row, line) in data.title.iter().enumerate() {
            let style = Style { bold: row == 0, ..Style::default() };
            let format = lettering(self.font, style, if row == 0 { 12.0 } else { DATA });
            self.text(row as u32, 0, line, Some(&format))?;
        }
        for (index, row) in data.above.iter().enumerate() {
            self.row(data.first_row_above() + index as u32, row, data)?;
        }
        self.headings(data)
    }

    fn headings(&mut self, data: &DataSheet) -> Result<(), RenderError> {
        let at = RenderError::at(self.name);
        let style = Style { bold: true, ..Style::default() };
        let look = Look { style, size: DATA, ..Look::new(Align::Center) };
        let plain = lettering(self.font, style, DATA)
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0x00E7_E6E6))
            .set_border(FormatBorder::Thin);
        let helper = plain.clone().set_background_color(Color::RGB(0x00F8_F8F8)).set_italic();
        let format = |column: &DataColumn| if column.group == Group::Helper { &helper } else { &plain };
        // Filter buttons hide sixteen pixels.
        let button = if data.filter { 16.0 } else { 0.0 };
        let height = data.columns.iter().zip(self.widths).map(|(column, width)| {
            let text = vec![Inline::plain(number::clean(&column.heading))];
            self.ruler.height(&text, &look, width - button)
        });
        let height = height.fold(15.0, f32::max).min(400.0);
        self.sheet.set_row_height(data.heading_row(), height).map_err(&at)?;
        let Some(name) = &data.table else {
            for (column, wanted) in data.columns.iter().enumerate() {
                self.text(data.heading_row(), column as u16, &wanted.heading, Some(format(wanted)))?;
            }
            return Ok(());
        };
        let columns: Vec<TableColumn> = data
            .columns
            .iter()
            .map(|wanted| {
                let heading = number::clean(&wanted.heading).into_owned();
                let column = TableColumn::new().set_header(heading).set_header_format(format(wanted).clone());
                match &wanted.calculated {
                    Some(formula) if !number::is_too_long_a_formula(formula) => column.set_formula(formula.as_str()),
                    _ => column,
                }
            })
            .collect();
        // One row is enough for the writer, which keeps every cell of a table; `Patches` says how many there are.
        let heading = data.heading_row();
        let table = Table::new().set_name(name).set_columns(&columns).set_style(TableStyle::Light1);
        let last = (data.columns.len().max(1) - 1) as u16;
        self.sheet.add_table(heading, 0, heading + 1, last, &table).map_err(|error| RenderError::Writer(error.to_string()))?;
        Ok(())
    }

    /// Cells that lead elsewhere; what they hold is written over them.
    fn links(&mut self, data: &DataSheet, places: &Places) -> Result<(), RenderError> {
        let at = RenderError::at(self.name);
        let found = data.links.iter().filter_map(|link| Some((link, places.link(&link.to)?)));
        for (link, target) in found.take(MOST_LINKS) {
            self.sheet.write_url(link.row, link.column, Url::new(target)).map_err(&at)?;
        }
        Ok(())
    }

    /// What turns red.
    fn marks(&mut self, data: &DataSheet) -> Result<(), RenderError> {
        let at = RenderError::at(self.name);
        let red = Format::new().set_background_color(Color::RGB(0x00FF_C7CE)).set_font_color(Color::RGB(0x009C_0006)).set_bold();
        for mark in &data.marks {
            let rule = ConditionalFormatFormula::new().set_rule(mark.when.as_str()).set_format(red.clone());
            let ((first_row, first), (last_row, last)) = (mark.first, mark.last);
            self.sheet.add_conditional_format(first_row, first, last_row, last, &rule).map_err(&at)?;
        }
        Ok(())
    }

    /// Gives columns of data the format of their first cell.
    fn columns(&mut self, data: &DataSheet) -> Result<(), RenderError> {
        self.columns = vec![None; data.columns.len()];
        // The rules of a table end with it; a streamed sheet's columns come before its rows.
        if self.table || !self.wraps {
            return Ok(());
        }
        for (index, column) in data.columns.iter().enumerate() {
            let plain = data.rows.iter().filter(|row| row.style == RowStyle::Plain);
            let first = plain.filter_map(|row| row.cells.get(index)).find(|cell| !matches!(cell, DataCell::Empty));
            let Some(key) = first.and_then(|cell| self.key(cell, RowStyle::Plain, Some(column))) else { continue };
            let at = RenderError::at(self.name);
            let format = self.format(&key);
            self.sheet.set_column_format(index as u16, &format).map_err(at)?;
            self.columns[index] = Some(key);
        }
        Ok(())
    }

    /// What the format of a cell hangs on; none for one that needs no format.
    fn key(&self, cell: &DataCell, style: RowStyle, column: Option<&DataColumn>) -> Option<Key> {
        let code = match cell {
            DataCell::Empty | DataCell::Text(_) => None,
            DataCell::Number { value, format } => Some(number::code(*format, *value)),
            DataCell::Input { value, format } => Some(number::code(*format, value.number().unwrap_or_default())),
            DataCell::Date(_) => Some(Cow::Borrowed("dd/mm/yyyy")),
            DataCell::Formula { result, format, .. } => Some(number::code(*format, result.number().unwrap_or_default())),
        };
        let section = style == RowStyle::Section;
        let key = Key {
            section,
            total: style == RowStyle::Total,
            quiet: column.is_some_and(|column| column.quiet) || style == RowStyle::Note,
            right: column.is_some_and(|column| column.right),
            wrap: self.wraps && !section && column.is_some_and(|column| column.wrap) || style == RowStyle::Note,
            input: matches!(cell, DataCell::Input { .. }),
            note: style == RowStyle::Note,
            table: self.table,
            code,
        };
        let is_bare =
            !(key.section || key.total || key.quiet || key.right || key.wrap || key.input || key.table) && key.code.is_none();
        (!is_bare).then_some(key)
    }

    fn row(&mut self, row: u32, wanted: &DataRow, data: &DataSheet) -> Result<(), RenderError> {
        let (section, total) = (wanted.style == RowStyle::Section, wanted.style == RowStyle::Total);
        if let Some(height) = self.height(wanted, data) {
            let at = RenderError::at(self.name);
            self.sheet.set_row_height(row, height).map_err(at)?;
        }
        // Rules and fills go over the cells a row leaves out, too.
        let columns = if section || total { data.columns.len().max(wanted.cells.len()) } else { wanted.cells.len() };
        for column in 0..columns {
            let cell = wanted.cells.get(column).unwrap_or(&DataCell::Empty);
            let of = data.columns.get(column);
            // Blanks of plain rows are left out, unless a rule goes over them.
            if matches!(cell, DataCell::Empty) && !(section || total || self.table) {
                continue;
            }
            let key = self.key(cell, wanted.style, of);
            let at = u16::try_from(column).map_err(|_| RenderError::SheetFull { sheet: self.name.to_owned() })?;
            let format = match key {
                Some(key) if self.columns.get(column).and_then(Option::as_ref) != Some(&key) => Some(self.format(&key)),
                _ => None,
            };
            let wraps = self.table && self.wraps && !section && of.is_some_and(|column| column.wrap);
            let broken_at = if wraps { self.widths.get(column).copied() } else { None };
            self.cell((row, at), cell, format.as_deref(), broken_at.map(|width| (width, total)))?;
        }
        Ok(())
    }

    /// A blank cell in each format that made rows may need, in a row of their own; which of them has each column's.
    fn pattern(&mut self, data: &DataSheet) -> Result<Vec<Forms<u16>>, RenderError> {
        let mut places: BTreeMap<Key, u16> = BTreeMap::new();
        let mut columns = Vec::with_capacity(data.columns.len());
        for column in &data.columns {
            let mut forms = Vec::new();
            for form in Form::all(column.places) {
                let at = self.key(&form.example(), RowStyle::Plain, Some(column)).map(|key| {
                    let next = places.len() as u16;
                    *places.entry(key).or_insert(next)
                });
                forms.push((form, at));
            }
            columns.push(forms);
        }
        for (key, column) in places {
            let at = RenderError::at(self.name);
            let format = self.format(&key);
            self.sheet.write_blank(Stream::pattern_row(data), column, &format).map_err(at)?;
        }
        Ok(columns)
    }

    /// The height of a row whose texts need more than one line, in points.
    fn height(&self, row: &DataRow, data: &DataSheet) -> Option<f32> {
        let note = row.style == RowStyle::Note;
        if !(self.wraps || note) || row.style == RowStyle::Section {
            return None;
        }
        let style = Style { bold: row.style == RowStyle::Total, ..Style::default() };
        let heights = row.cells.iter().zip(&data.columns).zip(self.widths).filter_map(|((cell, column), width)| match cell {
            // No letter is wider than two digits: what is short needs no measuring.
            DataCell::Text(text) | DataCell::Formula { result: Calculated::Text(text), .. }
                if (column.wrap || note) && text.chars().count() as f32 * 14.0 + 14.0 > *width =>
            {
                let size = if column.quiet || note { QUIET } else { DATA };
                let look = Look { style, size, ruled: self.table, indent: true, ..Look::new(Align::Left) };
                let broken = if self.table { self.unbroken_years(text, *width, style.bold) } else { None };
                let text = number::clean(broken.as_deref().unwrap_or(text));
                // Spreadsheet programs break lines after any hyphen (`AHU-0010273`), where the PDF would not.
                let text = vec![Inline::plain(if self.table { text.into_owned() } else { text.replace('-', "- ") })];
                Some(self.ruler.height(&text, &look, *width))
            }
            _ => None,
        });
        let height = heights.fold(0.0, f32::max);
        (height > ONE_LINE).then_some(height.min(400.0))
    }

    /// A formula on lines of our own where one is too short for it: programs would break inside `[n-1]`.
    fn unbroken_years(&self, text: &str, width: f32, bold: bool) -> Option<String> {
        if !text.contains("n-") || text.contains('\n') {
            return None;
        }
        let style = Style { bold, ..Style::default() };
        let look = Look { style, size: DATA, ruled: true, indent: true, ..Look::new(Align::Left) };
        let fits = |words: &str| self.ruler.width(&vec![Inline::plain(words)], &look) <= width;
        let lines = filled(text, &fits);
        (lines.len() > 1).then(|| lines.join("\n"))
    }

    /// Writes a cell in this format, or in its column's where there is none. A text of a
    /// wrapped table is broken for its column's `width`, in bold letters or not.
    fn cell(
        &mut self,
        (row, column): (u32, u16),
        cell: &DataCell,
        format: Option<&Format>,
        broken_at: Option<(f32, bool)>,
    ) -> Result<(), RenderError> {
        let at = RenderError::at(self.name);
        match cell {
            DataCell::Empty => {
                if let Some(format) = format {
                    self.sheet.write_blank(row, column, format).map_err(&at)?;
                }
            }
            DataCell::Text(text) => {
                let broken = broken_at.and_then(|(width, bold)| self.unbroken_years(text, width, bold));
                self.text(row, column, broken.as_deref().unwrap_or(text), format)?;
            }
            DataCell::Input { value: Calculated::Text(text), .. } => self.text(row, column, text, format)?,
            DataCell::Number { value, .. } | DataCell::Input { value: Calculated::Number(value), .. } => {
                let value = number::double(*value);
                match format {
                    Some(format) => self.sheet.write_number_with_format(row, column, value, format),
                    None => self.sheet.write_number(row, column, value),
                }
                .map_err(&at)?;
            }
            DataCell::Date(date) => match excel_date(*date) {
                Some(date) => {
                    match format {
                        Some(format) => self.sheet.write_datetime_with_format(row, column, &date, format),
                        None => self.sheet.write_datetime(row, column, &date),
                    }
                    .map_err(&at)?;
                }
                // Excel's calendar begins in 1900; what lies before is written out.
                None => self.text(row, column, &format!("{:02}/{:02}/{:04}", date.day, date.month, date.year), None)?,
            },
            DataCell::Formula { formula, result, .. } => self.formula(row, column, (formula, result), format)?,
        }
        Ok(())
    }

    fn formula(
        &mut self,
        row: u32,
        column: u16,
        (formula, result): (&str, &Calculated),
        format: Option<&Format>,
    ) -> Result<(), RenderError> {
        let at = RenderError::at(self.name);
        let formula = formula.trim().trim_start_matches('=');
        if number::is_too_long_a_formula(formula) {
            let cell = CellAddress::new(row, u32::from(column)).to_string();
            return Err(RenderError::FormulaTooLong { sheet: self.name.to_owned(), cell });
        }
        match number::result(result) {
            Some(stored) => {
                let formula = Formula::new(format!("={formula}")).set_result(number::clean(&stored));
                match format {
                    Some(format) => self.sheet.write_formula_with_format(row, column, formula, format),
                    None => self.sheet.write_formula(row, column, formula),
                }
                .map_err(&at)?;
            }
            // The writer would store `1.234` as a number: the text itself is right, if no longer live.
            None => {
                let Calculated::Text(text) = result else { return Ok(()) };
                self.text(row, column, text, format)?;
            }
        }
        Ok(())
    }

    fn text(&mut self, row: u32, column: u16, text: &str, format: Option<&Format>) -> Result<(), RenderError> {
        let at = RenderError::at(self.name);
        let text = number::clean(text);
        if number::is_too_long_a_text(&text) {
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

    fn format(&mut self, key: &Key) -> Rc<Format> {
        if let Some(known) = self.formats.get(key) {
            return known.clone();
        }
        let font = self.font;
        let format = {
            let style = Style { bold: key.section || key.total, ..Style::default() };
            let mut format = lettering(font, style, if key.quiet { QUIET } else { DATA });
            if key.quiet {
                format = format.set_font_color(Color::RGB(0x0080_8080));
            }
            if key.table {
                format = format
                    .set_align(FormatAlign::Top)
                    .set_border_bottom(FormatBorder::Thin)
                    .set_border_bottom_color(Color::RGB(0x00D9_D9D9));
            }
            if key.total && !key.table {
                format = format.set_border_top(FormatBorder::Thin);
            }
            if key.note {
                format = format.set_align(FormatAlign::Bottom);
            }
            if key.input {
                format =
                    format.set_unlocked().set_background_color(Color::RGB(0x00FF_F2CC)).set_font_color(Color::RGB(0x0000_00FF));
            }
            if key.section {
                format = format.set_background_color(Color::RGB(0x00F2_F2F2));
            }
            if key.wrap {
                format = format.set_text_wrap();
            }
            if key.right {
                format = format.set_align(FormatAlign::Right);
            } else if key.code.is_none() && (key.wrap || key.quiet || key.table && !key.section) {
                // A text beside numbers would touch them.
                format = format.set_align(FormatAlign::Left).set_indent(1);
            }
            if let Some(code) = &key.code {
                format = format.set_num_format(&**code);
            }
            Rc::new(format)
        };
        self.formats.insert(key.clone(), format.clone());
        format
    }
}

fn excel_date(date: Tanggal) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, date.month, date.day).ok()
}
