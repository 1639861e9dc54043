//! A figure, or the reason why there is none.

use super::{AggregateFunction, Exact, Trace, words_id};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

/// What a formula comes to.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// Exact where a `Decimal` can hold it, else rounded half away from zero to 28 significant digits.
    Number(Decimal),
    /// "Tidak dapat dihitung", with its reason.
    Undefined(Reason),
}

impl Outcome {
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Outcome::Number(value) => Some(*value),
            Outcome::Undefined(_) => None,
        }
    }

    pub fn reason(&self) -> Option<&Reason> {
        match self {
            Outcome::Number(_) => None,
            Outcome::Undefined(reason) => Some(reason),
        }
    }

    /// Whether there is no figure because there are no data for a year: shown
    /// `n/a` (status `tidak_ada`) rather than `tidak dapat dihitung`.
    pub fn is_no_data(&self) -> bool {
        self.reason().is_some_and(Reason::is_no_data)
    }
}

/// Why there is no figure.
#[derive(Clone, PartialEq, Debug)]
pub enum Reason {
    DivisionByZero,
    /// Growth over a base below zero has no meaning; the change itself has.
    NegativeBase {
        dasar: Decimal,
        perubahan: Decimal,
    },
    /// AVERAGE, MEDIAN, MIN or MAX of nothing.
    EmptyAverage {
        fungsi: AggregateFunction,
        sumber: String,
        tahun: Year,
    },
    /// A sum over rows none of which has a value.
    NoValues {
        sumber: String,
        tahun: Year,
        isian: String,
    },
    /// Beyond what a `Decimal` can hold (7,9 x 10^28).
    Overflow,
    /// The source has no table for the year.
    NoData {
        sumber: String,
        tahun: Year,
    },
    /// The table has no such column.
    NoColumn {
        sumber: String,
        tahun: Year,
        isian: String,
    },
    /// A measure without formula has no `tetapan` for the year.
    NoTetapan {
        ukuran: String,
        tahun: Year,
    },
    /// A measure the formula needs has no figure.
    Operand {
        ukuran: String,
        tahun: Year,
        sebab: Box<Reason>,
    },
    /// A measure that rests on itself (refused by `check`).
    Cycle {
        ukuran: String,
    },
    /// A formula that `check` refuses: an unknown name, a text where a number belongs.
    Unchecked,
}

impl Reason {
    /// The first cause, behind all operands.
    pub fn root(&self) -> &Reason {
        let mut reason = self;
        while let Reason::Operand { sebab, .. } = reason {
            reason = sebab;
        }
        reason
    }

    /// Whether the first cause is that a year's data are not there.
    pub fn is_no_data(&self) -> bool {
        matches!(self.root(), Reason::NoData { .. } | Reason::NoColumn { .. } | Reason::NoTetapan { .. })
    }

    /// The reason in Indonesian words, without a full stop: the record's `sebab`.
    pub fn words(&self) -> String {
        words_id::reason(self)
    }
}

/// A formula's figure at a year, and how it came about.
#[derive(Clone, PartialEq, Debug)]
pub struct Evaluated {
    pub outcome: Outcome,
    /// The figure before any rounding; what further arithmetic should use.
    pub exact: Option<Exact>,
    pub trace: Trace,
}

impl Evaluated {
    /// The record's `nilai`: the exact decimal, or 28 significant digits where it does not end.
    pub fn nilai(&self) -> Option<String> {
        self.exact.as_ref().map(Exact::text)
    }
}
