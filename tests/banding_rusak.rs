//! Comparisons over records and snapshots that are cut short, broken or changed by hand: each ends with a word and a
//! status, and what is compared is the revision that is named, or nothing.

mod common;

use common::{Office, iku, small_profile, small_table};
use serde_json::Value;

const RECORD: &str = "keluaran/2021/iku-2021.json";

/// Two revisions, and a third state of the files.
fn office() -> Office {
    let table = |volume: &str| small_table(&[("A", volume), ("B", "300"), ("C", "60")]);
    let office = Office::of(
        &small_profile("(volume[n] - volume[n-1]) / volume[n-1] * 100", "arah = \"naik\"\ntarget = { 2021 = 10 }"),
        &[("data/keragaan 2020.csv", &table("100")), ("data/keragaan 2021.csv", &table("150"))],
    );
    assert_eq!(office.buat().status, 0);
    office.write("data/keragaan 2021.csv", table("170").as_bytes());
    assert_eq!(office.buat().status, 0);
    office.write("data/keragaan 2021.csv", table("190").as_bytes());
    office
}

/// What `iku banding --json` says, if it compared anything.
fn compared(office: &Office, more: &[&str]) -> (i32, Option<Value>, String) {
    let run = iku(&[&["banding", office.text(), "--json"], more].concat());
    assert!((0..=2).contains(&run.status) && !run.stderr.contains("panicked"), "{more:?}: {} {}", run.status, run.stderr);
    let value: Option<Value> = serde_json::from_str(&run.stdout).ok();
    (run.status, value.filter(|value| !value["banding"].is_null()), run.stderr)
}

/// A record as somebody left it: what was done, and its bytes.
fn left(record: &str) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<(String, Vec<u8>)> = Vec::new();
    for part in 0..12 {
        let end = (0..=record.len() * part / 12).rev().find(|end| record.is_char_boundary(*end)).unwrap();
        all.push((format!("cut at {end}"), record.as_bytes()[..end].to_vec()));
    }
    let mut put = |what: &str, bytes: Vec<u8>| all.push((what.to_owned(), bytes));
    put("a byte too few", record.as_bytes()[..record.trim_end().len() - 1].to_vec());
    put("twice over", [record, record].concat().into_bytes());
    put("no JSON", b"iku 2021\n".to_vec());
    put("a list", format!("[{record}]").into_bytes());
    put("nested", [b"[".repeat(5000), b"]".repeat(5000)].concat());
    put("UTF-16", record.encode_utf16().flat_map(u16::to_le_bytes).collect());
    put("with a mark", [b"\xef\xbb\xbf", record.as_bytes()].concat());
    put(
        "no UTF-8",
        record.replacen("Dinas", "D\u{1}nas", 1).into_bytes().into_iter().map(|b| if b == 1 { 0xff } else { b }).collect(),
    );
    put("noughts", vec![0; 4096]);
    for (member, values) in [
        ("revisi", &["0", "-1", "1", "3", "99", "4294967296", "\"2\"", "null", "1.5", "[2]"][..]),
        ("tahun", &["2020", "0", "99999999999", "\"2021\"", "null"]),
        ("schema", &["\"iku-record/2\"", "null", "1"]),
        ("draf", &["true", "null"]),
        ("indikator", &["[]", "null", "{}", "[1]"]),
        ("ukuran", &["null", "[{}]"]),
        (
            "potret",
            &["null", "1", "{\"berkas\": \"../../iku.toml\", \"sha256\": \"\"}", "{\"berkas\": \"arsip/rev-1/masukan.zip\"}"],
        ),
        ("luaran", &["null", "[{\"berkas\": \"../iku.toml\"}]"]),
    ] {
        for value in values {
            let mut whole: Value = serde_json::from_str(record).unwrap();
            whole[member] = serde_json::from_str(value).unwrap();
            put(&format!("{member} = {value}"), format!("{whole:#}\n").into_bytes());
        }
    }
    let mut whole: Value = serde_json::from_str(record).unwrap();
    whole["indikator"][0]["nilai"] = "999".into();
    whole["indikator"][0]["tampil"] = "999,00".into();
    put("a figure changed", format!("{whole:#}\n").into_bytes());
    // One byte anywhere, as a failing disk leaves it.
    let mut seed: u64 = 42;
    for _ in 0..16 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut bytes = record.as_bytes().to_vec();
        let at = (seed >> 33) as usize % bytes.len();
        bytes[at] ^= 1 << ((seed >> 20) & 7);
        put(&format!("byte {at}"), bytes);
    }
    all
}

#[test]
fn a_broken_record_ends_with_a_word_and_never_in_another_comparison() {
    let office = office();
    let whole = String::from_utf8(office.read(RECORD)).unwrap();
    let against_files = |dari: &str| compared(&office, &["--dari", dari]).1.unwrap();
    let (first, second) = (against_files("1"), against_files("2"));
    let between = compared(&office, &["--ke", "2"]).1.unwrap();
    assert!(first != second && compared(&office, &[]) == (0, Some(second.clone()), String::new()));
    let mut compared_at_all = 0;
    for (what, bytes) in left(&whole) {
        office.write(RECORD, &bytes);
        for more in [&[][..], &["--ke", "2"], &["--dari", "1"]] {
            let (status, found, heard) = compared(&office, more);
            // Which revision it is says the title; what was compared is that one.
            if let Some(found) = &found {
                compared_at_all += 1;
                assert!([&first, &second, &between].contains(&found), "{what} {more:?}: {found:#}");
            }
            assert!(status == 0 || !heard.is_empty(), "{what} {more:?}: not a word");
            assert!(status != 0 || found.is_some(), "{what} {more:?}");
        }
        for command in ["riwayat", "verifikasi"] {
            let run = iku(&[command, office.text(), "--json"]);
            assert!((0..=2).contains(&run.status) && !run.stderr.contains("panicked"), "{what} {command}: {}", run.stderr);
            assert!(serde_json::from_str::<Value>(&run.stdout).is_ok(), "{what} {command}: {}", run.stdout);
        }
    }
    assert!(compared_at_all > 60, "{compared_at_all}");
    office.write(RECORD, whole.as_bytes());
    assert_eq!(compared(&office, &[]), (0, Some(second), String::new()));
}

#[test]
fn what_is_amiss_with_the_records_is_told_beside_the_comparison() {
    let office = office();
    let whole = String::from_utf8(office.read(RECORD)).unwrap();
    let edited = |from: &str, to: &str| {
        assert!(whole.contains(from), "{whole}");
        office.write(RECORD, whole.replacen(from, to, 1).as_bytes());
    };
    // The one that stands says that it is the first: two of that number, and the second is gone.
    edited("\"revisi\": 2", "\"revisi\": 1");
    let (status, found, heard) = compared(&office, &[]);
    assert!(status == 2 && found.is_none() && heard.contains("dua catatan dengan nomor revisi 1"), "{heard}");
    // It is cut short: the first is what is left to compare with, and that is told.
    office.write(RECORD, &whole.as_bytes()[..whole.len() / 2]);
    let (status, found, heard) = compared(&office, &[]);
    assert!(status == 1 && heard.contains("RUSAK"), "{heard}");
    assert!(found.unwrap()["tentang"].as_str().unwrap().contains("revisi 1"));
    // A figure of it was changed: what is compared is what its workbooks gave.
    edited("\"tampil\": \"", "\"tampil\": \"9");
    let changed: Value = {
        let mut record: Value = serde_json::from_str(&whole).unwrap();
        record["indikator"][0]["nilai"] = "999".into();
        record
    };
    office.write(RECORD, format!("{changed:#}\n").as_bytes());
    let (status, found, heard) = compared(&office, &[]);
    assert!(status == 1 && found.is_some() && heard.contains("DIUBAH dengan tangan") && heard.contains("1.1"), "{heard}");
    let run = iku(&["jelaskan", "1.1", office.text(), "--revisi", "2"]);
    assert!(run.stderr.contains("DIUBAH dengan tangan"), "{}", run.stderr);
}

#[test]
fn another_snapshot_is_not_compared_under_a_revisions_name() {
    let office = office();
    let (first, second) = ("keluaran/2021/arsip/rev-1/masukan.zip", "keluaran/2021/arsip/rev-2/masukan.zip");
    let own = office.read(second);
    office.write(second, &office.read(first));
    for args in [&["banding"][..], &["banding", "--json"], &["banding", "--ke", "2"], &["jelaskan", "1.1", "--revisi", "2"]] {
        let run = iku(&[args, &[office.text()]].concat());
        assert_eq!(run.status, 2, "{args:?} {}", run.stdout);
        assert!(run.stderr.contains("bukan yang tercatat"), "{args:?} {}", run.stderr);
    }
    // The first is as it was; a snapshot that is cut short or gone is told as such.
    assert_eq!(iku(&["banding", office.text(), "--dari", "1"]).status, 0);
    office.write(second, &own[..own.len() / 2]);
    assert_eq!(iku(&["banding", office.text()]).status, 2);
    std::fs::remove_file(office.path(second)).unwrap();
    let run = iku(&["banding", office.text()]);
    assert!(run.status == 2 && run.stderr.contains("tidak ada atau rusak"), "{}", run.stderr);
    office.write(second, &own);
    assert_eq!(iku(&["banding", office.text()]).status, 0);
}
