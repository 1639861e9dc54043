//! Places that one of two neighbouring years has and the other lacks.

use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::Kode;
use crate::profile::Dictionary;

/// The files in which a place is told to be lacking.
fn told(office: Office, years: [String; 2]) -> Vec<String> {
    let [before, after] = years;
    let read = office
        .file("2020.csv", &before)
        .file("2021.csv", &after)
        .needs(2020, &["volume_usaha"])
        .needs(2021, &["volume_usaha"])
        .read();
    read.has(Kode::TempatTidakAda).iter().map(|temuan| format!("{}: {}", temuan.at, temuan.ditemukan().unwrap())).collect()
}

#[test]
fn a_row_that_a_recap_lost_is_told() {
    let of = |before: &[&str], after: &[&str]| {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kecamatan"])
            .source(|sumber| sumber.butir = Some("kecamatan".to_owned()));
        let recap = |places: &[&str], by: usize| {
            let rows = places.iter().enumerate().map(|(at, place)| format!("{};{place};{}\n", at + 1, (at * 7 + 31) * by));
            format!("No;Kecamatan;Volume Usaha\n{}", rows.collect::<String>())
        };
        told(office, [recap(before, 1_000_003), recap(after, 1_100_017)])
    };
    let all = ["Gadingrejo", "Purworejo", "Bugulkidul", "Panggungrejo"];
    assert_eq!(of(&all, &["Gadingrejo", "Bugulkidul", "Panggungrejo"]), ["data/2021.csv: Purworejo"]);
    assert_eq!(of(&["Gadingrejo", "Bugulkidul", "Panggungrejo"], &all), ["data/2020.csv: Purworejo"]);
    for same in [
        all,
        ["Panggungrejo", "Purworejo", "Bugulkidul", "Gadingrejo"],
        ["KEC. GADINGREJO", "Kecamatan Purworejo", "Bugul Kidul", "Panggungrejo"],
        ["Gadingrejo", "Purwrejo", "Bugulkidul", "Panggungrejo"],
    ] {
        assert!(of(&all, &same).is_empty(), "{same:?}");
    }
    assert!(of(&all, &["Utara", "Selatan", "Barat"]).is_empty(), "other places altogether");
}

#[test]
fn a_kecamatan_that_a_list_lost_is_told_and_a_small_one_is_not() {
    let of = |counts: [[usize; 4]; 2]| {
        let list = |counts: [usize; 4], by: usize| {
            let places = ["Gadingrejo", "Purworejo", "Bugulkidul", "Panggungrejo"];
            let each = places.iter().zip(counts).flat_map(|(place, count)| (0..count).map(move |at| (*place, at)));
            let rows = each.enumerate().map(|(no, (place, at))| {
                format!("{};KSP {place} {at};{}{at}/BH;{place};{}\n", no + 1, place.len(), (at + 31) * by)
            });
            format!("No;Nama Koperasi;Nomor BH;Kecamatan;Volume Usaha\n{}", rows.collect::<String>())
        };
        told(Office::keragaan(), [list(counts[0], 1_000_003), list(counts[1], 1_100_017)])
    };
    assert_eq!(of([[6, 5, 7, 6], [6, 0, 8, 6]]), ["data/2021.csv: Purworejo"]);
    assert!(of([[6, 2, 7, 6], [6, 0, 8, 6]]).is_empty());
    assert!(of([[60, 3, 70, 60], [60, 0, 80, 60]]).is_empty());
    assert!(of([[6, 5, 7, 6], [0, 0, 0, 26]]).is_empty(), "another list");
}
