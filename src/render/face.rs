//! The faces that are compiled in, and their measures.

use std::sync::LazyLock;

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
}

/// A parsed face and its file.
pub struct Face {
    pub data: &'static [u8],
    /// For shaping; also a `ttf_parser::Face`.
    pub shaper: rustybuzz::Face<'static>,
}

static SANS: LazyLock<[Face; 4]> = LazyLock::new(|| {
    [
        load(include_bytes!("../../fonts/LiberationSans-Regular.ttf")),
        load(include_bytes!("../../fonts/LiberationSans-Bold.ttf")),
        load(include_bytes!("../../fonts/LiberationSans-Italic.ttf")),
        load(include_bytes!("../../fonts/LiberationSans-BoldItalic.ttf")),
    ]
});

fn load(data: &'static [u8]) -> Face {
    // Proved by the test below: the compiled-in files parse.
    let shaper = rustybuzz::Face::from_slice(data, 0).expect("a compiled-in face parses");
    Face { data, shaper }
}

impl Face {
    /// The built-in sans face (the metrics of Arial).
    pub fn sans(cut: Cut) -> &'static Face {
        &SANS[cut as usize]
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_parse_and_measure_as_arial() {
        for cut in Cut::ALL {
            assert!(Face::sans(cut).has('I'));
        }
        // Arial's digits are 1139/2048 em wide.
        let width = Face::sans(Cut::Regular).width("0000", 10.0);
        assert!((width - 4.0 * 10.0 * 1139.0 / 2048.0).abs() < 0.01);
    }
}
