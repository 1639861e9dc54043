//! Bookmarks.

use crate::render::pdf::pages::layout::Layout;
use lopdf::{Object, ObjectId, dictionary, text_string};

/// A bookmark for each part.
pub fn add(file: &mut lopdf::Document, layout: &Layout, pages: &[ObjectId]) -> Option<ObjectId> {
    let targets: Vec<_> = layout.parts.iter().filter_map(|part| Some((&part.0, *pages.get(part.2)?))).collect();
    if targets.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = targets.iter().map(|_| file.new_object_id()).collect();
    for (index, (name, page)) in targets.iter().enumerate() {
        let mut entry = dictionary! {
            "Title" => text_string(name),
            "Parent" => root,
            "Dest" => vec![(*page).into(), "XYZ".into(), Object::Null, Object::Null, Object::Null],
        };
        if let Some(&previous) = index.checked_sub(1).and_then(|i| ids.get(i)) {
            entry.set("Prev", previous);
        }
        if let Some(&next) = ids.get(index + 1) {
            entry.set("Next", next);
        }
        file.set_object(ids[index], entry);
    }
    let entries =
        dictionary! { "Type" => "Outlines", "First" => ids[0], "Last" => ids[ids.len() - 1], "Count" => ids.len() as i64 };
    file.set_object(root, entries);
    Some(root)
}
