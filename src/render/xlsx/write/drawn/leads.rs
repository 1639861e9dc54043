//! Where a part's labels lead: to the rows that its findings speak of.

use crate::document::Inline;
use crate::render::xlsx::look::Sides;
use crate::render::xlsx::sheets::layout::{Content, Layout, Piece};
use crate::render::xlsx::write::grid::Grid;
use crate::render::xlsx::write::names::Places;
use rust_xlsxwriter::{Color, Format};
use std::collections::BTreeMap;

/// Excel follows no more links on one sheet (65 530).
const MOST_LINKS: usize = 60_000;
pub(super) const LINK: Color = Color::RGB(0x0005_63C1);

/// A label that leads to what is said beside it.
pub(super) struct Lead<'p> {
    /// The place that the words beside it begin with.
    pub of: &'p str,
    pub at: (u32, u16),
    pub words: String,
    pub format: Format,
    pub target: String,
}

/// The labels (`1.`) of what begins with the place of a finding: a click on them leads there.
/// Words of several lines are no good for it, since not every program wraps a link.
pub(super) fn leads<'p>(places: &'p Places, font: &str, layout: &Layout, grid: &Grid) -> Vec<Lead<'p>> {
    if !places.has_anchors() {
        return Vec::new();
    }
    let words = |piece: &Piece| match &piece.content {
        Content::Words(text) => Some(text.iter().map(Inline::text).collect::<String>()),
        _ => None,
    };
    // A label stands left of its words on their first row.
    let mut labels: BTreeMap<u32, &Piece> = BTreeMap::new();
    for piece in layout.pieces.iter().filter(|piece| words(piece).is_some()) {
        let known = labels.entry(piece.row).or_insert(piece);
        if piece.left < known.left {
            *known = piece;
        }
    }
    let lead = |piece: &Piece| {
        let (of, target) = places.lead(&words(piece)?)?;
        let label = labels.get(&piece.row).filter(|label| label.right <= piece.left + 1.0)?;
        let shown = words(label).filter(|shown| !shown.is_empty() && shown.chars().count() < 10)?;
        let format = label.look.format(font, Sides::default()).set_font_color(LINK).unset_text_wrap();
        let at = (label.row, grid.columns(label.left, label.right).0);
        Some(Lead { of, at, words: shown, format, target })
    };
    layout.pieces.iter().filter_map(lead).take(MOST_LINKS).collect()
}
