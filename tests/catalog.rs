//! The catalogue's offices give the values that were worked by hand beside them
//! (`harapan.toml`), and docs/katalog.md shows the very lines that give them.

mod common;

use common::iku;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folders() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("samples/katalog-iku")).unwrap();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What a profile offers to copy.
fn snippet(profile: &str) -> &str {
    let (_, after) = profile.split_once("# salin mulai di sini\n").expect("the snippet begins");
    after.split_once("# sampai di sini").expect("the snippet ends").0.trim()
}

#[test]
fn every_office_gives_what_was_worked_by_hand() {
    let folders = folders();
    assert_eq!(folders.len(), 26);
    let mut wrong = Vec::new();
    for folder in &folders {
        let run = iku(&["periksa", "--json", folder.to_str().unwrap()]);
        let name = folder.file_name().unwrap().to_string_lossy();
        assert_eq!(run.status, 0, "{name}: {}", run.stderr);
        let record: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let expected: toml::Table = toml::from_str(&text(&folder.join("harapan.toml"))).unwrap();
        let expected = expected["indikator"].as_array().unwrap();
        let figures = record["indikator"].as_array().unwrap();
        assert_eq!(figures.len(), expected.len(), "{name}");
        for (figure, expected) in figures.iter().zip(expected) {
            let mut compare = |what: &str, found: &serde_json::Value, wanted: Option<&toml::Value>| {
                if found.as_str() != wanted.map(|value| value.as_str().unwrap()) {
                    wrong.push(format!("{name} {}: {what} {found}, by hand {wanted:?}", figure["id"]));
                }
            };
            for key in ["id", "status", "nilai", "tampil"] {
                compare(key, &figure[key], expected.get(key));
            }
            if let Some(capaian) = expected.get("capaian") {
                compare("capaian", &figure["capaian"]["nilai"], capaian.get("nilai"));
                compare("capaian", &figure["capaian"]["tampil"], capaian.get("tampil"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_manual_shows_the_lines_of_every_folder() {
    let manual = text(&root().join("docs/katalog.md"));
    let sections: Vec<&str> = manual.split("\n## ").skip(1).collect();
    let folders = folders();
    assert_eq!(sections.len(), folders.len());
    for (section, folder) in sections.iter().zip(&folders) {
        let name = folder.file_name().unwrap().to_string_lossy();
        assert!(section.contains(&format!("`iku tambah {name}`")), "{name} is not named in its section");
        let shown = section.split_once("```toml\n").unwrap().1.split_once("\n```").unwrap().0;
        assert_eq!(shown, snippet(&text(&folder.join("iku.toml"))), "{name}");
    }
}

#[test]
fn copied_lines_work_in_the_sample_office_and_all_files_agree() {
    let office = common::Office::sample();
    let copied = snippet(&text(&root().join("samples/katalog-iku/04-koperasi-aktif/iku.toml")))
        .replace("target = { 2021 = 80 }", "target = { 2021 = 90 }");
    let profile = String::from_utf8(office.read("iku.toml")).unwrap() + "\n" + &copied + "\n";
    office.write("iku.toml", profile.as_bytes());
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    let record = office.record();
    assert_eq!(record["indikator"][2]["id"], "2.2");
    let explained = iku(&["jelaskan", "2.2", office.text()]);
    assert!(
        explained.stdout.contains(&format!("  Tampil        {} %", record["indikator"][2]["tampil"].as_str().unwrap())),
        "{}",
        explained.stdout
    );
}

#[test]
fn an_office_of_outside_figures_alone_has_no_empty_tables() {
    let office = common::Office::catalogue("14-wirausaha-angkatan-kerja");
    assert_eq!(office.buat().status, 0);
    let drawn = lopdf::Document::load_mem(&office.read("keluaran/2021/iku-2021.pdf")).unwrap();
    let titles = common::drawn::titles(&drawn);
    assert!(
        titles.iter().any(|title| title.trim() == "Data yang dipakai") && !titles.iter().any(|title| title.trim() == "Cakupan"),
        "{titles:?}"
    );
}
