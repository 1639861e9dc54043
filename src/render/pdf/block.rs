//! Blocks to strips: each block kind in a column of a given width.

use super::chart;
use super::error::RenderError;
use super::fraction;
use super::grid::{self, TableFlow};
use super::measure::{BODY, HEADINGS, MM};
use super::paragraph::{Line, Look, Setting, lines, sized, strips};
use super::picture;
use super::placed::Strip;
use super::rows;
use super::signature;
use super::structure::{NodeId, Role, Tree};
use crate::document::{Align, Block, Picture, Signature, Text};
use crate::render::family::Family;

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
    /// The pictures that [`super::placed::Ink::Picture`] tells of, each once.
    pub pictures: Vec<Picture>,
    /// The greatest height of a picture, in points: with a heading it fits a page.
    pub picture_limit: f32,
    /// A strip higher than this is divided where it can be.
    pub strip_limit: f32,
    /// How much of the usual room there is between blocks, from 0 to 1.
    pub air: f32,
    /// The last heading's level in the structure, which skips none.
    pub heading: u8,
}

/// The room above and below a block.
fn room(block: &Block, nested: bool) -> (f32, f32) {
    match block {
        Block::Heading { level: 0 | 1, .. } => (16.0, 15.0),
        Block::Heading { level: 2, .. } => (14.0, 6.0),
        Block::Heading { .. } => (10.0, 4.0),
        Block::Paragraph { .. } if nested => (2.5, 2.5),
        Block::Paragraph { .. } => (5.0, 5.0),
        Block::LabelList(_) => (5.0, 8.0),
        Block::Items(_) if nested => (2.0, 2.0),
        Block::Items(_) => (5.0, 5.0),
        Block::Table(_) if nested => (4.0, 4.0),
        Block::Table(_) => (16.0, 14.0),
        Block::Fraction(_) => (8.0, 4.0),
        Block::Picture(_) => (6.0, 6.0),
        Block::Charts(_) => (6.0, 8.0),
        Block::Signatures(_) => (24.0, 8.0),
        Block::PageBreak | Block::Space(_) => (0.0, 0.0),
    }
}

impl<'f> Setter<'f> {
    /// How a column's text looks.
    pub fn look(&self, column: Column) -> Look<'f> {
        Look { bold: column.bold, ..Look::plain(self.family, column.size) }
    }

    /// The blocks of a column, with the room between them and what must stay together.
    pub fn flow(&mut self, blocks: &[Block], column: Column) -> Result<Vec<Piece>, RenderError> {
        let mut out: Vec<Piece> = Vec::new();
        // The room that the blocks so far ask for below them, and typed empty room.
        let (mut below, mut space) = (None::<f32>, 0.0f32);
        for (index, block) in blocks.iter().enumerate() {
            if let Block::Space(height) = block {
                space += if height.is_finite() { height.max(0.0) * self.air } else { 0.0 };
                continue;
            }
            if let Block::PageBreak = block {
                if !column.nested {
                    out.push(Piece::PageBreak);
                    (below, space) = (None, 0.0);
                }
                continue;
            }
            let mut pieces = self.block(block, column)?;
            if pieces.is_empty() {
                continue;
            }
            let (above, after) = room(block, column.nested);
            let between = if subtitle(blocks, index) { Some(SUBTITLE) } else { below.map(|below| below.max(above)) };
            let gap = between.unwrap_or(0.0) * self.air + space;
            match pieces.first_mut() {
                Some(Piece::Strip(strip)) => strip.before += gap,
                Some(Piece::Table(table)) => table.before += gap,
                _ => {}
            }
            if matches!(block, Block::Signatures(_)) {
                // The block is never parted from what it signs.
                keep(out.last_mut());
            }
            if matches!(block, Block::Heading { .. }) || introduces(block, blocks.get(index + 1)) {
                keep(pieces.last_mut());
            }
            out.append(&mut pieces);
            (below, space) = (Some(after), 0.0);
        }
        Ok(out)
    }

    /// As [`Self::flow`], in strips alone.
    pub fn strips(&mut self, blocks: &[Block], column: Column) -> Result<Vec<Strip>, RenderError> {
        let pieces = self.flow(blocks, Column { nested: true, ..column })?;
        let mut out = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Strip(strip) => out.push(strip),
                Piece::Table(table) => out.extend(rows::as_strips(&table, self.strip_limit)),
                Piece::PageBreak => {}
            }
        }
        Ok(out)
    }

    fn block(&mut self, block: &Block, column: Column) -> Result<Vec<Piece>, RenderError> {
        let strips = match block {
            Block::Heading { level, text } => self.heading(*level, text, column)?,
            Block::Paragraph { text, align, style } => {
                let look = Look {
                    family: self.family,
                    size: sized(style.size, column.size),
                    bold: column.bold || style.bold,
                    italic: style.italic,
                    underline: style.underline,
                };
                let setting = if style.hyphens { Setting::Hyphenated } else { Setting::Filled };
                let lines = lines(text, look, column.width, setting)?;
                let align = if *align == Align::Left { column.align } else { *align };
                if lines.is_empty() {
                    vec![Strip { height: look.line_height(), ..Strip::default() }]
                } else {
                    let node = self.tree.add(Role::Paragraph, column.node);
                    strips(&lines, column.width, align, Some(node))
                }
            }
            Block::LabelList(entries) => self.labels(entries, column)?,
            Block::Items(entries) => self.items(entries, column)?,
            Block::Table(table) => return Ok(grid::table(self, table, column)?.map(Piece::Table).into_iter().collect()),
            Block::Fraction(fraction) => {
                let node = self.tree.add(Role::Formula, column.node);
                self.tree.nodes[node].alternative = Some(fraction.alternative.clone());
                let align = if column.cell && fraction.before.is_none() && column.align == Align::Left {
                    Align::Center
                } else {
                    column.align
                };
                fraction::strips(fraction, self.look(column), column.width, align, self.strip_limit, node)?
            }
            Block::Charts(charts) => chart::strips(self, charts, column)?,
            Block::Picture(wanted) => vec![picture::strip(self, wanted, column)],
            Block::Signatures(block) => signature::strips(self, block, column)?,
            Block::PageBreak | Block::Space(_) => Vec::new(),
        };
        Ok(strips.into_iter().map(Piece::Strip).collect())
    }

    fn heading(&mut self, level: u8, text: &Text, column: Column) -> Result<Vec<Strip>, RenderError> {
        let level = level.clamp(1, 3);
        let size = if column.nested { column.size } else { HEADINGS[usize::from(level) - 1] };
        let align = if level == 1 { Align::Center } else { column.align };
        let setting = if level == 1 { Setting::Balanced } else { Setting::Filled };
        let lines = lines(text, Look::bold(self.family, size), column.width, setting)?;
        let role = if column.nested {
            Role::Paragraph
        } else {
            self.heading = level.min(self.heading + 1);
            Role::Heading(self.heading)
        };
        let node = self.tree.add(role, column.node);
        let mut strips = strips(&lines, column.width, align, Some(node));
        for strip in &mut strips {
            strip.keep = true;
        }
        Ok(strips)
    }

    /// Labels, aligned colons, and values hanging beside them.
    fn labels(&mut self, entries: &[(Text, Vec<Block>)], column: Column) -> Result<Vec<Strip>, RenderError> {
        let limit = column.width * 0.35;
        let labels = self.label_lines(entries, column, limit)?;
        let colon = [crate::document::Inline::plain(":")];
        let colon = lines(&colon, self.look(column), column.width, Setting::Filled)?;
        let widest = labels.iter().flatten().map(|line| line.width).fold(0.0, f32::max);
        // The sketch's proportions: colons well clear of the longest label.
        let colon_x = (widest + if column.nested { 8.0 } else { 20.0 }).min(column.width * 0.42);
        let beside_colon = colon.first().map_or(0.0, |line| line.width + 1.0);
        let value_x = (colon_x + if column.nested { 8.0 } else { 13.0 }).min((column.width * 0.48).max(colon_x + beside_colon));
        let list = self.tree.add(Role::List, column.node);
        let mut out = Vec::new();
        for (index, ((_, blocks), label)) in entries.iter().zip(&labels).enumerate() {
            let (label_node, body) = self.list_item(list);
            let mut left = strips(label, colon_x, Align::Left, Some(label_node));
            let typed = label.last().and_then(|line| line.segments.last()).is_some_and(|s| s.text.trim_end().ends_with(':'));
            if let (Some(colon), false) = (colon.first(), typed) {
                if left.is_empty() {
                    left.push(Strip { height: colon.height, ..Strip::default() });
                }
                // Beside the first of several lines it would be read out in the middle of the label.
                let owner = (label.len() < 2).then_some(label_node);
                left[0].items.extend(colon.place(colon_x, 0.0, value_x - colon_x, Align::Left, owner));
            }
            let right = self.strips(blocks, Column { width: column.width - value_x, node: body, cell: false, ..column })?;
            let mut entry = beside(left, right, value_x);
            if let (Some(first), true) = (entry.first_mut(), index > 0) {
                first.before += 1.0 * self.air;
            }
            out.append(&mut entry);
        }
        Ok(out)
    }

    /// Items with hanging labels.
    fn items(&mut self, entries: &[(Text, Vec<Block>)], column: Column) -> Result<Vec<Strip>, RenderError> {
        let labels = self.label_lines(entries, column, column.width * 0.3)?;
        let widest = labels.iter().flatten().map(|line| line.width).fold(0.0, f32::max);
        let indent = (widest + column.size * 0.75).min(column.width * 0.4);
        let list = self.tree.add(Role::List, column.node);
        let mut out = Vec::new();
        for (index, ((_, blocks), label)) in entries.iter().zip(&labels).enumerate() {
            let (label_node, body) = self.list_item(list);
            let left = strips(label, indent, Align::Left, Some(label_node));
            let right = self
                .strips(blocks, Column { width: column.width - indent, node: body, align: Align::Left, cell: false, ..column })?;
            let mut entry = beside(left, right, indent);
            if let (Some(first), true) = (entry.first_mut(), index > 0) {
                first.before += 0.6 * self.air;
            }
            out.append(&mut entry);
        }
        Ok(out)
    }

    fn label_lines(
        &mut self,
        entries: &[(Text, Vec<Block>)],
        column: Column,
        limit: f32,
    ) -> Result<Vec<Vec<Line<'f>>>, RenderError> {
        entries.iter().map(|(label, _)| lines(label, self.look(column), limit, Setting::Filled)).collect()
    }

    fn list_item(&mut self, list: NodeId) -> (NodeId, NodeId) {
        let item = self.tree.add(Role::ListItem, list);
        (self.tree.add(Role::Label, item), self.tree.add(Role::ListBody, item))
    }
}

/// Strips of two columns joined line by line; the right one begins at `x`.
fn beside(left: Vec<Strip>, right: Vec<Strip>, x: f32) -> Vec<Strip> {
    let more = left.len();
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let mut out = Vec::new();
    loop {
        match (left.next(), right.next()) {
            (None, None) => return out,
            (Some(strip), None) => out.push(strip),
            (a, Some(mut strip)) => {
                strip.shift(x);
                if let Some(a) = a {
                    strip.height = strip.height.max(a.height);
                    strip.keep |= a.keep || out.len() + 1 < more;
                    strip.items.splice(0..0, a.items);
                }
                out.push(strip);
            }
        }
    }
}

fn keep(piece: Option<&mut Piece>) {
    match piece {
        Some(Piece::Strip(strip)) => strip.keep = true,
        Some(Piece::Table(table)) => table.keep = true,
        _ => {}
    }
}

/// The room between a title and the line under it that completes it.
const SUBTITLE: f32 = 4.0;

/// A centred paragraph right after a part's title completes it.
fn subtitle(blocks: &[Block], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| blocks.get(before));
    matches!(before, Some(Block::Heading { level: 0 | 1, .. }))
        && matches!(blocks.get(index), Some(Block::Paragraph { align: Align::Center, .. }))
}

/// A paragraph that ends in a colon belongs to the list, table or fraction after it.
fn introduces(block: &Block, next: Option<&Block>) -> bool {
    let follows = matches!(next, Some(Block::Table(_) | Block::Fraction(_) | Block::Items(_) | Block::LabelList(_)));
    match block {
        Block::Paragraph { text, .. } => follows && text.last().is_some_and(|inline| inline.text().trim_end().ends_with(':')),
        _ => false,
    }
}

/// The column of a page's body, `width` in millimetres.
pub fn body(width: f32, node: NodeId) -> Column {
    Column { width: width * MM, size: BODY, bold: false, align: Align::Left, node, nested: false, cell: false }
}
