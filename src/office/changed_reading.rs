//! Reading decisions that differ from those of the last report: another unit,
//! heading, sheet, convention or word for yes is told, whatever the figures say.

use crate::banding::{place, said};
use crate::dataset::{Bacaan, Tentang};
use crate::deliver::{BacaanRecord, KeputusanRecord, TemuanRecord};
use crate::diagnostic::{BacaanBerubah, Fakta, Kode, MenurutProfil, Temuan, Terhadap};
use crate::vocabulary::{At, Year};
use std::collections::{BTreeMap, BTreeSet};

/// The decisions whose change is told. Rows, files and years change with the data themselves.
const TOLD: [Tentang; 5] = [Tentang::Lembar, Tentang::Kolom, Tentang::Satuan, Tentang::Konvensi, Tentang::Tanda];

/// A decision of a source's year, over all its sheets: what it is about and the field.
type Matter<'b> = (&'b str, i32, &'static str, Option<&'b str>);

/// A finding for each decision that the last record took otherwise. A source, year
/// or field that either does not have is no change of reading.
pub(super) fn changed_readings(now: &[Bacaan], last: &[BacaanRecord]) -> Vec<Temuan> {
    let (own, before) = (decided(now), recorded(last));
    let mut found = Vec::new();
    for (matter, (menjadi, at)) in own {
        let Some(dari) = before.get(&matter) else { continue };
        let (sumber, tahun, tentang, isian) = matter;
        let pair = if tentang == Tentang::Tanda.text() { changed_sides(dari, &menjadi) } else { differing(dari, &menjadi) };
        let Some((dari, menjadi)) = pair else { continue };
        let fakta = BacaanBerubah {
            sumber: sumber.to_owned(),
            tahun: crate::vocabulary::Year(tahun),
            tentang,
            isian: isian.map(str::to_owned),
            dari,
            menjadi,
        };
        found.push(Temuan::new(at, fakta));
    }
    found
}

/// What a key of the profile overrules now and did not when the last report was made: the key was set against another
/// text that stood in its place.
pub(super) fn changed_under_keys(now: &[Temuan], last: &[TemuanRecord], tahun: Year) -> Vec<Temuan> {
    let overruled = now.iter().filter_map(|temuan| match &temuan.fakta {
        Fakta::MenurutProfil(MenurutProfil { kunci, terhadap: Terhadap::Tertulis(teks), .. }) => Some((temuan, kunci, teks)),
        _ => None,
    });
    let found = overruled.filter_map(|(temuan, kunci, teks)| {
        let sel = temuan.at.sel.map(|sel| sel.to_string());
        let is_same_place = |one: &&TemuanRecord| {
            one.kode == Kode::MenurutProfil.text()
                && *one.berkas == *temuan.at.berkas
                && one.lembar.as_deref() == temuan.at.lembar.as_deref()
                && one.sel == sel
        };
        let dari = last.iter().filter(is_same_place).find_map(|one| one.ditemukan.clone())?;
        let is_other = temuan.ditemukan().is_some_and(|menjadi| menjadi != dari);
        let sumber = temuan.sumber.as_deref().unwrap_or_default().to_owned();
        let (tentang, menjadi) = (Tentang::Satuan.text(), teks.clone());
        let fakta = BacaanBerubah { sumber, tahun, tentang, isian: Some(kunci.clone()), dari, menjadi };
        is_other.then(|| Temuan::new(temuan.at.clone(), fakta))
    });
    found.collect()
}

fn differing(dari: &BTreeSet<String>, menjadi: &BTreeSet<String>) -> Option<(String, String)> {
    let list = |all: &BTreeSet<String>| all.iter().cloned().collect::<Vec<_>>().join(", ");
    (dari != menjadi).then(|| (list(dari), list(menjadi)))
}

/// A mark's word that meant yes and means no, or the other way; words that come and go with the data are no change.
fn changed_sides(dari: &BTreeSet<String>, menjadi: &BTreeSet<String>) -> Option<(String, String)> {
    let sides = |all: &BTreeSet<String>| -> BTreeMap<String, &'static str> {
        let mut sides = BTreeMap::new();
        for text in all {
            let (yes, no) = text.split_once("; tidak: ").unwrap_or((text, ""));
            let yes = yes.strip_prefix("ya: ").unwrap_or(yes);
            sides.extend(yes.split(' ').filter(|word| !word.is_empty()).map(|word| (word.to_owned(), "ya")));
            sides.extend(no.split(' ').filter(|word| !word.is_empty()).map(|word| (word.to_owned(), "tidak")));
        }
        sides
    };
    let (before, after) = (sides(dari), sides(menjadi));
    after.iter().find_map(|(word, side)| {
        let was = before.get(word).filter(|was| *was != side)?;
        Some((format!("{word} = {was}"), format!("{word} = {side}")))
    })
}

/// What is decided now, each with the place it is told at.
fn decided(all: &[Bacaan]) -> BTreeMap<Matter<'_>, (BTreeSet<String>, At)> {
    let mut decided: BTreeMap<Matter, (BTreeSet<String>, At)> = BTreeMap::new();
    for one in all {
        for keputusan in one.keputusan.iter().filter(|keputusan| TOLD.contains(&keputusan.tentang)) {
            let matter = (one.sumber.as_str(), one.tahun.0, keputusan.tentang.text(), keputusan.isian.as_deref());
            let said = said(keputusan);
            decided.entry(matter).or_insert_with(|| (BTreeSet::new(), place(one, keputusan))).0.insert(said);
        }
    }
    decided
}

/// What the last record says, by the same matters.
fn recorded(last: &[BacaanRecord]) -> BTreeMap<Matter<'_>, BTreeSet<String>> {
    let mut recorded: BTreeMap<Matter, BTreeSet<String>> = BTreeMap::new();
    for one in last {
        for keputusan in &one.keputusan {
            let Some(tentang) = TOLD.iter().map(|tentang| tentang.text()).find(|text| *text == keputusan.tentang) else {
                continue;
            };
            let matter = (one.sumber.as_str(), one.tahun, tentang, keputusan.isian.as_deref());
            recorded.entry(matter).or_default().insert(said_of_record(keputusan));
        }
    }
    recorded
}

fn said_of_record(keputusan: &KeputusanRecord) -> String {
    let heading = keputusan.karena.iter().find(|karena| karena.kunci.is_none());
    match heading {
        Some(heading) if keputusan.tentang == Tentang::Kolom.text() => heading.teks.clone(),
        _ => keputusan.nilai.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(texts: &[&str]) -> BTreeSet<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn a_text_that_changed_under_a_key_is_told_and_one_that_did_not_is_not() {
        let at = At::file("data/2021.csv");
        let terhadap = Terhadap::Tertulis("dalam jutaan rupiah".to_owned());
        let fakta = MenurutProfil { kunci: "satuan_uang".to_owned(), kata: "rupiah".to_owned(), terhadap };
        let now = [Temuan::new(at, fakta)];
        let before = |ditemukan: &str| TemuanRecord {
            kode: "menurut-profil".to_owned(),
            berkas: "data/2021.csv".to_owned(),
            ditemukan: Some(ditemukan.to_owned()),
            ..TemuanRecord::default()
        };
        let told = |ditemukan: &str| changed_under_keys(&now, &[before(ditemukan)], Year(2021)).len();
        assert_eq!((told("dalam ribuan rupiah"), told("dalam jutaan rupiah")), (1, 0));
        assert!(changed_under_keys(&now, &[], Year(2021)).is_empty());
    }

    #[test]
    fn a_word_that_comes_or_goes_is_no_change_and_one_that_changes_sides_is() {
        assert_eq!(changed_sides(&set(&["ya: v; tidak: -"]), &set(&["ya: v ya; tidak: - (kosong)"])), None);
        let changed = changed_sides(&set(&["ya: x v; tidak: -"]), &set(&["ya: v; tidak: - x"]));
        assert_eq!(changed, Some(("x = ya".to_owned(), "x = tidak".to_owned())));
    }
}
