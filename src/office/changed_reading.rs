//! Reading decisions that differ from those of the last report: another unit,
//! heading, sheet, convention or word for yes is told, whatever the figures say. A key
//! of the profile settles no text that the last report did not set it against.

use crate::banding::{place, said};
use crate::dataset::{Bacaan, Findings, Karena, Keputusan, Tentang};
use crate::deliver::{BacaanRecord, DasarRecord, KeputusanRecord};
use crate::diagnostic::{BacaanBerubah, ProfilGugur, Temuan};
use crate::text::heading::Heading;
use crate::text::label::spelt_words;
use crate::text::name_unit;
use crate::vocabulary::{At, mask_in_text};
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

/// A text that a key of the profile is set against.
struct Overruled<'b> {
    bacaan: &'b Bacaan,
    keputusan: &'b Keputusan,
    tertulis: &'b Karena,
    at: At,
}

/// A galat for each text that a key of the profile overrules now and did not when the last report was made, unless the
/// office accepts it: the key was set against another text, or against none.
pub(super) fn raise_lapsed_keys(findings: &mut Findings, now: &[Bacaan], last: &[BacaanRecord]) {
    let mut told: BTreeSet<(&str, At, &str)> = BTreeSet::new();
    for one in overruled(now) {
        if !told.insert((&one.bacaan.sumber, one.at.clone(), &one.tertulis.teks)) {
            continue;
        }
        let Some((kunci, kata)) = one.keputusan.kunci() else { continue };
        let temuan = |dahulu: Vec<String>| {
            let kunci = kunci.rsplit_once(&format!("{}.", one.bacaan.sumber)).map_or(kunci, |(_, own)| own).to_owned();
            let (kata, tertulis) = (kata.to_owned(), mask_in_text(&one.tertulis.teks));
            let mut temuan = Temuan::new(one.at.clone(), ProfilGugur { kunci, kata, tertulis, dahulu });
            temuan.sumber = Some(one.bacaan.sumber.as_str().into());
            temuan
        };
        // Once the office has accepted it the last report holds it too.
        if findings.raise_if_accepted(temuan(Vec::new())).is_none()
            && let Some(dahulu) = another_before(&one, last)
        {
            findings.add(temuan(dahulu));
        }
    }
}

fn overruled(now: &[Bacaan]) -> impl Iterator<Item = Overruled<'_>> {
    let decisions = now.iter().flat_map(|bacaan| bacaan.keputusan.iter().map(move |keputusan| (bacaan, keputusan)));
    decisions.flat_map(|(bacaan, keputusan)| {
        let texts = keputusan.mengalahkan.iter().flatten();
        texts.map(move |tertulis| {
            let sheet = At::sheet(bacaan.berkas.clone(), bacaan.lembar.clone());
            let at = tertulis.tempat.sel().map_or(sheet.clone(), |sel| sheet.with(sel));
            Overruled { bacaan, keputusan, tertulis, at }
        })
    })
}

/// What the key overruled in the last report, where this text was not among it; `None` where the key said something else
/// then, or did not settle this.
fn another_before(one: &Overruled, last: &[BacaanRecord]) -> Option<Vec<String>> {
    let key = one.keputusan.kunci()?;
    let (tentang, isian) = (one.keputusan.tentang.text(), one.keputusan.isian.as_deref());
    let own = || last.iter().filter(|before| before.sumber == one.bacaan.sumber);
    let is_by_key = |before: &&KeputusanRecord| {
        let says = |karena: &DasarRecord| karena.kunci.as_deref().is_some_and(|kunci| (kunci, karena.teks.as_str()) == key);
        before.tentang == tentang && before.mengalahkan.is_some() && before.karena.iter().any(says)
    };
    let by_key = |before: &'_ BacaanRecord| before.keputusan.iter().any(|of| is_by_key(&of) && of.isian.as_deref() == isian);
    if !own().any(by_key) {
        return None;
    }
    // A year that the last report read is held against itself, a new one against them all.
    let is_known = own().any(|before| before.tahun == one.bacaan.tahun.0 && by_key(before));
    let of_year = own().filter(|before| !is_known || before.tahun == one.bacaan.tahun.0);
    let texts: BTreeSet<&str> = of_year
        .flat_map(|before| before.keputusan.iter().filter(is_by_key))
        .flat_map(|before| before.mengalahkan.iter().flatten())
        .map(|dasar| dasar.teks.as_str())
        .collect();
    let now = mask_in_text(&one.tertulis.teks);
    let is_same = |before: &&str| says_the_same(one.keputusan.tentang, before, &now);
    (!texts.iter().any(is_same)).then(|| texts.into_iter().map(str::to_owned).collect())
}

/// Whether two texts say the same of a decision: but for the year that they name, or as units of one scale.
fn says_the_same(tentang: Tentang, before: &str, now: &str) -> bool {
    if tentang == Tentang::Kolom {
        return Heading::read(before).words == Heading::read(now).words;
    }
    let is_year =
        |word: &String| word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|byte| byte.is_ascii_digit());
    let folded = |text: &str| spelt_words(text).into_iter().filter(|word| !is_year(word)).collect::<Vec<_>>();
    let factor = |text: &str| name_unit(text).map(|(factor, _)| factor);
    let is_scale = tentang == Tentang::Satuan && factor(now).is_some() && factor(before) == factor(now);
    is_scale || folded(before) == folded(now)
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
    fn texts_say_the_same_but_for_their_years_and_as_units_by_their_scale() {
        for (before, now, is_same) in [
            ("(Rp ribu)", "dalam ribuan rupiah", true),
            ("(Rp ribu)", "(Rp juta)", false),
            ("REKAP 2021 (dalam ribuan)", "REKAP 2022 (dalam ribuan)", true),
            ("", "(Rp ribu)", false),
        ] {
            assert_eq!(says_the_same(Tentang::Satuan, before, now), is_same, "{before} {now}");
        }
        assert!(says_the_same(Tentang::Kolom, "Volume Usaha 2021", "Vol. Usaha 2022 (Rp)"));
        assert!(!says_the_same(Tentang::Kolom, "Volume Usaha", "Volume Usaha Anggota"));
    }

    #[test]
    fn a_word_that_comes_or_goes_is_no_change_and_one_that_changes_sides_is() {
        assert_eq!(changed_sides(&set(&["ya: v; tidak: -"]), &set(&["ya: v ya; tidak: - (kosong)"])), None);
        let changed = changed_sides(&set(&["ya: x v; tidak: -"]), &set(&["ya: v; tidak: - x"]));
        assert_eq!(changed, Some(("x = ya".to_owned(), "x = tidak".to_owned())));
    }
}
