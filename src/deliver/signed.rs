//! Whether a PDF is what was recorded, with or without signatures put into it
//! since. A signature is appended to the file (an incremental update, ISO
//! 32000-1, 7.5.6), so that the recorded bytes stand at its beginning.

use sha2::{Digest, Sha256};

/// A recorded file as it stands now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum State {
    Missing,
    /// The recorded bytes.
    Intact,
    /// Somebody put something into it since, or it bears a signature that the recorded file had not.
    Signed(Signed),
    /// Neither.
    Touched,
}

/// A paper that is never overwritten.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signed {
    /// The recorded bytes stand at its beginning.
    pub ours: bool,
    /// None where something else was appended (a comment, say).
    pub signatures: Vec<Signature>,
}

/// A signature, as far as the file tells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    pub nama: Option<String>,
    /// `2022-01-25 09:30:00 +07:00`.
    pub waktu: Option<String>,
    /// Whether it covers all of the recorded bytes.
    pub mencakup: bool,
}

/// The state of a recorded file.
pub fn state(bytes: Option<&[u8]>, sha256: &str) -> State {
    let Some(bytes) = bytes else { return State::Missing };
    if super::sha256_hex(bytes) == sha256 {
        return State::Intact;
    }
    if !bytes.starts_with(b"%PDF") {
        return State::Touched;
    }
    let ours = recorded_length(bytes, sha256);
    let signatures = signatures(bytes, ours);
    if ours.is_none() && signatures.is_empty() {
        State::Touched
    } else {
        State::Signed(Signed { ours: ours.is_some(), signatures })
    }
}

/// How many bytes at the file's beginning are the recorded file.
fn recorded_length(bytes: &[u8], sha256: &str) -> Option<usize> {
    let mut hash = Sha256::new();
    let mut hashed = 0;
    for (at, _) in bytes.windows(5).enumerate().filter(|(_, window)| *window == b"%%EOF") {
        for ending in ["", "\n", "\r", "\r\n"] {
            let end = at + 5 + ending.len();
            if bytes.get(at + 5..end) != Some(ending.as_bytes()) {
                continue;
            }
            if end > hashed {
                hash.update(&bytes[hashed..end]);
                hashed = end;
            }
            let hex: String = hash.clone().finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            if hex == sha256 {
                return Some(end);
            }
        }
    }
    None
}

/// No paper bears more signatures; around each its object is looked for.
const MOST: usize = 64;

/// The signatures in a file, in its order.
fn signatures(bytes: &[u8], ours: Option<usize>) -> Vec<Signature> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&bytes[from..], b"/ByteRange").map(|at| from + at).filter(|_| found.len() < MOST) {
        from = at + 10;
        let Some(range) = numbers(&bytes[from..]) else { continue };
        let object = object_around(bytes, at);
        let [start, before, after, length] = range;
        let end = after.checked_add(length);
        let whole = start == 0 && before <= after && end.is_some_and(|end| end <= bytes.len());
        let contents = bytes.get(before..after).filter(|_| whole).unwrap_or_default();
        let mencakup = whole && ours.is_none_or(|ours| before >= ours);
        let nama = text_of(object, b"/Name").or_else(|| certificate_name(contents));
        found.push(Signature { nama, waktu: text_of(object, b"/M").and_then(|date| time(&date)), mencakup });
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
        let rest = object[at..].trim_ascii_start();
        match rest.first()? {
            b'(' => return Some(decoded(&literal(&rest[1..]))),
            b'<' if rest.get(1) != Some(&b'<') => {
                return Some(decoded(&hex(rest[1..].split(|byte| *byte == b'>').next()?)));
            }
            _ => {}
        }
    }
}

/// A literal string's bytes up to its closing bracket.
fn literal(bytes: &[u8]) -> Vec<u8> {
    let (mut text, mut depth, mut rest) = (Vec::new(), 0, bytes.iter().copied());
    while let Some(byte) = rest.next() {
        match byte {
            b'\\' => text.extend(rest.next().map(|next| match next {
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                other => other,
            })),
            b')' if depth == 0 => break,
            b'(' => {
                depth += 1;
                text.push(byte);
            }
            b')' => {
                depth -= 1;
                text.push(byte);
            }
            other => text.push(other),
        }
    }
    text
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits.iter().filter_map(|digit| (*digit as char).to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks_exact(2).map(|pair| pair[0] * 16 + pair[1]).collect()
}

/// A text string: UTF-16 with its mark, UTF-8, or Latin.
fn decoded(bytes: &[u8]) -> String {
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
fn time(date: &str) -> Option<String> {
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
fn certificate_name(contents: &[u8]) -> Option<String> {
    const COMMON_NAME: [u8; 5] = [0x06, 0x03, 0x55, 0x04, 0x03];
    let der = hex(contents);
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

#[cfg(test)]
mod tests {
    use super::super::sha256_hex;
    use super::*;

    const PAPER: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";

    /// The paper with a signature appended that covers all but its own contents.
    fn signed(paper: &[u8], entries: &str) -> Vec<u8> {
        let mut bytes = paper.to_vec();
        let head = |range: &str| format!("9 0 obj\n<< /Type /Sig {entries} /ByteRange [{range:<40}] /Contents ");
        let before = bytes.len() + head("").len();
        let contents = b"<00112233>";
        let tail = b" >>\nendobj\n%%EOF\n";
        let after = before + contents.len();
        bytes.extend(head(&format!("0 {before} {after} {}", tail.len())).bytes());
        bytes.extend(contents);
        bytes.extend(tail);
        bytes
    }

    #[test]
    fn a_signature_appended_is_told_with_its_name_and_time() {
        let sha = sha256_hex(PAPER);
        assert_eq!(state(Some(PAPER), &sha), State::Intact);
        assert_eq!(state(None, &sha), State::Missing);
        let bytes = signed(PAPER, "/M (D:20220125093000+07'00') /Name (EDY \\(Kepala\\))");
        let State::Signed(found) = state(Some(&bytes), &sha) else { panic!() };
        assert!(found.ours);
        let waktu = Some("2022-01-25 09:30:00 +07:00".to_owned());
        assert_eq!(found.signatures, [Signature { nama: Some("EDY (Kepala)".to_owned()), waktu, mencakup: true }]);
        let twice = signed(&bytes, "/Name <FEFF00420055>");
        let State::Signed(found) = state(Some(&twice), &sha) else { panic!() };
        assert_eq!(found.signatures[1].nama.as_deref(), Some("BU"));
    }

    #[test]
    fn what_is_only_alike_is_not_ours() {
        let sha = sha256_hex(PAPER);
        let mut other = PAPER.to_vec();
        other[12] = b'7';
        assert_eq!(state(Some(&other), &sha), State::Touched);
        // Made anew by a signing service: still a signed paper.
        let State::Signed(found) = state(Some(&signed(&other, "")), &sha) else { panic!() };
        assert!(!found.ours);
        // Something appended that is no signature.
        let noted = [PAPER, b"9 0 obj\n<< /Type /Annot >>\nendobj\n%%EOF\n"].concat();
        let State::Signed(found) = state(Some(&noted), &sha) else { panic!() };
        assert!(found.ours && found.signatures.is_empty());
        assert_eq!(state(Some(b"PK"), &sha), State::Touched);
    }

    #[test]
    fn a_signature_of_part_of_the_paper_does_not_cover_it() {
        let whole = signed(PAPER, "");
        let sha = sha256_hex(PAPER);
        let text = String::from_utf8(whole).unwrap();
        let at = text.find("[0 ").unwrap();
        let end = text[at..].find(']').unwrap() + at;
        let short = format!("{}[0 10 20 5{}{}", &text[..at], " ".repeat(end - at - 10), &text[end..]);
        let State::Signed(found) = state(Some(short.as_bytes()), &sha) else { panic!() };
        assert!(!found.signatures[0].mencakup);
    }
}
