//! The sizes of the sheet that lists the findings, alike in both kinds of copy.

use crate::document::{Align, Inline};
use crate::render::xlsx::MAX_HEIGHT;
use crate::render::xlsx::look::Look;
use crate::render::xlsx::measure::Ruler;

/// The columns of the list, in digits of the workbook's font.
pub const LIST_WIDTHS: [u16; 7] = [5, 24, 12, 24, 28, 24, 90];

/// The height in points of a row of the list that shows these texts whole, each with its column.
/// Not every program fits a row to its wrapped texts before it prints.
pub fn list_height(texts: &[(usize, &str)]) -> f32 {
    texts.iter().map(|(column, text)| height(text, LIST_WIDTHS.get(*column).copied().unwrap_or_default())).fold(15.0, f32::max)
}

/// The height of what the list says of itself, over all its columns.
pub fn about_height(text: &str) -> f32 {
    height(text, LIST_WIDTHS.iter().sum())
}

fn height(text: &str, digits: u16) -> f32 {
    // The office's own font is not known: a broad one of the usual size stands for it.
    let look = Look { size: 11.0, ..Look::new(Align::Left) };
    let text: String = text.chars().take(8_000).collect();
    Ruler::new("").height(&vec![Inline::plain(text)], &look, f32::from(digits) * 7.0).clamp(15.0, MAX_HEIGHT)
}
