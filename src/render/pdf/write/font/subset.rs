//! The glyphs that a document shows, as embedded subsets.

use crate::render::face::{Cut, Face};
use crate::render::family::{Family, Feigned};
use crate::render::pdf::error::RenderError;
use crate::render::pdf::placed::{Ink, Page};
use crate::render::pdf::text::paragraph::SOFT_HYPHEN;
use crate::render::pdf::text::shape::Glyph;
use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use subsetter::{GlyphRemapper, subset};

/// One cut's subset.
pub struct Subset<'f> {
    face: &'f Face<'f>,
    /// What is done to its letters, where they stand in for a cut that is missing.
    pub feigned: Feigned,
    pub cut: Cut,
    /// The name by which pages call it.
    pub id: FontId,
    remapper: GlyphRemapper,
    /// What each of the face's glyphs stands for.
    texts: BTreeMap<u16, String>,
    /// The number and the advance in em of each of the face's glyphs that is shown, at the glyph's own number.
    shown: Vec<(u16, f32)>,
}

/// Which glyphs each cut shows, and what they stand for.
pub fn subsets<'f>(pages: &[Page], also: &[(Cut, &[Glyph], &str)], family: &'f Family<'f>) -> Vec<Subset<'f>> {
    let mut used: BTreeMap<Cut, BTreeMap<u16, String>> = BTreeMap::new();
    let shown = pages.iter().flat_map(Page::all).filter_map(|item| match &item.ink {
        // Its own meaning stands with each use of it.
        Ink::Text { text, glyphs, cut, .. } if &**text == SOFT_HYPHEN => Some((*cut, &**glyphs, "-")),
        Ink::Text { text, glyphs, cut, .. } | Ink::Upright { text, glyphs, cut, .. } => Some((*cut, &**glyphs, &**text)),
        _ => None,
    });
    for (cut, glyphs, text) in shown.chain(also.iter().copied()) {
        note(used.entry(cut).or_default(), glyphs, text, family.face(cut));
    }
    used.into_iter()
        .map(|(cut, texts)| {
            let mut remapper = GlyphRemapper::new();
            for &glyph in texts.keys() {
                remapper.remap(glyph);
            }
            let id = FontId(["FR", "FB", "FI", "FBI"][cut as usize].to_string());
            let face = family.face(cut);
            let mut shown = vec![(0, 0.0); texts.keys().next_back().map_or(0, |last| usize::from(*last) + 1)];
            for &glyph in texts.keys() {
                shown[usize::from(glyph)] = (remapper.get(glyph).unwrap_or(0), advance(face, glyph));
            }
            Subset { face, feigned: family.feigned(cut), cut, id, remapper, texts, shown }
        })
        .collect()
}

/// Notes the characters behind each glyph: of a cluster of several glyphs each
/// takes its own where their numbers agree, else the first takes all.
fn note(texts: &mut BTreeMap<u16, String>, glyphs: &[Glyph], text: &str, face: &Face<'_>) {
    let face = &face.shaper;
    let mut from = 0;
    while from < glyphs.len() {
        let start = glyphs[from].start;
        let is_alone = glyphs.get(from + 1).is_none_or(|next| next.start != start);
        if is_alone && texts.get(&glyphs[from].id).is_some_and(|known| !known.is_empty()) {
            from += 1;
            continue;
        }
        let to = from + glyphs[from..].iter().take_while(|glyph| glyph.start == start).count();
        let end = glyphs.get(to).map_or(text.len(), |glyph| glyph.start);
        let cluster: Vec<char> =
            text.get(start..end).unwrap_or("").chars().filter(|c| !is_invisible(*c)).map(plain_space).collect();
        let several = to - from > 1;
        for (index, glyph) in glyphs[from..to].iter().enumerate() {
            let own = cluster.iter().find(|c| several && face.glyph_index(**c).is_some_and(|id| id.0 == glyph.id));
            let means: String = match own {
                Some(c) => c.to_string(),
                None if several && cluster.len() == to - from => cluster[index].to_string(),
                None if index == 0 => cluster.iter().collect(),
                None => String::new(),
            };
            let known = texts.entry(glyph.id).or_default();
            if known.is_empty() {
                *known = means;
            }
        }
        from = to;
    }
}

/// How far the face's own advance moves the pen, in em.
fn advance(face: &Face<'_>, glyph: u16) -> f32 {
    let face = &face.shaper;
    face.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(glyph)).map_or(0.0, |a| f32::from(a) / face.units_per_em() as f32)
}

fn plain_space(c: char) -> char {
    if matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}') { ' ' } else { c }
}

/// Characters that shape to nothing and are swallowed by the cluster before them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

impl Subset<'_> {
    /// The glyph's id in the subset.
    fn id_of(&self, glyph: u16) -> u16 {
        self.shown(glyph).0
    }

    /// The glyph's id in the subset, and how far the face's own advance moves the pen, in em.
    pub fn shown(&self, glyph: u16) -> (u16, f32) {
        self.shown.get(usize::from(glyph)).copied().unwrap_or((0, 0.0))
    }

    /// The glyphs as (id in the subset, advance in thousandths of an em, text).
    pub fn glyphs(&self) -> Vec<(u16, f32, &str)> {
        let face = &self.face.shaper;
        let em = face.units_per_em() as f32;
        let mut glyphs: Vec<_> = self
            .texts
            .iter()
            .map(|(&glyph, text)| {
                let advance = face.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(glyph)).unwrap_or(0);
                (self.id_of(glyph), f32::from(advance) * 1000.0 / em, text.as_str())
            })
            .collect();
        glyphs.sort_by_key(|glyph| glyph.0);
        glyphs
    }

    /// The subset as printpdf takes it, its name tagged by its contents (ISO 32000-1, 9.6.4).
    pub fn parsed(&self) -> Result<ParsedFont, RenderError> {
        let face = self.face;
        let bytes =
            subset(face.data, face.index, &self.remapper).map_err(|error| RenderError::Internal { reason: error.to_string() })?;
        let tag: String = Sha256::digest(&bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
        let name = face.postscript_name();
        let shaper = &face.shaper;
        let em = shaper.units_per_em() as u16;
        let bounds = shaper.global_bounding_box();
        let slant = shaper.italic_angle();
        Ok(ParsedFont {
            original_bytes: bytes,
            font_index: 0,
            font_name: Some(format!("{tag}+{name}")),
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: self
                .texts
                .keys()
                .map(|&glyph| (self.id_of(glyph), shaper.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(glyph)).unwrap_or(0)))
                .collect(),
            units_per_em: em,
            font_metrics: FontMetrics { ascent: shaper.ascender(), descent: shaper.descender() },
            font_type: FontType::TrueType,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: em,
                x_min: bounds.x_min,
                y_min: bounds.y_min,
                x_max: bounds.x_max,
                y_max: bounds.y_max,
                caret_slope_rise: if slant == 0.0 { 1 } else { 1000 },
                caret_slope_run: (-slant.to_radians().tan() * 1000.0) as i16,
                us_weight_class: if self.cut.is_bold() { 700 } else { 400 },
            },
        })
    }
}
