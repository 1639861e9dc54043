//! The part `perhitungan`: the substitution of each figure, and the operands it rests on.

use super::Doubtful;
use super::form::{formula_page, in_words};
use crate::dataset::Dataset;
use crate::formula::{
    AggregateTrace, Evaluator, Formula, MeasureFigure, Operand, OperandTrace, Origin, YearRef, phrase, print_with_unit,
    year_words,
};
use crate::indicator::{Figure, Figures, Plan};
use crate::profile::{Indikator, Profile, Ukuran};
use crate::report::figures::{self, Named};
use crate::report::model::{FigurePage, FormulaPage, OperandRow, PerhitunganPage};
use crate::report::{sources, words_id as words};

pub fn perhitungan(
    (profile, plan): (&Profile, &Plan),
    evaluator: &Evaluator<'_>,
    figures: &Figures,
    named: &mut Named,
    doubtful: &Doubtful,
) -> Vec<PerhitunganPage> {
    let dataset = evaluator.dataset();
    let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
    let mut pages = Vec::new();
    for ((indikator, figure), (_, formula)) in indikator.zip(&figures.indikator).zip(&plan.indikator) {
        let operan = Operands { profile, plan, dataset, figures }.of(figure, formula, named, doubtful);
        let mut hasil = figures::indicator(named, &indikator.id, indikator.desimal, &figure.realisasi);
        hasil.ragu = doubtful.contains(&(indikator.id.clone(), figures.tahun));
        let exact = figure.realisasi.evaluated.outcome.number();
        pages.push(PerhitunganPage {
            id: indikator.id.clone(),
            nama: indikator.nama.clone(),
            rumus: in_words(plan, indikator, formula),
            substitusi: substitution(indikator, figure, evaluator, formula),
            tepat: exact.filter(|value| (indikator.desimal + 1..=8).contains(&value.normalize().scale())).map(words::short),
            satuan: if exact.is_some() && figure.realisasi.predikat.is_none() {
                indikator.satuan.clone().unwrap_or_default()
            } else {
                String::new()
            },
            hasil,
            operan,
        });
    }
    pages
}

/// The formula with its figures in it, in the same shape; those of an IF's other branch too.
fn substitution(indikator: &Indikator, figure: &Figure, evaluator: &Evaluator<'_>, formula: &Formula) -> FormulaPage {
    let trace = &figure.realisasi.evaluated.trace;
    let now = figure.realisasi.tahun;
    let printed = print_with_unit(formula, indikator.satuan.as_deref(), &mut |operand| match operand {
        Operand::Ukuran { nama, tahun } => {
            let known = evaluator.measure(nama, tahun.at(now));
            figures::inline(&known.outcome, known.exact.as_ref())
        }
        Operand::Agregat(node, _) => match trace.aggregates.iter().find(|known| known.span == node.span) {
            Some(known) => figures::inline(&known.outcome, known.exact.as_ref()),
            None => {
                let alone = Formula { text: String::new(), root: node.clone() };
                let other = evaluator.formula(&alone, now);
                figures::inline(&other.outcome, other.exact.as_ref())
            }
        },
    });
    formula_page(&printed)
}

/// What the operands of an indicator are told from.
struct Operands<'a> {
    profile: &'a Profile,
    plan: &'a Plan,
    dataset: &'a Dataset,
    figures: &'a Figures,
}

impl Operands<'_> {
    fn of(&self, figure: &Figure, formula: &Formula, named: &mut Named, doubtful: &Doubtful) -> Vec<OperandRow> {
        let Self { profile, plan, dataset, figures } = *self;
        let trace = &figure.realisasi.evaluated.trace;
        let mut rows = Vec::new();
        for known in rested_on(figures, figure) {
            let Some(ukuran) = profile.ukuran.iter().find(|ukuran| ukuran.nama.text == known.ukuran) else { continue };
            let mut nilai = figures::measure(named, known);
            nilai.ragu = doubtful.contains(&(known.ukuran.clone(), known.tahun));
            rows.push(OperandRow {
                sebutan: ukuran.sebutan.clone(),
                tahun: known.tahun.0,
                nilai,
                satuan: ukuran.satuan.clone().unwrap_or_default(),
                rumus: ukuran.rumus.as_ref().map(|rumus| rumus.text.clone()).unwrap_or_default(),
                sumber: measure_sources(dataset, ukuran, known),
                sel: cells(known),
            });
        }
        for aggregate in &trace.aggregates {
            rows.push(OperandRow {
                sebutan: own_words(plan, formula, aggregate),
                tahun: aggregate.tahun.0,
                nilai: FigurePage {
                    ragu: doubtful.contains(&(figure.id.clone(), figures.tahun)),
                    ..figures::none(&figures::inline(&aggregate.outcome, aggregate.exact.as_ref()), None)
                },
                satuan: String::new(),
                rumus: formula.text.get(aggregate.span.clone()).unwrap_or(aggregate.fungsi.name()).to_owned(),
                sumber: sources::ranges(dataset, aggregate),
                sel: words::whole(aggregate.jumlah_sel),
            });
        }
        rows
    }
}

/// What an aggregate that stands in the indicator's own formula is called: `jumlah koperasi aktif`.
fn own_words(plan: &Plan, formula: &Formula, trace: &AggregateTrace) -> String {
    let mut found = None;
    print_with_unit(formula, None, &mut |operand| {
        if let Operand::Agregat(node, _) = operand
            && node.span == trace.span
        {
            found = Some(phrase(operand, plan.nouns()));
        }
        String::new()
    });
    let words = found.unwrap_or_else(|| trace.fungsi.name().to_owned());
    // The year stands in a column of its own.
    words.strip_suffix(&format!(" {}", year_words(YearRef::Back(0)))).unwrap_or(&words).to_owned()
}

/// The measures in a figure's formula, then those that they rest on in turn, each once.
fn rested_on<'f>(figures: &'f Figures, figure: &'f Figure) -> Vec<&'f MeasureFigure> {
    let mut found: Vec<&MeasureFigure> = Vec::new();
    let take = |operands: &[OperandTrace], found: &mut Vec<&'f MeasureFigure>| {
        for operand in operands {
            let is_this = |known: &&MeasureFigure| known.ukuran == operand.ukuran && known.tahun == operand.tahun;
            if !found.iter().any(is_this) {
                found.extend(figures.ukuran.iter().find(is_this));
            }
        }
    };
    take(&figure.realisasi.evaluated.trace.operands, &mut found);
    let mut at = 0;
    while let Some(known) = found.get(at).copied() {
        if let Some(data) = known.data.as_ref().filter(|_| known.origin == Origin::Data) {
            take(&data.trace.operands, &mut found);
        }
        at += 1;
    }
    found
}

fn cells(figure: &MeasureFigure) -> String {
    match (&figure.data, figure.origin) {
        // A measure upon measures has no cells of its own.
        (Some(data), Origin::Data) if !data.trace.aggregates.is_empty() => words::whole(data.trace.jumlah_sel()),
        _ => String::new(),
    }
}

/// The cells a measure was read from, or where its fixed value comes from.
pub fn measure_sources(dataset: &Dataset, ukuran: &Ukuran, figure: &MeasureFigure) -> Vec<String> {
    told_sources(ukuran, figure, |trace| sources::ranges(dataset, trace))
}

/// The same by columns, for a sheet whose data may grow.
pub fn measure_columns(dataset: &Dataset, ukuran: &Ukuran, figure: &MeasureFigure) -> Vec<String> {
    told_sources(ukuran, figure, |trace| sources::columns(dataset, trace))
}

/// The columns that a measure's figure by the data was read from, whichever value stands.
pub fn data_columns(dataset: &Dataset, figure: &MeasureFigure) -> Vec<String> {
    let aggregates = figure.data.iter().flat_map(|data| &data.trace.aggregates);
    aggregates.flat_map(|trace| sources::columns(dataset, trace)).collect()
}

fn told_sources(ukuran: &Ukuran, figure: &MeasureFigure, of: impl Fn(&AggregateTrace) -> Vec<String>) -> Vec<String> {
    match (&figure.data, figure.origin) {
        (Some(data), Origin::Data) => data.trace.aggregates.iter().flat_map(of).collect(),
        (_, Origin::Tetapan) if figure.outcome.number().is_some() => vec![words::fixed(ukuran.asal.as_deref())],
        _ => Vec::new(),
    }
}
