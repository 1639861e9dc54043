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
        let widest =
            self.lines_of(text, look).into_iter().map(|line| line.iter().map(|c| c.width).sum::<f32>()).fold(0.0, f32::max);
        widest / POINTS_PER_PIXEL + PADDING + indent(look)
    }

    /// The height of a cell of this width (pixels) that shows all of the text, in points.
    pub fn height(&self, text: &Text, look: &Look, width: f32) -> f32 {
        let air = if look.ruled { AIR } else { 0.0 };
        self.broken(text, look, width - indent(look)).iter().map(|size| line(*size)).sum::<f32>() + air
    }

    /// The size of the largest letter of each line.
    fn broken(&self, text: &Text, look: &Look, width: f32) -> Vec<f32> {
        let room = ((width - PADDING) * POINTS_PER_PIXEL).max(4.0);
        let own = look.style.size.unwrap_or(look.size);
        let mut sizes = Vec::new();
        for line in self.lines_of(text, look) {
            let mut largest = own;
            let (mut filled, mut word) = (0.0f32, 0.0f32);
            for letter in &line {
                if letter.blank {
                    filled += word + letter.width;
                    word = 0.0;
                    continue;
                }
                // Blanks at a line's end hang over its edge; a word too long for
                // any line is cut where it must be.
                if filled > 0.0 && filled + word + letter.width > room {
                    sizes.push(largest);
                    (filled, largest) = (0.0, own);
                }
                if word + letter.width > room {
                    sizes.push(largest);
                    (word, largest) = (0.0, own);
                }
                word += letter.width;
                largest = largest.max(letter.size);
            }
            sizes.push(largest);
        }
        sizes
    }

    fn lines_of(&self, text: &Text, look: &Look) -> Vec<Vec<Letter>> {
        let mut lines = vec![Vec::new()];
        for inline in text {
            let style = match inline {
                Inline::Run { style, .. } | Inline::Figure { style, .. } => over(look.style, *style),
                Inline::LineBreak => look.style,
            };
            let size = style.size.unwrap_or(look.size);
            let face = self.family.face(Cut::of(style.bold, style.italic));
            for c in inline.text().chars() {
                if c == '\n' {
                    lines.push(Vec::new());
                } else if let Some(line) = lines.last_mut() {
                    // A letter the face lacks is taken from another: an em is room enough.
                    let width = face.width(c, size).unwrap_or(size);
                    line.push(Letter { width: width * self.factor, size, blank: c == ' ' });
                }
            }
        }
        lines
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
        Ruler::new("Arial").broken(&vec![Inline::plain(text)], &Look { size: 10.0, ..Look::new(Align::Left) }, width).len()
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
