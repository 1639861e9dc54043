//! One kind of each character: what Excel, LibreOffice and web exports put into
//! cells in a dozen ways (blanks, dashes, full-width digits, invisible marks).

use std::borrow::Cow;

/// A blank that holds words together (NBSP, thin and figure spaces): the only
/// blank that people and programs set between thousands on purpose.
pub(crate) const HARD_BLANK: char = '\u{a0}';

/// The text with every blank, dash, quote and full-width sign in its plain form,
/// without invisible marks, trimmed. Line breaks stay `\n`.
pub(crate) fn clean(text: &str) -> String {
    cleaned(text).into_owned()
}

/// The same, not copied where nothing is to be changed.
pub(crate) fn cleaned(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text.trim_matches(' '));
    }
    let mut cleaned = String::with_capacity(text.len());
    cleaned.extend(text.chars().filter_map(plain));
    Cow::Owned(trim(&cleaned).to_owned())
}

/// Without blanks of any kind at both ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | HARD_BLANK | '\n')
}

/// Whether a cell's text holds nothing visible.
pub(crate) fn is_blank_text(text: &str) -> bool {
    text.chars().filter_map(plain).all(is_blank)
}

fn plain(c: char) -> Option<char> {
    Some(match c {
        ' '..='~' => c,
        '\t' => ' ',
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => HARD_BLANK,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => return None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2032}' | '\u{2bc}' => '\'',
        // Full-width forms stand 0xFEE0 above ASCII, in its order.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xFEE0)?,
        _ => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_becomes_one_kind() {
        assert_eq!(clean("\u{feff} １．２３４\u{200b} "), "1.234");
        assert_eq!(clean("\u{2212}5\u{2011}6"), "-5-6");
        assert_eq!(clean("1\u{202f}234"), "1\u{a0}234");
        assert!(is_blank_text("\u{a0}\t\r\n\u{200b}"));
        assert!(!is_blank_text(" - "));
    }
}
