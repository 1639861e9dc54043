//! How high a row of a data sheet is for its texts, and where their lines end.

use super::format::{is_small, size};
use super::writer::Writer;
use crate::document::{Align, Calculated, DataCell, DataRow, DataSheet, Inline, RowStyle, Style};
use crate::render::xlsx::look::{DATA, Look};
use crate::render::xlsx::number;
use crate::render::xlsx::sheets::fraction::filled;

/// The height of a row of one line, in points: clear of the rules above and below it.
pub const ONE_LINE: f32 = 16.0;
/// No row is higher, in points: Excel's own limit is 409.
const HIGHEST: f32 = 400.0;

impl Writer<'_> {
    /// The height of a row whose texts need more than one line, in points.
    pub(super) fn height(&self, row: &DataRow, data: &DataSheet) -> Option<f32> {
        let note = row.style == RowStyle::Note;
        if row.style == RowStyle::Section {
            return self.table.then_some(ONE_LINE);
        }
        if !(self.wraps || note) {
            return None;
        }
        let style = Style { bold: row.style == RowStyle::Total, ..Style::default() };
        let heights = row.cells.iter().zip(&data.columns).zip(self.widths).filter_map(|((cell, column), width)| match cell {
            // No letter is wider than two digits: what is short needs no measuring.
            DataCell::Text(text) | DataCell::Formula { result: Calculated::Text(text), .. }
                if (column.wrap || note) && text.chars().count() as f32 * 14.0 + 14.0 > *width =>
            {
                let size = size(is_small(column) || note, self.table);
                let look = Look { style, size, ruled: true, indent: true, ..Look::new(Align::Left) };
                let broken = if self.table { self.unbroken_years(text, *width, style.bold) } else { None };
                let text = number::clean(broken.as_deref().unwrap_or(text));
                // Spreadsheet programs break lines after any hyphen (`AHU-0010273`), where the PDF would not.
                let text = vec![Inline::plain(if self.table { text.into_owned() } else { text.replace('-', "- ") })];
                Some(self.ruler.height_at_most(&text, &look, *width, HIGHEST))
            }
            _ => None,
        });
        let height = heights.fold(0.0, f32::max);
        // Between the rules of a table a row of one line needs its room said: left alone it is as high as its letters.
        (height > ONE_LINE || self.table).then_some(height.clamp(ONE_LINE, HIGHEST))
    }

    /// A formula on lines of our own where one is too short for it: programs would break inside `[n-1]`.
    pub(super) fn unbroken_years(&self, text: &str, width: f32, bold: bool) -> Option<String> {
        if !text.contains("n-") || text.contains('\n') {
            return None;
        }
        let style = Style { bold, ..Style::default() };
        let look = Look { style, size: DATA, ruled: true, indent: true, ..Look::new(Align::Left) };
        let fits = |words: &str| self.ruler.width(&vec![Inline::plain(words)], &look) <= width;
        let lines = filled(text, &fits);
        (lines.len() > 1).then(|| lines.join("\n"))
    }
}
