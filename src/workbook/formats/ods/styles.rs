//! Which table styles hide their table.

use crate::workbook::failure::Dibaca;
use crate::workbook::formats::xml::{Token, Xml, truncated};
use std::io::Read;

/// Reads the `<style:style>` just opened to its close: whether it says `table:display="false"`.
pub(crate) fn hidden_table_style<R: Read>(xml: &mut Xml<R>) -> Dibaca<bool> {
    let outside = xml.depth().saturating_sub(1);
    let mut hidden = false;
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.local == b"table-properties" => hidden |= tag.get(b"table:display") == Some(b"false"),
            Token::Close(_, depth) if depth <= outside => return Ok(hidden),
            Token::End => return Err(truncated()),
            _ => {}
        }
    }
}
