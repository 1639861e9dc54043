//! Entities that go on over several rows: what is asked of amounts is asked of their sum.

use super::live::row_text;
use crate::dataset::{Dataset, Jenis};
use crate::formula::Evaluator;
use crate::formula::excel::{HelperColumn, Workbook};
use crate::formula::sample::{dataset, formula, measures, table, value};
use crate::vocabulary::Year;
use std::collections::BTreeMap;

/// Three koperasi, the first of two units.
fn units() -> Dataset {
    let columns = [("nik", Jenis::Teks), ("omset", Jenis::Uang), ("kecamatan", Jenis::Teks), ("unit", Jenis::Teks)];
    let rows: &[(u32, &[&str])] = &[
        (1, &["a", "300", "Gadingrejo", "Simpan Pinjam"]),
        (0, &["a", "600", "Gadingrejo", "Toko"]),
        (2, &["b", "200", "Purworejo", "Simpan Pinjam"]),
        (3, &["c", "100", "Gadingrejo", "Toko"]),
    ];
    let mut own = table("umkm", 2021, &columns, rows);
    own.rows[1].lanjutan = true;
    dataset(vec![own])
}

#[test]
fn amounts_are_those_of_entities() {
    let of = |text: &str| value(&units(), &BTreeMap::new(), text, 2021);
    assert_eq!(of("SUM(umkm.omset)"), "1200");
    assert_eq!(of("AVERAGE(umkm.omset)"), "400");
    assert_eq!(of("MEDIAN(umkm.omset)"), "200");
    let told = |text: &str| {
        let (data, given) = (units(), measures(&[]));
        Evaluator::new(&data, &given).formula(&formula(text), Year(2021)).trace.aggregates[0].entitas
    };
    assert_eq!([told("AVERAGE(umkm.omset)"), told("SUM(umkm.omset)")], [Some(3), None]);
    assert_eq!([of("MIN(umkm.omset)"), of("MAX(umkm.omset)")], ["100", "900"]);
    assert_eq!(of("COUNT(umkm WHERE omset > 500)"), "1");
    assert_eq!(of("COUNT(umkm WHERE omset < 500)"), "2");
    assert_eq!(of("SUM(umkm.omset WHERE omset / 2 > 400)"), "900");
    assert_eq!(of("AVERAGE(umkm.omset WHERE kecamatan = \"Gadingrejo\")"), "500");
    // Of the units that are asked for alone.
    assert_eq!(of("AVERAGE(umkm.omset WHERE unit = \"Toko\")"), "350");
    assert_eq!(of("COUNT(umkm WHERE unit = \"Toko\" AND omset > 700)"), "0");
    assert_eq!(of("COUNT(umkm WHERE unit = \"Toko\" AND omset > 500)"), "1");
}

/// Columns of the workbook add a row's entity up, so that conditions, averages and extremes stay alive.
#[test]
fn columns_of_entities_are_live_formulas() {
    let made = |text: &str| -> BTreeMap<String, String> {
        let (data, given) = (units(), measures(&[&format!("m = {text}")]));
        let evaluator = Evaluator::new(&data, &given);
        let mut workbook = Workbook::new(&evaluator);
        workbook.measure("m", Year(2021));
        let columns: Vec<HelperColumn> = workbook.finish().into_values().flatten().collect();
        columns.iter().map(|column| (column.heading.clone(), row_text(column, &columns))).collect()
    };
    let average = &made("AVERAGE(umkm.omset)")["Omset Dihitung"];
    let sum = "SUMIFS(umkm_2021[Omset],umkm_2021[Satu Entitas],{Satu Entitas})";
    assert!(average.starts_with("IF(ISNUMBER({omset}),IF({Satu Entitas}=\"\",{omset},IF(COUNTIFS("), "{average}");
    assert!(average.ends_with(&format!("=1,{sum},\"\")),\"\")")), "{average}");
    let asked = made("COUNT(umkm WHERE unit = \"Toko\" AND omset > 500)");
    assert!(asked["M"].contains("{Omset Seluruh Baris}>500"), "{}", asked["M"]);
    let sum = "SUMIFS(umkm_2021[Omset],umkm_2021[Satu Entitas],{Satu Entitas},umkm_2021[Unit Toko],1)";
    assert!(asked["Omset Seluruh Baris"].contains(sum), "{}", asked["Omset Seluruh Baris"]);
    // Of a sum each row adds its own.
    assert!(made("SUM(umkm.omset WHERE kecamatan = \"Gadingrejo\")").keys().all(|heading| !heading.contains("Entitas")));
}
