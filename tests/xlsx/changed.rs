//! What is changed in the workbook after the report was made is told there.

use crate::common::Office;
use crate::common::book::Book;
use crate::{Data, GROWTH, growth_office, sheet, small_profile, small_table};
use calamine::Reader;

const TARGET: &str = "arah = \"naik\"\ntarget = { 2021 = \"7,5\" }";

/// The text of a defined name's cell, and its formula.
fn said(book: &mut Book, name: &str) -> (Data, String) {
    let place = book.named(name).unwrap_or_else(|| panic!("{name} has no cell"));
    (book.value(&place), book.formula(&place).unwrap_or_default())
}

#[test]
fn what_differs_from_the_report_is_said_above_the_sheets_whose_figures_follow() {
    let book = &mut Book::made(&growth_office(&[("A", "60"), ("B", "40")], &[("A", "70"), ("B", "50")], TARGET));
    let (now, formula) = said(book, "berbeda_dari_laporan");
    assert!(matches!(&now, Data::Empty) || now == Data::String(String::new()), "{now:?}");
    assert!(formula.starts_with("IF(berbeda_1=\"\",\"\",\"BERBEDA dari laporan: \"&MID(berbeda_1,3,"), "{formula}");
    let (_, list) = said(book, "berbeda_1");
    let target = "IF(IF(ISNUMBER(iku_1_1_2021_target),iku_1_1_2021_target=7.5,FALSE),\"\",\"; target 1.1 2021\")";
    assert!(list.contains(target), "{list}");
    for (lembar, tahun) in [("keragaan 2020", 2020), ("keragaan 2021", 2021)] {
        let one = format!("=\"Sama dengan laporan.\",\"\",\"; data keragaan {tahun}\")");
        let at = list.split("IF('").find(|part| part.contains(&one)).unwrap_or_else(|| panic!("{list}"));
        let cell = at.strip_prefix(lembar).and_then(|rest| rest.strip_prefix("'!")).and_then(|rest| rest.split('=').next());
        let at = iku::vocabulary::CellAddress::parse(cell.unwrap()).unwrap();
        assert_eq!(book.value(&(lembar.to_owned(), at.row, at.column)), Data::String("Sama dengan laporan.".to_owned()));
    }
    for sheet in ["Capaian", "Perhitungan", "Catatan"] {
        let formulas = book.0.worksheet_formula(sheet).unwrap();
        let told = formulas.used_cells().filter(|cell| cell.2 == "berbeda_dari_laporan").count();
        assert_eq!(told, 1, "{sheet}");
    }
}

#[test]
fn a_changed_value_says_what_the_report_has() {
    let office = growth_office(&[("A", "60"), ("B", "40")], &[("A", "70"), ("B", "50")], TARGET);
    let book = &mut Book::made(&office);
    let (sheet_name, row, _) = book.named("iku_1_1_2021_target").unwrap();
    let origin = (sheet_name, row, 6);
    assert_eq!(book.value(&origin), Data::String("iku.toml".to_owned()));
    let formula = book.formula(&origin).unwrap();
    let same = "IF(ISNUMBER(iku_1_1_2021_target),iku_1_1_2021_target=7.5,FALSE)";
    assert_eq!(formula, format!("IF({same},\"\",\"DIUBAH, dalam laporan 7,5; \")&\"iku.toml\""));
    let bytes = office.read("keluaran/2021/iku-2021.xlsx");
    let at = book.0.sheet_names().iter().position(|name| name == "Perhitungan").unwrap();
    assert!(sheet(&bytes, at + 1).contains(&format!("MID($G{0},1,6)=\"DIUBAH\"", row + 1)), "turns red");
}

/// Two rows' numbers that are swapped leave rows and sum as they were.
#[test]
fn a_row_with_another_entitys_number_is_told() {
    let now = small_table(&[("A", "70"), ("B", "50")]);
    let office = Office::of(
        &small_profile(GROWTH, "arah = \"naik\""),
        &[("data/keragaan 2020.csv", &small_table(&[("A", "60"), ("B", "40")])), ("data/keragaan 2021.csv", &now)],
    );
    let book = &mut Book::made(&office);
    let formulas: Vec<String> = book.formulas().into_iter().filter(|one| one.0 == "keragaan 2021").map(|one| one.1).collect();
    for number in [1, 2] {
        let own = format!("={number}),\"\",\"Nomor Entitas dalam laporan {number}\")");
        assert_eq!(formulas.iter().filter(|formula| formula.contains(&own)).count(), 1, "{formulas:?}");
    }
    let counted = "COUNTIF(keragaan_2021[Periksa],\"Nomor Entitas dalam laporan *\")>0";
    assert!(formulas.iter().any(|formula| formula.contains(counted)), "{formulas:?}");
}
