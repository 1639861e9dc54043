//! Character data: encoding checked, line ends normalised, entities resolved.

use crate::workbook::failure::{Dibaca, Gagal};
use memchr::memchr;

/// An attribute's value as text.
pub(crate) fn attribute_text(raw: &[u8]) -> Dibaca<String> {
    let mut text = String::new();
    push_text(raw, &mut text)?;
    Ok(text)
}

/// Appends raw character data: UTF-8 checked, line ends normalised, entities
/// and character references resolved.
pub(crate) fn push_text(raw: &[u8], out: &mut String) -> Dibaca<()> {
    let mut text = utf8(raw)?;
    while let Some(found) = memchr::memchr2(b'&', b'\r', text.as_bytes()) {
        out.push_str(&text[..found]);
        text = &text[found..];
        if let Some(rest) = text.strip_prefix('\r') {
            out.push('\n');
            text = rest.strip_prefix('\n').unwrap_or(rest);
            continue;
        }
        let Some(end) = text.as_bytes().iter().take(12).position(|byte| *byte == b';') else {
            return Err(Gagal::rusak("tanda & yang tidak sah di dalam XML"));
        };
        out.push(entity(&text[1..end]).ok_or_else(|| Gagal::rusak("entitas XML yang tidak dikenal"))?);
        text = &text[end + 1..];
    }
    out.push_str(text);
    Ok(())
}

/// Appends a CDATA section: UTF-8 checked, line ends normalised.
pub(crate) fn push_cdata(raw: &[u8], out: &mut String) -> Dibaca<()> {
    let text = utf8(raw)?;
    if memchr(b'\r', raw).is_some() {
        out.push_str(&text.replace("\r\n", "\n").replace('\r', "\n"));
    } else {
        out.push_str(text);
    }
    Ok(())
}

fn utf8(raw: &[u8]) -> Dibaca<&str> {
    std::str::from_utf8(raw).map_err(|_| Gagal::rusak("huruf yang bukan UTF-8 di dalam XML"))
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) if hex.bytes().all(|byte| byte.is_ascii_hexdigit()) => u32::from_str_radix(hex, 16).ok()?,
                None if number.bytes().all(|byte| byte.is_ascii_digit()) => number.parse().ok()?,
                _ => return None,
            };
            char::from_u32(code).filter(|char| *char != '\0')
        }
    }
}

/// What a part that ends too early is.
pub(crate) fn truncated() -> Gagal {
    Gagal::rusak("isi XML terpotong")
}
