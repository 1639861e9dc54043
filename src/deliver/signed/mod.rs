//! Whether a PDF is what was recorded, with or without signatures put into it
//! since. A signature is appended to the file (an incremental update, ISO
//! 32000-1, 7.5.6), so that the recorded bytes stand at its beginning; what is
//! appended is held against the pages that it must leave as they are.

mod section;
mod syntax;
mod told;
mod update;

pub use update::Change;

use sha2::{Digest, Sha256, Sha384, Sha512};
use syntax::Value;
use update::Sealed;

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
    /// Something stands there that could not be looked at, and why.
    Unreadable(String),
}

/// A paper that is never overwritten.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signed {
    /// The recorded bytes stand at its beginning.
    pub ours: bool,
    /// None where something else was appended.
    pub signatures: Vec<Signature>,
    /// What was done to it other than signing; told only where the recorded bytes stand at its beginning.
    pub changes: Vec<Change>,
}

impl Signed {
    /// Whether it shows what was recorded, and each signature covers all of that.
    pub fn is_whole(&self) -> bool {
        self.ours && self.changes.is_empty() && self.signatures.iter().all(|one| one.mencakup)
    }
}

/// A signature, as far as the file tells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// Its certificate's name.
    pub nama: Option<String>,
    /// The name that the signing tool wrote beside it: anybody's words.
    pub tertulis: Option<String>,
    /// `2022-01-25 09:30:00 +07:00`.
    pub waktu: Option<String>,
    /// Whether it covers all of the recorded bytes and its update, and holds their digest.
    pub mencakup: bool,
}

/// A place that is left free for a signature: the page from 1, in points from its top left.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Room {
    pub page: usize,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Room {
    /// Left, bottom, right, top on a page of this height, from its bottom left.
    fn corners(&self, height: f64) -> [f64; 4] {
        [self.x, height - self.y - self.height, self.x + self.width, height - self.y]
    }
}

/// The state of a recorded file; `rooms`: where it has room for signatures.
pub fn state(bytes: Option<&[u8]>, sha256: &str, rooms: &[Room]) -> State {
    let Some(bytes) = bytes else { return State::Missing };
    if super::sha256_hex(bytes) == sha256 {
        return State::Intact;
    }
    if !bytes.starts_with(b"%PDF") {
        return State::Touched;
    }
    if let Some(ours) = recorded_length(bytes, sha256) {
        let (sealed, changes) = update::after(bytes, ours, rooms);
        let signatures = sealed.iter().map(|one| signature(bytes, ours, one)).collect();
        return State::Signed(Signed { ours: true, signatures, changes });
    }
    // A service that writes the file anew: whatever calls itself a signature keeps it from being overwritten.
    let signatures = told::signatures(bytes);
    if signatures.is_empty() { State::Touched } else { State::Signed(Signed { ours: false, signatures, changes: Vec::new() }) }
}

/// A signature that was appended after the first `ours` bytes.
fn signature(bytes: &[u8], ours: usize, sealed: &Sealed) -> Signature {
    let text = |key: &[u8]| match sealed.dict.get(key) {
        Some(Value::Text(text)) => Some(told::decoded(text)),
        _ => None,
    };
    let der = match sealed.dict.get(b"Contents".as_slice()) {
        Some(Value::Text(der)) => der.as_slice(),
        _ => &[],
    };
    Signature {
        nama: told::certificate_name(der),
        tertulis: text(b"Name"),
        waktu: text(b"M").and_then(|date| told::time(&date)),
        mencakup: covers(bytes, ours, sealed).is_some_and(|covered| holds_digest(der, &covered)),
    }
}

/// What a signature covers, where that is all of the file up to its update's end but its own value.
fn covers<'a>(bytes: &'a [u8], ours: usize, sealed: &Sealed) -> Option<[&'a [u8]; 2]> {
    let range = sealed.dict.get(b"ByteRange".as_slice())?.list()?;
    let range: Vec<usize> = range.iter().map(Value::whole).collect::<Option<_>>()?;
    let [0, before, after, length] = range[..] else { return None };
    let contents = sealed.contents.as_ref()?;
    let end = after.checked_add(length)?;
    let is_to_end = end >= sealed.end && bytes.get(sealed.end..end)?.iter().all(u8::is_ascii_whitespace);
    let is_whole = before == contents.start && after == contents.end && before >= ours && is_to_end;
    is_whole.then(|| [&bytes[..before], &bytes[after..end]])
}

/// Whether a signature holds the digest of what it covers: else it was made for something else.
fn holds_digest(der: &[u8], covered: &[&[u8]; 2]) -> bool {
    fn is_in<D: Digest>(der: &[u8], covered: &[&[u8]; 2]) -> bool {
        let digest = covered.iter().fold(D::new(), |digest, part| digest.chain_update(part)).finalize();
        der.windows(digest.len()).any(|window| window == &digest[..])
    }
    is_in::<Sha256>(der, covered) || is_in::<Sha512>(der, covered) || is_in::<Sha384>(der, covered)
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

#[cfg(test)]
mod tests;
