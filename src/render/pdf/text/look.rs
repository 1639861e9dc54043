//! How text looks: its family, size and cut.

use crate::render::family::Family;
use crate::render::style::LEADING;

/// How text looks where its runs do not say otherwise.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Look<'f> {
    pub family: &'f Family<'f>,
    pub size: f32,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
}

impl<'f> Look<'f> {
    pub fn plain(family: &'f Family<'f>, size: f32) -> Self {
        Self { family, size, bold: false, italic: false, underline: false }
    }

    pub fn bold(family: &'f Family<'f>, size: f32) -> Self {
        Self { bold: true, ..Self::plain(family, size) }
    }

    /// The height of one line.
    pub fn line_height(self) -> f32 {
        self.size * LEADING
    }
}

/// Sizes beyond these serve no page.
const SIZES: (f32, f32) = (4.0, 48.0);

/// The size asked for, if it is one, else the usual one.
pub fn sized(wished: Option<f32>, usual: f32) -> f32 {
    wished.filter(|size| size.is_finite()).unwrap_or(usual).clamp(SIZES.0, SIZES.1)
}
