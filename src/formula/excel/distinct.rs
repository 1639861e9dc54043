//! COUNT_DISTINCT on a data sheet: one column with what is compared, one that
//! marks each value's first appearance.

use super::code::Code;
use super::helper::{Made, Purpose, Sheet, shown, wanted};
use super::row::Cells;
use super::{CellResult, ColumnRef};
use crate::formula::compare::folded;
use crate::formula::rows::{Comparable, Read, Rows, comparable};
use crate::formula::words_id::heading;
use crate::formula::{Aggregate, Node, YearRef};
use crate::vocabulary::{Year, exact_text};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

impl Sheet<'_, '_> {
    /// 1 for the first of each different value among the chosen rows; the column's name.
    pub fn first(&mut self, isian: &str, year: YearRef, of: &Aggregate, chosen: Option<usize>) -> String {
        let condition = of.condition.as_deref().cloned();
        let other = year.at(self.tahun);
        let purpose = |make: fn(String, Year, Option<Node>) -> Purpose| make(isian.to_owned(), other, condition.clone());
        let number = self.count_of(|known| matches!(known, Purpose::DistinctKey(..))) + 1;
        let counts = |rows: &Rows, row: usize| condition.as_ref().is_none_or(|node| rows.holds(row, node));
        // The values as they are compared: 0 is the first of all, and so on.
        let ranks = self.ranks(isian, year, of, &counts);
        let textual = self.is_text(isian);
        let private = self.is_private(isian);
        let key_column = self.get(purpose(Purpose::DistinctKey), &format!("kunci_{number}"), |sheet| {
            let empty = CellResult::Text(String::new());
            if private {
                let results = ranks
                    .iter()
                    .map(|rank| rank.map_or(empty.clone(), |(rank, _)| CellResult::Number((rank + 1).into())))
                    .collect();
                return Made { heading: heading::rank(isian), formula: None, results };
            }
            let cell = sheet.cell(isian, year);
            let blank = Code::text("\"\"");
            let key = if textual {
                Code::call("LOWER", [&Code::call("TRIM", [&cell])])
            } else {
                Code::iff(&cell.then("=\"\""), &blank, &cell)
            };
            let formula = match chosen {
                Some(chosen) => Code::iff(&Code::cell(ColumnRef::Helper(chosen)).then("=1"), &key, &blank),
                None => key,
            };
            let results = sheet.results(&wanted(of), |rows, row| {
                let read = if counts(rows, row) { rows.read(row, isian, year) } else { Read::Missing };
                match shown(&read) {
                    CellResult::Text(text) => CellResult::Text(folded(&text)),
                    CellResult::Number(value) if textual => CellResult::Text(exact_text(value)),
                    number => number,
                }
            });
            Made { heading: heading::distinct_key(isian), formula: Some(formula), results }
        });
        let first_column = self.get(purpose(Purpose::First), &format!("pertama_{number}"), |sheet| {
            let range = Code::text(sheet.name(key_column));
            let key = Code::cell(ColumnRef::Helper(key_column));
            // MATCH takes * and ? in a text as wildcards.
            let sought = if textual && !private {
                [("~", "~~"), ("*", "~*"), ("?", "~?")].iter().fold(key.clone(), |code, (sign, escaped)| {
                    Code::call("SUBSTITUTE", [&code, &Code::quoted(sign), &Code::quoted(escaped)])
                })
            } else {
                key.clone()
            };
            let found = Code::call("MATCH", [&sought, &range, &Code::text("0")]);
            let top = Code::call("ROW", [&Code::call("INDEX", [&range, &Code::text("1")])]);
            let is_first = Code::concat([&found, &Code::text("=ROW()-"), &top, &Code::text("+1")]);
            let (one, nil) = (Code::text("1"), Code::text("0"));
            let formula = Code::iff(&key.then("=\"\""), &nil, &Code::iff(&is_first, &one, &nil));
            let results = ranks
                .iter()
                .map(|rank| CellResult::Number(Decimal::from(u8::from(rank.is_some_and(|(_, first)| first)))))
                .collect();
            Made { heading: heading::first(isian), formula: Some(formula), results }
        });
        self.name(first_column)
    }

    /// For each row the number of its value in order of appearance, and whether
    /// it appears for the first time; None where it has none or does not count.
    fn ranks(
        &self,
        isian: &str,
        year: YearRef,
        of: &Aggregate,
        counts: &dyn Fn(&Rows, usize) -> bool,
    ) -> Vec<Option<(usize, bool)>> {
        let Some(dataset) = self.helpers.dataset else { return Vec::new() };
        let Ok(rows) = Rows::new(dataset, &self.sumber, self.tahun, wanted(of)) else { return Vec::new() };
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        (0..rows.table.rows.len())
            .map(|row| {
                let Read::Value { isi, .. } = rows.read(row, isian, year) else { return None };
                if !counts(&rows, row) {
                    return None;
                }
                let text = match comparable(isi)? {
                    Comparable::Number(value) => format!("n{}", value.normalize()),
                    Comparable::Text(text) => format!("t{text}"),
                    Comparable::Date(date) => format!("d{date}"),
                    Comparable::Fraction(_) => return None,
                };
                let next = known.len();
                let rank = *known.entry(text).or_insert(next);
                Some((rank, rank == next))
            })
            .collect()
    }
}
