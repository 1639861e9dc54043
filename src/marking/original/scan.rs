//! The tags of a sheet part, one after another with their places: what is
//! needed to change a cell without reading the part as a tree.

use memchr::{memchr, memmem};
use std::ops::Range;

/// A tag's kind and place.
pub(super) struct Tag<'a> {
    /// The whole tag, brackets included.
    pub range: Range<usize>,
    pub name: &'a str,
    /// Between the name and the end.
    pub attributes: &'a str,
    pub kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Open,
    Close,
    /// `<a/>`
    Empty,
}

impl<'a> Tag<'a> {
    /// An attribute's value, raw.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.value_range(name).map(|range| &self.attributes[range])
    }

    /// Where an attribute's value stands in `attributes`.
    pub fn value_range(&self, name: &str) -> Option<Range<usize>> {
        let text = self.attributes;
        let mut at = 0;
        loop {
            at += text[at..].find(|char: char| !char.is_ascii_whitespace())?;
            let equals = at + text[at..].find('=')?;
            let own = text[at..equals].trim_end();
            let quote_at = equals + 1 + text[equals + 1..].find(|char: char| !char.is_ascii_whitespace())?;
            let quote = text.as_bytes()[quote_at];
            if !matches!(quote, b'"' | b'\'') {
                return None;
            }
            let end = quote_at + 1 + memchr(quote, &text.as_bytes()[quote_at + 1..])?;
            if own == name {
                return Some(quote_at + 1..end);
            }
            at = end + 1;
        }
    }

    /// Where `attributes` begins in the part.
    pub fn attributes_at(&self) -> usize {
        self.range.start + 1 + self.name.len()
    }
}

/// The tags of a part that was read before as well formed; comments, CDATA and
/// declarations are passed over.
pub(super) struct Tags<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tags<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        let bytes = self.text.as_bytes();
        loop {
            let start = self.at + memchr(b'<', bytes.get(self.at..)?)?;
            let rest = &bytes[start..];
            let passed = |end: &[u8]| memmem::find(rest, end).map(|found| start + found + end.len());
            if rest.starts_with(b"<!--") {
                self.at = passed(b"-->")?;
                continue;
            }
            if rest.starts_with(b"<![CDATA[") {
                self.at = passed(b"]]>")?;
                continue;
            }
            if rest.starts_with(b"<?") || rest.starts_with(b"<!") {
                self.at = passed(b">")?;
                continue;
            }
            let end = tag_end(bytes, start)?;
            self.at = end + 1;
            let (kind, from, to) = match (rest.get(1), bytes[end - 1]) {
                (Some(b'/'), _) => (Kind::Close, start + 2, end),
                (_, b'/') => (Kind::Empty, start + 1, end - 1),
                _ => (Kind::Open, start + 1, end),
            };
            let inside = &self.text[from..to];
            let name_end = inside.find(|char: char| char.is_ascii_whitespace()).unwrap_or(inside.len());
            let (name, attributes) = inside.split_at(name_end);
            return Some(Tag { range: start..end + 1, name, attributes, kind });
        }
    }
}

/// The `>` that ends a tag: one inside quotes does not.
fn tag_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    None
}
