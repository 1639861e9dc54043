//! What sets blocks: the column they stand in, and what is noted as they are set.

use super::table::flow::TableFlow;
use crate::document::{Align, Picture, Signature};
use crate::render::family::Family;
use crate::render::pdf::placed::Strip;
use crate::render::pdf::structure::{NodeId, Tree};
use crate::render::pdf::text::look::Look;
use crate::render::style::{BODY, MM};

/// What the pager puts on pages, one after another.
#[derive(Clone, PartialEq, Debug)]
pub enum Piece {
    Strip(Strip),
    Table(TableFlow),
    PageBreak,
}

/// The column that blocks are set in.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub width: f32,
    pub size: f32,
    pub bold: bool,
    /// What a paragraph aligned to the left takes over from its cell.
    pub align: Align,
    pub node: NodeId,
    /// Inside a cell or a list: closer together, tables cut into strips.
    pub nested: bool,
    /// Directly in a table's cell, where a fraction stands in the middle.
    pub cell: bool,
}

/// Sets blocks, and notes structure and signatories as it goes.
#[derive(Clone)]
pub struct Setter<'f> {
    pub family: &'f Family<'f>,
    pub tree: Tree,
    pub signatures: Vec<Signature>,
    /// The pictures that [`crate::render::pdf::placed::Ink::Picture`] tells of, each once.
    pub pictures: Vec<Picture>,
    /// The greatest height of a picture, in points: with a heading it fits a page.
    pub picture_limit: f32,
    /// A strip higher than this is divided where it can be.
    pub strip_limit: f32,
    /// How much of the usual room there is between blocks, from 0 to 1.
    pub air: f32,
    /// The levels of the headings that stand over what is set next, outermost first.
    pub headings: Vec<u8>,
}

impl<'f> Setter<'f> {
    /// How a column's text looks.
    pub fn look(&self, column: Column) -> Look<'f> {
        Look { bold: column.bold, ..Look::plain(self.family, column.size) }
    }
}

/// The column of a page's body, `width` in millimetres.
pub fn body(width: f32, node: NodeId) -> Column {
    Column { width: width * MM, size: BODY, bold: false, align: Align::Left, node, nested: false, cell: false }
}
