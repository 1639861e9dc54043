//! A part of the report, laid out whole: its rows, where pages break, what is repeated.

use super::chart;
use super::flow::one;
use super::layout::{Headed, Layout};
use super::letterhead::head;
use super::setting::{Place, Setting, Shared};
use super::table;
use crate::document::{Align, Block, Letterhead, PagePart, Style, Text};
use crate::render::style::{OVER_FOOT, SHEET_AIR, between};
use crate::render::xlsx::look::{Look, Vertical};
use crate::render::xlsx::measure::Ruler;

/// Rows that stay together on a page if it can be helped.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Chunk {
    pub row: u32,
    pub end: u32,
    /// Nothing but empty room.
    pub room: bool,
    /// A signature block.
    pub signed: bool,
    /// Stays on the page of what follows: a heading.
    pub keep: bool,
    /// Goes to the next page rather than be divided, unless it takes this share of a page.
    pub whole: f32,
}

/// The letters of what stands over the whole part, in points.
const OVER: f32 = 10.0;

/// Empty room over the foot, in points.
const FOOT_ROOM: f32 = OVER_FOOT * SHEET_AIR.0;

/// A row of a table or of charts is divided only where it is nearly a page high; a list sooner.
const ROW: f32 = 0.9;
const BLOCK: f32 = 0.3;

/// A part before it is drawn.
pub struct Drawing {
    pub layout: Layout,
    pub chunks: Vec<Chunk>,
    /// Rows that begin a new page.
    pub breaks: Vec<u32>,
    /// The tables whose headings each of their further pages repeats.
    pub tables: Vec<Headed>,
    /// How many rows from the top the letterhead takes.
    pub letterhead_rows: u32,
    /// How small the letters of its tables are for want of width, 1 where they have room enough.
    pub letters: f32,
}

/// Lays the part out on a width in pixels. The `foot` of the report's pages stands
/// once, below what is signed: Excel's own page footer holds 255 characters. `over` stands in red over all.
pub fn lay_out(
    part: &PagePart,
    width: f32,
    ruler: Ruler,
    letterhead: Option<&Letterhead>,
    foot: &[Block],
    over: &[Text],
) -> Drawing {
    let mut drawing = Drawing {
        layout: Layout::default(),
        chunks: Vec::new(),
        breaks: Vec::new(),
        tables: Vec::new(),
        letterhead_rows: 0,
        letters: 1.0,
    };
    for words in over {
        let look = Look { style: Style { bold: true, ..Style::default() }, size: OVER, red: true, ..Look::new(Align::Left) };
        drawing.layout.below(Layout::words(words.clone(), look, 0.0, width, ruler));
    }
    if let Some(letterhead) = letterhead {
        let before = drawing.layout.rows;
        head(&mut drawing.layout, letterhead, width, ruler);
        drawing.letterhead_rows = drawing.layout.rows - before;
    }
    let shared = Shared::of(&part.blocks, width, ruler, Place::Page);
    let setting = Setting { ruler, shared, vertical: Vertical::Top, place: Place::Page, indent: false };
    let mut last = None;
    for block in &part.blocks {
        let room = before(last, block);
        last = Some(block);
        if room > 0.0 {
            let row = drawing.layout.rows;
            drawing.layout.below(Layout::room(room, Look::new(Align::Left), 0.0, width));
            drawing.chunks.push(Chunk { row, end: row + 1, room: true, signed: false, keep: false, whole: ROW });
        }
        let row = drawing.layout.rows;
        if *block == Block::PageBreak {
            if row > 0 && drawing.breaks.last() != Some(&row) {
                drawing.breaks.push(row);
            }
            continue;
        }
        if let Block::Table(wanted) = block {
            let drawn = table::table(wanted, 0.0, width, ruler);
            drawing.letters = drawing.letters.min(drawn.letters);
            if drawn.header_rows > 0 {
                let last = row + drawn.header_rows - 1;
                drawing.tables.push(Headed { first: row, last, until: row + drawn.layout.rows });
            }
            let ends = drawn.parts.iter().skip(1).copied().chain([drawn.layout.rows]);
            // The headings stay with the first row below them.
            let first_body = drawn.header_rows;
            for (start, end) in drawn.parts.iter().zip(ends) {
                if *start > first_body || *start == 0 {
                    drawing.chunks.push(Chunk {
                        row: row + start,
                        end: row + end,
                        room: false,
                        signed: false,
                        keep: false,
                        whole: ROW,
                    });
                } else if let Some(last) = drawing.chunks.last_mut() {
                    last.end = row + end;
                }
            }
            drawing.layout.below(drawn.layout);
            continue;
        }
        if let Block::Charts(charts) = block {
            for row in chart::rows(charts, 0.0, width, ruler) {
                let from = drawing.layout.rows;
                drawing.layout.below(row);
                let end = drawing.layout.rows;
                drawing.chunks.push(Chunk { row: from, end, room: false, signed: false, keep: false, whole: ROW });
            }
            continue;
        }
        drawing.layout.below(one(block, 0.0, width, setting));
        let room = matches!(block, Block::Space(_));
        let signed = matches!(block, Block::Signatures(_));
        if drawing.layout.rows > row {
            let keep = matches!(block, Block::Heading { .. });
            let whole = if signed { 1.0 } else { BLOCK };
            drawing.chunks.push(Chunk { row, end: drawing.layout.rows, room, signed, keep, whole });
        }
    }
    if !foot.is_empty() {
        let row = drawing.layout.rows;
        drawing.layout.below(Layout::room(FOOT_ROOM, Look::new(Align::Left), 0.0, width));
        for block in foot {
            drawing.layout.below(one(block, 0.0, width, setting));
        }
        let end = drawing.layout.rows;
        match drawing.chunks.last_mut() {
            // Never parted from the signatures.
            Some(last) if last.signed => last.end = end,
            _ => drawing.chunks.push(Chunk { row, end, room: false, signed: false, keep: false, whole: BLOCK }),
        }
    }
    // A break after the last row would print an empty page.
    let rows = drawing.layout.rows;
    drawing.breaks.retain(|row| *row < rows);
    drawing
}

/// Empty room before a block, in points.
fn before(last: Option<&Block>, block: &Block) -> f32 {
    let Some(last) = last else { return 0.0 };
    let space = |block: &Block| matches!(block, Block::Space(_) | Block::PageBreak);
    let room = if space(last) || space(block) { 0.0 } else { between(last, block, false) * SHEET_AIR.0 };
    if room < SHEET_AIR.1 { 0.0 } else { room }
}
