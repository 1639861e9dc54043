//! The package as a whole: content.xml holds everything.

use super::prompts::Prompts;
use super::styles::{Head, Styles};
use super::table;
use crate::profile::Limits;
use crate::workbook::budget::Budget;
use crate::workbook::calculation::{Calculation, Contents, DefinedName};
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::formats::package::Package;
use crate::workbook::formats::xml::Token;
use memchr::memmem;
use std::sync::Arc;

/// Reads every sheet of the document.
pub(crate) fn read(package: &mut Package<'_>, berkas: &Arc<str>, limits: &Limits) -> Dibaca<Contents> {
    const MANIFEST: &str = "META-INF/manifest.xml";
    const STYLES: &str = "styles.xml";
    if package.has(MANIFEST) && memmem::find(&package.bytes(MANIFEST, 4 << 20)?, b"encryption-data").is_some() {
        return Err(Gagal::Terkunci);
    }
    let mut budget = Budget::new(limits, package.packed);
    let mut styles = Styles::default();
    if package.has(STYLES) {
        styles.read_part(package.xml(STYLES)?, &mut budget)?;
    }
    let mut xml = package.xml("content.xml")?;
    let (mut sheets, mut is_spreadsheet) = (Vec::new(), false);
    let mut calculation = Calculation::default();
    let mut prompts = Prompts::default();
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
                    let head = Head::of(&tag)?;
                    styles.read_style(&mut xml, head, &mut budget)?;
                }
                b"spreadsheet" => is_spreadsheet = true,
                b"content-validations" => prompts.read(&mut xml, &mut budget)?,
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
                    let own = table::Own { name: &name, style: style.as_deref(), styles: &styles, prompts: &prompts };
                    sheets.push(table::read(&mut xml, own, berkas, &mut budget).map_err(|gagal| gagal.on_sheet(&name))?);
                }
                _ => xml.skip()?,
            },
            Token::End if is_spreadsheet => return Ok(Contents { sheets, calculation: Arc::new(calculation) }),
            Token::End => return Err(Gagal::rusak("dokumen tanpa lembar kerja")),
            _ => {}
        }
    }
}
