//! Values of entities that go on over several rows: their rows' amounts added up, in columns of their own.

use super::code::Code;
use super::helper::{Made, Purpose, Sheet, wanted};
use super::row::{Cells, condition};
use super::{CellResult, ColumnRef};
use crate::formula::entity_rows::{amounts_of_entities, asks_entities, is_summed, takes_of_entities};
use crate::formula::rows::{Read, Rows, amount, fields};
use crate::formula::words_id::heading;
use crate::formula::{Aggregate, AggregateFunction, Expr, Node, YearRef};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

impl<'d> Sheet<'_, 'd> {
    /// Whether a condition asks for amounts of such entities: no row's own cells answer it.
    pub(super) fn asks_entities(&self, node: &Node) -> bool {
        self.table().is_some_and(|table| asks_entities(table, self.tahun, node))
    }

    /// Whether an aggregate takes the values of such entities.
    pub(super) fn takes_of_entities(&self, of: &Aggregate, year: YearRef) -> bool {
        self.table().is_some_and(|table| takes_of_entities(of, year, (table, self.tahun)))
    }

    /// A condition whose amounts are those of entities, asked beside the whole condition's other parts; none where that is the
    /// program's to say.
    pub(super) fn of_entities_condition(&mut self, node: &Node) -> Option<Code> {
        let parts = match &node.expr {
            Expr::And(parts) => parts.as_slice(),
            _ => &[],
        };
        let beside: Vec<Node> = parts.iter().filter(|part| !self.asks_entities(part)).cloned().collect();
        let is_private = fields(node).iter().any(|(isian, _)| self.is_private(isian));
        (!is_private).then(|| condition(node, &mut OfEntities { sheet: self, beside }))
    }

    /// An amount of each row's entity, added up over its rows for which the conditions hold; `""` where none of these has one.
    fn amount_of_entity(&mut self, isian: &str, beside: &[Node]) -> usize {
        self.get(Purpose::AmountOfEntity(isian.to_owned(), beside.to_vec()), |sheet| {
            let cell = sheet.cell(isian, YearRef::Back(0));
            // The figure's name is its whole condition's.
            let label = std::mem::take(&mut sheet.helpers.label);
            let chosen = match beside {
                [] => None,
                [one] => Some(sheet.chosen(one)),
                several => Some(sheet.chosen(&Node { expr: Expr::And(several.to_vec()), span: 0..0 })),
            };
            sheet.helpers.label = label;
            let together = sheet.together();
            let (own, empty) = (Code::cell(ColumnRef::Helper(together)), Code::text("\"\""));
            let (rows, values) = (Code::text(sheet.name(together)), sheet.helpers.field_name(&sheet.sumber, sheet.tahun, isian));
            let values = Code::text(values);
            let mut criteria = vec![rows, own.clone()];
            criteria.extend(chosen.into_iter().flat_map(|column| [Code::text(sheet.name(column)), Code::text("1")]));
            let counted = |sign: &str| {
                let more = [values.clone(), Code::text(format!("\"{sign}0\""))];
                Code::call("COUNTIFS", criteria.iter().chain(&more))
            };
            let any = Code::concat([&counted(">="), &Code::text("+"), &counted("<"), &Code::text("=0")]);
            let sum = Code::call("SUMIFS", std::iter::once(&values).chain(&criteria));
            let alone = Code::iff(&Code::call("ISNUMBER", [&cell]), &cell, &empty);
            let formula = Code::iff(&own.then("=\"\""), &alone, &Code::iff(&any, &empty, &sum));
            let mut read: Vec<(&str, YearRef)> = beside.iter().flat_map(fields).collect();
            read.push((isian, YearRef::Back(0)));
            let results = sheet.results(&read, |rows, row| {
                let amount = rows.amount_of_entity(row, isian, &beside.iter().collect::<Vec<_>>());
                amount.map_or(CellResult::Text(String::new()), CellResult::Number)
            });
            let among: Vec<String> = beside.iter().map(|part| sheet.deciding(part, sheet.tahun)).collect();
            let made = Made::new(heading::amount_of_entity(isian), Some(formula), results);
            made.or_called(heading::value_of(&heading::amount_of_entity(isian)[0], &among.join(" ")))
        })
    }

    /// A field's value of each entity with chosen rows, in the first of these; else `""`.
    pub(super) fn of_entities(&mut self, isian: &str, year: YearRef, (of, chosen): (&Aggregate, Option<usize>)) -> usize {
        let condition = of.condition.as_deref().cloned();
        let purpose = Purpose::OfEntity(isian.to_owned(), year.at(self.tahun), condition.clone());
        let once = of.function == AggregateFunction::Sum;
        self.get(purpose, |sheet| {
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
                results[row] = CellResult::Number(if once { sum.min(Decimal::ONE) } else { sum });
            }
            let formula = if sheet.is_private(isian) {
                sheet.decided(isian, year.at(sheet.tahun));
                None
            } else {
                Some(sheet.sum_in_first((isian, year), (of, chosen), once))
            };
            let decides = condition.as_ref().map(|node| sheet.deciding(node, sheet.tahun));
            let [name, _] = heading::value(isian, "");
            Made::new([name, heading::of_entities(isian, formula.is_some())], formula, results)
                .or_called(heading::value_of(isian, decides.as_deref().unwrap_or(heading::ALL_ROWS)))
        })
    }

    /// The formula of such a value.
    fn sum_in_first(&mut self, (isian, year): (&str, YearRef), (of, chosen): (&Aggregate, Option<usize>), once: bool) -> Code {
        let (value, values) = match chosen {
            Some(chosen) => {
                let column = self.value(isian, year, of, chosen);
                (Code::cell(ColumnRef::Helper(column)), self.name(column))
            }
            None => (self.cell(isian, year), self.helpers.field_name(&self.sumber, self.tahun, isian)),
        };
        let together = self.together();
        let (own, rows) = (Code::cell(ColumnRef::Helper(together)), self.name(together));
        let so_far = |name: &str, cell: &Code| {
            let top = Code::call("INDEX", [&Code::text(name), &Code::text("1")]);
            Code::concat([&top, &Code::text(":"), cell])
        };
        let (rows_so_far, values_so_far) = (so_far(&rows, &own), so_far(&values, &value));
        let counted =
            |sign: &str| Code::call("COUNTIFS", [&rows_so_far, &own, &values_so_far, &Code::text(format!("\"{sign}0\""))]);
        let is_first = Code::concat([&counted(">="), &Code::text("+"), &counted("<"), &Code::text("=1")]);
        let sum = Code::call("SUMIFS", [&Code::text(values), &Code::text(rows), &own]);
        let one = Code::text("1");
        let [sum, alone] = [sum, value.clone()].map(|sum| if once { Code::call("MIN", [&one, &sum]) } else { sum });
        let empty = Code::text("\"\"");
        let of_several = Code::iff(&is_first, &sum, &empty);
        Code::iff(&Code::call("ISNUMBER", [&value]), &Code::iff(&own.then("=\"\""), &alone, &of_several), &empty)
    }
}

/// A sheet's cells, amounts of entities that go on over several rows by the sum of these.
struct OfEntities<'s, 'h, 'd> {
    sheet: &'s mut Sheet<'h, 'd>,
    beside: Vec<Node>,
}

impl Cells for OfEntities<'_, '_, '_> {
    fn tahun(&self) -> Year {
        self.sheet.tahun()
    }

    fn cell(&mut self, isian: &str, year: YearRef) -> Code {
        let column = self.sheet.table().and_then(|table| table.columns.get(table.column(isian)?));
        if year.at(self.sheet.tahun) == self.sheet.tahun && column.is_some_and(is_summed) {
            let beside = std::mem::take(&mut self.beside);
            let column = self.sheet.amount_of_entity(isian, &beside);
            self.beside = beside;
            return Code::cell(ColumnRef::Helper(column));
        }
        self.sheet.cell(isian, year)
    }

    fn is_text(&self, isian: &str) -> bool {
        self.sheet.is_text(isian)
    }

    fn is_number(&self, isian: &str, year: YearRef) -> bool {
        self.sheet.is_number(isian, year)
    }
}
