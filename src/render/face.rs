//! One cut of a family of letters, parsed and ready to shape and to measure.

use rustybuzz::{Direction, ShapePlan, script, ttf_parser};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// The four cuts of a family.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Cut {
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

impl Cut {
    pub const ALL: [Cut; 4] = [Cut::Regular, Cut::Bold, Cut::Italic, Cut::BoldItalic];

    pub fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Cut::Regular,
            (true, false) => Cut::Bold,
            (false, true) => Cut::Italic,
            (true, true) => Cut::BoldItalic,
        }
    }

    pub fn is_bold(self) -> bool {
        matches!(self, Cut::Bold | Cut::BoldItalic)
    }

    pub fn is_italic(self) -> bool {
        matches!(self, Cut::Italic | Cut::BoldItalic)
    }
}

/// A parsed face and its file.
pub struct Face<'d> {
    pub data: &'d [u8],
    /// Which face of a collection (`.ttc`), from 0.
    pub index: u32,
    /// For shaping; also a `ttf_parser::Face`.
    pub shaper: rustybuzz::Face<'d>,
    pub plan: ShapePlan,
    /// What was shaped already: a table's texts are measured several times before they are set.
    pub shaped: Shaped,
    /// The widths of the ASCII letters in font units; none where there is no glyph.
    ascii: [Option<u16>; 128],
}

/// A glyph and the characters it stands for.
#[derive(Clone, PartialEq, Debug)]
pub struct Glyph {
    pub id: u16,
    /// How far the pen moves on, in em.
    pub advance: f32,
    /// How far it stands from the pen, in em.
    pub offset: f32,
    /// Its characters' byte offset in the text; glyphs of one cluster share it.
    pub start: usize,
}

/// The glyphs of texts in one face.
#[derive(Default)]
pub struct Shaped(Mutex<BTreeMap<Box<str>, Arc<[Glyph]>>>);

impl Shaped {
    /// Texts that are kept at most, and the longest of them in bytes: a long report's memory stays what it was.
    const MOST: usize = 4_096;
    const LONGEST: usize = 256;

    /// The glyphs of a text, by `shape` where they are not known.
    pub fn of<E>(&self, text: &str, shape: impl FnOnce() -> Result<Vec<Glyph>, E>) -> Result<Arc<[Glyph]>, E> {
        // A thread that panicked left whole entries behind, or none.
        let kept = || self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(known) = kept().get(text) {
            return Ok(known.clone());
        }
        let glyphs: Arc<[Glyph]> = shape()?.into();
        if text.len() <= Self::LONGEST {
            let mut kept = kept();
            if kept.len() >= Self::MOST {
                kept.clear();
            }
            kept.insert(text.into(), glyphs.clone());
        }
        Ok(glyphs)
    }
}

impl<'d> Face<'d> {
    /// The face of a font file; `None` where the file is no font, or has no
    /// outlines that can be embedded.
    pub fn parse(data: &'d [u8], index: u32) -> Option<Self> {
        let shaper = rustybuzz::Face::from_slice(data, index)?;
        let tables = shaper.tables();
        if tables.glyf.is_none() && tables.cff.is_none() {
            return None;
        }
        let plan = ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::LATIN), None, &[]);
        let width = |code: usize| {
            let glyph = shaper.glyph_index(char::from_u32(code as u32)?)?;
            Some(shaper.glyph_hor_advance(glyph).unwrap_or(0))
        };
        let ascii = std::array::from_fn(width);
        Some(Self { data, index, plan, shaped: Shaped::default(), ascii, shaper })
    }

    /// The width of a character in points at a size in points; none where the face has no glyph for it.
    pub fn width(&self, c: char, size: f32) -> Option<f32> {
        let units = match self.ascii.get(c as usize) {
            Some(units) => *units,
            None => self.shaper.glyph_index(c).map(|glyph| self.shaper.glyph_hor_advance(glyph).unwrap_or(0)),
        };
        units.map(|units| f32::from(units) * size / self.shaper.units_per_em() as f32)
    }

    /// Whether the face has a glyph for the character.
    pub fn has(&self, c: char) -> bool {
        self.ascii.get(c as usize).map_or_else(|| self.shaper.glyph_index(c).is_some(), Option::is_some)
    }

    /// Its outlines are PostScript's (CFF), not TrueType's.
    pub fn is_cff(&self) -> bool {
        self.shaper.tables().glyf.is_none()
    }

    /// A name from the font's own table of names, by its id.
    pub fn name(&self, id: u16) -> Option<String> {
        let names = self.shaper.names();
        names.into_iter().filter(|name| name.name_id == id && name.is_unicode()).find_map(|name| name.to_string())
    }

    /// Its PostScript name, of letters a PDF name may hold.
    pub fn postscript_name(&self) -> String {
        let own = self.name(ttf_parser::name_id::POST_SCRIPT_NAME).unwrap_or_default();
        let kept: String = own.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(63).collect();
        if kept.is_empty() { "Huruf".to_string() } else { kept }
    }
}
