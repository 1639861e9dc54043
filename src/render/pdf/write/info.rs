//! The document information, the same as the XMP packet says.

use crate::document::Meta;
use crate::vocabulary::Tanggal;
use lopdf::{Dictionary, Object, text_string};

/// A day as PDF writes it, its first second in UTC.
pub fn pdf_date(date: Tanggal) -> String {
    format!("D:{:04}{:02}{:02}000000Z", date.year, date.month, date.day)
}

/// The document information, the same as the XMP packet says.
pub fn information(meta: &Meta) -> Dictionary {
    let date = pdf_date(meta.date);
    let mut info = Dictionary::new();
    for (key, value) in [
        ("Title", &meta.title),
        ("Author", &meta.author),
        ("Subject", &meta.subject),
        ("Creator", &meta.program),
        ("Producer", &meta.program),
    ] {
        if !value.is_empty() {
            info.set(key, text_string(value));
        }
    }
    info.set("CreationDate", Object::string_literal(date.clone()));
    info.set("ModDate", Object::string_literal(date));
    info
}
