//! Where the findings that a page names stand on a data sheet: their cell, their row, their column, or the sheet.

use super::sheet::{Anchor, DataSheet, Group};
use crate::dataset::{Isi, Row, Table};
use crate::diagnostic::{Kode, Temuan};
use crate::formula::excel::field_heading;
use crate::text::{NumberText, read_number};
use crate::vocabulary::{CellAddress, Sel, mask_in_text};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A row's name as it is sought.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A data sheet has at most so many cells that findings lead to.
const MOST: usize = 20_000;

/// A table and the sheet that shows it.
struct OnSheet<'t> {
    sheet: &'t DataSheet,
    table: &'t Table,
    /// The table's row by its part and its row in the office's sheet.
    rows: BTreeMap<(usize, u32), usize>,
    /// The column that names the rows.
    name: usize,
}

impl<'t> OnSheet<'t> {
    fn new(sheet: &'t DataSheet, table: &'t Table) -> Self {
        let rows = table.rows.iter().enumerate().map(|(index, row)| ((usize::from(row.part), row.row), index)).collect();
        let name = sheet.columns.iter().filter(|column| column.group == Group::Identity).count().max(1) - 1;
        Self { sheet, table, rows, name }
    }

    /// The sheet's row of a row of the table.
    fn row(&self, index: usize) -> u32 {
        self.sheet.first_data_row() + index as u32
    }

    /// Which of the table's columns a part has in this column of its own.
    fn field(&self, part: usize, column: u32) -> Option<usize> {
        self.table.parts.get(part)?.columns.iter().position(|own| *own == column)
    }

    /// The first row of a part that has in this column what a finding quotes of it: `misalnya "Rp 1.234.500,-"`, or a mark
    /// that was read as 0.
    fn row_of_value(&self, part: usize, column: u32, one: &Temuan) -> Option<usize> {
        let field = self.field(part, column)?;
        let value = |words: &str| match read_number(words) {
            NumberText::Value(read) => Some(read.value),
            _ => None,
        };
        let quoted = if one.kode() == Kode::NihilDibacaNol {
            vec![Decimal::ZERO]
        } else {
            one.pesan().split('`').skip(1).step_by(2).filter_map(value).collect()
        };
        let is_quoted = |row: &Row| {
            usize::from(row.part) == part && matches!(self.table.isi(row, field), Isi::Angka(own) if quoted.contains(&own))
        };
        if quoted.is_empty() { None } else { self.table.rows.iter().position(is_quoted) }
    }

    /// The sheet's column of what a part has in this column of its own; the naming one where the sheet has it not.
    fn column(&self, part: usize, column: u32) -> usize {
        let field = self.field(part, column).and_then(|field| self.table.columns.get(field));
        let shown = |isian: &str| {
            let heading = field_heading(Some(self.table), isian);
            self.sheet.columns.iter().position(|column| column.heading == heading && column.group != Group::Helper)
        };
        field.and_then(|field| shown(&field.isian)).unwrap_or(self.name)
    }
}

/// Gives the sheet of a table an anchor for each finding in it: the cell itself where
/// the sheet has it, else its row's name; a column's heading; the sheet's title.
pub fn anchor(sheet: &mut DataSheet, table: &Table, temuan: &[Temuan]) {
    let part_of = |one: &Temuan| table.parts.iter().position(|part| part.berkas == one.at.berkas && part.lembar == one.at.lembar);
    if !temuan.iter().any(|one| part_of(one).is_some()) {
        return;
    }
    let shown = OnSheet::new(sheet, table);
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
            cells.filter_map(|cell| shown.rows.get(&(part, cell.row)).copied()).next()
        };
        let quoted = || pesan.split(['`', '"', '“', '”', '\'']).skip(1);
        quoted().find_map(|words| names.get(&folded(words)).copied()).or_else(by_cell)
    };
    let place = |one: &Temuan| {
        let part = part_of(one)?;
        let row_of = |row: u32| shown.rows.get(&(part, row)).map(|index| shown.row(*index));
        match one.at.sel {
            Some(Sel::Cell(cell)) => Some((row_of(cell.row)?, shown.column(part, cell.column))),
            Some(Sel::Row(row)) => Some((row_of(row)?, shown.name)),
            Some(Sel::Column(column)) => {
                let found = spoken_of(one, part).or_else(|| shown.row_of_value(part, column, one));
                let row = found.map_or(sheet.heading_row(), |index| shown.row(index));
                Some((row, shown.column(part, column)))
            }
            None => Some(spoken_of(one, part).map_or((0, 0), |index| (shown.row(index), shown.name))),
        }
    };
    let anchors: Vec<Anchor> = temuan
        .iter()
        .filter_map(|one| place(one).map(|(row, column)| Anchor { text: one.at.to_string(), row, column: column as u16 }))
        .take(MOST)
        .collect();
    sheet.anchors.extend(anchors);
}

/// Gives the sheet of a table an anchor for each change that is told in words, `…, KUD Contoh: Aset 1 menjadi 2
/// (data/a.xlsx!Rekap!S9)`: the cell where the row of that name still stands.
pub fn anchor_changes(sheet: &mut DataSheet, table: &Table, changes: &[&str]) {
    let mut found: Vec<Anchor> = Vec::new();
    {
        let shown = OnSheet::new(sheet, table);
        let ways: Vec<String> = table.parts.iter().map(|part| part.at().to_string()).collect();
        for words in changes {
            let Some(inside) = words.strip_suffix(')') else { continue };
            let place = |at: usize| {
                let place = &inside[at..];
                let stands = |(part, way): (usize, &String)| Some((part, place.strip_prefix(way.as_str())?.strip_prefix('!')?));
                let (part, sel) = ways.iter().enumerate().find_map(stands)?;
                let cell = CellAddress::parse(sel);
                let row = cell.map(|cell| cell.row).or_else(|| sel.parse::<u32>().ok()?.checked_sub(1))?;
                let index = *shown.rows.get(&(part, row))?;
                // Of a row that is gone the place is another's now.
                table.rows.get(index).filter(|own| words.contains(&mask_in_text(&own.nama)))?;
                let column = cell.map_or(shown.name, |cell| shown.column(part, cell.column));
                Some(Anchor { text: place.to_owned(), row: shown.row(index), column: column as u16 })
            };
            found.extend(inside.rmatch_indices(" (").find_map(|(at, _)| place(at + 2)));
        }
    }
    sheet.anchors.extend(found);
}
