//! What the runs of a text show beside their letters: parts that are struck out, digits that stand raised.

/// What of a text is struck out, part by part.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Strokes {
    has_struck: bool,
    has_struck_digit: bool,
    has_plain: bool,
}

impl Strokes {
    /// A part of the text: blanks and signs alone say nothing.
    pub fn add(&mut self, text: &str, is_struck: bool) {
        let says = text.chars().any(char::is_alphanumeric);
        self.has_struck |= says && is_struck;
        self.has_plain |= says && !is_struck;
        self.has_struck_digit |= is_struck && text.bytes().any(|byte| byte.is_ascii_digit());
    }

    /// Whether the text is in doubt: all that it says is struck out, or a digit of it. A word struck out in a name leaves
    /// the name that was meant.
    pub fn is_doubt(self) -> bool {
        self.has_struck_digit || self.has_struck && !self.has_plain
    }
}

/// A digit as it stands raised: the mark of a footnote is no digit of its number.
pub(crate) fn raised(c: char) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    c.to_digit(10).and_then(|digit| RAISED.get(digit as usize)).copied().unwrap_or(c)
}
