//! A fraction: numerator over bar over denominator, what stands beside it at the bar's height.

use crate::document::{Align, Fraction, Inline, Text};
use crate::render::face::Cut;
use crate::render::pdf::error::RenderError;
use crate::render::pdf::placed::{Placed, Strip};
use crate::render::pdf::structure::NodeId;
use crate::render::pdf::text::paragraph::{self, Line, Look, Setting, lines};
use crate::render::pdf::text::shape::shape;
use crate::render::style::{AROUND_BAR, BAR, BAR_OVERHANG, BESIDE_BAR};

/// The least room for the bar where something stands beside it, in em.
const LEAST_BAR: f32 = 4.0;

/// The share of the width that the room beside the bar takes at most.
const MOST_BESIDE: f32 = 0.08;

/// The fraction in a column of this width; one strip, unless it is higher than `limit`.
pub fn strips(
    fraction: &Fraction,
    look: Look<'_>,
    width: f32,
    align: Align,
    limit: f32,
    node: NodeId,
) -> Result<Vec<Strip>, RenderError> {
    let before = apart(beside(fraction.before.as_ref(), look, width)?, look)?;
    let after = beside(fraction.after.as_ref(), look, width)?;
    let room_beside = BESIDE_BAR.min(width * MOST_BESIDE);
    let taken: f32 = [&before, &after].iter().filter(|l| !l.is_empty()).map(|l| widest(l) + room_beside).sum();
    if taken > 0.0 && width - taken < LEAST_BAR * look.size {
        return in_a_row(fraction, look, width, align, node);
    }
    let overhang = BAR_OVERHANG.min(width * 0.05);
    let room = (width - taken - 2.0 * overhang).max(1.0);
    let numerator = apart(lines(&fraction.numerator, look, room, Setting::Balanced)?, look)?;
    let denominator = apart(lines(&fraction.denominator, look, room, Setting::Balanced)?, look)?;
    let bar = widest(&numerator).max(widest(&denominator)) + 2.0 * overhang;

    let spare = (width - taken - bar).max(0.0);
    let left = match align {
        Align::Left | Align::Justify => 0.0,
        Align::Center => spare / 2.0,
        Align::Right => spare,
    };
    let bar_x = left + if before.is_empty() { 0.0 } else { widest(&before) + room_beside };
    let over = heights(&numerator) + AROUND_BAR;
    // Room for what stands beside the bar, should it be higher than the fraction.
    let side = heights(&before).max(heights(&after)) / 2.0;
    let top = (side - over - BAR / 2.0).max(0.0);
    let bottom = (side - heights(&denominator) - AROUND_BAR - BAR / 2.0).max(0.0);
    let node = Some(node);
    let at_bar = |lines: &[Line<'_>], x: f32, bar_y: f32| -> Vec<Placed> {
        let Some(last) = lines.last() else { return Vec::new() };
        // The middle of capitals and digits stands at the bar.
        let middle = bar_y + BAR / 2.0;
        let mut y = middle + look.family.capitals * look.size / 2.0 - last.baseline() - (heights(lines) - last.height) / 2.0;
        let mut items = Vec::new();
        for line in lines {
            items.extend(line.place(x, y, widest(lines), Align::Left, node));
            y += line.height;
        }
        items
    };
    let after_x = bar_x + bar + room_beside;
    let height = top + over + BAR + AROUND_BAR + heights(&denominator) + bottom;

    if height <= limit {
        let mut items = at_bar(&before, left, top + over);
        let mut y = top;
        for line in &numerator {
            items.extend(line.place(bar_x, y, bar, Align::Center, node));
            y += line.height;
        }
        items.push(Placed::rule(bar_x, top + over, bar, BAR));
        y = top + over + BAR + AROUND_BAR;
        for line in &denominator {
            items.extend(line.place(bar_x, y, bar, Align::Center, node));
            y += line.height;
        }
        items.extend(at_bar(&after, after_x, top + over));
        return Ok(vec![Strip { height, before: 0.0, keep: false, items }]);
    }

    let row = |line: &Line<'_>, keep: bool| Strip {
        height: line.height,
        before: 0.0,
        keep,
        items: line.place(bar_x, 0.0, bar, Align::Center, node),
    };
    let count = numerator.len();
    let mut strips: Vec<Strip> = numerator.iter().enumerate().map(|(i, line)| row(line, i + 2 >= count)).collect();
    // What stands beside the bar may come to lie at a page's edge: it gets a strip of its own height.
    let high = (2.0 * AROUND_BAR + BAR).max(2.0 * side);
    let bar_y = (high - BAR) / 2.0;
    let mut items = vec![Placed::rule(bar_x, bar_y, bar, BAR)];
    items.extend(at_bar(&before, left, bar_y));
    items.extend(at_bar(&after, after_x, bar_y));
    strips.push(Strip { height: high, before: 0.0, keep: !denominator.is_empty(), items });
    strips.extend(denominator.iter().enumerate().map(|(i, line)| row(line, i == 0 && denominator.len() > 1)));
    Ok(strips)
}

/// In a column too narrow for anything beside the bar, as one writes it without a bar: `(a) / (b) x 100%`. What stands
/// beside the bar would be read with the denominator alone if it stood below it.
fn in_a_row(fraction: &Fraction, look: Look<'_>, width: f32, align: Align, node: NodeId) -> Result<Vec<Strip>, RenderError> {
    let part = |text: &Text| [vec![Inline::plain("(")], text.clone(), vec![Inline::plain(")")]].concat();
    let beside = |text: &Option<Text>| text.clone().unwrap_or_default();
    let space = |text: &Option<Text>| text.iter().map(|_| Inline::plain(" ")).collect::<Text>();
    let text = [
        beside(&fraction.before),
        space(&fraction.before),
        part(&fraction.numerator),
        vec![Inline::plain(" / ")],
        part(&fraction.denominator),
        space(&fraction.after),
        beside(&fraction.after),
    ]
    .concat();
    let set = lines(&text, look, width, Setting::Filled)?;
    Ok(paragraph::strips(&set, width, align, Some(node)))
}

/// The lines with a space after the last: extracted, a fraction's parts stand apart.
fn apart<'f>(mut lines: Vec<Line<'f>>, look: Look<'f>) -> Result<Vec<Line<'f>>, RenderError> {
    let Some(last) = lines.pop() else { return Ok(lines) };
    let own = last.segments.last().map_or(look, |segment| segment.look);
    let space = shape(" ", 0, own.family.face(Cut::of(own.bold, own.italic)))?;
    lines.push(last.parted(space.first()));
    Ok(lines)
}

/// What stands beside the bar takes at most two fifths of the width.
fn beside<'f>(text: Option<&Text>, look: Look<'f>, width: f32) -> Result<Vec<Line<'f>>, RenderError> {
    text.map_or(Ok(Vec::new()), |text| lines(text, look, width * 0.4, Setting::Filled))
}

fn widest(lines: &[Line<'_>]) -> f32 {
    lines.iter().map(|line| line.width).fold(0.0, f32::max)
}

fn heights(lines: &[Line<'_>]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}
