//! One cut of a family of letters, parsed and ready to shape and to measure.

use rustybuzz::{Direction, ShapePlan, script, ttf_parser};

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
        Some(Self { data, index, shaper, plan })
    }

    /// The width of a text in points at a size in points, without kerning
    /// (Excel and LibreOffice set cells without it).
    pub fn width(&self, text: &str, size: f32) -> f32 {
        let units: u32 = text
            .chars()
            .map(|c| self.shaper.glyph_index(c).and_then(|glyph| self.shaper.glyph_hor_advance(glyph)).map_or(0, u32::from))
            .sum();
        units as f32 * size / self.shaper.units_per_em() as f32
    }

    /// Whether the face has a glyph for the character.
    pub fn has(&self, c: char) -> bool {
        self.shaper.glyph_index(c).is_some()
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
