//! A fraction as cells: the numerator, with the bar below it, over the
//! denominator; what stands beside the bar merged over both.

use super::layout::{Frame, Layout};
use super::setting::{NARROWEST, Place, Setting};
use crate::document::{Align, Fraction, Inline, Text};
use crate::render::linebreak::{Strength, opportunities};
use crate::render::xlsx::look::{Look, Sides, Vertical};
use crate::render::xlsx::measure::{INDENT, Ruler};

/// How much longer than its texts a bar is, in pixels; the texts' columns may end up a little narrower.
const OVERHANG: f32 = 14.0;

/// How much of a place's width stands before a bar at most, and as much after it. A fraction that has more than this beside
/// its bar in all shares no widths: the bars of the others would be short for its sake.
const BESIDE: f32 = 0.3;

/// Room between a bar and what stands beside it.
const GAP: f32 = 14.0;

/// Room below a fraction, so that the denominator does not sit on a rule.
const FOOT: f32 = 3.0;

pub fn fraction(fraction: &Fraction, left: f32, right: f32, setting: Setting) -> Layout {
    let (ruler, shared) = (setting.ruler, setting.shared);
    let widest = (right - left) * BESIDE;
    let own = beside(fraction, ruler, setting.place);
    let is_alone = own.0 > shared.before || own.1 > shared.after;
    let (before, after) = if is_alone { own } else { (shared.before, shared.after) };
    let before = if fraction.before.is_some() { before.max(NARROWEST).min(widest) } else { 0.0 };
    let after = if fraction.after.is_some() { after.max(NARROWEST).min(widest) } else { 0.0 };
    // In the middle of a table's cell; elsewhere at the left, as text.
    let most = right - left - before - after;
    let bar = if is_alone { bar(fraction, most - 2.0 * INDENT, ruler, setting.place) } else { shared.bar };
    let bar = bar.max(NARROWEST).min(most);
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
    let rule = Frame { row: whole.rows - 1, rows: 1, left: bar_left, right: bar_right, sides: Sides::BOTTOM };
    whole.frames.push(rule);
    let lower = plain;
    whole.below(Layout::words(
        broken(&fraction.denominator, &lower, bar_right - bar_left, ruler),
        lower,
        bar_left,
        bar_right,
        ruler,
    ));

    let middle = Look { vertical: Vertical::Middle, ..plain };
    for (text, left, right, look) in [(&fraction.before, left, bar_left, middle), (&fraction.after, bar_right, right, middle)] {
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

/// The widths that what stands before a bar and after it would have on one line.
pub fn beside(fraction: &Fraction, ruler: Ruler, place: Place) -> (f32, f32) {
    let plain = place.look(Align::Left);
    let width = |text: &Option<Text>| text.as_ref().map_or(0.0, |text| (ruler.width(text, &plain) + GAP).max(NARROWEST));
    (width(&fraction.before), width(&fraction.after))
}

/// Whether a fraction shares no widths in a place of this room.
pub fn is_alone(fraction: &Fraction, room: f32, ruler: Ruler, place: Place) -> bool {
    let (before, after) = beside(fraction, ruler, place);
    before + after > room * BESIDE
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
