//! The sheet Perhitungan: every measure, indicator and capaian as a live
//! formula down to the data sheets, with its exact result.

use super::data_sheet::calculated;
use super::figures::measure_decimals;
use super::pages::{in_words, measure_sources};
use super::sheet::{Calculated, CellFormat, DataCell, DataColumn, DataRow, DataSheet, NamedRange, RowStyle};
use super::words_id as words;
use crate::dataset::Dataset;
use crate::formula::excel::indicator_name;
use crate::formula::excel::{CellResult, LiveCell, Workbook};
use crate::formula::{Evaluator, MeasureFigure};
use crate::indicator::{CapaianHasil, Figures, Plan};
use crate::profile::{Arah, Indikator, Profile, TurunRule};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

const VALUE_COLUMN: u16 = 3;

/// The rows as they grow, each value with its defined name.
struct Rows {
    rows: Vec<DataRow>,
    names: Vec<NamedRange>,
}

struct Line<'a> {
    code: &'a str,
    label: String,
    tahun: Option<Year>,
    value: DataCell,
    satuan: String,
    rumus: String,
    sumber: String,
}

impl Rows {
    fn section(&mut self, title: &str) {
        self.rows.push(DataRow { style: RowStyle::Section, cells: vec![DataCell::Text(title.to_owned())] });
    }

    fn line(&mut self, name: String, style: RowStyle, line: Line<'_>) {
        let row = self.rows.len() as u32;
        self.names.push(NamedRange {
            name,
            first_row: row,
            last_row: row,
            first_column: VALUE_COLUMN,
            last_column: VALUE_COLUMN,
        });
        let tahun = line
            .tahun
            .map_or(DataCell::Empty, |year| DataCell::Number { value: Decimal::from(year.0), format: CellFormat::Plain });
        let text = |text: String| if text.is_empty() { DataCell::Empty } else { DataCell::Text(text) };
        let cells = vec![
            text(line.code.to_owned()),
            text(line.label),
            tahun,
            line.value,
            text(line.satuan),
            text(line.rumus),
            text(line.sumber),
        ];
        self.rows.push(DataRow { style, cells });
    }
}

/// Builds the sheet, asking `live` for every cell it shows.
pub fn calculation(
    profile: &Profile,
    plan: &Plan,
    evaluator: &Evaluator<'_>,
    figures: &Figures,
    live: &mut Workbook<'_, '_>,
) -> DataSheet {
    let mut rows = Rows { rows: Vec::new(), names: Vec::new() };
    let indikator: Vec<&Indikator> = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).collect();
    let cells: Vec<Vec<LiveCell>> = figures
        .indikator
        .iter()
        .zip(&plan.indikator)
        .map(|(figure, (id, formula))| figure.years().map(|realisasi| live.indicator(id, formula, realisasi.tahun)).collect())
        .collect();
    rows.section(words::SECTION_UKURAN);
    for (figure, cell) in measure_cells(figures, evaluator, live) {
        measure_line(&mut rows, profile, evaluator.dataset(), &figure, cell);
    }
    rows.section(words::SECTION_INDIKATOR);
    for (((indikator, figure), cells), (_, formula)) in indikator.iter().zip(&figures.indikator).zip(cells).zip(&plan.indikator) {
        for (realisasi, cell) in figure.years().zip(cells) {
            let now = realisasi.tahun == figures.tahun;
            let line = Line {
                code: &indikator.id,
                label: indikator.nama.clone(),
                tahun: Some(realisasi.tahun),
                value: value_cell(&cell, CellFormat::Decimals(indikator.desimal as u8)),
                satuan: indikator.satuan.clone().unwrap_or_default(),
                rumus: indikator.rumus.text.clone(),
                sumber: if now { in_words(plan, indikator, formula).alternatif } else { String::new() },
            };
            let style = if now { RowStyle::Total } else { RowStyle::Plain };
            rows.line(cell.name, style, line);
        }
    }
    let planned = |(indikator, figure): (&&Indikator, &crate::indicator::Figure)| {
        figure.akhir.is_some() || figure.years().any(|one| indikator.target.contains_key(&one.tahun))
    };
    if indikator.iter().zip(&figures.indikator).any(planned) {
        rows.section(words::SECTION_CAPAIAN);
        for (indikator, figure) in indikator.iter().zip(&figures.indikator) {
            past_targets(&mut rows, indikator, figure);
            capaian_lines(&mut rows, profile, indikator, figure, figures.tahun);
        }
    }
    let column = |(at, (heading, width)): (usize, &(&str, f32))| {
        let value = at == usize::from(VALUE_COLUMN);
        DataColumn { heading: (*heading).to_owned(), width: *width, quiet: false, wrap: !value, right: value }
    };
    DataSheet {
        name: words::CALCULATION_SHEET.to_owned(),
        title: vec![format!("{} {}", words::CALCULATION_TITLE, figures.tahun), words::CALCULATION_HINT.to_owned()],
        columns: words::CALCULATION_COLUMNS.iter().enumerate().map(column).collect(),
        rows: rows.rows,
        names: rows.names,
        frozen_columns: 0,
        filter: false,
        printed_columns: None,
    }
}

/// Every measure that a figure used, then those that only a live formula names
/// (the branch of an IF that was not taken).
fn measure_cells(figures: &Figures, evaluator: &Evaluator<'_>, live: &mut Workbook<'_, '_>) -> Vec<(MeasureFigure, LiveCell)> {
    let mut cells: Vec<_> =
        figures.ukuran.iter().map(|figure| (figure.clone(), live.measure(&figure.ukuran, figure.tahun))).collect();
    loop {
        let missing = live.operands();
        if missing.is_empty() {
            return cells;
        }
        for (ukuran, tahun) in missing {
            let cell = live.measure(&ukuran, tahun);
            cells.push(((*evaluator.measure(&ukuran, tahun)).clone(), cell));
        }
    }
}

fn measure_line(rows: &mut Rows, profile: &Profile, dataset: &Dataset, figure: &MeasureFigure, cell: LiveCell) {
    let Some(ukuran) = profile.ukuran.iter().find(|ukuran| ukuran.nama.text == figure.ukuran) else { return };
    let decimals = figure.outcome.number().map_or(0, measure_decimals);
    let line = Line {
        code: &figure.ukuran,
        label: ukuran.sebutan.clone(),
        tahun: Some(figure.tahun),
        value: value_cell(&cell, CellFormat::Decimals(decimals as u8)),
        satuan: ukuran.satuan.clone().unwrap_or_default(),
        rumus: ukuran.rumus.as_ref().map(|rumus| rumus.text.clone()).unwrap_or_default(),
        sumber: measure_sources(dataset, ukuran, figure).join("; "),
    };
    rows.line(cell.name, RowStyle::Plain, line);
}

fn value_cell(cell: &LiveCell, format: CellFormat) -> DataCell {
    match (&cell.formula, &cell.result) {
        (Some(formula), result) => DataCell::Formula { formula: formula.clone(), result: calculated(result), format },
        (None, CellResult::Number(value)) => DataCell::Number { value: *value, format },
        (None, CellResult::Text(text)) => DataCell::Text(text.clone()),
    }
}

/// The name of an indicator's capaian, target and the like in the workbook:
/// `iku_1_1_2021_capaian`, which no measure's name can meet.
pub fn capaian_name(what: &str, id: &str, tahun: Year) -> String {
    format!("{}_{what}", indicator_name(id, tahun))
}

/// The targets of the years before, which the charts show beside what was reached.
fn past_targets(rows: &mut Rows, indikator: &Indikator, figure: &crate::indicator::Figure) {
    let format = CellFormat::Decimals(indikator.desimal as u8);
    for year in figure.lalu.iter().rev().map(|one| one.tahun) {
        let Some(value) = indikator.target.get(&year) else { continue };
        let line = Line {
            code: &indikator.id,
            label: format!("{}: {}", words::TARGET, indikator.nama),
            tahun: Some(year),
            value: DataCell::Number { value: *value, format },
            satuan: indikator.satuan.clone().unwrap_or_default(),
            rumus: String::new(),
            sumber: String::new(),
        };
        rows.line(capaian_name(TARGET_NAMES[0], &indikator.id, year), RowStyle::Plain, line);
    }
}

fn capaian_lines(rows: &mut Rows, profile: &Profile, indikator: &Indikator, figure: &crate::indicator::Figure, tahun: Year) {
    let real = indicator_name(&indikator.id, tahun);
    let satuan = indikator.satuan.clone().unwrap_or_default();
    let mut against =
        |what: [&'static str; 3], labels: [&str; 3], year: Year, target: Decimal, capaian: &crate::indicator::Capaian| {
            let [target_name, capaian_name, clamped_name] = what.map(|what| capaian_name(what, &indikator.id, year));
            let line = |label: &str, value, satuan: String, rumus: String| Line {
                code: &indikator.id,
                label: format!("{label}: {}", indikator.nama),
                tahun: Some(year),
                value,
                satuan,
                rumus,
                sumber: String::new(),
            };
            let decimals = CellFormat::Decimals(indikator.desimal as u8);
            rows.line(
                target_name.clone(),
                RowStyle::Plain,
                line(labels[0], DataCell::Number { value: target, format: decimals }, satuan.clone(), String::new()),
            );
            let (formula, rule) =
                capaian_formula(&real, &target_name, indikator.arah.unwrap_or(Arah::Naik), profile.capaian.turun);
            let result = match &capaian.hasil {
                CapaianHasil::Ok(value) => Calculated::Number(*value),
                CapaianHasil::TidakAda(_) => Calculated::Text(words::NA.to_owned()),
            };
            let format = CellFormat::Decimals(2);
            rows.line(
                capaian_name.clone(),
                RowStyle::Plain,
                line(labels[1], DataCell::Formula { formula, result, format }, "%".into(), rule.into()),
            );
            if let Some((low, high)) = profile.capaian.batas {
                let formula = format!("IF(ISNUMBER({capaian_name}),MIN(MAX({capaian_name},{low}),{high}),\"{}\")", words::NA);
                let result = capaian.dibatasi.map_or(Calculated::Text(words::NA.to_owned()), Calculated::Number);
                rows.line(
                    clamped_name,
                    RowStyle::Plain,
                    line(labels[2], DataCell::Formula { formula, result, format }, "%".into(), String::new()),
                );
            }
        };
    if let (Some(target), Some(capaian)) = (figure.target, &figure.capaian) {
        against(TARGET_NAMES, [words::TARGET, words::CAPAIAN, words::CAPAIAN_DIBATASI], tahun, target, capaian);
    }
    if let Some((year, target, kemajuan)) = &figure.akhir {
        against(AKHIR_NAMES, [words::TARGET_AKHIR, words::KEMAJUAN, words::CAPAIAN_DIBATASI], *year, *target, kemajuan);
    }
}

/// What the names of target, capaian and clamped capaian begin with.
pub const TARGET_NAMES: [&str; 3] = ["target", "capaian", "capaian_dibatasi"];
pub const AKHIR_NAMES: [&str; 3] = ["target_akhir", "kemajuan", "kemajuan_dibatasi"];

/// The live formula of a capaian, guarded as [`crate::indicator::capaian`] is, and its rule in words.
fn capaian_formula(real: &str, target: &str, arah: Arah, turun: TurunRule) -> (String, &'static str) {
    let (body, divisor, rule) = match (arah, turun) {
        (Arah::Naik, _) => (format!("{real}/{target}*100"), target, words::NAIK_RULE),
        (Arah::Turun, TurunRule::TwiceTargetMinus) => {
            (format!("(2*{target}-{real})/{target}*100"), target, words::turun_rule(turun))
        }
        (Arah::Turun, TurunRule::TargetOverReal) => (format!("{target}/{real}*100"), real, words::turun_rule(turun)),
    };
    // A target of zero gives none by either rule.
    let zero = if divisor == target { format!("{target}=0") } else { format!("OR({target}=0,{divisor}=0)") };
    (format!("IF(ISNUMBER({real}),IF({zero},\"{na}\",{body}),\"{na}\")", na = words::NA), rule)
}
