//! Which cells a row's used values were read from, by file and sheet, and which of them the office corrected (`[[terima]]`).

use super::data_sheet::Kind;
use super::sheet::{DataSheet, Link, Mark};
use super::{sources, words_id as words};
use crate::dataset::{Row, Table};
use crate::diagnostic::{Temuan, Terima, Tingkat};
use crate::vocabulary::{At, CellAddress, Sel};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Result as Written, Write};

/// A data sheet marks at most so many cells; `Sel Asal` tells of all.
const MOST_MARKED: usize = 200;

/// What is told of a cell that figures rest on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// Something else counts in its place: the number of its finding among those that the notes list as accepted.
    Corrected(usize),
    /// It could not be read, and a draft is made without it.
    Galat,
}

impl Told {
    fn words(self) -> String {
        match self {
            Told::Corrected(number) => words::corrected(number),
            Told::Galat => words::GALAT_CELL.to_owned(),
        }
    }
}

/// The cells of which something is told.
pub type Accepted = BTreeMap<At, Told>;

/// See [`Accepted`]: the accepted ones in the order of the notes.
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
            cells.entry(cell.at.clone()).or_insert(Told::Corrected(number));
        }
    }
    let grave = temuan.iter().filter(|one| one.diterima.is_none() && one.tingkat() == Tingkat::Galat);
    for cell in grave.flat_map(Temuan::each).filter(|one| matches!(one.at.sel, Some(Sel::Cell(_)))) {
        cells.entry(cell.at.clone()).or_insert(Told::Galat);
    }
    cells
}

/// Says of each row where its used values were read.
pub(super) struct Origin {
    /// The file and sheet of each part, in words.
    places: Vec<String>,
    /// The table's columns that figures rest on.
    used: Vec<usize>,
    /// By part and cell.
    corrected: BTreeMap<(u16, CellAddress), Told>,
}

impl Origin {
    pub fn new(table: &Table, kinds: &[Kind], accepted: &Accepted) -> Self {
        let mut corrected = BTreeMap::new();
        for (at, told) in accepted {
            let Some(Sel::Cell(cell)) = at.sel else { continue };
            let own = table.parts.iter().position(|part| part.berkas == at.berkas && part.lembar == at.lembar);
            corrected.extend(own.and_then(|part| u16::try_from(part).ok()).map(|part| ((part, cell), *told)));
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
            if let Some(told) = self.corrected.get(&(row.part, cell)) {
                out.write_str(&told.words())?;
            }
            is_first = false;
        }
        if is_first { out.write_str(&words::origin_row(row.row + 1)) } else { Ok(()) }
    }

    /// What is told of a used value of the table's that was corrected, and of one that could not be read.
    pub fn legends(&self, table: &Table) -> Vec<String> {
        let told = |row: &Row, column: &usize| {
            let cell = table.cell(row, *column)?;
            self.corrected.get(&(row.part, cell)).map(|told| matches!(told, Told::Galat))
        };
        if self.corrected.is_empty() {
            return Vec::new();
        }
        let found: BTreeSet<bool> = table.rows.iter().flat_map(|row| self.used.iter().filter_map(|at| told(row, at))).collect();
        let legend = |is_galat: bool| if is_galat { words::GALAT_LEGEND } else { words::CORRECTED_LEGEND };
        found.into_iter().map(|is_galat| legend(is_galat).to_owned()).collect()
    }

    /// Marks the cells that were corrected and leads from their rows to the notes.
    pub fn mark(&self, sheet: &mut DataSheet, table: &Table, kinds: &[Kind]) {
        let origin = kinds.iter().position(|kind| matches!(kind, Kind::Origin));
        let (Some(origin), false) = (origin, self.corrected.is_empty()) else { return };
        let mut marked = 0;
        let first = sheet.first_data_row();
        let last = first.saturating_add(table.rows.len().max(1) as u32 - 1);
        for (index, row) in table.rows.iter().enumerate() {
            let mut is_linked = false;
            for (at, kind) in kinds.iter().enumerate() {
                let Kind::Used(column) = kind else { continue };
                let Some(cell) = table.cell(row, *column) else { continue };
                let Some(told) = self.corrected.get(&(row.part, cell)).copied() else { continue };
                if marked < MOST_MARKED {
                    // The row's own words say it, so that it goes along where rows are sorted.
                    let words = CellAddress::new(first, origin as u32).to_string();
                    let said = if told == Told::Galat { words::GALAT_CELL } else { words::CORRECTED };
                    let when = format!("ISNUMBER(SEARCH(\"{cell}{said}\",${words}))");
                    let marks = if told == Told::Galat { &mut sheet.marks } else { &mut sheet.corrected };
                    marks.push(Mark { first: (first, at as u16), last: (last, at as u16), when });
                    marked += 1;
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
