//! All offices as one: the indicator's own formula over the measures added up,
//! never an average of the offices' figures.

use super::additive::adds_up;
use super::matching::{Golongan, Laporan};
use super::model::{Gabungan, OperanRekap};
use super::operands::{exact, sum, value};
use super::words_id as words;
use crate::dataset::Dataset;
use crate::deliver::Status;
use crate::formula::{Evaluator, Formula, MeasureDef, Outcome, direct_needs};
use crate::profile::Score;
use crate::report;
use crate::vocabulary::{Year, exact_text, tampil};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The figure of all offices of a group in a year, shown with so many decimals.
pub fn total(group: &Golongan<'_>, laporan: &[Laporan<'_>], tahun: Year, decimals: u32) -> Gabungan {
    let none = |sebab: String| Gabungan {
        tahun: tahun.0,
        tampil: words::NOT_ADDED.to_owned(),
        nilai: None,
        sebab: Some(sebab),
        kantor: 0,
        tanpa: Vec::new(),
        operan: Vec::new(),
    };
    let Some(formula) = group.formula() else { return none(words::UNREADABLE_FORMULA.to_owned()) };
    let Some((first, _)) = group.members.first() else { return none(words::NO_OFFICE.to_owned()) };
    let measure = |name: &str| laporan[*first].formula(name);
    let needs = direct_needs(formula, tahun);
    if !needs.tables.is_empty() {
        if adds_up(formula, &measure) {
            return summed(group, laporan, tahun, decimals);
        }
        return none(words::STRAIGHT_FROM_DATA.to_owned());
    }
    let stubborn =
        needs.ukuran.iter().map(|(name, _)| name).find(|name| !measure(name).is_some_and(|own| adds_up(own, &measure)));
    if let Some(name) = stubborn {
        return none(words::measure_does_not_add_up(name, measure(name).map(|formula| formula.text.as_str())));
    }
    let operands: Vec<(String, Year)> = needs.ukuran.into_iter().collect();
    let mut counted: Vec<Vec<Decimal>> = Vec::new();
    let mut lacking = Vec::new();
    for (index, _) in &group.members {
        let values: Option<Vec<Decimal>> = operands.iter().map(|(name, year)| value(&laporan[*index], name, year.0)).collect();
        match values {
            Some(values) => counted.push(values),
            None => lacking.push(laporan[*index].kantor.clone()),
        }
    }
    if counted.is_empty() {
        return Gabungan { tampil: report::NA.to_owned(), tanpa: lacking, ..none(words::NO_OFFICE.to_owned()) };
    }
    let sums: Option<Vec<Decimal>> = (0..operands.len()).map(|place| sum(counted.iter().map(|values| values[place]))).collect();
    let Some(sums) = sums else { return none(words::TOO_LARGE.to_owned()) };
    let operan = operands.iter().zip(&sums).map(|((name, year), sum)| OperanRekap {
        ukuran: name.clone(),
        tahun: year.0,
        nilai: exact_text(*sum),
        tampil: tampil(*sum, sum.normalize().scale()),
    });
    let own = Gabungan { kantor: counted.len(), tanpa: lacking, operan: operan.collect(), ..none(String::new()) };
    evaluated(formula, (tahun, decimals), (&operands, &sums), &measure, own)
}

/// The formula over the sums, as if they were one office's measures.
fn evaluated<'f>(
    formula: &Formula,
    (tahun, decimals): (Year, u32),
    (operands, sums): (&[(String, Year)], &[Decimal]),
    of_measure: &dyn Fn(&str) -> Option<&'f Formula>,
    own: Gabungan,
) -> Gabungan {
    let mut measures: BTreeMap<String, MeasureDef> = BTreeMap::new();
    for ((name, year), sum) in operands.iter().zip(sums) {
        measures
            .entry(name.clone())
            .or_insert_with(|| summed_measure(name, of_measure(name)))
            .tetapan
            .insert(*year, Score::Number(*sum));
    }
    let dataset = Dataset::default();
    let figure = Evaluator::new(&dataset, &measures).formula(formula, tahun);
    match &figure.outcome {
        Outcome::Number(value) => Gabungan {
            tampil: report::rounded(*value, figure.exact.as_ref(), decimals),
            nilai: figure.nilai(),
            sebab: None,
            ..own
        },
        Outcome::Undefined(reason) => {
            Gabungan { tampil: report::TIDAK_DAPAT_DIHITUNG.to_owned(), sebab: Some(reason.words()), ..own }
        }
    }
}

/// What a formula gives over measures of these values, as exactly as records tell it; none where it gives no number.
pub fn over<'f>(
    formula: &Formula,
    tahun: Year,
    (operands, values): (&[(String, Year)], &[Decimal]),
    of_measure: &dyn Fn(&str) -> Option<&'f Formula>,
) -> Option<String> {
    let own = Gabungan {
        tahun: tahun.0,
        tampil: String::new(),
        nilai: None,
        sebab: None,
        kantor: 1,
        tanpa: Vec::new(),
        operan: Vec::new(),
    };
    evaluated(formula, (tahun, 0), (operands, values), of_measure, own).nilai
}

/// A measure whose figures are given; what its formula says is known of them.
fn summed_measure(name: &str, rumus: Option<&Formula>) -> MeasureDef {
    let (rumus, sebutan, tetapan) = (rumus.cloned(), name.to_owned(), BTreeMap::new());
    MeasureDef { rumus, sebutan, tetapan, utamakan_tetapan: true, is_summed: true }
}

/// An indicator that is itself a sum or a count: the offices' figures added up.
fn summed(group: &Golongan<'_>, laporan: &[Laporan<'_>], tahun: Year, decimals: u32) -> Gabungan {
    let mut values = Vec::new();
    let mut lacking = Vec::new();
    for (index, own) in &group.members {
        let (status, nilai) = if own.tahun == tahun.0 {
            (own.status, own.nilai.as_deref())
        } else {
            own.lalu
                .iter()
                .find(|past| past.tahun == tahun.0)
                .map_or((Status::TidakAda, None), |past| (past.status, past.nilai.as_deref()))
        };
        match nilai.and_then(exact).filter(|_| status == Status::Ok) {
            Some(value) => values.push(value),
            None => lacking.push(laporan[*index].kantor.clone()),
        }
    }
    let kantor = values.len();
    let total = sum(values).filter(|_| kantor > 0);
    Gabungan {
        tahun: tahun.0,
        tampil: total.map_or_else(|| report::NA.to_owned(), |total| tampil(total, decimals)),
        nilai: total.map(exact_text),
        sebab: total.is_none().then(|| if kantor == 0 { words::NO_OFFICE } else { words::TOO_LARGE }.to_owned()),
        kantor,
        tanpa: lacking,
        operan: Vec::new(),
    }
}
