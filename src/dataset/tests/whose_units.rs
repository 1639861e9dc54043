//! Scales that lines beside a table state: the table's own, amounts that are none, and those of nobody knows which figures.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome, written};
use crate::diagnostic::{Checked, Kode};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Workbook};

const AMOUNTS: [u32; 6] = [1_341, 2_907, 4_118, 3_305, 7_252, 5_064];

/// A list with a line over it, and one below.
fn list(over: &str, below: &str) -> Checked<Dataset> {
    let row = |(at, volume): (usize, u32)| format!("{};KSP Mekar {at};5{at}/BH;{volume}\n", at + 1);
    let rows: String = AMOUNTS.into_iter().enumerate().map(row).collect();
    let text = format!("{over}\n\nNo;Nama Koperasi;Nomor BH;Volume Usaha\n{rows}\n{below}\n");
    Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read()
}

/// How many times the typed sum is read; `None` where it is refused.
fn times(read: &Checked<Dataset>) -> Option<Decimal> {
    let typed: u32 = AMOUNTS.iter().sum();
    read.galat().is_empty().then(|| read.sum(2021, "volume_usaha").map(|sum| sum / Decimal::from(typed))).flatten()
}

#[test]
fn amounts_and_numbers_of_papers_scale_nothing() {
    for over in [
        "Harga: Rp. 1.000",
        "Modal Awal: Rp 1.000",
        "PAGU DANA: Rp 1.000.000",
        "Kode Rekening : 1.000",
        "Lampiran I (000)",
        "Nomor : 000",
        "Biaya;: Rp. 1.000.000,-",
        "Biaya:;Rp. 1.000.000,-",
    ] {
        assert_eq!(times(&list(over, "")), Some(Decimal::ONE), "{over}");
    }
}

#[test]
fn scales_of_the_table_are_taken() {
    for over in [
        "Satuan: Rp 1.000",
        "Satuan;: Rp 1.000",
        "Satuan:;Rp. 1.000",
        "(Rp. 000)",
        "DATA KOPERASI (Rp. 1.000,-)",
        "KECAMATAN GADINGREJO (Rp. 000)",
        "Keragaan Koperasi, ribuan",
        "Nilai: Rp. 000",
        "LAMPIRAN II DATA KERAGAAN KOPERASI (Rp. 000)",
        "LAMP. 3 DATA KOPERASI (Rp 1.000)",
        "NERACA (Rp 1.000)",
        "Pengali;: Rp 1.000",
    ] {
        assert_eq!(times(&list(over, "")), Some(Decimal::from(1_000)), "{over}");
    }
    for over in ["Rp Miliyar", "DATA KOPERASI (Rp Miliard)", "(dalam mrd rupiah)"] {
        assert_eq!(times(&list(over, "")), Some(Decimal::from(1_000_000_000)), "{over}");
    }
}

#[test]
fn scales_of_nobody_knows_which_figures_are_refused() {
    for over in [
        "1.000",
        "HADIAH (JUTA RUPIAH)",
        "tanpa tiga angka nol",
        "000 dihilangkan",
        "per seribu rupiah",
        "(puluh juta)",
        "ratus ribu",
    ] {
        assert_eq!(times(&list(over, "")), None, "{over}");
    }
    for below in ["KSP (Rp. 000)", "Kec. Purworejo (Rp juta)", "tanpa tiga angka nol"] {
        assert_eq!(times(&list("", below)), None, "{below}");
    }
    assert_eq!(times(&list("", "Terbilang : lima puluh juta rupiah")), Some(Decimal::ONE));
}

#[test]
fn a_column_of_units_under_any_heading() {
    let read = |heading: &str, unit: &str| {
        let row = |(at, volume): (usize, u32)| format!("{};KSP Mekar {at};5{at}/BH;{volume};{unit}\n", at + 1);
        let rows: String = AMOUNTS.into_iter().enumerate().map(row).collect();
        let text = format!("No;Nama Koperasi;Nomor BH;Volume Usaha;{heading}\n{rows}");
        times(&Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read())
    };
    let thousand = Some(Decimal::from(1_000));
    assert_eq!([read("Sat", "(000)"), read("Unit", "(000)"), read("Pengali", "1000"), read("Dalam", "ribuan")], [thousand; 4]);
    assert_eq!([read("Sat", "M"), read("Mata Uang", "M"), read("Unit", "M"), read("Mata Uang", "USD")], [None; 4]);
    assert_eq!(
        [
            read("Mata Uang", "IDR"),
            read("Sat", "Rp"),
            read("Kode", "1000"),
            read("Grade", "A"),
            read("Skala", "Mikro"),
            read("Konversi", "Syariah"),
            read("Faktor", "Modal"),
            read("Dalam", "Kota")
        ],
        [Some(Decimal::ONE); 8]
    );
}

#[test]
fn a_currency_below_another() {
    let read = |later: &str| {
        let row = |(at, omset): (usize, u32)| format!("{};Usaha {at};{};{}\n", at + 1, omset * 1_000, omset * 1_100);
        let rows: String = AMOUNTS.into_iter().enumerate().map(row).collect();
        let text = format!("No;Nama Usaha;Omset (Rp);\n;;2020;{later}\n{rows}");
        let office = Office::umkm().source(|sumber| sumber.kunci = vec![written("nama_usaha")]).file("2021.csv", &text);
        office.needs(2021, &["omset"]).read().galat().is_empty()
    };
    assert_eq!([read("2021"), read("2021 (USD)")], [true, false]);
}

#[test]
fn a_sign_of_another_currency_in_the_row_of_units() {
    let read = |unit: &str| {
        let row = |(at, volume): (usize, u32)| format!("{};KSP Mekar {at};5{at}/BH;{volume}\n", at + 1);
        let rows: String = AMOUNTS.into_iter().enumerate().map(row).collect();
        let text = format!("No;Nama Koperasi;Nomor BH;Volume Usaha\n;;;{unit}\n{rows}");
        times(&Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read())
    };
    assert_eq!([read("($)"), read("(USD)"), read("(€)")], [None; 3]);
    assert_eq!([read("(Rp)"), read("(Rp.000)")], [Some(Decimal::ONE), Some(Decimal::from(1_000))]);
}

#[test]
fn formats_that_hide_a_loss() {
    let read = |format: &str, loss: i32| {
        let office = Office::keragaan().xlsx("2021.xlsx", |book: &mut Workbook| {
            let sheet = book.add_worksheet();
            sheet.write_row(0, 0, ["No", "Nama Koperasi", "Nomor BH", "SHU"]).unwrap();
            for (at, amount) in [13_400_000, loss, 7_150_000, 22_310_000].into_iter().enumerate() {
                let row = at as u32 + 1;
                sheet.write(row, 0, row).unwrap();
                sheet.write(row, 1, format!("KSP Mekar {at}")).unwrap();
                sheet.write(row, 2, format!("5{at}/BH")).unwrap();
                sheet.write_with_format(row, 3, amount, &Format::new().set_num_format(format)).unwrap();
            }
        });
        let office = office.source(|sumber| sumber.berkas = vec![written("data/{tahun}.xlsx")]);
        office.needs(2021, &["shu"]).read()
    };
    let refused = |format: &str, amount: i32| read(format, amount).galat();
    let loss = -9_120_000;
    assert_eq!(refused("#,##0;#,##0", loss), ["format-berskala@D3"]);
    assert_eq!(refused("\"Rp\"#,##0;\"Rp\"#,##0", loss), ["format-berskala@D3"]);
    assert_eq!(read("#,##0;\"nihil\"", loss).has(Kode::NilaiTakTampak).len(), 1);
    assert_eq!(refused("[<0]#,##0;(#,##0)", 9_120_000).len(), 4);
    for format in ["#,##0;-#,##0", "#,##0;(#,##0);\"-\"", "#,##0;[Red]#,##0", "#,##0"] {
        assert!(refused(format, loss).is_empty(), "{format}");
    }
    assert!(refused("#,##0;#,##0", 9_120_000).is_empty());
}
