//! What the report that stands says of a figure, where the files say otherwise now.

use super::moved::moved_of;
use super::names::Names;
use super::{Office, record};
use crate::deliver::{AngkaRecord, published};
use serde::Serialize;
use std::path::Path;

/// A figure that the report that stands prints otherwise.
#[derive(Clone, PartialEq, Serialize, Debug)]
pub struct Differs {
    pub revisi: u32,
    /// The report's date, ISO.
    pub tanggal: String,
    /// What differs: `semula` as the report prints it, `menjadi` as it is now.
    pub angka: Vec<AngkaRecord>,
}

impl Office {
    /// How an indicator stands in the report in this folder, where its figures are others now; none where there is no
    /// report, or it says the same.
    pub fn differs_from_report(&self, report: &Path, id: &str) -> Option<Differs> {
        let record = published(&report.join(Names::of(self.tahun(), false).json))?;
        let angka = moved_of(&record, &record::of_check(self).handed_on(), id)?;
        (!angka.is_empty()).then_some(Differs { revisi: record.revisi, tanggal: record.tanggal, angka })
    }
}
