//! What makes a revision, what it says of its causes, and that the same inputs give the same bytes.

use super::signed::signed;
use super::{GROWTH, REPORT, all_whole, correct, office};
use crate::common::{Office, ended, iku, program, small_profile, small_table};
use serde_json::Value;
use std::path::Path;
use std::process::Stdio;

#[test]
fn a_correction_makes_a_revision_that_says_what_moved_and_keeps_the_old_one() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let first = office.read("keluaran/2021/iku-2021.pdf");
    assert_eq!(office.record()["revisi"], 1);
    correct(&office, 130);
    let run = iku(&["buat", office.text(), "--alasan", "A salah ketik"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for part in ["revisi 2", "data/keragaan 2021.csv", "12,50 menjadi 7,50"] {
        assert!(run.stderr.contains(part), "{part} is not in\n{}", run.stderr);
    }
    assert_eq!(all_whole(&office), 2);
    assert!(office.read("keluaran/2021/arsip/rev-1/iku-2021.pdf") == first);
    let record = office.record();
    assert_eq!(record["alasan"], "A salah ketik");
    let change = &record["perubahan"][0];
    assert_eq!(
        change["karena"],
        serde_json::json!([
            { "apa": "berkas", "nama": "data/keragaan 2021.csv" },
            { "apa": "sel", "nama": "keragaan 2021, A: volume_usaha 150 menjadi 130 (data/keragaan 2021.csv!D2)" }
        ])
    );
    let measure = change["angka"].as_array().unwrap().iter().find(|one| one["tentang"] == "ukuran").unwrap();
    assert_eq!((&measure["id"], &measure["semula"], &measure["menjadi"]), (&"volume".into(), &"450".into(), &"430".into()));
    let moved = &change["angka"][0];
    assert_eq!((&moved["semula"], &moved["menjadi"], &moved["selisih"]), (&"12,50".into(), &"7,50".into(), &"-5,00".into()));
    let again = office.buat();
    assert!(again.stderr.contains("tidak ada yang berubah"), "{}", again.stderr);
    // The third tells both.
    office.edit_profile("target = { 2021 = 10 }", "target = { 2021 = 5 }");
    let run = office.buat();
    assert!(run.stderr.contains("target 2021 indikator 1.1 dalam iku.toml"), "{}", run.stderr);
    let record = office.record();
    assert_eq!(record["perubahan"].as_array().unwrap().len(), 2);
    assert_eq!(record["alasan"], Value::Null);
    assert_eq!(all_whole(&office), 3);
}

#[test]
fn a_file_of_these_names_that_iku_did_not_write_is_moved_aside_and_told() {
    let office = office();
    office.write("keluaran/2021/iku-2021.pdf", b"the head's own");
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("arsip/lain-1/iku-2021.pdf"), "{}", run.stderr);
    assert!(office.read("keluaran/2021/arsip/lain-1/iku-2021.pdf") == b"the head's own");
    office.write("keluaran/2021/iku-2021.xlsx", b"worked in by hand");
    let run = office.buat();
    assert!(run.stderr.contains("arsip/lain-2/iku-2021.xlsx"), "{}", run.stderr);
    assert!(office.read("keluaran/2021/arsip/lain-2/iku-2021.xlsx") == b"worked in by hand");
    assert_eq!(all_whole(&office), 1);
    office.write("keluaran/2021/iku-2021-draf.pdf", b"another's draft");
    assert_eq!(iku(&["buat", office.text(), "--draf"]).status, 0);
    assert!(office.read("keluaran/2021/arsip/lain-3/iku-2021-draf.pdf") == b"another's draft");
}

/// Bytes of the report's three files.
pub fn three(folder: &Path) -> [Vec<u8>; 3] {
    ["iku-2021.pdf", "iku-2021.xlsx", "iku-2021.json"].map(|name| std::fs::read(folder.join(name)).unwrap())
}

#[test]
fn the_same_inputs_give_the_same_bytes_in_any_folder_and_time_zone() {
    let first = Office::sample();
    assert_eq!(first.buat().status, 0);
    let other = Office::sample();
    let out = other.path("jauh di sana/hasil");
    // Another folder, another place to write to, another zone, another tongue, one processor.
    let mut run = program();
    run.args(["buat", ".", "--keluaran", out.to_str().unwrap()]).current_dir(other.folder.path());
    run.env("TZ", "America/Anchorage").env("LC_ALL", "tr_TR.UTF-8").env("HOME", "/nowhere").stderr(Stdio::null());
    assert_eq!(ended(run.status().unwrap()), 0);
    assert!(three(&first.path(REPORT)) == three(&out));
    // Both at once by two jobs, and one after the other by one.
    for jobs in ["1", "2"] {
        let both = other.path(&format!("pekerjaan {jobs}"));
        let run = iku(&["buat", first.text(), other.text(), "--pekerjaan", jobs, "--keluaran", both.to_str().unwrap()]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        for office in [&first, &other] {
            assert!(three(&both.join(office.folder.path().file_name().unwrap())) == three(&out), "{jobs} jobs");
        }
    }
}

#[test]
fn a_revision_made_again_has_the_same_bytes() {
    let office = office();
    office.edit_profile("tahun = 2021", "tahun = 2021\nlampirkan = true");
    assert_eq!(office.buat().status, 0);
    for (volume, alasan) in [(130, "pertama"), (140, "kedua")] {
        correct(&office, volume);
        assert_eq!(iku(&["buat", office.text(), "--alasan", alasan]).status, 0);
    }
    for (revisi, folder) in [("1", "arsip/rev-1/"), ("2", "arsip/rev-2/"), ("3", "")] {
        let run = iku(&["buat", office.text(), "--revisi", revisi]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(run.stderr.contains("sama persis"), "{}", run.stderr);
        for name in ["iku-2021.pdf", "iku-2021.xlsx", "iku-2021.json"] {
            let again = office.read(&format!("{REPORT}/rev-{revisi}-dibuat-ulang/{name}"));
            assert!(again == office.read(&format!("{REPORT}/{folder}{name}")), "{name} of revision {revisi} differs");
        }
    }
    assert_eq!(iku(&["buat", office.text(), "--revisi", "4"]).status, 2);
    // What stands where it is written, a signed paper as much as anything, is kept.
    let paper = signed(&office.read(&format!("{REPORT}/iku-2021.pdf")));
    std::fs::create_dir_all(office.path("luar")).unwrap();
    office.write("luar/iku-2021.pdf", &paper);
    let elsewhere = format!("{}/luar", office.text());
    let run = iku(&["buat", office.text(), "--revisi", "1", "--keluaran", &elsewhere]);
    assert!(run.stderr.contains("arsip/lain-1/iku-2021.pdf"), "{}", run.stderr);
    assert!(office.read("luar/arsip/lain-1/iku-2021.pdf") == paper);
    assert!(office.read("luar/iku-2021.pdf") == office.read(&format!("{REPORT}/arsip/rev-1/iku-2021.pdf")));
    assert_eq!(iku(&["buat", office.text(), "--revisi", "1", "--keluaran", &format!("{}/{REPORT}", office.text())]).status, 2);
    assert_eq!(all_whole(&office), 3);
}

/// A heading that reads otherwise is told by comparison with the report that stood before, which no snapshot holds.
#[test]
fn a_revision_of_a_changed_reading_is_made_again_to_the_byte() {
    let office = office();
    assert_eq!(iku(&["buat", office.text()]).status, 0);
    let table = small_table(&[("A", "180"), ("B", "300")]).replace("Volume Usaha", "Jumlah Volume Usaha");
    office.write("data/keragaan 2021.csv", table.as_bytes());
    let run = iku(&["buat", office.text()]);
    assert!(run.stderr.contains("bacaan-berubah"), "{}", run.stderr);
    let run = iku(&["buat", office.text(), "--revisi", "2"]);
    assert!(run.stderr.contains("sama persis"), "{}", run.stderr);
    std::fs::remove_file(office.path(&format!("{REPORT}/iku-2021.pdf"))).unwrap();
    assert_eq!(iku(&["buat", office.text()]).status, 0);
    assert_eq!(office.record()["revisi"], 2);
}

/// Two sasaran may have an indicator of one name: each is held against itself.
#[test]
fn indicators_of_one_name_are_no_figures_of_each_other() {
    let twice =
        "arah = \"naik\"\n[[sasaran]]\nuraian = \"Lain\"\n[[sasaran.indikator]]\nnama = \"Indikator\"\nrumus = \"koperasi\"";
    let (before, now) = (small_table(&[("A", "100"), ("B", "300")]), small_table(&[("A", "150"), ("B", "300")]));
    let files: [(&str, &str); 2] = [("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)];
    let office = Office::of(&small_profile(GROWTH, twice), &files);
    assert_eq!(iku(&["buat", office.text()]).status, 0);
    correct(&office, 130);
    assert_eq!(iku(&["buat", office.text()]).status, 0);
    let record = office.record();
    let moved = record["perubahan"][0]["angka"].as_array().unwrap();
    let mut moved = moved.iter().filter(|one| one["tentang"] != "ukuran").peekable();
    assert!(moved.peek().is_some() && moved.all(|one| one["id"] == "1.1"), "{record}");
}

pub fn revised(office: &Office) -> Value {
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    office.record()["perubahan"].as_array().unwrap().last().unwrap().clone()
}

pub fn causes(change: &Value) -> Vec<&str> {
    change["karena"].as_array().unwrap().iter().map(|one| one["nama"].as_str().unwrap()).collect()
}

#[test]
fn causes_are_what_changed_and_nothing_else() {
    let office = office();
    let other = "\n[[sasaran]]\nuraian = \"Kedua\"\n[[sasaran.indikator]]\nnama = \"Volume\"\nrumus = \"volume\"\n";
    let profile = String::from_utf8(office.read("iku.toml")).unwrap();
    office.write("iku.toml", format!("{profile}{other}").as_bytes());
    assert_eq!(office.buat().status, 0);
    // The second goal goes: no file changed, none of its figures did.
    office.write("iku.toml", profile.as_bytes());
    let change = revised(&office);
    assert_eq!(causes(&change), ["indikator Volume (dihapus)", "sasaran Kedua (dihapus)"]);
    let rows = change["angka"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["menjadi"]), (1, &"(dihapus)".into()), "{change}");
    // Of a target of the next year the workbook alone has room: it is told where nothing else changed, and no more then.
    office.edit_profile("target = { 2021 = 10 }", "target = { 2021 = 10, 2022 = 12 }");
    assert_eq!(causes(&revised(&office)), ["sasaran[1].indikator[1].target.2022"]);
    office.edit_profile("2022 = 12", "2022 = 13");
    correct(&office, 130);
    assert!(!revised(&office).to_string().contains("target.2022"));
    // The growth alone needs the year before; a count of this year does not.
    office.edit_profile(GROWTH, "volume[n]");
    office.edit_profile("tahun = 2021", "tahun = 2021\ntampil_tahun = 1");
    let change = revised(&office);
    assert!(causes(&change).contains(&"data/keragaan 2020.csv"), "{change}");
    let loose = change["karena"].as_array().unwrap().iter().find(|one| one["nama"] == "data/keragaan 2020.csv").unwrap();
    assert_eq!(loose["apa"], "berkas_lepas", "{change}");
    assert!(!change.to_string().contains("baris dihapus"), "{change}");
}
