//! What a signature tells of itself: who made it, and when.

use super::Signature;
use super::syntax::{Reader, Value};

/// No paper bears more signatures; around each its object is looked for.
const MOST: usize = 64;

/// Whatever calls itself a signature in a file, in its order.
pub fn signatures(bytes: &[u8]) -> Vec<Signature> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&bytes[from..], b"/ByteRange").map(|at| from + at).filter(|_| found.len() < MOST) {
        from = at + 10;
        let Some([start, before, after, length]) = numbers(&bytes[from..]) else { continue };
        let object = object_around(bytes, at);
        let end = after.checked_add(length);
        let whole = start == 0 && before <= after && end.is_some_and(|end| end <= bytes.len());
        let contents = bytes.get(before..after).filter(|_| whole).unwrap_or_default();
        let (nama, tertulis) = (certificate_name(&hex(contents)), text_of(object, b"/Name"));
        found.push(Signature { nama, tertulis, waktu: text_of(object, b"/M").and_then(|date| time(&date)), mencakup: whole });
    }
    found
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// `[0 840 960 240]`.
fn numbers(bytes: &[u8]) -> Option<[usize; 4]> {
    let open = bytes.iter().take(8).position(|byte| *byte == b'[')?;
    let close = bytes.iter().take(200).position(|byte| *byte == b']')?;
    let text = std::str::from_utf8(bytes.get(open + 1..close)?).ok()?;
    let numbers: Vec<usize> = text.split_ascii_whitespace().map_while(|number| number.parse().ok()).collect();
    numbers.try_into().ok()
}

/// The indirect object that a place stands in.
fn object_around(bytes: &[u8], at: usize) -> &[u8] {
    let start = bytes[..at].windows(4).rposition(|window| window == b" obj").unwrap_or(0);
    let end = find(&bytes[at..], b"endobj").map_or(bytes.len(), |end| at + end);
    &bytes[start..end]
}

/// A text of a dictionary, `(…)` or `<hex>`.
fn text_of(object: &[u8], key: &[u8]) -> Option<String> {
    let mut from = 0;
    loop {
        let at = from + find(object.get(from..)?, key)? + key.len();
        from = at;
        if let Ok(Value::Text(text)) = Reader::new(object, at).value(0) {
            return Some(decoded(&text));
        }
    }
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits.iter().filter_map(|digit| (*digit as char).to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks_exact(2).map(|pair| pair[0] * 16 + pair[1]).collect()
}

/// A text string: UTF-16 with its mark, UTF-8, or Latin.
pub fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        plain => String::from_utf8(plain.to_vec()).unwrap_or_else(|_| plain.iter().map(|byte| *byte as char).collect()),
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// `D:20220125093000+07'00'` as people write it.
pub fn time(date: &str) -> Option<String> {
    let date = date.trim_start_matches("D:");
    let part = |from: usize, to: usize| date.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let mut text = format!("{}-{}-{}", part(0, 4)?, part(4, 6)?, part(6, 8)?);
    let (Some(hour), Some(minute)) = (part(8, 10), part(10, 12)) else { return Some(text) };
    text.push_str(&format!(" {hour}:{minute}:{}", part(12, 14).unwrap_or("00")));
    match (date.get(14..15), part(15, 17)) {
        (Some("Z"), _) => text.push_str(" +00:00"),
        (Some(sign @ ("+" | "-")), Some(hours)) => text.push_str(&format!(" {sign}{hours}:{}", part(18, 20).unwrap_or("00"))),
        _ => {}
    }
    Some(text)
}

/// The common name of the signer's certificate in a CMS signature (RFC 5652).
/// Each certificate tells its issuer's name and then its own; the signer's
/// issuer is told once more at the end.
pub fn certificate_name(der: &[u8]) -> Option<String> {
    const COMMON_NAME: [u8; 5] = [0x06, 0x03, 0x55, 0x04, 0x03];
    let mut names: Vec<String> = Vec::new();
    let mut from = 0;
    while let Some(at) = find(der.get(from..)?, &COMMON_NAME) {
        from += at + COMMON_NAME.len();
        let [kind, length, rest @ ..] = der.get(from..)? else { break };
        let text = rest.get(..usize::from(*length).min(rest.len()))?;
        names.push(if *kind == 0x1e { utf16(text) } else { decoded(text) });
    }
    let issuer = names.pop()?;
    let pairs = || names.chunks_exact(2).filter(|pair| pair[0] == issuer);
    let own = pairs().find(|pair| pair[1] != issuer).or_else(|| pairs().next()).map(|pair| pair[1].clone());
    own.or_else(|| names.into_iter().next()).or(Some(issuer))
}
