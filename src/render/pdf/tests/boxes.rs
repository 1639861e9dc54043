//! What is looked for in every layout: boxes inside the margins, apart from each
//! other, and all the words.

use crate::document::*;
use crate::render::family::Family;
use crate::render::pdf::pages::layout::{Layout, layout};
use crate::render::pdf::placed::{Ink, Placed};
use crate::render::style::MM;
use std::collections::BTreeMap;

pub fn laid(document: &Document) -> Layout {
    layout(document, None, Family::sans()).unwrap()
}

/// The texts of the document's own content, in order, repetitions and page numbers left out.
pub fn words(layout: &Layout) -> String {
    let texts: Vec<&str> =
        layout.pages.iter().flat_map(|page| &page.items).filter(|i| i.node.is_some()).filter_map(text_of).collect();
    squeezed(&texts.concat())
}

/// The same in the document's own order, whatever cells a page's end parts: each
/// structure element's text, the elements as they were made.
pub fn words_in_order(layout: &Layout) -> String {
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for item in layout.pages.iter().flat_map(|page| &page.items) {
        if let (Some(node), Some(text)) = (item.node, text_of(item)) {
            texts.entry(node).or_default().push_str(text);
        }
    }
    squeezed(&texts.into_values().collect::<String>())
}

/// The text that a reader sees, if it is text.
pub fn text_of(item: &Placed) -> Option<&str> {
    match &item.ink {
        Ink::Text { text, .. } | Ink::Upright { text, .. } => Some(text),
        _ => None,
    }
}

/// Without any spaces: lines drop them at their ends.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

/// Every item lies within the margins (page numbers apart), and no two texts overlap.
pub fn check_boxes(document: &Document, layout: &Layout) {
    let page = &document.page;
    let (left, right) = (page.left * MM - 0.05, (page.width - page.right) * MM + 0.05);
    let (top, bottom) = (page.top * MM - 0.35, (page.height - page.bottom) * MM + 0.35);
    for (number, content) in layout.pages.iter().enumerate() {
        let mut texts: Vec<&Placed> = Vec::new();
        for item in &content.items {
            if text_of(item).is_some_and(|text| text == format!("- {} -", number + 1)) {
                assert!(item.y >= 0.0 && item.y + item.height <= page.top * MM + 0.05);
                continue;
            }
            assert!(item.x >= left && item.x + item.width <= right, "page {number} sideways: {item:?}");
            assert!(item.y >= top && item.y + item.height <= bottom, "page {number} top or bottom: {item:?}");
            if text_of(item).is_some() {
                texts.push(item);
            }
        }
        texts.sort_by(|a, b| a.y.total_cmp(&b.y));
        for (i, a) in texts.iter().enumerate() {
            for b in &texts[i + 1..] {
                if b.y >= a.y + a.height - 0.05 {
                    break;
                }
                let apart = b.x + b.width <= a.x + 0.05 || a.x + a.width <= b.x + 0.05;
                // Two columns of a table within a table may be narrower than their letters.
                let letters = [a, b].iter().all(|one| text_of(one).is_some_and(|text| text.trim().chars().count() <= 1));
                assert!(apart || letters, "page {number}: {a:?}\noverlaps {b:?}");
            }
        }
        // No text reaches out of its cell: no rule stands in it.
        for rule in content.items.iter().filter(|item| item.ink == Ink::Rule) {
            // A single letter may be wider than a column of a table within a table.
            for text in texts.iter().filter(|text| text_of(text).is_some_and(|text| text.trim().chars().count() > 1)) {
                // An underline and a fraction's bar touch a text's box, not its middle.
                let air = text.height * 0.3;
                let across = rule.x + rule.width > text.x + 0.3 && rule.x < text.x + text.width - 0.3;
                let down = rule.y + rule.height > text.y + air && rule.y < text.y + text.height - air;
                assert!(!(across && down), "page {number}: {rule:?}\ncrosses {text:?}");
            }
        }
    }
}

pub fn texts<'a>(items: &'a [Placed], part: &str) -> Vec<&'a Placed> {
    items.iter().filter(|item| text_of(item).is_some_and(|text| text.contains(part))).collect()
}
