//! Empty signature fields where a signatory signs electronically. A field that
//! is there before signing, tagged and with an appearance, survives it with
//! PDF/A and PDF/UA intact; one that a signing tool adds does not.

use crate::render::pdf::pages::layout::Layout;
use crate::render::pdf::placed::Ink;
use crate::render::pdf::structure::NodeId;
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary, text_string};

/// A field on its page, and its structure element.
pub struct Field {
    pub widget: ObjectId,
    /// From 0.
    pub page: usize,
    pub node: NodeId,
    /// Its key in the parent tree.
    pub key: i64,
}

/// Adds the fields and the form that lists them. `key` is the first free one of the parent tree.
pub fn add(file: &mut lopdf::Document, layout: &Layout, pages: &[ObjectId], key: i64) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for (page, (items, &id)) in layout.pages.iter().zip(pages).enumerate() {
        for item in &items.items {
            let (&Ink::SigningRoom { index }, Some(node)) = (&item.ink, item.node) else { continue };
            let name = layout.signatures.iter().find(|placed| placed.index == index).and_then(|placed| placed.field.as_deref());
            let Some(name) = name else { continue };
            let key = key + fields.len() as i64;
            let label = layout.tree.nodes.get(node).and_then(|node| node.alternative.as_deref()).unwrap_or("");
            let shape = dictionary! {
                "Type" => "XObject",
                "Subtype" => "Form",
                "BBox" => vec![0.into(), 0.into(), Object::Real(item.width), Object::Real(item.height)],
                "Resources" => Dictionary::new(),
            };
            let appearance = file.add_object(Stream::new(shape, Vec::new()));
            let (left, bottom) = (item.x, layout.height - item.y - item.height);
            let corners = [left, bottom, left + item.width, bottom + item.height];
            let widget = file.add_object(dictionary! {
                "Type" => "Annot",
                "Subtype" => "Widget",
                "FT" => "Sig",
                "T" => text_string(name),
                "TU" => text_string(label),
                "Rect" => corners.map(|c| Object::Real((c * 100.0).round() / 100.0)).to_vec(),
                // Printed, as an archived page must be (ISO 19005-2, 6.3.2).
                "F" => 4,
                "P" => id,
                "AP" => dictionary! { "N" => appearance },
                "StructParent" => key,
            });
            fields.push(Field { widget, page, node, key });
        }
    }
    fields
}

/// The form that lists the fields; `None` where there are none.
pub fn form(fields: &[Field]) -> Option<Dictionary> {
    let list: Vec<Object> = fields.iter().map(|field| field.widget.into()).collect();
    (!list.is_empty()).then(|| dictionary! { "Fields" => list })
}
