//! Which cells a row's used values were read from, by file and sheet, and which of them the office corrected (`[[terima]]`).

use super::data_sheet::Kind;
use super::sheet::{DataSheet, Link, Mark};
use super::{sources, words_id as words};
use crate::dataset::{Row, Table};
use crate::diagnostic::{Temuan, Terima};
use crate::vocabulary::{At, CellAddress, Sel};
use std::collections::BTreeMap;
use std::fmt::{Result as Written, Write};

/// A data sheet marks at most so many cells that were corrected; `Sel Asal` tells of all.
const MOST_MARKED: usize = 200;

/// The cells in whose place something else counts, each with the number of its finding among those that the notes list as accepted.
pub type Accepted = BTreeMap<At, usize>;

/// See [`Accepted`]: in the order of the notes.
pub fn accepted(temuan: &[Temuan]) -> Accepted {
    let mut cells = Accepted::new();
    let listed = temuan.iter().filter(|one| one.diterima.is_some()).zip(1..);
    let counts_otherwise = |one: &&Temuan| match (one.kode().terima(), &one.diterima) {
        (Terima::Nilai, Some(_)) => true,
        (Terima::Tetap, Some(accepted)) => accepted.nilai.is_some(),
        _ => false,
    };
    for (one, number) in listed {
        for cell in one.each().filter(counts_otherwise).filter(|one| matches!(one.at.sel, Some(Sel::Cell(_)))) {
            cells.entry(cell.at.clone()).or_insert(number);
        }
    }
    cells
}

/// Says of each row where its used values were read.
pub(super) struct Origin {
    /// The file and sheet of each part, in words.
    places: Vec<String>,
    /// The table's columns that figures rest on.
    used: Vec<usize>,
    /// By part and cell, the number of the finding.
    corrected: BTreeMap<(u16, CellAddress), usize>,
}

impl Origin {
    pub fn new(table: &Table, kinds: &[Kind], accepted: &Accepted) -> Self {
        let mut corrected = BTreeMap::new();
        for (at, number) in accepted {
            let Some(Sel::Cell(cell)) = at.sel else { continue };
            let own = table.parts.iter().position(|part| part.berkas == at.berkas && part.lembar == at.lembar);
            corrected.extend(own.and_then(|part| u16::try_from(part).ok()).map(|part| ((part, cell), *number)));
        }
        Self {
            places: (0..table.parts.len()).map(|part| sources::part_place(table, part)).collect(),
            used: kinds.iter().filter_map(|kind| if let Kind::Used(column) = kind { Some(*column) } else { None }).collect(),
            corrected,
        }
    }

    /// `data/….xlsx, Rekap!F12; G12`.
    pub fn text(&self, table: &Table, row: &Row) -> String {
        let mut text = String::with_capacity(64);
        // Writing to a String cannot fail.
        let _ = self.write(&mut text, table, row);
        text
    }

    /// The letters of the longest of the rows' texts.
    pub fn longest(&self, table: &Table) -> usize {
        let letters = |row: &Row| {
            let mut letters = Letters(0);
            // Counting cannot fail.
            let _ = self.write(&mut letters, table, row);
            letters.0
        };
        table.rows.iter().map(letters).max().unwrap_or(0)
    }

    fn write(&self, out: &mut impl Write, table: &Table, row: &Row) -> Written {
        out.write_str(self.places.get(usize::from(row.part)).map_or("", |place| place))?;
        let mut is_first = true;
        for cell in self.used.iter().filter_map(|column| table.cell(row, *column)) {
            out.write_str(if is_first { "" } else { "; " })?;
            write!(out, "{cell}")?;
            if let Some(number) = self.corrected.get(&(row.part, cell)) {
                out.write_str(&words::corrected(*number))?;
            }
            is_first = false;
        }
        if is_first { out.write_str(&words::origin_row(row.row + 1)) } else { Ok(()) }
    }

    /// Whether a used value of the table's was corrected.
    pub fn any(&self, table: &Table) -> bool {
        let is_corrected = |row: &Row, column: &usize| {
            table.cell(row, *column).is_some_and(|cell| self.corrected.contains_key(&(row.part, cell)))
        };
        !self.corrected.is_empty() && table.rows.iter().any(|row| self.used.iter().any(|column| is_corrected(row, column)))
    }

    /// Marks the cells that were corrected and leads from their rows to the notes.
    pub fn mark(&self, sheet: &mut DataSheet, table: &Table, kinds: &[Kind]) {
        let origin = kinds.iter().position(|kind| matches!(kind, Kind::Origin));
        let (Some(origin), false) = (origin, self.corrected.is_empty()) else { return };
        let first = sheet.first_data_row();
        let last = first.saturating_add(table.rows.len().max(1) as u32 - 1);
        for (index, row) in table.rows.iter().enumerate() {
            let mut is_linked = false;
            for (at, kind) in kinds.iter().enumerate() {
                let Kind::Used(column) = kind else { continue };
                let Some(cell) = table.cell(row, *column).filter(|cell| self.corrected.contains_key(&(row.part, *cell))) else {
                    continue;
                };
                if sheet.corrected.len() < MOST_MARKED {
                    // The row's own words say it, so that it goes along where rows are sorted.
                    let words = CellAddress::new(first, origin as u32).to_string();
                    let when = format!("ISNUMBER(SEARCH(\"{cell}{}\",${words}))", words::CORRECTED);
                    sheet.corrected.push(Mark { first: (first, at as u16), last: (last, at as u16), when });
                }
                if !is_linked && let Some(part) = table.parts.get(usize::from(row.part)) {
                    let to = part.at().with(cell).to_string();
                    sheet.links.push(Link { row: first + index as u32, column: origin as u16, to });
                    is_linked = true;
                }
            }
        }
    }
}

/// Counts the letters that are written to it.
struct Letters(usize);

impl Write for Letters {
    fn write_str(&mut self, text: &str) -> Written {
        self.0 += text.chars().count();
        Ok(())
    }
}
