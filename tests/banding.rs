//! Comparisons as an office makes them: which cell, what figure, by how much.

mod common;

use common::{Office, iku, small_profile, small_table};
use rust_decimal::Decimal;
use serde_json::Value;

const GROWTH: &str = "(volume[n] - volume[n-1]) / volume[n-1] * 100";

fn office(now: &[(&str, &str)]) -> Office {
    let (before, now) = (small_table(&[("A", "100"), ("B", "300"), ("C", "50")]), small_table(now));
    let office = Office::of(
        &small_profile(GROWTH, "arah = \"naik\"\ntarget = { 2021 = 10 }"),
        &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)],
    );
    assert_eq!(office.buat().status, 0);
    office
}

fn set(office: &Office, rows: &[(&str, &str)]) {
    office.write("data/keragaan 2021.csv", small_table(rows).as_bytes());
}

fn banding(office: &Office, more: &[&str]) -> Value {
    let run = iku(&[&["banding", office.text(), "--json"], more].concat());
    assert_eq!(run.status, 0, "{}", run.stderr);
    serde_json::from_str::<Value>(&run.stdout).unwrap()["banding"].clone()
}

fn figure<'a>(found: &'a Value, id: &str, tentang: &str) -> &'a Value {
    found["angka"].as_array().unwrap().iter().find(|one| one["id"] == id && one["tentang"] == tentang).unwrap()
}

fn number(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

/// The contributions of a figure add up to its difference, exactly.
fn adds_up(angka: &Value) -> usize {
    let parts = angka["kontribusi"].as_array().unwrap();
    let sum: Decimal = parts.iter().map(|part| number(&part["nilai"])).sum();
    assert_eq!(sum, number(&angka["selisih"]), "{angka:#}");
    parts.len()
}

#[test]
fn one_corrected_cell_of_the_sample_is_told_by_its_address_and_its_effect() {
    let office = Office::sample();
    assert_eq!(office.buat().status, 0);
    assert_eq!(iku(&["banding", office.text()]).stdout.lines().nth(1), Some("Tidak ada yang berbeda."));
    // Kopwan Wana Harapan, one milliard less, and the total with it.
    let name = "data/Laporan Keragaan Koperasi 2021.xlsx";
    edit_sheet(&office, name, &[("S9", "21367328"), ("S128", "215842893017")]);
    let found = banding(&office, &[]);
    let data = found["data"].as_array().unwrap();
    assert_eq!(data.len(), 1, "{found:#}");
    assert_eq!(data[0]["isian"], "volume_usaha");
    assert_eq!(data[0]["nama"], "Kopwan Wana Harapan");
    assert_eq!((&data[0]["semula"]["nilai"], &data[0]["menjadi"]["nilai"]), (&"1.021.367.328".into(), &"21.367.328".into()));
    assert_eq!(data[0]["menjadi"]["sel"], "data/Laporan Keragaan Koperasi 2021.xlsx!Rekap!S9");
    let growth = figure(&found, "1.1", "realisasi");
    assert_eq!((&growth["semula"], &growth["menjadi"]), (&"8,18".into(), &"7,68".into()));
    let only = growth["kontribusi"].as_array().unwrap();
    assert_eq!(only.len(), 1);
    assert_eq!(only[0]["nilai"], growth["selisih"]);
    assert_eq!(only[0]["sel"], "data/Laporan Keragaan Koperasi 2021.xlsx!Rekap!S9");
    assert_eq!(number(&figure(&found, "volume_usaha", "ukuran")["selisih"]), Decimal::from(-1_000_000_000));
    let run = iku(&["banding", office.text()]);
    for part in ["1.021.367.328 -> 21.367.328", "Rekap!S9", "8,18 -> 7,68"] {
        assert!(run.stdout.contains(part), "{part} is not in\n{}", run.stdout);
    }
}

/// Number cells of a workbook's one visible sheet set to other numbers.
fn edit_sheet(office: &Office, name: &str, cells: &[(&str, &str)]) {
    use std::io::{Cursor, Read, Write};
    let mut archive = zip::ZipArchive::new(Cursor::new(office.read(name))).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut edited = 0;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let (own, mut text) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut text).unwrap();
        if own.starts_with("xl/worksheets/sheet") {
            let mut xml = String::from_utf8(text).unwrap();
            for (cell, value) in cells {
                let Some(at) = xml.find(&format!("<c r=\"{cell}\"")) else { continue };
                let from = at + xml[at..].find("<v>").unwrap() + 3;
                let to = from + xml[from..].find("</v>").unwrap();
                xml.replace_range(from..to, value);
                edited += 1;
            }
            text = xml.into_bytes();
        }
        out.start_file(own, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&text).unwrap();
    }
    assert_eq!(edited, cells.len());
    office.write(name, &out.finish().unwrap().into_inner());
}

#[test]
fn order_file_names_and_the_writing_of_numbers_are_no_difference() {
    let office = office(&[("A", "1500"), ("B", "300"), ("C", "60")]);
    std::fs::remove_file(office.path("data/keragaan 2021.csv")).unwrap();
    office.write("data/keragaan tahun 2021.csv", small_table(&[("C", "60"), ("A", "Rp 1.500,-"), ("B", "300,00")]).as_bytes());
    office.edit_profile("keragaan {tahun}.csv", "keragaan*{tahun}.csv");
    let found = banding(&office, &[]);
    assert_eq!(found["data"], serde_json::json!([]), "{found:#}");
    assert_eq!(found["angka"], serde_json::json!([]), "{found:#}");
}

#[test]
fn rows_that_come_and_go_and_cells_that_change_each_move_their_part() {
    let office = office(&[("A", "150"), ("B", "300"), ("C", "60")]);
    set(&office, &[("A", "170"), ("C", "55"), ("D", "40")]);
    let found = banding(&office, &[]);
    let kinds: Vec<(&str, &str)> = found["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["ragam"].as_str().unwrap(), one["nama"].as_str().unwrap()))
        .collect();
    assert_eq!(kinds, [("berubah", "A"), ("berubah", "C"), ("ditambah", "D"), ("dihapus", "B")], "{found:#}");
    let volume = figure(&found, "volume", "ukuran");
    assert_eq!(number(&volume["selisih"]), Decimal::from(265 - 510));
    assert_eq!(adds_up(volume), 4);
    // 450 before: percent points of 450.
    let growth = figure(&found, "1.1", "realisasi");
    assert_eq!((&growth["semula"], &growth["menjadi"]), (&"13,33".into(), &"-41,11".into()));
    assert_eq!(growth["kontribusi"].as_array().unwrap().len(), 4);
    assert_eq!(growth["selisih"], "-54.44444444444444444444444444");
    assert_eq!(growth["selisih_tampil"], "-54,444444");
    let capaian = figure(&found, "1.1", "capaian");
    assert_eq!(capaian["kontribusi"].as_array().unwrap().len(), 4);
}

#[test]
fn a_key_that_was_corrected_is_a_cell_and_not_another_row() {
    let office = office(&[("A", "150"), ("B", "300"), ("C", "60")]);
    let text = small_table(&[("A", "150"), ("B", "300"), ("C", "60")]).replace("BH/B/2001", "BH/B/2011");
    office.write("data/keragaan 2021.csv", text.as_bytes());
    let found = banding(&office, &[]);
    let data = found["data"].as_array().unwrap();
    assert_eq!(data.len(), 1, "{found:#}");
    assert_eq!((&data[0]["ragam"], &data[0]["isian"]), (&"berubah".into(), &"nomor_bh".into()));
}

#[test]
fn revisions_are_compared_with_each_other_and_a_target_is_told() {
    let office = office(&[("A", "150"), ("B", "300"), ("C", "60")]);
    set(&office, &[("A", "160"), ("B", "300"), ("C", "60")]);
    assert_eq!(office.buat().status, 0);
    office.edit_profile("target = { 2021 = 10 }", "target = { 2021 = 20 }");
    assert_eq!(office.buat().status, 0);
    let found = banding(&office, &["--dari", "1", "--ke", "2"]);
    assert_eq!(found["data"].as_array().unwrap().len(), 1);
    assert_eq!(found["profil"], serde_json::json!([]));
    let found = banding(&office, &["--dari", "2", "--ke", "3"]);
    assert_eq!(found["data"], serde_json::json!([]));
    assert_eq!(found["profil"], serde_json::json!(["sasaran[1].indikator[1].target.2021"]));
    let capaian = figure(&found, "1.1", "capaian");
    assert_eq!(adds_up(capaian), 1);
    assert!(capaian["kontribusi"][0]["perubahan"].as_str().unwrap().contains("target.2021"));
    assert_eq!(banding(&office, &["--ke", "3"])["profil"], found["profil"]);
    assert_eq!(banding(&office, &[])["angka"], serde_json::json!([]));
    assert_eq!(iku(&["banding", office.text(), "--dari", "7"]).status, 2);
}

#[test]
fn two_folders_are_compared_and_a_workbook_is_written_for_the_meeting() {
    let one = office(&[("A", "150"), ("B", "300"), ("C", "60")]);
    let two = office(&[("A", "150"), ("B", "310"), ("C", "60")]);
    let file = one.path("rapat/banding.xlsx");
    let run = iku(&["banding", one.text(), two.text(), "--xlsx", file.to_str().unwrap()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains("300 -> 310"), "{}", run.stdout);
    let mut book = common::book::Book::of(one.read("rapat/banding.xlsx"));
    use calamine::{Data, Reader};
    assert_eq!(book.0.sheet_names(), ["Semula Menjadi", "Sebab", "Perubahan Data"]);
    let cells = book.0.worksheet_range("Perubahan Data").unwrap();
    assert!(cells.used_cells().any(|(_, _, cell)| *cell == Data::String("310".to_owned())));
    // What the office has under that name is not lost.
    one.write("rapat/banding.xlsx", b"the office's own");
    let run = iku(&["banding", one.text(), two.text(), "--xlsx", file.to_str().unwrap()]);
    assert!(run.status == 0 && run.stderr.contains("arsip/lain-1/banding.xlsx"), "{}", run.stderr);
    assert_eq!(one.read("rapat/arsip/lain-1/banding.xlsx"), b"the office's own");
    let run = iku(&["banding", one.text(), two.text(), "--xlsx", file.to_str().unwrap()]);
    assert!(run.status == 0 && !run.stderr.contains("lain-2"), "{}", run.stderr);
}

#[test]
fn many_changes_go_by_columns_and_still_add_up() {
    let names: Vec<String> = (0..260).map(|number| format!("K{number}")).collect();
    let rows = |add: usize| -> Vec<(String, String)> {
        names.iter().enumerate().map(|(index, name)| (name.clone(), (1000 + index + add).to_string())).collect()
    };
    fn lent(rows: &[(String, String)]) -> Vec<(&str, &str)> {
        rows.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }
    let office = office(&lent(&rows(0)));
    set(&office, &lent(&rows(3)));
    let found = banding(&office, &[]);
    assert_eq!(found["data"].as_array().unwrap().len(), 260);
    let volume = figure(&found, "volume", "ukuran");
    assert_eq!(number(&volume["selisih"]), Decimal::from(780));
    assert_eq!(adds_up(volume), 1);
    assert!(volume["kontribusi"][0]["perubahan"].as_str().unwrap().contains("260 sel volume_usaha"));
}

#[test]
fn what_makes_a_revision_without_a_cell_is_told_too() {
    let office = office(&[("A", "150"), ("B", "300"), ("C", "60")]);
    // A blank line above the headings: every row stands one lower.
    let text = String::from_utf8(office.read("data/keragaan 2021.csv")).unwrap();
    office.write("data/keragaan 2021.csv", format!("\n{text}").as_bytes());
    let found = banding(&office, &[]);
    assert_eq!((&found["data"], &found["angka"]), (&serde_json::json!([]), &serde_json::json!([])));
    assert!(!found["lain"].as_array().unwrap().is_empty(), "{found:#}");
    let run = office.buat();
    assert!(run.stderr.contains("catatan atas data/keragaan 2021.csv; isi datanya tetap"), "{}", run.stderr);
    assert_eq!(banding(&office, &[])["lain"], serde_json::json!([]));
}

#[test]
fn doubtful_figures_are_compared_and_end_with_one() {
    let office = office(&[("A", "150"), ("B", "300"), ("C", "60")]);
    set(&office, &[("A", "seratus lima puluh"), ("B", "300"), ("C", "60")]);
    let run = iku(&["banding", office.text()]);
    assert!(run.status == 1 && run.stderr.contains("MERAGUKAN"), "{}", run.stderr);
}
