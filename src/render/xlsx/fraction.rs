//! A fraction as cells: the numerator, with the bar below it, over the
//! denominator; what stands beside the bar merged over both.

use super::flow::{NARROWEST, Setting};
use super::layout::{Frame, Layout};
use super::look::{Look, Sides, Vertical};
use super::measure::Ruler;
use crate::document::{Align, Fraction, Inline, Text};

/// Room below a fraction, so that the denominator does not sit on a rule.
const FOOT: f32 = 3.0;

pub fn fraction(fraction: &Fraction, left: f32, right: f32, setting: Setting) -> Layout {
    let ruler = setting.ruler;
    let widest = (right - left) * 0.3;
    let before = if fraction.before.is_some() { setting.shared.before.max(NARROWEST).min(widest) } else { 0.0 };
    let after = if fraction.after.is_some() { setting.shared.after.max(NARROWEST).min(widest) } else { 0.0 };
    let (bar_left, bar_right) = (left + before, right - after);

    let upper = Look { vertical: Vertical::Bottom, ..Look::new(Align::Center) };
    let mut whole =
        Layout::words(broken(&fraction.numerator, &upper, bar_right - bar_left, ruler), upper, bar_left, bar_right, ruler);
    let bar = Frame { row: whole.rows - 1, rows: 1, left: bar_left, right: bar_right, sides: Sides::BOTTOM };
    whole.frames.push(bar);
    let lower = Look::new(Align::Center);
    whole.below(Layout::words(fraction.denominator.clone(), lower, bar_left, bar_right, ruler));

    let middle = Look { vertical: Vertical::Middle, ..Look::new(Align::Center) };
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
