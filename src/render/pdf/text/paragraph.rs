//! Inline text to lines.

use super::balance::{Piece, balanced, filled, widest_term};
use super::fallback::drawable;
use super::shape::{Glyph, shape};
use crate::document::Inline;
use crate::render::face::Cut;
use crate::render::hyphen::{points, points_anyhow};
use crate::render::linebreak::{Strength, opportunities, within_word};
use crate::render::pdf::error::RenderError;
use crate::render::style::LEADING;
use std::ops::Range;

pub use super::line::{Line, SOFT_HYPHEN, Segment, strips};
pub use super::look::{Look, sized};

/// How lines are chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Setting {
    Filled,
    /// Filled, words divided between their syllables.
    Hyphenated,
    Balanced,
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

    /// The lines that are broken by hand, without their line feeds.
    fn hard_lines(&self) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        self.text.split('\n').map(move |hard| {
            let range = start..start + hard.len();
            start = range.end + 1;
            range
        })
    }

    fn push(&mut self, text: &str, look: Look<'f>) {
        let start = self.text.len();
        let plain: String = text
            .chars()
            .filter_map(|c| match c {
                '\t' => Some(' '),
                '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
                '\r' => None,
                c => Some(c),
            })
            .collect();
        self.text.push_str(&drawable(&plain, look.family.face(Cut::of(look.bold, look.italic))));
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
    for range in flat.hard_lines() {
        hard_line(&flat, range, base, width, setting, &mut out)?;
    }
    Ok(out)
}

/// The widest stretch of a text that no line break divides.
pub fn least_width(inlines: &[Inline], base: Look<'_>) -> Result<f32, RenderError> {
    let flat = Flat::of(inlines, base);
    let mut widest = 0.0f32;
    for range in flat.hard_lines() {
        let glyphs = shaped(&flat, range.clone())?;
        for (_, piece) in pieces(&flat, range, &glyphs, f32::INFINITY, Divisions::NONE) {
            widest = widest.max(piece.width);
        }
    }
    Ok(widest)
}

/// The widest stretch of a text whose words may be divided between syllables, its numbers nowhere.
pub fn divided_width(inlines: &[Inline], base: Look<'_>) -> Result<f32, RenderError> {
    let flat = Flat::of(inlines, base);
    let mut widest = 0.0f32;
    for range in flat.hard_lines() {
        let glyphs = shaped(&flat, range.clone())?;
        let torn = hyphens(&flat, &range, &points_anyhow(&flat.text[range.clone()]))?;
        let (mut used, mut is_number) = (0.0, false);
        for (part, piece) in pieces(&flat, range, &glyphs, 0.0, Divisions { soft: &[], torn: &torn }) {
            used += piece.width;
            is_number |= glyphs[part].iter().any(|(glyph, _)| flat.text.as_bytes()[glyph.start].is_ascii_digit());
            widest = widest.max(used + piece.hyphen);
            if piece.after > Strength::Joint || piece.after == Strength::Joint && !is_number {
                (used, is_number) = (0.0, false);
            }
        }
    }
    Ok(widest)
}

/// The width of a text's widest line where none is broken.
pub fn natural_width(inlines: &[Inline], base: Look<'_>) -> Result<f32, RenderError> {
    let lines = lines(inlines, base, f32::INFINITY, Setting::Filled)?;
    Ok(lines.iter().map(|line| line.width).fold(0.0, f32::max))
}

/// The width at which every term of a numerator or denominator stands on a line of its own.
pub fn term_width(inlines: &[Inline], base: Look<'_>) -> Result<f32, RenderError> {
    let flat = Flat::of(inlines, base);
    let mut widest = 0.0f32;
    for range in flat.hard_lines() {
        let glyphs = shaped(&flat, range.clone())?;
        let measures: Vec<Piece> =
            pieces(&flat, range, &glyphs, f32::INFINITY, Divisions::NONE).into_iter().map(|(_, piece)| piece).collect();
        widest = widest.max(widest_term(&measures));
    }
    Ok(widest)
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

/// The places where words may be divided, each with the hyphen it would get: any word, and one too long for its line.
#[derive(Clone, Copy)]
struct Divisions<'a> {
    soft: &'a [(usize, Spanned)],
    torn: &'a [(usize, Spanned)],
}

impl Divisions<'_> {
    const NONE: Divisions<'static> = Divisions { soft: &[], torn: &[] };
}

/// The hyphen at this place; the places rise.
fn hyphen_at(hyphens: &[(usize, Spanned)], at: usize) -> Option<&Spanned> {
    hyphens.binary_search_by_key(&at, |(at, _)| *at).ok().map(|index| &hyphens[index].1)
}

/// The unbreakable stretches with the glyphs of each; those wider than `width`
/// are broken down into clusters.
fn pieces(
    flat: &Flat<'_>,
    range: Range<usize>,
    glyphs: &[Spanned],
    width: f32,
    divisions: Divisions<'_>,
) -> Vec<(Range<usize>, Piece)> {
    let text = &flat.text[range.clone()];
    let mut ends: Vec<(usize, Strength, f32)> =
        opportunities(text).into_iter().map(|(at, strength)| (at, strength, 0.0)).collect();
    // A syllable that begins within a ligature cannot be divided from it.
    let whole = |at: usize| glyphs.binary_search_by_key(&(range.start + at), |(glyph, _)| glyph.start).is_ok();
    let dividing = divisions.soft.iter().filter(|(at, _)| whole(*at));
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
                    let start = glyphs[to].0.start;
                    let torn = hyphen_at(divisions.torn, start - range.start);
                    let after = torn.map_or_else(|| within_word(&flat.text, start), |_| Strength::Hyphen);
                    let hyphen = torn.map_or(0.0, |hyphen| advance(flat, hyphen));
                    (to, Piece { width: sum(&glyphs[from..to]), space: 0.0, after, operator: false, hyphen })
                };
                out.push((from..end, piece));
                from = to;
            }
        }
        first = past;
    }
    out
}

/// Places where a line's words may be divided, from the line's first byte, with the hyphen of the letters before each.
fn hyphens(flat: &Flat<'_>, range: &Range<usize>, points: &[usize]) -> Result<Vec<(usize, Spanned)>, RenderError> {
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
        [(glyph, _)] => flat.text[glyph.start..].starts_with(['-', '–', '−', '+', '×', '÷']),
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
    let text = &flat.text[range.clone()];
    let soft = if setting == Setting::Hyphenated { hyphens(flat, &range, &points(text))? } else { Vec::new() };
    let mut pieced = pieces(flat, range.clone(), &glyphs, width, Divisions { soft: &soft, torn: &[] });
    let mut torn = Vec::new();
    if pieced.iter().any(|(_, piece)| piece.after <= Strength::Joint) {
        torn = hyphens(flat, &range, &points_anyhow(text))?;
        pieced = pieces(flat, range.clone(), &glyphs, width, Divisions { soft: &soft, torn: &torn });
    }
    let (parts, measures): (Vec<_>, Vec<_>) = pieced.into_iter().unzip();
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
            let at = end - range.start;
            if let Some((hyphen, span)) = hyphen_at(&soft, at).or_else(|| hyphen_at(&torn, at)) {
                line.hyphenate(flat.spans[*span].1, hyphen);
            }
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
            text: flat.text.get(start..stop).unwrap_or("").into(),
            glyphs: glyphs[from..to].iter().map(|(glyph, _)| Glyph { start: glyph.start - start, ..glyph.clone() }).collect(),
            look: flat.spans[span].1,
        });
        x += wide;
        from = to;
    }
    let size = segments.iter().map(|s| s.look.size).fold(0.0, f32::max);
    Line { width, height: size * LEADING, segments, family: base.family, last }
}
