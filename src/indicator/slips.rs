//! What the profile's formulas seem to have wrong.

use super::{PROFILE_FILE, Plan, shown_years};
use crate::diagnostic::{RumusJanggal, SebabJanggal, Temuan};
use crate::formula::{Formula, MeasureFigure, Named, Origin, Slip, Stated, has_date_of, slips};
use crate::profile::{Arah, Profile, Ukuran};
use crate::text::label::words;
use crate::vocabulary::{At, Year};
use std::collections::BTreeSet;
use std::sync::Arc;

/// One finding for each slip of each formula; `figures` are the measures that were used, in which years.
pub(super) fn odd_formulas(profile: &Profile, plan: &Plan, figures: &[Arc<MeasureFigure>]) -> Vec<Temuan> {
    let unit =
        |name: &str| profile.ukuran.iter().find(|ukuran| ukuran.nama.text == name).and_then(|ukuran| ukuran.satuan.as_deref());
    let named = |name: &str| {
        let measure = plan.measures.get(name)?;
        Some(Named { formula: measure.rumus.as_ref(), is_percent: is_percent(unit(name)) })
    };
    let told = |formula: &Formula, stated: Stated, milik: String, years: BTreeSet<Year>| -> Vec<Temuan> {
        let cause = |slip| match slip {
            Slip::WithoutHundred => SebabJanggal::TanpaSeratus,
            Slip::OverOwnYear => SebabJanggal::DibagiTahunSendiri,
            Slip::Backwards => SebabJanggal::Terbalik,
        };
        let fixed = has_date_of(formula, &years).then_some(SebabJanggal::TanggalTetap);
        let causes = slips(formula, stated, &named).into_iter().map(cause).chain(fixed);
        let of = |sebab| RumusJanggal { milik: milik.clone(), rumus: formula.text.clone(), sebab };
        causes.map(|sebab| Temuan::new(At::file(PROFILE_FILE), of(sebab))).collect()
    };
    let used = |nama: &str| -> BTreeSet<Year> {
        let from_data = figures.iter().filter(|figure| figure.ukuran == nama && figure.origin == Origin::Data);
        from_data.map(|figure| figure.tahun).collect()
    };
    let shown: BTreeSet<Year> = shown_years(profile, plan.tahun).collect();
    let of_measure = |ukuran: &Ukuran| {
        let formula = plan.measures.get(&ukuran.nama.text).and_then(|measure| measure.rumus.as_ref());
        let nama = &ukuran.nama.text;
        let stated = Stated { is_percent: is_percent(ukuran.satuan.as_deref()), is_growth: is_growth(&ukuran.sebutan) };
        formula.map(|formula| told(formula, stated, format!("ukuran {nama}"), used(nama)))
    };
    let measures = profile.ukuran.iter().filter_map(of_measure).flatten();
    let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).zip(&plan.indikator);
    let indikator = indikator.flat_map(|(one, (id, formula))| {
        let is_growth = one.arah != Some(Arah::Turun) && is_growth(&one.nama);
        let stated = Stated { is_percent: is_percent(one.satuan.as_deref()), is_growth };
        told(formula, stated, format!("indikator {id}"), shown.clone())
    });
    measures.chain(indikator).collect()
}

/// Whether a name says how much more something became.
fn is_growth(nama: &str) -> bool {
    const MORE: [&str; 6] = ["pertumbuhan", "peningkatan", "kenaikan", "pertambahan", "penambahan", "meningkatnya"];
    const LESS: [&str; 6] = ["penurunan", "turun", "pengurangan", "berkurang", "berkurangnya", "menurunnya"];
    let words = words(nama);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has(&MORE) && !has(&LESS)
}

/// Whether a unit is a hundredth.
fn is_percent(satuan: Option<&str>) -> bool {
    satuan.is_some_and(|satuan| matches!(satuan.trim().to_lowercase().as_str(), "%" | "persen" | "prosen" | "persentase"))
}
