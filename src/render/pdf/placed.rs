//! What stands on a page and where.

use crate::render::face::Cut;
use crate::render::pdf::structure::NodeId;
use crate::render::pdf::text::shape::Glyph;
use std::sync::Arc;

/// A page with all that stands on it, in reading order.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Page {
    /// What runs along in the upper margin: the page's number.
    pub head: Vec<Placed>,
    pub items: Vec<Placed>,
    /// What stands in the lower margin.
    pub foot: Vec<Placed>,
}

impl Page {
    /// Head, body and foot.
    pub fn all(&self) -> impl Iterator<Item = &Placed> {
        self.head.iter().chain(&self.items).chain(&self.foot)
    }
}

/// One item and its box, in points from the top left (of the page, or of the
/// strip as long as it is not on a page).
#[derive(Clone, PartialEq, Debug)]
pub struct Placed {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    pub ink: Ink,
    /// What it belongs to; `None` for rules, page numbers and whatever is repeated.
    pub node: Option<NodeId>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Ink {
    /// A piece of a line in one style; its baseline lies `baseline` below `y`.
    Text { text: Arc<str>, glyphs: Arc<[Glyph]>, cut: Cut, size: f32, baseline: f32 },
    /// A piece of a line that runs upwards, its baseline `baseline` right of `x`.
    Upright { text: Arc<str>, glyphs: Arc<[Glyph]>, cut: Cut, size: f32, baseline: f32 },
    /// A filled rectangle.
    Rule,
    /// A filled rectangle in grey: 0 is black, 1 white.
    Fill { grey: f32 },
    /// The letterhead's emblem.
    Emblem,
    /// One of the document's pictures.
    Picture { index: usize },
    /// The room for a signature: leaves no ink. Its element is a field's, if it has one.
    SigningRoom { index: usize },
}

impl Placed {
    pub fn shifted(mut self, dx: f32, dy: f32) -> Self {
        self.x += dx;
        self.y += dy;
        self
    }

    pub fn rule(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height, ink: Ink::Rule, node: None }
    }
}

/// Where a signature goes: the page from 1, the box in points from its top left.
#[derive(Clone, PartialEq, Debug)]
pub struct PlacedSignature {
    /// The signature's place among all signatures of the document, from 0.
    pub index: usize,
    pub name: String,
    pub electronic: bool,
    /// The name of its field, where it has one: `ttd_kepala`, then `ttd_kepala_2`, …
    pub field: Option<String>,
    pub page: usize,
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// A horizontal band of a column that is never cut: a line, a rule, empty room.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Strip {
    pub height: f32,
    /// Room above it, dropped at the top of a page or a cell.
    pub before: f32,
    /// Whether it stays on the page of the strip that follows.
    pub keep: bool,
    /// From the strip's top left; they may reach into strips they are kept with.
    pub items: Vec<Placed>,
}

impl Strip {
    pub fn shift(&mut self, dx: f32) {
        for item in &mut self.items {
            item.x += dx;
        }
    }
}

/// The height of strips on one another, the first's room above left out.
pub fn stacked(strips: &[Strip]) -> f32 {
    strips.iter().enumerate().map(|(i, strip)| strip.height + if i == 0 { 0.0 } else { strip.before }).sum()
}
