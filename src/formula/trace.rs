//! How a figure came about, down to its rows and cells.

use super::{AggregateFunction, CompareOp, Exact, Outcome, Span};
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use std::sync::Arc;

/// What a formula used, in the order it is written; an `IF`'s branch that was not taken is not in it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Trace {
    /// Each measure and year once.
    pub operands: Vec<OperandTrace>,
    pub aggregates: Vec<AggregateTrace>,
}

impl Trace {
    /// The record's `jumlah_sel`: cells with a value, nil included, over all aggregates.
    pub fn jumlah_sel(&self) -> usize {
        self.aggregates.iter().map(|aggregate| aggregate.jumlah_sel).sum()
    }
}

/// A measure that was used.
#[derive(Clone, PartialEq, Debug)]
pub struct OperandTrace {
    pub ukuran: String,
    pub tahun: Year,
    pub outcome: Outcome,
}

/// An aggregate over the rows of one table.
#[derive(Clone, PartialEq, Debug)]
pub struct AggregateTrace {
    /// Where it stands in the formula's text.
    pub span: Span,
    pub fungsi: AggregateFunction,
    pub sumber: String,
    /// The year whose rows it goes over.
    pub tahun: Year,
    /// The field it takes and that field's year.
    pub isian: Option<(String, Year)>,
    /// Rows in the table.
    pub baris: usize,
    /// Indices into the table's rows: those that the condition chose, in order
    /// (with a value or without one).
    pub terpilih: Vec<usize>,
    /// The cells that gave a value, nil included; empty for COUNT.
    pub sel: Vec<Contribution>,
    /// The rows that did not count, each with the reason, in order.
    pub dilewati: Vec<(usize, LeftOut)>,
    /// Cells with a value, nil included; for COUNT the rows counted.
    pub jumlah_sel: usize,
    /// One for each comparison of a field with itself in another year.
    pub kelompok: Vec<GroupCounts>,
    /// How many entities those cells were added up to first, where some go on over several rows.
    pub entitas: Option<usize>,
    pub outcome: Outcome,
    /// The figure before any rounding.
    pub exact: Option<Exact>,
}

/// A cell that gave a value.
#[derive(Clone, PartialEq, Debug)]
pub struct Contribution {
    /// Index into the rows of the aggregate's own table.
    pub row: usize,
    /// The row the cell stands in, in the table of the field's year (the same as `row` in the year itself).
    pub cell_row: usize,
    /// Index into that table's columns.
    pub column: usize,
    /// The amount; a mark counts 1 or 0. `None` for a text or a date (COUNT_DISTINCT).
    pub amount: Option<Decimal>,
}

/// Why a row did not count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LeftOut {
    /// The condition does not hold.
    Condition,
    /// The condition does not hold, and a value it reads is missing.
    ConditionMissing { isian: Arc<str>, tahun: Year },
    /// The condition (or the value) needs the entity's row in that year, which is not there.
    NoCounterpart { tahun: Year },
    /// Chosen, but the cell is empty.
    NoValue,
    /// Chosen, but the row above, which it goes on with, was counted for both.
    Counted,
}

/// How the entities of two years compare: each falls in exactly one group.
/// Other conditions on the row's own year that stand beside the comparison with
/// AND apply to all groups (to `hilang` in the earlier year).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupCounts {
    pub isian: String,
    /// The comparison as written, the later year on the left.
    pub op: CompareOp,
    pub tahun: Year,
    pub tahun_lain: Year,
    pub naik: usize,
    pub tetap: usize,
    pub turun: usize,
    /// In `tahun` only.
    pub baru: usize,
    /// In `tahun_lain` only.
    pub hilang: usize,
    /// In both, but a value is missing; or without a key.
    pub tak_terbaca: usize,
}
