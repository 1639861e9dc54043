//! Contract.md 5, cells: what is refused, and what beside it is not.

use crate::dataset::cell::ColumnReader;
use crate::dataset::fixture::{Office, Outcome};
use crate::dataset::{Isi, Jenis};
use crate::diagnostic::{BukanAngka, BukanAngkaSebab, Fakta, Kode, NihilDibacaNol, NilaiKosong, RumusTanpaHasil};
use crate::profile::{Angka, Dictionary, JenisIsian, SatuanUang};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Formula, NumberStyle, Value};
use rust_decimal::Decimal;
use rust_xlsxwriter::Format;

const HEAD: &str = "No;Nama Koperasi;Nomor BH;Volume Usaha;SHU";

/// A keragaan of 2021 whose rows are given, volume needed.
fn volumes(rows: &str) -> crate::diagnostic::Checked<crate::dataset::Dataset> {
    Office::keragaan().file("2021.csv", &format!("{HEAD}\n{rows}")).needs(2021, &["volume_usaha"]).read()
}

#[test]
fn clean_figures_pass_and_sum_exactly() {
    let read = volumes("1;KSP Maju;12/BH/1;1.000.000;5\n2;KUD Tani;12/BH/2;(500.000,50);7\n3;KSU Jaya;12/BH/3;-;0");
    assert_eq!(read.sum(2021, "volume_usaha"), Some("499999.5".parse().unwrap()));
    // Below zero is worth a warning, no more.
    assert!(read.galat().is_empty(), "{:?}", read.galat());
    assert_eq!(read.has(Kode::NilaiNegatif).len(), 1);
    assert!(matches!(read.has(Kode::NihilDibacaNol)[0].fakta, Fakta::NihilDibacaNol(NihilDibacaNol { jumlah: 1, .. })));
    assert_eq!(read.has(Kode::TeksTerbaca).len(), 1);
}

#[test]
fn texts_that_are_no_numbers_are_refused_each_at_its_cell_with_its_name() {
    let read =
        volumes("1;KSP Maju;1/BH;±3jt;5\n2;KUD Tani;2/BH;5-10 juta;7\n3;KSU Jaya;3/BH;50rb/hari;0\n4;KSU Baru;4/BH;3.000;0");
    assert_eq!(read.galat(), ["bukan-angka@D2", "bukan-angka@D3", "bukan-angka@D4"]);
    assert_eq!(read.temuan[0].nama.as_deref(), Some("KSP Maju"));
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(3000)));
}

#[test]
fn what_no_figure_rests_on_is_read_leniently() {
    let read = volumes("1;KSP Maju;1/BH;3.000;entah\n2;KUD Tani;2/BH;4.000;#REF!");
    assert!(read.galat().is_empty(), "{:?}", read.galat());
    assert_eq!(read.sum(2021, "shu"), Some(Decimal::ZERO));
}

#[test]
fn error_values_dates_lost_digits_and_mixed_conventions_are_refused() {
    let read = volumes("1;KSP Maju;1/BH;#N/A;5\n2;KUD Tani;2/BH;24/01/2022;7\n3;KSU Jaya;3/BH;1,23E+09;0");
    assert_eq!(read.galat(), ["nilai-galat@D2", "tanggal-di-kolom-angka@D3", "digit-hilang@D4"]);
    let read = volumes("1;A Maju;1/BH;1.234.567,50;5\n2;B Tani;2/BH;2.234.567,50;7\n3;C Jaya;3/BH;1,234,567.50;0");
    assert_eq!(read.galat(), ["konvensi-campur@D4"]);
}

#[test]
fn one_separator_before_three_digits_goes_by_the_column() {
    // Money without votes: thousands. An office's own number: nobody knows.
    assert!(volumes("1;A Maju;1/BH;1.234;5\n2;B Tani;2/BH;2.345;7").galat().is_empty());
    let own = |angka| {
        Office::keragaan()
            .file("2021.csv", "No;Nama Koperasi;Nomor BH;Nilai Kesehatan\n1;A Maju;1/BH;1.234\n2;B Tani;2/BH;2.345")
            .kolom("skor", "Nilai Kesehatan", Some(JenisIsian::Angka))
            .source(|sumber| sumber.angka = angka)
            .needs(2021, &["skor"])
            .read()
    };
    assert_eq!(own(None).galat(), ["angka-dua-arti@D2", "angka-dua-arti@D3"]);
    assert_eq!(own(Some(Angka::En)).sum(2021, "skor"), Some("3.579".parse().unwrap()));
    assert_eq!(own(Some(Angka::Id)).sum(2021, "skor"), Some(Decimal::from(3579)));
}

#[test]
fn missing_is_missing_and_counted_with_names() {
    let read = volumes("1;KSP Maju;1/BH;;5\n2;KUD Tani;2/BH;n/a;7\n3;KSU Jaya;3/BH;5;0");
    assert!(read.galat().is_empty());
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(5)));
    let Fakta::NilaiKosong(NilaiKosong { jumlah, contoh, .. }) = &read.has(Kode::NilaiKosong)[0].fakta else { panic!() };
    assert_eq!((*jumlah, contoh.as_slice()), (2, ["KSP Maju".to_owned(), "KUD Tani".to_owned()].as_slice()));
}

#[test]
fn money_is_scaled_by_profile_heading_or_caption_and_a_scale_word_then_is_refused() {
    let sheet =
        |head: &str, rows: &str| Office::keragaan().file("2021.csv", &format!("{head}\n{rows}")).needs(2021, &["volume_usaha"]);
    let head = "No;Nama Koperasi;Nomor BH;Volume Usaha (Rp Juta)";
    let read = sheet(head, "1;A Maju;1/BH;2,5\n2;B Tani;2/BH;3").read();
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(5_500_000)));
    assert!(read.galat().is_empty());
    let read = sheet(head, "1;A Maju;1/BH;2 juta\n2;B Tani;2/BH;3").read();
    assert_eq!(read.galat(), ["skala-ganda@D2"]);
    let read = sheet(HEAD, "1;A Maju;1/BH;2 juta;1\n2;B Tani;2/BH;3;1").read();
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(2_000_003)));
    let by_profile = sheet(head, "1;A Maju;1/BH;2").source(|sumber| sumber.satuan_uang = Some(SatuanUang::Ribu)).read();
    assert_eq!(by_profile.sum(2021, "volume_usaha"), Some(Decimal::from(2_000)));
}

#[test]
fn a_heading_and_a_caption_that_contradict_are_refused() {
    let read = |heading: &str| {
        let text = format!(
            "DATA KOPERASI\n(dalam jutaan rupiah)\nNo;Nama Koperasi;Nomor BH;{heading}\n1;A Maju;1/BH;2\n2;B Tani;2/BH;3"
        );
        Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read()
    };
    assert_eq!(read("Volume Usaha (Rp)").galat(), ["satuan-berselisih@D3"]);
    assert!(read("Volume Usaha").galat().is_empty());
    assert_eq!(read("Volume Usaha").sum(2021, "volume_usaha"), Some(Decimal::from(5_000_000)));
}

#[test]
fn workbook_cells_by_their_types() {
    let read = Office::keragaan()
        .source(|sumber| sumber.berkas[0].text = "data/{tahun}.xlsx".to_owned())
        .xlsx("2021.xlsx", |workbook| {
            let sheet = workbook.add_worksheet();
            for (column, heading) in ["No", "Nama Koperasi", "Nomor BH", "Volume Usaha", "Tanggal RAT"].into_iter().enumerate() {
                sheet.write(0, column as u16, heading).unwrap();
            }
            for row in 1..=6u32 {
                sheet.write(row, 0, row).unwrap();
                sheet.write(row, 1, format!("Koperasi {}", ["A", "B", "C", "D", "E", "F"][row as usize - 1])).unwrap();
                sheet.write(row, 2, format!("{row}/BH")).unwrap();
            }
            let date = Format::new().set_num_format("dd/mm/yyyy");
            sheet.write(1, 3, 1500.25).unwrap();
            sheet.write_with_format(2, 3, 44_585, &date).unwrap();
            sheet.write(3, 3, true).unwrap();
            sheet.write_formula(4, 3, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
            sheet.write(5, 3, "2.000").unwrap();
            sheet.write(6, 3, "1.000.000").unwrap();
            sheet.write_with_format(1, 4, 44_585, &date).unwrap();
            sheet.write_with_format(2, 4, 0, &date).unwrap();
            sheet.write(3, 4, "24//1/2026").unwrap();
        })
        .needs(2021, &["volume_usaha", "tanggal_rat"])
        .read();
    assert_eq!(read.galat(), ["tanggal-di-kolom-angka@D3", "bukan-angka@D4", "bukan-tanggal@E4", "nilai-galat@D5"]);
    assert_eq!(read.sum(2021, "volume_usaha"), Some("1003500.25".parse().unwrap()));
}

#[test]
fn a_formula_without_result_and_numbers_beyond_any_column_are_refused() {
    let read = |value: Value| {
        let cell =
            Cell { at: CellAddress::new(1, 1), value, formula: Formula::Some(Some("SUM(A1:A2)")), style: NumberStyle::General };
        ColumnReader::new(Jenis::Uang, true, None, false).read(Some(&cell))
    };
    assert_eq!(
        read(Value::NoResult).fakta,
        Some(Fakta::RumusTanpaHasil(RumusTanpaHasil { rumus: Some("SUM(A1:A2)".to_owned()), nol: false, lain: None }))
    );
    assert!(matches!(read(Value::Overflow("1e999")).fakta, Some(Fakta::BukanAngka(_))));
    // A NIK that slipped into the column is nobody's amount.
    for nik in [Value::Number { value: Decimal::from(3_575_010_101_800_001u64), digits: 16 }, Value::Text("3575010101800001")] {
        assert!(matches!(read(nik).fakta, Some(Fakta::BukanAngka(BukanAngka { sebab: BukanAngkaSebab::NomorOrang, .. }))));
    }
    for amount in ["3.575.010.101.800.001", "3575010000000000", "357501010180000"] {
        assert_eq!(read(Value::Text(amount)).fakta, None, "{amount}");
    }
    // An empty text is what `=IF(A1="";"";…)` gives: nothing, and no doubt.
    assert_eq!((read(Value::Text("")).isi, read(Value::Text("")).fakta), (Isi::Kosong, None));
}

#[test]
fn percentages_and_plain_numbers_do_not_mix() {
    let under = |heading: &str, rows: &str| {
        Office::keragaan()
            .file("2021.csv", &format!("No;Nama Koperasi;Nomor BH;{heading}\n{rows}"))
            .kolom("skor", heading, Some(JenisIsian::Angka))
            .needs(2021, &["skor"])
            .read()
    };
    let shares = |rows: &str| under("Nilai", rows);
    let read = shares("1;A Maju;1/BH;12,5 %\n2;B Tani;2/BH;10 %");
    assert!(read.galat().is_empty());
    assert_eq!(read.sum(2021, "skor"), Some("0.225".parse().unwrap()));
    assert_eq!(shares("1;A Maju;1/BH;12,5 %\n2;B Tani;2/BH;10 %\n3;C Jaya;3/BH;11").galat(), ["konvensi-campur@D4"]);
    // A heading of percentages over percentages: 12,5 or 0,125.
    for heading in ["Pertumbuhan (%)", "Prosentase Sehat"] {
        let twice = under(heading, "1;A Maju;1/BH;12,5 %\n2;B Tani;2/BH;10 %");
        assert!(twice.galat().iter().all(|galat| galat.starts_with("format-berskala@D")) && !twice.galat().is_empty());
        let once = under(heading, "1;A Maju;1/BH;12,5\n2;B Tani;2/BH;10");
        assert_eq!((once.galat(), once.sum(2021, "skor")), (vec![], Some("22.5".parse().unwrap())));
    }
}

#[test]
fn a_dash_is_no_text_and_marks_are_marks() {
    let read = Office::umkm()
        .file("2021.csv", "NIK;Nama Usaha;NIB;Omset\n3575010101010001;Toko A;-;5\n3575010101010002;Toko B;9120001;6\n3575010101010003;Toko C;nihil;7")
        .needs(2021, &["nib", "omset"])
        .read();
    let table = read.value.table("s", crate::vocabulary::Year(2021)).unwrap();
    let nib = table.column("nib").unwrap();
    assert_eq!(table.values(nib).filter(|isi| !isi.is_empty()).count(), 1);
    let read = Office::keragaan()
        .file("2021.csv", "Nama Koperasi;Nomor BH;Aktif\nKSP A;1/BH;1\nKSP B;2/BH;-\nKSP C;3/BH;mungkin")
        .needs(2021, &["aktif"])
        .read();
    assert_eq!(read.galat(), ["bukan-tanda@C4"]);
}

#[test]
fn personal_data_never_stand_in_a_finding() {
    let read = Office::umkm()
        .file(
            "2021.csv",
            "NIK;Nama Usaha;Omset;Tanggal Lahir\n3575010101010001;Toko A;5;12/13/1990\n3575010101010001;Toko B;6;1/1/1990",
        )
        .needs(2021, &["omset", "tanggal_lahir", "nik"])
        .read();
    let all = format!("{:?}", read.temuan);
    assert!(!all.contains("357501010101") && !all.contains("12/13/1990"), "{all}");
    assert!(all.contains("************0001"), "{all}");
}

#[test]
fn days_and_months_that_an_english_excel_turned_are_refused() {
    let told = |cells: &[&str]| {
        // `@` before what is a date cell.
        let write = |workbook: &mut rust_xlsxwriter::Workbook| {
            let sheet = workbook.add_worksheet();
            for (column, head) in (0u16..).zip(["No", "Nama Koperasi", "Nomor BH", "Tanggal RAT"]) {
                sheet.write(0, column, head).unwrap();
            }
            let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
            for (row, text) in (1u32..).zip(cells) {
                sheet.write(row, 0, row).unwrap();
                sheet.write(row, 1, format!("KSP {row}")).unwrap();
                sheet.write(row, 2, format!("{row}/BH")).unwrap();
                match text.strip_prefix('@') {
                    Some(date) => {
                        let date = rust_xlsxwriter::ExcelDateTime::parse_from_str(date).unwrap();
                        sheet.write_with_format(row, 3, &date, &format).unwrap()
                    }
                    None => sheet.write(row, 3, *text).unwrap(),
                };
            }
        };
        Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"])
            .xlsx("2021.xlsx", write)
            .needs(2021, &["tanggal_rat"])
            .read()
            .galat()
            .len()
    };
    assert_eq!(told(&["@2021-05-03", "25/03/2021", "@2021-01-04", "28/02/2021", "@2021-11-06"]), 3);
    // A date on a later day, or a text on an earlier one, was not turned; dates alone say nothing.
    assert_eq!(told(&["@2021-05-03", "25/03/2021", "@2021-01-14", "28/02/2021", "@2021-11-06"]), 0);
    assert_eq!(told(&["@2021-05-03", "25/03/2021", "@2021-01-04", "08/02/2021", "@2021-11-06"]), 0);
    assert_eq!(told(&["@2021-05-03", "@2021-03-05", "@2021-01-04", "@2021-02-08", "@2021-11-06"]), 0);
    assert_eq!(told(&["@2021-05-03", "25 Maret 2021", "@2021-01-04", "28 Februari 2021", "@2021-11-06"]), 0);
}
