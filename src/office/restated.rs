//! Earlier years as they were published, held against what their data give now.

use super::moved::known;
use super::names::Names;
use super::{Edition, Office, record};
use crate::deliver::{AngkaRecord, BacaanRecord, Record, Tentang, is_broken_record, published};
use crate::indicator::{Plan, counterparts, shown_years};
use crate::profile::Profile;
use crate::report::AngkaPage;
use crate::vocabulary::Year;
use std::path::Path;

/// Where an earlier year's record stands in an office's folder.
pub(super) fn published_path(tahun: Year) -> String {
    format!("keluaran/{tahun}/{}", Names::of(tahun, false).json)
}

/// The published records of the years that the pages show beside the report's own.
pub(super) fn read(folder: &Path, profile: &Profile, plan: &Plan) -> Vec<Record> {
    let earlier = shown_years(profile, plan.tahun).filter(|year| *year != plan.tahun);
    earlier.filter_map(|year| published(&folder.join(published_path(year)))).filter(|record| !record.draf).collect()
}

/// How the last report read its sheets: this year's, else the latest earlier one's.
pub(super) fn last_reading(folder: &Path, tahun: Year, earlier: &[Record]) -> Vec<BacaanRecord> {
    let own = published(&folder.join(published_path(tahun))).filter(|record| !record.draf);
    let last = own.or_else(|| earlier.iter().max_by_key(|record| record.tahun).cloned());
    last.map(|record| record.bacaan).unwrap_or_default()
}

impl Office {
    /// Records of the earlier years that the pages show that are there and cannot be read.
    pub fn broken_published(&self) -> Vec<String> {
        let earlier = shown_years(&self.profile, self.tahun()).filter(|year| *year != self.tahun());
        earlier.map(published_path).filter(|path| is_broken_record(&self.folder().join(path))).collect()
    }

    /// The figures of earlier years that differ from what those years' records hold.
    pub fn restated(&self) -> Vec<AngkaRecord> {
        if self.published.is_empty() {
            return Vec::new();
        }
        let now = record::of_check(self).handed_on();
        let mut rows = Vec::new();
        for published in &self.published {
            let counterparts = counterparts(&known(&now.indikator), &known(&published.indikator));
            for (new, old) in now.indikator.iter().zip(counterparts) {
                // Of another name it is not known to be the same.
                let old = old.map(|old| &published.indikator[old]).filter(|old| old.nama == new.nama);
                let (Some(old), Some(past)) = (old, new.lalu.iter().find(|past| past.tahun == published.tahun)) else { continue };
                // A year whose data are not there any more restates nothing.
                let Some(shown) = past.tampil.as_ref().filter(|shown| **shown != old.tampil) else { continue };
                // The same figure with more or fewer decimals is no other one.
                if old.nilai.is_some() && old.nilai == past.nilai {
                    continue;
                }
                rows.push(AngkaRecord {
                    id: new.id.clone(),
                    nama: new.nama.clone(),
                    tahun: past.tahun,
                    tentang: Tentang::Realisasi,
                    semula: Some(old.tampil.clone()),
                    menjadi: Some(shown.clone()),
                    selisih: super::moved::shown_difference((&old.tampil, old.nilai.as_deref()), (shown, past.nilai.as_deref())),
                });
            }
        }
        rows
    }

    /// The same for the pages.
    pub(super) fn restated_page(&self) -> Vec<AngkaPage> {
        self.restated().iter().map(Edition::angka_page).collect()
    }
}
