//! The page's proportions, in points. One place, so that the whole can be tuned.

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;
/// Body text.
pub const BODY: f32 = 10.0;
/// Table text, and the sizes a crowded table may shrink to.
pub const TABLE_SIZES: [f32; 6] = [9.5, 9.0, 8.5, 8.0, 7.5, 7.0];
/// The row that numbers a table's columns, below the table's own size.
pub const NUMBERING_LESS: f32 = 1.0;
/// The foot of a page.
pub const FOOT: f32 = 7.0;
/// Headings of level 1, 2 and 3 (and deeper).
pub const HEADINGS: [f32; 3] = [14.0, 11.0, 10.0];
/// A line's height over its size: Arial's own, as word processors set it.
pub const LEADING: f32 = 1.15;
/// Room between a cell's rules and its text.
pub const CELL_SIDE: f32 = 5.0;
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
/// How much of the usual air a part may have, the best first: the less airy are
/// taken only to bring a part of two pages onto one.
pub const AIRS: [f32; 8] = [1.0, 0.9, 0.8, 0.7, 0.62, 0.54, 0.47, 0.4];
/// The least body a page must have, in points.
pub const LEAST_BODY: f32 = 100.0;
