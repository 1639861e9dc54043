//! A figure as it is shown, and what its name stands for in the workbook.

use super::calculation::{REALISASI_NAME, capaian_name};
use super::shown::Shown;
use super::words_id::{NA, TIDAK_DAPAT_DIHITUNG};
use super::{Calculated, CellFormat, FigurePage, FigureValue};
use crate::formula::excel::{indicator_name, measure_name};
use crate::formula::{Exact, MeasureFigure, Outcome};
use crate::indicator::{Figure, Realisasi};
use crate::profile::Indikator;
use crate::vocabulary::tampil;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Every named figure, filled while the pages are worded: what its cell in the workbook holds, and how it stands
/// on the pages.
#[derive(Default)]
pub struct Named {
    pub values: BTreeMap<String, FigureValue>,
    pub shown: Shown,
}

impl Named {
    /// A name for a cell's value, which the pages show as `text`.
    pub fn insert(&mut self, name: &str, value: FigureValue, text: &str) {
        self.shows(name, text, value.value.number());
        self.values.insert(name.to_owned(), value);
    }

    /// Another text of a name.
    pub fn shows(&mut self, name: &str, text: &str, value: Option<Decimal>) {
        self.shown.add(name, text, value);
    }
}

/// A target with the decimals that it has, `decimals` at least: its cell may be changed, and shows what it then is.
pub fn target(named: &mut Named, name: String, value: Decimal, indikator: &Indikator) -> FigurePage {
    let page = number(named, name.clone(), value, None, indikator.desimal_of(value));
    changeable(named, &name, indikator);
    page
}

/// Says of a name that it is a target's.
pub fn changeable(named: &mut Named, name: &str, indikator: &Indikator) {
    typed_over(named, name, indikator.desimal);
}

/// Says of a name that its cell may be typed over, and holds so many decimals at least.
fn typed_over(named: &mut Named, name: &str, decimals: u32) {
    if let Some(known) = named.values.get_mut(name) {
        known.format = CellFormat::AtLeast(decimals.min(28) as u8);
    }
}

/// A figure shown with fixed decimals under a name; `exact` is what it is before any rounding.
pub fn number(named: &mut Named, name: String, value: Decimal, exact: Option<&Exact>, decimals: u32) -> FigurePage {
    let format = CellFormat::Decimals(decimals.min(28) as u8);
    let tampil = rounded(value, exact, decimals);
    named.insert(&name, FigureValue::new(Calculated::Number(value), format), &tampil);
    FigurePage { tampil, nama: Some(name), sebab: None, ragu: false }
}

/// A figure as the pages show it: rounded once, from the fraction behind its 28 digits.
pub fn rounded(value: Decimal, exact: Option<&Exact>, decimals: u32) -> String {
    exact.and_then(|exact| exact.tampil(decimals)).unwrap_or_else(|| tampil(value, decimals))
}

/// An indicator's figure as pages and record show it; a predicate by its text.
pub fn shown(realisasi: &Realisasi, decimals: u32) -> String {
    match (&realisasi.evaluated.outcome, &realisasi.predikat) {
        (Outcome::Number(_), Some(predikat)) => predikat.clone(),
        (Outcome::Number(value), None) => rounded(*value, realisasi.evaluated.exact.as_ref(), decimals),
        (undefined, _) => without_figure(undefined),
    }
}

/// A place without a figure.
pub fn none(tampil: &str, sebab: Option<String>) -> FigurePage {
    FigurePage { tampil: tampil.to_owned(), nama: None, sebab, ragu: false }
}

/// A measure with as many decimals as it has.
pub fn measure(named: &mut Named, figure: &MeasureFigure) -> FigurePage {
    let name = measure_name(&figure.ukuran, figure.tahun);
    match &figure.outcome {
        Outcome::Number(value) => {
            let decimals = measure_decimals(*value);
            let mut page = number(named, name.clone(), *value, figure.exact.as_ref(), decimals);
            if figure.data.is_none() {
                typed_over(named, &name, decimals);
            }
            if let Some(predikat) = &figure.predikat {
                page.tampil = format!("{predikat} ({})", page.tampil);
                page.nama = None;
            }
            page
        }
        undefined => without(named, name, undefined, 0),
    }
}

/// Measures are counts and sums: shown in full, but an endless average with four
/// decimals, and a small one with its first four digits.
pub fn measure_decimals(value: Decimal) -> u32 {
    let scale = value.normalize().scale();
    if scale <= 6 {
        return scale;
    }
    let nils = scale.saturating_sub(digits(value));
    scale.min(nils + 4)
}

/// How many digits a number has from its first that is not nil.
fn digits(value: Decimal) -> u32 {
    value.normalize().mantissa().unsigned_abs().checked_ilog10().map_or(0, |power| power + 1)
}

/// An indicator's figure with its own decimals; a predicate by its text.
pub fn indicator(named: &mut Named, id: &str, decimals: u32, realisasi: &Realisasi) -> FigurePage {
    let name = indicator_name(id, realisasi.tahun);
    match &realisasi.evaluated.outcome {
        Outcome::Number(value) => {
            let page = number(named, name, *value, realisasi.evaluated.exact.as_ref(), decimals);
            match &realisasi.predikat {
                Some(predikat) => FigurePage {
                    nama: Some(text(named, capaian_name(REALISASI_NAME, id, realisasi.tahun), predikat)),
                    tampil: predikat.clone(),
                    ..page
                },
                None => page,
            }
        }
        undefined => without(named, name, undefined, decimals),
    }
}

/// An indicator's figure with its unit, for a terminal.
pub fn headline(indikator: &Indikator, figure: &Figure) -> String {
    let page = self::indicator(&mut Named::default(), &indikator.id, indikator.desimal, &figure.realisasi);
    match (&indikator.satuan, figure.realisasi.evaluated.outcome.number()) {
        (Some(satuan), Some(_)) => format!("{} {satuan}", page.tampil),
        _ => page.tampil,
    }
}

/// No figure, under the name by which the XLSX shows one as soon as its data give it.
fn without(named: &mut Named, name: String, outcome: &Outcome, decimals: u32) -> FigurePage {
    let sebab = outcome.reason().map(|reason| reason.words()).filter(|_| !outcome.is_no_data());
    let tampil = without_figure(outcome);
    FigurePage { nama: Some(awaited(named, name, &tampil, decimals)), ..none(&tampil, sebab) }
}

/// A text in the place of a number, which has so many decimals where it becomes one; the name.
pub fn awaited(named: &mut Named, name: String, shown: &str, decimals: u32) -> String {
    let format = CellFormat::Decimals(decimals.min(28) as u8);
    named.insert(&name, FigureValue::new(Calculated::Text(shown.to_owned()), format), shown);
    name
}

/// A text that a cell of this name shows; the name.
pub fn text(named: &mut Named, name: String, shown: &str) -> String {
    named.insert(&name, FigureValue::new(Calculated::Text(shown.to_owned()), CellFormat::AsIs), shown);
    name
}

/// `n/a`, or `tidak dapat dihitung`.
pub fn without_figure(undefined: &Outcome) -> String {
    if undefined.is_no_data() { NA.to_owned() } else { TIDAK_DAPAT_DIHITUNG.to_owned() }
}

/// A figure inside a line of text.
pub fn inline(outcome: &Outcome, exact: Option<&Exact>) -> String {
    match outcome {
        Outcome::Number(value) => rounded(*value, exact, measure_decimals(*value)),
        undefined => without_figure(undefined),
    }
}
