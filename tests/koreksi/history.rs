//! What `riwayat` and `verifikasi` say of revisions, and of those that somebody touched, lost or put back.

use super::revisions::{causes, revised};
use super::signed::{signed, updated};
use super::{REPORT, correct, office};
use crate::common::iku;
use iku::deliver::sha256_hex;
use serde_json::Value;

#[test]
fn the_history_tells_each_revision_and_who_signed_it() {
    let office = office();
    let empty = iku(&["riwayat", office.text()]);
    assert_eq!((empty.status, empty.stdout.as_str()), (0, ""));
    assert_eq!(office.buat().status, 0);
    office.write("keluaran/2021/iku-2021.pdf", &signed(&office.read("keluaran/2021/iku-2021.pdf")));
    correct(&office, 130);
    assert_eq!(iku(&["buat", office.text(), "--alasan", "A salah ketik"]).status, 0);
    let run = iku(&["riwayat", office.text()]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 2, "{}", run.stdout);
    for part in [
        "2021 revisi 1",
        "1.1 12,50 %",
        "oleh EDY pada 2022-01-25 09:30:00 +07:00 (nama menurut tulisannya sendiri)",
        "mencakup seluruh isi",
    ] {
        assert!(lines[0].contains(part), "{part} is not in {}", lines[0]);
    }
    // Nobody but the head knows of a pen.
    for part in ["revisi 2", "A salah ketik", "7,50", "tanda tangan basah (tidak terlihat oleh program)"] {
        assert!(lines[1].contains(part), "{part} is not in {}", lines[1]);
    }
    let json: Value = serde_json::from_str(&iku(&["riwayat", office.text(), "--json"]).stdout).unwrap();
    assert_eq!(json[0]["ditandatangani"], true);
    assert_eq!(json[0]["tanda_tangan"][0]["mencakup_seluruhnya"], true);
    assert_eq!((&json[1]["alasan"], &json[1]["ditandatangani"]), (&"A salah ketik".into(), &Value::Null));
    let none = iku(&["riwayat", office.text(), "--tahun", "2019", "--json"]);
    assert_eq!(none.stdout.trim(), "[]");
}

#[test]
fn verification_says_which_file_was_touched() {
    let office = office();
    assert_eq!(iku(&["verifikasi", office.text()]).status, 2, "there is nothing to verify yet");
    assert_eq!(office.buat().status, 0);
    correct(&office, 130);
    assert_eq!(office.buat().status, 0);
    // What the office does with its data afterwards is no matter of the papers.
    correct(&office, 999);
    let run = iku(&["verifikasi", office.text()]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert_eq!(run.stdout.matches("dihitung ulang dari potretnya: sama").count(), 2, "{}", run.stdout);
    assert!(!office.path("keluaran/2021/.iku-sementara").exists(), "personal data are left lying about");

    let (paper, book) = ("keluaran/2021/arsip/rev-1/iku-2021.pdf", "keluaran/2021/iku-2021.xlsx");
    let (old_paper, old_book) = (office.read(paper), office.read(book));
    office.write(paper, &signed(&old_paper));
    assert_eq!(iku(&["verifikasi", office.text()]).status, 0, "a signature is no touch");
    // What is appended and is no signature: a text, or a page's list of annotations.
    let pasted = [&old_paper[..], b"90 0 obj\n<< /Type /Sig /ByteRange [0 9 9 9] /Contents <00> >>\nendobj\n%%EOF\n"].concat();
    for (bytes, words) in [(pasted, "bukan pembaruan PDF"), (updated(&old_paper, "/OpenAction << >>", &[]), "pengaturan")] {
        office.write(paper, &bytes);
        let run = iku(&["verifikasi", office.text()]);
        assert_eq!(run.status, 1, "{}", run.stdout);
        assert!(run.stdout.contains("BERUBAH sesudah dibuat") && run.stdout.contains(words), "{}", run.stdout);
        let json: Value = serde_json::from_str(&iku(&["verifikasi", office.text(), "--json"]).stdout).unwrap();
        let file = &json[0]["berkas"][0];
        assert_eq!(file["keadaan"], "berubah_sesudah_dibuat");
        assert!(file["perubahan"][0].as_str().unwrap().contains(words), "{file}");
    }
    office.write(paper, b"%PDF-1.7 another");
    office.write(book, b"PK another");
    let run = iku(&["verifikasi", office.text()]);
    assert_eq!(run.status, 1);
    assert_eq!(run.stdout.matches("DIUBAH dengan tangan").count(), 2, "{}", run.stdout);
    let json: Value = serde_json::from_str(&iku(&["verifikasi", office.text(), "--json"]).stdout).unwrap();
    let states = |revision: &Value| {
        let files = revision["berkas"].as_array().unwrap().iter();
        files.map(|file| file["keadaan"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        (states(&json[0]), states(&json[1])),
        (vec!["disentuh".into(), "utuh".into()], vec!["utuh".into(), "disentuh".into()])
    );
    office.write(paper, &old_paper);
    office.write(book, &old_book);

    // A figure in the record changed by hand: its files are whole, its arithmetic is not.
    let record = String::from_utf8(office.read("keluaran/2021/iku-2021.json")).unwrap();
    office.write("keluaran/2021/iku-2021.json", record.replace("\"nilai\": \"7.5\"", "\"nilai\": \"9.5\"").as_bytes());
    let run = iku(&["verifikasi", office.text()]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("BERBEDA (1.1)"), "{}", run.stdout);
    for broken in ["not a record".to_owned(), "[]".to_owned(), record.replacen("\"revisi\": 2", "\"revisi\": \"dua\"", 1)] {
        assert_ne!(broken, record);
        office.write("keluaran/2021/iku-2021.json", broken.as_bytes());
        let run = iku(&["verifikasi", office.text()]);
        assert_eq!(run.status, 1, "{}", run.stdout);
        assert!(run.stdout.contains("iku-2021.json: catatan ini RUSAK"), "{}", run.stdout);
        let json: Value = serde_json::from_str(&iku(&["verifikasi", office.text(), "--json"]).stdout).unwrap();
        assert_eq!((&json[1]["utuh"], &json[1]["revisi"]), (&Value::Bool(false), &Value::Null));
    }
    office.write("keluaran/2021/iku-2021.json", record.as_bytes());
    office.write("keluaran/2021/arsip/rev-2/masukan.zip", b"PK lost");
    let run = iku(&["verifikasi", office.text()]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("TIDAK dapat dihitung ulang"), "{}", run.stdout);
}

#[test]
fn a_record_changed_by_hand_is_told_and_made_again() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let path = "keluaran/2021/iku-2021.json";
    let whole = office.read(path);
    type Edit = fn(&mut Value);
    let edits: [(&str, Edit); 13] = [
        ("indikator 1.1 tampil", |record| record["indikator"][0]["tampil"] = "98,18".into()),
        ("indikator 1.1 target", |record| record["indikator"][0]["target"] = "1".into()),
        ("indikator 1.1 nama", |record| record["indikator"][0]["nama"] = "Lain".into()),
        ("indikator 1.1 capaian predikat", |record| record["indikator"][0]["capaian"]["predikat"] = "Lain".into()),
        ("daerah", |record| record["daerah"] = "Kota Lain".into()),
        ("tanggal", |record| record["tanggal"] = "2020-01-01".into()),
        ("masukan", |record| record["masukan"][0]["sha256"] = "0".repeat(64).into()),
        ("masukan", |record| record["masukan"] = Value::Array(Vec::new())),
        ("bacaan", |record| record["bacaan"] = Value::Array(Vec::new())),
        ("BERBEDA", |record| record["ukuran"] = Value::Array(Vec::new())),
        ("luaran iku-2021.pdf", |record| drop(record["luaran"].as_array_mut().unwrap().remove(0))),
        ("potret", |record| record["potret"] = Value::Null),
        ("isi", |record| record["isi"] = "0".into()),
    ];
    for (told, edit) in edits {
        let mut record: Value = serde_json::from_slice(&whole).unwrap();
        edit(&mut record);
        office.write(path, serde_json::to_string_pretty(&record).unwrap().as_bytes());
        let run = iku(&["verifikasi", office.text()]);
        assert_eq!(run.status, 1, "{told}: {}", run.stdout);
        assert!(
            run.stdout.contains("DIUBAH dengan tangan sejak dibuat (") && run.stdout.contains(told),
            "{told}: {}",
            run.stdout
        );
    }
    // What the report shows is written again, and the changed record is kept.
    let mut record: Value = serde_json::from_slice(&whole).unwrap();
    record["indikator"][0]["nilai"] = "98.18".into();
    office.write(path, serde_json::to_string_pretty(&record).unwrap().as_bytes());
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(office.path("keluaran/2021/arsip/lain-1/iku-2021.json").is_file(), "{}", run.stderr);
    assert!(run.stderr.contains("lain-1/iku-2021.json"), "{}", run.stderr);
    assert!(office.read(path) == whole);
    assert_eq!(iku(&["verifikasi", office.text()]).status, 0);
    assert!(office.buat().stderr.contains("tidak ada yang berubah"));
    // A paper of other content, its digest put into the record: the same inputs give other bytes.
    let paper = "keluaran/2021/iku-2021.pdf";
    let mut other = office.read(paper);
    other.extend(b"%\n");
    let text = String::from_utf8(whole.clone()).unwrap().replace(&sha256_hex(&office.read(paper)), &sha256_hex(&other));
    office.write(paper, &other);
    office.write(path, text.as_bytes());
    let run = iku(&["verifikasi", office.text()]);
    assert!(run.status == 1 && run.stdout.contains("luaran iku-2021.pdf sha256"), "{}", run.stdout);
}

#[test]
fn a_revision_that_is_gone_or_put_back_is_told() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    correct(&office, 130);
    assert_eq!(office.buat().status, 0);
    let told = |words: &str| {
        let run = iku(&["verifikasi", office.text()]);
        assert!(run.status == 1 && run.stdout.contains(words), "{words}: {}", run.stdout);
        let run = iku(&["riwayat", office.text()]);
        assert!(run.status == 1 && run.stderr.contains(words), "{words}: {}", run.stderr);
        let json: Value = serde_json::from_str(&iku(&["riwayat", office.text(), "--json"]).stdout).unwrap();
        assert!(
            json.as_array().unwrap().iter().any(|one| one["kesalahan"].as_str().is_some_and(|why| why.contains(words))),
            "{json}"
        );
    };
    assert_eq!(iku(&["verifikasi", office.text()]).status, 0);
    let names = ["iku-2021.pdf", "iku-2021.xlsx", "iku-2021.json"];
    let standing: Vec<Vec<u8>> = names.iter().map(|name| office.read(&format!("{REPORT}/{name}"))).collect();
    for name in names {
        office.write(&format!("{REPORT}/{name}"), &office.read(&format!("{REPORT}/arsip/rev-1/{name}")));
    }
    told("revisi 1: ADA DUA");
    told("revisi 2: TIDAK ADA");
    told("yang berlaku revisi 1, padahal revisi 2 PERNAH DIBUAT");
    for (name, bytes) in names.iter().zip(&standing) {
        office.write(&format!("{REPORT}/{name}"), bytes);
    }
    assert_eq!(iku(&["verifikasi", office.text()]).status, 0);
    std::fs::remove_file(office.path("keluaran/2021/arsip/rev-1/iku-2021.json")).unwrap();
    told("revisi 1: TIDAK ADA");
}

#[test]
fn another_offices_report_is_no_revision_of_this_one() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let before = office.read("keluaran/2021/iku-2021.json");
    let record: Value = serde_json::from_slice(&before).unwrap();
    let (instansi, daerah) = (record["instansi"].as_str().unwrap().to_owned(), record["daerah"].as_str().unwrap().to_owned());
    office.edit_profile(&format!("daerah = \"{daerah}\""), "daerah = \"Kabupaten Lain\"");
    let run = office.buat();
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains(&format!("ada laporan {instansi} {daerah}, bukan laporan kantor ini")), "{}", run.stderr);
    assert!(office.read("keluaran/2021/iku-2021.json") == before);
    assert_eq!(iku(&["buat", office.text(), "--alasan", "daerah berganti nama"]).status, 0);
    // An office's own name may be put right: its indicators are its own still.
    office.edit_profile(&format!("nama = \"{instansi}\""), "nama = \"Dinas Koperasi dan UKM\"");
    assert_eq!(office.buat().status, 0);
}

#[test]
fn a_record_that_says_nothing_is_broken() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let path = "keluaran/2021/iku-2021.json";
    let whole: Value = serde_json::from_slice(&office.read(path)).unwrap();
    let mut lacking: Vec<String> = vec![r#"{"schema":"iku-record/1"}"#.to_owned()];
    for key in ["program", "tahun", "revisi", "tanggal", "instansi", "daerah", "ukuran", "indikator"] {
        let mut record = whole.clone();
        record.as_object_mut().unwrap().remove(key);
        lacking.push(record.to_string());
    }
    for record in lacking {
        office.write(path, record.as_bytes());
        for command in ["riwayat", "verifikasi"] {
            let run = iku(&[command, office.text()]);
            assert!(run.status == 1 && (run.stdout + &run.stderr).contains("catatan ini RUSAK"), "{command}: {record}");
        }
    }
    office.write(path, br#"{"schema":"iku-record/1"}"#);
    assert_eq!(office.buat().status, 0);
    let next: Value = serde_json::from_slice(&office.read(path)).unwrap();
    // What the broken record spoke of is still known by its snapshot: nothing moved.
    assert_eq!((&next["revisi"], &next["perubahan"][0]["angka"]), (&Value::from(2), &serde_json::json!([])));
    assert!(office.path("keluaran/2021/arsip/lain-1/iku-2021.json").is_file());
}

#[test]
fn a_draft_in_the_reports_place_is_no_report() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    assert_eq!(iku(&["buat", office.text(), "--draf"]).status, 0);
    for ending in ["pdf", "xlsx", "json"] {
        office.write(&format!("{REPORT}/iku-2021.{ending}"), &office.read(&format!("{REPORT}/iku-2021-draf.{ending}")));
    }
    for command in ["verifikasi", "riwayat"] {
        let run = iku(&[command, office.text()]);
        assert!(run.status == 1 && (run.stdout + &run.stderr).contains("catatan draf"), "{command}");
    }
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    for name in ["iku-2021.pdf", "iku-2021.xlsx", "iku-2021.json"] {
        assert!(office.path(&format!("{REPORT}/arsip/lain-1/{name}")).is_file(), "{name}");
    }
    // The first report was overwritten by hand; of what it rested on nothing is another.
    let record = office.record();
    assert_eq!((&record["draf"], &record["revisi"]), (&false.into(), &2.into()));
    assert_eq!(record["perubahan"][0]["angka"], serde_json::json!([]));
}

#[test]
fn a_report_without_its_record_is_followed_by_a_revision_that_says_what_it_can() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    std::fs::remove_file(office.path(&format!("{REPORT}/iku-2021.json"))).unwrap();
    correct(&office, 130);
    let change = revised(&office);
    assert!(causes(&change)[0].contains("keragaan 2021.csv"), "its snapshot is still there: {change}");
    assert_eq!(change["angka"][0]["menjadi"], "7,50");
    for lost in ["iku-2021.json", "arsip/rev-2/masukan.zip"] {
        std::fs::remove_file(office.path(&format!("{REPORT}/{lost}"))).unwrap();
    }
    office.write(&format!("{REPORT}/arsip/rev-2/catatan.txt"), b"x");
    let change = revised(&office);
    assert_eq!((&change["karena"][0]["apa"], &change["angka"]), (&"catatan_hilang".into(), &serde_json::json!([])), "{change}");
}

#[test]
fn a_lost_snapshot_is_packed_again_while_its_workbooks_are_the_same() {
    let office = office();
    assert_eq!(office.buat().status, 0);
    let name = format!("{REPORT}/arsip/rev-1/masukan.zip");
    let own = office.read(&name);
    std::fs::remove_file(office.path(&name)).unwrap();
    let run = office.buat();
    assert!(run.status == 0 && run.stderr.contains("ditulis kembali"), "{}", run.stderr);
    assert!(office.read(&name) == own);
    assert_eq!(iku(&["verifikasi", office.text()]).status, 0);
    // Saved again: the same cells, other bytes.
    std::fs::remove_file(office.path(&name)).unwrap();
    let text = String::from_utf8(office.read("data/keragaan 2021.csv")).unwrap();
    office.write("data/keragaan 2021.csv", text.replace('\n', "\r\n").as_bytes());
    let run = office.buat();
    assert!(run.status == 0 && run.stderr.contains("HILANG atau DIUBAH"), "{}", run.stderr);
    assert!(!office.path(&name).exists());
}
