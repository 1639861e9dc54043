//! The page, the workbook, the record and the explanation say the same of every
//! figure: of the whole catalogue, of lines copied from it, and of odd figures.

mod common;

use calamine::{Data, Reader};
use common::book::{Book, figures};
use common::tagged::structure;
use common::{LEAST, Office, iku, small_profile, small_table};
use iku::vocabulary::with_unit;
use serde_json::Value;
use std::path::Path;

/// A text without its blanks and line breaks.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The PDF's texts as a screen reader takes them, blanks dropped.
fn page(office: &Office) -> Vec<String> {
    let file = lopdf::Document::load_mem(&office.read("keluaran/2021/iku-2021.pdf")).unwrap();
    structure(&file).read.iter().map(|line| squeezed(line)).collect()
}

/// `1.234,5` as a number, and how many decimals it shows.
fn number(shown: &str) -> Option<(f64, i32)> {
    let plain = shown.replace('.', "").replace(',', ".");
    let places = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    Some((plain.parse().ok()?, places as i32))
}

/// Whether a shown number is the exact one, rounded to its own decimals.
fn rounds_to(shown: &str, nilai: &str) -> bool {
    let exact: f64 = nilai.parse().unwrap();
    number(shown).is_some_and(|(value, places)| (value - exact).abs() <= 0.5 * 10f64.powi(-places) * 1.000_000_1)
}

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value[key].as_str()
}

/// Where lines stand one after the other.
fn find(lines: &[String], wanted: &[String]) -> Option<usize> {
    lines.windows(wanted.len()).position(|window| window == wanted)
}

fn profile(office: &Office) -> toml::Table {
    toml::from_str(&String::from_utf8(office.read("iku.toml")).unwrap()).unwrap()
}

fn indicators(profile: &toml::Table) -> Vec<toml::Value> {
    profile["sasaran"].as_array().unwrap().iter().flat_map(|one| one["indikator"].as_array().unwrap().clone()).collect()
}

/// Makes the report and holds everything against the record; how many figures were held.
fn agrees(name: &str, office: &Office) -> usize {
    let run = office.buat();
    assert_eq!(run.status, 0, "{name}: {}", run.stderr);
    let (record, lines) = (office.record(), page(office));
    let mut book = Book::of(office.read("keluaran/2021/iku-2021.xlsx"));
    let mut held = the_workbook_agrees(name, &record, &mut book);
    let own = indicators(&profile(office));
    let any_akhir = own.iter().any(|one| one.get("target_akhir").is_some());
    let entries = record["indikator"].as_array().unwrap();
    assert_eq!(entries.len(), own.len(), "{name}");
    for (entry, own) in entries.iter().zip(&own) {
        held += the_capaian_row_agrees(name, entry, own, any_akhir, &lines);
        the_capaian_sheet_agrees(name, entry, &mut book);
        let (id, nama) = (text(entry, "id").unwrap(), text(entry, "nama").unwrap());
        let heading = lines.iter().rposition(|line| *line == squeezed(&format!("{id}{nama}")));
        let section = &lines[heading.unwrap_or_else(|| panic!("{name}: no calculation of {id}"))..];
        let shown = with_unit(text(entry, "tampil").unwrap(), entry["satuan"].as_str().unwrap_or_default());
        // What is not computed has no unit.
        let is_computed = entry["status"] == "ok";
        let shown = if is_computed { shown } else { text(entry, "tampil").unwrap().to_owned() };
        let result = squeezed(&format!("={shown}"));
        assert!(section.iter().any(|line| line.starts_with(&result)), "{name} {id}: {result} is not worked out in {section:?}");
        let explained = iku(&["jelaskan", id, office.text()]);
        assert_eq!(explained.status, 0, "{name}");
        let label = if entry["status"] == "tidak_dapat_dihitung" || entry["status"] == "tidak_ada" { "Hasil" } else { "Tampil" };
        let said = explained.stdout.lines().find_map(|line| line.trim_start().strip_prefix(label)).unwrap_or_default();
        assert!(said.trim_start().starts_with(&shown), "{name} {id}: {}", explained.stdout);
    }
    held + the_operands_agree(name, office, &record, &lines)
}

fn the_workbook_agrees(name: &str, record: &Value, book: &mut Book) -> usize {
    let mut held = 0;
    for (cell, status, nilai) in figures(record) {
        let found = book.named(&cell).map(|place| book.value(&place));
        match (status.as_str(), nilai) {
            ("ok" | "teks", Some(nilai)) => {
                assert_eq!(found, Some(Data::Float(nilai.parse().unwrap())), "{name}: {cell}");
                held += 1;
            }
            ("tidak_dapat_dihitung", None) => {
                assert_eq!(found, Some(Data::String("tidak dapat dihitung".into())), "{name}: {cell}");
            }
            ("tidak_ada", None) => assert!(matches!(found, None | Some(Data::String(_))), "{name}: {cell} {found:?}"),
            odd => panic!("{name}: {cell} is {odd:?}"),
        }
    }
    held
}

/// A number as the page shows it.
fn indonesian(nilai: &str, places: usize) -> String {
    let plain = format!("{:.places$}", nilai.parse::<f64>().unwrap());
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let grouped: Vec<&str> = whole.as_bytes().rchunks(3).rev().map(|part| std::str::from_utf8(part).unwrap()).collect();
    let point = if decimals.is_empty() { "" } else { "," };
    format!("{sign}{}{point}{decimals}", grouped.join("."))
}

/// A capaian or a progress as the page shows it.
fn quotient(of: &Value) -> String {
    let shown = text(of, "tampil").unwrap();
    match (text(of, "nilai"), text(of, "dibatasi")) {
        (Some(nilai), Some(clamped)) if nilai != clamped => {
            assert!(rounds_to(shown, clamped), "{of}");
            format!("{shown}(tanpabatas{})", indonesian(nilai, 2))
        }
        (Some(nilai), _) => {
            assert!(rounds_to(shown, nilai), "{of}");
            shown.to_owned()
        }
        _ => shown.to_owned(),
    }
}

fn the_capaian_row_agrees(name: &str, entry: &Value, own: &toml::Value, any_akhir: bool, lines: &[String]) -> usize {
    let desimal = own.get("desimal").and_then(toml::Value::as_integer).unwrap_or(2) as usize;
    let target = |nilai: &str| indonesian(nilai, desimal);
    let na = || "n/a".to_owned();
    let mut wanted = vec![text(entry, "id").unwrap().to_owned(), text(entry, "nama").unwrap().to_owned()];
    wanted.extend(text(entry, "satuan").map(str::to_owned));
    let mut held = 0;
    for past in entry["lalu"].as_array().unwrap().iter().rev() {
        if let (Some(nilai), "ok") = (text(past, "nilai"), text(past, "status").unwrap()) {
            assert!(rounds_to(text(past, "tampil").unwrap(), nilai), "{name}: {past}");
            held += 1;
        }
        wanted.push(text(past, "tampil").map_or_else(na, str::to_owned));
    }
    wanted.push(text(entry, "target").map_or_else(na, target));
    wanted.push(text(entry, "tampil").unwrap().to_owned());
    if let (Some(nilai), "ok") = (text(entry, "nilai"), text(entry, "status").unwrap()) {
        assert!(rounds_to(text(entry, "tampil").unwrap(), nilai), "{name}: {entry}");
        held += 1;
    }
    let capaian = &entry["capaian"];
    wanted.push(if capaian.is_null() { na() } else { quotient(capaian) });
    wanted.push(text(capaian, "predikat").map_or_else(na, str::to_owned));
    if any_akhir {
        let akhir = &entry["target_akhir"];
        let shown = text(akhir, "nilai").map(|nilai| format!("{}({})", target(nilai), akhir["tahun"]));
        wanted.push(shown.unwrap_or_else(na));
        let kemajuan = &akhir["kemajuan"];
        wanted.push(if kemajuan.is_null() { na() } else { quotient(kemajuan) });
    }
    let wanted: Vec<String> = wanted.iter().map(|part| squeezed(part)).filter(|part| !part.is_empty()).collect();
    assert!(find(lines, &wanted).is_some(), "{name}: the page has no row {wanted:?} in\n{}", lines.join("\n"));
    held + 1
}

/// The workbook's own sheet Capaian holds the row's figures.
fn the_capaian_sheet_agrees(name: &str, entry: &Value, book: &mut Book) {
    let sheet = book.0.worksheet_range("Capaian").unwrap();
    let id = Data::String(text(entry, "id").unwrap().to_owned());
    let row = sheet.rows().find(|row| row.contains(&id)).unwrap_or_else(|| panic!("{name}: no row {id}"));
    let mut wanted: Vec<&Value> = entry["lalu"].as_array().unwrap().iter().collect();
    wanted.extend([entry, &entry["capaian"], &entry["target_akhir"]["kemajuan"]]);
    for one in wanted.into_iter().filter(|one| one["status"] == "ok") {
        let nilai: f64 = text(one, "dibatasi").or(text(one, "nilai")).unwrap().parse().unwrap();
        let holds = |cell: &Data| match cell {
            Data::Float(value) => *value == nilai || *value == 0.0 && rounds_to(text(one, "tampil").unwrap(), "0"),
            // A capaian with its unclamped value beside it is a text.
            Data::String(shown) => shown.starts_with(text(one, "tampil").unwrap()),
            _ => false,
        };
        assert!(row.iter().any(holds), "{name}: {nilai} is not in {row:?}");
    }
    if let Some(predikat) = text(&entry["capaian"], "predikat") {
        assert!(row.contains(&Data::String(predikat.to_owned())), "{name}: {predikat} is not in {row:?}");
    }
}

/// Every measure that stands in a calculation shows the record's figure there.
fn the_operands_agree(name: &str, office: &Office, record: &Value, lines: &[String]) -> usize {
    let profile = profile(office);
    let mut held = 0;
    for ukuran in record["ukuran"].as_array().unwrap() {
        let nama = text(ukuran, "nama").unwrap();
        let sebutan = profile["ukuran"][nama].get("sebutan").and_then(toml::Value::as_str).unwrap_or(nama);
        let row = [squeezed(sebutan), ukuran["tahun"].to_string()];
        // Both parts may be said elsewhere, too: the calculation is the first place of the two together.
        let Some(at) = find(lines, &row) else {
            assert_ne!(ukuran["tahun"], 2021, "{name}: {nama} stands in no calculation");
            continue;
        };
        let shown = &lines[at + 2];
        match (text(ukuran, "status").unwrap(), text(ukuran, "nilai")) {
            ("ok", Some(nilai)) => assert!(rounds_to(shown, nilai), "{name}: {nama} {shown}, record {nilai}"),
            ("teks", Some(nilai)) => {
                assert_eq!(*shown, format!("{}({nilai})", squeezed(text(ukuran, "tampil").unwrap())), "{name}: {nama}");
            }
            (_, None) => assert!(shown.starts_with("tidakdapatdihitung") || shown == "n/a", "{name}: {nama} {shown}"),
            odd => panic!("{name}: {odd:?}"),
        }
        held += 1;
    }
    held
}

#[test]
fn the_whole_catalogue() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/katalog-iku");
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names.len(), 26);
    for name in names {
        assert!(agrees(&name, &Office::catalogue(&name)) >= 2, "{name}");
    }
}

/// What an office of the catalogue offers to copy.
fn snippet(name: &str) -> String {
    let profile = String::from_utf8(Office::catalogue(name).read("iku.toml")).unwrap();
    let (_, after) = profile.split_once("# salin mulai di sini\n").unwrap();
    after.split_once("# sampai di sini").unwrap().0.to_owned()
}

#[test]
fn lines_copied_from_the_catalogue_work_in_the_sample_office() {
    let office = Office::sample();
    let mut profile = String::from_utf8(office.read("iku.toml")).unwrap();
    let copied = ["04-koperasi-aktif", "05-koperasi-berkualitas", "12-pertumbuhan-anggota-tenaga-kerja", "23-jumlah-biasa"];
    for name in copied {
        let lines = snippet(name);
        // The manual promises that it is no more than this.
        assert!(lines.trim().split("\n\n").all(|part| part.lines().count() <= 10), "{name}");
        profile.push('\n');
        profile.push_str(&lines);
    }
    office.write("iku.toml", profile.as_bytes());
    assert!(agrees("sampel", &office) > 20);
    let record = office.record();
    let added: Vec<&str> = record["indikator"].as_array().unwrap()[2..].iter().map(|one| text(one, "id").unwrap()).collect();
    assert_eq!(added, ["2.2", "2.3", "2.4", "2.5", "2.6"]);
}

/// An office without data, its measures fixed.
fn fixed(more: &str) -> Office {
    Office::of(&format!("{LEAST}{more}\n"), &[])
}

/// One kabupaten published 23,52% for 15.481 to 20.242, dividing by year n.
#[test]
fn the_published_mistake_can_be_told_from_the_page_alone() {
    let with = |base: &str| {
        let office = fixed(&format!(
            r#"[ukuran.usaha_mikro]
sebutan = "Jumlah usaha mikro"
satuan = "usaha"
tetapan = {{ 2020 = "15.481", 2021 = "20.242" }}
asal = "LKjIP 2021"
[[sasaran]]
uraian = "Sasaran"
[[sasaran.indikator]]
nama = "Pertumbuhan usaha mikro"
rumus = "(usaha_mikro[n] - usaha_mikro[n-1]) / {base} * 100"
satuan = "%"
"#
        ));
        agrees(base, &office);
        let lines = page(&office);
        let heading = lines.iter().rposition(|line| line == "1.1Pertumbuhanusahamikro").unwrap();
        // And the fractions as they are read out.
        let file = lopdf::Document::load_mem(&office.read("keluaran/2021/iku-2021.pdf")).unwrap();
        lines[heading..].join(" ") + &squeezed(&structure(&file).outline)
    };
    let wrong = with("usaha_mikro[n]");
    let right = with("usaha_mikro[n-1]");
    // The words, the figures put in, the result: what was divided by stands there in both.
    for part in ["Jumlahusahamikrotahunn-Jumlahusahamikrotahun(n-1)", "20.242-15.481", "tetapan:LKjIP2021"] {
        assert!(wrong.contains(part) && right.contains(part), "{part}: {wrong}\n{right}");
    }
    assert!(wrong.contains("=23,52%") && wrong.contains("20.242kurang15.481,dibagi20.242,kali100persen"), "{wrong}");
    assert!(right.contains("=30,75%") && right.contains("20.242kurang15.481,dibagi15.481,kali100persen"), "{right}");
}

#[test]
fn clamped_undefined_and_vanishing_figures() {
    let growth = "(volume[n] - volume[n-1]) / volume[n-1] * 100";
    let more = "arah = \"naik\"\ntarget = { 2021 = \"3,3\" }\ntarget_akhir = { 2024 = \"0,7\" }\n[capaian]\nbatas = [-5, 150]";
    let office = |before: &[(&str, &str)], now: &[(&str, &str)]| {
        let (before, now) = (small_table(before), small_table(now));
        Office::of(&small_profile(growth, more), &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)])
    };
    agrees("naik", &office(&[("A", "300,07"), ("B", "7")], &[("A", "1.000"), ("B", "-")]));
    agrees("turun", &office(&[("A", "1.000")], &[("A", "699,95")]));
    agrees("nol", &office(&[("A", "-"), ("B", "-")], &[("A", "1"), ("B", "2")]));
    // A fall of four thousandths of a per cent shows as 0,00, without a sign.
    let tiny = office(&[("A", "1.000.000")], &[("A", "999.960")]);
    agrees("tipis", &tiny);
    assert_eq!(tiny.record()["indikator"][0]["tampil"], "0,00");
    assert_eq!(tiny.record()["indikator"][0]["nilai"], "-0.004");
}

#[test]
fn measures_upon_measures_are_told_down_to_the_last() {
    let office = fixed(
        r#"[ukuran.a]
sebutan = "Dasar"
tetapan = { 2021 = 1, 2020 = 3 }
asal = "BPS"
[ukuran.b]
sebutan = "Bagian sangat kecil"
rumus = "a / 30000000"
[ukuran.c]
sebutan = "Bagian tengah"
rumus = "b * 3 + a[n-1]"
[[sasaran]]
uraian = "Sasaran"
[[sasaran.indikator]]
nama = "Puncak"
rumus = "c * 2"
desimal = 12
"#,
    );
    assert!(agrees("bersusun", &office) >= 6);
    let lines = page(&office);
    let wanted = |parts: [&str; 3]| find(&lines, &parts.map(str::to_owned)).is_some();
    // A small measure shows its first digits, not 0,0000.
    assert!(wanted(["Bagiansangatkecil", "2021", "0,00000003333"]), "{lines:?}");
    assert!(wanted(["Dasar", "2021", "1"]) && wanted(["Dasar", "2020", "3"]), "{lines:?}");
}

#[test]
fn figures_of_older_book_years_are_told() {
    let table = "No;Nama Koperasi;Nomor Badan Hukum;Tanggal RAT;Volume Usaha (Rp)\n\
        1;A;BH/1/2001;24/01/2021;600\n2;B;BH/2/2001;31/12/2020;300\n3;C;BH/3/2001;01/03/2017;100\n\
        4;D;BH/4/2001;01/03/2017;-\n5;E;BH/5/2001;;-\n";
    let office = Office::of(&small_profile("volume / koperasi", ""), &[("data/keragaan 2021.csv", table)]);
    agrees("RAT", &office);
    let lines = page(&office);
    let told = |wanted: &str| lines.iter().any(|line| line.contains(&squeezed(wanted)));
    // 400 of 1.000, a nil volume being no figure of any year; COUNT counts its row all the same.
    assert!(
        told("Jumlah volume usaha tahun 2021: 2 dari 3 baris yang dihitung bertanggal RAT sebelum 2021, 40,0% dari jumlahnya"),
        "{lines:?}"
    );
    assert!(told("Jumlah koperasi tahun 2021: 3 dari 5 baris yang dihitung bertanggal RAT sebelum 2021;"), "{lines:?}");
    assert!(told("data/keragaan 2021.csv!D"), "{lines:?}");
}

#[test]
fn fixed_values_and_data_that_differ_stand_side_by_side() {
    let office = |more: &str| {
        let profile = small_profile("(volume[n] - volume[n-1]) / volume[n-1] * 100", "").replace(
            "satuan = \"Rp\"\n",
            &format!("satuan = \"Rp\"\ntetapan = {{ 2020 = 400, 2021 = 450 }}\nasal = \"LKjIP\"\n{more}"),
        );
        Office::of(&profile, &[("data/keragaan 2021.csv", &small_table(&[("A", "500")]))])
    };
    let stands = |office: &Office, tampil: &str, asal: &str| {
        agrees(asal, office);
        let lines = page(office);
        let told = |wanted: &str| assert!(lines.iter().any(|line| line.contains(&squeezed(wanted))), "{wanted}: {lines:?}");
        assert_eq!(office.record()["indikator"][0]["tampil"], tampil);
        // Used where the data give none, and no note there; the other year's two values in one note.
        told("tetapan: LKjIP");
        told(&format!("Ukuran \"volume\" tahun 2021: semula 450 (tetapan), menjadi 500 menurut data; yang dipakai {asal}."));
        assert!(!lines.iter().any(|line| line.contains("semula400")), "{lines:?}");
        let explained = iku(&["jelaskan", "1.1", office.text()]).stdout;
        assert!(explained.contains("450") && explained.contains("500"), "{explained}");
    };
    stands(&office(""), "25,00", "data");
    stands(&office("utamakan_tetapan = true\n"), "12,50", "tetapan");
}
