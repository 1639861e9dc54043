//! The package as a whole: content.xml holds everything.

use super::styles::hidden_table_style;
use super::table;
use crate::profile::Limits;
use crate::workbook::budget::Budget;
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::formats::package::Package;
use crate::workbook::formats::xml::Token;
use crate::workbook::sheet::{Sheet, Visibility};
use memchr::memmem;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Reads every sheet of the document.
pub(crate) fn read(package: &mut Package<'_>, berkas: &Arc<str>, limits: &Limits) -> Dibaca<Vec<Sheet>> {
    const MANIFEST: &str = "META-INF/manifest.xml";
    if package.has(MANIFEST) && memmem::find(&package.bytes(MANIFEST, 4 << 20)?, b"encryption-data").is_some() {
        return Err(Gagal::Terkunci);
    }
    let mut budget = Budget::new(limits, package.packed);
    let mut xml = package.xml("content.xml")?;
    let mut hidden_styles: BTreeSet<String> = BTreeSet::new();
    let (mut sheets, mut is_spreadsheet) = (Vec::new(), false);
    loop {
        match xml.next()? {
            Token::Open(tag) => match tag.local {
                b"document-content" | b"automatic-styles" | b"body" => {}
                b"style" => {
                    let name = tag.text(b"style:name")?;
                    if hidden_table_style(&mut xml)? {
                        budget.style()?;
                        if let Some(name) = name {
                            budget.text(&name, 1)?;
                            hidden_styles.insert(name);
                        }
                    }
                }
                b"spreadsheet" => is_spreadsheet = true,
                b"table" if is_spreadsheet => {
                    let name = tag.text(b"table:name")?.unwrap_or_default();
                    let style = tag.text(b"table:style-name")?;
                    budget.sheet()?;
                    budget.text(&name, 1)?;
                    let hidden = style.is_some_and(|style| hidden_styles.contains(&style));
                    let sheet = table::read(&mut xml, &name, berkas, &mut budget).map_err(|gagal| gagal.on_sheet(&name))?;
                    let visibility = if hidden { Visibility::Hidden } else { Visibility::Visible };
                    sheets.push(Sheet { visibility, ..sheet });
                }
                _ => xml.skip()?,
            },
            Token::End if is_spreadsheet => return Ok(sheets),
            Token::End => return Err(Gagal::rusak("dokumen tanpa lembar kerja")),
            _ => {}
        }
    }
}
