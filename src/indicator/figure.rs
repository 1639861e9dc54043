//! What an indicator comes to.

use super::Capaian;
use crate::formula::{Evaluated, MeasureFigure};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

/// An indicator's formula at a year.
#[derive(Clone, PartialEq, Debug)]
pub struct Realisasi {
    pub tahun: Year,
    pub evaluated: Evaluated,
    /// The text of a predicate, where the indicator is a bare measure that is one.
    pub predikat: Option<String>,
}

/// An indicator in the report year, and the years before it.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// `1.1`.
    pub id: String,
    pub realisasi: Realisasi,
    /// The look-back years, latest first.
    pub lalu: Vec<Realisasi>,
    pub target: Option<Decimal>,
    pub capaian: Option<Capaian>,
    /// The plan's final target: its year and value, and the progress towards it.
    pub akhir: Option<(Year, Decimal, Capaian)>,
}

impl Figure {
    /// The report year, then the look-back years, latest first.
    pub fn years(&self) -> impl Iterator<Item = &Realisasi> {
        std::iter::once(&self.realisasi).chain(&self.lalu)
    }
}

/// All figures of a report.
#[derive(Clone, Debug)]
pub struct Figures {
    pub tahun: Year,
    /// In the profile's order.
    pub indikator: Vec<Figure>,
    /// Every measure at every year that any of them used, in the profile's
    /// order, latest year first.
    pub ukuran: Vec<MeasureFigure>,
}
