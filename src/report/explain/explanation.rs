//! An indicator's figure: its arithmetic, its capaian, and all it rests on.

use super::cells;
use super::model::{CapaianExplained, Explanation, MeasureExplained, OriginExplained};
use super::steps::{steps, substituted};
use crate::formula::{MeasureFigure, Origin, Outcome, phrase, print_with_unit};
use crate::indicator::{Capaian, CapaianHasil, Figure};
use crate::profile::{Arah, Indikator, Profile, Score};
use crate::report::build::Inputs;
use crate::report::{figures, words_id as words};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

/// The figure of the indicator with this id in the report year; none where
/// there is no such indicator. `all`: every cell, not the largest alone.
pub fn explain(inputs: &Inputs<'_>, id: &str, all: bool) -> Option<Explanation> {
    let Inputs { profile, plan, evaluator, figures, .. } = *inputs;
    let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).find(|indikator| indikator.id == id)?;
    let figure = figures.indikator.iter().find(|figure| figure.id == id)?;
    let (_, formula) = plan.indikator.iter().find(|(known, _)| known == id)?;
    let evaluated = &figure.realisasi.evaluated;
    let words = print_with_unit(formula, indikator.satuan.as_deref(), &mut |operand| phrase(operand, plan.nouns()));
    Some(Explanation {
        id: id.to_owned(),
        nama: indikator.nama.clone(),
        tahun: figures.tahun.0,
        satuan: indikator.satuan.clone(),
        dalam_kata: words.linear(),
        rumus: indikator.rumus.text.clone(),
        substitusi: substituted(evaluator, &formula.root, figures.tahun, indikator.satuan.as_deref()),
        langkah: steps(evaluator, formula, figures.tahun),
        tepat: evaluated.outcome.number().map(words::short),
        nilai: evaluated.nilai(),
        tampil: figures::shown(&figure.realisasi, indikator.desimal),
        desimal: indikator.desimal,
        sebab: evaluated.outcome.reason().map(|reason| reason.words()),
        capaian: figure
            .target
            .zip(figure.capaian.as_ref())
            .map(|(target, capaian)| capaian_explained(profile, indikator, figure, figures.tahun, target, capaian)),
        kemajuan: figure
            .akhir
            .as_ref()
            .map(|(year, target, kemajuan)| capaian_explained(profile, indikator, figure, *year, *target, kemajuan)),
        agregat: evaluated
            .trace
            .aggregates
            .iter()
            .map(|trace| cells::explained(inputs.dataset, plan.nouns(), &formula.root, trace, all))
            .collect(),
        ukuran: measures(inputs, figure, all),
    })
}

fn capaian_explained(
    profile: &Profile,
    indikator: &Indikator,
    figure: &Figure,
    tahun: Year,
    target: Decimal,
    capaian: &Capaian,
) -> CapaianExplained {
    let (tampil, sebab) = match &capaian.hasil {
        CapaianHasil::Ok(value) => (Some(figures::rounded(*value, capaian.tepat.as_ref(), 2)), None),
        CapaianHasil::TidakAda(why) => (None, Some(words::without_capaian(*why).to_owned())),
    };
    let dibatasi =
        profile.capaian.batas.zip(capaian.dibatasi).map(|((low, high), clamped)| {
            (words::short(low), words::short(high), figures::rounded(clamped, capaian.counted(), 2))
        });
    CapaianExplained {
        tahun: tahun.0,
        arah: indikator.arah.unwrap_or(Arah::Naik),
        turun: profile.capaian.turun,
        realisasi: match &figure.realisasi.evaluated.outcome {
            Outcome::Number(value) => words::short(*value),
            undefined => figures::without_figure(undefined),
        },
        target: words::short(target),
        tampil,
        sebab,
        dibatasi,
        predikat: capaian.predikat.clone(),
    }
}

/// Every measure that the figure rests on, in the order it is met, each once.
fn measures(inputs: &Inputs<'_>, figure: &Figure, all: bool) -> Vec<MeasureExplained> {
    let mut waiting: Vec<(String, Year)> =
        figure.realisasi.evaluated.trace.operands.iter().rev().map(|one| (one.ukuran.clone(), one.tahun)).collect();
    let mut seen = std::collections::BTreeSet::new();
    let mut explained = Vec::new();
    while let Some((ukuran, tahun)) = waiting.pop() {
        if !seen.insert((ukuran.clone(), tahun)) {
            continue;
        }
        let known = inputs.evaluator.measure(&ukuran, tahun);
        if let Some(data) = known.data.as_ref().filter(|_| known.origin == Origin::Data) {
            waiting.extend(data.trace.operands.iter().rev().map(|one| (one.ukuran.clone(), one.tahun)));
        }
        explained.extend(measure(inputs, &known, all));
    }
    explained
}

fn measure(inputs: &Inputs<'_>, figure: &MeasureFigure, all: bool) -> Option<MeasureExplained> {
    let ukuran = inputs.profile.ukuran.iter().find(|ukuran| ukuran.nama.text == figure.ukuran)?;
    let formula = inputs.plan.measures.get(&figure.ukuran).and_then(|definition| definition.rumus.as_ref());
    let from_data = figure.origin == Origin::Data;
    let data = figure.data.as_ref().zip(formula).filter(|_| from_data);
    let other = figure.berbeda();
    let asal = if from_data {
        OriginExplained::Data { lain: other.map(|(tetapan, _)| (words::short(tetapan), ukuran.asal.clone())) }
    } else {
        OriginExplained::Tetapan { asal: ukuran.asal.clone(), data: other.map(|(_, data)| words::short(data)) }
    };
    Some(MeasureExplained {
        nama: figure.ukuran.clone(),
        sebutan: ukuran.sebutan.clone(),
        tahun: figure.tahun.0,
        satuan: ukuran.satuan.clone(),
        rumus: ukuran.rumus.as_ref().map(|rumus| rumus.text.clone()),
        tampil: match (&figure.outcome, &figure.tetapan) {
            (Outcome::Number(value), Some(Score::Predicate { text, .. })) if !from_data => {
                format!("{text} ({})", words::short(*value))
            }
            (Outcome::Number(value), _) => words::short(*value),
            (undefined, _) => figures::without_figure(undefined),
        },
        sebab: figure.outcome.reason().map(|reason| reason.words()),
        asal,
        langkah: data.map(|(_, formula)| steps(inputs.evaluator, formula, figure.tahun)).unwrap_or_default(),
        agregat: data
            .map(|(data, formula)| {
                let explained = |trace| cells::explained(inputs.dataset, inputs.plan.nouns(), &formula.root, trace, all);
                data.trace.aggregates.iter().map(explained).collect()
            })
            .unwrap_or_default(),
    })
}
