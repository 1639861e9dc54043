//! Files inside the file (ISO 19005-3, 6.8): each associated with the whole
//! document, so that an archive that keeps the pages keeps them too.

use crate::vocabulary::Tanggal;
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary, text_string};

/// A file to be embedded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attachment<'a> {
    /// `iku-2021.xlsx`; unique among the attachments.
    pub name: &'a str,
    /// Its media type, `application/json`.
    pub media: &'static str,
    pub relation: Relation,
    /// What it is, in a sentence for the reader.
    pub description: &'a str,
    pub bytes: &'a [u8],
}

/// What a file is to the pages (ISO 19005-3, annex E).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Relation {
    /// The data that the pages' tables and figures were made from.
    Data,
    /// The same content in a form that programs read more easily.
    Supplement,
}

impl Relation {
    fn name(self) -> &'static str {
        match self {
            Relation::Data => "Data",
            Relation::Supplement => "Supplement",
        }
    }
}

/// The references from the catalog.
pub struct Embedded {
    /// Its `AF`.
    pub associated: Vec<Object>,
    /// `EmbeddedFiles` of its `Names`.
    pub names: ObjectId,
}

/// Adds the files; `None` where there are none.
pub fn add(file: &mut lopdf::Document, attachments: &[Attachment<'_>], date: Tanggal) -> Option<Embedded> {
    let mut named: Vec<(Vec<u8>, ObjectId)> = Vec::new();
    for attachment in attachments {
        let params = dictionary! {
            "ModDate" => Object::string_literal(super::info::pdf_date(date)),
            "Size" => attachment.bytes.len() as i64,
        };
        let dictionary = dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => Object::Name(attachment.media.as_bytes().to_vec()),
            "Params" => params,
        };
        let stream = file.add_object(Stream::new(dictionary, attachment.bytes.to_vec()));
        let specification = file.add_object(dictionary! {
            "Type" => "Filespec",
            "F" => text_string(attachment.name),
            "UF" => text_string(attachment.name),
            "Desc" => text_string(attachment.description),
            "AFRelationship" => attachment.relation.name(),
            "EF" => dictionary! { "F" => stream, "UF" => stream },
        });
        let Object::String(key, _) = text_string(attachment.name) else { continue };
        named.push((key, specification));
    }
    if named.is_empty() {
        return None;
    }
    let associated = named.iter().map(|(_, id)| (*id).into()).collect();
    // A name tree's keys stand in order (ISO 32000-1, 7.9.6).
    named.sort();
    let pairs = named.into_iter().flat_map(|(key, id)| [Object::string_literal(key), id.into()]).collect::<Vec<_>>();
    let mut tree = Dictionary::new();
    tree.set("Names", pairs);
    Some(Embedded { associated, names: file.add_object(tree) })
}
