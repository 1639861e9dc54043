//! What stands over the rows of a data sheet: its title, control totals, headings and the table they head.

use super::height::ONE_LINE;
use super::print::Print;
use super::writer::Writer;
use crate::document::{Align, DataColumn, DataSheet, Group, Inline, Style};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::look::{DATA, Look, lettering};
use crate::render::xlsx::number;
use rust_xlsxwriter::{Color, FormatAlign, FormatBorder, Table, TableColumn, TableStyle};

/// The least height of the headings, in points.
const LEAST: f32 = ONE_LINE + 4.0;

impl Writer<'_> {
    /// What stands over the rows; each line of the title goes over its columns of the print.
    pub(super) fn head(&mut self, data: &DataSheet, print: &Print) -> Result<(), RenderError> {
        for (row, line) in data.title.iter().enumerate() {
            let style = Style { bold: row == 0, ..Style::default() };
            let look = Look { style, size: if row == 0 { 12.0 } else { DATA }, ..Look::new(Align::Left) };
            let across = print.title(data, row);
            let room: f32 = self.widths.get(across.clone()).map_or(0.0, |widths| widths.iter().sum());
            // Left as all cells are, a cell takes the format of its column.
            let (row, format) = (row as u32, lettering(self.font, style, look.size).set_align(FormatAlign::Top));
            let text = vec![Inline::plain(number::clean(line))];
            let [first, end] = [across.start, across.end].map(|column| u16::try_from(column).unwrap_or(u16::MAX));
            if self.ruler.width(&text, &look) <= room || across.is_empty() {
                self.text(row, first, line, Some(&format))?;
                continue;
            }
            let format = format.set_text_wrap();
            if across.len() > 1 {
                self.sheet.merge_range(row, first, row, end - 1, "", &format).map_err(RenderError::at(self.name))?;
            }
            self.text(row, first, line, Some(&format))?;
            self.set_height(row, self.ruler.height(&text, &look, room))?;
        }
        for (index, row) in data.above.iter().enumerate() {
            self.row(data.first_row_above() + index as u32, row, data)?;
        }
        self.headings(data)
    }

    fn headings(&mut self, data: &DataSheet) -> Result<(), RenderError> {
        let style = Style { bold: true, ..Style::default() };
        let look = Look { style, size: DATA, ruled: true, ..Look::new(Align::Center) };
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
        let height = height.fold(LEAST, f32::max).min(400.0);
        self.set_height(data.heading_row(), height)?;
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
}

#[cfg(test)]
mod tests {
    use crate::document::SheetPlan;
    use crate::render::xlsx::render;
    use crate::render::xlsx::sample::{document, keragaan};
    use std::io::{Cursor, Read};

    #[test]
    fn a_line_of_the_title_does_not_wrap_as_its_column_does() {
        let mut data = keragaan();
        data.columns[0].wrap = true;
        let mut whole = document(Vec::new());
        whole.sheets.push(SheetPlan::Data(data));
        let mut archive = zip::ZipArchive::new(Cursor::new(render(&whole).unwrap())).unwrap();
        let mut part = |name: &str| {
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        let (sheet, styles) = (part("xl/worksheets/sheet1.xml"), part("xl/styles.xml"));
        let formats: Vec<&str> = styles.split_once("<cellXfs").unwrap().1.split("<xf ").skip(1).collect();
        let wraps = |cell: &str| {
            let of = sheet.split(&format!("<c r=\"{cell}\" s=\"")).nth(1).and_then(|rest| rest.split('"').next());
            formats[of.map_or(0, |style| style.parse::<usize>().unwrap())].contains("wrapText")
        };
        // The second row of data, under two lines of title, a blank and the headings.
        assert!(wraps("A6") && !wraps("A2"), "{sheet}");
    }
}
