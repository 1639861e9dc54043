//! The relationships of an Office package: which part is which.

use super::package::Package;
use super::part_name::{relationships_of, resolve};
use super::xml::Token;
use crate::workbook::failure::{Dibaca, Gagal};

/// A relationship of a part.
pub(crate) struct Relationship {
    pub id: String,
    /// The last word of its type: `worksheet`, `sharedStrings`.
    pub kind: String,
    /// The part's name in the archive.
    pub target: String,
}

/// What a part refers to outside of the package, as the file writes it.
pub(crate) fn outside(package: &mut Package<'_>, part: &str) -> Dibaca<Vec<String>> {
    let list = relationships_of(part);
    let mut found = Vec::new();
    if !package.has(&list) {
        return Ok(found);
    }
    let mut xml = package.xml(&list)?;
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.local == b"Relationship" && tag.get(b"TargetMode") == Some(b"External") => {
                found.extend(tag.text(b"Target")?);
            }
            Token::End => return Ok(found),
            _ => {}
        }
    }
}

/// The relationships of a part; none if it has no such list.
pub(crate) fn relationships(package: &mut Package<'_>, part: &str) -> Dibaca<Vec<Relationship>> {
    let list = relationships_of(part);
    if !package.has(&list) {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    let mut xml = package.xml(&list)?;
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.local == b"Relationship" => {
                let (Some(id), Some(kind), Some(target)) = (tag.text(b"Id")?, tag.text(b"Type")?, tag.text(b"Target")?) else {
                    return Err(Gagal::rusak("hubungan antarbagian tidak lengkap"));
                };
                if tag.get(b"TargetMode") != Some(b"External") {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    found.push(Relationship { id, kind, target: resolve(part, &target) });
                }
            }
            Token::End => return Ok(found),
            _ => {}
        }
    }
}
