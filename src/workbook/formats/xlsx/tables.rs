//! The tables of a sheet (`xl/tables/*.xml`): which of its rows they call totals rows.

use crate::vocabulary::CellAddress;
use crate::workbook::failure::Dibaca;
use crate::workbook::formats::package::Package;
use crate::workbook::formats::relationships::relationships;
use crate::workbook::formats::xml::Token;
use crate::workbook::sheet::Merge;

/// The totals rows of a sheet's tables, each from its first to its last column.
///
/// # Errors
/// A part that cannot be read.
pub(super) fn total_rows(package: &mut Package<'_>, sheet: &str) -> Dibaca<Vec<Merge>> {
    let mut found = Vec::new();
    for link in relationships(package, sheet)?.into_iter().filter(|link| link.kind == "table") {
        if package.has(&link.target) {
            found.extend(totals_of(package, &link.target)?);
        }
    }
    Ok(found)
}

fn totals_of(package: &mut Package<'_>, part: &str) -> Dibaca<Option<Merge>> {
    let mut xml = package.xml(part)?;
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.local == b"table" => {
                let count: u32 = tag.text(b"totalsRowCount")?.and_then(|text| text.parse().ok()).unwrap_or(0);
                let Some(range) = tag.text(b"ref")? else { return Ok(None) };
                let Some((first, last)) = range.split_once(':') else { return Ok(None) };
                let (Some(first), Some(last)) = (CellAddress::parse(first), CellAddress::parse(last)) else { return Ok(None) };
                let is_within = count > 0 && last.row >= count && last.row + 1 - count > first.row;
                return Ok(is_within.then(|| Merge { first: CellAddress::new(last.row + 1 - count, first.column), last }));
            }
            Token::End => return Ok(None),
            _ => {}
        }
    }
}
