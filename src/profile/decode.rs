//! A profile's bytes to text: UTF-8, or the UTF-16 that Notepad calls Unicode.

use super::error::{ProfileError, ProfileErrorKind};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// # Errors
/// Bytes of another encoding, with their line and column.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, ProfileError> {
    if let Some(encoding) = utf_16(&bytes) {
        let (text, _) = encoding.decode_with_bom_removal(&bytes);
        return Ok(text.into_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let (before, after) = bytes.split_at(at);
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let end = after.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| at + end);
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
        let (hampir, _) = WINDOWS_1252.decode_without_bom_handling(&bytes[start..end]);
        ProfileError {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
            length: 0,
            kind: ProfileErrorKind::NotUtf8 { hampir: hampir.chars().take(80).collect() },
        }
    })
}

/// By its mark, or by the empty second byte of a first letter.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        [first, 0, ..] if *first != 0 => Some(UTF_16LE),
        [0, second, ..] if *second != 0 => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_notepad_writes_is_read_or_named() {
        let text = "nama = \"Dinas – é\"\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode([&[0xFF, 0xFE], &little[..]].concat()).unwrap(), text);
        assert_eq!(decode([&[0xFE, 0xFF], &big[..]].concat()).unwrap(), text);
        assert_eq!(decode(little).unwrap(), text);
        let error = decode(b"# a\nvisi = \"kuat \x96 maju\"\n".to_vec()).unwrap_err();
        assert_eq!((error.line, error.column), (2, 14));
        assert_eq!(error.kind, ProfileErrorKind::NotUtf8 { hampir: "visi = \"kuat – maju\"".to_owned() });
        assert_eq!(decode(Vec::new()).unwrap(), "");
    }
}
