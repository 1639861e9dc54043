//! The sheet Perhitungan: every measure, indicator and capaian as a live
//! formula down to the data sheets, with its exact result.

use super::calculation_widths::column_widths;
use super::data_sheet::result;
use super::differs::{Kept, Sebab, above, changed_marks, origin, reasoned};
use super::leads::{first_reference, references};
use super::long::long;
use super::measures::{measure_cells, measure_line};
use super::operands::Behind;
use super::pages::{Doubtful, in_words};
use super::predicates::{predikat_cell, shown_predicate};
use super::sheet::{Calculated, CellFormat, DataCell, DataColumn, DataRow, DataSheet, Link, Mark, NamedRange, RowStyle};
use super::widths::digits_wide;
use super::words_id as words;
use crate::formula::Evaluator;
use crate::formula::excel::{CellResult, LiveCell, Workbook};
use crate::formula::excel::{indicator_name, measure_name};
use crate::indicator::{Capaian, CapaianHasil, Figures, Plan, TanpaCapaian};
use crate::profile::{Arah, Indikator, Profile, TurunRule};
use crate::vocabulary::{CellAddress, Year};
use rust_decimal::Decimal;

const WORDS_COLUMN: u16 = 1;
/// Of numbers, which LibreOffice prints alike with a link and without; texts lose their line breaks.
const YEAR_COLUMN: u16 = 2;
const VALUE_COLUMN: u16 = 3;

/// The rows as they grow, each value with its defined name.
#[derive(Default)]
pub struct Lines {
    pub(super) rows: Vec<DataRow>,
    pub(super) names: Vec<NamedRange>,
    /// What a row's figure is worked out of: the row, and a name or a table's column.
    pub(super) links: Vec<(u32, String)>,
    /// All that a row's figure is worked out of, where it is more than one.
    pub(super) operands: Vec<(u32, Vec<String>)>,
    /// What may be changed, and when it is as in the report.
    pub(super) kept: Vec<Kept>,
    /// How wide a text is, in digits, that may come to stand among the values.
    widest: usize,
}

pub struct Line<'a> {
    pub code: &'a str,
    pub label: String,
    pub tahun: Option<Year>,
    pub value: DataCell,
    pub satuan: String,
    pub rumus: String,
    pub sumber: String,
    pub sebab: Sebab,
}

impl Lines {
    pub fn section(&mut self, title: &str) {
        self.rows.push(DataRow { style: RowStyle::Section, cells: vec![DataCell::Text(title.to_owned())] });
    }

    pub fn line(&mut self, name: String, style: RowStyle, mut line: Line<'_>) {
        let row = self.rows.len() as u32;
        let formula = if let DataCell::Formula { formula, .. } = &line.value { first_reference(formula) } else { None };
        self.links.extend(formula.map(|to| (row, to)));
        if let DataCell::Formula { formula, .. } = &line.value {
            let of = references(formula);
            self.operands.extend((of.len() > 1).then_some((row, of)));
        }
        let name_of_value = name.clone();
        self.name(name, VALUE_COLUMN);
        let tahun = line
            .tahun
            .map_or(DataCell::Empty, |year| DataCell::Number { value: Decimal::from(year.0), format: CellFormat::Plain });
        let text = |text: String| if text.is_empty() { DataCell::Empty } else { DataCell::Text(text) };
        let in_report = shown_long(&line.value).map(|shown| words::kept_digits(&shown));
        let sumber = [Some(line.sumber.clone()).filter(|sumber| !sumber.is_empty()), in_report].into_iter().flatten();
        let sumber = sumber.collect::<Vec<_>>().join("; ");
        let origin = match origin(&name_of_value, &line, &sumber) {
            Some((cell, kept)) => {
                self.kept.push(kept);
                cell
            }
            None => reasoned(&name_of_value, line.sebab.take(), sumber),
        };
        let cells =
            vec![text(line.code.to_owned()), text(line.label), tahun, line.value, text(line.satuan), text(line.rumus), origin];
        self.rows.push(DataRow { style, cells });
    }

    /// A line whose words, and not a figure, are worked out.
    pub fn words(&mut self, name: String, code: &str, tahun: Year, words: DataCell) {
        self.name(name, WORDS_COLUMN);
        let tahun = DataCell::Number { value: Decimal::from(tahun.0), format: CellFormat::Plain };
        self.rows.push(DataRow { style: RowStyle::Plain, cells: vec![DataCell::Text(code.to_owned()), words, tahun] });
    }

    /// A name for the cell in this column of the row that is about to be added.
    fn name(&mut self, name: String, column: u16) {
        let row = self.rows.len() as u32;
        self.names.push(NamedRange { name, first_row: row, last_row: row, first_column: column, last_column: column });
    }

    /// Makes room for texts that may come to stand among the values.
    pub fn may_hold<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        self.widest = texts.into_iter().map(digits_wide).fold(self.widest, usize::max);
    }

    /// Marks the lines of figures that findings cast doubt on, as the pages of a draft do.
    pub fn mark(&mut self, doubtful: &Doubtful) {
        for row in &mut self.rows {
            let [DataCell::Text(code), DataCell::Text(label), DataCell::Number { value: tahun, .. }, value, ..] =
                row.cells.as_mut_slice()
            else {
                continue;
            };
            let is_doubtful = doubtful.iter().any(|(own, year)| own == code && *tahun == Decimal::from(year.0));
            // A target is what the office set.
            if is_doubtful && !matches!(value, DataCell::Input { .. }) {
                label.push_str(words::DOUBTFUL);
            }
        }
    }

    /// The sheet of the report's year.
    pub fn sheet(mut self, tahun: Year) -> DataSheet {
        let leads = self.leads();
        let widths = column_widths(&self.rows, self.widest);
        let operands = self.list_operands();
        let column = |(at, (heading, width)): (usize, (&&str, f32))| {
            let value = at == usize::from(VALUE_COLUMN);
            DataColumn { heading: (*heading).to_owned(), width, wrap: !value, right: value, ..DataColumn::default() }
        };
        let mut sheet = DataSheet {
            name: words::CALCULATION_SHEET.to_owned(),
            title: vec![
                format!("{} {tahun}", words::CALCULATION_TITLE),
                words::CALCULATION_HINT.to_owned(),
                words::CALCULATION_LEGEND.to_owned(),
                words::CALCULATION_STATIC.to_owned(),
            ],
            columns: words::CALCULATION_COLUMNS.iter().zip(widths).enumerate().map(column).chain(operands.columns).collect(),
            above: vec![above()],
            rows: self.rows,
            names: self.names,
            protected: true,
            ..DataSheet::default()
        };
        let first = sheet.first_data_row();
        // A text that is pasted in a number's place stops no program: it turns red.
        let inputs = sheet
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| matches!(row.cells.get(usize::from(VALUE_COLUMN)), Some(DataCell::Input { .. })));
        let mut marks: Vec<Mark> = inputs
            .map(|(row, _)| {
                let row = first + row as u32;
                let cell = CellAddress::new(row, u32::from(VALUE_COLUMN));
                Mark {
                    first: (row, VALUE_COLUMN),
                    last: (row, VALUE_COLUMN),
                    when: format!("AND(ISTEXT({cell}),{cell}<>\"{}\")", words::NA),
                }
            })
            .collect();
        marks.extend(changed_marks(&sheet));
        sheet.marks = marks;
        let links = leads.into_iter().chain(operands.links);
        sheet.links = links.map(|link| Link { row: first + link.row, ..link }).collect();
        sheet
    }
}

impl Lines {
    /// Where clicks on the figures and on their years lead, by rows from 0.
    fn leads(&self) -> Vec<Link> {
        let behind = Behind::of(self);
        let mut links = Vec::with_capacity(self.links.len() * 2);
        for (row, to) in &self.links {
            links.push(Link { row: *row, column: VALUE_COLUMN, to: to.clone() });
            let data = behind.column(*row).map(str::to_owned);
            links.extend(data.map(|to| Link { row: *row, column: YEAR_COLUMN, to }));
        }
        links
    }
}

/// A value's digits where Excel does not keep them all.
fn shown_long(value: &DataCell) -> Option<String> {
    let (DataCell::Formula { result: Calculated::Number(value), format, .. }
    | DataCell::Number { value, format }
    | DataCell::Input { value: Calculated::Number(value), format }) = value
    else {
        return None;
    };
    let decimals = match format {
        CellFormat::Decimals(decimals) => u32::from(*decimals),
        CellFormat::AtLeast(_) | CellFormat::AsIs | CellFormat::Plain => value.normalize().scale(),
    };
    long(*value, decimals)
}

/// Every measure, indicator, target and capaian, asking `live` for every cell it shows.
pub fn calculation(
    profile: &Profile,
    plan: &Plan,
    evaluator: &Evaluator<'_>,
    figures: &Figures,
    live: &mut Workbook<'_, '_>,
) -> Lines {
    let mut rows = Lines::default();
    let indikator: Vec<&Indikator> = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).collect();
    let cells: Vec<Vec<(LiveCell, _)>> = figures
        .indikator
        .iter()
        .zip(&plan.indikator)
        .map(|(figure, (id, formula))| {
            let one = |tahun| (live.indicator(id, formula, tahun), live.why(formula, tahun));
            figure.years().map(|realisasi| realisasi.tahun).map(one).collect()
        })
        .collect();
    rows.may_hold(profile.capaian.predikat.iter().map(|predikat| predikat.label.as_str()));
    rows.may_hold(profile.ukuran.iter().flat_map(|ukuran| ukuran.skor.keys()).map(String::as_str));
    rows.section(words::SECTION_UKURAN);
    for (figure, cell, sebab) in measure_cells(figures, evaluator, live) {
        measure_line(&mut rows, profile, evaluator.dataset(), &figure, (cell, sebab));
    }
    rows.section(words::SECTION_INDIKATOR);
    for (((indikator, figure), cells), (_, formula)) in indikator.iter().zip(&figures.indikator).zip(cells).zip(&plan.indikator) {
        for (realisasi, (cell, sebab)) in figure.years().zip(cells) {
            let now = realisasi.tahun == figures.tahun;
            let line = Line {
                code: &indikator.id,
                label: indikator.nama.clone(),
                tahun: Some(realisasi.tahun),
                value: value_cell(&cell, CellFormat::Decimals(indikator.desimal as u8)),
                satuan: indikator.satuan.clone().unwrap_or_default(),
                rumus: indikator.rumus.text.clone(),
                sumber: if now { in_words(plan, indikator, formula).alternatif } else { String::new() },
                sebab,
            };
            let style = if now { RowStyle::Total } else { RowStyle::Plain };
            rows.line(cell.name, style, line);
            if let (Some(predikat), Some((ukuran, year))) = (&realisasi.predikat, formula.bare_measure()) {
                let measure = measure_name(ukuran, year.at(realisasi.tahun));
                let result = Calculated::Text(predikat.clone());
                let line = Line {
                    code: &indikator.id,
                    label: format!("{}: {}", words::REALISASI_PREDIKAT, indikator.nama),
                    tahun: Some(realisasi.tahun),
                    value: DataCell::Formula { formula: shown_predicate(&measure), result, format: CellFormat::AsIs },
                    satuan: String::new(),
                    rumus: String::new(),
                    sumber: String::new(),
                    sebab: None,
                };
                rows.line(capaian_name(REALISASI_NAME, &indikator.id, realisasi.tahun), RowStyle::Plain, line);
            }
        }
    }
    let planned = |(indikator, figure): (&&Indikator, &crate::indicator::Figure)| {
        figure.akhir.is_some() || awaits_target(figure) || figure.years().any(|one| indikator.target.contains_key(&one.tahun))
    };
    if indikator.iter().zip(&figures.indikator).any(planned) {
        rows.section(words::SECTION_TARGET);
        for (indikator, figure) in indikator.iter().zip(&figures.indikator) {
            targets(&mut rows, indikator, figure, figures.tahun);
        }
        rows.section(words::SECTION_CAPAIAN);
        for (indikator, figure) in indikator.iter().zip(&figures.indikator) {
            capaian_lines(&mut rows, profile, indikator, figure, figures.tahun);
        }
    }
    rows
}

pub(super) fn value_cell(cell: &LiveCell, format: CellFormat) -> DataCell {
    match (&cell.formula, &cell.result) {
        (Some(formula), found) => DataCell::Formula { formula: formula.clone(), result: result(found), format },
        (None, CellResult::Number(value)) => DataCell::Number { value: *value, format },
        (None, CellResult::Text(text)) => DataCell::Text(text.clone()),
    }
}

/// The name of an indicator's capaian, target and the like in the workbook:
/// `iku_1_1_2021_capaian`, which no measure's name can meet.
pub fn capaian_name(what: &str, id: &str, tahun: Year) -> String {
    format!("{}_{what}", indicator_name(id, tahun))
}

/// Every target that a figure is held against or a chart shows, as a number that may be changed.
fn targets(rows: &mut Lines, indikator: &Indikator, figure: &crate::indicator::Figure, tahun: Year) {
    let mut line = |name: String, label: &str, year: Year, value: Calculated| {
        let format = CellFormat::AtLeast(indikator.desimal as u8);
        let line = Line {
            code: &indikator.id,
            label: format!("{label}: {}", indikator.nama),
            tahun: Some(year),
            value: DataCell::Input { value, format },
            satuan: indikator.satuan.clone().unwrap_or_default(),
            rumus: String::new(),
            sumber: words::TARGET_ORIGIN.to_owned(),
            sebab: None,
        };
        rows.line(name, RowStyle::Plain, line);
    };
    for year in figure.lalu.iter().rev().map(|one| one.tahun) {
        let target = indikator
            .target
            .get(&year)
            .map_or_else(|| Calculated::Text(words::NA.to_owned()), |value| Calculated::Number(*value));
        line(capaian_name(TARGET_NAMES[0], &indikator.id, year), words::TARGET, year, target);
    }
    let target = match figure.target {
        Some(target) => figure.capaian.as_ref().map(|_| Calculated::Number(target)),
        // A number typed in its place is a target like any other.
        None => awaits_target(figure).then(|| Calculated::Text(words::NA.to_owned())),
    };
    if let Some(target) = target {
        line(capaian_name(TARGET_NAMES[0], &indikator.id, tahun), words::TARGET, tahun, target);
    }
    if let Some((year, target, _)) = &figure.akhir {
        line(capaian_name(AKHIR_NAMES[0], &indikator.id, *year), words::TARGET_AKHIR, *year, Calculated::Number(*target));
    }
}

/// What comes of a figure without a target.
pub const WITHOUT_TARGET: Capaian =
    Capaian { hasil: CapaianHasil::TidakAda(TanpaCapaian::TanpaTarget), tepat: None, dibatasi: None, predikat: None };

/// Whether the figure has no target and could be held against one.
pub fn awaits_target(figure: &crate::indicator::Figure) -> bool {
    figure.target.is_none()
}

fn capaian_lines(rows: &mut Lines, profile: &Profile, indikator: &Indikator, figure: &crate::indicator::Figure, tahun: Year) {
    let real = indicator_name(&indikator.id, tahun);
    let mut against = |what: [&'static str; 3], labels: [&str; 2], year: Year, capaian: &crate::indicator::Capaian| {
        let [target_name, capaian_name, clamped_name] = what.map(|what| capaian_name(what, &indikator.id, year));
        let line = |label: &str, value, satuan: &str, rumus: String| Line {
            code: &indikator.id,
            label: format!("{label}: {}", indikator.nama),
            tahun: Some(year),
            value,
            satuan: satuan.to_owned(),
            rumus,
            sumber: String::new(),
            sebab: None,
        };
        let (formula, rule) = capaian_formula(&real, &target_name, indikator.arah.unwrap_or(Arah::Naik), profile.capaian.turun);
        let found = match &capaian.hasil {
            CapaianHasil::Ok(value) => Calculated::Number(*value),
            CapaianHasil::TidakAda(_) => Calculated::Text(words::NA.to_owned()),
        };
        let format = CellFormat::Decimals(2);
        let value = DataCell::Formula { formula, result: found, format };
        rows.line(capaian_name.clone(), RowStyle::Plain, line(labels[0], value, "%", rule.into()));
        let mut counted = capaian_name.clone();
        if let Some((low, high)) = profile.capaian.batas {
            let formula = format!("IF(ISNUMBER({capaian_name}),MIN(MAX({capaian_name},{low}),{high}),\"{}\")", words::NA);
            let found = capaian.dibatasi.map_or(Calculated::Text(words::NA.to_owned()), Calculated::Number);
            let value = DataCell::Formula { formula, result: found, format };
            rows.line(clamped_name.clone(), RowStyle::Plain, line(labels[1], value, "%", words::limits(low, high)));
            counted = clamped_name;
        }
        if what == TARGET_NAMES && !profile.capaian.predikat.is_empty() {
            let name = self::capaian_name(PREDIKAT_NAME, &indikator.id, year);
            let value = predikat_cell(&profile.capaian.predikat, &counted, capaian);
            rows.line(name, RowStyle::Plain, line(words::PREDIKAT, value, "", words::cuts(&profile.capaian.predikat)));
        }
    };
    let awaited = awaits_target(figure).then_some(&WITHOUT_TARGET);
    if let Some(capaian) = figure.capaian.as_ref().filter(|_| figure.target.is_some()).or(awaited) {
        against(TARGET_NAMES, [words::CAPAIAN, words::CAPAIAN_DIBATASI], tahun, capaian);
    }
    if let Some((year, _, kemajuan)) = &figure.akhir {
        against(AKHIR_NAMES, [words::KEMAJUAN, words::KEMAJUAN_DIBATASI], *year, kemajuan);
    }
}

/// What the names of target, capaian and clamped capaian begin with.
pub const TARGET_NAMES: [&str; 3] = ["target", "capaian", "capaian_dibatasi"];
pub const PREDIKAT_NAME: &str = "predikat";
/// The realisasi of an indicator that is a predicate, by its text.
pub const REALISASI_NAME: &str = "realisasi";
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
    // A target of zero or below gives none by either rule, and a realisasi of zero or below none by `T/R`.
    let none = if divisor == target { format!("{target}<=0") } else { format!("OR({target}<=0,{divisor}<=0)") };
    (format!("IF(COUNT({real},{target})<2,\"{na}\",IF({none},\"{na}\",{body}))", na = words::NA), rule)
}
