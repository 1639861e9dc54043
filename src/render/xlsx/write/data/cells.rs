//! The typed cells of a data sheet, formulas with their results.

use super::writer::Writer;
use crate::document::{Calculated, CellFormat, DataCell};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::number;
use crate::render::xlsx::write::slips;
use crate::vocabulary::{CellAddress, Tanggal};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula};

impl Writer<'_> {
    /// Writes a cell in this format, or in its column's where there is none. A text of a
    /// wrapped table is broken for its column's `width`, in bold letters or not.
    pub(super) fn cell(
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
            DataCell::Input { value, format: of } => {
                self.input((row, column), *of)?;
                let cell = match value {
                    Calculated::Text(text) => DataCell::Text(text.clone()),
                    Calculated::Number(value) => DataCell::Number { value: *value, format: *of },
                };
                self.cell((row, column), &cell, format, broken_at)?;
            }
            DataCell::Choice { text, of } => {
                if let Some(rule) = slips::one_of(of).map_err(&at)? {
                    self.sheet.add_data_validation(row, column, row, column, &rule).map_err(&at)?;
                }
                self.cell((row, column), &DataCell::Text(text.clone()), format, broken_at)?;
            }
            DataCell::Number { value, .. } => {
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
            DataCell::Formula { formula, result, format: of } => {
                self.formula(row, column, (formula, result), format)?;
                if let Some(decimals) = result.number().and_then(|value| number::shows_negative_zero(value, *of)) {
                    let plain = slips::unsigned_nought(CellAddress::new(row, u32::from(column)), decimals);
                    self.sheet.add_conditional_format(row, column, row, column, &plain).map_err(&at)?;
                }
            }
        }
        Ok(())
    }

    /// What may be typed into a cell that a reader may change, and how it then shows.
    fn input(&mut self, (row, column): (u32, u16), format: CellFormat) -> Result<(), RenderError> {
        let at = CellAddress::new(row, u32::from(column));
        let rule = slips::number_or_none(at).map_err(RenderError::at(self.name))?;
        self.sheet.add_data_validation(row, column, row, column, &rule).map_err(RenderError::at(self.name))?;
        if let Some(code) = number::code_of_fractions(format) {
            let fraction = slips::fraction(at, &code);
            self.sheet.add_conditional_format(row, column, row, column, &fraction).map_err(RenderError::at(self.name))?;
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

    pub(super) fn text(&mut self, row: u32, column: u16, text: &str, format: Option<&Format>) -> Result<(), RenderError> {
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
}

fn excel_date(date: Tanggal) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, date.month, date.day).ok()
}
