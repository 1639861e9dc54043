//! A line of text, put in its place: aligned, driven to both edges, underlined.

use super::look::Look;
use super::shape::Glyph;
use crate::document::Align;
use crate::render::face::Cut;
use crate::render::family::Family;
use crate::render::pdf::placed::{Ink, Placed, Strip};
use crate::render::pdf::structure::NodeId;
use crate::render::style::LEADING;
use std::sync::Arc;

/// A stretch of a line in one look.
#[derive(Clone, PartialEq, Debug)]
pub struct Segment<'f> {
    pub x: f32,
    pub width: f32,
    pub text: Arc<str>,
    /// Shared by all that is made of the line: a repeated heading, a cell's part on its page.
    pub glyphs: Arc<[Glyph]>,
    pub look: Look<'f>,
}

/// A line of text, not yet in its place.
#[derive(Clone, PartialEq, Debug)]
pub struct Line<'f> {
    /// Without the space at its end.
    pub width: f32,
    pub height: f32,
    pub segments: Vec<Segment<'f>>,
    /// What its height was made for.
    pub family: &'f Family<'f>,
    /// The text, or a typed line break, ends here.
    pub last: bool,
}

impl<'f> Line<'f> {
    /// Keeps the line's text apart from what is read after it: a space that takes no room.
    pub fn parted(mut self, space: Option<&Glyph>) -> Self {
        if let (Some(last), Some(space)) = (self.segments.last_mut(), space)
            && !last.text.ends_with(' ')
        {
            let space = Glyph { start: last.text.len(), ..space.clone() };
            last.glyphs = last.glyphs.iter().cloned().chain([space]).collect();
            last.text = format!("{} ", last.text).into();
        }
        self
    }

    /// Adds a hyphen at the end: a piece of its own, which reads as a soft hyphen.
    pub fn hyphenate(&mut self, look: Look<'f>, hyphen: &Glyph) {
        let width = hyphen.advance * look.size;
        let glyphs = [Glyph { start: 0, ..hyphen.clone() }].into();
        self.segments.push(Segment { x: self.width, width, text: SOFT_HYPHEN.into(), glyphs, look });
        self.width += width;
    }
}

/// What a hyphen that only a line's end has put there reads as.
pub const SOFT_HYPHEN: &str = "\u{ad}";

impl Line<'_> {
    /// From the line's top to its baseline.
    pub fn baseline(&self) -> f32 {
        let size = self.height / LEADING;
        let (ascent, descent) = (self.family.ascent, self.family.descent);
        (self.height - (ascent + descent) * size) / 2.0 + ascent * size
    }

    /// The line's items in a box that begins at `x` and is `width` wide, `y` below its strip's top.
    pub fn place(&self, x: f32, y: f32, width: f32, align: Align, node: Option<NodeId>) -> Vec<Placed> {
        let spare = (width - self.width).max(0.0);
        let indent = match align {
            Align::Left | Align::Justify => 0.0,
            Align::Center => spare / 2.0,
            Align::Right => spare,
        };
        let (stretch, mut inner) = if align == Align::Justify && !self.last { self.stretch(spare) } else { (0.0, 0) };
        let baseline = self.baseline();
        let (ascent, descent) = (self.family.ascent, self.family.descent);
        let (mut items, mut rules) = (Vec::new(), Vec::new());
        let mut added = 0.0;
        for segment in &self.segments {
            let size = segment.look.size;
            let cut = Cut::of(segment.look.bold, segment.look.italic);
            let mut glyphs = segment.glyphs.clone();
            let before = added;
            if stretch > 0.0 {
                let mut wider = segment.glyphs.to_vec();
                for glyph in wider.iter_mut().filter(|g| segment.text.as_bytes().get(g.start) == Some(&b' ')) {
                    if inner > 0 {
                        inner -= 1;
                        glyph.advance += stretch / size;
                        added += stretch;
                    }
                }
                glyphs = wider.into();
            }
            let left = x + indent + segment.x + before;
            // The space at the line's end takes no room on the page.
            let end = (x + indent + self.width + added).min(left + segment.width + added - before).max(left);
            let top = y + baseline - ascent * size;
            if segment.look.underline {
                let thickness = 0.06 * size;
                rules.push(Placed::rule(
                    left,
                    y + baseline + underline_below(&segment.glyphs, self.family, cut) * size,
                    end - left,
                    thickness,
                ));
            }
            items.push(Placed {
                x: left,
                y: top,
                width: end - left,
                height: (ascent + descent) * size,
                ink: Ink::Text { text: segment.text.clone(), glyphs, cut, size, baseline: ascent * size },
                node,
            });
        }
        items.append(&mut rules);
        items
    }

    /// What each space of a justified line gains, and how many spaces do; nothing
    /// where it would tear the line apart.
    fn stretch(&self, spare: f32) -> (f32, usize) {
        let spaces: usize = self.segments.iter().map(|s| s.text.bytes().filter(|&b| b == b' ').count()).sum();
        // A space at the line's end, if there is one, shows nothing.
        let inner = spaces - usize::from(self.segments.last().is_some_and(|s| s.text.ends_with(' ')));
        let stretch = if inner == 0 { 0.0 } else { spare / inner as f32 };
        (if stretch > self.height { 0.0 } else { stretch }, inner)
    }
}

/// How far below the baseline an underline is clear of these letters, in em.
fn underline_below(glyphs: &[Glyph], family: &Family<'_>, cut: Cut) -> f32 {
    // The least air below a comma or a `g`.
    const AIR: f32 = 0.035;
    let face = &family.face(cut).shaper;
    let em = face.units_per_em() as f32;
    let lowest = glyphs
        .iter()
        .filter_map(|glyph| face.glyph_bounding_box(rustybuzz::ttf_parser::GlyphId(glyph.id)))
        .map(|bounds| f32::from(bounds.y_min) / em)
        .fold(0.0, f32::min);
    family.underline.max(AIR - lowest)
}

/// A paragraph's lines as strips; the first and the last two of its lines stay together.
pub fn strips(lines: &[Line<'_>], width: f32, align: Align, node: Option<NodeId>) -> Vec<Strip> {
    let count = lines.len();
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| Strip {
            height: line.height,
            before: 0.0,
            keep: i + 1 < count && (i == 0 || i + 2 == count),
            items: line.place(0.0, 0.0, width, align, node),
        })
        .collect()
}
