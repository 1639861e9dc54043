//! Corrections as an office makes them: nothing that was handed out is lost, a
//! signed paper is never touched, and a run that is cut off leaves one revision whole.

#[path = "../common/mod.rs"]
mod common;

mod history;
mod interrupted;
mod keys;
mod revisions;
mod signed;
mod years;

use common::{Office, small_profile, small_table};
use iku::deliver::sha256_hex;
use serde_json::Value;
use std::path::Path;

const GROWTH: &str = "(volume[n] - volume[n-1]) / volume[n-1] * 100";

fn office() -> Office {
    let (before, now) = (small_table(&[("A", "100"), ("B", "300")]), small_table(&[("A", "150"), ("B", "300")]));
    Office::of(
        &small_profile(GROWTH, "arah = \"naik\"\ntarget = { 2021 = 10 }"),
        &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)],
    )
}

/// Koperasi A's volume of 2021.
fn correct(office: &Office, volume: u32) {
    office.write("data/keragaan 2021.csv", small_table(&[("A", &volume.to_string()), ("B", "300")]).as_bytes());
}

const REPORT: &str = "keluaran/2021";

/// A record, if one stands there, whose files are as it says; panics where they are not.
fn whole(folder: &Path) -> Option<Value> {
    let record: Value = serde_json::from_slice(&std::fs::read(folder.join("iku-2021.json")).ok()?).unwrap();
    for file in record["luaran"].as_array().unwrap() {
        let name = file["berkas"].as_str().unwrap();
        let bytes = std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{}/{name}: {error}", folder.display()));
        assert_eq!(file["sha256"], sha256_hex(&bytes), "{}/{name} is not of its record", folder.display());
    }
    Some(record)
}

/// Holds that the report and every archived revision are whole; the revision that stands.
fn all_whole(office: &Office) -> u64 {
    let report = office.path(REPORT);
    let Some(record) = whole(&report) else { return 0 };
    let revisi = record["revisi"].as_u64().unwrap();
    for older in 1..revisi {
        let archived = whole(&report.join(format!("arsip/rev-{older}"))).unwrap_or_else(|| panic!("revision {older} is lost"));
        assert_eq!(archived["revisi"], older);
    }
    for each in 1..=revisi {
        assert!(report.join(format!("arsip/rev-{each}/masukan.zip")).is_file(), "the snapshot of revision {each} is lost");
    }
    revisi
}
