//! A fraction as cells: the numerator, with the bar below it, over the
//! denominator; what stands beside the bar merged over both.

use super::flow::{NARROWEST, Place, Setting};
use super::layout::{Frame, Layout};
use super::look::{Look, Sides, Vertical};
use super::measure::Ruler;
use crate::document::{Align, Fraction, Inline, Text};

/// How much longer than its texts a bar is, in pixels; the texts' columns may end up a little narrower.
const OVERHANG: f32 = 14.0;

/// Room below a fraction, so that the denominator does not sit on a rule.
const FOOT: f32 = 3.0;

pub fn fraction(fraction: &Fraction, left: f32, right: f32, setting: Setting) -> Layout {
    let ruler = setting.ruler;
    let widest = (right - left) * 0.3;
    let before = if fraction.before.is_some() { setting.shared.before.max(NARROWEST).min(widest) } else { 0.0 };
    let after = if fraction.after.is_some() { setting.shared.after.max(NARROWEST).min(widest) } else { 0.0 };
    // In the middle of a table's cell; elsewhere at the left, as text.
    let most = right - left - before - after;
    let bar = setting.shared.bar.max(NARROWEST).min(most);
    let free = match setting.place {
        Place::Page => 0.0,
        Place::Cell | Place::BareCell => (most - bar) / 2.0,
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
    whole.below(Layout::words(fraction.denominator.clone(), lower, bar_left, bar_right, ruler));

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
    let denominator = ruler.width(&fraction.denominator, &look);
    (numerator.max(denominator) + OVERHANG).min(widest.max(NARROWEST))
}

/// The numerator broken before its minus sign, where that makes two whole lines of it.
fn broken(text: &Text, look: &Look, width: f32, ruler: Ruler) -> Text {
    let [Inline::Run { text: words, style }] = text.as_slice() else { return text.clone() };
    // Widths become columns later: what only just fits might not then.
    let fits = |words: &str| ruler.width(&vec![Inline::Run { text: words.to_owned(), style: *style }], look) <= width - 8.0;
    let minus = words.match_indices(" - ").chain(words.match_indices(" \u{2212} ")).map(|(at, _)| at);
    let best = minus.filter(|at| fits(&words[..*at]) && fits(&words[*at + 1..])).last();
    match best {
        Some(at) if !fits(words) => vec![
            Inline::Run { text: words[..at].to_owned(), style: *style },
            Inline::LineBreak,
            Inline::Run { text: words[at + 1..].to_owned(), style: *style },
        ],
        _ => text.clone(),
    }
}
