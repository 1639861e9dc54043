//! A measure: its formula, its fixed values, and which of them stands.

use super::{Evaluated, Exact, Formula, Outcome, SyntaxError, parse};
use crate::profile::{Score, Ukuran};
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// `[ukuran.NAMA]`, its formula parsed.
#[derive(Clone, PartialEq, Debug)]
pub struct MeasureDef {
    pub rumus: Option<Formula>,
    pub sebutan: String,
    pub tetapan: BTreeMap<Year, Score>,
    pub utamakan_tetapan: bool,
    /// Its fixed values are what its formula gave elsewhere, added up: they came from it all the same.
    pub is_summed: bool,
}

impl MeasureDef {
    /// The definition of a profile's measure; an error where its `rumus` is no formula.
    pub fn new(ukuran: &Ukuran) -> Result<Self, SyntaxError> {
        Ok(Self {
            rumus: ukuran.rumus.as_ref().map(|rumus| parse(&rumus.text)).transpose()?,
            sebutan: ukuran.sebutan.clone(),
            tetapan: ukuran.tetapan.clone(),
            utamakan_tetapan: ukuran.utamakan_tetapan,
            is_summed: false,
        })
    }
}

impl MeasureDef {
    /// The formula that the measure's figure always comes from; none where fixed
    /// values may stand instead.
    pub(super) fn seen_through(&self) -> Option<&Formula> {
        self.rumus.as_ref().filter(|_| self.is_summed || self.tetapan.is_empty())
    }
}

/// Where a measure's figure comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The formula over the data.
    Data,
    /// The published or outside value.
    Tetapan,
}

/// A measure at a year.
#[derive(Clone, PartialEq, Debug)]
pub struct MeasureFigure {
    pub ukuran: String,
    pub tahun: Year,
    pub origin: Origin,
    pub outcome: Outcome,
    /// The figure before any rounding.
    pub exact: Option<Exact>,
    /// The text of a predicate ("BB"), whose score is the figure.
    pub predikat: Option<String>,
    /// What the data give, whichever stands; None for a measure without formula.
    pub data: Option<Evaluated>,
    /// The fixed value of the year, whichever stands.
    pub tetapan: Option<Score>,
}

impl MeasureFigure {
    /// The record's `nilai`: the exact decimal, or 28 significant digits where it does not end.
    pub fn nilai(&self) -> Option<String> {
        self.exact.as_ref().map(Exact::text)
    }

    /// The fixed value and the data's, where both are there and differ
    /// (`Fakta::TetapanBerbeda`).
    pub fn berbeda(&self) -> Option<(Decimal, Decimal)> {
        let tetapan = score_number(self.tetapan.as_ref()?);
        let data = self.data.as_ref()?.outcome.number()?;
        (tetapan != data).then_some((tetapan, data))
    }
}

/// The number a fixed value counts as.
pub(super) fn score_number(score: &Score) -> Decimal {
    match score {
        Score::Number(value) => *value,
        Score::Predicate { score, .. } => *score,
    }
}
