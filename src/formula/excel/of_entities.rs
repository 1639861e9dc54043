//! Values of entities that go on over several rows: the program adds them up, so that their columns stand as it read them.

use super::CellResult;
use super::helper::{Made, Purpose, Sheet, wanted};
use crate::formula::entity_rows::{amounts_of_entities, asks_entities, takes_of_entities};
use crate::formula::rows::{Read, Rows, amount};
use crate::formula::words_id::heading;
use crate::formula::{Aggregate, AggregateFunction, Node, YearRef};
use rust_decimal::Decimal;

impl Sheet<'_, '_> {
    /// Whether a condition asks for amounts of such entities: no row's own cells answer it.
    pub(super) fn asks_entities(&self, node: &Node) -> bool {
        self.table().is_some_and(|table| asks_entities(table, self.tahun, node))
    }

    /// Whether an aggregate takes the values of such entities.
    pub(super) fn takes_of_entities(&self, of: &Aggregate, year: YearRef) -> bool {
        self.table().is_some_and(|table| takes_of_entities(of, year, (table, self.tahun)))
    }

    /// A field's value of each entity with chosen rows, in the first of these; else `""`.
    pub(super) fn of_entities(&mut self, isian: &str, year: YearRef, of: &Aggregate) -> usize {
        let condition = of.condition.as_deref().cloned();
        let purpose = Purpose::OfEntity(isian.to_owned(), year.at(self.tahun), condition.clone());
        self.get(purpose, |sheet| {
            sheet.decided(isian, year.at(sheet.tahun));
            let own = |rows: &Rows, row: usize| match rows.read(row, isian, year) {
                Read::Value { isi, .. } if condition.as_ref().is_none_or(|node| rows.holds(row, node)) => amount(&isi),
                _ => None,
            };
            let none = CellResult::Text(String::new());
            let mut results = sheet.results(&wanted(of), |rows, row| own(rows, row).map_or(none.clone(), CellResult::Number));
            let amounts = results.iter().enumerate().filter_map(|(row, result)| match result {
                CellResult::Number(value) => Some((row, *value)),
                CellResult::Text(_) => None,
            });
            let sums = sheet.table().and_then(|table| amounts_of_entities(&table.rows, amounts)).unwrap_or_default();
            results.fill(none);
            for (row, sum) in sums {
                let once = if of.function == AggregateFunction::Sum { sum.min(Decimal::ONE) } else { sum };
                results[row] = CellResult::Number(once);
            }
            let decides = condition.as_ref().map(|node| sheet.deciding(node, sheet.tahun));
            let [name, _] = heading::value(isian, "");
            Made::new([name, heading::of_entities(isian)], None, results)
                .or_called(heading::value_of(isian, decides.as_deref().unwrap_or(heading::ALL_ROWS)))
        })
    }
}
