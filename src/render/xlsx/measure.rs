//! How much room a text takes in a cell. Neither Excel nor LibreOffice fits the
//! height of merged cells, so we do; where they and we may differ, we give more.

use crate::document::{Inline, Text};
use crate::render::face::Cut;
use crate::render::family::Family;
use crate::render::xlsx::look::{Look, over};

/// Points to a pixel at Excel's 96 dots per inch.
pub const POINTS_PER_PIXEL: f32 = 0.75;

/// What a cell keeps free at its left and right edge together, in pixels.
const PADDING: f32 = 8.0;

/// Room over and under a text in a cell with rules, in points.
pub const AIR: f32 = 3.0;

/// One step of indent, in pixels: three blanks of the workbook's font in Excel, a little more elsewhere.
pub const INDENT: f32 = 11.0;

/// Measures texts in one font.
#[derive(Clone, Copy, Debug)]
pub struct Ruler {
    family: &'static Family<'static>,
    /// What programs differ in, and a stand-in from what it stands for.
    factor: f32,
}

impl Ruler {
    pub fn new(font: &str) -> Self {
        let wider = match font {
            "Arial" | "Times New Roman" => 1.0,
            // Bonum is close to Monotype's Bookman, not the same.
            "Bookman Old Style" => 1.03,
            _ => 1.1,
        };
        Self { family: Family::built_in(font).unwrap_or(Family::sans()), factor: wider * 1.03 }
    }

    /// The width of a text on one line, with the cell's own padding, in pixels.
    pub fn width(&self, text: &Text, look: &Look) -> f32 {
        let (mut widest, mut width) = (0.0f32, 0.0f32);
        for letter in self.letters(text, look) {
            width = letter.map_or(0.0, |letter| width + letter.width);
            widest = widest.max(width);
        }
        widest / POINTS_PER_PIXEL + PADDING + indent(look)
    }

    /// The height of a cell of this width (pixels) that shows all of the text, in points.
    pub fn height(&self, text: &Text, look: &Look, width: f32) -> f32 {
        self.height_at_most(text, look, width, f32::INFINITY)
    }

    /// The same where more than `most` is as good as `most`: of a text without end only so much is measured.
    pub fn height_at_most(&self, text: &Text, look: &Look, width: f32, most: f32) -> f32 {
        let air = if look.ruled { AIR } else { 0.0 };
        let mut height = 0.0;
        self.each_line(text, look, width - indent(look), &mut |size| {
            height += line(size);
            height < most
        });
        height + air
    }

    /// Calls `goes_on` with the size of the largest letter of each line, until it says no.
    fn each_line(&self, text: &Text, look: &Look, width: f32, goes_on: &mut dyn FnMut(f32) -> bool) {
        let room = ((width - PADDING) * POINTS_PER_PIXEL).max(4.0);
        let own = look.style.size.unwrap_or(look.size);
        let (mut largest, mut filled, mut word) = (own, 0.0f32, 0.0f32);
        for letter in self.letters(text, look) {
            let Some(letter) = letter else {
                if !goes_on(largest) {
                    return;
                }
                (largest, filled, word) = (own, 0.0, 0.0);
                continue;
            };
            if letter.blank {
                filled += word + letter.width;
                word = 0.0;
                continue;
            }
            // Blanks at a line's end hang over its edge; a word too long for
            // any line is cut where it must be.
            if filled > 0.0 && filled + word + letter.width > room {
                if !goes_on(largest) {
                    return;
                }
                (filled, largest) = (0.0, own);
            }
            if word + letter.width > room {
                if !goes_on(largest) {
                    return;
                }
                (word, largest) = (0.0, own);
            }
            word += letter.width;
            largest = largest.max(letter.size);
        }
        goes_on(largest);
    }

    /// The letters in their order; none is a line's end.
    fn letters<'t>(&self, text: &'t Text, look: &Look) -> impl Iterator<Item = Option<Letter>> + 't {
        let (ruler, look) = (*self, *look);
        text.iter().flat_map(move |inline| {
            let style = match inline {
                Inline::Run { style, .. } | Inline::Figure { style, .. } => over(look.style, *style),
                Inline::LineBreak => look.style,
            };
            let size = style.size.unwrap_or(look.size);
            let face = ruler.family.face(Cut::of(style.bold, style.italic));
            inline.text().chars().map(move |c| {
                // A letter the face lacks is taken from another: an em is room enough.
                let width = || face.width(c, size).unwrap_or(size);
                (c != '\n').then(|| Letter { width: width() * ruler.factor, size, blank: c == ' ' })
            })
        })
    }
}

fn indent(look: &Look) -> f32 {
    if look.indents() { INDENT } else { 0.0 }
}

/// The height of a line, in points: Excel's rows of Arial 9, 10 and 14 are 12,
/// 12.75 and 18 points high, a whole number of pixels and one for the grid.
fn line(size: f32) -> f32 {
    ((size * 1.2 / POINTS_PER_PIXEL).ceil() + 1.0) * POINTS_PER_PIXEL
}

struct Letter {
    width: f32,
    size: f32,
    blank: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Align;
    use crate::render::xlsx::look::BODY;

    fn count(text: &str, width: f32) -> usize {
        let mut count = 0;
        let look = Look { size: 10.0, ..Look::new(Align::Left) };
        Ruler::new("Arial").each_line(&vec![Inline::plain(text)], &look, width, &mut |_| {
            count += 1;
            true
        });
        count
    }

    #[test]
    fn lines_break_at_blanks_and_long_words_are_cut() {
        assert_eq!(count("", 100.0), 1);
        assert_eq!(count("satu", 100.0), 1);
        assert_eq!(count("a\nb\n", 100.0), 3);
        assert_eq!(count("Meningkatnya kapasitas", 100.0), 2);
        // 60 digits of 5.56 points with 3 % in 69 points: 12 a line.
        assert_eq!(count(&"0".repeat(60), 100.0), 5);
        assert_eq!(count(&format!("ab {}", "0".repeat(60)), 100.0), 6);
        assert!(count("x x x x", 1.0) >= 4);
    }

    #[test]
    fn a_text_without_end_is_measured_as_far_as_it_matters() {
        let (ruler, look) = (Ruler::new("Arial"), Look { size: 10.0, ..Look::new(Align::Left) });
        let height = |words: &str, most| ruler.height_at_most(&vec![Inline::plain(words)], &look, 100.0, most);
        let long = "satu dua ".repeat(50);
        let whole = ruler.height(&vec![Inline::plain(long.as_str())], &look, 100.0);
        assert!(whole > 200.0);
        assert_eq!(height(&long, 1000.0), whole);
        assert!((200.0..220.0).contains(&height(&long, 200.0)));
        assert_eq!(height(&long, 200.0), height(&long.repeat(90), 200.0));
    }

    #[test]
    fn larger_letters_need_higher_lines() {
        let ruler = Ruler::new("Arial");
        let mut look = Look::new(Align::Left);
        let text = vec![Inline::plain("x")];
        let small = ruler.height(&text, &look, 100.0);
        look.size = 14.0;
        assert!(ruler.height(&text, &look, 100.0) > small);
        assert!((12.75..17.0).contains(&small));
        look.size = BODY;
        look.ruled = true;
        assert!(ruler.height(&text, &look, 100.0) > small);
    }
}
