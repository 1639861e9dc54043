//! The measures on the sheet Perhitungan: figures of the data, and values from outside, which may be changed.

use super::calculation::{Line, Lines, value_cell};
use super::differs::Sebab;
use super::figures::measure_decimals;
use super::pages::{data_columns, measure_columns};
use super::predicates::scored_lines;
use super::sheet::{Calculated, CellFormat, DataCell, RowStyle};
use super::words_id as words;
use crate::dataset::Dataset;
use crate::formula::excel::{CellResult, Given, LiveMeasure, Workbook};
use crate::formula::{Evaluator, MeasureFigure};
use crate::indicator::Figures;
use crate::profile::Profile;
use rust_decimal::Decimal;

/// Every measure that a figure used, then those that only a live formula names
/// (the branch of an IF that was not taken).
pub(super) fn measure_cells(
    figures: &Figures,
    evaluator: &Evaluator<'_>,
    live: &mut Workbook<'_, '_>,
) -> Vec<(MeasureFigure, LiveMeasure, Sebab)> {
    let why = |live: &mut Workbook<'_, '_>, ukuran: &str, tahun| {
        let rumus = evaluator.measures().get(ukuran)?.rumus.as_ref()?;
        live.why(rumus, tahun)
    };
    let one = |figure: &MeasureFigure| {
        let cell = live.measure(&figure.ukuran, figure.tahun);
        (figure.clone(), cell, why(live, &figure.ukuran, figure.tahun))
    };
    let mut cells: Vec<_> = figures.ukuran.iter().map(one).collect();
    loop {
        let missing = live.operands();
        if missing.is_empty() {
            return cells;
        }
        for (ukuran, tahun) in missing {
            let cell = live.measure(&ukuran, tahun);
            let sebab = why(live, &ukuran, tahun);
            cells.push(((*evaluator.measure(&ukuran, tahun)).clone(), cell, sebab));
        }
    }
}

pub(super) fn measure_line(
    rows: &mut Lines,
    profile: &Profile,
    dataset: &Dataset,
    figure: &MeasureFigure,
    (LiveMeasure { cell, given }, sebab): (LiveMeasure, Sebab),
) {
    let Some(ukuran) = profile.ukuran.iter().find(|ukuran| ukuran.nama.text == figure.ukuran) else { return };
    let decimals = figure.outcome.number().map_or(0, measure_decimals);
    if let Some(predikat) = &figure.predikat {
        return scored_lines(rows, ukuran, figure, (predikat, decimals), cell.name);
    }
    let line = |label: String, value, rumus: bool, sumber: String| Line {
        code: &figure.ukuran,
        label,
        tahun: Some(figure.tahun),
        value,
        satuan: ukuran.satuan.clone().unwrap_or_default(),
        rumus: ukuran.rumus.as_ref().filter(|_| rumus).map(|rumus| rumus.text.clone()).unwrap_or_default(),
        sumber,
        sebab: None,
    };
    let fixed = || words::fixed(ukuran.asal.as_deref());
    let shown = value_cell(&cell, CellFormat::Decimals(decimals as u8));
    let sebutan = ukuran.sebutan.clone();
    let own = match given {
        Given::No => Line { sebab, ..line(sebutan, shown, true, measure_columns(dataset, ukuran, figure).join("; ")) },
        Given::Typed => line(sebutan, input(cell.result), false, fixed()),
        Given::Either { name, value, data } => {
            let value = input(CellResult::Number(value));
            rows.line(name, RowStyle::Plain, line(words::from_outside(&ukuran.sebutan), value, false, fixed()));
            let chosen = words::chosen(data.is_some(), ukuran.utamakan_tetapan);
            if let Some(data) = data {
                let decimals = figure.data.as_ref().and_then(|data| data.outcome.number()).map_or(0, measure_decimals);
                let value = value_cell(&data, CellFormat::Decimals(decimals as u8));
                let columns = data_columns(dataset, figure).join("; ");
                rows.line(data.name, RowStyle::Plain, line(words::from_data(&ukuran.sebutan), value, true, columns));
            }
            line(sebutan, shown, false, chosen.to_owned())
        }
    };
    rows.line(cell.name, RowStyle::Plain, own);
}

/// A value from outside, which may be changed, or the words in its place.
fn input(value: CellResult) -> DataCell {
    let format = |value| CellFormat::AtLeast(measure_decimals(value) as u8);
    match value {
        CellResult::Number(value) => DataCell::Input { value: Calculated::Number(value), format: format(value) },
        CellResult::Text(text) => DataCell::Input { value: Calculated::Text(text), format: format(Decimal::ZERO) },
    }
}
