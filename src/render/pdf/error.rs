//! Why a document cannot be drawn.

use crate::render::family::FamilyError;
use crate::render::pdf::words_id;
use std::fmt;

/// What stands in the way of a page that is right.
#[derive(Clone, PartialEq, Debug)]
pub enum RenderError {
    /// The face has no glyph for a character: it would print as a blank box.
    MissingGlyph { character: char, context: String },
    /// Paper and margins leave no room for text, or are no sizes at all.
    NoRoom { width: f32, height: f32 },
    /// A row has more cells than the table has columns left for them (row counted from 1).
    TooManyCells { row: usize },
    /// The character by which a signing service finds a signature's place stands
    /// on these pages (from 1) as well: it would sign in the wrong place.
    TagElsewhere { tag: char, pages: Vec<usize> },
    /// A picture is no PNG or JPEG that can be embedded.
    Picture { name: String, reason: &'static str },
    /// The profile's `huruf` cannot be used.
    Face(FamilyError),
    /// A face could not be subset or the file not be put together: the program's own fault.
    Internal { reason: String },
}

impl RenderError {
    /// The program's own fault.
    pub fn internal(error: impl fmt::Display) -> Self {
        Self::Internal { reason: error.to_string() }
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words_id::error(self))
    }
}

impl std::error::Error for RenderError {}
