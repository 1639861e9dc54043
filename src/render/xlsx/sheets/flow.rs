//! Blocks, one below the other, between two places.

use super::chart;
use super::fraction;
use super::layout::Layout;
use super::setting::Setting;
use super::signature;
use super::table;
use crate::document::{Align, Block, Inline, Style, Text};
use crate::render::style::HEADINGS;
use crate::render::xlsx::look::{Look, Vertical};
use crate::render::xlsx::measure::INDENT;

const COLON: f32 = 16.0;

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
            let size = HEADINGS[usize::from(*level).clamp(1, HEADINGS.len()) - 1];
            let align = if *level == 1 { Align::Center } else { Align::Left };
            let style = Style { bold: true, ..Style::default() };
            let look = Look { style, size, vertical: Vertical::Top, ..setting.look(align) };
            Layout::words(text.clone(), look, left, right, ruler)
        }
        Block::Paragraph { text, align, style } => {
            let look = Look { style: *style, ..setting.look(*align) };
            match figures_apart(text) {
                None => Layout::words(text.clone(), look, left, right, ruler),
                Some(lines) => {
                    let mut whole = Layout::default();
                    for line in lines {
                        whole.below(Layout::words(line, Look { vertical: Vertical::Top, ..look }, left, right, ruler));
                    }
                    whole
                }
            }
        }
        Block::Formula { text, .. } => Layout::words(text.clone(), setting.look(Align::Left), left, right, ruler),
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

/// The lines of a text that holds figures on more than one: each gets a cell, in which its figure stays a number.
pub fn figures_apart(text: &Text) -> Option<Vec<Text>> {
    let is_figure = |inline: &Inline| matches!(inline, Inline::Figure { .. });
    let given: Vec<Text> = text.split(|inline| *inline == Inline::LineBreak).map(<[Inline]>::to_vec).collect();
    let with_figures = given.iter().filter(|line| line.iter().any(is_figure)).count();
    (with_figures > 1).then_some(given)
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
