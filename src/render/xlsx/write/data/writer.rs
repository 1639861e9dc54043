//! What the writing of a data sheet keeps in mind.

use super::format::{Formats, Key};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::measure::Ruler;
use rust_xlsxwriter::Worksheet;
use std::collections::BTreeMap;

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
    /// The heights that rows were given, in points.
    pub(super) heights: BTreeMap<u32, f32>,
}

impl Writer<'_> {
    pub(super) fn set_height(&mut self, row: u32, height: f32) -> Result<(), RenderError> {
        if self.table {
            self.heights.insert(row, height);
        }
        self.sheet.set_row_height(row, height).map(|_| ()).map_err(RenderError::at(self.name))
    }
}
