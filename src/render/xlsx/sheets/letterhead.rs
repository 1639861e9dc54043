//! The kop.

use super::layout::{Frame, Layout};
use crate::document::{Align, Inline, Letterhead, Style};
use crate::render::style::{BESIDE_EMBLEM, EMBLEM, KOP, KOP_AIR, SHEET_AIR};
use crate::render::xlsx::look::{Look, Sides};
use crate::render::xlsx::measure::{POINTS_PER_PIXEL, Ruler};

/// The room an emblem takes at most, and the air beside it, in pixels.
const ASIDE: f32 = (EMBLEM + BESIDE_EMBLEM) / POINTS_PER_PIXEL;

/// The kop: its lines in the middle, over a thick and a thin rule. Beside an emblem
/// they are centred on the page as long as the longest keeps clear of it, else in
/// the room that it leaves, as on the PDF.
pub fn head(layout: &mut Layout, letterhead: &Letterhead, width: f32, ruler: Ruler) {
    let look_of = |index: usize| {
        let (size, bold) = (KOP[index.min(2)], index < 2);
        Look { style: Style { bold, ..Style::default() }, size, ..Look::new(Align::Center) }
    };
    let texts = letterhead.lines.iter().map(|line| vec![Inline::plain(line.as_str())]).enumerate();
    let widest = texts.clone().map(|(index, text)| ruler.width(&text, &look_of(index))).fold(0.0, f32::max);
    let aside = if letterhead.emblem.is_some() { ASIDE.min(width / 4.0) } else { 0.0 };
    let left = if widest <= width - 2.0 * aside { 0.0 } else { aside };
    for (index, text) in texts {
        layout.below(Layout::words(text, look_of(index), left, width, ruler));
    }
    for thick in [true, false] {
        let mut rule = Layout::room(3.0, Look::new(Align::Left), 0.0, width);
        rule.frames.push(Frame { row: 0, rows: 1, left: 0.0, right: width, sides: Sides { thick, ..Sides::BOTTOM } });
        layout.below(rule);
    }
    layout.below(Layout::room(KOP_AIR[2] * SHEET_AIR.0, Look::new(Align::Left), 0.0, width));
}
