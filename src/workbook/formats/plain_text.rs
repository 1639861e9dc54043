//! A text file's characters: UTF-8, UTF-16 with its mark, or Windows-1252.

use crate::workbook::failure::{Dibaca, Gagal};
use std::borrow::Cow;

/// The text of a file, without byte order mark and the old end-of-file mark.
/// `None` where the bytes are no text at all.
pub(crate) fn decode(bytes: &[u8]) -> Dibaca<Option<Cow<'_, str>>> {
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(encoding_rs::UTF_16LE, rest)?,
        [0xFE, 0xFF, rest @ ..] => utf16(encoding_rs::UTF_16BE, rest)?,
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            Cow::Borrowed(std::str::from_utf8(rest).map_err(|_| Gagal::rusak("huruf yang bukan UTF-8"))?)
        }
        _ => match (unmarked_utf16(bytes), std::str::from_utf8(bytes)) {
            (Some(encoding), _) => utf16(encoding, bytes)?,
            (None, Ok(text)) => Cow::Borrowed(text),
            // Every byte has a meaning in Windows-1252: whether it is text is told below.
            (None, Err(_)) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
        },
    };
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_end_matches('\u{1a}')),
        Cow::Owned(text) => Cow::Owned(text.trim_end_matches('\u{1a}').to_owned()),
    };
    // What is no text is hardly ever UTF-8 throughout: there such characters are somebody's, and told with their cells.
    let one_in = if std::str::from_utf8(bytes).is_ok() { 20 } else { 200 };
    Ok((!is_binary(&text, one_in)).then_some(text))
}

/// A zero byte, or more control characters than slip into a text by accident.
fn is_binary(text: &str, one_in: usize) -> bool {
    let is_control = |char: &char| char.is_control() && !matches!(char, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}');
    let strange = text.chars().filter(is_control).count();
    strange > 0 && (text.contains('\0') || strange * one_in > text.len())
}

/// UTF-16 that lost its mark: nearly every second byte of Indonesian is zero, the others never.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = &bytes[..bytes.len().min(1024)];
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let is_most = |zeros: usize| sample.len() >= 8 && bytes.len().is_multiple_of(2) && zeros * 20 >= sample.len() * 9;
    match (zeros(0), zeros(1)) {
        (0, low) if is_most(low) => Some(encoding_rs::UTF_16LE),
        (high, 0) if is_most(high) => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

fn utf16(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Dibaca<Cow<'static, str>> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    if broken || bytes.len() % 2 == 1 {
        return Err(Gagal::rusak("huruf UTF-16 yang tidak sah"));
    }
    Ok(Cow::Owned(text.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Option<String> {
        decode(bytes).unwrap().map(Cow::into_owned)
    }

    #[test]
    fn encodings_are_told_apart() {
        assert_eq!(text(b"\xEF\xBB\xBF\xC3\xA9;1").as_deref(), Some("é;1"));
        assert_eq!(text("é;1".as_bytes()).as_deref(), Some("é;1"));
        assert_eq!(text(b"\xE9;1\x961").as_deref(), Some("é;1–1"));
        let little: Vec<u8> = "\u{feff}é;1".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}é;1".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&little).as_deref(), Some("é;1"));
        assert_eq!(text(&big).as_deref(), Some("é;1"));
        let wide = "Nama;Volume Usaha\nKSP é;1\n";
        let (little, big): (Vec<u8>, Vec<u8>) =
            (wide.encode_utf16().flat_map(u16::to_le_bytes).collect(), wide.encode_utf16().flat_map(u16::to_be_bytes).collect());
        assert_eq!((text(&little).as_deref(), text(&big).as_deref()), (Some(wide), Some(wide)));
        assert_eq!(text(b"a;b\r\n\x1a").as_deref(), Some("a;b\r\n"));
    }

    #[test]
    fn binary_is_no_text_and_broken_text_is_refused() {
        assert_eq!(text(b"\x00\x01abc"), None);
        assert_eq!(text(b"abc\x07"), None);
        let stray = format!("{}\u{7}", "nama;nilai\n".repeat(40));
        assert!(text(stray.as_bytes()).is_some());
        // Names with escape sequences; the same bytes in a file that is not UTF-8 are no text.
        let names = "KSU Amanah\u{1b}[31m 1;KUD Tirtha Makmur\u{1b}[0m\n".repeat(3);
        assert!(text(names.as_bytes()).is_some());
        assert_eq!(text(&[names.as_bytes(), b"\xE9"].concat()), None);
        assert!(decode(b"\xEF\xBB\xBF\xFF").is_err());
        assert!(decode(b"\xFF\xFEa").is_err());
    }
}
