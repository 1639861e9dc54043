//! Whether a record agrees with itself: a figure that was changed by hand seldom
//! does. Without the workbooks no more can be told of it.

use super::formulas::Formulas;
use super::matching::Laporan;
use super::operands::{exact, value};
use super::total::over;
use crate::deliver::{CapaianRecord, Record, Status};
use crate::formula::direct_needs;
use crate::vocabulary::{Year, tampil};
use rust_decimal::Decimal;

/// The indicators whose recorded figures contradict each other, by their numbers: what is shown of a value, the value
/// over the record's own measures, the capaian over value and target.
pub fn contradictions(record: &Record) -> Vec<String> {
    let mut formulas = Formulas::default();
    let laporan = Laporan::of(String::new(), record, &mut formulas);
    let mut found = Vec::new();
    for one in &record.indikator {
        let nilai = one.nilai.as_deref().and_then(exact);
        let is_shown = one.status != Status::Ok || shows(&one.tampil, nilai);
        let past = one.lalu.iter().filter(|past| past.status == Status::Ok);
        let is_shown = is_shown && { past }
            .all(|past| past.tampil.as_deref().is_none_or(|shown| shows(shown, past.nilai.as_deref().and_then(exact))));
        let is_computed = one.status != Status::Ok || is_of_measures(&one.rumus, one.tahun, nilai, &laporan, &mut formulas);
        let achieved = |capaian: &CapaianRecord, target: Option<&str>| {
            capaian.status != Status::Ok || is_achieved(capaian, nilai, target.and_then(exact), one.arah.as_deref())
        };
        let is_achieved = one.capaian.as_ref().is_none_or(|capaian| achieved(capaian, one.target.as_deref()))
            && one.target_akhir.as_ref().is_none_or(|akhir| achieved(&akhir.kemajuan, Some(&akhir.nilai)));
        if !(is_shown && is_computed && is_achieved) {
            found.push(one.id.clone());
        }
    }
    found
}

/// Whether a text is a value rounded to the text's own decimals; what cannot be held exactly is not judged.
fn shows(shown: &str, nilai: Option<Decimal>) -> bool {
    let decimals = shown.split_once(',').map_or(0, |(_, after)| after.len());
    let Some((nilai, decimals)) = nilai.zip(u32::try_from(decimals).ok()) else { return true };
    // No report shows more decimals than a decimal holds.
    decimals <= Decimal::MAX_SCALE && shown == tampil(nilai, decimals)
}

/// Two values that differ by no more than their last digits, which a record does not hold.
fn is_near(one: Decimal, two: Decimal) -> bool {
    let room = one.abs().max(two.abs()).max(Decimal::ONE) * Decimal::new(1, 9);
    one.checked_sub(two).is_some_and(|apart| apart.abs() <= room)
}

/// Whether a value is the formula's over the measures that the record itself tells; not judged where one is lacking.
fn is_of_measures(rumus: &str, tahun: i32, nilai: Option<Decimal>, laporan: &Laporan<'_>, formulas: &mut Formulas) -> bool {
    let Some((known, nilai)) = formulas.of(rumus).zip(nilai) else { return true };
    let needs = direct_needs(&known.formula, Year(tahun));
    if !needs.tables.is_empty() {
        return true;
    }
    let values = needs.ukuran.iter().map(|(name, year)| Some(((name.clone(), *year), value(laporan, name, year.0)?)));
    let Some(values) = values.collect::<Option<Vec<_>>>() else { return true };
    let (operands, values): (Vec<_>, Vec<_>) = values.into_iter().unzip();
    let again = over(&known.formula, Year(tahun), (&operands, &values), &|name| laporan.formula(name));
    again.is_none_or(|again| exact(&again).is_none_or(|again| is_near(again, nilai)))
}

/// Whether a capaian is what realisasi and target give by one of the rules, and is shown as it is.
fn is_achieved(capaian: &CapaianRecord, nilai: Option<Decimal>, target: Option<Decimal>, arah: Option<&str>) -> bool {
    let counted = capaian.dibatasi.as_deref().or(capaian.nilai.as_deref()).and_then(exact);
    if !shows(&capaian.tampil, counted) {
        return false;
    }
    let (Some(own), Some(nilai), Some(target)) = (capaian.nilai.as_deref().and_then(exact), nilai, target) else { return true };
    let percent = |part: Option<Decimal>, whole: Decimal| part?.checked_div(whole)?.checked_mul(Decimal::ONE_HUNDRED);
    let twice = target.checked_add(target).and_then(|twice| twice.checked_sub(nilai));
    let rules = match arah {
        Some("naik") => vec![percent(Some(nilai), target)],
        Some("turun") => vec![percent(twice, target), percent(Some(target), nilai)],
        _ => return true,
    };
    let judged: Vec<Decimal> = rules.into_iter().flatten().collect();
    judged.is_empty() || judged.into_iter().any(|one| is_near(one, own))
}
