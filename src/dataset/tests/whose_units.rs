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
        "MODAL DAN VOLUME USAHA (Rp 1.000.000)",
        "PERKEMBANGAN KOPERASI: MODAL DAN VOLUME USAHA (Rp. 1.000)",
        "DATA KOPERASI (Rp 1.000.000)",
        "POSISI KEUANGAN (Rp. 1.000.000)",
    ] {
        assert_eq!(times(&list(over, "")), None, "{over}");
    }
    for over in [
        "PENERIMA HIBAH (Rp 1.000.000)",
        "DANA BERGULIR (Rp 1.000.000)",
        "Simpanan pokok (Rp 1.000.000)",
        "MODAL AWAL (Rp 1.000)",
    ] {
        assert_eq!(times(&list(over, "")), Some(Decimal::ONE), "{over}");
    }
    for below in
        ["KSP (Rp. 000)", "Kec. Purworejo (Rp juta)", "tanpa tiga angka nol", "Ket. kolom 4 (Rp juta)", "Kolom No. 4 (Rp. 000)"]
    {
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
    assert_eq!([read("Skala Nilai", "1000"), read("Angka Pengali", "1.000"), read("Satuan Volume", "1000")], [thousand; 3]);
    assert_eq!([read("Sat", "M"), read("Mata Uang", "M"), read("Unit", "M"), read("Mata Uang", "USD")], [None; 4]);
    // Divided by it, or to be divided: nobody knows.
    assert_eq!([read("Pembagi", "1000"), read("Dibagi", "1.000.000"), read("Angka Pembagi", "1000")], [None; 3]);
    assert_eq!(
        [
            read("Mata Uang", "IDR"),
            read("Sat", "Rp"),
            read("Kode", "1000"),
            read("Harga Satuan", "1000"),
            read("Satuan Kemasan", "1000"),
            read("Ukuran", "1000"),
            read("Pembagian", "Tunai"),
            read("Grade", "A"),
            read("Skala", "Mikro"),
            read("Konversi", "Syariah"),
            read("Faktor", "Modal"),
            read("Dalam", "Kota")
        ],
        [Some(Decimal::ONE); 12]
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

#[test]
fn a_scale_in_a_totals_label_or_a_remark_is_told() {
    let told = |label: &str, remark: &str| {
        let row = |(at, volume): (usize, u32)| {
            let said = if at == 3 { remark } else { "" };
            format!("{};KSP Mekar {at};5{at}/BH;{};{said}\n", at + 1, volume * 1_000 + 7)
        };
        let rows: String = AMOUNTS.into_iter().enumerate().map(row).collect();
        let total: u32 = AMOUNTS.iter().map(|volume| volume * 1_000 + 7).sum();
        let text = format!("No;Nama Koperasi;Nomor BH;Volume Usaha;Keterangan\n{rows};{label};;{total};\n");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        read.has(Kode::KeteranganMembatasi).len()
    };
    for label in ["Jumlah Seluruhnya (Rp. 000)", "JUMLAH (Rp 1.000)", "JUMLAH (Rp. 000)"] {
        assert_eq!(told(label, ""), 1, "{label}");
    }
    for label in ["JUMLAH", "JUMLAH (Rp)", "Jumlah Seluruhnya"] {
        assert_eq!(told(label, ""), 0, "{label}");
    }
    assert_eq!([told("JUMLAH", "laporan (Rp. 1.000)"), told("JUMLAH", "iuran (Rp 1.000)")], [1, 0]);
}

#[test]
fn the_number_of_a_sheet_is_no_column() {
    let read = |name: &str| {
        let office = Office::keragaan().xlsx("2021.xlsx", |book: &mut Workbook| {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            sheet.write_row(0, 0, ["No", "Nama Koperasi", "Nomor BH", "Volume Usaha"]).unwrap();
            for (row, volume) in (1u32..).zip(AMOUNTS) {
                sheet.write(row, 0, row).unwrap();
                sheet.write(row, 1, format!("KSP Mekar {row}")).unwrap();
                sheet.write(row, 2, format!("5{row}/BH")).unwrap();
                sheet.write(row, 3, volume).unwrap();
            }
        });
        let office = office.source(|sumber| sumber.berkas = vec![written("data/{tahun}.xlsx")]);
        times(&office.needs(2021, &["volume_usaha"]).read())
    };
    assert_eq!([read("No 2 Rp juta"), read("Lamp. 2 Rp juta")], [Some(Decimal::from(1_000_000)); 2]);
    assert_eq!(read("No 2"), Some(Decimal::ONE));
}
