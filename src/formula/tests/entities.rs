//! Entities that go on over several rows: what is asked of amounts is asked of their sum.

use crate::dataset::{Dataset, Jenis};
use crate::formula::Evaluator;
use crate::formula::excel::{HelperColumn, Workbook};
use crate::formula::sample::{dataset, measures, table, value};
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

/// No row's own cells answer for its entity: such columns of the workbook stand as the program has them.
#[test]
fn columns_of_entities_are_no_live_formulas() {
    let is_live = |text: &str| {
        let (data, given) = (units(), measures(&[&format!("m = {text}")]));
        let evaluator = Evaluator::new(&data, &given);
        let mut workbook = Workbook::new(&evaluator);
        workbook.measure("m", Year(2021));
        let columns: Vec<HelperColumn> = workbook.finish().into_values().flatten().collect();
        (columns.len(), columns.iter().all(|column| column.formula.is_some()))
    };
    assert_eq!(is_live("AVERAGE(umkm.omset)"), (1, false));
    assert_eq!(is_live("COUNT(umkm WHERE omset > 500)"), (1, false));
    assert_eq!(is_live("SUM(umkm.omset WHERE kecamatan = \"Gadingrejo\")"), (2, true));
}
