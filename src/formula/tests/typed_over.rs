//! What the live formulas say of cells that are typed over: rows that are emptied, words in a column of numbers, texts that
//! other rows have too, figures that can be had no more.

use super::live::row_text;
use crate::dataset::{ByYear, Dataset, Jenis};
use crate::formula::excel::{CellResult, HelperColumn, Workbook};
use crate::formula::sample::{d, dataset, formula, measures, table};
use crate::formula::{Evaluator, MeasureDef};
use crate::vocabulary::Year;
use std::collections::BTreeMap;

/// Each measure's formula in 2021, and the helper columns of the sheets.
fn made(data: &Dataset, given: &BTreeMap<String, MeasureDef>) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let evaluator = Evaluator::new(data, given);
    let mut workbook = Workbook::new(&evaluator);
    let cell = |name: &String| (name.clone(), workbook.measure(name, Year(2021)).cell.formula.unwrap_or_default());
    let figures = given.keys().map(cell).collect();
    let helpers = workbook.finish();
    let said = |columns: &Vec<HelperColumn>| -> Vec<(String, String)> {
        columns.iter().map(|column| (column.heading.clone(), row_text(column, columns))).collect()
    };
    (figures, helpers.values().flat_map(said).collect())
}

#[test]
fn a_row_whose_cells_of_the_year_are_emptied_is_none_of_the_years() {
    let columns = [("omset", Jenis::Uang), ("tenaga_kerja", Jenis::Angka), ("jenis", Jenis::Teks)];
    let rows: &[(u32, &[&str])] = &[(1, &["10", "1", "warung"]), (2, &["20", "", "warung"])];
    let mut tables = [2020, 2021].map(|tahun| table("u", tahun, &columns, rows));
    for table in &mut tables {
        // Omset and Tenaga Kerja stand once for each year, Jenis for all.
        table.parts[0].by_year = Some(ByYear { columns: vec![0, 1], beside: Vec::new() });
    }
    let given = measures(&[
        "semua = COUNT(u)",
        "naik = COUNT(u WHERE omset > omset[n-1])",
        "warung = COUNT(u WHERE jenis = \"warung\")",
        "jenis_beda = COUNT_DISTINCT(u.jenis)",
        "jumlah = SUM(u.omset)",
    ]);
    let (figures, helpers) = made(&dataset(tables.into()), &given);
    assert_eq!(figures["semua"], "COUNTIFS(u_2021[Ada Isi 2021],1)");
    assert_eq!(figures["jumlah"], "IF(COUNT(u_2021[Omset])=0,\"tidak dapat dihitung\",SUM(u_2021[Omset]))");
    // Of the year's columns the one that figures rest on; the rest stays as it was read.
    assert_eq!(helpers["Ada Isi 2021"], "IF(OR({nomor}=1,TRIM({omset})<>\"\"),1,0)");
    assert_eq!(helpers["Warung"], "IF({Ada Isi 2021}=1,IF(EXACT(LOWER(TRIM({jenis})),\"warung\"),1,0),0)");
    // Without an omset of the year nothing has risen.
    assert!(!helpers["Naik"].contains("Ada Isi"), "{}", helpers["Naik"]);
    assert!(helpers["Jenis Dibandingkan"].starts_with("IF({Ada Isi 2021}=1,"), "{}", helpers["Jenis Dibandingkan"]);
    // Nobody meets a row that is not the other year's.
    assert!(helpers["Baris 2020"].contains("u_2020[Nomor Entitas 2020]"), "{}", helpers["Baris 2020"]);
    assert_eq!(helpers["Nomor Entitas 2020"], "IF({Ada Isi 2020}=1,{no},\"\")");
}

#[test]
fn a_word_typed_among_numbers_is_no_value() {
    let columns = [("omset", Jenis::Uang), ("rat", Jenis::Tanggal), ("jenis", Jenis::Teks)];
    let rows: &[(u32, &[&str])] = &[(1, &["10", "2021-01-31", "a"]), (2, &["", "", ""])];
    let given = measures(&[
        "ada = COUNT(u WHERE omset IS NOT EMPTY)",
        "tanpa = COUNT(u WHERE rat IS EMPTY)",
        "berjenis = COUNT(u WHERE jenis IS NOT EMPTY)",
    ]);
    let (_, helpers) = made(&dataset(vec![table("u", 2021, &columns, rows)]), &given);
    assert_eq!(helpers["Ada"], "IF(ISNUMBER({omset}),1,0)");
    assert_eq!(helpers["Tanpa"], "IF(NOT(ISNUMBER({rat})),1,0)");
    assert_eq!(helpers["Berjenis"], "IF(TRIM({jenis})<>\"\",1,0)");
}

/// A text beyond ASCII that is typed where another row has it is that row's, not one more.
#[test]
fn a_typed_text_is_held_against_those_of_other_rows() {
    let rows: &[(u32, &[&str])] = &[(1, &["\u{106}evapi"]), (2, &["Toko"])];
    let data = dataset(vec![table("u", 2021, &[("nama_usaha", Jenis::Teks)], rows)]);
    let (_, helpers) = made(&data, &measures(&["beda = COUNT_DISTINCT(u.nama_usaha)"]));
    let key = &helpers["Nama Usaha Dibandingkan"];
    let names = "SUMPRODUCT(EXACT(u_2021[Isi Nama Usaha],LOWER(TRIM({nama_usaha})))*u_2021[Nomor Isi Nama Usaha])";
    assert!(key.contains(&format!("IF({names}>0,\"|isi no. \"&{names}&\"|\",LOWER(TRIM({{nama_usaha}})))")), "{key}");
    let evaluator_given = measures(&["beda = COUNT_DISTINCT(u.nama_usaha)"]);
    let evaluator = Evaluator::new(&data, &evaluator_given);
    let mut workbook = Workbook::new(&evaluator);
    workbook.measure("beda", Year(2021));
    let made = workbook.finish();
    let text = |heading: &str| {
        let column = made.values().flatten().find(|column| column.heading == heading).unwrap();
        column.results.clone()
    };
    let none = || CellResult::Text(String::new());
    assert_eq!(text("Isi Nama Usaha"), [CellResult::Text("\u{107}evapi".into()), none()]);
    assert_eq!(text("Nomor Isi Nama Usaha")[1], none());
    let CellResult::Text(called) = &text("Nama Usaha Dibandingkan")[0] else { panic!("no text") };
    assert_eq!(
        text("Nomor Isi Nama Usaha")[0],
        CellResult::Number(d(called.trim_matches(['|', ' ']).rsplit(' ').next().unwrap()))
    );
}

#[test]
fn a_figure_that_cannot_be_had_says_why() {
    let data = dataset(Vec::new());
    let given = measures(&["v = |2021: 5; 2020: 0", "w = |2021: 5; 2020: -1"]);
    let evaluator = Evaluator::new(&data, &given);
    let mut workbook = Workbook::new(&evaluator);
    let mut why = |text: &str| workbook.why(&formula(text), Year(2021));
    let (live, now) = why("(v[n] - v[n-1]) / v[n-1] * 100").unwrap();
    assert_eq!(now, "pembagi bernilai nol");
    let operand = "angka yang dipakainya tidak ada atau tidak dapat dihitung";
    let base = "IF(v_2020=0,\"pembagi bernilai nol\",\"nilai dasar negatif\")";
    assert_eq!(live, format!("IF(COUNT(v_2021,v_2020)<2,\"{operand}\",IF(v_2020<=0,{base},\"\"))"));
    assert_eq!(why("(w[n] - w[n-1]) / w[n-1] * 100").unwrap().1, "nilai dasar negatif");
    assert_eq!(why("w[n] / v[n] * 100").unwrap().1, "");
    assert_eq!(why("w[n] + v[n]"), None);
}

/// Rows of one entity are counted by a column that says which they are, never by a number taken off.
#[test]
fn rows_that_go_on_are_counted_by_their_entity_alive() {
    let rows: &[(u32, &[&str])] = &[(1, &["50", "a"]), (1, &["60", "b"]), (2, &["70", "a"]), (3, &["", "a"])];
    let mut kop = table("k", 2021, &[("volume", Jenis::Uang), ("jenis", Jenis::Teks)], rows);
    kop.rows[1].lanjutan = true;
    let data = dataset(vec![kop]);
    let given = measures(&["semua = COUNT(k)", "a = COUNT(k WHERE jenis = \"a\")", "rerata = SUM(k.volume) / COUNT(k)"]);
    let (figures, helpers) = made(&data, &given);
    assert_eq!(figures["semua"], "COUNTIFS(k_2021[Entitas Pertama],1)");
    assert_eq!(figures["a"], "COUNTIFS(k_2021[A Entitas Pertama],1)");
    let first = "IF(COUNTIFS(INDEX(k_2021[Satu Entitas],1):{Satu Entitas},{Satu Entitas})=1,1,0)";
    assert_eq!(helpers["Entitas Pertama"], format!("IF({{Satu Entitas}}=\"\",1,{first})"));
    assert!(helpers["A Entitas Pertama"].starts_with("IF({A}=1,IF({Satu Entitas}=\"\",1,"), "{}", helpers["A Entitas Pertama"]);
    assert!(figures.values().all(|formula| !formula.contains("-1")), "{figures:?}");
    let evaluator = Evaluator::new(&data, &given);
    let mut workbook = Workbook::new(&evaluator);
    let found = evaluator.measure("rerata", Year(2021));
    let root = &given["rerata"].rumus.as_ref().unwrap().root;
    let counts = workbook.coverage("rerata", root, Year(2021), &found.data.as_ref().unwrap().trace).counts;
    assert_eq!(counts[0].count, 4);
    assert!(counts[0].formula.as_deref().is_some_and(|formula| formula.starts_with("COUNTIFS(")), "{counts:?}");
    let made = workbook.finish();
    let together = made.values().flatten().find(|column| column.heading == "Satu Entitas").unwrap();
    assert_eq!(together.results[0], together.results[1]);
    assert_eq!(together.results[2], CellResult::Text(String::new()));
}
