//! Rows of one entity (`Row::lanjutan`): a column says which belong together, and of those that a COUNT chooses another marks
//! the first, so that the count follows whatever is changed.

use super::code::Code;
use super::helper::{Helpers, Made, Purpose, Sheet, wanted};
use super::{CellResult, ColumnRef};
use crate::dataset::Table;
use crate::formula::Aggregate;
use crate::formula::entity_rows::counted_again;
use crate::formula::words_id::heading;
use crate::vocabulary::Year;
use rust_decimal::Decimal;

impl Helpers<'_> {
    /// Whether entities of a table go on over several rows.
    pub fn goes_on(&self, sumber: &str, tahun: Year) -> bool {
        let table = self.dataset.and_then(|dataset| dataset.table(sumber, tahun));
        table.is_some_and(|table| table.rows.iter().any(|row| row.lanjutan))
    }

    /// The cells with 1 for the first row of each entity that a COUNT chooses.
    pub fn leads(&mut self, of: &Aggregate, tahun: Year) -> String {
        let mut sheet = Sheet { helpers: self, sumber: of.sumber.clone(), tahun };
        let column = sheet.lead(of);
        sheet.name(column)
    }
}

impl Sheet<'_, '_> {
    /// The column with a number alike for all rows of an entity that has several.
    pub fn together(&mut self) -> usize {
        self.get(Purpose::Together, |sheet| {
            let numbers = sheet.table().map(numbers_of_entities).unwrap_or_default();
            let cell = |number: &Option<usize>| {
                number.map_or(CellResult::Text(String::new()), |number| CellResult::Number(Decimal::from(number)))
            };
            Made::new(heading::together(), None, numbers.iter().map(cell).collect())
        })
    }

    /// The column with 1 for the first row of each entity among those that an aggregate chooses.
    pub fn lead(&mut self, of: &Aggregate) -> usize {
        let condition = of.condition.as_deref().cloned();
        self.get(Purpose::Lead(condition.clone()), |sheet| {
            let chosen = match condition.as_ref() {
                Some(node) => Some(sheet.chosen(node)),
                None => sheet.belongs(),
            };
            let together = sheet.together();
            // A sheet's rows may be sorted: the first is the one that stands above the others now.
            let so_far = |sheet: &Self, column: usize| {
                let top = Code::call("INDEX", [&Code::text(sheet.name(column)), &Code::text("1")]);
                Code::concat([&top, &Code::text(":"), &Code::cell(ColumnRef::Helper(column))])
            };
            let own = Code::cell(ColumnRef::Helper(together));
            let (one, nil) = (Code::text("1"), Code::text("0"));
            let mut criteria = vec![so_far(sheet, together), own.clone()];
            criteria.extend(chosen.into_iter().flat_map(|column| [so_far(sheet, column), one.clone()]));
            let is_first = Code::iff(&Code::call("COUNTIFS", &criteria).then("=1"), &one, &nil);
            let formula = Code::iff(&own.then("=\"\""), &one, &is_first);
            let formula = match chosen {
                Some(column) => Code::iff(&Code::cell(ColumnRef::Helper(column)).then("=1"), &formula, &nil),
                None => formula,
            };
            let holds = sheet.results(&wanted(of), |rows, row| {
                let holds = condition.as_ref().is_none_or(|node| rows.holds(row, node));
                CellResult::Number(u8::from(holds).into())
            });
            let is_chosen = |row: &usize| holds.get(*row) == Some(&CellResult::Number(Decimal::ONE));
            let rows: Vec<usize> = (0..holds.len()).filter(is_chosen).collect();
            let again = sheet.table().map(|table| counted_again(&table.rows, &rows)).unwrap_or_default();
            let first = |row: usize| is_chosen(&row) && again.binary_search(&row).is_err();
            let results = (0..holds.len()).map(|row| CellResult::Number(u8::from(first(row)).into())).collect();
            let decides = condition.as_ref().map(|node| sheet.deciding(node, sheet.tahun));
            let label = Some(sheet.helpers.label.clone()).filter(|label| !label.is_empty() && condition.is_some());
            let called = label.or(decides.clone()).unwrap_or_default();
            Made::new(heading::lead(&called), Some(formula), results)
                .or_called(heading::value_of(&heading::lead("")[0], decides.as_deref().unwrap_or(heading::ALL_ROWS)))
        })
    }
}

/// Of each row the number of its entity's first row, from 1; none where the entity has no other row.
fn numbers_of_entities(table: &Table) -> Vec<Option<usize>> {
    let mut leads: Vec<usize> = Vec::with_capacity(table.rows.len());
    for (at, row) in table.rows.iter().enumerate() {
        leads.push(leads.last().copied().filter(|_| row.lanjutan).unwrap_or(at));
    }
    let is_alone = |at: usize| leads[at] == at && leads.get(at + 1).is_none_or(|next| *next != at);
    (0..leads.len()).map(|at| (!is_alone(at)).then_some(leads[at] + 1)).collect()
}
