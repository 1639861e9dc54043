//! Inline text to lines, and lines to strips.

use super::balance::{Piece, balanced, filled};
use super::error::RenderError;
use super::measure::LEADING;
use super::placed::{Ink, Placed, Strip};
use super::shape::{Glyph, shape};
use super::structure::NodeId;
use crate::document::{Align, Inline};
use crate::render::face::Cut;
use crate::render::family::Family;
use crate::render::hyphen::points;
use crate::render::linebreak::{Strength, opportunities};
use std::ops::Range;

/// How text looks where its runs do not say otherwise.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Look<'f> {
    pub family: &'f Family<'f>,
    pub size: f32,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
}

impl<'f> Look<'f> {
    pub fn plain(family: &'f Family<'f>, size: f32) -> Self {
        Self { family, size, bold: false, italic: false, underline: false }
    }

    pub fn bold(family: &'f Family<'f>, size: f32) -> Self {
        Self { bold: true, ..Self::plain(family, size) }
    }

    /// The height of one line.
    pub fn line_height(self) -> f32 {
        self.size * LEADING
    }
}

/// How lines are chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Setting {
    Filled,
    /// Filled, words divided between their syllables.
    Hyphenated,
    Balanced,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Segment<'f> {
    pub x: f32,
    pub width: f32,
    pub text: String,
    pub glyphs: Vec<Glyph>,
    pub look: Look<'f>,
}

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

/// Sizes beyond these serve no page.
const SIZES: (f32, f32) = (4.0, 48.0);

/// The size asked for, if it is one, else the usual one.
pub fn sized(wished: Option<f32>, usual: f32) -> f32 {
    wished.filter(|size| size.is_finite()).unwrap_or(usual).clamp(SIZES.0, SIZES.1)
}

/// Runs joined into one text, each stretch with its look.
struct Flat<'f> {
    text: String,
    spans: Vec<(Range<usize>, Look<'f>)>,
}

impl<'f> Flat<'f> {
    fn of(inlines: &[Inline], base: Look<'f>) -> Self {
        let mut flat = Flat { text: String::new(), spans: Vec::new() };
        for inline in inlines {
            let look = match inline {
                Inline::Run { style, .. } | Inline::Figure { style, .. } => Look {
                    family: base.family,
                    size: sized(style.size, base.size),
                    bold: base.bold || style.bold,
                    italic: base.italic || style.italic,
                    underline: base.underline || style.underline,
                },
                Inline::LineBreak => base,
            };
            flat.push(inline.text(), look);
        }
        flat
    }

    fn push(&mut self, text: &str, look: Look<'f>) {
        let start = self.text.len();
        self.text.extend(text.chars().filter_map(|c| match c {
            '\t' => Some(' '),
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\r' => None,
            c => Some(c),
        }));
        let end = self.text.len();
        match self.spans.last_mut() {
            // Runs of one look are shaped as one, or kerning would stop at their seam.
            Some((range, last)) if *last == look => range.end = end,
            _ => self.spans.push((start..end, look)),
        }
    }
}

/// The lines of a text in a column of this width; none for a text without characters.
pub fn lines<'f>(inlines: &[Inline], base: Look<'f>, width: f32, setting: Setting) -> Result<Vec<Line<'f>>, RenderError> {
    let flat = Flat::of(inlines, base);
    let mut out = Vec::new();
    if flat.text.is_empty() {
        return Ok(out);
    }
    let mut start = 0;
    for hard in flat.text.split('\n') {
        let range = start..start + hard.len();
        start = range.end + 1;
        hard_line(&flat, range, base, width, setting, &mut out)?;
    }
    Ok(out)
}

/// The widest stretch of a text that no line break divides.
pub fn least_width(inlines: &[Inline], base: Look<'_>) -> Result<f32, RenderError> {
    let flat = Flat::of(inlines, base);
    let mut widest = 0.0f32;
    let mut start = 0;
    for hard in flat.text.split('\n') {
        let range = start..start + hard.len();
        start = range.end + 1;
        let glyphs = shaped(&flat, range.clone())?;
        for (_, piece) in pieces(&flat, range, &glyphs, f32::INFINITY, &[]) {
            widest = widest.max(piece.width);
        }
    }
    Ok(widest)
}

/// The width of a text's widest line where none is broken.
pub fn natural_width(inlines: &[Inline], base: Look<'_>) -> Result<f32, RenderError> {
    let lines = lines(inlines, base, f32::INFINITY, Setting::Filled)?;
    Ok(lines.iter().map(|line| line.width).fold(0.0, f32::max))
}

/// A glyph and the span it belongs to.
type Spanned = (Glyph, usize);

fn shaped(flat: &Flat<'_>, range: Range<usize>) -> Result<Vec<Spanned>, RenderError> {
    let mut glyphs = Vec::new();
    for (index, (span, look)) in flat.spans.iter().enumerate() {
        let (from, to) = (span.start.max(range.start), span.end.min(range.end));
        if from < to {
            let cut = Cut::of(look.bold, look.italic);
            glyphs.extend(shape(&flat.text[from..to], from, look.family.face(cut))?.into_iter().map(|glyph| (glyph, index)));
        }
    }
    Ok(glyphs)
}

fn advance(flat: &Flat<'_>, glyph: &Spanned) -> f32 {
    glyph.0.advance * flat.spans[glyph.1].1.size
}

fn is_space(flat: &Flat<'_>, glyph: &Spanned) -> bool {
    flat.text.as_bytes().get(glyph.0.start) == Some(&b' ')
}

/// The unbreakable stretches with the glyphs of each; those wider than `width`
/// are broken down into clusters. `hyphens` are the places where a word may be
/// divided, each with the hyphen it would get.
fn pieces(
    flat: &Flat<'_>,
    range: Range<usize>,
    glyphs: &[Spanned],
    width: f32,
    hyphens: &[(usize, Spanned)],
) -> Vec<(Range<usize>, Piece)> {
    let text = &flat.text[range.clone()];
    let mut ends: Vec<(usize, Strength, f32)> =
        opportunities(text).into_iter().map(|(at, strength)| (at, strength, 0.0)).collect();
    // A syllable that begins within a ligature cannot be divided from it.
    let whole = |at: usize| glyphs.iter().any(|(glyph, _)| glyph.start == range.start + at);
    let dividing = hyphens.iter().filter(|(at, _)| whole(*at));
    ends.extend(dividing.map(|(at, hyphen)| (*at, Strength::Hyphen, advance(flat, hyphen))));
    ends.sort_by_key(|(at, _, _)| *at);
    ends.push((text.len(), Strength::Free, 0.0));
    let mut out = Vec::new();
    let mut first = 0;
    for (end, after, hyphen) in ends {
        let past = first + glyphs[first..].iter().take_while(|(glyph, _)| glyph.start < range.start + end).count();
        if past == first {
            continue;
        }
        let bare = first + glyphs[first..past].iter().rposition(|g| !is_space(flat, g)).map_or(0, |last| last + 1);
        let sum = |part: &[Spanned]| part.iter().map(|g| advance(flat, g)).sum::<f32>();
        let operator = is_operator(flat, &glyphs[first..bare]);
        let piece = Piece { width: sum(&glyphs[first..bare]), space: sum(&glyphs[bare..past]), after, operator, hyphen };
        if piece.width <= width {
            out.push((first..past, piece));
        } else {
            let mut from = first;
            for to in first + 1..=bare {
                if to < bare && glyphs[to].0.start == glyphs[from].0.start {
                    continue;
                }
                let (end, piece) = if to == bare {
                    (past, Piece { width: sum(&glyphs[from..to]), operator: false, ..piece })
                } else {
                    let tight = Strength::Tight;
                    (to, Piece { width: sum(&glyphs[from..to]), space: 0.0, after: tight, operator: false, hyphen: 0.0 })
                };
                out.push((from..end, piece));
                from = to;
            }
        }
        first = past;
    }
    out
}

/// The places where a line's words may be divided, from the line's first byte,
/// with the hyphen of the letters before each.
fn hyphens(flat: &Flat<'_>, range: &Range<usize>) -> Result<Vec<(usize, Spanned)>, RenderError> {
    let points = points(&flat.text[range.clone()]);
    let mut out = Vec::new();
    for (index, (span, look)) in flat.spans.iter().enumerate() {
        let own = points.iter().filter(|at| span.contains(&(range.start + **at - 1)));
        let own: Vec<usize> = own.copied().collect();
        if own.is_empty() {
            continue;
        }
        // One for all of the span: they are alike.
        let hyphen = shape("-", 0, look.family.face(Cut::of(look.bold, look.italic)))?.into_iter().next();
        out.extend(hyphen.into_iter().flat_map(|hyphen| own.iter().map(move |at| (*at, (hyphen.clone(), index)))));
    }
    Ok(out)
}

fn is_operator(flat: &Flat<'_>, glyphs: &[Spanned]) -> bool {
    match glyphs {
        [(glyph, _)] => flat.text[glyph.start..].starts_with(['-', '–', '−', '+']),
        _ => false,
    }
}

fn hard_line<'f>(
    flat: &Flat<'f>,
    range: Range<usize>,
    base: Look<'f>,
    width: f32,
    setting: Setting,
    out: &mut Vec<Line<'f>>,
) -> Result<(), RenderError> {
    let glyphs = shaped(flat, range.clone())?;
    let hyphens = if setting == Setting::Hyphenated { hyphens(flat, &range)? } else { Vec::new() };
    let (parts, measures): (Vec<_>, Vec<_>) = pieces(flat, range.clone(), &glyphs, width, &hyphens).into_iter().unzip();
    let chosen = match setting {
        Setting::Filled | Setting::Hyphenated => filled(&measures, width),
        Setting::Balanced => balanced(&measures, width),
    };
    if chosen.is_empty() {
        out.push(Line { width: 0.0, height: base.line_height(), segments: Vec::new(), family: base.family, last: true });
        return Ok(());
    }
    let count = chosen.len();
    for (index, pieces) in chosen.into_iter().enumerate() {
        let first = parts[pieces.start].start;
        let past = parts[pieces.end - 1].end;
        let end = glyphs.get(past).map_or(range.end, |(glyph, _)| glyph.start);
        let mut line = line(flat, base, &glyphs[first..past], end, index + 1 == count);
        if measures[pieces.end - 1].after == Strength::Hyphen && index + 1 < count {
            let hyphen = hyphens.iter().find(|(at, _)| range.start + at == end);
            hyphen.into_iter().for_each(|(_, hyphen)| line.hyphenate(flat, hyphen));
        }
        out.push(line);
    }
    Ok(())
}

/// One line of these glyphs, whose text ends at byte `end`. Of the spaces at its
/// end one stays, so that the words of a paragraph extract apart.
fn line<'f>(flat: &Flat<'f>, base: Look<'f>, glyphs: &[Spanned], end: usize, last: bool) -> Line<'f> {
    let bare = glyphs.iter().rposition(|g| !is_space(flat, g)).map_or(0, |i| i + 1);
    let width: f32 = glyphs[..bare].iter().map(|g| advance(flat, g)).sum();
    let kept = (bare + usize::from(!last)).min(glyphs.len());
    let end = glyphs.get(kept).map_or(end, |(glyph, _)| glyph.start);
    let mut segments: Vec<Segment<'f>> = Vec::new();
    let mut x = 0.0;
    let mut from = 0;
    while from < kept {
        let span = glyphs[from].1;
        let to = from + glyphs[from..kept].iter().take_while(|g| g.1 == span).count();
        let start = glyphs[from].0.start;
        let stop = glyphs[..kept].get(to).map_or(end, |(glyph, _)| glyph.start);
        let wide: f32 = glyphs[from..to].iter().map(|g| advance(flat, g)).sum();
        segments.push(Segment {
            x,
            width: wide,
            text: flat.text.get(start..stop).unwrap_or("").to_string(),
            glyphs: glyphs[from..to].iter().map(|(glyph, _)| Glyph { start: glyph.start - start, ..glyph.clone() }).collect(),
            look: flat.spans[span].1,
        });
        x += wide;
        from = to;
    }
    let size = segments.iter().map(|s| s.look.size).fold(0.0, f32::max);
    Line { width, height: size * LEADING, segments, family: base.family, last }
}

impl<'f> Line<'f> {
    /// Adds a hyphen at the end: a piece of its own, which reads as a soft hyphen.
    fn hyphenate(&mut self, flat: &Flat<'f>, hyphen: &Spanned) {
        let look = flat.spans[hyphen.1].1;
        let width = advance(flat, hyphen);
        let glyphs = vec![Glyph { start: 0, ..hyphen.0.clone() }];
        self.segments.push(Segment { x: self.width, width, text: SOFT_HYPHEN.to_owned(), glyphs, look });
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
                for glyph in glyphs.iter_mut().filter(|g| segment.text.as_bytes().get(g.start) == Some(&b' ')) {
                    if inner > 0 {
                        inner -= 1;
                        glyph.advance += stretch / size;
                        added += stretch;
                    }
                }
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
