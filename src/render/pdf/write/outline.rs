//! Bookmarks: the parts, and below each its headings.

use crate::render::pdf::pages::layout::Layout;
use crate::render::pdf::placed::Ink;
use crate::render::pdf::structure::{NodeId, Role};
use lopdf::{Object, ObjectId, dictionary, text_string};
use std::collections::BTreeMap;

/// A heading's words and the place of their first line: the page from 0, the height from the page's top.
struct Heading {
    words: String,
    page: usize,
    y: f32,
}

/// Adds the bookmarks; `None` where there is no part.
pub fn add(file: &mut lopdf::Document, layout: &Layout, pages: &[ObjectId]) -> Option<ObjectId> {
    let parts: Vec<_> = layout.parts.iter().filter_map(|part| Some((part, *pages.get(part.2)?))).collect();
    if parts.is_empty() {
        return None;
    }
    let headings = headings(layout);
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = parts.iter().map(|_| file.new_object_id()).collect();
    for (index, ((name, node, _), page)) in parts.iter().enumerate() {
        let mut entry = dictionary! {
            "Title" => text_string(name),
            "Parent" => root,
            "Dest" => vec![(*page).into(), "XYZ".into(), Object::Null, Object::Null, Object::Null],
        };
        link(&mut entry, &ids, index);
        let own: Vec<&Heading> = headings.range((*node, 0)..(*node + 1, 0)).map(|(_, heading)| heading).collect();
        if let Some([first, last]) = below(file, layout, pages, ids[index], &own) {
            entry.set("First", first);
            entry.set("Last", last);
            // Closed until somebody opens it.
            entry.set("Count", -(own.len() as i64));
        }
        file.set_object(ids[index], entry);
    }
    let entries =
        dictionary! { "Type" => "Outlines", "First" => ids[0], "Last" => ids[ids.len() - 1], "Count" => ids.len() as i64 };
    file.set_object(root, entries);
    Some(root)
}

/// The bookmarks of a part's headings: the first and the last.
fn below(
    file: &mut lopdf::Document,
    layout: &Layout,
    pages: &[ObjectId],
    parent: ObjectId,
    headings: &[&Heading],
) -> Option<[ObjectId; 2]> {
    let ids: Vec<ObjectId> = headings.iter().map(|_| file.new_object_id()).collect();
    for (index, heading) in headings.iter().enumerate() {
        // A hand's breadth of a point above the words.
        let top = ((layout.height - heading.y + 4.0) * 100.0).round() / 100.0;
        let page = pages.get(heading.page)?;
        let mut entry = dictionary! {
            "Title" => text_string(&heading.words),
            "Parent" => parent,
            "Dest" => vec![(*page).into(), "XYZ".into(), Object::Null, Object::Real(top), Object::Null],
        };
        link(&mut entry, &ids, index);
        file.set_object(ids[index], entry);
    }
    Some([*ids.first()?, *ids.last()?])
}

fn link(entry: &mut lopdf::Dictionary, ids: &[ObjectId], index: usize) {
    if let Some(&previous) = index.checked_sub(1).and_then(|i| ids.get(i)) {
        entry.set("Prev", previous);
    }
    if let Some(&next) = ids.get(index + 1) {
        entry.set("Next", next);
    }
}

/// The headings below a part's title, by the part's structure element and their own.
fn headings(layout: &Layout) -> BTreeMap<(NodeId, NodeId), Heading> {
    let mut found: BTreeMap<(NodeId, NodeId), Heading> = BTreeMap::new();
    for (page, items) in layout.pages.iter().enumerate() {
        for item in &items.items {
            let Some(node) = item.node else { continue };
            let Some(Role::Heading(2..)) = layout.tree.nodes.get(node).map(|node| node.role) else { continue };
            let (Ink::Text { text, .. }, Some(parent)) = (&item.ink, layout.tree.nodes[node].parent) else { continue };
            let heading = found.entry((parent, node)).or_insert(Heading { words: String::new(), page, y: item.y });
            heading.words.push_str(text);
        }
    }
    for heading in found.values_mut() {
        heading.words = heading.words.trim().to_owned();
    }
    found
}
