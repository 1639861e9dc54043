//! A fraction as cells: the numerator, with the bar below it, over the
//! denominator; what stands beside the bar merged over both.

use super::layout::{Frame, Layout};
use super::setting::{NARROWEST, Place, Setting};
use crate::document::{Align, Fraction, Inline, Text};
use crate::render::linebreak::{Strength, opportunities};
use crate::render::xlsx::look::{Look, Sides, Vertical};
use crate::render::xlsx::measure::Ruler;

/// How much longer than its texts a bar is, in pixels; the texts' columns may end up a little narrower.
const OVERHANG: f32 = 14.0;

/// How much of a place's width stands before a bar at most, and as much after it.
pub const BESIDE: f32 = 0.3;

/// Room below a fraction, so that the denominator does not sit on a rule.
const FOOT: f32 = 3.0;

pub fn fraction(fraction: &Fraction, left: f32, right: f32, setting: Setting) -> Layout {
    let ruler = setting.ruler;
    let widest = (right - left) * BESIDE;
    let before = if fraction.before.is_some() { setting.shared.before.max(NARROWEST).min(widest) } else { 0.0 };
    let after = if fraction.after.is_some() { setting.shared.after.max(NARROWEST).min(widest) } else { 0.0 };
    // In the middle of a table's cell; elsewhere at the left, as text.
    let most = right - left - before - after;
    let bar = setting.shared.bar.max(NARROWEST).min(most);
    let free = match setting.place {
        Place::Page => 0.0,
        Place::Cell { .. } => (most - bar) / 2.0,
    };
    let (left, right) = (left + free, left + free + before + bar + after);
    let (bar_left, bar_right) = (left + before, right - after);

    let plain = Look { ruled: false, ..setting.place.look(Align::Center) };
    let upper = Look { vertical: Vertical::Bottom, ..plain };
    let mut whole =
        Layout::words(broken(&fraction.numerator, &upper, bar_right - bar_left, ruler), upper, bar_left, bar_right, ruler);
    let bar = Frame { row: whole.rows - 1, rows: 1, left: bar_left, right: bar_right, sides: Sides::BOTTOM };
    whole.frames.push(bar);
    let lower = plain;
    whole.below(Layout::words(
        broken(&fraction.denominator, &lower, bar_right - bar_left, ruler),
        lower,
        bar_left,
        bar_right,
        ruler,
    ));

    let middle = Look { vertical: Vertical::Middle, ..plain };
    let beside = [(&fraction.before, left, bar_left, middle), (&fraction.after, bar_right, right, middle)];
    for (text, left, right, look) in beside {
        if let Some(text) = text {
            let mut words = Layout::words(text.clone(), look, left, right, ruler);
            words.stretch_to(whole.rows);
            whole.beside(words);
        }
    }
    for piece in &mut whole.pieces {
        piece.stretch = false;
    }
    whole.below(Layout::room(FOOT, Look::new(Align::Left), left, right));
    whole
}

/// The width of the bar: the wider of the two texts, each on as many lines as it needs.
pub fn bar(fraction: &Fraction, widest: f32, ruler: Ruler, place: Place) -> f32 {
    let look = place.look(Align::Center);
    let numerator = ruler.width(&broken(&fraction.numerator, &look, widest, ruler), &look);
    let denominator = ruler.width(&broken(&fraction.denominator, &look, widest, ruler), &look);
    (numerator.max(denominator) + OVERHANG).min(widest.max(NARROWEST))
}

/// The text on lines of our own, where it does not fit on one: Excel would break after
/// a minus sign, and inside `(n-1)`. A line begins at each minus sign; what is still
/// too long is broken where the PDF would break it.
fn broken(text: &Text, look: &Look, width: f32, ruler: Ruler) -> Text {
    let [Inline::Run { text: words, style }] = text.as_slice() else { return text.clone() };
    let run = |words: &str| Inline::Run { text: words.to_owned(), style: *style };
    // Widths become columns later: what only just fits might not then.
    let fits = |words: &str| ruler.width(&vec![run(words)], look) <= width - 8.0;
    if fits(words) {
        return text.clone();
    }
    let mut terms = Vec::new();
    let mut from = 0;
    for (at, _) in words.match_indices(" - ").chain(words.match_indices(" \u{2212} ")) {
        if at > from {
            terms.push(&words[from..at]);
            from = at + 1;
        }
    }
    terms.push(&words[from..]);
    let mut out = Vec::new();
    for line in terms.into_iter().flat_map(|term| filled(term, &fits)) {
        if !out.is_empty() {
            out.push(Inline::LineBreak);
        }
        out.push(run(line));
    }
    out
}

/// A text on as few lines as hold it; a minus sign at its head stays with what follows.
pub fn filled<'a>(term: &'a str, fits: &impl Fn(&str) -> bool) -> Vec<&'a str> {
    let sign = term.len() - term.trim_start_matches(['-', '\u{2212}']).trim_start().len();
    let free = opportunities(term).into_iter().filter(|(at, strength)| *strength == Strength::Free && *at > sign);
    let mut lines = Vec::new();
    let (mut from, mut last) = (0, 0);
    for at in free.map(|(at, _)| at).chain([term.len()]) {
        if last > from && !fits(term[from..at].trim_end()) {
            lines.push(term[from..last].trim_end());
            from = last;
        }
        last = at;
    }
    lines.push(term[from..].trim_end());
    lines
}
