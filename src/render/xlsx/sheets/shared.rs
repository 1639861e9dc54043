//! The widths that neighbours share.

use super::fraction::{self, beside, is_alone};
use super::setting::{NARROWEST, Place, Shared};
use crate::document::{Align, Block};
use crate::render::xlsx::measure::{INDENT, Ruler};

impl Shared {
    /// The widths that these blocks need, their inner blocks included, where there is this much room.
    pub fn of<'a>(blocks: impl IntoIterator<Item = &'a Block> + Clone, room: f32, ruler: Ruler, place: Place) -> Self {
        let mut shared = Self::default();
        shared.widen(blocks.clone(), room, ruler, place);
        shared.widen_bars(blocks, room, ruler, place);
        shared
    }

    fn widen_bars<'a>(&mut self, blocks: impl IntoIterator<Item = &'a Block>, room: f32, ruler: Ruler, place: Place) {
        for block in blocks {
            match block {
                Block::Items(items) => items.iter().for_each(|(_, inner)| self.widen_bars(inner, room, ruler, place)),
                Block::LabelList(rows) => rows.iter().for_each(|(_, inner)| self.widen_bars(inner, room, ruler, place)),
                Block::Fraction(fraction) if !is_alone(fraction, room, ruler, place) => {
                    let widest = room - self.before - self.after - 2.0 * INDENT;
                    self.bar = self.bar.max(fraction::bar(fraction, widest, ruler, place));
                }
                _ => {}
            }
        }
    }

    fn widen<'a>(&mut self, blocks: impl IntoIterator<Item = &'a Block>, room: f32, ruler: Ruler, place: Place) {
        let plain = place.look(Align::Left);
        for block in blocks {
            match block {
                Block::Items(items) => {
                    for (label, inner) in items {
                        self.label = self.label.max(ruler.width(label, &plain) + 2.0).max(NARROWEST + 6.0);
                        self.widen(inner, room, ruler, place);
                    }
                }
                Block::LabelList(rows) => {
                    for (name, inner) in rows {
                        self.name = self.name.max(ruler.width(name, &plain) + 12.0);
                        self.widen(inner, room, ruler, place);
                    }
                }
                Block::Fraction(fraction) if !is_alone(fraction, room, ruler, place) => {
                    let (before, after) = beside(fraction, ruler, place);
                    (self.before, self.after) = (self.before.max(before), self.after.max(after));
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Fraction, Inline};

    /// A long tail is laid out by itself: the bars of the others are as long as without it.
    #[test]
    fn one_long_tail_shortens_no_other_bar() {
        let text = |text: &str| vec![Inline::plain(text)];
        let fraction = |before: Option<&str>, after: &str| {
            Block::Fraction(Fraction {
                before: before.map(text),
                numerator: text("Jumlah koperasi aktif tahun n"),
                denominator: text("Jumlah seluruh koperasi tahun n"),
                after: Some(text(after)),
                alternative: String::new(),
            })
        };
        let place = Place::Cell { size: 10.0, ruled: true };
        let of = |blocks: &[Block]| Shared::of(blocks, 300.0, Ruler::new("Arial"), place);
        let plain = of(&[fraction(None, "x 100%")]);
        let tail = fraction(Some("ROUND("), "x 100; 1 desimal) x 0,6 + Nilai SAKIP tahun n x 0,4");
        assert_eq!(of(&[fraction(None, "x 100%"), tail]), plain);
        assert!(plain.bar > 180.0 && plain.after > 30.0 && plain.before < 1.0, "{plain:?}");
    }
}
