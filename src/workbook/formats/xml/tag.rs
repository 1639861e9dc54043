//! An opening tag and its attributes.

use super::text::attribute_text;
use crate::workbook::failure::Dibaca;

/// An opening tag.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag<'a> {
    /// Without its namespace prefix.
    pub local: &'a [u8],
    attributes: &'a [u8],
}

impl<'a> Tag<'a> {
    pub(crate) fn new(local: &'a [u8], attributes: &'a [u8]) -> Self {
        Self { local, attributes }
    }

    /// The attributes as full name and raw value, in order; ends at the first that is malformed.
    pub fn attributes(&self) -> Attributes<'a> {
        Attributes { rest: self.attributes }
    }

    /// The raw value of an attribute without a prefix (or of exactly this prefixed name).
    pub fn get(&self, name: &[u8]) -> Option<&'a [u8]> {
        self.attributes().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// The raw value of an attribute with some prefix: `id` finds `r:id`.
    pub fn get_prefixed(&self, local: &[u8]) -> Option<&'a [u8]> {
        self.attributes().find(|(key, _)| key.contains(&b':') && local_name(key) == local).map(|(_, value)| value)
    }

    /// The value of an attribute as text, entities resolved.
    pub fn text(&self, name: &[u8]) -> Dibaca<Option<String>> {
        self.get(name).map(attribute_text).transpose()
    }

    /// Whether an `xsd:boolean` attribute is true.
    pub fn is_true(&self, name: &[u8]) -> bool {
        matches!(self.get(name), Some(b"1" | b"true" | b"on"))
    }
}

/// See [`Tag::attributes`].
pub(crate) struct Attributes<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a [u8], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
        let rest = &self.rest[start..];
        // Names and most values are too short for a search by words.
        let equals = rest.iter().position(|byte| *byte == b'=')?;
        let name = rest[..equals].trim_ascii_end();
        let value = rest[equals + 1..].trim_ascii_start();
        let quote = *value.first()?;
        if quote != b'"' && quote != b'\'' {
            return None;
        }
        let end = value[1..].iter().position(|byte| *byte == quote)?;
        self.rest = &value[end + 2..];
        Some((name, &value[1..=end]))
    }
}

pub(crate) fn local_name(name: &[u8]) -> &[u8] {
    name.iter().position(|byte| *byte == b':').map_or(name, |colon| &name[colon + 1..])
}

/// A tag as programs write nearly all of them: where its name and its attributes end.
pub(crate) struct Plain {
    pub name: usize,
    pub end: usize,
    /// `/` stands before its `>`.
    pub empty: bool,
}

/// Reads a tag, from behind its `<`, in one go: a name, then attributes as `a="b"`
/// with one blank before each. None for any other, sound or not, and for one that goes on
/// beyond these bytes; those are looked at more closely.
pub(crate) fn plain_tag(bytes: &[u8]) -> Option<Plain> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-' | b'.');
    let name = bytes.iter().position(|byte| !is_name(byte)).filter(|name| *name > 0)?;
    let mut at = name;
    loop {
        match bytes[at] {
            b'>' => return Some(Plain { name, end: at, empty: false }),
            b'/' if *bytes.get(at + 1)? == b'>' => return Some(Plain { name, end: at, empty: true }),
            b' ' => {}
            _ => return None,
        }
        let attribute = at + 1;
        let equals = attribute + bytes[attribute..].iter().position(|byte| !is_name(byte))?;
        if equals == attribute || bytes[equals] != b'=' || *bytes.get(equals + 1)? != b'"' {
            return None;
        }
        let value = equals + 2;
        at = value + bytes[value..].iter().position(|byte| *byte == b'"')? + 1;
        if at >= bytes.len() {
            return None;
        }
    }
}

/// Whether every attribute can be read: one passed over silently might be a style or an address.
pub(crate) fn attributes_are_sound(mut rest: &[u8]) -> bool {
    loop {
        let trimmed = rest.trim_ascii_start();
        if trimmed.is_empty() {
            return true;
        }
        let (apart, mut attributes) = (trimmed.len() < rest.len(), Attributes { rest: trimmed });
        let Some((name, _)) = attributes.next() else { return false };
        if !apart || name.is_empty() || name.iter().any(|byte| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'<'))
        {
            return false;
        }
        rest = attributes.rest;
    }
}
