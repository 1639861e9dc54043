//! Which figures moved between two records.

use crate::deliver::{AngkaRecord, CapaianRecord, IndikatorRecord, LaluRecord, Record, Tentang};
use crate::indicator::{Known, counterparts};
use crate::vocabulary::tampil;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The figures that the pages show and that differ, indicator by indicator.
pub fn moved(before: &Record, now: &Record) -> Vec<AngkaRecord> {
    let counterparts = counterparts(&known(&now.indikator), &known(&before.indikator));
    let mut rows = Vec::new();
    for (new, old) in now.indikator.iter().zip(&counterparts) {
        rows.extend(of_indicator(old.map(|old| &before.indikator[old]), Some(new)));
    }
    let stays: BTreeSet<usize> = counterparts.into_iter().flatten().collect();
    let gone = before.indikator.iter().enumerate().filter(|(old, _)| !stays.contains(old));
    rows.extend(gone.flat_map(|(_, old)| of_indicator(Some(old), None)));
    rows
}

/// What a record's indicators are known by.
pub(super) fn known(all: &[IndikatorRecord]) -> Vec<Known<'_>> {
    all.iter().map(|one| Known { id: &one.id, nama: &one.nama, rumus: &one.rumus }).collect()
}

fn of_indicator(old: Option<&IndikatorRecord>, new: Option<&IndikatorRecord>) -> Vec<AngkaRecord> {
    let Some(named) = new.or(old) else { return Vec::new() };
    let row = |tahun, tentang, semula: Shown, menjadi: Shown| {
        (semula.whole() != menjadi.whole()).then(|| AngkaRecord {
            id: named.id.clone(),
            nama: named.nama.clone(),
            tahun,
            tentang,
            selisih: difference(&semula, &menjadi),
            semula: semula.whole(),
            menjadi: menjadi.whole(),
        })
    };
    let realisasi = |one: &IndikatorRecord| Shown::of(Some(&one.tampil), one.nilai.as_deref());
    let target = |one: &IndikatorRecord| Shown::of(one.target.as_deref(), one.target.as_deref()).localised();
    let capaian = |one: Option<&CapaianRecord>| {
        let value = one.and_then(|one| one.dibatasi.as_deref().or(one.nilai.as_deref()));
        Shown::of(one.map(|one| one.tampil.as_str()), value)
    };
    let predikat = |one: &IndikatorRecord| Shown::of(one.capaian.as_ref().and_then(|one| one.predikat.as_deref()), None);
    let of = |one: Option<&IndikatorRecord>, take: &dyn Fn(&IndikatorRecord) -> Shown| one.map(take).unwrap_or_default();
    let achieved = |one: &IndikatorRecord| capaian(one.capaian.as_ref());
    let last = |one: &IndikatorRecord| {
        let akhir = one.target_akhir.as_ref();
        let value = akhir.map(|akhir| akhir.nilai.as_str());
        Shown { ditambah: akhir.map(|akhir| format!(" ({})", akhir.tahun)), ..Shown::of(value, value).localised() }
    };
    let progress = |one: &IndikatorRecord| capaian(one.target_akhir.as_ref().map(|akhir| &akhir.kemajuan));
    let tahun = named.tahun;
    let mut rows = vec![
        row(tahun, Tentang::Realisasi, of(old, &realisasi), of(new, &realisasi)),
        row(tahun, Tentang::Target, of(old, &target), of(new, &target)),
        row(tahun, Tentang::Capaian, of(old, &achieved), of(new, &achieved)),
        row(tahun, Tentang::Predikat, of(old, &predikat), of(new, &predikat)),
        row(tahun, Tentang::TargetAkhir, of(old, &last), of(new, &last)),
        row(tahun, Tentang::Kemajuan, of(old, &progress), of(new, &progress)),
    ];
    if let (Some(old), Some(new)) = (old, new) {
        let past = |one: &LaluRecord| Shown::of(one.tampil.as_deref(), one.nilai.as_deref());
        for lalu in &new.lalu {
            // A year that the earlier report did not show has not changed.
            if let Some(before) = old.lalu.iter().find(|before| before.tahun == lalu.tahun) {
                rows.push(row(lalu.tahun, Tentang::Realisasi, past(before), past(lalu)));
            }
        }
    }
    rows.into_iter().flatten().collect()
}

/// A figure as shown, and its exact value.
#[derive(Clone, Default)]
struct Shown {
    tampil: Option<String>,
    nilai: Option<String>,
    /// What stands behind the figure on the page: a final target's year.
    ditambah: Option<String>,
}

impl Shown {
    fn of(tampil: Option<&str>, nilai: Option<&str>) -> Self {
        Self { tampil: tampil.map(str::to_owned), nilai: nilai.map(str::to_owned), ditambah: None }
    }

    /// All that the page shows.
    fn whole(&self) -> Option<String> {
        self.tampil.as_ref().map(|tampil| format!("{tampil}{}", self.ditambah.as_deref().unwrap_or_default()))
    }

    /// A target is recorded as an exact text alone.
    fn localised(self) -> Self {
        let shown = self.tampil.map(|text| match text.parse::<Decimal>() {
            Ok(value) => tampil(value, value.normalize().scale()),
            Err(_) => text,
        });
        Self { tampil: shown, ..self }
    }
}

/// The exact difference of two figures (as shown, exact), rounded to the decimals shown.
pub(super) fn shown_difference(semula: (&str, Option<&str>), menjadi: (&str, Option<&str>)) -> Option<String> {
    difference(&Shown::of(Some(semula.0), semula.1), &Shown::of(Some(menjadi.0), menjadi.1))
}

/// The exact difference, rounded to the decimals shown.
fn difference(semula: &Shown, menjadi: &Shown) -> Option<String> {
    let number = |shown: &Shown| shown.nilai.as_ref()?.parse::<Decimal>().ok();
    let places = |shown: &Shown| shown.tampil.as_ref().and_then(|text| text.split_once(',')).map_or(0, |(_, after)| after.len());
    let difference = number(menjadi)?.checked_sub(number(semula)?)?;
    let places = u32::try_from(places(semula).max(places(menjadi))).ok()?;
    let shown = tampil(difference, places);
    Some(if difference > Decimal::ZERO { format!("+{shown}") } else { shown })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deliver::{Status, TargetAkhirRecord};

    fn indikator(id: &str, nama: &str, tampil: &str, nilai: &str) -> IndikatorRecord {
        IndikatorRecord {
            id: id.into(),
            nama: nama.into(),
            rumus: String::new(),
            tahun: 2021,
            status: Status::Ok,
            nilai: Some(nilai.into()),
            sebab: None,
            tampil: tampil.into(),
            satuan: None,
            arah: None,
            target: Some("8.5".into()),
            capaian: None,
            target_akhir: Some(TargetAkhirRecord { tahun: 2026, nilai: "10".into(), kemajuan: CapaianRecord::default() }),
            lalu: Vec::new(),
        }
    }

    #[test]
    fn a_difference_is_taken_before_rounding() {
        let rows = of_indicator(Some(&indikator("1.1", "A", "8,79", "8.7945")), Some(&indikator("1.1", "A", "6,99", "6.9851")));
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].selisih.as_deref(), Some("-1,81"));
    }

    #[test]
    fn the_plans_final_target_and_the_progress_towards_it_are_figures_of_the_page() {
        let old = indikator("1.1", "A", "8,79", "8.7945");
        let moved = |change: &dyn Fn(&mut TargetAkhirRecord)| {
            let mut new = old.clone();
            change(new.target_akhir.as_mut().unwrap());
            let rows = of_indicator(Some(&old), Some(&new));
            assert_eq!(rows.len(), 1);
            let row = &rows[0];
            (row.tentang, row.semula.clone().unwrap_or_default(), row.menjadi.clone().unwrap_or_default(), row.selisih.clone())
        };
        let other = moved(&|akhir| akhir.nilai = "12.5".into());
        assert_eq!(other, (Tentang::TargetAkhir, "10 (2026)".into(), "12,5 (2026)".into(), Some("+2,5".into())));
        let later = moved(&|akhir| akhir.tahun = 2027);
        assert_eq!(later, (Tentang::TargetAkhir, "10 (2026)".into(), "10 (2027)".into(), Some("0".into())));
        let nearer = moved(&|akhir| akhir.kemajuan = CapaianRecord { tampil: "81,79".into(), ..CapaianRecord::default() });
        assert_eq!(nearer, (Tentang::Kemajuan, String::new(), "81,79".into(), None));
    }
}
