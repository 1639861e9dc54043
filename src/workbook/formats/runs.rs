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

/// A font as far as it tells how a run of a text is meant.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct RunFont {
    pub is_struck: bool,
    /// Raised or lowered.
    pub is_raised: bool,
}

/// A text with runs as binary files give them: where each begins, in UTF-16 units, and its font. What stands before the
/// first is in the cell's own font. The text with its raised digits, and whether it is in doubt by what is struck out.
pub(crate) fn dressed(text: &str, runs: &[(usize, RunFont)]) -> (String, bool) {
    let (mut shown, mut strokes) = (String::with_capacity(text.len()), Strokes::default());
    let mut part = String::new();
    let (mut font, mut at, mut next) = (RunFont::default(), 0, 0);
    for c in text.chars() {
        while let Some((_, own)) = runs.get(next).filter(|(begin, _)| *begin <= at) {
            strokes.add(&std::mem::take(&mut part), font.is_struck);
            (font, next) = (*own, next + 1);
        }
        part.push(c);
        shown.push(if font.is_raised { raised(c) } else { c });
        at += c.len_utf16();
    }
    strokes.add(&part, font.is_struck);
    (shown, strokes.is_doubt())
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRUCK: RunFont = RunFont { is_struck: true, is_raised: false };
    const RAISED: RunFont = RunFont { is_struck: false, is_raised: true };
    const PLAIN: RunFont = RunFont { is_struck: false, is_raised: false };

    #[test]
    fn runs_of_a_text() {
        assert_eq!(dressed("764961711", &[(8, RAISED)]), ("76496171¹".to_owned(), false));
        assert_eq!(dressed("2 500", &[(0, STRUCK), (1, PLAIN)]), ("2 500".to_owned(), true));
        assert_eq!(dressed("KSP Lama Baru", &[(4, STRUCK), (8, PLAIN)]), ("KSP Lama Baru".to_owned(), false));
        assert_eq!(dressed("KSP Lama", &[(0, STRUCK)]), ("KSP Lama".to_owned(), true));
        // Beyond the text, out of order, beside letters of two units.
        assert_eq!(dressed("ab1", &[(2, RAISED), (1, PLAIN), (9, STRUCK)]), ("ab1".to_owned(), false));
        assert_eq!(dressed("\u{1F600}12", &[(3, RAISED)]), ("\u{1F600}1²".to_owned(), false));
    }
}
