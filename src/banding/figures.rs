//! Every figure of a state in one list, and those that differ between two.

use super::model::Angka;
use crate::dataset::Dataset;
use crate::formula::{Evaluator, Exact};
use crate::indicator::{self, Capaian, CapaianHasil, Figures, Known, Plan, counterparts};
use crate::profile::Profile;
use crate::report;
use crate::vocabulary::{Year, tampil};
use std::collections::BTreeMap;

/// A figure as it stands in one state.
#[derive(Clone, Debug)]
pub struct Standing {
    pub nama: String,
    pub tampil: Option<String>,
    /// Before any rounding; none where there is no number.
    pub exact: Option<Exact>,
}

/// What a figure is: of what, in which year, about what.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Which {
    /// Its place in the list.
    pub order: (u8, usize),
    pub id: String,
    pub tahun: Year,
    pub tentang: &'static str,
}

pub type All = BTreeMap<Which, Standing>;

/// The figures that a dataset gives.
pub fn of_dataset(profile: &Profile, plan: &Plan, dataset: &Dataset) -> All {
    let evaluator = Evaluator::new(dataset, &plan.measures);
    of(profile, &indicator::compute(profile, plan, &evaluator).value, &BTreeMap::new())
}

/// The figures of a report; `called` gives the ids that an indicator had before.
pub fn of(profile: &Profile, figures: &Figures, called: &BTreeMap<String, String>) -> All {
    let mut all = All::new();
    for figure in &figures.ukuran {
        let place = profile.ukuran.iter().position(|ukuran| ukuran.nama.text == figure.ukuran);
        let nama = place.map_or_else(String::new, |place| profile.ukuran[place].sebutan.clone());
        let which = Which { order: (1, place.unwrap_or(0)), id: figure.ukuran.clone(), tahun: figure.tahun, tentang: "ukuran" };
        let exact = figure.exact.clone();
        let shown = figure.predikat.clone().or_else(|| exact.as_ref().map(readable)).unwrap_or_else(|| without(&figure.outcome));
        all.insert(which, Standing { nama, tampil: Some(shown), exact });
    }
    let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
    for (place, (one, figure)) in indikator.zip(&figures.indikator).enumerate() {
        let id = called.get(&one.id).unwrap_or(&one.id);
        let mut put = |tahun, tentang, tampil: Option<String>, exact: Option<Exact>| {
            let which = Which { order: (0, place), id: id.clone(), tahun, tentang };
            all.insert(which, Standing { nama: one.nama.clone(), tampil, exact });
        };
        for past in figure.years() {
            put(past.tahun, "realisasi", Some(report::shown(past, one.desimal)), past.evaluated.exact.clone());
        }
        let tahun = figures.tahun;
        let target = figure.target;
        put(tahun, "target", target.map(|target| tampil(target, one.desimal_of(target))), target.map(Exact::from));
        let achieved = figure.capaian.as_ref().and_then(counted);
        put(tahun, "capaian", achieved.as_ref().and_then(|achieved| achieved.tampil(2)), achieved);
        put(tahun, "predikat", figure.capaian.as_ref().and_then(|capaian| capaian.predikat.clone()), None);
        let last = figure.akhir.as_ref();
        let shown = last.map(|(year, target, _)| format!("{} ({year})", tampil(*target, one.desimal_of(*target))));
        put(tahun, "target akhir", shown, last.map(|(_, target, _)| Exact::from(*target)));
        let progress = last.and_then(|(.., progress)| counted(progress));
        put(tahun, "kemajuan", progress.as_ref().and_then(|progress| progress.tampil(2)), progress);
    }
    all
}

/// The capaian that counts: within its bounds, before rounding.
fn counted(capaian: &Capaian) -> Option<Exact> {
    let CapaianHasil::Ok(value) = capaian.hasil else { return None };
    Some(capaian.counted().cloned().unwrap_or_else(|| Exact::from(capaian.dibatasi.unwrap_or(value))))
}

fn without(outcome: &crate::formula::Outcome) -> String {
    if outcome.is_no_data() { report::NA } else { report::TIDAK_DAPAT_DIHITUNG }.to_owned()
}

/// A number as people read it: whole where it ends within six decimals, else rounded there.
pub fn readable(value: &Exact) -> String {
    let ends = value.to_decimal().filter(|decimal| Exact::from(*decimal) == *value).map(|decimal| decimal.normalize());
    match ends {
        Some(decimal) if decimal.scale() <= 6 => tampil(decimal, decimal.scale()),
        _ => value.tampil(6).unwrap_or_else(|| value.text()),
    }
}

/// The same with its sign; one that six decimals do not show has more.
pub fn signed(value: &Exact) -> String {
    let rounded = readable(value);
    let is_nought = !value.is_zero() && !rounded.contains(|c: char| c.is_ascii_digit() && c != '0');
    let is_told = |places: &u32| value.tampil(*places).is_some_and(|text| text.contains(|c| ('1'..='9').contains(&c)));
    // One place more than the first that tells: alone it is rounded to twice of what it is, or half.
    let finer = || value.tampil((7..MOST_DECIMALS).find(is_told)? + 1);
    let shown = if is_nought { finer().unwrap_or_else(|| value.text()) } else { rounded };
    if value.is_negative() || value.is_zero() { shown } else { format!("+{shown}") }
}

/// No figure is shown with more.
const MOST_DECIMALS: u32 = 28;

/// The ids by which the indicators of `now` were known before.
pub fn called(before: &Profile, now: &Profile) -> BTreeMap<String, String> {
    let (old, new) = (known(before), known(now));
    let called = |(one, other): (&Known, Option<usize>)| {
        // An indicator that was not there before must not be taken for another's id.
        let id_before = other.map_or_else(|| format!("{} (baru)", one.id), |other| old[other].id.to_owned());
        (one.id.to_owned(), id_before)
    };
    new.iter().zip(counterparts(&new, &old)).map(called).collect()
}

fn known(profile: &Profile) -> Vec<Known<'_>> {
    let all = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
    all.map(|one| Known { id: &one.id, nama: &one.nama, rumus: &one.rumus.text }).collect()
}

/// The figures that differ, without what moved them.
pub fn moved(before: &All, now: &All) -> Vec<(Which, Angka)> {
    let key = |which: &Which| (which.id.clone(), which.tahun, which.tentang);
    let old: BTreeMap<_, &Standing> = before.iter().map(|(which, standing)| (key(which), standing)).collect();
    let new: BTreeMap<_, &Standing> = now.iter().map(|(which, standing)| (key(which), standing)).collect();
    let gone = before.keys().filter(|which| !new.contains_key(&key(which)));
    let mut rows = Vec::new();
    for which in now.keys().chain(gone) {
        let (semula, menjadi) = (old.get(&key(which)), new.get(&key(which)));
        let shown = |one: Option<&&Standing>| one.and_then(|one| one.tampil.clone());
        let exact = |one: Option<&&Standing>| one.and_then(|one| one.exact.clone());
        if shown(semula) == shown(menjadi) && exact(semula) == exact(menjadi) {
            continue;
        }
        let selisih = exact(semula).zip(exact(menjadi)).map(|(semula, menjadi)| menjadi.subtract(&semula));
        let nama = menjadi.or(semula).map(|one| one.nama.clone()).unwrap_or_default();
        let angka = Angka {
            id: which.id.clone(),
            nama,
            tahun: which.tahun.0,
            tentang: which.tentang,
            semula: shown(semula),
            menjadi: shown(menjadi),
            selisih: selisih.as_ref().map(Exact::text),
            selisih_tampil: selisih.as_ref().map(signed),
            kontribusi: Vec::new(),
        };
        rows.push((which.clone(), angka));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    #[test]
    fn a_small_difference_has_as_many_decimals_as_it_takes() {
        for (value, shown) in [("0.00000005", "+0,00000005"), ("-0.00000005", "-0,00000005"), ("1.5", "+1,5"), ("0", "0")] {
            assert_eq!(signed(&Exact::from(value.parse::<Decimal>().unwrap())), shown);
        }
    }
}
