//! A table's rows as an aggregate sees them: own values, values of the same
//! entity in other years, and whether a condition holds.
//!
//! Logic has two values: a comparison with a missing value (also `<>` and `IN`)
//! is false, so NOT of it is true. A mark that is missing is not set.

use super::arithmetic::{self, Leaves};
use super::compare::{folded, is_void};
use super::doubles::Doubles;
use super::entity_rows::{amounts_of_entities, goes_on, is_summed, rows_of_entity};
use super::{CompareOp, Exact, Expr, Node, Reason, YearRef, doubles};
use crate::dataset::key::told_apart_by;
use crate::dataset::{Dataset, Isi, Table};
use crate::vocabulary::{Tanggal, Year, exact_text};
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A source's rows of one year, with the other years its formula looks at.
pub(super) struct Rows<'a> {
    pub table: &'a Table,
    pub tahun: Year,
    slots: Vec<Slot<'a>>,
    /// Some of its entities go on over several rows.
    goes_on: bool,
}

/// A field in a year, found.
struct Slot<'a> {
    isian: Arc<str>,
    year: YearRef,
    tahun: Year,
    table: &'a Table,
    column: usize,
}

/// What stands in a field for a row.
pub(super) enum Read {
    Value {
        isi: Isi,
        row: usize,
        column: usize,
    },
    Missing,
    /// The entity has no row in that year.
    NoCounterpart,
}

/// A value that can be compared.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Comparable {
    Number(Decimal),
    Fraction(Exact),
    Text(String),
    Date(Tanggal),
}

/// Every field that a condition reads, with its year.
pub(super) fn fields(node: &Node) -> BTreeSet<(&str, YearRef)> {
    let mut found = BTreeSet::new();
    node.walk(&mut |node| {
        if let Expr::Name { name, year, .. } = &node.expr {
            found.insert((name.as_str(), *year));
        }
    });
    found
}

impl<'a> Rows<'a> {
    /// Finds the tables and columns; the reason why there is no figure where one is not there.
    pub fn new<'f>(
        dataset: &'a Dataset,
        sumber: &str,
        tahun: Year,
        wanted: impl IntoIterator<Item = (&'f str, YearRef)>,
    ) -> Result<Self, Reason> {
        let find = |tahun: Year| dataset.table(sumber, tahun).ok_or_else(|| Reason::NoData { sumber: sumber.to_owned(), tahun });
        let table = find(tahun)?;
        let mut slots = Vec::new();
        for (isian, year) in wanted {
            let year_meant = year.at(tahun);
            let table = find(year_meant)?;
            let column = table.column(isian).ok_or_else(|| Reason::NoColumn {
                sumber: sumber.to_owned(),
                tahun: year_meant,
                isian: isian.to_owned(),
            })?;
            slots.push(Slot { isian: table.columns[column].isian.clone(), year, tahun: year_meant, table, column });
        }
        let goes_on = goes_on(table);
        Ok(Self { table, tahun, slots, goes_on })
    }

    /// The field's cell for a row.
    pub fn read(&self, row: usize, isian: &str, year: YearRef) -> Read {
        // A field that was not asked for in `new` reads as missing; `fields` asks for all.
        let Some(slot) = self.slots.iter().find(|slot| slot.is(isian, year)) else { return Read::Missing };
        let Some(own) = self.table.rows.get(row) else { return Read::Missing };
        let found = if slot.tahun == self.tahun { Some(row) } else { slot.table.by_entity.get(own.entitas) };
        // 0 is no entity: rows without a key meet nobody.
        let found = found.filter(|_| own.entitas != 0 || slot.tahun == self.tahun);
        let Some(found) = found else { return Read::NoCounterpart };
        match slot.table.rows.get(found).map(|row| slot.table.isi(row, slot.column)) {
            Some(isi) if !is_missing(&isi) => Read::Value { isi, row: found, column: slot.column },
            _ => Read::Missing,
        }
    }

    /// The first field of `wanted` that a row lacks: its name, its year, and whether the whole counterpart is missing.
    pub fn first_missing(&self, row: usize, wanted: &BTreeSet<(&str, YearRef)>) -> Option<(Arc<str>, Year, bool)> {
        wanted.iter().find_map(|(isian, year)| {
            let no_counterpart = match self.read(row, isian, *year) {
                Read::Value { .. } => return None,
                Read::Missing => false,
                Read::NoCounterpart => true,
            };
            let slot = self.slots.iter().find(|slot| slot.is(isian, *year))?;
            Some((slot.isian.clone(), slot.tahun, no_counterpart))
        })
    }

    /// Whether a condition fails by a value that is there, whatever else is missing.
    pub fn fails_outright(&self, row: usize, node: &Node) -> bool {
        match &node.expr {
            Expr::And(parts) => parts.iter().any(|part| self.fails_outright(row, part)),
            _ => !self.holds(row, node) && self.first_missing(row, &fields(node)).is_none(),
        }
    }

    /// Whether the condition holds for a row. Amounts of an entity that goes on over several rows are the sum of those rows for
    /// which the condition's other parts hold: its quarters apart where it asks for one.
    pub fn holds(&self, row: usize, node: &Node) -> bool {
        let beside: Vec<&Node> = match &node.expr {
            Expr::And(parts) if self.goes_on => parts.iter().filter(|part| !self.asks_amounts(part)).collect(),
            _ => Vec::new(),
        };
        self.holds_beside(row, node, &beside)
    }

    /// Whether a condition asks for amounts of the own year.
    fn asks_amounts(&self, node: &Node) -> bool {
        fields(node).iter().any(|(isian, year)| self.slots.iter().any(|slot| slot.is(isian, *year) && self.is_own_amount(slot)))
    }

    fn is_own_amount(&self, slot: &Slot) -> bool {
        slot.tahun == self.tahun && slot.table.columns.get(slot.column).is_some_and(is_summed)
    }

    fn holds_beside(&self, row: usize, node: &Node, beside: &[&Node]) -> bool {
        let value = |node: &Node| self.value_beside(row, node, beside);
        match &node.expr {
            Expr::And(parts) => parts.iter().all(|part| self.holds_beside(row, part, beside)),
            Expr::Or(parts) => parts.iter().any(|part| self.holds_beside(row, part, beside)),
            Expr::Not(inner) => !self.holds_beside(row, inner, beside),
            Expr::Compare { op, left, right } => match (value(left), value(right)) {
                (Some(left), Some(right)) => compare(*op, &left, &right),
                _ => false,
            },
            Expr::In { value: sought, list, negated } => {
                let Some(sought) = value(sought) else { return false };
                let among = list.iter().filter_map(value).any(|item| compare(CompareOp::Equal, &sought, &item));
                among != *negated
            }
            Expr::IsEmpty { value: asked, negated } => value(asked).is_none() != *negated,
            // A mark standing alone.
            Expr::Name { .. } => {
                value(node).is_some_and(|value| compare(CompareOp::NotEqual, &value, &Comparable::Number(Decimal::ZERO)))
            }
            _ => false,
        }
    }

    /// Whether programs that reckon with doubles, and compare about 15 digits of
    /// them, come to the same truth for a row: a comparison must hold or fail by
    /// more than they round, and a date must be one that they know.
    pub fn sure_in_doubles(&self, row: usize, node: &Node) -> bool {
        let pair = |left: &Node, right: &Node| match (self.value(row, left), self.value(row, right)) {
            (Some(Comparable::Date(first)), Some(Comparable::Date(second))) => first.year >= 1900 && second.year >= 1900,
            (Some(Comparable::Number(first)), Some(Comparable::Number(second)))
                if doubles::is_short(first) && doubles::is_short(second) =>
            {
                true
            }
            (Some(first), Some(second)) => match (exact(&first), exact(&second)) {
                (Some(first), Some(second)) => {
                    let of = |node| doubles::double(node, &RowDoubles { rows: self, row });
                    of(left).zip(of(right)).is_none_or(|(left, right)| doubles::agree(first.cmp(&second), left, right))
                }
                _ => true,
            },
            _ => true,
        };
        match &node.expr {
            Expr::Compare { left, right, .. } => pair(left, right),
            Expr::In { value, list, .. } => list.iter().all(|item| pair(value, item)),
            _ => node.children().into_iter().all(|part| self.sure_in_doubles(row, part)),
        }
    }

    /// The amount of a row's entity, if it goes on over several rows: the sum of what those have for which the conditions hold;
    /// none within where none has any.
    fn of_entity(&self, row: usize, slot: &Slot, beside: &[&Node]) -> Option<Option<Decimal>> {
        let rows = rows_of_entity(&self.table.rows, row);
        if rows.len() < 2 || !self.is_own_amount(slot) {
            return None;
        }
        let own = |row: usize| {
            let isi = self.table.isi(&self.table.rows[row], slot.column);
            amount(&isi).filter(|_| beside.iter().all(|part| self.holds_beside(row, part, &[])))
        };
        let amounts = amounts_of_entities(&self.table.rows, rows.filter_map(|row| Some((row, own(row)?))));
        Some(amounts.and_then(|sums| sums.first().map(|(_, sum)| *sum)))
    }

    /// An amount of the own year as a condition asks for it: of a row's entity where that goes on over several.
    pub fn amount_of_entity(&self, row: usize, isian: &str, beside: &[&Node]) -> Option<Decimal> {
        let slot = self.slots.iter().find(|slot| slot.is(isian, YearRef::Back(0)))?;
        if let Some(of_entity) = self.of_entity(row, slot, beside) {
            return of_entity;
        }
        match self.read(row, isian, YearRef::Back(0)) {
            Read::Value { isi, .. } => amount(&isi),
            Read::Missing | Read::NoCounterpart => None,
        }
    }

    /// The value of a part of a condition; `None` where it is missing or cannot be had.
    fn value(&self, row: usize, node: &Node) -> Option<Comparable> {
        self.value_beside(row, node, &[])
    }

    fn value_beside(&self, row: usize, node: &Node, beside: &[&Node]) -> Option<Comparable> {
        match &node.expr {
            Expr::Name { name, year, .. } => {
                let slot = self.slots.iter().find(|slot| self.goes_on && slot.is(name, *year));
                if let Some(of_entity) = slot.and_then(|slot| self.of_entity(row, slot, beside)) {
                    return of_entity.map(Comparable::Number);
                }
                match self.read(row, name, *year) {
                    Read::Value { isi, .. } => comparable(&isi),
                    Read::Missing | Read::NoCounterpart => None,
                }
            }
            Expr::Number(value) => Some(Comparable::Number(*value)),
            Expr::Text(text) => Some(Comparable::Text(folded(text))),
            Expr::Date(date) => Some(Comparable::Date(*date)),
            _ => arithmetic::number(node, &mut RowLeaves { rows: self, row, beside }).ok().map(Comparable::Fraction),
        }
    }
}

impl Slot<'_> {
    fn is(&self, isian: &str, year: YearRef) -> bool {
        self.year == year && &*self.isian == isian
    }
}

/// Arithmetic within a row: whatever is missing ends it.
struct RowLeaves<'r, 'a> {
    rows: &'r Rows<'a>,
    row: usize,
    /// The conditions beside the arithmetic.
    beside: &'r [&'r Node],
}

impl Leaves for RowLeaves<'_, '_> {
    fn tahun(&self) -> Year {
        self.rows.tahun
    }

    fn leaf(&mut self, node: &Node) -> Result<Exact, Reason> {
        match &node.expr {
            Expr::Name { .. } => match self.rows.value_beside(self.row, node, self.beside) {
                Some(Comparable::Number(value)) => Ok(Exact::from(value)),
                // The reason is not kept: within a row, missing is missing.
                _ => Err(Reason::Unchecked),
            },
            _ => Err(Reason::Unchecked),
        }
    }

    fn truth(&mut self, node: &Node) -> Result<bool, Reason> {
        Ok(self.rows.holds_beside(self.row, node, self.beside))
    }
}

/// A row's values as doubles.
struct RowDoubles<'r, 'a> {
    rows: &'r Rows<'a>,
    row: usize,
}

impl Doubles for RowDoubles<'_, '_> {
    fn leaf(&self, node: &Node) -> Option<f64> {
        match self.rows.value(self.row, node)? {
            Comparable::Number(value) => Some(doubles::nearest(value)),
            Comparable::Fraction(_) | Comparable::Text(_) | Comparable::Date(_) => None,
        }
    }

    fn truth(&self, node: &Node) -> bool {
        self.rows.holds(self.row, node)
    }
}

fn exact(value: &Comparable) -> Option<Exact> {
    match value {
        Comparable::Number(value) => Some(Exact::from(*value)),
        Comparable::Fraction(value) => Some(value.clone()),
        Comparable::Text(_) | Comparable::Date(_) => None,
    }
}

/// Whether a cell counts as missing; a text of spaces does.
pub(super) fn is_missing(isi: &Isi) -> bool {
    match isi {
        Isi::Kosong => true,
        Isi::Teks(text) => is_void(text),
        Isi::Angka(_) | Isi::Tanggal(_) | Isi::Tanda(_) => false,
    }
}

/// What a cell compares as; a mark is 1 or 0.
pub(super) fn comparable(isi: &Isi) -> Option<Comparable> {
    match isi {
        _ if is_missing(isi) => None,
        Isi::Kosong => None,
        Isi::Angka(value) => Some(Comparable::Number(*value)),
        Isi::Teks(text) => Some(Comparable::Text(folded(text))),
        Isi::Tanggal(date) => Some(Comparable::Date(*date)),
        Isi::Tanda(set) => Some(Comparable::Number(Decimal::from(u8::from(*set)))),
    }
}

/// What tells a cell's value from others (COUNT_DISTINCT): texts as keys are told apart.
pub(super) fn distinct(isi: &Isi) -> Option<Comparable> {
    match comparable(isi)? {
        Comparable::Text(text) => {
            let key = told_apart_by(&text);
            Some(Comparable::Text(if key.is_empty() { text } else { key }))
        }
        other => Some(other),
    }
}

/// The amount a cell adds to a sum; a mark is 1 or 0.
pub(super) fn amount(isi: &Isi) -> Option<Decimal> {
    match isi {
        Isi::Angka(value) => Some(*value),
        Isi::Tanda(set) => Some(Decimal::from(u8::from(*set))),
        Isi::Kosong | Isi::Teks(_) | Isi::Tanggal(_) => None,
    }
}

fn compare(op: CompareOp, left: &Comparable, right: &Comparable) -> bool {
    use Comparable as C;
    match (left, right) {
        (C::Number(a), C::Number(b)) => op.holds(a.cmp(b)),
        (C::Text(a), C::Text(b)) => op.holds(a.cmp(b)),
        (C::Date(a), C::Date(b)) => op.holds(a.cmp(b)),
        (C::Number(a), C::Fraction(b)) => op.holds(Exact::from(*a).cmp(b)),
        (C::Fraction(a), C::Number(b)) => op.holds(a.cmp(&Exact::from(*b))),
        (C::Fraction(a), C::Fraction(b)) => op.holds(a.cmp(b)),
        // A code (`47111`) that was read as a number, against its text.
        (C::Number(a), C::Text(b)) => op.holds(exact_text(*a).as_str().cmp(b)),
        (C::Text(a), C::Number(b)) => op.holds(a.as_str().cmp(&exact_text(*b))),
        // `check` refuses the rest.
        _ => false,
    }
}
