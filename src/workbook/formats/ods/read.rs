//! The package as a whole: content.xml holds everything.

use super::styles::hidden_table_style;
use super::table;
use crate::profile::Limits;
use crate::workbook::budget::Budget;
use crate::workbook::calculation::{Calculation, Contents, DefinedName};
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::formats::package::Package;
use crate::workbook::formats::xml::Token;
use crate::workbook::sheet::{Sheet, Visibility};
use memchr::memmem;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Reads every sheet of the document.
pub(crate) fn read(package: &mut Package<'_>, berkas: &Arc<str>, limits: &Limits) -> Dibaca<Contents> {
    const MANIFEST: &str = "META-INF/manifest.xml";
    if package.has(MANIFEST) && memmem::find(&package.bytes(MANIFEST, 4 << 20)?, b"encryption-data").is_some() {
        return Err(Gagal::Terkunci);
    }
    let mut budget = Budget::new(limits, package.packed);
    let mut xml = package.xml("content.xml")?;
    let mut hidden_styles: BTreeSet<String> = BTreeSet::new();
    let (mut sheets, mut is_spreadsheet) = (Vec::new(), false);
    let mut calculation = Calculation::default();
    loop {
        match xml.next()? {
            Token::Open(tag) => match tag.local {
                b"document-content" | b"automatic-styles" | b"body" | b"named-expressions" => {}
                b"calculation-settings" => {
                    calculation.as_shown = tag.is_true(b"table:precision-as-shown");
                    xml.skip()?;
                }
                b"named-range" => {
                    let name = tag.text(b"table:name")?.unwrap_or_default();
                    let text = format!("[{}]", tag.text(b"table:cell-range-address")?.unwrap_or_default());
                    budget.text(&name, 1)?;
                    budget.text(&text, 1)?;
                    calculation.names.push(DefinedName { name, sheet: None, text });
                    xml.skip()?;
                }
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
                    // What LibreOffice remembers of another file's sheet: `'file:///Data.ods'#Sheet1`.
                    if name.starts_with("'file:") && name.contains("'#") {
                        xml.skip()?;
                        continue;
                    }
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
            Token::End if is_spreadsheet => return Ok(Contents { sheets, calculation: Arc::new(calculation) }),
            Token::End => return Err(Gagal::rusak("dokumen tanpa lembar kerja")),
            _ => {}
        }
    }
}
