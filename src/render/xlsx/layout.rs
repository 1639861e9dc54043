//! Pieces of content on rows and between horizontal places, before either is a grid.

use super::look::{Look, Sides};
use super::measure::{POINTS_PER_PIXEL, Ruler};
use crate::document::{Picture, Text};

/// Text, or empty room, over one or more rows between two places (pixels from
/// the left margin).
#[derive(Clone, PartialEq, Debug)]
pub struct Piece {
    pub row: u32,
    pub rows: u32,
    pub left: f32,
    pub right: f32,
    pub content: Content,
    pub look: Look,
    /// May be drawn out to the end of the cell it stands in.
    pub stretch: bool,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Content {
    Words(Text),
    /// Room of at least this height in points.
    Room(f32),
    /// Room of this height in points, with a picture over it: the picture's
    /// width and height in pixels. Rows below it may belong to it.
    Picture {
        picture: Picture,
        room: f32,
        width: f32,
        height: f32,
    },
}

/// A rule round (or along one side of) a stretch of cells.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Frame {
    pub row: u32,
    pub rows: u32,
    pub left: f32,
    pub right: f32,
    pub sides: Sides,
}

/// Pieces and frames on rows counted from 0.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Layout {
    pub rows: u32,
    pub pieces: Vec<Piece>,
    pub frames: Vec<Frame>,
}

/// A row of Excel is at most 409 points high; texts that need more get more rows.
pub const MAX_HEIGHT: f32 = 400.0;

impl Layout {
    /// A text between two places, on as many rows as its height needs.
    pub fn words(text: Text, look: Look, left: f32, right: f32, ruler: Ruler) -> Self {
        // Places move a little when they become columns: reckon with less.
        let height = ruler.height(&text, &look, right - left - 12.0);
        let rows = (height / (MAX_HEIGHT - 20.0)).ceil().clamp(1.0, 10_000.0) as u32;
        let piece = Piece { row: 0, rows, left, right, content: Content::Words(text), look, stretch: true };
        Self { rows, pieces: vec![piece], frames: Vec::new() }
    }

    /// Empty room of a height in points.
    pub fn room(height: f32, look: Look, left: f32, right: f32) -> Self {
        let rows = (height / MAX_HEIGHT).ceil().max(1.0) as u32;
        let pieces = (0..rows)
            .map(|row| Piece { row, rows: 1, left, right, content: Content::Room(height / rows as f32), look, stretch: false })
            .collect();
        Self { rows, pieces, frames: Vec::new() }
    }

    /// A picture, made smaller where there is less room than it asks for.
    pub fn picture(picture: &Picture, look: Look, left: f32, right: f32) -> Self {
        let pixels = |millimetres: f32| (millimetres / 25.4 * 96.0).max(1.0);
        let (wide, high) = (pixels(picture.width), pixels(picture.height));
        let scale = ((right - left - 4.0).max(1.0) / wide).min(1.0);
        let (width, height) = (wide * scale, high * scale);
        let mut layout = Self::room(height * POINTS_PER_PIXEL + 4.0, look, left, right);
        if let Some(first) = layout.pieces.first_mut()
            && let Content::Room(room) = first.content
        {
            first.content = Content::Picture { picture: picture.clone(), room, width, height };
        }
        layout
    }

    /// Another layout set below this one.
    pub fn below(&mut self, other: Layout) {
        let down = self.rows;
        self.rows += other.rows;
        self.add(other, down);
    }

    /// Another layout set beside this one, from its first row on.
    pub fn beside(&mut self, other: Layout) {
        self.rows = self.rows.max(other.rows);
        self.add(other, 0);
    }

    /// Another layout's pieces and frames, moved down by rows.
    pub fn add(&mut self, other: Layout, down: u32) {
        self.pieces.extend(other.pieces.into_iter().map(|piece| Piece { row: piece.row + down, ..piece }));
        self.frames.extend(other.frames.into_iter().map(|frame| Frame { row: frame.row + down, ..frame }));
    }

    /// Draws the last pieces out until the layout fills this many rows.
    pub fn stretch_to(&mut self, rows: u32) {
        if rows > self.rows {
            for piece in self.pieces.iter_mut().filter(|piece| piece.stretch && piece.row + piece.rows == self.rows) {
                piece.rows = rows - piece.row;
            }
            self.rows = rows;
        }
    }
}
