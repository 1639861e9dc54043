//! Why a report differs from the one before it: which files, keys and cells.

use super::compare::compare;
use super::{Office, PROGRAM, record, words_id as words};
use crate::banding::{Banding, Nilai, Perubahan, Ragam, change_in_words};
use crate::dataset::Need;
use crate::deliver::{Contents, Karena, KarenaRecord, Record};
use crate::profile;
use crate::text::{NumberText, read_number};
use crate::vocabulary::{Year, mask_in_text};
use rust_decimal::Decimal;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The report before, as far as it is still known.
pub(super) struct Before<'b> {
    pub record: &'b Record,
    /// The files it was made from; none where its snapshot is lost.
    pub files: Option<Contents>,
    /// The office as it was then; none where that can no longer be read, or is too much to be read once more.
    pub office: Option<Office>,
}

/// So many changes of the data are named.
const NAMED: usize = 10;

impl Office {
    /// Why this report, made from these files, differs from the one before.
    pub(super) fn causes(&self, before: &Before<'_>, new: &Contents) -> Vec<KarenaRecord> {
        let mut causes: Vec<KarenaRecord> = Vec::new();
        let mut put = |apa: Karena, nama: &str| causes.push(KarenaRecord { apa, nama: nama.to_owned() });
        let files = |record: &Record| -> BTreeMap<String, String> {
            record.masukan.iter().map(|one| (one.berkas.clone(), one.sha256.clone())).collect()
        };
        let (then, now) = (files(before.record), files(&record::of_check(self)));
        let found = before.office.as_ref().map(|office| compare(office, self));
        for berkas in then.keys().chain(now.keys()).collect::<BTreeSet<_>>() {
            match (then.get(berkas), now.get(berkas)) {
                (Some(old), Some(new)) if old == new => {}
                (Some(_), Some(_)) if found.as_ref().is_some_and(|found| !speaks_of(found, berkas)) => {
                    put(Karena::Catatan, berkas)
                }
                (Some(_), Some(_)) => put(Karena::Berkas, berkas),
                (Some(_), None) => put(Karena::BerkasLepas, berkas),
                (None, _) => put(Karena::BerkasBaru, berkas),
            }
        }
        if let Some(old) = &before.files {
            let keys = profile::changed_keys(&old.profile, &new.profile);
            keys.iter().filter(|key| is_printed(key, self.tahun())).for_each(|key| put(Karena::Profil, key));
            let is_data =
                |name: &str| [&then, &now].iter().any(|all| all.contains_key(name) || all.contains_key(&mask_in_text(name)));
            let others: BTreeSet<&String> = old.sha256.keys().chain(new.sha256.keys()).collect();
            for name in others.into_iter().filter(|name| *name != profile::FILE_NAME && !is_data(name)) {
                if old.sha256.get(name) != new.sha256.get(name) {
                    let apa = if name.starts_with("keluaran/") { Karena::TahunLalu } else { Karena::Templat };
                    put(apa, &mask_in_text(name));
                }
            }
        }
        if let Some(found) = &found {
            // The rows of a file that came or went with what is reported are no change of the data.
            let stays = |one: &&Perubahan| {
                places(one).all(|sel| file_of(sel).is_some_and(|file| then.contains_key(file) && now.contains_key(file)))
            };
            let mut cells: Vec<&Perubahan> = found.data.iter().filter(stays).collect();
            // First those that figures rest on, of the year that is reported, and the largest of them.
            cells.sort_by_key(|one| (!self.needs(one), one.tahun != self.tahun().0, Reverse(moved_by(one))));
            cells.iter().take(NAMED).for_each(|cell| put(Karena::Sel, &told(cell)));
            if cells.len() > NAMED {
                put(Karena::Sel, &words::more_changes(cells.len() - NAMED));
            }
        }
        // Where nothing else changed, a key of a later year did: the workbook has room for its target, say.
        if let Some(old) = before.files.as_ref().filter(|_| causes.is_empty()) {
            let keys = profile::changed_keys(&old.profile, &new.profile).into_iter();
            causes.extend(keys.map(|nama| KarenaRecord { apa: Karena::Profil, nama }));
        }
        if causes.is_empty() && before.record.program != PROGRAM {
            causes.push(KarenaRecord { apa: Karena::CaraBacaBerubah, nama: before.record.program.clone() });
        }
        causes
    }
}

impl Office {
    /// Whether a figure may rest on what changed.
    fn needs(&self, one: &Perubahan) -> bool {
        let is_of = |need: &&Need| need.sumber == one.sumber && need.tahun.0 == one.tahun;
        let mut needs = self.plan.needs.iter().filter(is_of);
        one.isian.as_ref().is_none_or(|isian| needs.any(|need| need.isian.contains(isian)))
    }
}

/// How much a change moved its cell; a row that came or went weighs more than any.
fn moved_by(one: &Perubahan) -> Decimal {
    let number = |value: &Option<Nilai>| match value.as_ref().map(|value| read_number(&value.nilai)) {
        Some(NumberText::Value(read)) => read.value,
        _ => Decimal::ZERO,
    };
    if one.ragam != Ragam::Berubah {
        return Decimal::MAX;
    }
    number(&one.menjadi).checked_sub(number(&one.semula)).map_or(Decimal::MAX, |moved| moved.abs())
}

/// Where a change stands now, and where it stood.
fn places(one: &Perubahan) -> impl Iterator<Item = &str> {
    [&one.semula, &one.menjadi].into_iter().flatten().map(|value| value.sel.as_str())
}

/// The file of a place, `data/a.xlsx!Rekap!S9`.
fn file_of(sel: &str) -> Option<&str> {
    sel.split('!').next()
}

/// Whether a comparison has a change of this file.
fn speaks_of(found: &Banding, berkas: &str) -> bool {
    found.data.iter().chain(&found.bacaan).any(|one| places(one).any(|sel| file_of(sel) == Some(berkas)))
}

/// A change of the data, and where it stands.
fn told(one: &Perubahan) -> String {
    let place = one.menjadi.as_ref().or(one.semula.as_ref()).map(|value| value.sel.clone()).unwrap_or_default();
    format!("{} ({place})", change_in_words(one))
}

/// Whether a key of the profile has to do with this year's report: its own year was asked for, and figures of
/// later years are none of it.
fn is_printed(key: &str, tahun: Year) -> bool {
    let is_later = |year: &str| year.parse::<i32>().is_ok_and(|year| year > tahun.0);
    let later = key
        .rsplit_once('.')
        .is_some_and(|(head, last)| is_later(last) && [".target", ".tetapan"].iter().any(|name| head.ends_with(name)));
    key != "laporan.tahun" && !later
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_later_years_are_none_of_a_report() {
        let of_2023 = |key: &str| is_printed(key, Year(2023));
        for key in ["laporan.tahun", "sasaran[1].indikator[2].target.2024", "ukuran.sakip.tetapan.2025"] {
            assert!(!of_2023(key), "{key}");
        }
        for key in ["penandatangan.tanggal", "sasaran[1].indikator[2].target.2023", "sasaran[1].indikator[2].target_akhir.2026"] {
            assert!(of_2023(key), "{key}");
        }
    }
}
