//! What the writing of a data sheet keeps in mind.

use super::format::{Formats, Key};
use crate::render::xlsx::measure::Ruler;
use rust_xlsxwriter::Worksheet;

pub(super) struct Writer<'a> {
    pub(super) sheet: &'a mut Worksheet,
    pub(super) name: &'a str,
    pub(super) font: &'static str,
    pub(super) formats: Formats,
    /// The format of each column that has one of its own: its cells need none, and a row
    /// that somebody adds looks like the others.
    pub(super) columns: Vec<Option<Key>>,
    /// Of each column, in pixels.
    pub(super) widths: &'a [f32],
    pub(super) ruler: Ruler,
    /// Whether texts are wrapped and rows made as high as they need.
    pub(super) wraps: bool,
    pub(super) table: bool,
}
