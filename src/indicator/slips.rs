//! What the profile's formulas seem to have wrong.

use super::dimension::{is_bare_share, is_money, mismatch, unlike};
use super::{PROFILE_FILE, Plan, shown_years};
use crate::diagnostic::{LompatanSatuan, RumusJanggal, SebabJanggal, Temuan};
use crate::formula::{Formula, MeasureFigure, Named, Origin, Slip, Stated, has_date_of, slips};
use crate::profile::{Arah, CapaianRule, Indikator, Profile, Ukuran};
use crate::text::label::words;
use crate::vocabulary::{At, Year};
use rust_decimal::Decimal;
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
    let told =
        |formula: &Formula, (stated, satuan): (Stated, Option<&str>), milik: String, years: BTreeSet<Year>| -> Vec<Temuan> {
            let cause = |slip| match slip {
                Slip::WithoutHundred => SebabJanggal::TanpaSeratus,
                Slip::OverOwnYear => SebabJanggal::DibagiTahunSendiri,
                Slip::Backwards => SebabJanggal::Terbalik,
                Slip::NotLessBefore => SebabJanggal::TanpaSelisih,
                Slip::Twice => SebabJanggal::DuaKali,
                Slip::Never => SebabJanggal::TakMungkin,
            };
            let fixed = has_date_of(formula, &years).then_some(SebabJanggal::TanggalTetap);
            let of_unit = unlike(profile, plan, &formula.root)
                .or_else(|| satuan.and_then(|satuan| mismatch(profile, plan, &formula.root, satuan)));
            let causes = slips(formula, stated, &named).into_iter().map(cause).chain(fixed).chain(of_unit);
            let satuan = satuan.unwrap_or_default();
            let of = |sebab| RumusJanggal { milik: milik.clone(), rumus: formula.text.clone(), satuan: satuan.to_owned(), sebab };
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
        let stated = (stated, ukuran.satuan.as_deref());
        formula.map(|formula| told(formula, stated, format!("ukuran {nama}"), used(nama)))
    };
    let measures = profile.ukuran.iter().filter_map(of_measure).flatten();
    let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).zip(&plan.indikator);
    let printed = indikator.clone().filter_map(|(one, (id, formula))| {
        let pengali = one.tercetak.as_ref()?.pengali.as_deref()?;
        let is_hundred = words(pengali).iter().any(|word| word == "100");
        let is_bare = is_hundred && is_bare_share(profile, plan, &formula.root);
        let (milik, rumus) = (format!("indikator {id}"), formula.text.clone());
        let fakta = || RumusJanggal { milik, rumus, satuan: String::new(), sebab: SebabJanggal::PengaliTercetak };
        (is_bare && !is_percent(one.satuan.as_deref())).then(|| Temuan::new(At::file(PROFILE_FILE), fakta()))
    });
    let indikator = indikator.flat_map(|(one, (id, formula))| {
        let is_growth = one.arah != Some(Arah::Turun) && is_growth(&one.nama);
        let stated = Stated { is_percent: is_percent(one.satuan.as_deref()), is_growth };
        let milik = format!("indikator {id}");
        let of_target = target_in_percent(one, formula, &named).map(|target| {
            let sebab = SebabJanggal::TargetPersen(target);
            let (milik, rumus) = (milik.clone(), formula.text.clone());
            Temuan::new(At::file(PROFILE_FILE), RumusJanggal { milik, rumus, satuan: String::new(), sebab })
        });
        told(formula, (stated, one.satuan.as_deref()), milik, shown.clone()).into_iter().chain(of_target)
    });
    let cut_points = odd_cut_points(&profile.capaian);
    measures.chain(indikator).chain(printed).chain(jumps(profile, plan, figures)).chain(cut_points).collect()
}

/// The target of a growth that has no unit and is no per cent, though its target can only be.
fn target_in_percent<'f>(one: &Indikator, formula: &Formula, named: &dyn Fn(&str) -> Option<Named<'f>>) -> Option<Decimal> {
    let is_bare = one.satuan.as_deref().is_none_or(|satuan| satuan.trim().is_empty());
    let target = one.target.values().copied().find(|target| *target >= Decimal::TWO)?;
    let as_percent = Stated { is_percent: true, is_growth: false };
    let is_slip = is_bare && is_growth(&one.nama) && slips(formula, as_percent, named).contains(&Slip::WithoutHundred);
    is_slip.then_some(target)
}

/// Cut points of predikat that are fractions, and predikat that no capaian reaches.
fn odd_cut_points(rule: &CapaianRule) -> Vec<Temuan> {
    let told = |label: &str, sebab: SebabJanggal| {
        let (milik, rumus) = ("predikat".to_owned(), label.to_owned());
        Temuan::new(At::file(PROFILE_FILE), RumusJanggal { milik, rumus, satuan: String::new(), sebab })
    };
    let cuts: Vec<(&str, Decimal)> = rule.predikat.iter().filter_map(|own| Some((own.label.as_str(), own.above?))).collect();
    let Some((label, highest)) = cuts.iter().max_by_key(|(_, cut)| *cut).copied() else { return Vec::new() };
    if highest > Decimal::ZERO && highest <= Decimal::TWO {
        return vec![told(label, SebabJanggal::PredikatPecahan(highest))];
    }
    let Some((_, most)) = rule.batas else { return Vec::new() };
    let beyond = cuts.into_iter().filter(|(_, cut)| *cut >= most);
    beyond.map(|(label, cut)| told(label, SebabJanggal::PredikatTakTercapai(cut, most))).collect()
}

/// Measures whose value of one year is typed and of another counted, and the one about a thousand, a million or a milliard
/// times the other.
fn jumps(profile: &Profile, plan: &Plan, figures: &[Arc<MeasureFigure>]) -> Vec<Temuan> {
    let mut found = Vec::new();
    let value = |figure: &MeasureFigure| figure.outcome.number().map(|value| value.abs()).filter(|value| !value.is_zero());
    for counted in figures.iter().filter(|figure| figure.origin == Origin::Data) {
        let measure = plan.measures.get(&counted.ukuran).filter(|measure| !measure.is_summed);
        let Some(formula) = measure.and_then(|measure| measure.rumus.as_ref()) else { continue };
        if !is_money(profile, plan, &formula.root) {
            continue;
        }
        let typed = figures.iter().filter(|figure| figure.ukuran == counted.ukuran && figure.origin == Origin::Tetapan);
        let jump = |typed: &Arc<MeasureFigure>| {
            let (one, other) = (value(counted)?, value(typed)?);
            let times = one.max(other).checked_div(one.min(other))?;
            let near = |step: &u32| {
                let (third, triple) = (Decimal::from(*step) / Decimal::from(3), Decimal::from(*step) * Decimal::from(3));
                (third..=triple).contains(&times)
            };
            Some((typed.tahun, [1_000_u32, 1_000_000, 1_000_000_000].into_iter().find(near)?))
        };
        if let Some((tahun_lalu, faktor)) = typed.filter_map(jump).max_by_key(|(tahun, _)| *tahun) {
            let (isian, tahun) = (counted.ukuran.clone(), counted.tahun);
            let fakta = LompatanSatuan { isian, tahun, tahun_lalu, faktor, baris: 0, dari: 0 };
            found.push(Temuan::new(At::file(PROFILE_FILE), fakta));
        }
    }
    found
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Predikat, TurunRule};

    #[test]
    fn cut_points_of_no_capaian() {
        let told = |cuts: &[Option<&str>], batas: Option<i64>| {
            let predikat = cuts.iter().map(|cut| Predikat { label: "P".to_owned(), above: cut.map(|cut| cut.parse().unwrap()) });
            let batas = batas.map(|most| (Decimal::ZERO, Decimal::from(most)));
            odd_cut_points(&CapaianRule { turun: TurunRule::TwiceTargetMinus, batas, predikat: predikat.collect() }).len()
        };
        assert_eq!(told(&[Some("90"), Some("75"), None], None), 0);
        assert_eq!(told(&[Some("90"), Some("75"), None], Some(100)), 0);
        assert_eq!(told(&[Some("100"), Some("75"), None], Some(150)), 0);
        assert_eq!(told(&[], Some(100)), 0);
        assert_eq!(told(&[Some("0.9"), Some("0.75"), None], None), 1);
        assert_eq!(told(&[Some("100"), Some("75"), None], Some(100)), 1);
    }
}
