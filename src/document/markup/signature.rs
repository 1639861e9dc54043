//! `<tanda-tangan>`.

use super::list::words;
use super::reader::{Element, Reader, millimetres};
use crate::document::problem::Fault;
use crate::document::words_id::expected;
use crate::document::{Signature, SignatureBlock};

/// A field's size where the template gives none, in millimetres.
const FIELD: (f32, f32) = (60.0, 25.0);

const MEMBERS: &[&str] = &["tempat-tanggal", "pengantar", "jabatan", "nama", "pangkat", "nip"];

pub fn signatures(reader: &mut Reader<'_>, element: Element<'_, '_>) -> SignatureBlock {
    let mut signatures = Vec::new();
    for child in reader.children(element) {
        if reader.name(child) != "penandatangan" {
            reader.refuse(child, "tanda-tangan", &["penandatangan"]);
        } else if reader.enter(child) {
            signatures.push(signature(reader, child));
        }
    }
    if signatures.is_empty() {
        reader.fault(element, Fault::MissingElement { parent: "tanda-tangan".to_owned(), name: "penandatangan" });
    }
    SignatureBlock { signatures }
}

fn signature(reader: &mut Reader<'_>, element: Element<'_, '_>) -> Signature {
    let electronic = reader.optional(element, "cara", expected::CARA, |value| match value {
        "basah" => Some(false),
        "tte" => Some(true),
        _ => None,
    });
    // An empty `penanda` is the profile's way to say there is none.
    let tag = element.attribute("penanda").filter(|value| !value.trim().is_empty()).and_then(|_| {
        reader.optional(element, "penanda", expected::PENANDA, |value| {
            let mut characters = value.chars();
            characters.next().filter(|_| characters.next().is_none())
        })
    });
    let size = |reader: &mut Reader<'_>, name: &'static str, expected: &'static str, usual: f32| {
        reader.optional(element, name, expected, |value| millimetres(value, 150.0)).unwrap_or(usual)
    };
    let field = (
        size(reader, "lebar-bidang", expected::LEBAR_GAMBAR, FIELD.0),
        size(reader, "tinggi-bidang", expected::TINGGI_GAMBAR, FIELD.1),
    );
    let mut found = Signature {
        place_and_date: String::new(),
        lead: None,
        position: Vec::new(),
        name: String::new(),
        rank: None,
        nip: None,
        electronic: electronic.unwrap_or(false),
        tag,
        field,
    };
    let mut seen: Vec<&str> = Vec::new();
    for child in reader.children(element) {
        let name = reader.name(child);
        if !MEMBERS.contains(&name) {
            reader.refuse(child, "penandatangan", MEMBERS);
            continue;
        }
        if !reader.enter(child) {
            continue;
        }
        if name != "jabatan" && seen.contains(&name) {
            reader.fault(child, Fault::RepeatedElement { parent: "penandatangan".to_owned(), name: name.to_owned() });
        }
        seen.push(name);
        let text = words(reader, child);
        match name {
            "tempat-tanggal" => found.place_and_date = text,
            "pengantar" => found.lead = Some(text),
            "jabatan" => found.position.push(text),
            "nama" => found.name = text,
            "pangkat" => found.rank = Some(text),
            _ => found.nip = Some(text),
        }
    }
    for name in ["jabatan", "nama"] {
        if !seen.contains(&name) {
            reader.fault(element, Fault::MissingElement { parent: "penandatangan".to_owned(), name });
        }
    }
    found
}
