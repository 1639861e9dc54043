//! Blocks, one below the other, between two places.

use super::chart;
use super::fraction;
use super::layout::Layout;
use super::look::{BODY, Look, TABLE, Vertical};
use super::measure::{INDENT, Ruler};
use super::{signature, table};
use crate::document::{Align, Block, Inline, Style, Text};

/// Widths (pixels) that neighbours share, so that their edges fall together.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Shared {
    /// The hanging labels of items.
    pub label: f32,
    /// The names of a label list.
    pub name: f32,
    /// What stands before and after a fraction's bar.
    pub before: f32,
    pub after: f32,
    /// A fraction's bar.
    pub bar: f32,
}

/// The least width of a place for text, in pixels.
pub const NARROWEST: f32 = 14.0;

const COLON: f32 = 16.0;

/// Room between a fraction's bar and what stands beside it.
const BESIDE: f32 = 14.0;

impl Shared {
    /// The widths that these blocks need, their inner blocks included, where there is this much room.
    pub fn of<'a>(blocks: impl IntoIterator<Item = &'a Block> + Clone, room: f32, ruler: Ruler, place: Place) -> Self {
        let mut shared = Self::default();
        shared.widen(blocks.clone(), ruler, place);
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

/// Where blocks stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    Page,
    /// In a table's cell with rules.
    Cell,
    /// In a table's cell without rules.
    BareCell,
}

impl Place {
    /// How ordinary text looks there.
    pub fn look(self, align: Align) -> Look {
        let size = if self == Place::Page { BODY } else { TABLE };
        Look { size, ruled: self == Place::Cell, ..Look::new(align) }
    }
}

/// What blocks are laid out with.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    pub ruler: Ruler,
    pub shared: Shared,
    pub vertical: Vertical,
    pub place: Place,
    /// The place's left and right edges carry rules that text should stand off.
    pub indent: bool,
}

impl Setting {
    fn look(&self, align: Align) -> Look {
        Look { vertical: self.vertical, indent: self.indent, ..self.place.look(align) }
    }
}

/// The blocks one below the other; nothing at all for no blocks.
pub fn flow(blocks: &[Block], left: f32, right: f32, setting: Setting) -> Layout {
    let mut whole = Layout::default();
    for block in blocks {
        whole.below(one(block, left, right, setting));
    }
    whole
}

/// One block. A page break makes no rows; the part sees to it.
pub fn one(block: &Block, left: f32, right: f32, setting: Setting) -> Layout {
    let ruler = setting.ruler;
    match block {
        Block::Heading { level, text } => {
            let size = match level {
                1 => 14.0,
                2 => 11.0,
                _ => BODY,
            };
            let align = if *level == 1 { Align::Center } else { Align::Left };
            let style = Style { bold: true, ..Style::default() };
            let look = Look { style, size, vertical: Vertical::Top, ..setting.look(align) };
            Layout::words(text.clone(), look, left, right, ruler)
        }
        Block::Paragraph { text, align, style } => {
            let look = Look { style: *style, ..setting.look(*align) };
            Layout::words(text.clone(), look, left, right, ruler)
        }
        Block::Items(items) => {
            let indent = if setting.indent { INDENT } else { 0.0 };
            let width = (setting.shared.label + indent).min((right - left) * 0.4);
            let mut whole = Layout::default();
            for (label, blocks) in items {
                whole.below(hanging(&[(label, left)], blocks, left + width, right, setting));
            }
            whole
        }
        Block::LabelList(rows) => {
            let indent = if setting.indent { INDENT } else { 0.0 };
            let width = (setting.shared.name + indent).min((right - left) * 0.4);
            let value = left + width + COLON.min((right - left) * 0.2);
            let colon: Text = vec![Inline::plain(":")];
            let mut whole = Layout::default();
            for (name, blocks) in rows {
                let labels = [(name, left), (&colon, left + width)];
                whole.below(hanging(&labels, blocks, value, right, setting));
            }
            whole
        }
        Block::Picture(picture) => Layout::picture(picture, setting.look(picture.align), left, right),
        Block::Fraction(fraction) => fraction::fraction(fraction, left, right, setting),
        Block::Table(table) => table::table(table, left, right, ruler).layout,
        Block::Charts(charts) => chart::charts(charts, left, right, ruler),
        Block::Signatures(block) => signature::signatures(block, left, right, ruler),
        Block::Space(height) if !height.is_finite() => Layout::default(),
        Block::Space(height) => Layout::room(height.clamp(0.0, 2000.0), Look::new(Align::Left), left, right),
        Block::PageBreak => Layout::default(),
    }
}

/// Labels on the first row, each up to the next, and blocks at their right.
fn hanging(labels: &[(&Text, f32)], blocks: &[Block], inside: f32, right: f32, setting: Setting) -> Layout {
    let mut whole = flow(blocks, inside, right, Setting { indent: false, ..setting });
    for (index, (label, left)) in labels.iter().enumerate() {
        let end = labels.get(index + 1).map_or(inside, |(_, next)| *next);
        let look = Look { vertical: Vertical::Top, indent: setting.indent && index == 0, ..setting.look(Align::Left) };
        whole.beside(Layout::words((*label).clone(), look, *left, end, setting.ruler));
    }
    whole
}
