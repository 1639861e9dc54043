//! Each spoilt office of `samples/salah`: the finding that its first line names,
//! at its place, in literally these words; and the manual of all findings.

mod common;

use common::golden::difference;
use common::{Office, iku};
use iku::diagnostic::{Kode, Tingkat};
use std::fmt::Write;

/// `kode di berkas!lembar!sel` of a finding in the record.
fn place(temuan: &serde_json::Value) -> String {
    let mut text = format!("{} di {}", temuan["kode"].as_str().unwrap(), temuan["berkas"].as_str().unwrap());
    for part in ["lembar", "sel"] {
        if let Some(part) = temuan[part].as_str() {
            text.push('!');
            text.push_str(part);
        }
    }
    text
}

/// What `iku periksa` says of an office laid out in a scratch folder, whose
/// name is its own and no part of the text.
fn said(office: &Office, args: &[&str]) -> (i32, String) {
    let mut all = vec!["periksa", office.text()];
    all.extend(args);
    let run = iku(&all);
    let name = office.folder.path().file_name().unwrap().to_str().unwrap();
    (run.status, run.stderr.replace(name, "kantor"))
}

#[test]
fn every_spoilt_office_is_told_at_its_place_in_these_words() {
    let mut wrong = Vec::new();
    for kode in Kode::ALL {
        let office = Office::salah(kode.text());
        let profile = String::from_utf8(office.read("iku.toml")).unwrap();
        let expected = profile.lines().next().and_then(|line| line.strip_prefix("# temuan: ")).unwrap().to_owned();
        let run = iku(&["periksa", "--json", office.text()]);
        let record: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let found: Vec<String> = record["temuan"].as_array().unwrap().iter().map(place).collect();
        if !found.contains(&expected) {
            wrong.push(format!("{expected}: not found, but {found:?}"));
        }
        let galat = kode.tingkat() == Tingkat::Galat;
        let others: Vec<&serde_json::Value> = record["temuan"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["tingkat"] == "galat" && place(one) != expected)
            .collect();
        if !others.is_empty() {
            wrong.push(format!("{expected}: one fault makes one galat, but also {others:?}"));
        }
        let (status, stderr) = said(&office, &["--catatan"]);
        if status != i32::from(galat) || run.status != status {
            wrong.push(format!("{expected}: exit status {status}"));
        }
        wrong.extend(difference(&format!("samples/salah/{}/temuan.txt", kode.text()), &stderr));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_manual_in_docs_is_what_the_codes_say() {
    let mut page = String::from(
        "# Temuan\n\n\
        Setiap temuan `iku` mempunyai kode, tempat (berkas, lembar, sel), dan cara memperbaikinya. Halaman ini sama dengan\n\
        `iku jelaskan KODE`.\n\n\
        - **galat**: laporan tidak dibuat sampai diperbaiki (atau diterima dengan `[[terima]]`, bila boleh).\n\
        - **peringatan**: laporan dibuat, dan peringatannya tercetak pada bagian catatan.\n\
        - **catatan**: hal yang perlu diketahui pembaca data.\n\n\
        | kode | tingkat | arti |\n|---|---|---|\n",
    );
    for kode in Kode::ALL {
        let [(_, first), ..] = kode.manual();
        writeln!(page, "| [{0}](#{0}) | {1} | {2} |", kode.text(), kode.tingkat().text(), first.replace('|', "\\|")).unwrap();
    }
    for kode in Kode::ALL {
        let [(_, first), lines @ ..] = kode.manual();
        write!(page, "\n## {}\n\n*{}.* {first}\n\n", kode.text(), kode.tingkat().text()).unwrap();
        for (head, text) in lines {
            writeln!(page, "- **{head}**: {text}").unwrap();
        }
    }
    assert_eq!(difference("docs/temuan.md", &page), None);
}
