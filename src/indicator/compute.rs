//! The figures themselves.

use super::capaian::capaian;
use super::conditions::unmet;
use super::plan::shown_years;
use super::scale::unfiltered;
use super::slips::odd_formulas;
use super::stale::stale;
use super::{Figure, Figures, Plan, Realisasi};
use crate::diagnostic::{Checked, Kurang, TahunTidakAda, Temuan, TetapanBerbeda};
use crate::formula::{Evaluator, Formula, MeasureFigure, Origin, Outcome, Reason};
use crate::profile::{Arah, Indikator, Profile};
use crate::vocabulary::{At, Year};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The name the profile goes by in findings.
pub const PROFILE_FILE: &str = "iku.toml";

/// Computes every indicator in the report year and the years shown before it.
pub fn compute(profile: &Profile, plan: &Plan, evaluator: &Evaluator<'_>) -> Checked<Figures> {
    let mut used = BTreeSet::new();
    let indikator: Vec<Figure> = profile
        .sasaran
        .iter()
        .flat_map(|sasaran| &sasaran.indikator)
        .zip(&plan.indikator)
        .map(|(indikator, (_, formula))| figure(profile, plan.tahun, indikator, formula, evaluator, &mut used))
        .collect();
    let ukuran = in_profile_order(profile, used, evaluator);
    let mut temuan: Vec<Temuan> = ukuran.iter().filter_map(|figure| differing_tetapan(figure)).collect();
    temuan.extend(without_tetapan(&indikator));
    temuan.extend(unfiltered(profile, plan, evaluator.dataset(), &ukuran));
    temuan.extend(unmet(profile, plan, evaluator.dataset(), &ukuran));
    temuan.extend(odd_formulas(profile, plan, &ukuran));
    temuan.extend(stale(profile, plan.tahun));
    Checked::new(
        Figures { tahun: plan.tahun, indikator, ukuran: ukuran.iter().map(|figure| (**figure).clone()).collect() },
        temuan,
    )
}

type Used = BTreeSet<(String, Year)>;

fn figure(
    profile: &Profile,
    tahun: Year,
    indikator: &Indikator,
    formula: &Formula,
    evaluator: &Evaluator<'_>,
    used: &mut Used,
) -> Figure {
    let mut years = shown_years(profile, tahun).map(|year| realise(formula, year, evaluator, used));
    // `tampil_tahun` is at least 1, so the report year is always there.
    let realisasi = years.next().unwrap_or_else(|| realise(formula, tahun, evaluator, &mut Used::new()));
    let lalu = years.collect();
    // The figure itself decides whether there is one; the fraction behind it is not rounded.
    let exact = realisasi.evaluated.outcome.number().and(realisasi.evaluated.exact.clone());
    let target = indikator.target.get(&tahun).copied();
    let against = |target| capaian(exact.as_ref(), target, indikator.arah.unwrap_or(Arah::Naik), &profile.capaian);
    let akhir = indikator.target_akhir.iter().next_back().map(|(year, value)| (*year, *value, against(Some(*value))));
    let capaian = target.map(|target| against(Some(target)));
    Figure { id: indikator.id.clone(), realisasi, lalu, target, capaian, akhir }
}

fn realise(formula: &Formula, tahun: Year, evaluator: &Evaluator<'_>, used: &mut Used) -> Realisasi {
    let evaluated = evaluator.formula(formula, tahun);
    let predikat = formula.bare_measure().and_then(|(ukuran, year)| evaluator.measure(ukuran, year.at(tahun)).predikat.clone());
    for operand in &evaluated.trace.operands {
        note_used(&operand.ukuran, operand.tahun, evaluator, used);
    }
    Realisasi { tahun, evaluated, predikat }
}

/// A measure and all measures it rests on in turn.
fn note_used(ukuran: &str, tahun: Year, evaluator: &Evaluator<'_>, used: &mut Used) {
    if !used.insert((ukuran.to_owned(), tahun)) {
        return;
    }
    if let Some(data) = &evaluator.measure(ukuran, tahun).data {
        for operand in &data.trace.operands {
            note_used(&operand.ukuran, operand.tahun, evaluator, used);
        }
    }
}

fn in_profile_order(profile: &Profile, used: Used, evaluator: &Evaluator<'_>) -> Vec<Arc<MeasureFigure>> {
    let of_measure =
        |nama: &str| -> Vec<Year> { used.iter().filter(|(name, _)| name == nama).map(|(_, year)| *year).rev().collect() };
    profile
        .ukuran
        .iter()
        .flat_map(|ukuran| of_measure(&ukuran.nama.text).into_iter().map(move |year| (ukuran, year)))
        .map(|(ukuran, year)| evaluator.measure(&ukuran.nama.text, year))
        .collect()
}

/// The figures from outside that the report year's indicators need and nobody has filled in.
fn without_tetapan(indikator: &[Figure]) -> Vec<Temuan> {
    let mut lacking: BTreeMap<(&str, Year), Vec<String>> = BTreeMap::new();
    for figure in indikator {
        let Outcome::Undefined(reason) = &figure.realisasi.evaluated.outcome else { continue };
        if let Reason::NoTetapan { ukuran, tahun } = reason.root() {
            lacking.entry((ukuran, *tahun)).or_default().push(figure.id.clone());
        }
    }
    let told = |((ukuran, tahun), untuk): ((&str, Year), Vec<String>)| {
        let apa = Kurang::Tetapan(ukuran.to_owned());
        Temuan::new(At::file(PROFILE_FILE), TahunTidakAda { apa, tahun, untuk, kosong: false, mirip: None })
    };
    lacking.into_iter().map(told).collect()
}

fn differing_tetapan(figure: &MeasureFigure) -> Option<Temuan> {
    let (tetapan, data) = figure.berbeda()?;
    let fakta = TetapanBerbeda {
        ukuran: figure.ukuran.clone(),
        tahun: figure.tahun,
        tetapan,
        data,
        dipakai_tetapan: figure.origin == Origin::Tetapan,
    };
    Some(Temuan::new(At::file(PROFILE_FILE), fakta))
}
