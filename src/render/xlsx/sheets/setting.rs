//! What blocks are laid out with: where they stand, and the widths they share.

use crate::document::Align;
use crate::render::xlsx::look::{BODY, Look, Vertical};
use crate::render::xlsx::measure::Ruler;

/// Widths (pixels) that neighbours share, so that their edges fall together.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Shared {
    /// The hanging labels of items.
    pub label: f32,
    /// The names of a label list.
    pub name: f32,
    /// What stands before and after a fraction's bar.
    pub before: f32,
    pub after: f32,
    /// A fraction's bar.
    pub bar: f32,
}

/// The least width of a place for text, in pixels.
pub const NARROWEST: f32 = 14.0;

/// Where blocks stand.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Place {
    Page,
    /// In a table's cell, in letters of this size (points), with rules or without.
    Cell {
        size: f32,
        ruled: bool,
    },
}

impl Place {
    /// How ordinary text looks there.
    pub fn look(self, align: Align) -> Look {
        let (size, ruled) = match self {
            Place::Page => (BODY, false),
            Place::Cell { size, ruled } => (size, ruled),
        };
        Look { size, ruled, ..Look::new(align) }
    }
}

/// What blocks are laid out with.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    pub ruler: Ruler,
    pub shared: Shared,
    pub vertical: Vertical,
    pub place: Place,
    /// The place's left and right edges carry rules that text should stand off.
    pub indent: bool,
}

impl Setting {
    pub fn look(&self, align: Align) -> Look {
        Look { vertical: self.vertical, indent: self.indent, ..self.place.look(align) }
    }
}
