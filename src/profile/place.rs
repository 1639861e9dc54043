//! From a place inside a profile's text to its place in the file: texts may
//! have been written with escapes (`\"`) or over several lines.

use super::Written;
use super::source::Source;

/// Line, column and length in characters of the bytes `offset..offset + length`
/// of a text; `None` where the source does not hold that text there.
pub(super) fn resolve(source: &Source<'_>, at: &Written, offset: usize, length: usize) -> Option<(u32, u32, u32)> {
    let start = source.offset(at.line, at.column)?;
    let rest = source.text.get(start..)?;
    let first = raw_offset(rest, &at.text, offset)?;
    let first = first + folds(rest.get(first..)?);
    let last = raw_offset(rest, &at.text, offset.saturating_add(length).min(at.text.len()))?;
    let (line, column) = source.locate(start + first);
    Some((line, column, source.length(start + first..start + last.max(first))))
}

/// How many raw bytes stand before the byte `offset` of the decoded text.
fn raw_offset(raw: &str, text: &str, offset: usize) -> Option<usize> {
    if raw.starts_with(text) {
        return text.is_char_boundary(offset).then_some(offset.min(text.len()));
    }
    let mut decoded = 0;
    let mut at = 0;
    while decoded < offset {
        let (raw_length, decoded_length) = piece(raw.get(at..)?)?;
        at += raw_length;
        decoded += decoded_length;
    }
    (decoded == offset && raw.is_char_boundary(at)).then_some(at)
}

/// The length of the line continuations that stand here.
fn folds(raw: &str) -> usize {
    match piece(raw) {
        Some((length, 0)) => length,
        _ => 0,
    }
}

/// The raw and the decoded length of the first character of a basic string.
fn piece(raw: &str) -> Option<(usize, usize)> {
    let first = raw.chars().next()?;
    if first == '\r' && raw[1..].starts_with('\n') {
        return Some((1, 0));
    }
    if first != '\\' {
        return Some((first.len_utf8(), first.len_utf8()));
    }
    let escape = raw[1..].chars().next()?;
    let hex = |digits: usize| {
        let number = u32::from_str_radix(raw.get(2..2 + digits)?, 16).ok()?;
        Some((2 + digits, char::from_u32(number)?.len_utf8()))
    };
    match escape {
        'x' => hex(2),
        'u' => hex(4),
        'U' => hex(8),
        // A backslash at a line's end joins the next line's first word to it.
        c if c.is_whitespace() => Some((1 + raw[1..].len() - raw[1..].trim_start().len(), 0)),
        _ => Some((1 + escape.len_utf8(), 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place_of(source: &str, text: &str, line: u32, column: u32, part: &str) -> Option<(u32, u32, u32)> {
        let at = Written { text: text.to_owned(), line, column };
        resolve(&Source::new(source), &at, text.find(part).unwrap(), part.len())
    }

    #[test]
    fn plain_escaped_and_folded_texts() {
        assert_eq!(place_of("r = 'SUM(x.é) + zz'", "SUM(x.é) + zz", 1, 6, "zz"), Some((1, 17, 2)));
        assert_eq!(place_of(r#"r = "a = \"b\" + zz""#, "a = \"b\" + zz", 1, 6, "zz"), Some((1, 18, 2)));
        assert_eq!(place_of("r = \"\"\"\na +\n  zz\"\"\"", "a +\n  zz", 2, 1, "zz"), Some((3, 3, 2)));
        assert_eq!(place_of("r = \"\"\"\r\na +\r\n  zz\"\"\"", "a +\n  zz", 2, 1, "zz"), Some((3, 3, 2)));
        assert_eq!(place_of("r = \"\"\"a + \\\n  zz\"\"\"", "a + zz", 1, 8, "zz"), Some((2, 3, 2)));
        assert_eq!(place_of(r#"r = "\u00e9 + zz""#, "é + zz", 1, 6, "zz"), Some((1, 15, 2)));
        assert_eq!(place_of("r = 'b'", "zz", 9, 6, "zz"), None);
    }
}
