//! The workbook that the whole program writes, read back with calamine: its
//! figures against the record, its data against the sources they were read from.

#[path = "xlsx/changed.rs"]
mod changed;
mod common;

use calamine::{Data, Reader, open_workbook_auto};
use common::book::{Book, figures};
use common::{Office, small_profile, small_table};
use std::collections::BTreeSet;

const GROWTH: &str = "(volume[n] - volume[n-1]) / volume[n-1] * 100";

/// Functions that Excel and LibreOffice have alike, in every version and locale.
const AGREED: &[&str] = &[
    "ABS",
    "AND",
    "AVERAGE",
    "CHAR",
    "COUNT",
    "COUNTA",
    "COUNTIF",
    "COUNTIFS",
    "DATE",
    "EXACT",
    "FIXED",
    "IF",
    "IFERROR",
    "INDEX",
    "ISNUMBER",
    "LEN",
    "LOWER",
    "MATCH",
    "MAX",
    "MEDIAN",
    "MID",
    "MIN",
    "NOT",
    "OR",
    "ROUND",
    "ROW",
    "ROWS",
    "SUBSTITUTE",
    "SUM",
    "SUMIFS",
    "SUMPRODUCT",
    "TRIM",
];

/// Every figure of the record is the stored result of a live formula in the cell of its name.
fn holds_the_record(office: &Office) -> usize {
    let mut book = Book::made(office);
    let mut counted = 0;
    for (name, status, nilai) in figures(&office.record()) {
        let place = book.named(&name);
        if status != "ok" {
            // No figure is a text, never a number and never an error.
            let value = place.map(|place| book.value(&place));
            assert!(matches!(value, None | Some(Data::String(_))), "{name}: {value:?}");
            continue;
        }
        let place = place.unwrap_or_else(|| panic!("{name} has no cell"));
        let exact: f64 = nilai.unwrap_or_else(|| panic!("{name} has no value")).parse().unwrap();
        assert_eq!(book.value(&place), Data::Float(exact), "{name} at {place:?}");
        assert!(book.formula(&place).is_some(), "{name} at {place:?} is no formula");
        counted += 1;
    }
    counted
}

fn growth_office(volume_2020: &[(&str, &str)], volume_2021: &[(&str, &str)], more: &str) -> Office {
    let (before, now) = (small_table(volume_2020), small_table(volume_2021));
    Office::of(&small_profile(GROWTH, more), &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)])
}

#[test]
fn the_samples_figures_stand_in_their_cells() {
    // Two measures of two years, two indicators, two capaian.
    assert!(holds_the_record(&Office::sample()) >= 8);
}

#[test]
fn fractions_that_do_not_end_and_clamped_capaian_stand_in_their_cells() {
    let office = growth_office(
        &[("A", "1.234.567,89"), ("B", "0,07")],
        &[("A", "2.000.000"), ("B", "-")],
        "arah = \"naik\"\ntarget = { 2021 = \"3,3\" }\n[capaian]\nbatas = [0, 150]",
    );
    assert!(holds_the_record(&office) >= 5);
    let record = office.record();
    assert_eq!(record["indikator"][0]["capaian"]["dibatasi"], "150");
}

#[test]
fn a_figure_that_cannot_be_computed_is_a_text_in_the_workbook() {
    let office = growth_office(&[("A", "0"), ("B", "-")], &[("A", "5"), ("B", "7")], "");
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    holds_the_record(&office);
    let mut book = Book::made(&office);
    let place = book.named("iku_1_1_2021").unwrap();
    assert_eq!(book.value(&place), Data::String("tidak dapat dihitung".to_owned()));
    assert!(book.formula(&place).is_some());
}

/// A changed cell may make a figure of none, or bring a capaian out of its limits: Capaian has a place for both.
#[test]
fn limits_hold_for_what_a_change_may_make_of_a_capaian() {
    let limits = "arah = \"naik\"\ntarget = { 2021 = 5 }\n[capaian]\nbatas = [0, 150]";
    for before in [[("A", "0"), ("B", "-")], [("A", "95"), ("B", "5")]] {
        let book = &mut Book::made(&growth_office(&before, &[("A", "100"), ("B", "4")], limits));
        let formulas = book.0.worksheet_formula("Capaian").unwrap();
        let [limited, plain] = ["iku_1_1_2021_capaian_dibatasi", "iku_1_1_2021_capaian"];
        // The unclamped one is said where it is another alone: never `n/a (tanpa batas n/a)`.
        let apart = format!("IF(ISNUMBER({plain}),IF({plain}={limited},\"\",{plain}),\"\")");
        for formula in [limited, &apart] {
            assert_eq!(formulas.used_cells().filter(|cell| cell.2 == formula).count(), 1, "{formula} of {before:?}");
        }
        let start = formulas.start().unwrap();
        let (row, column, _) = formulas.used_cells().find(|cell| *cell.2 == apart).unwrap();
        let at = ("Capaian".to_owned(), start.0 + row as u32, start.1 + column as u32);
        let shown = book.value(&at);
        assert!(matches!(&shown, Data::String(text) if text.is_empty()) || shown == Data::Empty, "{before:?}: {shown:?}");
    }
    let far = growth_office(&[("A", "10"), ("B", "10")], &[("A", "100"), ("B", "100")], limits);
    let book = &mut Book::made(&far);
    let unlimited = book.named("iku_1_1_2021_capaian").unwrap();
    let unlimited = book.value(&unlimited);
    let shown = book.0.worksheet_range("Capaian").unwrap();
    assert!(shown.used_cells().any(|cell| *cell.2 == unlimited), "{unlimited:?}");
}

/// The cell behind a chart's bar: nought is drawn too small to be seen, what is no number not at all.
fn behind_a_chart(name: &str) -> String {
    format!("IF(ISNUMBER({name}),IF({name}=0,1E-300,{name}),\"\")")
}

#[test]
fn every_number_on_a_page_is_a_live_reference() {
    let mut book = Book::made(&Office::sample());
    let mut live = 0;
    for sheet in ["IKU", "Capaian"] {
        let range = book.0.worksheet_range(sheet).unwrap();
        let (top, left) = range.start().unwrap();
        for (row, column, data) in range.used_cells() {
            if matches!(data, Data::Float(_) | Data::Int(_)) {
                let place = (sheet.to_owned(), row as u32 + top, column as u32 + left);
                let Some(formula) = book.formula(&place) else {
                    // The zeros beside the cells of a chart keep its axis at its foot.
                    assert_eq!(*data, Data::Float(0.0), "{place:?} holds a bare number");
                    continue;
                };
                // The one that lifts the axis of a chart of noughts.
                if formula.starts_with("IF(AND(MAX(") {
                    continue;
                }
                // The cells behind a chart make a gap of what is no number; a target that was emptied is n/a.
                let guarded = formula.strip_prefix("IF(ISNUMBER(").and_then(|rest| rest.split_once("),"));
                let name = guarded.map_or(formula.as_str(), |(name, _)| name);
                // What stands under a bar says so where there is none.
                let year = data.to_string();
                if formula == format!("IF(ISNUMBER({name}),{year},\"{year} (\"&{name}&\")\")") {
                    continue;
                }
                let target = format!("IF(ISNUMBER({name}),{name},\"n/a\")");
                assert!(guarded.is_none() || formula == target || formula == behind_a_chart(name), "{place:?}: {formula}");
                assert!(book.named(name).is_some(), "{place:?}: {formula}");
                live += 1;
            }
        }
    }
    assert_eq!(
        live, 16,
        "target, realisasi, capaian, final target and kemajuan of two indicators, and in their charts realisasi, target and final target"
    );
}

/// The targets of the years shown and the final one are drawn, those of years to come are not.
#[test]
fn charts_follow_the_targets_of_the_years_shown() {
    let office = Office::sample();
    office.edit_profile(
        r#"target           = { 2021 = "7,5", 2022 = 8 }"#,
        r#"target           = { 2020 = "6,5", 2021 = "7,5", 2022 = 8 }"#,
    );
    let mut book = Book::made(&office);
    for (name, value) in [("iku_1_1_2020_target", 6.5), ("iku_1_1_2021_target", 7.5), ("iku_1_1_2026_target_akhir", 10.0)] {
        let place = book.named(name).unwrap_or_else(|| panic!("{name} stands nowhere"));
        assert_eq!(typed(&book.value(&place)), Some(value), "{name}");
        let formulas = book.0.worksheet_formula("Capaian").unwrap();
        let drawn = behind_a_chart(name);
        assert_eq!(formulas.used_cells().filter(|(_, _, formula)| **formula == drawn).count(), 1, "{name}");
    }
    assert_eq!(book.named("iku_1_1_2022_target"), None);
}

#[test]
fn sheets_stand_in_the_contracts_order() {
    let book = Book::made(&Office::sample());
    let sheets = [
        "IKU",
        "Capaian",
        "Perhitungan",
        "keragaan 2021",
        "keragaan 2020",
        "umkm 2021",
        "umkm 2020",
        "umkm 2019",
        "Catatan",
        "Bacaan",
    ];
    assert_eq!(book.0.sheet_names(), sheets);
}

/// The workbook is whole whatever the pages have: a warning must stand somewhere.
#[test]
fn the_workbook_has_its_sheets_whatever_parts_are_printed() {
    for (bagian, last) in [("\"capaian\"", "Catatan"), ("\"perhitungan\", \"iku\"", "Catatan"), ("\"catatan\"", "Catatan")] {
        let office = Office::sample();
        office.edit_profile("huruf     = \"Arial\"", &format!("bagian = [{bagian}]"));
        let names = Book::made(&office).0.sheet_names();
        assert_eq!(names[..3], ["IKU", "Capaian", "Perhitungan"], "{bagian}");
        assert_eq!(names[names.len() - 2..], [last, "Bacaan"], "{bagian}");
    }
}

/// What the notes count follows the data: each count and sentence on Catatan is a reference to a live one.
#[test]
fn the_notes_counts_are_alive() {
    let risen = "[ukuran.naik]\nrumus = \"COUNT(keragaan WHERE volume_usaha > volume_usaha[n-1] AND volume_usaha > 1)\"\n\
                 sebutan = \"naik\"\n[[sasaran.indikator]]\nnama = \"naik\"\nrumus = \"naik\"\n";
    let before = [("A", "100"), ("B", "300"), ("C", "2"), ("E", "5")];
    let now = [("A", "150"), ("B", "300"), ("C", "1"), ("D", "4"), ("F", "")];
    let mut book = Book::made(&growth_office(&before, &now, risen));
    // Counted, without a value, condition fails, without a counterpart.
    let counts = [("dihitung", 1.0), ("tanpa_nilai", 1.0), ("tidak_memenuhi", 2.0), ("tanpa_pasangan", 1.0)];
    let mut wanted: Vec<(String, Data)> =
        counts.into_iter().map(|(what, count)| (format!("naik_2021_{what}"), Data::Float(count))).collect();
    wanted.extend([("berkas_1_baris".to_owned(), Data::Float(4.0)), ("berkas_2_baris".to_owned(), Data::Float(5.0))]);
    let sentence = "volume usaha 2021 terhadap 2020: naik 1, tetap 1, turun 0, baru 1, hilang 1, tak terbaca 0";
    wanted.push(("naik_2021_perbandingan".to_owned(), Data::String(sentence.to_owned())));
    let notes = book.0.worksheet_formula("Catatan").unwrap();
    for (name, value) in wanted {
        let place = book.named(&name).unwrap_or_else(|| panic!("{name} stands nowhere"));
        assert_eq!(book.value(&place), value, "{name}");
        assert!(book.formula(&place).is_some(), "{name} is no formula");
        assert_eq!(notes.used_cells().filter(|(_, _, formula)| **formula == name).count(), 1, "{name}");
    }
    // Who is gone is said on the earlier year's sheet.
    let gone = book.0.worksheet_formula("Perhitungan").unwrap().used_cells().map(|cell| cell.2.clone()).collect::<Vec<String>>();
    assert!(gone.iter().any(|formula| formula.contains("COUNTIFS(keragaan_2020[Baris 2021],0,")), "{gone:?}");
}

/// A cell in whose place something else counts says so, beside its address and by a mark, and leads to its finding.
#[test]
fn a_corrected_cell_leads_to_its_finding() {
    let accepted = "arah = \"naik\"\n[[terima]]\nkode = \"bukan-angka\"\nsel = \"data/keragaan 2021.csv!D3\"\nditemukan = \"±5 jt\"\n\
        nilai = \"5.000.000\"\nalasan = \"Sudah ditanyakan\"\n";
    let (before, now) = (small_table(&[("A", "60"), ("B", "40")]), small_table(&[("A", "70"), ("B", "±5 jt")]));
    let office =
        Office::of(&small_profile(GROWTH, accepted), &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)]);
    let mut book = Book::made(&office);
    let rows = book.0.worksheet_range("keragaan 2021").unwrap();
    let said: Vec<String> = rows.used_cells().map(|cell| cell.2.to_string()).filter(|text| text.contains("D3")).collect();
    assert_eq!(said, ["data/keragaan 2021.csv, D3 (dikoreksi, Catatan: temuan diterima no. 1)"]);
    let number = book.0.sheet_names().iter().position(|name| name == "keragaan 2021").unwrap() + 1;
    let text = sheet(&office.read("keluaran/2021/iku-2021.xlsx"), number);
    assert!(text.contains("'Catatan'!A"), "no link to the finding");
    assert!(text.contains("SEARCH(\"D3 (dikoreksi\",$"), "no mark");
    let above: Vec<&[Data]> = rows.rows().take(12).collect();
    assert!(said_above(&above, "Sel biru muda").is_some());
}

/// What follows a beginning among the words over a data sheet's headings.
fn said_above(rows: &[&[Data]], beginning: &str) -> Option<String> {
    rows.iter().flat_map(|row| row.iter()).find_map(|cell| cell.to_string().strip_prefix(beginning).map(str::to_owned))
}

/// A source cell as a number: typed, or a text as offices type it.
fn typed(cell: &Data) -> Option<f64> {
    match cell {
        Data::Float(value) => Some(*value),
        Data::Int(value) => Some(*value as f64),
        Data::String(text) => match text.trim() {
            "-" | "–" | "nihil" => Some(0.0),
            text => {
                let text =
                    text.trim_start_matches("Rp").trim_start_matches('.').trim().trim_end_matches(",-").trim_end_matches(",00");
                text.replace('.', "").replace(',', ".").parse().ok()
            }
        },
        _ => None,
    }
}

#[test]
fn every_value_used_stands_beside_the_address_it_was_read_from() {
    let office = Office::sample();
    let mut book = Book::made(&office);
    let record = office.record();
    let mut checked = 0;
    for sheet in book.0.sheet_names().into_iter().filter(|name| name.starts_with("keragaan") || name.starts_with("umkm")) {
        let range = book.0.worksheet_range(&sheet).unwrap();
        let rows: Vec<&[Data]> = range.rows().collect();
        let source = said_above(&rows, "Dibaca dari ").unwrap();
        let (file, lembar) = source.split_once(", lembar ").unwrap();
        let original = open_workbook_auto(office.path(file)).unwrap().worksheet_range(lembar).unwrap();
        let heading = rows.iter().position(|row| row[0] == Data::String("Nomor Entitas".to_owned())).unwrap();
        let at = rows[heading].iter().position(|cell| *cell == Data::String("Sel Asal".to_owned())).unwrap();
        for row in &rows[heading + 1..] {
            let Data::String(origin) = &row[at] else { panic!("{sheet}: {:?} has no origin", row[0]) };
            let addresses = origin.strip_prefix(&format!("{file}, {lembar}!")).unwrap_or_else(|| panic!("{origin}"));
            let addresses: Vec<&str> = addresses.split("; ").collect();
            assert_eq!(addresses.len(), at - 2, "{sheet}: {origin}");
            for (address, here) in addresses.iter().zip(&row[2..]) {
                let cell = iku::vocabulary::CellAddress::parse(address).unwrap();
                let there = original.get_value((cell.row, cell.column)).unwrap_or(&Data::Empty);
                match here {
                    Data::Float(here) => assert_eq!(typed(there), Some(*here), "{sheet} {address}: {there:?}"),
                    Data::Empty => assert_eq!(typed(there), None, "{sheet} {address}: {there:?}"),
                    other => panic!("{sheet} {address}: {other:?}"),
                }
                checked += 1;
            }
        }
        let counted = record["masukan"].as_array().unwrap().iter().find(|one| one["berkas"] == file).unwrap();
        assert_eq!(counted["baris_data"], rows.len() - heading - 1, "{sheet}");
    }
    assert!(checked > 2_000, "{checked} values were checked");
}

#[test]
fn a_csvs_addresses_count_records() {
    let mut book = Book::made(&growth_office(&[("A", "100"), ("B", "300")], &[("A", "150"), ("B", "Rp 300,-")], ""));
    let range = book.0.worksheet_range("keragaan 2021").unwrap();
    let found: Vec<(String, String)> = range
        .rows()
        .filter_map(|row| {
            let at = row
                .iter()
                .position(|cell| matches!(cell, Data::String(text) if text.starts_with("data/keragaan 2021.csv, D")))?;
            Some((row[at].to_string(), row[at - 1].to_string()))
        })
        .collect();
    let origin = |cell: &str| format!("data/keragaan 2021.csv, {cell}");
    assert_eq!(found, [(origin("D2"), "150".to_owned()), (origin("D3"), "300".to_owned())]);
}

/// The names that stand before an opening bracket.
fn functions(formula: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut quoted = false;
    let mut word = String::new();
    for c in formula.chars() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' if !word.is_empty() => {
                found.insert(std::mem::take(&mut word));
            }
            _ if c.is_alphanumeric() || c == '.' || c == '_' => word.push(c),
            _ => word.clear(),
        }
    }
    found
}

#[test]
fn formulas_use_the_agreed_functions_alone() {
    let rich = "[[sasaran.indikator]]\nnama = \"a\"\nrumus = \"ROUND(AVERAGE(keragaan.volume_usaha), 2)\"\n\
                [[sasaran.indikator]]\nnama = \"b\"\nrumus = \"MEDIAN(keragaan.volume_usaha)\"\n\
                [[sasaran.indikator]]\nnama = \"c\"\nrumus = \"COUNT(keragaan WHERE volume_usaha[n] > volume_usaha[n-1]) / COUNT(keragaan) * 100\"\n\
                [[sasaran.indikator]]\nnama = \"d\"\nrumus = \"IF(koperasi > 1, MAX(keragaan.volume_usaha), MIN(keragaan.volume_usaha))\"\n";
    let small = growth_office(&[("A", "100"), ("B", "300")], &[("A", "150"), ("B", "300")], rich);
    for office in [Office::sample(), small] {
        let mut book = Book::made(&office);
        let formulas = book.formulas();
        assert!(formulas.len() > 8);
        for (sheet, formula) in formulas {
            for function in functions(&formula) {
                assert!(AGREED.contains(&function.as_str()), "{function} on {sheet}: {formula}");
            }
            assert!(!formula.contains("#REF!"), "{sheet}: {formula}");
            // A column of a table by its heading, and nothing else, stands in brackets.
            for reference in formula.split('[').skip(1) {
                let heading = reference.split(']').next().unwrap();
                assert!(heading.chars().all(|c| c.is_alphanumeric() || " _".contains(c)), "{sheet}: {formula}");
            }
        }
        holds_the_record(&office);
    }
}

/// The texts of the parts of a workbook's package whose names begin so.
fn parts(bytes: &[u8], start: &str) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut found = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.starts_with(start) && name.ends_with(".xml") {
            let mut text = String::new();
            std::io::Read::read_to_string(&mut part, &mut text).unwrap();
            found.push((name, text));
        }
    }
    found
}

/// The text of a sheet's part, by the sheet's place among them (from 1).
fn sheet(bytes: &[u8], number: usize) -> String {
    parts(bytes, &format!("xl/worksheets/sheet{number}.xml")).remove(0).1
}

#[test]
fn data_sheets_are_tables_of_all_their_rows() {
    let office = Office::sample();
    let mut book = Book::made(&office);
    let bytes = office.read("keluaran/2021/iku-2021.xlsx");
    let tables = parts(&bytes, "xl/tables/");
    assert_eq!(tables.len(), 5);
    for name in ["keragaan 2021", "umkm 2020"] {
        let (_, table) = tables.iter().find(|(_, text)| text.contains(&format!("name=\"{}\"", name.replace(' ', "_")))).unwrap();
        let rows = book.0.worksheet_range(name).unwrap();
        let heading = rows.rows().position(|row| row[0] == Data::String("Nomor Entitas".to_owned())).unwrap();
        let reference = format!("ref=\"A{}:", heading + 1);
        assert_eq!(table.matches(&reference).count(), 2, "{table}");
        assert!(table.contains(&format!("{}\"", rows.height())), "{name} ends at row {}: {table}", rows.height());
        assert!(table.contains("<calculatedColumnFormula>"), "{table}");
        // Columns of a table are called apart, and its headings are the cells'.
        for cell in rows.rows().nth(heading).unwrap() {
            assert_eq!(table.matches(&format!("name=\"{cell}\"")).count(), 1, "{cell}: {table}");
        }
    }
    let place = book.named("usaha_berkembang_2021").unwrap();
    assert_eq!(book.formula(&place).as_deref(), Some("COUNTIFS(umkm_2021[Usaha Berkembang],1)"));
}

/// What has no target waits for one: a place to be filled in, and what would follow from it.
#[test]
fn an_indicator_without_a_target_has_a_place_for_one() {
    let office = Office::sample();
    office.edit_profile("target           = { 2021 = \"7,5\", 2022 = 8 }\n", "");
    let mut book = Book::made(&office);
    let (sheet, row, column) = book.named("iku_1_1_2021_target").unwrap();
    let found = book.0.worksheet_range(&sheet).unwrap().get_value((row, column)).cloned();
    assert_eq!(found, Some(Data::String("n/a".to_owned())));
    let capaian = book.named("iku_1_1_2021_capaian").unwrap();
    assert!(book.formula(&capaian).unwrap().contains("COUNT(iku_1_1_2021,iku_1_1_2021_target)<2"));
    let formulas: Vec<String> = {
        let range = book.0.worksheet_formula("Capaian").unwrap();
        range.rows().flatten().filter(|formula| !formula.is_empty()).cloned().collect()
    };
    let target = "IF(ISNUMBER(iku_1_1_2021_target),iku_1_1_2021_target,\"n/a\")";
    for name in [target, "iku_1_1_2021_capaian", "iku_1_1_2021_predikat"] {
        assert!(formulas.iter().any(|formula| formula.trim_start_matches('=') == name), "{name}: {formulas:?}");
    }
}

/// A finding of a whole column leads to the first row that it speaks of, one of a sheet to its table.
#[test]
fn findings_lead_to_columns_and_sheets() {
    let office = Office::sample();
    let mut book = Book::made(&office);
    let bytes = office.read("keluaran/2021/iku-2021.xlsx");
    let names = book.0.sheet_names();
    let text = sheet(&bytes, names.iter().position(|name| name == "Catatan").unwrap() + 1);
    let rows = book.0.worksheet_range("umkm 2021").unwrap();
    let heading = rows.rows().position(|row| row[0] == Data::String("Nomor Entitas".to_owned())).unwrap() + 1;
    let blank = rows.rows().skip(heading).position(|row| row[2] == Data::Empty).unwrap() + heading + 1;
    assert!(text.contains(&format!("'umkm 2021'!C{blank}\"")), "no link to the first row without a turnover");
    assert!(text.contains("'umkm 2021'!A1\""), "no link to the sheet");
}

#[test]
fn targets_alone_may_be_changed_where_formulas_are() {
    let office = Office::sample();
    let mut book = Book::made(&office);
    let bytes = office.read("keluaran/2021/iku-2021.xlsx");
    let names = book.0.sheet_names();
    for (index, name) in names.iter().enumerate() {
        let text = sheet(&bytes, index + 1);
        assert_eq!(text.contains("<sheetProtection "), ["Perhitungan", "Capaian", "Catatan"].contains(&name.as_str()), "{name}");
        assert!(!text.contains("password="), "{name}");
    }
    let calculation = sheet(&bytes, names.iter().position(|name| name == "Perhitungan").unwrap() + 1);
    let styles = parts(&bytes, "xl/styles.xml").remove(0).1;
    let formats: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    let unlocked = |name: &str| {
        let (_, row, column) = book.named(name).unwrap();
        let address = iku::vocabulary::CellAddress::new(row, column).to_string();
        let cell = calculation.split("<c ").find(|cell| cell.starts_with(&format!("r=\"{address}\""))).unwrap();
        let style: usize = cell.split("s=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
        formats[style].contains("locked=\"0\"")
    };
    assert!(unlocked("iku_1_1_2021_target") && unlocked("iku_2_1_2026_target_akhir"));
    // A text pasted in its place turns red.
    let (_, row, column) = book.named("iku_1_1_2021_target").unwrap();
    let target = iku::vocabulary::CellAddress::new(row, column).to_string();
    let rule =
        calculation.split("<conditionalFormatting ").find(|rule| rule.starts_with(&format!("sqref=\"{target}\""))).unwrap();
    assert!(rule.contains(&format!("ISTEXT({target})")), "{rule}");
    assert!(!unlocked("iku_1_1_2021") && !unlocked("iku_1_1_2021_capaian") && !unlocked("iku_1_1_2021_predikat"));
    let place = book.named("iku_1_1_2021_predikat").unwrap();
    assert_eq!(book.value(&place), Data::String("Sangat Tinggi".to_owned()));
    assert!(book.formula(&place).unwrap().contains("iku_1_1_2021_capaian"));
}

/// The format of a cell, as the styles' part has it; none for a cell without one.
fn format_of(bytes: &[u8], number: usize, address: &str) -> Option<String> {
    let (text, styles) = (sheet(bytes, number), parts(bytes, "xl/styles.xml").remove(0).1);
    let cell = text.split("<c ").find(|cell| cell.starts_with(&format!("r=\"{address}\"")))?;
    let style: usize = cell.split('>').next()?.split("s=\"").nth(1)?.split('"').next()?.parse().ok()?;
    styles.split("<cellXfs").nth(1)?.split("<xf ").nth(style + 1).map(str::to_owned)
}

/// On every page the first row stands as far from the rule of the headings as from the next row.
#[test]
fn rows_of_data_stand_clear_of_the_headings_rule() {
    let office = Office::sample();
    let mut book = Book::made(&office);
    let bytes = office.read("keluaran/2021/iku-2021.xlsx");
    for name in ["keragaan 2021", "umkm 2021"] {
        let at = book.0.sheet_names().iter().position(|known| known == name).unwrap();
        let text = sheet(&bytes, at + 1);
        assert!(text.contains("<sheetFormatPr defaultRowHeight=\"15.75\" customHeight=\"1\"/>"), "{name}");
        let rows = book.0.worksheet_range(name).unwrap();
        let heading = rows.rows().position(|row| row[0] == Data::String("Nomor Entitas".to_owned())).unwrap();
        for column in 0..rows.width() {
            let address = iku::vocabulary::CellAddress::new(heading as u32 + 1, column as u32).to_string();
            let format = format_of(&bytes, at + 1, &address);
            assert!(format.is_none_or(|format| format.contains("vertical=\"center\"")), "{name}!{address}");
        }
    }
}

/// What figures rest on is marked on the data sheets as targets are, and nothing else there is.
#[test]
fn what_may_be_typed_over_is_marked_on_data_sheets_too() {
    let office = Office::sample();
    let mut book = Book::made(&office);
    let bytes = office.read("keluaran/2021/iku-2021.xlsx");
    let at = book.0.sheet_names().iter().position(|name| name == "umkm 2021").unwrap();
    let text = sheet(&bytes, at + 1);
    let styles = parts(&bytes, "xl/styles.xml").remove(0).1;
    let formats: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    let is_input = |address: String| {
        let cell = text.split("<c ").find(|cell| cell.starts_with(&format!("r=\"{address}\"")));
        let style =
            cell.and_then(|cell| cell.split('>').next().unwrap().split("s=\"").nth(1)?.split('"').next()?.parse::<usize>().ok());
        style.is_some_and(|style| formats[style].contains("locked=\"0\""))
    };
    let rows = book.0.worksheet_range("umkm 2021").unwrap();
    let heading = rows.rows().position(|row| row[0] == Data::String("Nomor Entitas".to_owned())).unwrap();
    let turnover = rows.rows().nth(heading).unwrap().iter().position(|cell| *cell == Data::String("Omset".to_owned())).unwrap();
    let address = |row: usize, column: usize| iku::vocabulary::CellAddress::new(row as u32, column as u32).to_string();
    // A blank that may be filled is one, too: two of the sample's rows have no turnover.
    assert!((heading + 1..rows.height()).all(|row| is_input(address(row, turnover))));
    assert!((0..=heading).all(|row| !is_input(address(row, turnover))), "the control totals are none");
    assert!((0..rows.width()).filter(|column| *column != turnover).all(|column| !is_input(address(heading + 1, column))));
    let above: Vec<&[Data]> = rows.rows().take(heading).collect();
    assert!(said_above(&above, "Sel kuning bertulisan biru").is_some());
}

/// What no formula reads is told in the row, over its column and by its colour: a mark that is a word, a no-break space.
#[test]
fn what_no_formula_reads_is_told_where_it_is_typed() {
    let more = "arah = \"naik\"\n[ukuran.aktif_ksp]\nrumus = 'COUNT(keragaan WHERE aktif AND jenis = \"KSP\")'\nsebutan = \"Jumlah\"\n\
        [[sasaran.indikator]]\nnama = \"Aktif\"\nrumus = \"aktif_ksp\"\narah = \"naik\"\ntarget = { 2021 = 1 }\n\
        [sumber.keragaan.kolom]\naktif = { judul = \"Aktif\", jenis = \"tanda\" }\njenis = { judul = \"Jenis\", jenis = \"teks\" }";
    let now = "Nama Koperasi;Volume Usaha (Rp);Aktif;Jenis\nA;70;ya;KSP\nB;50;tidak;KSU\n";
    let office = Office::of(
        &small_profile(GROWTH, more),
        &[("data/keragaan 2020.csv", &small_table(&[("A", "60"), ("B", "40")])), ("data/keragaan 2021.csv", now)],
    );
    let mut book = Book::made(&office);
    let bytes = office.read("keluaran/2021/iku-2021.xlsx");
    let at = book.0.sheet_names().iter().position(|name| name == "keragaan 2021").unwrap();
    let text = sheet(&bytes, at + 1);
    let rows = book.0.worksheet_range("keragaan 2021").unwrap();
    let heading = rows.rows().position(|row| row[0] == Data::String("Nomor Entitas".to_owned())).unwrap();
    let column = |wanted: &str| {
        let headings = rows.rows().nth(heading).unwrap();
        headings
            .iter()
            .position(|cell| *cell == Data::String(wanted.to_owned()))
            .unwrap_or_else(|| panic!("{wanted}: {headings:?}")) as u32
    };
    let address = |wanted: &str| iku::vocabulary::CellAddress::new(heading as u32 + 1, column(wanted)).to_string();
    let (mark, kind) = (address("Aktif"), address("Jenis"));
    let check = book.formula(&("keragaan 2021".to_owned(), heading as u32 + 1, column("Periksa"))).unwrap();
    assert!(check.starts_with(&format!("IF(COUNTA({mark})>COUNT({mark}),\"isi 1 (ya) atau 0 (tidak)\",")), "{check}");
    assert!(check.contains(&format!("COUNTIF({kind},\"*\u{a0}*\")")), "{check}");
    let validation = text.split("<dataValidation ").skip(1).find(|rule| rule.contains(&format!("sqref=\"{mark}:"))).unwrap();
    assert!(validation.contains("1 bila ya, 0 bila tidak"), "{validation}");
    let red = |at: &str| {
        text.split("<conditionalFormatting ")
            .any(|rule| rule.starts_with(&format!("sqref=\"{at}:")) && (rule.contains("ISTEXT") || rule.contains('\u{a0}')))
    };
    assert!(red(&mark) && red(&kind), "{text}");
}

/// A number of more digits than Excel keeps is told beside it, and its whole text is there.
#[test]
fn digits_that_excel_does_not_keep_are_told() {
    let office = growth_office(
        &[("A", "249.240.250.593.493,16"), ("B", "1")],
        &[("A", "349.240.250.593.493,17"), ("B", "2")],
        "arah = \"naik\"\ntarget = { 2021 = 5 }\n[[sasaran.indikator]]\nnama = \"Jumlah\"\nrumus = \"volume\"\narah = \"naik\"",
    );
    let mut book = Book::made(&office);
    let mut says = |sheet: &str, words: &str| {
        let cells = book.0.worksheet_range(sheet).unwrap();
        cells.used_cells().any(|cell| cell.2.to_string().contains(words))
    };
    assert!(says("Perhitungan", "dalam laporan 349.240.250.593.495,17 (Excel menyimpan 15 angka)"));
    assert!(says("Capaian", "Excel menyimpan 15 angka"));
    assert!(says("keragaan 2021", "Excel menyimpan 15 angka: bilangan yang lebih panjang di kolom Volume"));
    let small = growth_office(&[("A", "1"), ("B", "3")], &[("A", "2"), ("B", "5")], "");
    let mut book = Book::made(&small);
    for sheet in ["Perhitungan", "Capaian", "keragaan 2021"] {
        let cells = book.0.worksheet_range(sheet).unwrap();
        assert!(!cells.used_cells().any(|cell| cell.2.to_string().contains("15 angka")), "{sheet}");
    }
}

/// A figure that rounds to nought has no sign, a bar's label the decimals of its target, a unit's words room enough.
#[test]
fn small_figures_and_fractions_are_shown_as_the_pages_do() {
    let more = format!(
        "arah = \"naik\"\n[[sasaran.indikator]]\nnama = \"Kecil\"\nrumus = \"{GROWTH}\"\narah = \"naik\"\nsatuan = \"orang/1.000 penduduk per kecamatan\"\ntarget = {{ 2021 = 2.5 }}\ndesimal = 0\n"
    );
    let office = growth_office(&[("A", "60000"), ("B", "40000")], &[("A", "60000"), ("B", "39999")], &more);
    let book = Book::made(&office);
    let bytes = office.read("keluaran/2021/iku-2021.xlsx");
    let number = book.0.sheet_names().iter().position(|name| name == "Perhitungan").unwrap() + 1;
    let text = sheet(&bytes, number);
    let (_, row, column) = book.named("iku_1_2_2021").unwrap();
    let at = iku::vocabulary::CellAddress::new(row, column);
    assert!(text.contains(&format!("AND({at}&lt;0,ROUND({at},0)=0)")), "{text}");
    let unit = text.split("<col min=\"5\" max=\"5\" width=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(unit.parse::<f64>().unwrap() >= 11.0, "{unit}");
    let charts = parts(&bytes, "xl/charts/chart");
    assert!(charts.iter().any(|(_, chart)| chart.contains("#,##0.0#########")), "{charts:?}");
}

/// What differs is said whole: nothing stands at the right of the sentence, and of each column below it.
#[test]
fn what_differs_from_the_report_has_room_to_be_said() {
    let office = Office::sample();
    let mut book = Book::made(&office);
    let rows = book.0.worksheet_range("umkm 2021").unwrap();
    let formulas = book.0.worksheet_formula("umkm 2021").unwrap();
    let at = rows.rows().position(|row| row[1] == Data::String("Sama dengan laporan.".to_owned())).unwrap() as u32;
    let formula = |row: u32, column: u32| formulas.get_value((row, column)).is_some_and(|formula| !formula.is_empty());
    assert!(formula(at, 1) && (2..rows.width() as u32).all(|column| !formula(at, column)));
    assert!((2..rows.width() as u32).any(|column| formula(at + 1, column)) && !formula(at + 1, 1));
}

/// A column that the program alone decides by is no input, and its sheet says so.
#[test]
fn a_column_that_no_formula_follows_says_so() {
    let more = "arah = \"naik\"\n[ukuran.pemilik_beda]\nrumus = 'COUNT_DISTINCT(keragaan.pemilik)'\nsebutan = \"Jumlah pemilik\"\n\
        [[sasaran.indikator]]\nnama = \"Pemilik\"\nrumus = \"pemilik_beda\"\narah = \"naik\"\ntarget = { 2021 = 1 }\n\
        [sumber.keragaan.kolom]\npemilik = { judul = \"Pemilik\", jenis = \"teks\" }";
    // A name that no search finds alike everywhere stands for itself in its own row; one with a number that is not shown does not.
    for (owner, lives) in [("Jose Cafe", true), ("Jos\u{e9} Caf\u{e9}", true), ("Siti 3575012345670001", false)] {
        let now = format!("Nama Koperasi;Volume Usaha (Rp);Pemilik\nA;70;{owner}\nB;50;Joko\n");
        let before = "Nama Koperasi;Volume Usaha (Rp);Pemilik\nA;60;Joko\nB;40;Joni\n";
        let office =
            Office::of(&small_profile(GROWTH, more), &[("data/keragaan 2020.csv", before), ("data/keragaan 2021.csv", &now)]);
        let mut book = Book::made(&office);
        let bytes = office.read("keluaran/2021/iku-2021.xlsx");
        let number = book.0.sheet_names().iter().position(|name| name == "keragaan 2021").unwrap() + 1;
        let rows = book.0.worksheet_range("keragaan 2021").unwrap();
        let heading = rows.rows().position(|row| row[0] == Data::String("Nomor Entitas".to_owned())).unwrap();
        let headings = rows.rows().nth(heading).unwrap();
        let column = headings.iter().position(|cell| *cell == Data::String("Pemilik".to_owned())).unwrap();
        let first = iku::vocabulary::CellAddress::new(heading as u32 + 1, column as u32).to_string();
        let format = format_of(&bytes, number, &first).unwrap();
        assert_eq!(format.contains("locked=\"0\""), lives, "{owner}: {format}");
        let says = rows.used_cells().any(|cell| cell.2.to_string().starts_with("Tidak hidup: angka yang memakai kolom Pemilik"));
        assert_eq!(says, !lives, "{owner}");
    }
}

/// What stands before a fraction's bar is part of the formula that is signed.
#[test]
fn a_form_says_what_stands_before_the_bar() {
    let profile = small_profile("100 - volume[n] / volume[n-1] * 100", "arah = \"naik\"");
    let (before, now) = (small_table(&[("A", "60"), ("B", "40")]), small_table(&[("A", "70"), ("B", "50")]));
    let office = Office::of(&profile, &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)]);
    let mut book = Book::made(&office);
    let form = book.0.sheet_names().into_iter().find(|name| name.contains("IKU")).unwrap();
    let cells = book.0.worksheet_range(&form).unwrap();
    assert!(
        cells.used_cells().any(|cell| cell.2.to_string().trim() == "100 -"),
        "{:?}",
        cells.used_cells().map(|cell| cell.2.to_string()).collect::<Vec<_>>()
    );
}

/// A figure that is a predicate leads to its text, which may be changed, and so to the score that it counts for.
#[test]
fn a_predicate_is_alive() {
    let profile = "[instansi]\nnama = \"Dinas\"\ndaerah = \"Kota\"\n[laporan]\ntahun = 2021\ntampil_tahun = 1\n\
        [penandatangan]\ntempat = \"Kota\"\ntanggal = 2022-01-24\njabatan = [\"KEPALA\"]\nnama = \"Fulan\"\n\
        [ukuran.opini]\nsebutan = \"Opini BPK\"\ntetapan = { 2021 = \"WTP\" }\nskor = { WTP = 100, WDP = 75 }\nasal = \"LHP\"\n\
        [[sasaran]]\nuraian = \"Tertib\"\n[[sasaran.indikator]]\nnama = \"Opini\"\nrumus = \"opini\"\narah = \"naik\"\ntarget = { 2021 = 100 }\n";
    let office = Office::of(profile, &[]);
    let mut book = Book::made(&office);
    let text = book.named("opini_2021_predikat").unwrap();
    assert_eq!((book.value(&text), book.formula(&text)), (Data::String("WTP".to_owned()), None));
    let score = book.named("opini_2021").unwrap();
    assert_eq!(book.value(&score), Data::Float(100.0));
    assert!(book.formula(&score).unwrap().starts_with("IF(opini_2021_predikat=\"WDP\",75,"));
    let shown = book.0.worksheet_formula("Capaian").unwrap();
    assert!(shown.used_cells().any(|cell| cell.2.trim_start_matches('=') == "iku_1_1_2021_realisasi"));
    let words: Vec<String> = book.0.worksheet_range("Capaian").unwrap().used_cells().map(|cell| cell.2.to_string()).collect();
    assert!(words.iter().any(|text| text.contains("WTP = 100; WDP = 75")), "{words:?}");
    assert!(!words.iter().any(|text| text.contains("WTP dihitung")), "a sentence that a change would leave behind");
}

/// A value from outside is a yellow cell, of years without one too; where the data give a figure, both stand and one is chosen.
#[test]
fn a_value_from_outside_is_alive() {
    let more = "arah = \"naik\"\ntarget = { 2021 = 5 }\n[[sasaran.indikator]]\nnama = \"Porsi\"\nrumus = \"volume / pdrb\"\narah = \"naik\"\n\
        [ukuran.pdrb]\nsebutan = \"PDRB\"\ntetapan = { 2021 = \"1.250,5\" }\nasal = \"BPS\"";
    let profile = small_profile(GROWTH, more)
        .replace("sebutan = \"Jumlah volume", "tetapan = { 2020 = 90 }\nasal = \"LKjIP\"\nsebutan = \"Jumlah volume");
    let (before, now) = (small_table(&[("A", "60"), ("B", "40")]), small_table(&[("A", "70"), ("B", "50")]));
    let office = Office::of(&profile, &[("data/keragaan 2020.csv", &before), ("data/keragaan 2021.csv", &now)]);
    let mut book = Book::made(&office);
    let bytes = office.read("keluaran/2021/iku-2021.xlsx");
    let sheet_number = book.0.sheet_names().iter().position(|name| name == "Perhitungan").unwrap() + 1;
    for (name, value) in [
        ("pdrb_2021", Data::Float(1250.5)),
        ("pdrb_2020", Data::String("n/a".into())),
        ("volume_2020_tetapan", Data::Float(90.0)),
    ] {
        let place = book.named(name).unwrap_or_else(|| panic!("{name}"));
        assert_eq!((book.value(&place), book.formula(&place)), (value, None), "{name}");
        let address = iku::vocabulary::CellAddress::new(place.1, place.2).to_string();
        let format = format_of(&bytes, sheet_number, &address).unwrap();
        assert!(format.contains("locked=\"0\""), "{name}: {format}");
        assert!(sheet(&bytes, sheet_number).contains(&format!("sqref=\"{address}\"")), "{name} takes numbers alone");
    }
    let formula = |book: &mut Book, name: &str| book.named(name).and_then(|place| book.formula(&place)).unwrap();
    assert_eq!(
        formula(&mut book, "volume_2020"),
        "IF(ISNUMBER(volume_2020_data),volume_2020_data,IF(ISNUMBER(volume_2020_tetapan),volume_2020_tetapan,volume_2020_data))"
    );
    assert!(formula(&mut book, "volume_2020_data").contains("keragaan_2020[Volume"));
    // Typed where there was none, it makes a figure of that year.
    assert!(formula(&mut book, "iku_1_2_2020").contains("volume_2020/pdrb_2020"));
    let place = book.named("iku_1_2_2020").unwrap();
    assert_eq!(book.value(&place), Data::String("n/a".into()));
}

/// Where there is no figure the chart's cell is a gap that follows what comes to be.
#[test]
fn a_bar_that_is_not_there_is_a_living_gap() {
    let office = Office::sample();
    let mut book = Book::made(&office);
    let formulas: Vec<String> =
        book.0.worksheet_formula("Capaian").unwrap().used_cells().map(|cell| cell.2.trim_start_matches('=').to_owned()).collect();
    for name in ["iku_1_1_2019", "iku_1_1_2020", "iku_1_1_2021"] {
        assert!(formulas.contains(&behind_a_chart(name)), "{name}: {formulas:?}");
    }
    let charts = parts(&office.read("keluaran/2021/iku-2021.xlsx"), "xl/charts/");
    assert!(
        charts.iter().all(|(_, chart)| chart.contains("formatCode=\"[$-421]#,##0.00;[$-421]-#,##0.00;\"")),
        "a gap has a label"
    );
    // No end of the axis hides what turns below zero.
    assert!(charts.iter().all(|(_, chart)| !chart.contains("<c:min ") && chart.contains("<c:lineChart>")));
}

/// A sheet's links: their cell and where they lead.
fn hyperlinks(sheet: &str) -> Vec<(String, String)> {
    let attribute = |tag: &str, of: &str| tag.split(&format!("{of}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned();
    sheet.split("<hyperlink ").skip(1).map(|tag| (attribute(tag, "ref"), attribute(tag, "location"))).collect()
}

#[test]
fn a_click_leads_from_a_figure_to_its_column() {
    let office = Office::sample();
    let mut book = Book::made(&office);
    let bytes = office.read("keluaran/2021/iku-2021.xlsx");
    let names = book.0.sheet_names();
    let links = |name: &str| hyperlinks(&sheet(&bytes, names.iter().position(|one| one == name).unwrap() + 1));
    let (_, row, column) = book.named("iku_1_1_2021").unwrap();
    let growth = iku::vocabulary::CellAddress::new(row, column).to_string();
    assert!(
        links("Capaian")
            .iter()
            .any(|(_, to)| to.trim_matches('\'') == format!("Perhitungan!{growth}") || to == &format!("'Perhitungan'!{growth}")),
        "{:?}",
        links("Capaian")
    );
    let (_, row, column) = book.named("volume_usaha_2021").unwrap();
    let measure = iku::vocabulary::CellAddress::new(row, column).to_string();
    let (_, target) = links("Perhitungan").into_iter().find(|(from, _)| *from == measure).unwrap();
    let (sheet, cell) = target.rsplit_once('!').unwrap();
    assert_eq!(sheet.trim_matches('\''), "keragaan 2021");
    let at = iku::vocabulary::CellAddress::parse(cell).unwrap();
    assert_eq!(book.value(&("keragaan 2021".to_owned(), at.row, at.column)), Data::String("Volume Usaha".to_owned()));
    // Beside a figure stands all that it is worked out of, each a click away.
    let (_, row, _) = book.named("iku_1_1_2021").unwrap();
    let listed: Vec<(String, String)> = links("Perhitungan")
        .into_iter()
        .filter(|(from, _)| from.strip_prefix('H').or(from.strip_prefix('I')) == Some(&(row + 1).to_string()))
        .collect();
    let mut wanted: Vec<String> = ["umkm_berkembang_2021", "umkm_berkembang_2020"]
        .iter()
        .filter_map(|name| book.named(name))
        .map(|(_, row, column)| iku::vocabulary::CellAddress::new(row, column).to_string())
        .collect();
    if wanted.is_empty() {
        wanted = listed.iter().filter_map(|(_, to)| to.split('!').nth(1).map(str::to_owned)).collect();
    }
    assert_eq!(listed.len(), 2, "{listed:?}");
    assert_eq!(listed.iter().filter_map(|(_, to)| to.split('!').nth(1).map(str::to_owned)).collect::<Vec<_>>(), wanted);
    let words = book.value(&("Perhitungan".to_owned(), row, 7));
    assert!(matches!(&words, Data::String(words) if words.ends_with(" 2021")), "{words:?}");
    // A finding of a row leads there.
    let office = growth_office(&[("A", "100"), ("B", "300")], &[("A", "150"), ("B", "30000")], "");
    let mut book = Book::made(&office);
    let notes = sheet_of_findings(&office, &mut book);
    assert!(notes.contains("location=\"'keragaan 2021'!"), "{notes}");
}

/// What a revision changed leads to the cell that changed, and a figure that moved to its arithmetic.
#[test]
fn a_click_leads_from_a_revision_to_what_it_changed() {
    let table = |volume: &str| small_table(&[("A (lama)", volume), ("B", "300")]);
    let growth = "(volume[n] - volume[n-1]) / volume[n-1] * 100";
    let profile = small_profile(growth, "arah = \"naik\"\ntarget = { 2021 = 10 }");
    let office = Office::of(&profile, &[("data/keragaan 2020.csv", &table("100")), ("data/keragaan 2021.csv", &table("150"))]);
    assert_eq!(office.buat().status, 0);
    office.write("data/keragaan 2021.csv", table("130").as_bytes());
    let mut book = Book::made(&office);
    let links = hyperlinks(&sheet_of_findings(&office, &mut book));
    let cell = |at: &str| iku::vocabulary::CellAddress::parse(at).unwrap();
    let notes = book.0.worksheet_range("Catatan").unwrap();
    // What each row says that begins with a link, and where that leads.
    let led: Vec<(String, String, u32, u32)> = links
        .iter()
        .map(|(from, to)| {
            let row = cell(from).row;
            let last = notes.end().unwrap().1;
            let words = (0..=last).filter_map(|column| Some(notes.get_value((row, column))?.to_string())).collect();
            let (sheet, to) = to.rsplit_once('!').unwrap();
            (words, sheet.trim_matches('\'').to_owned(), cell(to).row, cell(to).column)
        })
        .collect();
    let to = |words: &str| led.iter().find(|led| led.0.contains(words)).map(|led| (led.1.clone(), led.2, led.3));
    // The cell of the data sheet that holds what the change says, and the realisasi's own.
    let changed = to("A (lama): volume_usaha 150 menjadi 130").unwrap_or_else(|| panic!("{led:?}"));
    assert_eq!((changed.0.as_str(), book.value(&changed)), ("keragaan 2021", Data::Float(130.0)));
    assert_eq!(to("Realisasi"), book.named("iku_1_1_2021"), "{led:?}");
}

/// The part of the sheet Catatan.
fn sheet_of_findings(office: &Office, book: &mut Book) -> String {
    let at = book.0.sheet_names().iter().position(|name| name == "Catatan").unwrap();
    sheet(&office.read("keluaran/2021/iku-2021.xlsx"), at + 1)
}

/// Blank workbooks keep what is typed into them, and their examples count for nothing.
#[test]
fn blank_workbooks_lose_nothing() {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path().join("kantor");
    let run = common::iku(&["siapkan", folder.to_str().unwrap(), "--tahun", "2021"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for name in ["Laporan Keragaan Koperasi 2020.xlsx", "Data UMKM 2021.xlsx"] {
        let bytes = std::fs::read(folder.join("data").join(name)).unwrap();
        let mut book = Book::of(bytes.clone());
        assert_eq!(book.0.sheet_names()[1], "Petunjuk");
        assert_eq!(
            book.0.worksheet_range("Petunjuk").unwrap().used_cells().filter(|cell| matches!(cell.2, Data::Float(_))).count(),
            0
        );
        let text = sheet(&bytes, 1);
        let columns = book.0.worksheet_range(&book.0.sheet_names()[0]).unwrap().width();
        assert_eq!(text.matches("<dataValidation ").count(), columns, "{name}: {text}");
        assert!(text.matches("promptTitle=").count() == columns && columns > 12, "{name}");
        let styles = parts(&bytes, "xl/styles.xml").remove(0).1;
        assert!(styles.contains("formatCode=\"@\""), "no column of texts in {name}");
    }
}
