//! Text to glyphs, by rustybuzz: kerning, ligatures, composed accents.

use crate::render::face::Face;
pub use crate::render::face::Glyph;
use crate::render::pdf::error::RenderError;
use rustybuzz::{BufferFlags, Direction, UnicodeBuffer, script, shape_with_plan};

/// The glyphs of `text`, their offsets counted from `base`. No-break spaces are
/// drawn as spaces, so that they extract as such.
pub fn shape(text: &str, base: usize, face: &Face<'_>) -> Result<Vec<Glyph>, RenderError> {
    let glyphs = face.shaped.of(text, || shape_anew(text, face))?;
    Ok(glyphs.iter().map(|glyph| Glyph { start: base + glyph.start, ..glyph.clone() }).collect())
}

fn shape_anew(text: &str, face: &Face<'_>) -> Result<Vec<Glyph>, RenderError> {
    let mut buffer = UnicodeBuffer::new();
    for (at, c) in text.char_indices() {
        let c = if matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}') { ' ' } else { c };
        buffer.add(c, at as u32);
    }
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script::LATIN);
    buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
    let shaped = shape_with_plan(&face.shaper, &face.plan, buffer);
    let em = face.shaper.units_per_em() as f32;
    let mut glyphs = Vec::with_capacity(shaped.len());
    for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
        let start = info.cluster as usize;
        // Glyph ids of an sfnt are 16 bits wide.
        let id = info.glyph_id as u16;
        if id == 0 {
            return Err(missing(text, start, face));
        }
        glyphs.push(Glyph { id, advance: position.x_advance as f32 / em, offset: position.x_offset as f32 / em, start });
    }
    Ok(glyphs)
}

fn missing(text: &str, at: usize, face: &Face<'_>) -> RenderError {
    let character = text.get(at..).and_then(|rest| rest.chars().find(|c| !face.has(*c)));
    let character = character.or_else(|| text.get(at..).and_then(|rest| rest.chars().next())).unwrap_or('\u{fffd}');
    let before: Vec<char> = text.get(..at).unwrap_or("").chars().rev().take(20).collect();
    let after = text.get(at..).unwrap_or("").chars().take(20);
    RenderError::MissingGlyph { character, context: before.into_iter().rev().chain(after).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::face::Cut;
    use crate::render::family::Family;

    #[test]
    fn kerning_and_ligatures() {
        let kerned = shape("AV", 0, Family::sans().face(Cut::Regular)).unwrap();
        let apart: f32 = ["A", "V"].iter().map(|c| shape(c, 0, Family::sans().face(Cut::Regular)).unwrap()[0].advance).sum();
        assert!(kerned.iter().map(|g| g.advance).sum::<f32>() < apart);
        assert_eq!(shape("fi", 3, Family::sans().face(Cut::Regular)).unwrap().iter().map(|g| g.start).min(), Some(3));
    }

    #[test]
    fn a_missing_glyph_is_named() {
        let error = shape("Rapat 会議", 0, Family::sans().face(Cut::Bold)).unwrap_err();
        assert_eq!(error, RenderError::MissingGlyph { character: '会', context: "Rapat 会議".into() });
    }

    #[test]
    fn invisible_characters_leave_nothing() {
        assert_eq!(shape("\u{feff}\u{200b}\u{ad}", 0, Family::sans().face(Cut::Regular)).unwrap(), vec![]);
    }

    #[test]
    fn composed_accents() {
        assert_eq!(shape("e\u{301}", 0, Family::sans().face(Cut::Regular)).unwrap().len(), 1);
    }
}
