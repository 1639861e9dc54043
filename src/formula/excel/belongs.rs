//! Rows of a year where columns of several years stand side by side: those with something in one of the year's own cells
//! (contract, Formulas). A column of its own says so of each row, so that one whose cells are emptied counts no more.

use super::code::Code;
use super::fits::pieces_fit;
use super::helper::{Helpers, Made, Purpose, Sheet};
use super::{CellResult, ColumnRef};
use crate::dataset::{Isi, Row, Table};
use crate::formula::words_id::heading;
use crate::formula::{Aggregate, AggregateFunction, Expr, Node, YearRef};
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Whether a year has a table's rows by what their cells hold.
fn is_by_year(table: &Table) -> bool {
    !table.rows.is_empty() && table.parts.iter().any(|part| part.by_year.is_some())
}

/// Whether a row's part has the column among those of the year.
fn is_of_year(table: &Table, row: &Row, column: usize) -> bool {
    table.parts.get(usize::from(row.part)).is_some_and(|part| {
        let own = part.columns.get(column);
        part.by_year.as_ref().zip(own).is_some_and(|(by_year, own)| by_year.columns.contains(own))
    })
}

impl Helpers<'_> {
    fn by_year(&self, sumber: &str, tahun: Year) -> Option<&Table> {
        self.dataset?.table(sumber, tahun).filter(|table| is_by_year(table))
    }

    /// Whether a year has a table's rows by what their cells hold.
    pub fn has_by_year(&self, sumber: &str, tahun: Year) -> bool {
        self.by_year(sumber, tahun).is_some()
    }

    /// Whether a field is one of those by which the year has its rows, in all of the table's files and sheets.
    pub fn is_of_year(&self, sumber: &str, tahun: Year, isian: &str) -> bool {
        self.by_year(sumber, tahun).is_some_and(|table| {
            table.column(isian).is_some_and(|column| table.rows.iter().all(|row| is_of_year(table, row, column)))
        })
    }

    /// Whether a row that is none of the year's by its cells could be taken: the condition may hold for it, the field have a value.
    fn may_take(&self, of: &Aggregate, tahun: Year) -> bool {
        let is_own = |isian: &str, year: YearRef| year.at(tahun) == tahun && self.is_of_year(&of.sumber, tahun, isian);
        let by_condition = of.condition.as_deref().is_some_and(|node| needs_one_of(node, &is_own));
        let by_field = of.condition.is_none() && of.isian.as_ref().is_some_and(|(isian, year)| is_own(isian, *year));
        !(by_condition || by_field && of.function != AggregateFunction::CountDistinct)
    }

    /// The formula that counts a table's rows.
    pub fn rows_formula(&mut self, sumber: &str, tahun: Year) -> String {
        let entities = self.entity_name(sumber, tahun);
        let mut sheet = Sheet { helpers: self, sumber: sumber.to_owned(), tahun };
        match sheet.belongs() {
            Some(column) => format!("COUNTIFS({},1)", sheet.name(column)),
            None => format!("ROWS({entities})"),
        }
    }

    /// The criterion of COUNTIFS that a row is one of the year's, with a comma before it.
    pub fn and_of_year(&mut self, sumber: &str, tahun: Year) -> String {
        let mut sheet = Sheet { helpers: self, sumber: sumber.to_owned(), tahun };
        sheet.belongs().map(|column| format!(",{},1", sheet.name(column))).unwrap_or_default()
    }

    /// The cells with the entities' numbers that other years' rows look for: of the year's rows alone.
    pub fn met_name(&mut self, sumber: &str, tahun: Year) -> String {
        let entities = self.entity_name(sumber, tahun);
        let mut sheet = Sheet { helpers: self, sumber: sumber.to_owned(), tahun };
        let Some(belongs) = sheet.belongs() else { return entities };
        let column = sheet.get(Purpose::Numbered, |sheet| {
            let is_there = Code::cell(ColumnRef::Helper(belongs)).then("=1");
            let formula = Code::iff(&is_there, &Code::cell(ColumnRef::Entity), &Code::text("\"\""));
            let results =
                sheet.table().map(|table| table.rows.iter().map(|row| CellResult::Number(row.entitas.into())).collect());
            Made::new(heading::entity_of_year(sheet.tahun), Some(formula), results.unwrap_or_default())
        });
        sheet.name(column)
    }

    /// Gives the columns that say which rows are the year's their formulas, once it is known which fields stand on the sheets.
    pub fn furnish(&mut self) {
        let none = BTreeSet::new();
        let keys: Vec<_> = self.made.keys().cloned().collect();
        for key in keys {
            let Some(at) = self.place_of(&key, &Purpose::Belongs) else { continue };
            let Some(table) = self.dataset.and_then(|dataset| dataset.table(&key.0, key.1)) else { continue };
            let code = has_something(table, self.columns.get(&key).unwrap_or(&none));
            if let Some(column) = self.made.get_mut(&key).and_then(|made| made.get_mut(at)) {
                column.formula = Some(code).filter(pieces_fit).map(Code::pieces);
            }
        }
    }
}

impl Sheet<'_, '_> {
    /// The column with 1 for each row of the year; none where all of a table's rows are whatever their cells hold.
    pub fn belongs(&mut self) -> Option<usize> {
        let table = self.table().filter(|table| is_by_year(table))?;
        let tahun = self.tahun;
        Some(self.get(Purpose::Belongs, |_| {
            Made::new(heading::belongs(tahun), None, vec![CellResult::Number(Decimal::ONE); table.rows.len()])
        }))
    }

    /// The formula of a condition's column, so that it chooses none but the year's rows.
    pub fn of_year(&mut self, node: &Node, code: Code) -> Code {
        let tahun = self.tahun;
        let is_own = |isian: &str, year: YearRef| year.at(tahun) == tahun && self.helpers.is_of_year(&self.sumber, tahun, isian);
        if needs_one_of(node, &is_own) { code } else { self.of_year_alone(code, &Code::text("0")) }
    }

    /// The same where an aggregate could take a row that is none of the year's.
    pub fn belongs_to(&mut self, of: &Aggregate) -> Option<usize> {
        if self.helpers.may_take(of, self.tahun) { self.belongs() } else { None }
    }

    /// A formula that gives `otherwise` for a row that is none of the year's.
    pub fn of_year_alone(&mut self, code: Code, otherwise: &Code) -> Code {
        match self.belongs() {
            Some(column) => Code::iff(&Code::cell(ColumnRef::Helper(column)).then("=1"), &code, otherwise),
            None => code,
        }
    }
}

/// 1 where one of the year's cells holds something. Of the sheet's columns those that figures rest on may be emptied; what
/// the others hold is the program's.
fn has_something(table: &Table, used: &BTreeSet<String>) -> Code {
    let all: Vec<usize> =
        (0..table.columns.len()).filter(|at| table.rows.iter().any(|row| is_of_year(table, row, *at))).collect();
    let (asked, others): (Vec<usize>, Vec<usize>) = all.into_iter().partition(|at| used.contains(&*table.columns[*at].isian));
    let (one, nil) = (Code::text("1"), Code::text("0"));
    if asked.is_empty() {
        return one;
    }
    let has = |row: &Row, column: &usize| is_of_year(table, row, *column) && table.isi(row, *column) != Isi::Kosong;
    let stays = |row: &Row| {
        let by_year = table.parts.get(usize::from(row.part)).and_then(|part| part.by_year.as_ref());
        by_year.is_none_or(|by_year| by_year.beside.binary_search(&row.row).is_ok())
            || others.iter().any(|column| has(row, column))
            || !asked.iter().any(|column| has(row, column))
    };
    let stays: Arc<[u32]> = table.rows.iter().map(|row| u32::from(stays(row))).collect();
    let cells: Vec<Code> = asked
        .iter()
        .map(|at| Code::call("TRIM", [&Code::cell(ColumnRef::Field(table.columns[*at].isian.to_string()))]))
        .collect();
    let mut texts = Code::default();
    for (at, cell) in cells.iter().enumerate() {
        texts.push(&if at > 0 { Code::concat([&Code::text("&"), cell]) } else { cell.clone() });
    }
    let says = texts.then("<>\"\"");
    let says = if stays.contains(&1) { Code::call("OR", [&Code::rank(stays).then("=1"), &says]) } else { says };
    Code::iff(&says, &one, &nil)
}

/// Whether a condition fails for a row that has no value in any of such fields.
fn needs_one_of(node: &Node, is_one: &dyn Fn(&str, YearRef) -> bool) -> bool {
    let is_named = |node: &Node| matches!(&node.expr, Expr::Name { name, year, .. } if is_one(name, *year));
    match &node.expr {
        Expr::And(parts) => parts.iter().any(|part| needs_one_of(part, is_one)),
        Expr::Or(parts) => parts.iter().all(|part| needs_one_of(part, is_one)),
        Expr::Compare { left, right, .. } => is_named(left) || is_named(right),
        Expr::In { value, .. } => is_named(value),
        Expr::IsEmpty { value, negated } => *negated && is_named(value),
        Expr::Name { .. } => is_named(node),
        _ => false,
    }
}
