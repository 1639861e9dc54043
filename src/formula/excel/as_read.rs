//! Rows whose result Excel's numbers would not give, or none of its comparisons: theirs is the program's as long as their cells are
//! as they were read, and the formula's of all other rows once one is changed.

use super::CellResult;
use super::cell::literal;
use super::code::Code;
use super::helper::{Sheet, shown};
use super::made::masked_comparison;
use super::row::Cells;
use crate::formula::rows::{Rows, fields};
use crate::formula::{Node, YearRef};
use crate::vocabulary::mask_person;
use std::collections::BTreeMap;

/// A column has at most so many such rows; beyond that all of it stands as the program has it.
const MOST: usize = 20_000;

/// The fields that a formula reads, and of which years.
pub(super) type Read<'f> = Vec<(&'f str, YearRef)>;

impl Sheet<'_, '_> {
    /// The rows in which a condition may come out otherwise in doubles; none where its fields are masked on the sheet, or such a
    /// row's cells cannot be told from others.
    pub(super) fn unsure(&self, node: &Node) -> Option<Vec<usize>> {
        if masked_comparison(node, &|isian| self.is_private(isian)) {
            return None;
        }
        let wanted: Read<'_> = fields(node).into_iter().collect();
        let rows =
            self.helpers.dataset.and_then(|dataset| Rows::new(dataset, &self.sumber, self.tahun, wanted.iter().copied()).ok());
        let Some(rows) = rows else { return Some(Vec::new()) };
        let unsure: Vec<usize> = (0..rows.table.rows.len()).filter(|row| !rows.sure_in_doubles(*row, node)).collect();
        self.are_told(&unsure, &wanted).then_some(unsure)
    }

    /// Whether a formula can ask if these rows' cells are as they were read.
    pub(super) fn are_told(&self, rows: &[usize], read: &[(&str, YearRef)]) -> bool {
        let is_told = |result: &CellResult| match result {
            CellResult::Number(_) => literal(result) != "\"\"",
            // The sheet shows no more of a person, and a formula says no more.
            CellResult::Text(text) => mask_person(text) == *text,
        };
        let told = |(isian, year): &(&str, YearRef)| {
            let values = self.values(isian, *year);
            !self.is_private(isian) && rows.iter().all(|row| values.get(*row).is_some_and(is_told))
        };
        rows.len() <= MOST && (rows.is_empty() || read.iter().all(told))
    }

    /// The formula, but in these rows, as long as what they read is as it was, their own result.
    pub(super) fn as_read(&mut self, code: Code, rows: &[usize], read: &[(&str, YearRef)], results: &[CellResult]) -> Code {
        if rows.is_empty() {
            return code;
        }
        let cells: Vec<(Code, Vec<CellResult>)> =
            read.iter().map(|(isian, year)| (self.cell(isian, *year), self.values(isian, *year))).collect();
        let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
        for row in rows {
            let is_as_it_was = |(cell, values): &(Code, Vec<CellResult>)| match values.get(*row) {
                Some(CellResult::Number(value)) => cell.then(&format!("={}", literal(&CellResult::Number(*value)))),
                Some(CellResult::Text(text)) if !text.is_empty() => Code::call("EXACT", [cell, &Code::quoted(text)]),
                _ => cell.then("=\"\""),
            };
            let conditions: Vec<Code> = cells.iter().map(is_as_it_was).collect();
            let result = match results.get(*row) {
                Some(CellResult::Text(text)) => Code::quoted(text),
                Some(number) => Code::text(literal(number)),
                None => continue,
            };
            let at = *row as u32;
            let head = [&Code::text("IF("), &Code::logical("AND", &conditions), &Code::text(","), &result, &Code::text(",")];
            before.insert(at, Code::concat(head));
            after.insert(at, Code::text(")"));
        }
        Code::concat([&Code::within(before), &code, &Code::within(after)])
    }

    /// A field's values as the sheet's cells have them.
    fn values(&self, isian: &str, year: YearRef) -> Vec<CellResult> {
        let textual = self.is_text(isian);
        self.results(&[(isian, year)], |rows, row| shown(&rows.read(row, isian, year), textual))
    }
}
