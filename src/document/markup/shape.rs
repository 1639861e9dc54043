//! The shape of filled-in markup, seen in one pass before a tree is made of it:
//! a tree's memory grows with the square of nested namespaces, and attributes
//! are compared with each other.

use crate::document::problem::Fault;
use memchr::memmem;

/// Deeper nesting is a template gone wrong, and would exhaust the stack.
pub const MAX_DEPTH: usize = 48;
/// No element has so many.
const MOST_ATTRIBUTES: usize = 64;
/// More elements than this in one part are laid out in no bounded time and memory:
/// 60 000 rows of two cells took 16 s and 1.5 GiB.
const MOST_ELEMENTS: usize = 100_000;

/// The first tag that no page has, and where it stands.
pub fn first_fault(text: &str) -> Option<(usize, Fault)> {
    let bytes = text.as_bytes();
    let (mut depth, mut elements) = (0_usize, 0_usize);
    let mut at = 0;
    while let Some(start) = memchr::memchr(b'<', &bytes[at..]).map(|found| at + found) {
        let rest = &bytes[start..];
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
        if let Some((opening, closing)) = skipped.iter().find(|(opening, _)| rest.starts_with(opening.as_bytes())) {
            // Without an end, the tree's own reader tells.
            at = start + opening.len() + memmem::find(&rest[opening.len()..], closing.as_bytes())? + closing.len();
            continue;
        }
        let (length, attributes, namespace) = tag(rest);
        if namespace {
            return Some((start, Fault::TooDeep));
        }
        if attributes > MOST_ATTRIBUTES {
            return Some((start, Fault::TooLarge));
        }
        let tag = &rest[..length];
        elements += usize::from(!tag.starts_with(b"</"));
        if elements > MOST_ELEMENTS {
            return Some((start, Fault::TooLarge));
        }
        if tag.starts_with(b"</") {
            depth = depth.saturating_sub(1);
        } else if !tag.ends_with(b"/>") {
            depth += 1;
            // One more than may be, so that the reader of elements can tell which.
            if depth > MAX_DEPTH + 1 {
                return Some((start, Fault::TooDeep));
            }
        }
        at = start + length;
    }
    None
}

/// The bytes of the tag that `rest` begins with, its attributes, and whether one
/// of them declares a namespace.
fn tag(rest: &[u8]) -> (usize, usize, bool) {
    let (mut at, mut attributes, mut namespace) = (1, 0, false);
    while let Some(byte) = rest.get(at) {
        match byte {
            b'>' => return (at + 1, attributes, namespace),
            b'=' => attributes += 1,
            quote @ (b'"' | b'\'') => match memchr::memchr(*quote, &rest[at + 1..]) {
                Some(length) => at += 1 + length,
                None => return (rest.len(), attributes, namespace),
            },
            b'x' => namespace |= rest[at..].starts_with(b"xmlns"),
            _ => {}
        }
        at += 1;
    }
    (rest.len(), attributes, namespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_crowded_and_namespaced_tags_are_told_and_others_are_not() {
        assert_eq!(first_fault("<a b='<x xmlns=>'>teks <!-- <b xmlns> --><c/></a>"), None);
        assert_eq!(first_fault(&"<a>".repeat(MAX_DEPTH + 1)), None);
        assert_eq!(first_fault(&"<a>".repeat(100_000)), Some((3 * (MAX_DEPTH + 1), Fault::TooDeep)));
        assert_eq!(first_fault(&"<a></a><b/>".repeat(10_000)), None);
        assert_eq!(first_fault("<a><b xmlns:c='d'/></a>"), Some((3, Fault::TooDeep)));
        assert_eq!(first_fault(&"<a/>".repeat(MOST_ELEMENTS)), None);
        assert_eq!(first_fault(&"<a/>".repeat(MOST_ELEMENTS + 1)), Some((4 * MOST_ELEMENTS, Fault::TooLarge)));
        let crowded: String = (0..70).map(|n| format!(" a{n}='1'")).collect();
        assert_eq!(first_fault(&format!("<a{crowded}/>")), Some((0, Fault::TooLarge)));
        for cut in ["<", "<a b=\"", "<!--", "<a b"] {
            assert_eq!(first_fault(cut), None, "{cut}");
        }
    }
}
