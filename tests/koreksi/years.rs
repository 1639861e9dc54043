//! One folder and several years: each its own revisions, and what an earlier year's report holds.

use super::{REPORT, correct, office};
use crate::common::{Office, iku, small_profile, small_table};
use serde_json::Value;

#[test]
fn an_earlier_year_that_is_no_longer_as_published_is_told_and_can_be_pinned() {
    let (y2019, y2020, y2021) = (small_table(&[("A", "100")]), small_table(&[("A", "110")]), small_table(&[("A", "121")]));
    let files = [("data/keragaan 2019.csv", &*y2019), ("data/keragaan 2020.csv", &*y2020), ("data/keragaan 2021.csv", &*y2021)];
    let office = Office::of(&small_profile("volume", ""), &files);
    assert_eq!(iku(&["buat", office.text(), "--tahun", "2020"]).status, 0);
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("berbeda dari yang diterbitkan"), "{}", run.stderr);
    office.write("data/keragaan 2020.csv", small_table(&[("A", "115")]).as_bytes());
    let run = iku(&["buat", office.text(), "--alasan", "koreksi 2020"]);
    assert!(run.stderr.contains("1.1 (2020) semula 110,00 menjadi 115,00"), "{}", run.stderr);
    let record = office.record();
    assert_eq!(record["disajikan_kembali"][0]["semula"], "110,00");
    assert_eq!(record["disajikan_kembali"][0]["selisih"], "+5,00");
    // What was published in 2020 stands as it was.
    let published: Value = serde_json::from_slice(&office.read("keluaran/2020/iku-2020.json")).unwrap();
    assert_eq!(published["indikator"][0]["tampil"], "110,00");
    assert!(iku(&["buat", office.text(), "--revisi", "2"]).stderr.contains("sama persis"));
    office.edit_profile(
        "sebutan = \"Jumlah volume usaha\"",
        "sebutan = \"Jumlah volume usaha\"\ntetapan = { 2020 = 110 }\nasal = \"LKjIP 2020\"\nutamakan_tetapan = true",
    );
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("berbeda dari yang diterbitkan"), "{}", run.stderr);
}

#[test]
fn the_next_year_is_opened_in_the_folder_and_the_last_one_stays() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let before: Vec<Vec<u8>> = office.outputs().iter().map(|name| office.read(&format!("{REPORT}/{name}"))).collect();
    let run = iku(&["siapkan", office.text(), "--tahun", "2022", "--json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let done: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((&done["tahun"], &done["diubah"][0]), (&2022.into(), &"iku.toml".into()), "{done}");
    assert_eq!(done["data_ditunggu"][0]["berkas"], "data/keragaan 2022.csv", "{done}");
    assert!(done["perlu_dilihat"].as_array().unwrap().iter().any(|one| one["tentang"] == "target"), "{done}");
    for part in ["tahun 2022 dibuka", "isi targetnya", "data yang ditunggu: data/keragaan 2022.csv"] {
        assert!(run.stderr.contains(part), "{part} is not in\n{}", run.stderr);
    }
    let profile = String::from_utf8(office.read("iku.toml")).unwrap();
    assert!(profile.contains("tahun = 2022") && profile.contains("target = { 2021 = 10, 2022 = \"…\" }"), "{profile}");
    let run = office.buat();
    assert_eq!(run.status, 2, "a target that is only asked for is none: {}", run.stderr);
    office.edit_profile("\"…\"", "12");
    office.write("data/keragaan 2022.csv", small_table(&[("A", "160"), ("B", "310")]).as_bytes());
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(office.path("keluaran/2022/iku-2022.pdf").is_file());
    let after: Vec<Vec<u8>> = office.outputs().iter().map(|name| office.read(&format!("{REPORT}/{name}"))).collect();
    assert!(before == after);
    let run = iku(&["riwayat", office.text()]);
    assert_eq!(run.stdout.lines().map(|line| &line[..4]).collect::<Vec<_>>(), ["2021", "2022"]);
    assert_eq!(iku(&["siapkan", office.text(), "--tahun", "2022"]).status, 2);
}

#[test]
fn two_years_in_one_folder_count_their_own_revisions() {
    let office = office();
    office.edit_profile("target = { 2021 = 10 }", "target = { 2021 = 10, 2020 = 5 }");
    office.write("data/keragaan 2019.csv", small_table(&[("A", "90"), ("B", "200")]).as_bytes());
    let out = tempfile::tempdir().unwrap();
    let at = out.path().to_str().unwrap();
    let buat = |tahun: &str, more: &[&str]| {
        let run = iku(&[&["buat", office.text(), "--tahun", tahun, "--keluaran", at], more].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
    };
    buat("2020", &[]);
    buat("2021", &[]);
    let record = |name: &str| -> Value { serde_json::from_slice(&std::fs::read(out.path().join(name)).unwrap()).unwrap() };
    assert_eq!((&record("iku-2020.json")["revisi"], &record("iku-2021.json")["revisi"]), (&1.into(), &1.into()));
    correct(&office, 130);
    buat("2021", &[]);
    assert_eq!((&record("iku-2021.json")["revisi"], &record("arsip/2021/rev-1/iku-2021.json")["revisi"]), (&2.into(), &1.into()));
    office.write("data/keragaan 2020.csv", small_table(&[("A", "101"), ("B", "300")]).as_bytes());
    buat("2020", &[]);
    assert_eq!((&record("iku-2020.json")["revisi"], &record("arsip/rev-1/iku-2020.json")["revisi"]), (&2.into(), &1.into()));
    for command in ["verifikasi", "riwayat"] {
        let run = iku(&[command, office.text(), "--keluaran", at]);
        assert_eq!(run.status, 0, "{command}: {}{}", run.stdout, run.stderr);
    }
}
