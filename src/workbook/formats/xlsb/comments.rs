//! The comments on a sheet's cells (`xl/comments1.bin`).

use super::record::Records;
use crate::vocabulary::CellAddress;
use crate::workbook::budget::Budget;
use crate::workbook::failure::Dibaca;
use std::collections::BTreeMap;

// [MS-XLSB] 2.3.2
const BRT_AUTHOR: u16 = 632;
const BRT_BEGIN_COMMENT: u16 = 635;
const BRT_COMMENT_TEXT: u16 = 637;
/// Who wrote the notes of marked copies (`--tandai`).
const OWN: &str = "iku";

/// Adds the comments of a part to those by cell.
///
/// # Errors
/// A part that cannot be read, or more text than may be held.
pub(super) fn comments(part: &[u8], budget: &mut Budget, found: &mut BTreeMap<CellAddress, String>) -> Dibaca<()> {
    let mut records = Records::new(part);
    let mut authors: Vec<String> = Vec::new();
    let mut open: Option<CellAddress> = None;
    while let Some(mut record) = records.next()? {
        match record.kind {
            BRT_AUTHOR => {
                let author = record.data.text()?;
                budget.text(&author, 1)?;
                authors.push(author);
            }
            BRT_BEGIN_COMMENT => {
                let author = record.data.u32()? as usize;
                let (row, _last_row, column) = (record.data.u32()?, record.data.u32()?, record.data.u32()?);
                let is_own = authors.get(author).is_some_and(|author| author == OWN);
                let is_on_sheet = row < CellAddress::MAX_ROWS && column < CellAddress::MAX_COLUMNS;
                open = (is_on_sheet && !is_own).then(|| CellAddress::new(row, column));
            }
            BRT_COMMENT_TEXT => {
                let _flags = record.data.u8()?;
                let text = record.data.text()?;
                if let Some(at) = open.take() {
                    budget.spend(1)?;
                    budget.text(&text, 1)?;
                    found.insert(at, text);
                }
            }
            _ => {}
        }
    }
    Ok(())
}
