//! Pictures of a part, and the letterhead's emblem.

use super::paint::Painter;
use crate::document::{Align, Picture};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::measure::POINTS_PER_PIXEL;
use crate::render::xlsx::sheets::layout::Piece;
use crate::render::xlsx::sheets::part::Drawing;
use crate::render::xlsx::write::grid::Grid;
use rust_xlsxwriter::{Image, Worksheet};

impl Painter<'_> {
    /// A picture over its room, with its words or marked as decoration.
    pub(super) fn picture(
        &self,
        sheet: &mut Worksheet,
        piece: &Piece,
        picture: &Picture,
        (width, height): (f32, f32),
        grid: &Grid,
    ) -> Result<(), RenderError> {
        let failed = |_| RenderError::Picture { name: picture.name.clone() };
        let spare = (piece.right - piece.left - width).max(0.0);
        let x = piece.left
            + match picture.align {
                Align::Left | Align::Justify => 0.0,
                Align::Center => spare / 2.0,
                Align::Right => spare,
            };
        let column = (0..grid.column_count()).rev().find(|column| grid.edges[usize::from(*column)] <= x).unwrap_or(0);
        let offset = (x - grid.edges[usize::from(column)]).max(0.0).round() as u32;
        let image = Image::new_from_buffer(&picture.bytes).map_err(failed)?;
        let image = image.set_scale_to_size(f64::from(width), f64::from(height), false);
        let image = match &picture.alternative {
            Some(words) => image.set_alt_text(words.as_str()),
            None => image.set_decorative(true),
        };
        sheet.insert_image_with_offset(piece.row, column, &image, offset, 2).map_err(failed)?;
        Ok(())
    }

    /// The emblem at the letterhead's left, as high as its lines.
    pub(super) fn emblem(&self, sheet: &mut Worksheet, emblem: &[u8], drawing: &Drawing, grid: &Grid) -> Result<(), RenderError> {
        let image = Image::new_from_buffer(emblem).map_err(|_| RenderError::Emblem)?;
        let start = u32::from(self.document.draf);
        let rows = (start as usize)..(start + drawing.letterhead_rows).saturating_sub(3) as usize;
        let height: f32 = grid.heights.get(rows).map_or(0.0, |rows| rows.iter().sum()) / POINTS_PER_PIXEL;
        let side = f64::from(height.max(24.0)) - 4.0;
        let image = image.set_scale_to_size(side * 1.5, side, true).set_decorative(true);
        sheet.insert_image_with_offset(start, 0, &image, 4, 2).map_err(|_| RenderError::Emblem)?;
        Ok(())
    }
}
