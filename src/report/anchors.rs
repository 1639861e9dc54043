//! Where the findings that a page names stand on a data sheet.

use super::sheet::{Anchor, DataSheet, Group};
use crate::dataset::Table;
use crate::diagnostic::Temuan;
use crate::vocabulary::Sel;
use std::collections::BTreeMap;

/// A data sheet has at most so many cells that findings lead to.
const MOST: usize = 20_000;

/// Gives the sheet of a table an anchor for each finding in one of its rows: the
/// cell itself where the sheet has it, else the row's name.
pub fn anchor(sheet: &mut DataSheet, table: &Table, temuan: &[Temuan]) {
    let here = |one: &Temuan| {
        let part = table.parts.iter().position(|part| part.berkas == one.at.berkas && part.lembar == one.at.lembar)?;
        let (row, column) = match one.at.sel? {
            Sel::Cell(cell) => (cell.row, Some(cell.column)),
            Sel::Row(row) => (row, None),
            Sel::Column(_) => return None,
        };
        Some((part, row, column))
    };
    if !temuan.iter().any(|one| here(one).is_some()) {
        return;
    }
    let rows: BTreeMap<(usize, u32), usize> =
        table.rows.iter().enumerate().map(|(index, row)| ((usize::from(row.part), row.row), index)).collect();
    let first = sheet.first_data_row();
    let name = sheet.columns.iter().filter(|column| column.group == Group::Identity).count().max(1) - 1;
    for one in temuan {
        if sheet.anchors.len() >= MOST {
            return;
        }
        let Some((part, row, _)) = here(one) else { continue };
        let Some(index) = rows.get(&(part, row)) else { continue };
        sheet.anchors.push(Anchor { text: one.at.to_string(), row: first + *index as u32, column: name as u16 });
    }
}
