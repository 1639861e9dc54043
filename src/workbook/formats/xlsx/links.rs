//! The files that a workbook's formulas take values from (`xl/externalLinks/*.xml`), by name.

use crate::workbook::calculation::linked_file_name;
use crate::workbook::failure::Dibaca;
use crate::workbook::formats::package::Package;
use crate::workbook::formats::relationships::outside;
use crate::workbook::formats::xml::Token;

/// The name of the file, or of the program, that a link leads to; none where the part does not say.
///
/// # Errors
/// A part that cannot be read.
pub(super) fn linked(package: &mut Package<'_>, part: &str) -> Dibaca<Option<String>> {
    if !package.has(part) {
        return Ok(None);
    }
    if let Some(target) = outside(package, part)?.into_iter().next() {
        return Ok(Some(linked_file_name(&target)));
    }
    let mut xml = package.xml(part)?;
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.local == b"ddeLink" => {
                let (service, topic) = (tag.text(b"ddeService")?.unwrap_or_default(), tag.text(b"ddeTopic")?.unwrap_or_default());
                return Ok(Some(format!("{service}|{topic}")));
            }
            Token::End => return Ok(None),
            _ => {}
        }
    }
}
