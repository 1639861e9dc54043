//! The proportions of what both renderers make, in points: sizes, distances,
//! weights. The PDF takes them as they are, the XLSX as near as its rows allow.
//! One place, so that the whole can be tuned.

use crate::document::{Align, Block};

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;
/// Body text.
pub const BODY: f32 = 10.0;
/// Table text, and the sizes a crowded table may shrink to, the last two only where words or figures would else be broken.
pub const TABLE_SIZES: [f32; 8] = [9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0];
/// The row that numbers a table's columns, below the table's own size.
pub const NUMBERING_LESS: f32 = 1.0;
/// A note on the page itself, after its last part.
pub const NOTE: f32 = 8.0;
/// The foot of a page.
pub const FOOT: f32 = 7.0;
/// Headings of level 1, 2 and 3 (and deeper).
pub const HEADINGS: [f32; 3] = [14.0, 11.0, 10.0];
/// A line's height over its size: Arial's own, as word processors set it.
pub const LEADING: f32 = 1.15;
/// Room between a cell's rules and its text; beside the smallest texts.
pub const CELL_SIDE: f32 = 5.0;
pub const CELL_SIDE_SMALL: f32 = 3.0;
pub const CELL_TOP: f32 = 3.5;
/// A table's rules.
pub const RULE: f32 = 0.6;
/// A fraction's bar.
pub const BAR: f32 = 0.7;
/// Between the bar and what stands beside it.
pub const BESIDE_BAR: f32 = 8.0;
/// Between the bar and the lines over and under it.
pub const AROUND_BAR: f32 = 1.6;
/// How far the bar reaches beyond its wider line on each side.
pub const BAR_OVERHANG: f32 = 3.0;
/// The room left for a signature and a stamp, at its best and at its least.
pub const SIGNING_ROOM: (f32, f32) = (56.0, 46.0);
/// The air over and under the field of an electronic signature.
pub const AROUND_FIELD: f32 = 4.0;
/// How much of the usual air a part may have, the best first: the less airy are
/// taken only to bring a part of two pages onto one.
pub const AIRS: [f32; 8] = [1.0, 0.9, 0.8, 0.7, 0.62, 0.54, 0.47, 0.4];
/// The least body a page must have, in points.
pub const LEAST_BODY: f32 = 100.0;
/// The share of a page's body that a picture takes at most.
pub const PICTURE_SHARE: f32 = 0.85;
/// The foot: the room between it and the body, and between it and the paper's edge, at least.
pub const OVER_FOOT: f32 = 9.0;
pub const UNDER_FOOT: f32 = 14.0;

/// A letterhead's first, second and all further lines, about 2 : 3 : 1 (tata
/// naskah dinas), the last no smaller than can be read.
pub const KOP: [f32; 3] = [14.0, 20.0, 8.5];
/// How small they may become to stand on one line each.
pub const KOP_LEAST: [f32; 3] = [11.0, 14.0, 8.5];
/// The emblem's greatest height and width, and the air beside it.
pub const EMBLEM: f32 = 62.0;
pub const BESIDE_EMBLEM: f32 = 12.0;
/// The rules under a letterhead, the air over and between them, and under them.
pub const KOP_RULES: [f32; 2] = [2.25, 0.75];
pub const KOP_AIR: [f32; 3] = [4.0, 1.2, 14.0];

/// A chart's title; its legend and labels; what its figures may shrink to.
pub const CHART_TITLE: f32 = 8.5;
pub const CHART_WORDS: f32 = 7.5;
pub const CHART_FIGURES: [f32; 3] = [7.5, 7.0, 6.5];
/// A chart beside others is at least this wide; the room between two.
pub const CHART_LEAST: f32 = 225.0;
pub const CHART_GUTTER: f32 = 24.0;

/// The narrowest signature block, and the air beside its longest line.
pub const SIGNATURE_LEAST: f32 = 210.0;
pub const SIGNATURE_AIR: f32 = 36.0;

/// The room above and below a block; nested: in a cell or a list.
pub fn room(block: &Block, nested: bool) -> (f32, f32) {
    match block {
        Block::Heading { level: 0 | 1, .. } => (16.0, 15.0),
        Block::Heading { level: 2, .. } => (14.0, 6.0),
        Block::Heading { .. } => (10.0, 4.0),
        Block::Paragraph { .. } | Block::Formula { .. } if nested => (2.5, 2.5),
        Block::Paragraph { .. } | Block::Formula { .. } => (5.0, 5.0),
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

/// The room between a title and the line under it that completes it.
const SUBTITLE: f32 = 4.0;

/// The room between two blocks one below the other.
pub fn between(before: &Block, block: &Block, nested: bool) -> f32 {
    let completes =
        matches!(before, Block::Heading { level: 0 | 1, .. }) && matches!(block, Block::Paragraph { align: Align::Center, .. });
    if completes { SUBTITLE } else { room(before, nested).1.max(room(block, nested).0) }
}

/// How much of the room between blocks a sheet of the XLSX has: its rows bring
/// air of their own. Less than the second is none: it would be a row of its own.
pub const SHEET_AIR: (f32, f32) = (0.6, 3.3);
