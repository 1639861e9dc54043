//! What a column's formulas say of its figures, with workbooks that ordinary offices make beside those that slipped.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::{Checked, Kode, Tingkat};
use crate::profile::Dictionary;
use rust_xlsxwriter::Formula;

/// A cell of a made-up sheet.
#[derive(Clone, Copy)]
enum C {
    N(f64),
    /// `{r}` is the row's number, `{u}` that of the row above; and the result.
    F(&'static str, f64),
    /// A formula whose result is a text.
    X(&'static str, &'static str),
}
use C::{F, N, X};

const MEMBERS: [f64; 8] = [88.0, 52.0, 80.0, 250.0, 214.0, 68.0, 34.0, 241.0];
const AMOUNTS: [f64; 8] =
    [86_397_250.0, 44_234_785.0, 76_496_171.0, 73_383_683.0, 38_179_657.0, 75_479_012.0, 62_319_252.0, 10_282_669.0];

/// Eight koperasi in rows 2 to 9: No, name, number, then these columns from D on. `Data` is a second sheet of names and amounts.
fn sheet(headings: &[&str], cell: impl Fn(usize, usize) -> Option<C>) -> Checked<Dataset> {
    let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |workbook| {
        let page = workbook.add_worksheet();
        let head = ["No", "Nama Koperasi", "No Badan Hukum"];
        for (column, text) in (0u16..).zip(head.iter().chain(headings)) {
            page.write(0, column, *text).unwrap();
        }
        for (index, row) in (0usize..8).zip(1u32..) {
            page.write(row, 0, row).unwrap();
            page.write(
                row,
                1,
                ["KSP Makmur", "KUD Tani", "Kopkar Maju", "KPRI Bina", "KSU Melati", "KSP Pasar", "KUD Jaya", "KSP Barokah"]
                    [index],
            )
            .unwrap();
            page.write(row, 2, format!("518/{}/BH/1998", index + 11)).unwrap();
            for (place, column) in (0..headings.len()).zip(3u16..) {
                let written = |text: &str| text.replace("{r}", &(row + 1).to_string()).replace("{u}", &row.to_string());
                match cell(index, place) {
                    Some(N(value)) => drop(page.write(row, column, value).unwrap()),
                    Some(F(text, value)) => {
                        let formula = Formula::new(written(text)).set_result(value.to_string());
                        page.write_formula(row, column, formula).unwrap();
                    }
                    Some(X(text, value)) => {
                        page.write_formula(row, column, Formula::new(written(text)).set_result(value)).unwrap();
                    }
                    None => {}
                }
            }
        }
    });
    office.needs(2021, &["volume_usaha"]).read()
}

/// One column of volume, this in the fourth koperasi's row (5) and that in the others.
fn odd(headings: &[&str], other: impl Fn(usize, usize) -> C, one: C) -> Checked<Dataset> {
    let last = headings.len() - 1;
    sheet(headings, |row, column| Some(if row == 3 && column == last { one } else { other(row, column) }))
}

fn codes(read: &Checked<Dataset>) -> Vec<String> {
    let told = read.temuan.iter().filter(|temuan| temuan.tingkat() != Tingkat::Catatan);
    told.map(|temuan| format!("{}@{}", temuan.kode().text(), temuan.at.sel.map(|sel| sel.to_string()).unwrap_or_default()))
        .collect()
}

const PRICED: [&str; 3] = ["Terjual", "Harga", "Volume Usaha"];

fn priced(row: usize, column: usize) -> C {
    match column {
        0 => N(MEMBERS[row]),
        1 => N(250_000.0 + row as f64 * 1_000.0),
        _ => F("=D{r}*E{r}", MEMBERS[row] * (250_000.0 + row as f64 * 1_000.0)),
    }
}

#[test]
fn a_row_with_another_formula_than_its_column_is_told() {
    let own = MEMBERS[3] * 253_000.0;
    for (one, told) in [
        (F("=D{u}*E{u}", MEMBERS[2] * 252_000.0), "rumus-menyimpang@F5"),
        (F("=D{r}*E{u}", MEMBERS[3] * 252_000.0), "rumus-menyimpang@F5"),
        (F("=D{r}*E{r}+5000", own + 5_000.0), "rumus-menyimpang@F5"),
        (N(73_383_683.0), "rumus-menyimpang@F5"),
        (F("=30000000+43383683", 73_383_683.0), "rumus-menyimpang@F5"),
    ] {
        assert_eq!(codes(&odd(&PRICED, priced, one)), [told]);
    }
    // The same to the rupiah, rounded, written otherwise.
    for one in [N(own), F("=ROUND(D{r}*E{r},0)", own), F("=E{r}*D{r}", own)] {
        assert_eq!(codes(&odd(&PRICED, priced, one)), [""; 0]);
    }
}

#[test]
fn typed_where_there_is_nothing_to_reckon_is_no_slip() {
    let read = sheet(&PRICED, |row, column| match (row, column) {
        (3, 0 | 1) => None,
        (3, _) => Some(N(73_383_683.0)),
        _ => Some(priced(row, column)),
    });
    assert_eq!(codes(&read), [""; 0]);
}

#[test]
fn a_sum_that_passes_over_one_more_of_its_summands_is_told() {
    let of = |parts: [&str; 3], formula: &'static str, summed: &'static [usize]| {
        let headings = [parts[0], parts[1], parts[2], "Volume Usaha"];
        let part = |row: usize, column: usize| AMOUNTS[(row + column * 3) % 8];
        codes(&sheet(&headings, |row, column| {
            let sum = || summed.iter().map(|column| part(row, *column)).sum();
            Some(if column < 3 { N(part(row, column)) } else { F(formula, sum()) })
        }))
    };
    let own = ["Usaha Simpan Pinjam", "Usaha Toko", "Usaha Jasa"];
    assert_eq!(of(own, "=SUM(D{r}:E{r})", &[0, 1]), ["rumus-menyimpang@G2"]);
    assert_eq!(of(own, "=D{r}+E{r}", &[0, 1]), ["rumus-menyimpang@G2"]);
    assert_eq!(of(["Toko", "Jasa", "Lain-lain"], "=SUM(D{r}:E{r})", &[0, 1]), ["rumus-menyimpang@G2"]);
    assert_eq!(of(own, "=SUM(D{r}:F{r})", &[0, 1, 2]), [""; 0]);
    // Of another kind, and by its heading none of them.
    for other in ["Biaya", "Piutang", "Pembelian", "Target", "Jumlah Anggota"] {
        assert_eq!(of(["Penjualan Tunai", "Penjualan Kredit", other], "=SUM(D{r}:E{r})", &[0, 1]), [""; 0], "{other}");
    }
}

#[test]
fn two_ways_of_reckoning_in_one_column_are_no_slip() {
    let read = sheet(&["Modal A", "Modal B", "Volume Usaha"], |row, column| {
        Some(match column {
            0 | 1 => N(AMOUNTS[row]),
            _ if row < 5 => F("=D{r}+E{r}", AMOUNTS[row] * 2.0),
            _ => F("=D{r}-E{r}+D{r}", AMOUNTS[row]),
        })
    });
    assert_eq!(codes(&read), [""; 0]);
}

#[test]
fn a_row_that_adds_up_other_rows_is_data_or_total() {
    let typed = |row: usize, _: usize| N(AMOUNTS[row]);
    for one in [
        F("=D6+D7", AMOUNTS[4] + AMOUNTS[5]),
        F("=SUM(D6,D7)", AMOUNTS[4] + AMOUNTS[5]),
        F("=ROUND(D2+D3,0)", AMOUNTS[0] + AMOUNTS[1]),
        F("=D6+D7+1000", AMOUNTS[4] + AMOUNTS[5] + 1_000.0),
    ] {
        assert_eq!(codes(&odd(&["Volume Usaha"], typed, one)), ["data-atau-jumlah@B5"]);
    }
    // One other row alone is a slip or a running sum.
    assert_eq!(codes(&odd(&["Volume Usaha"], typed, F("=D6", AMOUNTS[4]))), ["rumus-menyimpang@D5"]);
}

#[test]
fn what_stands_in_for_an_error_is_no_nil() {
    let typed = |row: usize, _: usize| N(AMOUNTS[row]);
    let rest: f64 = AMOUNTS.iter().sum::<f64>() - AMOUNTS[3];
    for one in [
        X("=IFERROR(VLOOKUP(B{r},Z1:Z9,1,0),\"-\")", "-"),
        X("=IFNA(VLOOKUP(B{r},Z1:Z9,1,0),\"nihil\")", "nihil"),
        X("=IF(ISERROR(MATCH(B{r},Z1:Z9,0)),\"-\",D2)", "-"),
        F("=IFERROR(VLOOKUP(B{r},Z1:Z9,1,0),0)+IFERROR(VLOOKUP(B{r},Y1:Y9,1,0),0)", 0.0),
    ] {
        let read = odd(&["Volume Usaha"], typed, one);
        let told = codes(&read);
        // A stored nought of a workbook that nobody calculated is none.
        assert!(["pencarian-gagal@D5", "rumus-tanpa-hasil@D5"].contains(&told[0].as_str()) && told.len() == 1, "{told:?}");
        if read.galat().is_empty() {
            assert_eq!(read.sum(2021, "volume_usaha"), Some((rest as i64).into()));
        }
    }
    // What was found stands, and a division by nought says that there is nothing.
    for one in [F("=IFERROR(VLOOKUP(B2,B2:D2,3,0),0)", AMOUNTS[0]), X("=IFERROR(D2/Z1,\"-\")", "-")] {
        let told = codes(&odd(&["Volume Usaha"], typed, one));
        assert!(!told.iter().any(|told| told.starts_with("pencarian-gagal")), "{told:?}");
    }
}

/// The volume is of the column before it by this formula, whose heading that is.
fn of(heading: &'static str, formula: &'static str, times: f64) -> Checked<Dataset> {
    of_volume(heading, "Volume Usaha", formula, times)
}

fn of_volume(heading: &'static str, volume: &'static str, formula: &'static str, times: f64) -> Checked<Dataset> {
    sheet(&[heading, volume], |row, column| Some(if column == 0 { N(AMOUNTS[row]) } else { F(formula, AMOUNTS[row] * times) }))
}

fn has(read: &Checked<Dataset>, kode: Kode) -> bool {
    read.temuan.iter().any(|temuan| temuan.kode() == kode)
}

#[test]
fn a_number_that_a_formula_multiplies_by_is_told() {
    for (heading, formula, times) in [
        ("Rp asli", "=D{r}/1000", 0.001),
        ("Uraian", "=D{r}/1000000", 0.000_001),
        ("Rata-rata", "=D{r}*12", 12.0),
        ("Uraian", "=D{r}*365", 365.0),
        ("Uraian", "=D{r}/12", 1.0 / 12.0),
        ("Uraian", "=D{r}*1.05", 1.05),
        ("Uraian", "=D{r}*(1+5%)", 1.05),
        ("Uraian", "=D{r}+D{r}*10%", 1.1),
        ("Uraian", "=D{r}*110/100", 1.1),
        ("2020", "=D{r}*1.05", 1.05),
        ("Target 2021", "=D{r}", 1.0),
        ("Jumlah Anggota", "=D{r}*12*500", 6_000.0),
        ("Omset per hari", "=D{r}*30", 30.0),
        ("Omset per bulan", "=D{r}", 1.0),
    ] {
        let read = of(heading, formula, times);
        assert!(has(&read, Kode::RumusPengali), "{heading} {formula}: {:?}", codes(&read));
        assert!(read.galat().is_empty(), "{heading} {formula}: {:?}", codes(&read));
    }
}

#[test]
fn stated_units_that_a_formula_contradicts_are_a_galat() {
    let read = of_volume("Nilai (Rp)", "Volume Usaha (Rp)", "=D{r}/1000", 0.001);
    assert_eq!(read.galat(), ["satuan-berselisih@E1"]);
    for (heading, volume, formula, times) in [
        ("Nilai (Rp)", "Volume Usaha (Rp ribu)", "=D{r}/1000", 0.001),
        ("Nilai (Rp ribu)", "Volume Usaha (Rp)", "=D{r}*1000", 1_000.0),
        ("Nilai (Rp ribu)", "Volume Usaha (Rp juta)", "=D{r}/1000", 0.001),
        ("Nilai", "Volume Usaha (Rp)", "=D{r}*1000", 1_000.0),
        ("Nilai", "Volume Usaha (Rp ribu)", "=ROUND(D{r}/1000,0)", 0.001),
    ] {
        let read = of_volume(heading, volume, formula, times);
        assert!(!has(&read, Kode::RumusPengali) && !has(&read, Kode::SatuanBerselisih), "{heading} {volume}: {:?}", codes(&read));
    }
}

#[test]
fn ordinary_formulas_say_nothing_against_their_figures() {
    for (heading, formula, times) in [
        ("Omset per bulan", "=D{r}*12", 12.0),
        ("Omset / Hari", "=D{r}*300", 300.0),
        ("Penjualan", "=D{r}", 1.0),
        ("Penjualan", "=ROUND(D{r},-2)", 1.0),
        ("Penjualan", "=ROUND(D{r}/1000,0)*1000", 1.0),
        ("Terjual (kg)", "=D{r}*15000", 15_000.0),
        ("Penjualan", "=SUM(D{r}:D{r})", 1.0),
        ("Penjualan", "=IF(D{r}=\"\",\"\",D{r})", 1.0),
        ("Penjualan", "=VLOOKUP(B{r},$B$2:$D$9,3,FALSE)", 1.0),
    ] {
        let read = of(heading, formula, times);
        for kode in
            [Kode::RumusPengali, Kode::RumusMenyimpang, Kode::PencarianGagal, Kode::SatuanBerselisih, Kode::DataAtauJumlah]
        {
            assert!(!has(&read, kode), "{heading} {formula}: {:?}", codes(&read));
        }
    }
    let months = sheet(&["Jan", "Feb", "Mar", "Volume Usaha"], |row, column| {
        Some(if column < 3 { N(AMOUNTS[row]) } else { F("=SUM(D{r}:F{r})", AMOUNTS[row] * 3.0) })
    });
    assert!(!has(&months, Kode::RumusPengali) && !has(&months, Kode::RumusMenyimpang), "{:?}", codes(&months));
    // Last year's members, those who came and those who went.
    let moved = sheet(&["2020", "Masuk", "Keluar", "Volume Usaha"], |row, column| {
        Some(if column < 3 { N(AMOUNTS[row]) } else { F("=D{r}+E{r}-F{r}", AMOUNTS[row]) })
    });
    assert!(!has(&moved, Kode::RumusPengali), "{:?}", codes(&moved));
}

#[test]
fn numbers_typed_beside_amounts_are_times_or_quantities() {
    let typed = |row: usize, _: usize| N(AMOUNTS[row] * 12.0);
    for (text, value) in [("=73383683*12", 880_604_196.0), ("=800000000*1.1", 880_000_000.0), ("=2400000*30*12", 864_000_000.0)] {
        let read = odd(&["Volume Usaha"], typed, F(text, value));
        assert_eq!(codes(&read), ["rumus-pengali@D5"], "{text}");
    }
    for (text, value) in
        [("=500000000+300000000", 800_000_000.0), ("=880604*1000", 880_604_000.0), ("=25*35000000", 875_000_000.0)]
    {
        assert_eq!(codes(&odd(&["Volume Usaha"], typed, F(text, value))), [""; 0], "{text}");
    }
    // Pieces sold, of each koperasi others.
    const SOLD: [(&str, f64); 8] = [
        ("=12*15000000", 180e6),
        ("=30*15500000", 465e6),
        ("=25*15100000", 377.5e6),
        ("=41*15200000", 623.2e6),
        ("=52*15300000", 795.6e6),
        ("=18*15400000", 277.2e6),
        ("=33*15600000", 514.8e6),
        ("=27*15700000", 423.9e6),
    ];
    let read = sheet(&["Volume Usaha"], |row, _| Some(F(SOLD[row].0, SOLD[row].1)));
    assert_eq!(codes(&read), [""; 0]);
}
