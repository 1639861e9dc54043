//! Blocks one after another in a column, each by its kind, with the room between
//! them and what must stay together.

use super::setter::{Column, Piece, Setter};
use super::table::{grid, strips as table_strips};
use super::{chart, fraction, picture, signature};
use crate::document::{Align, Block, Text};
use crate::render::pdf::error::RenderError;
use crate::render::pdf::placed::Strip;
use crate::render::pdf::structure::Role;
use crate::render::pdf::text::line::strips;
use crate::render::pdf::text::look::{Look, sized};
use crate::render::pdf::text::paragraph::{Setting, lines};
use crate::render::style::{HEADINGS, between};

impl Setter<'_> {
    /// The blocks of a column, with the room between them and what must stay together.
    pub fn flow(&mut self, blocks: &[Block], column: Column) -> Result<Vec<Piece>, RenderError> {
        let mut out: Vec<Piece> = Vec::new();
        let shared = if column.nested { Vec::new() } else { grid::shared_edges(self, blocks, column)? };
        // The block before, and typed empty room since.
        let (mut before, mut space) = (None::<&Block>, 0.0f32);
        for (index, block) in blocks.iter().enumerate() {
            if let Block::Space(height) = block {
                space += if height.is_finite() { height.max(0.0) * self.air } else { 0.0 };
                continue;
            }
            if let Block::PageBreak = block {
                if !column.nested {
                    out.push(Piece::PageBreak);
                    (before, space) = (None, 0.0);
                }
                continue;
            }
            let mut pieces = match (block, shared.get(index)) {
                (Block::Table(table), Some(Some(edges))) => {
                    let set = grid::table(self, table, column, Some(edges.clone()))?;
                    set.map(Piece::Table).into_iter().collect()
                }
                _ => self.block(block, column)?,
            };
            if pieces.is_empty() {
                continue;
            }
            let room = before.map_or(0.0, |before| between(before, block, column.nested));
            let gap = room * self.air + space;
            match pieces.first_mut() {
                Some(Piece::Strip(strip)) => strip.before += gap,
                Some(Piece::Table(table)) => table.before += gap,
                _ => {}
            }
            if matches!(block, Block::Signatures(_)) {
                // The block is never parted from what it signs.
                keep(out.last_mut());
            }
            if matches!(block, Block::Heading { .. }) || introduces(block, &blocks[index + 1..]) {
                keep(pieces.last_mut());
            }
            out.append(&mut pieces);
            (before, space) = (Some(block), 0.0);
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
                Piece::Table(table) => out.extend(table_strips::as_strips(&table, self.strip_limit)),
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
            Block::Table(table) => return Ok(grid::table(self, table, column, None)?.map(Piece::Table).into_iter().collect()),
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
            Block::Formula { text, alternative } => {
                let node = self.tree.add(Role::Formula, column.node);
                self.tree.nodes[node].alternative = Some(alternative.clone());
                strips(&lines(text, self.look(column), column.width, Setting::Filled)?, column.width, column.align, Some(node))
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
            // Headings of one level are of one level in the structure too, which skips none.
            self.headings.retain(|over| *over < level);
            let depth = self.headings.iter().fold(1u8, |depth, _| depth.saturating_add(1));
            self.headings.push(level);
            Role::Heading(depth)
        };
        let node = self.tree.add(role, column.node);
        let mut strips = strips(&lines, column.width, align, Some(node));
        for strip in &mut strips {
            strip.keep = true;
        }
        Ok(strips)
    }
}

fn keep(piece: Option<&mut Piece>) {
    match piece {
        Some(Piece::Strip(strip)) => strip.keep = true,
        Some(Piece::Table(table)) => table.keep = true,
        _ => {}
    }
}

/// A paragraph that ends in a colon belongs to the list, table or fraction after
/// it, a step of a calculation to the next and to the table of its figures.
fn introduces(block: &Block, after: &[Block]) -> bool {
    let next = after.iter().find(|block| !matches!(block, Block::Space(_)));
    let beside = after.first().filter(|block| !matches!(block, Block::Space(_)));
    let follows = matches!(beside, Some(Block::Table(_) | Block::Fraction(_) | Block::Items(_) | Block::LabelList(_)));
    let goes_on = next.is_some_and(|next| is_step(next) || matches!(next, Block::Table(_)));
    match block {
        Block::Paragraph { text, .. } if text.last().is_some_and(|inline| inline.text().trim_end().ends_with(':')) => follows,
        block => is_step(block) && goes_on,
    }
}

/// A line of a calculation: a fraction, or a paragraph that begins with an equals sign.
fn is_step(block: &Block) -> bool {
    match block {
        Block::Fraction(_) | Block::Formula { .. } => true,
        Block::Paragraph { text, .. } => text.first().is_some_and(|inline| inline.text().trim_start().starts_with('=')),
        _ => false,
    }
}
