//! Whether a cell's text has the colour of what is behind it: nobody sees it.

/// A colour as far as two of them are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Colour {
    /// Black on white, whatever the screen makes of it.
    #[default]
    Auto,
    /// Red, green and blue.
    Rgb(u32),
    /// A number of a palette or a theme that is not read, with the theme's tint.
    Numbered { is_theme: bool, number: u32, tint: i32 },
}

const WHITE: Colour = Colour::Rgb(0x00FF_FFFF);

impl Colour {
    /// `FFFF0000`, `#ff0000`: the last six digits.
    pub fn of_hex(text: &str) -> Self {
        let digits = text.trim_start_matches('#');
        let six = digits.len().checked_sub(6).and_then(|at| digits.get(at..));
        six.and_then(|six| u32::from_str_radix(six, 16).ok()).map_or(Colour::Auto, Colour::Rgb)
    }

    /// A number of the palette that every workbook has; 64 and beyond are the screen's own.
    pub fn of_index(number: u32) -> Self {
        match number {
            0 | 8 => Colour::Rgb(0),
            1 | 9 | 65 => WHITE,
            64.. => Colour::Auto,
            number => Colour::Numbered { is_theme: false, number, tint: 0 },
        }
    }

    /// A number of the theme: the first is what pages are white by, the second what texts are black by.
    pub fn of_theme(number: u32, tint: i32) -> Self {
        match (number, tint) {
            (0, 0) => WHITE,
            (1, 0) => Colour::Rgb(0),
            _ => Colour::Numbered { is_theme: true, number, tint },
        }
    }

    /// Whether a text of this colour is not seen on a fill; without one a page is white.
    pub fn is_unseen_on(self, fill: Option<Colour>) -> bool {
        self != Colour::Auto && self == fill.unwrap_or(WHITE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_colour_behind_it_is_not_seen() {
        let accent = Colour::of_theme(4, 0);
        for (text, fill, unseen) in [
            (Colour::of_hex("FFFFFFFF"), None, true),
            (Colour::of_theme(0, 0), None, true),
            (Colour::of_index(9), Some(Colour::of_hex("#ffffff")), true),
            (accent, Some(accent), true),
            (Colour::of_hex("FF000000"), Some(Colour::of_index(8)), true),
            (Colour::of_theme(0, 0), Some(accent), false),
            (accent, Some(Colour::of_theme(4, 3999)), false),
            (Colour::of_index(64), None, false),
            (Colour::Auto, Some(Colour::Auto), false),
            (Colour::of_hex("FFFF0000"), None, false),
            (Colour::of_hex("rusak"), None, false),
        ] {
            assert_eq!(text.is_unseen_on(fill), unseen, "{text:?} {fill:?}");
        }
    }
}
