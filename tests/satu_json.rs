//! Whoever asks for JSON gets one JSON value and nothing beside it, from every
//! command and whatever happens.

mod common;

use common::{Office, Run, iku};
use serde_json::Value;
use std::path::Path;

/// What a call is tried on.
struct Place {
    /// A sound office with a report.
    office: Office,
    /// Where nothing may be written: a file stands in the place of the folder.
    blocked: String,
    /// A folder that is not there.
    nowhere: String,
}

impl Place {
    fn new() -> Self {
        let office = Office::sample();
        assert_eq!(office.buat().status, 0);
        office.write("berkas", b"");
        let (blocked, nowhere) = (format!("{}/berkas/di dalam", office.text()), format!("{}/tidak/ada", office.text()));
        Self { office, blocked, nowhere }
    }

    /// `{}` the office, `{b}` a workbook of it, `{x}` where nothing may be written, `{?}` what is not there.
    fn run(&self, call: &str) -> Run {
        let book = format!("{}/data/Data UMKM 2021.xlsx", self.office.text());
        let filled = |word: &str| {
            let word = word.replace("{x}", &self.blocked).replace("{?}", &self.nowhere);
            word.replace("{b}", &book).replace("{}", self.office.text())
        };
        let words: Vec<String> = call.split(' ').map(filled).chain(["--json".to_owned()]).collect();
        iku(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

/// The one value; `call` failed if there is none, or more.
fn one(call: &str, run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{call}: {error}\n{}\n{}", run.stdout, run.stderr))
}

fn tried(place: &Place, status: i32, calls: &[&str]) {
    for call in calls {
        let run = place.run(call);
        let value = one(call, &run);
        assert_eq!(run.status, status, "{call}: {}\n{value}", run.stderr);
        // A summary says how it went; a refusal without an answer says why.
        if let Some(told) = value.get("status") {
            assert_eq!(told.as_i64(), Some(i64::from(status)), "{call}: {value}");
            assert!(status == 0 || value["kesalahan"].as_array().is_some_and(|all| !all.is_empty()), "{call}: {value}");
        }
    }
}

/// Every command that the program's help names, so that a new one is not forgotten.
const ALL: [&str; 16] = [
    "buat {}",
    "periksa {}",
    "lihat {b}",
    "lihat {b} --profil {}",
    "jelaskan 1.1 {}",
    "jelaskan bukan-angka",
    "siapkan {}/baru",
    "banding {}",
    "riwayat {}",
    "verifikasi {}",
    "rekap {} --keluaran {}/rekap",
    "tambah 04-koperasi-aktif {} --sasaran 1",
    "daftar",
    "panduan rumus",
    "bantuan buat",
    "pelengkap bash",
];

#[test]
fn every_command_answers_with_one_value() {
    let place = Place::new();
    let help = iku(&["bantuan"]).stdout;
    let list = help.split("Perintah:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    for name in list.lines().filter_map(|line| line.split_whitespace().next()) {
        assert!(ALL.iter().any(|call| call.split(' ').next() == Some(name)), "`{name}` is not tried");
    }
    tried(&place, 0, &ALL);
    tried(&place, 0, &["--help", "buat --help", "--version", "bantuan", "pelengkap man", "PERIKSA {}"]);
    let several = one("several", &place.run("periksa {} {}/baru"));
    assert_eq!(several.as_array().map(Vec::len), Some(2));
    // Of several each says whose it is; one office's summary has what it has among several.
    assert!(several[1]["folder"] == "baru" && several[0]["schema"] == "iku-record/1", "{several}");
    let summary = one("buat", &place.run("buat {}"));
    assert!(summary["status"] == 0 && summary["hasil"].is_string(), "{summary}");
    let refused = one("buat", &place.run("buat {?}"));
    assert!(refused["status"] == 2 && refused["kesalahan"].is_array() && refused.get("pesan").is_none(), "{refused}");
    let explained = one("jelaskan", &place.run("jelaskan 1.1 {}"));
    assert_eq!(explained["nilai"], place.office.record()["indikator"][0]["nilai"]);
}

#[test]
fn a_folder_that_is_not_there_is_told_in_the_value() {
    let place = Place::new();
    let calls = [
        "buat {?}",
        "periksa {?}",
        "lihat {b} --profil {?}",
        "jelaskan 1.1 {?}",
        "banding {?}",
        "banding {} {?}",
        "riwayat {?}",
        "verifikasi {?}",
        "rekap {?}",
        "tambah 04 {?}",
    ];
    tried(&place, 2, &calls);
    for call in calls {
        assert!(one(call, &place.run(call)).to_string().contains("folder ini tidak ada"), "{call}");
    }
    tried(&place, 2, &["lihat {?}.xlsx", "lihat {}", "buat {} {?}", "periksa {b}", "riwayat {b}", "rekap {b}", "banding {b}"]);
}

#[test]
fn a_profile_that_is_wrong_is_told_in_the_value() {
    let place = Place::new();
    place.office.edit_profile("daerah = \"Kota Pasuruan\"", "derah = \"Kota Pasuruan\"");
    let calls = ["buat {}", "buat {} --revisi 9", "periksa {}", "lihat {b} --profil {}", "jelaskan 1.1 {}", "banding {}"];
    tried(&place, 2, &calls);
    for call in calls.iter().filter(|call| !call.contains("--revisi")) {
        assert!(one(call, &place.run(call)).to_string().contains("daerah"), "{call}");
    }
    // What stands is told whatever the profile says now.
    tried(&place, 0, &["riwayat {}", "verifikasi {}"]);
    place.office.write("iku.toml", b"[instansi\n");
    tried(&place, 2, &["buat {}", "periksa {}", "tambah 04 {}", "siapkan {} --tahun 2022", "siapkan {}"]);
    // What is added to a wrong profile would hide where it is wrong; and no year is opened backwards.
    let place = Place::new();
    tried(&place, 2, &["siapkan {} --tahun 2020"]);
    let sound = place.office.read("iku.toml");
    let wrong = [&sound[..], b"\nfoo = 1\n"].concat();
    place.office.write("iku.toml", &wrong);
    tried(&place, 2, &["tambah 04-koperasi-aktif {} --sasaran 1"]);
    assert!(place.office.read("iku.toml") == wrong);
}

#[test]
fn wrong_usage_is_told_in_the_value() {
    let place = Place::new();
    let calls = [
        "bauat {}",
        "{}",
        "buat {} --tahun abc",
        "buat {} --thun 2021",
        "buat {} {}",
        "periksa {} --perbaiki",
        "jelaskan 9.9 {}",
        "jelaskan bukan-anka",
        "siapkan",
        "siapkan {} --templat ikku",
        "siapkan {}/baru --nip 123",
        "banding {} --dari 7",
        "banding {} {} {}",
        "buat {} --revisi 7",
        "tambah tidak-ada {}",
        "tambah 04 {} --sasaran 9",
        "panduan profl",
        "bantuan bauat",
        "pelengkap csh",
    ];
    tried(&place, 2, &calls);
}

#[test]
fn what_cannot_be_written_is_told_in_the_value() {
    let place = Place::new();
    tried(&place, 2, &["buat {} --keluaran {x}", "rekap {} --keluaran {x}", "siapkan {x}", "banding {} --xlsx {x}/a.xlsx"]);
    let told = one("siapkan", &place.run("siapkan {x}")).to_string();
    assert!(told.contains("Folder kantor tidak dapat ditulis"), "{told}");
    assert!(one("periksa", &place.run("periksa {} --tandai {x}")).get("schema").is_some());
}

/// A device without room takes no answer: that is told, and the status says so.
#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_given_is_a_fault_that_is_told() {
    let place = Place::new();
    if !Path::new("/dev/full").exists() {
        return;
    }
    let folder = place.office.text();
    for call in [&["periksa", folder][..], &["riwayat", folder], &["daftar"], &["--help"], &["--version"], &["pelengkap", "man"]]
    {
        for json in [false, true].into_iter().filter(|json| !json || call[0] != "periksa") {
            let mut command = common::program();
            command.args(call).args(json.then_some("--json"));
            // Without --json a check answers on standard error.
            if call[0] == "periksa" {
                command.arg("--json");
            }
            let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
            let output = command.stdin(std::process::Stdio::null()).stdout(full).output().unwrap();
            let told = String::from_utf8(output.stderr).unwrap();
            assert_eq!(common::ended(output.status), 3, "{call:?}: {told}");
            assert!(told.contains("disk penuh") && !told.contains("os error"), "{call:?}: {told}");
        }
    }
}
