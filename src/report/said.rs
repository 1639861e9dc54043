//! The digest of all that a report says, taken while its rows are written: they are many, and each
//! costs more to make than to hash. A hash wants them in their order, threads write them in any.

use super::model::Report;
use super::rows::MadeRows;
use super::sheet::{DataRow, DataSheet};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Bytes that are hashed at once: cells are short.
const AT_ONCE: usize = 16 * 1024;

/// SHA-256 over all that a report says: the pages' words and every cell of its sheets that a figure rests on, but neither
/// the program's version, the workbooks' own bytes, nor what a row holds in columns that no figure uses.
pub struct Said<'s>(Mutex<SoFar<'s>>);

struct SoFar<'s> {
    hash: Sha256,
    sheets: Vec<&'s DataSheet>,
    /// The sheet and the row of it that is to be hashed next; before its first row stands the sheet's head.
    at: (usize, usize),
    is_headed: bool,
    /// Rows that were heard too early, by their sheet and the first of them: how many, and their bytes.
    early: BTreeMap<(usize, usize), (usize, Vec<u8>)>,
}

/// The rows of a piece as the digest takes them.
#[derive(Default)]
pub struct SaidRows {
    count: usize,
    bytes: Vec<u8>,
    /// Room for a number's digits.
    number: String,
    /// The columns that are passed over.
    further: Vec<bool>,
}

impl SaidRows {
    /// Rows of this sheet.
    pub fn of(sheet: &DataSheet) -> Self {
        Self { further: sheet.further(), ..Self::default() }
    }

    /// The next row.
    pub fn hear(&mut self, row: &DataRow) {
        row.each_text(&self.further, &mut self.number, &mut |text| put(&mut self.bytes, text));
        self.count += 1;
    }
}

fn put(bytes: &mut Vec<u8>, text: &str) {
    bytes.extend(text.as_bytes());
    bytes.push(0);
}

impl<'s> Said<'s> {
    /// The pages' words, then every cell of the sheets but those aside, whose rows may be told by [`Said::rows`].
    pub fn new(report: &Report, sheets: impl Iterator<Item = &'s DataSheet>) -> Self {
        // Plain values only: serialising them cannot fail.
        Self::behind(&serde_json::to_vec(report).unwrap_or_default(), sheets)
    }

    fn behind(words: &[u8], sheets: impl Iterator<Item = &'s DataSheet>) -> Self {
        let hash = Sha256::new_with_prefix(words);
        let sheets = sheets.filter(|sheet| !sheet.aside).collect();
        Self(Mutex::new(SoFar { hash, sheets, at: (0, 0), is_headed: false, early: BTreeMap::new() }))
    }

    /// Rows of a sheet, from this one (from 0) on, in any order; a row is told once at most.
    pub fn rows(&self, sheet: &DataSheet, first: usize, rows: SaidRows) {
        let mut so_far = self.so_far();
        let Some(number) = so_far.sheets.iter().position(|own| std::ptr::eq(*own, sheet)) else { return };
        so_far.early.insert((number, first), (rows.count, rows.bytes));
        so_far.go_on();
    }

    /// The digest, in lower-case hex; rows that nobody told are made.
    pub fn finish(&self) -> String {
        let mut so_far = self.so_far();
        loop {
            so_far.go_on();
            let (number, row) = so_far.at;
            let Some(sheet) = so_far.sheets.get(number).copied() else { break };
            let Some(made) = &sheet.made else { break };
            let mut rows = SaidRows::of(sheet);
            // Up to the next that were told.
            let end =
                so_far.early.range((number, row)..).next().filter(|((own, _), _)| *own == number).map(|((_, first), _)| *first);
            let end = end.unwrap_or(row + MOST).min(row + MOST).min(made.len());
            (row..end).for_each(|row| rows.hear(&made.row(row)));
            so_far.early.insert((number, row), (rows.count, rows.bytes));
        }
        so_far.hash.clone().finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn so_far(&self) -> MutexGuard<'_, SoFar<'s>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// So many rows are made at once.
const MOST: usize = 1_000;

impl SoFar<'_> {
    /// Hashes all whose turn has come.
    fn go_on(&mut self) {
        while let Some(sheet) = self.sheets.get(self.at.0).copied() {
            if !std::mem::replace(&mut self.is_headed, true) {
                self.held(sheet);
            }
            let Some(count) = sheet.made.as_ref().map(MadeRows::len).filter(|count| self.at.1 < *count) else {
                self.at = (self.at.0 + 1, 0);
                self.is_headed = false;
                continue;
            };
            let Some((rows, bytes)) = self.early.remove(&self.at) else { return };
            self.hash.update(&bytes);
            self.at.1 += rows.clamp(1, count);
        }
    }

    /// A sheet's head, and the rows that it holds.
    fn held(&mut self, sheet: &DataSheet) {
        let mut said: Vec<u8> = Vec::with_capacity(2 * AT_ONCE);
        sheet.each_held_text(&mut |text| {
            put(&mut said, text);
            if said.len() >= AT_ONCE {
                self.hash.update(&said);
                said.clear();
            }
        });
        self.hash.update(&said);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sheet::{DataCell, RowStyle};

    fn row(index: usize) -> DataRow {
        DataRow { style: RowStyle::Plain, cells: vec![DataCell::Text(format!("baris {index}")), DataCell::Empty] }
    }

    fn sheets() -> Vec<DataSheet> {
        let held = |name: &str| DataSheet { name: name.to_owned(), rows: (0..3).map(row).collect(), ..DataSheet::default() };
        let made = |name: &str, count| DataSheet {
            name: name.to_owned(),
            made: Some(MadeRows::new(count, row)),
            ..DataSheet::default()
        };
        vec![held("a"), made("b", 2_500), made("kosong", 0), held("c"), made("d", 10), DataSheet { aside: true, ..held("e") }]
    }

    #[test]
    fn rows_may_be_told_in_any_order_or_not_at_all() {
        let sheets = sheets();
        let plain = Said::behind(b"kata", sheets.iter()).finish();
        let mut hash = Sha256::new();
        hash.update(b"kata");
        for sheet in sheets.iter().filter(|sheet| !sheet.aside) {
            sheet.each_text(&mut |text| hash.update(format!("{text}\0")));
        }
        assert_eq!(plain, hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect::<String>());
        for pieces in [
            &[(4, 0, 10), (1, 2_000, 2_500), (1, 1_000, 2_000), (1, 0, 1_000)][..],
            &[(1, 700, 900), (1, 0, 3)],
            &[(4, 3, 10), (5, 0, 3), (1, 0, 1_000)],
        ] {
            let said = Said::behind(b"kata", sheets.iter());
            for (sheet, from, to) in pieces {
                let mut rows = SaidRows::of(&sheets[*sheet]);
                (*from..*to).for_each(|index| rows.hear(&row(index)));
                said.rows(&sheets[*sheet], *from, rows);
            }
            assert_eq!(said.finish(), plain, "{pieces:?}");
        }
        let mut other = sheets;
        other[1].made = Some(MadeRows::new(2_500, |index| row(index + 1)));
        assert_ne!(Said::behind(b"kata", other.iter()).finish(), plain);
    }
}
