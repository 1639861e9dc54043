//! The tables that a sheet declares (`xl/tables/*.xml`): their columns, and which rows are headings and totals.

use super::parts::SheetEntry;
use crate::vocabulary::CellAddress;
use crate::workbook::budget::Budget;
use crate::workbook::calculation::DeclaredTable;
use crate::workbook::failure::Dibaca;
use crate::workbook::formats::package::Package;
use crate::workbook::formats::relationships::relationships;
use crate::workbook::formats::xml::Token;
use crate::workbook::sheet::Merge;

/// A sheet's tables, in the order of its relationships.
///
/// # Errors
/// A part that cannot be read; more text than may be held.
pub(super) fn tables(package: &mut Package<'_>, entry: &SheetEntry, budget: &mut Budget) -> Dibaca<Vec<DeclaredTable>> {
    let mut found = Vec::new();
    for link in relationships(package, &entry.part)?.into_iter().filter(|link| link.kind == "table") {
        if package.has(&link.target) {
            found.extend(table(package, &link.target, &entry.name, budget)?);
        }
    }
    Ok(found)
}

fn table(package: &mut Package<'_>, part: &str, sheet: &str, budget: &mut Budget) -> Dibaca<Option<DeclaredTable>> {
    let mut found: Option<DeclaredTable> = None;
    let mut xml = package.xml(part)?;
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.local == b"table" => {
                let rows = |text: Option<String>, else_: u32| text.and_then(|text| text.parse().ok()).unwrap_or(else_);
                let (total_rows, heading_rows) = (rows(tag.text(b"totalsRowCount")?, 0), rows(tag.text(b"headerRowCount")?, 1));
                let Some(range) = tag.text(b"ref")? else { return Ok(None) };
                let (first, last) = range.split_once(':').unwrap_or((&range, &range));
                let (Some(first), Some(last)) = (CellAddress::parse(first), CellAddress::parse(last)) else { return Ok(None) };
                let name = tag.text(b"displayName")?.or(tag.text(b"name")?).unwrap_or_default();
                budget.text(&name, 1)?;
                let region = Merge { first, last };
                found =
                    Some(DeclaredTable { name, sheet: sheet.to_owned(), region, heading_rows, total_rows, columns: Vec::new() });
            }
            Token::Open(tag) if tag.local == b"tableColumn" => {
                let name = unescaped(&tag.text(b"name")?.unwrap_or_default());
                budget.text(&name, 1)?;
                if let Some(table) = &mut found {
                    table.columns.push(name);
                }
            }
            Token::End => return Ok(found),
            _ => {}
        }
    }
}

/// A heading with its line breaks, which the file writes as `_x000a_`.
fn unescaped(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let sign = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        text.push_str(&rest[..at]);
        match sign {
            Some(sign) => {
                text.push(sign);
                rest = &rest[at + 7..];
            }
            None => {
                text.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn line_breaks_in_headings_are_read() {
        assert_eq!(unescaped("Volume_x000a_Usaha"), "Volume\nUsaha");
        assert_eq!(unescaped("_x00"), "_x00");
        assert_eq!(unescaped("a_xé_x_x0041_"), "a_xé_xA");
    }
}
