//! The widths that neighbours share.

use super::fraction;
use super::setting::{NARROWEST, Place, Shared};
use crate::document::{Align, Block};
use crate::render::xlsx::measure::{INDENT, Ruler};

/// Room between a fraction's bar and what stands beside it.
const BESIDE: f32 = 14.0;

impl Shared {
    /// The widths that these blocks need, their inner blocks included, where there is this much room.
    pub fn of<'a>(blocks: impl IntoIterator<Item = &'a Block> + Clone, room: f32, ruler: Ruler, place: Place) -> Self {
        let mut shared = Self::default();
        shared.widen(blocks.clone(), ruler, place);
        // What is longer goes on below itself: a long tail leaves room for the bars of all.
        shared.before = shared.before.min(room * fraction::BESIDE);
        shared.after = shared.after.min(room * fraction::BESIDE);
        shared.widen_bars(blocks, room, ruler, place);
        shared
    }

    fn widen_bars<'a>(&mut self, blocks: impl IntoIterator<Item = &'a Block>, room: f32, ruler: Ruler, place: Place) {
        for block in blocks {
            match block {
                Block::Items(items) => items.iter().for_each(|(_, inner)| self.widen_bars(inner, room, ruler, place)),
                Block::LabelList(rows) => rows.iter().for_each(|(_, inner)| self.widen_bars(inner, room, ruler, place)),
                Block::Fraction(fraction) => {
                    let widest = room - self.before - self.after - 2.0 * INDENT;
                    self.bar = self.bar.max(fraction::bar(fraction, widest, ruler, place));
                }
                _ => {}
            }
        }
    }

    fn widen<'a>(&mut self, blocks: impl IntoIterator<Item = &'a Block>, ruler: Ruler, place: Place) {
        let plain = place.look(Align::Left);
        for block in blocks {
            match block {
                Block::Items(items) => {
                    for (label, inner) in items {
                        self.label = self.label.max(ruler.width(label, &plain) + 2.0).max(NARROWEST + 6.0);
                        self.widen(inner, ruler, place);
                    }
                }
                Block::LabelList(rows) => {
                    for (name, inner) in rows {
                        self.name = self.name.max(ruler.width(name, &plain) + 12.0);
                        self.widen(inner, ruler, place);
                    }
                }
                Block::Fraction(fraction) => {
                    for (text, width) in [(&fraction.before, &mut self.before), (&fraction.after, &mut self.after)] {
                        if let Some(text) = text {
                            *width = width.max(ruler.width(text, &plain) + BESIDE).max(NARROWEST);
                        }
                    }
                }
                _ => {}
            }
        }
    }
}
