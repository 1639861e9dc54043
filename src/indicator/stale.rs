//! What of the profile stayed behind when the report's year moved on.

use super::PROFILE_FILE;
use crate::diagnostic::{TanggalTahunLain, TargetTahunLain, Temuan};
use crate::profile::Profile;
use crate::vocabulary::{At, Year};

/// Indicators whose targets are all of other years, and a date of the report in
/// another year than the one after it.
pub fn stale(profile: &Profile, tahun: Year) -> Vec<Temuan> {
    let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
    let without = indikator.filter(|one| !one.target.is_empty() && !one.target.contains_key(&tahun));
    let without: Vec<(String, Vec<Year>)> =
        without.map(|one| (format!("{} {}", one.id, one.nama), one.target.keys().copied().collect())).collect();
    let mut found = Vec::new();
    if !without.is_empty() {
        found.push(Temuan::new(At::file(PROFILE_FILE), TargetTahunLain { tahun, indikator: without }));
    }
    let tanggal = profile.tanggal();
    if tanggal.year != tahun.0 + 1 {
        found.push(Temuan::new(At::file(PROFILE_FILE), TanggalTahunLain { tahun, tanggal }));
    }
    found
}
