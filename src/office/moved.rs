//! Which figures moved between two records.

use super::words_id as words;
use crate::deliver::{AngkaRecord, CapaianRecord, IndikatorRecord, LaluRecord, Record, Tentang, UkuranRecord};
use crate::indicator::{Known, counterparts};
use crate::vocabulary::tampil;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The figures that the pages show and that differ, indicator by indicator, then the measures that they are made of.
pub fn moved(before: &Record, now: &Record) -> Vec<AngkaRecord> {
    let counterparts = counterparts(&known(&now.indikator), &known(&before.indikator));
    let mut rows = Vec::new();
    for (new, old) in now.indikator.iter().zip(&counterparts) {
        rows.extend(of_indicator(old.map(|old| &before.indikator[old]), Some(new)));
    }
    let stays: BTreeSet<usize> = counterparts.into_iter().flatten().collect();
    let gone = before.indikator.iter().enumerate().filter(|(old, _)| !stays.contains(old));
    rows.extend(gone.flat_map(|(_, old)| of_indicator(Some(old), None)));
    rows.extend(measures(&before.ukuran, &now.ukuran));
    rows
}

/// The figures of one indicator that differ, by its id now; none where there is no such indicator now.
pub(super) fn moved_of(before: &Record, now: &Record, id: &str) -> Option<Vec<AngkaRecord>> {
    let counterparts = counterparts(&known(&now.indikator), &known(&before.indikator));
    let (new, old) = now.indikator.iter().zip(counterparts).find(|(one, _)| one.id == id)?;
    Some(of_indicator(old.map(|old| &before.indikator[old]), Some(new)))
}

/// The measures of the years that both records have and that are shown otherwise.
fn measures(before: &[UkuranRecord], now: &[UkuranRecord]) -> Vec<AngkaRecord> {
    let old: BTreeMap<(&str, i32), &UkuranRecord> = before.iter().map(|one| ((one.nama.as_str(), one.tahun), one)).collect();
    let row = |new: &UkuranRecord| {
        let old = old.get(&(new.nama.as_str(), new.tahun))?;
        let (semula, menjadi) = (Shown::of_measure(old), Shown::of_measure(new));
        (semula.tampil != menjadi.tampil).then(|| AngkaRecord {
            id: new.nama.clone(),
            nama: new.nama.clone(),
            tahun: new.tahun,
            tentang: Tentang::Ukuran,
            selisih: difference(&semula, &menjadi),
            semula: semula.tampil,
            menjadi: menjadi.tampil,
        })
    };
    now.iter().filter_map(row).collect()
}

/// What a record's indicators are known by.
pub(super) fn known(all: &[IndikatorRecord]) -> Vec<Known<'_>> {
    all.iter().map(|one| Known { id: &one.id, nama: &one.nama, rumus: &one.rumus }).collect()
}

fn of_indicator(old: Option<&IndikatorRecord>, new: Option<&IndikatorRecord>) -> Vec<AngkaRecord> {
    let Some(named) = new.or(old) else { return Vec::new() };
    if old.is_none() || new.is_none() {
        // No figure moved: there is one indicator more, or one less.
        let shown =
            |one: Option<&IndikatorRecord>, none: &str| Some(one.map_or_else(|| none.to_owned(), |one| one.tampil.clone()));
        return vec![AngkaRecord {
            id: named.id.clone(),
            nama: named.nama.clone(),
            tahun: named.tahun,
            tentang: Tentang::Realisasi,
            semula: shown(old, words::NEW),
            menjadi: shown(new, words::GONE),
            selisih: None,
        }];
    }
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

    /// A measure as people read it: a predicate's text, a number of six decimals at most.
    fn of_measure(one: &UkuranRecord) -> Self {
        const PLACES: u32 = 6;
        let value = one.nilai.as_deref().and_then(|nilai| nilai.parse::<Decimal>().ok());
        let number = value.map(|value| value.round_dp(PLACES).normalize()).map(|value| tampil(value, value.scale()));
        let shown = one.tampil.clone().or(number).or_else(|| one.nilai.clone());
        Self { tampil: shown, nilai: one.nilai.clone(), ditambah: None }
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
            ragu: false,
        }
    }

    #[test]
    fn a_difference_is_taken_before_rounding() {
        let rows = of_indicator(Some(&indikator("1.1", "A", "8,79", "8.7945")), Some(&indikator("1.1", "A", "6,99", "6.9851")));
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].selisih.as_deref(), Some("-1,81"));
    }

    #[test]
    fn an_indicator_that_came_or_went_is_one_row_and_no_figure_that_moved() {
        let one = indikator("1.1", "A", "8,79", "8.7945");
        let said = |rows: Vec<AngkaRecord>| -> Vec<[Option<String>; 2]> {
            rows.into_iter().map(|row| [row.semula, row.menjadi]).collect()
        };
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(said(of_indicator(Some(&one), None)), [[text("8,79"), text(words::GONE)]]);
        assert_eq!(said(of_indicator(None, Some(&one))), [[text(words::NEW), text("8,79")]]);
    }

    #[test]
    fn a_measure_that_moved_is_a_figure_too() {
        let ukuran = |nilai: &str| UkuranRecord {
            nama: "volume".into(),
            tahun: 2021,
            status: Status::Ok,
            nilai: Some(nilai.into()),
            ..UkuranRecord::default()
        };
        let rows = measures(&[ukuran("216842893017")], &[ukuran("216842894017")]);
        let row = &rows[0];
        assert_eq!((row.id.as_str(), row.tentang), ("volume", Tentang::Ukuran));
        assert_eq!(row.semula.as_deref(), Some("216.842.893.017"));
        assert_eq!((row.menjadi.as_deref(), row.selisih.as_deref()), (Some("216.842.894.017"), Some("+1.000")));
        assert!(measures(&[ukuran("1")], &[ukuran("1.0000000001")]).is_empty(), "no page shows that");
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
