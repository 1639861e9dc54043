//! The rows of a data sheet, and the formats that its columns give to those that are typed below.

use super::format::{Formats, Key};
use super::stream::{Form, Forms, Stream};
use super::typed;
use super::writer::Writer;
use crate::document::{DataCell, DataRow, DataSheet, RowStyle};
use crate::render::xlsx::error::RenderError;
use std::collections::BTreeMap;

impl Writer<'_> {
    /// Gives columns of data the format of their first cell.
    pub(super) fn columns(&mut self, data: &DataSheet) -> Result<(), RenderError> {
        self.columns = vec![None; data.columns.len()];
        // The rules of a table end with it; a streamed sheet's columns come before its rows.
        if self.table || !self.wraps {
            return Ok(());
        }
        for (index, column) in data.columns.iter().enumerate() {
            let plain = data.rows.iter().filter(|row| row.style == RowStyle::Plain);
            let first = plain.filter_map(|row| row.cells.get(index)).find(|cell| !matches!(cell, DataCell::Empty));
            let Some(first) = first else { continue };
            let key = Formats::unmarked(self.formats.key(first, RowStyle::Plain, Some(column)));
            let at = RenderError::at(self.name);
            let format = self.formats.get(&key);
            self.sheet.set_column_format(index as u16, &format).map_err(at)?;
            self.columns[index] = Some(key);
        }
        Ok(())
    }

    pub(super) fn row(&mut self, row: u32, wanted: &DataRow, data: &DataSheet) -> Result<(), RenderError> {
        if wanted.style == RowStyle::Example {
            return self.example(row, wanted, data);
        }
        let (section, total) = (wanted.style == RowStyle::Section, wanted.style == RowStyle::Total);
        if let Some(height) = self.height(wanted, data) {
            self.set_height(row, height)?;
        }
        // Rules and fills go over the cells a row leaves out, too.
        let columns = if section || total { data.columns.len().max(wanted.cells.len()) } else { wanted.cells.len() };
        for column in 0..columns {
            let cell = wanted.cells.get(column).unwrap_or(&DataCell::Empty);
            let of = data.columns.get(column);
            // Blanks of plain rows are left out, unless a rule goes over them.
            let is_input = of.is_some_and(|column| column.input);
            if matches!(cell, DataCell::Empty) && !(section || total || self.table || is_input) {
                continue;
            }
            let key = self.formats.key(cell, wanted.style, of);
            let at = u16::try_from(column).map_err(|_| RenderError::SheetFull { sheet: self.name.to_owned() })?;
            let is_the_columns = self.columns.get(column).and_then(Option::as_ref) == Some(&key);
            let format = (!is_the_columns).then(|| self.formats.get(&key));
            let wraps = self.table && self.wraps && !section && of.is_some_and(|column| column.wrap);
            let broken_at = if wraps { self.widths.get(column).copied() } else { None };
            self.cell((row, at), cell, format.as_deref(), broken_at.map(|width| (width, total)))?;
        }
        Ok(())
    }

    /// The row that shows how others are filled in, each cell as its column's are.
    fn example(&mut self, row: u32, wanted: &DataRow, data: &DataSheet) -> Result<(), RenderError> {
        for ((column, cell), of) in wanted.cells.iter().enumerate().zip(&data.columns) {
            let at = u16::try_from(column).map_err(|_| RenderError::SheetFull { sheet: self.name.to_owned() })?;
            let format = of.typed.as_ref().map(|(typed, _)| typed::example_format(*typed, self.font));
            self.cell((row, at), cell, format.as_ref(), None)?;
        }
        Ok(())
    }

    /// A blank cell in each format that made rows may need, in a row of their own; which of them has each column's.
    pub(super) fn pattern(&mut self, data: &DataSheet) -> Result<Vec<Forms<u16>>, RenderError> {
        let mut places: BTreeMap<Key, u16> = BTreeMap::new();
        let mut columns = Vec::with_capacity(data.columns.len());
        for column in &data.columns {
            let mut forms = Vec::new();
            for form in Form::all(column.places) {
                let key = self.formats.key(&form.example(), RowStyle::Plain, Some(column));
                let next = places.len() as u16;
                forms.push((form, *places.entry(key).or_insert(next)));
            }
            columns.push(forms);
        }
        for (key, column) in places {
            let at = RenderError::at(self.name);
            let format = self.formats.get(&key);
            self.sheet.write_blank(Stream::pattern_row(data), column, &format).map_err(at)?;
        }
        Ok(columns)
    }
}
