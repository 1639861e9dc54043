//! Places become columns, contents give rows their heights.

use crate::render::xlsx::measure::Ruler;
use crate::render::xlsx::sheets::layout::{Content, Layout, MAX_HEIGHT, Piece};

/// Places nearer than this (pixels) are one, unless pieces are narrower still.
const NEAR: f32 = 7.0;

/// An empty row's height in points.
const PLAIN_ROW: f32 = 12.75;

pub struct Grid {
    /// The columns' edges in pixels, one more than there are columns.
    pub edges: Vec<f32>,
    /// The rows' heights in points.
    pub heights: Vec<f32>,
}

impl Grid {
    pub fn new(layout: &Layout, width: f32, ruler: Ruler) -> Self {
        let mut grid = Self { edges: edges(layout, width), heights: Vec::new() };
        grid.heights = grid.row_heights(layout, ruler);
        grid
    }

    /// The first column and the one after the last between two places.
    pub fn columns(&self, left: f32, right: f32) -> (u16, u16) {
        let first = self.nearest(left).min(self.edges.len() - 2);
        let last = self.nearest(right).max(first + 1);
        (first as u16, last as u16)
    }

    pub fn column_count(&self) -> u16 {
        (self.edges.len() - 1) as u16
    }

    /// The width of a column as it is written, in whole pixels.
    pub fn pixels(&self, column: u16) -> u32 {
        let at = usize::from(column);
        (self.edges[at + 1].round() - self.edges[at].round()).max(1.0) as u32
    }

    fn nearest(&self, place: f32) -> usize {
        let mut best = 0;
        for (index, edge) in self.edges.iter().enumerate() {
            if (edge - place).abs() < (self.edges[best] - place).abs() {
                best = index;
            }
        }
        best
    }

    fn width(&self, piece: &Piece) -> f32 {
        let (first, last) = self.columns(piece.left, piece.right);
        self.edges[usize::from(last)].round() - self.edges[usize::from(first)].round()
    }

    fn row_heights(&self, layout: &Layout, ruler: Ruler) -> Vec<f32> {
        let mut heights: Vec<Option<f32>> = vec![None; layout.rows as usize];
        let mut pieces: Vec<(&Piece, f32)> = layout
            .pieces
            .iter()
            .map(|piece| {
                let need = match &piece.content {
                    Content::Words(text) => ruler.height(text, &piece.look, self.width(piece)),
                    Content::Room(height) | Content::Picture { room: height, .. } => *height,
                };
                (piece, need)
            })
            .collect();
        // What stands on one row says how high it is; what spans rows adds where they are too low together.
        pieces.sort_by_key(|(piece, _)| piece.rows);
        for (piece, need) in pieces {
            let Some(rows) = heights.get_mut(piece.row as usize..(piece.row + piece.rows) as usize) else { continue };
            let have: f32 = rows.iter().map(|height| height.unwrap_or(if piece.rows == 1 { 0.0 } else { PLAIN_ROW })).sum();
            let mut missing = need - have;
            if piece.rows == 1 {
                for row in rows.iter_mut() {
                    *row = Some(row.unwrap_or(0.0).max(need.min(MAX_HEIGHT)));
                }
                continue;
            }
            for row in rows.iter_mut().rev() {
                if missing <= 0.0 {
                    break;
                }
                let height = row.unwrap_or(PLAIN_ROW);
                let added = missing.min(MAX_HEIGHT - height).max(0.0);
                *row = Some(height + added);
                missing -= added;
            }
        }
        // Excel keeps heights in steps of a pixel: round up, never down.
        heights.into_iter().map(|height| (height.unwrap_or(PLAIN_ROW) / 0.75).ceil() * 0.75).collect()
    }
}

/// All places, those near each other taken together, the page's edges among them.
fn edges(layout: &Layout, width: f32) -> Vec<f32> {
    // Half a piece's width at most, or its two places would become one.
    let narrowest = layout.pieces.iter().map(|piece| piece.right - piece.left).fold(f32::INFINITY, f32::min);
    let near_by = NEAR.min(narrowest / 2.0).max(0.01);
    let pieces = layout.pieces.iter().flat_map(|piece| [piece.left, piece.right]);
    // Rules are seen where texts are not: their places come first and stay.
    let mut firm: Vec<f32> = layout.frames.iter().flat_map(|frame| [frame.left, frame.right]).chain([0.0, width]).collect();
    let mut soft: Vec<f32> = pieces.collect();
    firm.sort_by(f32::total_cmp);
    soft.sort_by(f32::total_cmp);
    let mut edges: Vec<f32> = Vec::new();
    for place in firm.into_iter().chain(soft).filter(|place| place.is_finite()) {
        let place = place.clamp(0.0, width);
        let at = edges.partition_point(|edge| *edge < place);
        let near =
            |index: Option<usize>| index.and_then(|index| edges.get(index)).is_some_and(|edge| (edge - place).abs() < near_by);
        if !near(at.checked_sub(1)) && !near(Some(at)) {
            edges.insert(at, place);
        }
    }
    // The right edge may have been taken into a place just before it.
    if let Some(last) = edges.last_mut() {
        *last = width;
    }
    if edges.len() < 2 {
        edges = vec![0.0, width];
    }
    edges
}
