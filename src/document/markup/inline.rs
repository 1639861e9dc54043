//! Lines of text: runs, figures, line breaks; blanks collapse as in HTML.

use super::names::INLINES;
use super::reader::{Element, Reader, is_blank};
use crate::document::words_id::expected;
use crate::document::{Inline, Style, Text};
use roxmltree::Node;

/// Points of `<kecil>`.
const SMALL: f32 = 8.0;

/// The text of an element that holds nothing but text.
pub fn text(reader: &mut Reader<'_>, parent: Element<'_, '_>) -> Text {
    collapse(raw(reader, parent, Style::default()))
}

/// The plain characters of an element that may hold no other element.
pub fn plain(reader: &mut Reader<'_>, parent: Element<'_, '_>) -> String {
    let mut found = String::new();
    for child in parent.children() {
        if child.is_text() {
            found.push_str(child.text().unwrap_or_default());
        } else if child.is_element() {
            let name = reader.name(parent).to_owned();
            reader.refuse(child, &name, &[]);
        }
    }
    found.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The inline elements of a node's children, blanks not yet collapsed.
pub fn raw(reader: &mut Reader<'_>, parent: Element<'_, '_>, style: Style) -> Text {
    let mut found = Vec::new();
    for child in parent.children() {
        if child.is_element() && !INLINES.contains(&reader.name(child)) {
            let name = reader.name(parent).to_owned();
            reader.refuse(child, &name, INLINES);
        } else {
            found.extend(node(reader, child, style));
        }
    }
    found
}

/// One text or inline element.
pub fn node(reader: &mut Reader<'_>, node: Node<'_, '_>, style: Style) -> Text {
    if node.is_text() {
        return vec![Inline::Run { text: node.text().unwrap_or_default().to_owned(), style }];
    }
    if !node.is_element() || !reader.enter(node) {
        return Vec::new();
    }
    match reader.name(node) {
        "tebal" => raw(reader, node, Style { bold: true, ..style }),
        "miring" => raw(reader, node, Style { italic: true, ..style }),
        "garis-bawah" => raw(reader, node, Style { underline: true, ..style }),
        "kecil" => raw(reader, node, Style { size: Some(SMALL), ..style }),
        "baris-baru" => {
            reader.nothing_inside(node);
            vec![Inline::LineBreak]
        }
        // The one that is left: `angka`.
        _ => {
            let name = reader.required(node, "nama", expected::NAMA_ANGKA);
            if !name.is_empty() && !is_defined_name(&name) {
                reader.bad_value(node, "nama", &name, expected::NAMA_ANGKA);
            }
            let shown = plain(reader, node);
            if shown.is_empty() {
                reader.fault(node, crate::document::Fault::Empty { element: "angka".to_owned() });
            }
            reader.figure(node, &name, &shown);
            let unless =
                reader.optional(node, "kecuali", expected::NAMA_ANGKA, |name| is_defined_name(name).then(|| name.to_owned()));
            vec![Inline::Figure { shown, name, style, unless }]
        }
    }
}

pub fn is_defined_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.')
        && name.len() <= 255
}

/// Makes every stretch of blanks one, none at the edges or beside a line break,
/// and joins neighbours of one style.
pub fn collapse(text: Text) -> Text {
    let mut out: Text = Vec::new();
    // A blank waits until something follows that it separates; it takes the style it stood in.
    let mut waiting: Option<Style> = None;
    let mut line_start = true;
    for inline in text {
        match inline {
            Inline::LineBreak => {
                waiting = None;
                line_start = true;
                out.push(Inline::LineBreak);
            }
            Inline::Figure { .. } => {
                if let Some(style) = waiting.take().filter(|_| !line_start) {
                    push(&mut out, " ", style);
                }
                line_start = false;
                out.push(inline);
            }
            Inline::Run { text, style } => {
                for piece in pieces(&text) {
                    if piece.starts_with(is_blank) {
                        waiting = waiting.or(Some(style));
                    } else {
                        if let Some(style) = waiting.take().filter(|_| !line_start) {
                            push(&mut out, " ", style);
                        }
                        line_start = false;
                        push(&mut out, piece, style);
                    }
                }
            }
        }
    }
    out
}

/// A text cut into stretches of blanks and of others.
fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let blank = is_blank(first);
        let end = rest.find(|c| is_blank(c) != blank).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        found.push(piece);
        rest = after;
    }
    found
}

fn push(out: &mut Text, piece: &str, style: Style) {
    if let Some(Inline::Run { text, style: last }) = out.last_mut()
        && *last == style
    {
        text.push_str(piece);
    } else {
        out.push(Inline::Run { text: piece.to_owned(), style });
    }
}

/// The characters a reader sees, line breaks as blanks.
pub fn spoken(text: &Text) -> String {
    text.iter().map(|inline| if *inline == Inline::LineBreak { " " } else { inline.text() }).collect()
}
