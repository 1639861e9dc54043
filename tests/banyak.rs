//! Many offices in one command: side by side, each as if made alone, none stopped
//! by another, and stopped cleanly by Ctrl-C.

mod common;

use common::{iku, program};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const PROFILE: &str = r#"
[instansi]
nama = "Dinas Koperasi"
daerah = "Kabupaten NAMA"
[laporan]
tahun = 2021
[penandatangan]
tempat = "Kantor"
tanggal = 2022-01-24
jabatan = ["Kepala"]
nama = "Nama Kepala"
[sumber.keragaan]
nama = "Lap. Keragaan"
bentuk = "keragaan"
berkas = "data/keragaan {tahun}.csv"
kunci = ["nomor_bh"]
[ukuran.volume_usaha]
rumus = "SUM(keragaan.volume_usaha)"
sebutan = "Jumlah volume usaha koperasi"
satuan = "Rp"
[[sasaran]]
uraian = "Meningkatnya volume usaha koperasi"
[[sasaran.indikator]]
nama = "Pertumbuhan Volume Usaha"
rumus = "(volume_usaha[n] - volume_usaha[n-1]) / volume_usaha[n-1] * 100"
satuan = "%"
"#;

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test lays out its own folders")]
    fs::write(path, bytes).unwrap();
}

fn table(base: usize, last: &str) -> String {
    let rows = (1..=4).map(|row| format!("{row};Koperasi {row};{row}/BH/2001;{}", base + row * 10));
    let rows: Vec<String> = rows.chain([format!("5;Koperasi 5;5/BH/2001;{last}")]).collect();
    format!("No;Nama Koperasi;Nomor Badan Hukum;Volume Usaha (Rp)\n{}\n", rows.join("\n"))
}

/// A folder of so many offices, `kab-00` and so on.
fn province(count: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for index in 0..count {
        let office = folder.path().join(format!("kab-{index:02}"));
        put(&office.join("iku.toml"), PROFILE.replace("NAMA", &format!("Nomor {index}")).as_bytes());
        put(&office.join("data/keragaan 2020.csv"), table(1000, "900").as_bytes());
        put(&office.join("data/keragaan 2021.csv"), table(1000 + index * 7, "1.200").as_bytes());
    }
    folder
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Every file that was made, by its path.
fn made(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(one) = folders.pop() {
        for path in fs::read_dir(&one).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with(".iku-kunci") {
                files.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn together_they_are_made_as_one_by_one_whatever_the_number_of_jobs() {
    let province = province(5);
    let alone = tempfile::tempdir().unwrap();
    for index in 0..5 {
        let name = format!("kab-{index:02}");
        let run = iku(&["buat", text(&province.path().join(&name)), "--keluaran", text(&alone.path().join(&name))]);
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
    let expected = made(alone.path());
    assert_eq!(expected.len(), 5 * 4, "{:?}", expected.keys());
    for jobs in ["1", "2", "7"] {
        let together = tempfile::tempdir().unwrap();
        let run = iku(&["buat", text(province.path()), "--pekerjaan", jobs, "--keluaran", text(together.path())]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(made(together.path()) == expected, "--pekerjaan {jobs}");
        assert!(run.stderr.contains("5 kantor selesai") && run.stdout.is_empty(), "{}", run.stderr);
    }
}

#[test]
fn one_that_fails_stops_no_other_and_is_in_the_table_and_the_json() {
    let province = province(4);
    let office = |name: &str| province.path().join(name);
    put(&office("kab-01").join("data/keragaan 2021.csv"), table(1000, "±3jt").as_bytes());
    put(&office("kab-02").join("iku.toml"), b"[instansi]\nnma = 1\n");
    let run = iku(&["buat", text(province.path()), "--json"]);
    assert_eq!(run.status, 2, "the highest status counts: {}", run.stderr);
    let all: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let ends: Vec<_> =
        all.as_array().unwrap().iter().map(|one| (one["folder"].as_str().unwrap(), one["status"].as_u64())).collect();
    let expected = [("kab-00", Some(0)), ("kab-01", Some(1)), ("kab-02", Some(2)), ("kab-03", Some(0))];
    assert_eq!(ends, expected);
    assert!(all[1]["temuan"].as_array().unwrap().iter().any(|one| one["kode"] == "bukan-angka"), "{}", all[1]);
    assert!(all[2]["kesalahan"].to_string().contains("nma"), "{}", all[2]);
    assert!(all[0]["detik"].is_number() && all[0]["hasil"] == "dibuat", "{}", all[0]);
    assert!(office("kab-03").join("keluaran/2021/iku-2021.pdf").is_file());
    assert!(!office("kab-01").join("keluaran/2021/iku-2021.pdf").exists());
    // Each row, then what is to be done and where.
    let (table, to_do) = run.stderr.split_once("Perlu tindakan (2 kantor)").unwrap();
    assert!((0..4).all(|index| table.lines().any(|line| line.starts_with(&format!("kab-{index:02}  ")))), "{table}");
    assert!(to_do.contains("bukan-angka") && to_do.contains("±3jt") && to_do.contains("kab-02: iku.toml:"), "{to_do}");
    // The Windows build writes a path as Windows does.
    let told = to_do.replace('\\', "/");
    assert!(told.contains(&format!("iku periksa \"{}\"", office("kab-01").display())), "{to_do}");
    assert!(to_do.contains("2 selesai, 2 belum"), "{to_do}");

    let run = iku(&["periksa", text(province.path()), "--json"]);
    assert_eq!(run.status, 2);
    let all: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(all[0]["schema"], "iku-record/1");
    assert_eq!(all[0]["daerah"], "Kabupaten Nomor 0");
    assert_eq!((&all[2]["folder"], &all[2]["status"]), (&"kab-02".into(), &2.into()));
}

#[test]
fn running_again_writes_only_what_is_missing_or_changed() {
    let province = province(3);
    assert_eq!(iku(&["buat", text(province.path())]).status, 0);
    let before = made(province.path());
    put(&province.path().join("kab-01/data/keragaan 2021.csv"), table(1500, "1.200").as_bytes());
    fs::remove_dir_all(province.path().join("kab-02/keluaran")).unwrap();
    let run = iku(&["buat", text(province.path()), "--json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let all: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let ends: Vec<&str> = all.as_array().unwrap().iter().map(|one| one["hasil"].as_str().unwrap()).collect();
    assert_eq!(ends, ["tetap", "revisi 2", "dibuat"]);
    let after = made(province.path());
    let same =
        |name: &str| before.iter().filter(|(path, _)| path.starts_with(name)).all(|(path, bytes)| after.get(path) == Some(bytes));
    assert!(same("kab-00") && same("kab-02") && !same("kab-01"));
}

#[test]
fn a_folder_named_twice_is_refused_before_anything_is_written() {
    let province = province(1);
    let office = province.path().join("kab-00");
    let run = iku(&["buat", text(&office), text(&office)]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("disebut dua kali") && !office.join("keluaran").exists(), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn ctrl_c_finishes_what_is_begun_and_the_next_run_does_the_rest() {
    use std::process::{Command, Stdio};
    let province = province(40);
    let running = program()
        .args(["buat", text(province.path()), "--pekerjaan", "1", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let first = province.path().join("kab-00/keluaran/2021/iku-2021.json");
    while !first.exists() {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    assert!(Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap().success());
    let output = running.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(130), "{said}");
    let all: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let ends: Vec<&str> = all.as_array().unwrap().iter().map(|one| one["hasil"].as_str().unwrap()).collect();
    assert_eq!(ends.len(), 40);
    for (index, hasil) in ends.iter().enumerate() {
        let report = province.path().join(format!("kab-{index:02}/keluaran/2021"));
        match *hasil {
            "dibuat" => assert!(["pdf", "xlsx", "json"].iter().all(|ending| report.join(format!("iku-2021.{ending}")).is_file())),
            "belum dikerjakan" => assert!(!report.exists()),
            other => panic!("{index}: {other}"),
        }
    }
    let done = ends.iter().filter(|hasil| **hasil == "dibuat").count();
    assert!((1..40).contains(&done), "{said}");
    let again = iku(&["buat", text(province.path()), "--json"]);
    assert_eq!(again.status, 0, "{}", again.stderr);
    assert_eq!(again.stdout.matches("\"hasil\": \"tetap\"").count(), done);
}

#[test]
fn a_folder_that_only_lacks_its_profile_is_told_and_not_passed_over() {
    let province = province(2);
    fs::rename(province.path().join("kab-01/iku.toml"), province.path().join("kab-01/iku.toml.txt")).unwrap();
    put(&province.path().join("surat/undangan.docx"), b"x");
    for command in ["buat", "periksa"] {
        let run = iku(&[command, text(province.path())]);
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(
            run.stderr.contains("kab-01") && run.stderr.contains("iku.toml.txt") && !run.stderr.contains("surat"),
            "{}",
            run.stderr
        );
    }
    assert!(province.path().join("kab-00/keluaran/2021/iku-2021.pdf").is_file());
}
