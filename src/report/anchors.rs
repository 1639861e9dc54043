//! Where the findings that a page names stand on a data sheet: their cell, their row, their column, or the sheet.

use super::sheet::{Anchor, DataSheet, Group};
use crate::dataset::Table;
use crate::diagnostic::Temuan;
use crate::formula::excel::field_heading;
use crate::vocabulary::{CellAddress, Sel};
use std::collections::BTreeMap;

/// A row's name as it is sought.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A data sheet has at most so many cells that findings lead to.
const MOST: usize = 20_000;

/// Gives the sheet of a table an anchor for each finding in it: the cell itself where
/// the sheet has it, else its row's name; a column's heading; the sheet's title.
pub fn anchor(sheet: &mut DataSheet, table: &Table, temuan: &[Temuan]) {
    let part_of = |one: &Temuan| table.parts.iter().position(|part| part.berkas == one.at.berkas && part.lembar == one.at.lembar);
    if !temuan.iter().any(|one| part_of(one).is_some()) {
        return;
    }
    let rows: BTreeMap<(usize, u32), usize> =
        table.rows.iter().enumerate().map(|(index, row)| ((usize::from(row.part), row.row), index)).collect();
    let first = sheet.first_data_row();
    let name = sheet.columns.iter().filter(|column| column.group == Group::Identity).count().max(1) - 1;
    // The column of the sheet that holds a field's values.
    let shown = |field: usize| {
        let heading = field_heading(Some(table), &table.columns.get(field)?.isian);
        sheet.columns.iter().position(|column| column.heading == heading && column.group != Group::Helper)
    };
    // The field that a part has in this column of its own.
    let field = |part: usize, column: u32| table.parts.get(part)?.columns.iter().position(|own| *own == column);
    // The first row that the finding's words name, by a cell, a row's number or its name in quotation marks.
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    if temuan.iter().any(|one| part_of(one).is_some() && !matches!(one.at.sel, Some(Sel::Cell(_) | Sel::Row(_)))) {
        table.rows.iter().enumerate().for_each(|(index, row)| {
            names.entry(folded(&row.nama)).or_insert(index);
        });
    }
    let spoken_of = |one: &Temuan, part: usize| {
        let pesan = one.pesan();
        let by_cell = || {
            let cells = pesan.split(|c: char| !c.is_ascii_alphanumeric()).filter_map(CellAddress::parse);
            cells.filter_map(|cell| rows.get(&(part, cell.row)).copied()).next()
        };
        let quoted = || pesan.split(['`', '"', '“', '”', '\'']).skip(1);
        quoted().find_map(|words| names.get(&folded(words)).copied()).or_else(by_cell)
    };
    let place = |one: &Temuan| {
        let part = part_of(one)?;
        let row_of = |row: u32| rows.get(&(part, row)).map(|index| first + *index as u32);
        match one.at.sel {
            Some(Sel::Cell(cell)) => {
                let row = row_of(cell.row)?;
                Some((row, field(part, cell.column).and_then(shown).unwrap_or(name)))
            }
            Some(Sel::Row(row)) => Some((row_of(row)?, name)),
            Some(Sel::Column(column)) => {
                let row = spoken_of(one, part).map_or(sheet.heading_row(), |index| first + index as u32);
                Some((row, field(part, column).map_or(name, |field| shown(field).unwrap_or(name))))
            }
            None => Some(spoken_of(one, part).map_or((0, 0), |index| (first + index as u32, name))),
        }
    };
    let anchors: Vec<Anchor> = temuan
        .iter()
        .filter_map(|one| place(one).map(|(row, column)| Anchor { text: one.at.to_string(), row, column: column as u16 }))
        .take(MOST)
        .collect();
    sheet.anchors.extend(anchors);
}
