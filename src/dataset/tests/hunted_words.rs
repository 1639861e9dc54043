//! Kinds found by workbooks made from the cases: words under headings, units beside
//! and below them, years and sections that say something else of the rows.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::{Checked, Kode};
use crate::profile::Arti;
use rust_decimal::Decimal;

fn csv(text: &str) -> Checked<Dataset> {
    Office::keragaan().source(|sumber| sumber.kunci.clear()).file("2021.csv", text).needs(2021, &["volume_usaha"]).read()
}

fn galat(text: &str) -> Vec<String> {
    csv(text).galat()
}

const ROWS: &str = "1;KSP A;1500000\n2;KSP B;2500000\n3;KSP C;3500000\n";

#[test]
fn words_under_a_heading_of_amounts_head_it_too() {
    let of = |below: &str| format!("No;Nama Koperasi;Volume Usaha\n;;{below}\n{ROWS}");
    for words in ["harian", "tertinggi", "sebelum pandemi"] {
        assert_eq!(galat(&of(words)), ["arti-tidak-dikenal@C2"], "{words}");
    }
    for words in ["%", "Rata-rata", "selisih"] {
        assert!(!galat(&of(words)).is_empty(), "{words}");
    }
    for unit in ["(kg)", "orang", "US$"] {
        assert!(galat(&of(unit)).iter().any(|galat| galat.starts_with("satuan-berselisih")), "{unit} {:?}", galat(&of(unit)));
    }
    for words in ["(Rp)", "Rp", "Realisasi", "Jumlah", "Akhir Tahun", ""] {
        let read = csv(&of(words));
        assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(7_500_000))), "{words}");
    }
    // The office says once what it means.
    let office = Office::keragaan().file("2021.csv", &of("harian")).needs(2021, &["volume_usaha"]).source(|sumber| {
        sumber.kunci.clear();
        sumber.arti.insert(Arti::folded("harian"), Arti::Biasa);
    });
    assert_eq!(office.read().galat(), Vec::<String>::new());
}

#[test]
fn a_unit_beside_an_amount_is_of_money() {
    let of = |units: [&str; 3]| {
        let rows: String = (1..).zip(units).map(|(n, unit)| format!("{n};KSP {n};{n}500000;{unit}\n")).collect();
        format!("No;Nama Koperasi;Volume Usaha;Satuan\n{rows}")
    };
    assert_eq!(galat(&of(["kg", "kg", "kg"])), ["satuan-berselisih@D2"]);
    assert_eq!(galat(&of(["Rp", "USD", "Rp"])), ["satuan-berselisih@D3"]);
    assert_eq!(galat(&of(["Rp", "Rupiah", "Rp."])), Vec::<String>::new());
    // The unit of what is produced is none of the turnover.
    let produced =
        "No;Nama Koperasi;Produksi;Satuan;Volume Usaha\n1;KSP A;12;kg;1500000\n2;KSP B;7;pcs;2500000\n3;KSP C;5;liter;3500000\n";
    let read = csv(produced);
    assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(7_500_000))));
}

#[test]
fn amounts_that_are_small_throughout_lack_their_unit() {
    let of = |heading: &str| format!("No;Nama Koperasi;{heading}\n1;KSP A;1,345678\n2;KSP B;8,000123\n3;KSP C;25,111222\n");
    let office = |text: &str| {
        Office::keragaan().source(|sumber| sumber.kunci.clear()).xlsx("2021.xlsx", |workbook| {
            let sheet = workbook.add_worksheet();
            for (row, line) in (0u32..).zip(text.lines()) {
                for (column, cell) in (0u16..).zip(line.split(';')) {
                    match cell.replace(',', ".").parse::<f64>() {
                        Ok(number) => sheet.write(row, column, number).unwrap(),
                        Err(_) => sheet.write(row, column, cell).unwrap(),
                    };
                }
            }
        })
    };
    let told = |text: &str| {
        let office = office(text).source(|sumber| sumber.berkas = vec![crate::dataset::fixture::written("data/{tahun}.xlsx")]);
        office.needs(2021, &["volume_usaha"]).read().has(Kode::NilaiSeperseribu).len()
    };
    assert_eq!(told(&of("Volume Usaha")), 1);
    assert_eq!(told(&of("Volume Usaha (Rp juta)")), 0);
    // Three decimals are no cents: a thousands dot was taken for a decimal one.
    assert_eq!(told("No;Nama Koperasi;Volume Usaha\n1;KSP A;1345000\n2;KSP B;8000,123\n3;KSP C;25111000\n"), 1);
    assert_eq!(told("No;Nama Koperasi;Volume Usaha\n1;KSP A;1345000,25\n2;KSP B;8000,5\n3;KSP C;25111000\n"), 0);
}

#[test]
fn a_year_over_some_rows_is_theirs() {
    let again = "1;KSP A;9000\n2;KSP B;8000\n3;KSP C;7000\n";
    for label in ["2020", "Tahun 2020", "TAHUN BUKU 2020", "TAHUN LALU"] {
        let text = format!("No;Nama Koperasi;Volume Usaha\n{ROWS}{label};;\n{again}");
        assert_eq!(galat(&text).first().map(String::as_str), Some("arti-tidak-dikenal@A5"), "{label}");
    }
    let headed = format!("2021;;\nNo;Nama Koperasi;Volume Usaha\n{ROWS}\n2020;;\nNo;Nama Koperasi;Volume Usaha\n{again}");
    let read = csv(&headed);
    assert!(!read.galat().is_empty() || read.sum(2021, "volume_usaha") == Some(Decimal::from(7_500_000)), "{:?}", read.galat());
}

#[test]
fn the_same_names_under_a_title_of_their_own_are_told() {
    let of = |title: &str, rows: &str| {
        format!("DATA KOPERASI;;\nNo;Nama Koperasi;Volume Usaha\n{ROWS}\n{title};;\nNo;Nama Koperasi;Volume Usaha\n{rows}")
    };
    let again = "1;KSP A;9000000\n2;KSP B;8000000\n3;KSP C;7000000\n";
    for title in ["Data Sementara", "Sebelum Audit", "Prediksi"] {
        assert_eq!(galat(&of(title, again)), ["arti-tidak-dikenal@A7"], "{title}");
    }
    assert_eq!(galat(&of("Lembar Kedua", "4;KSP D;9000000\n5;KSP E;8000000\n")), Vec::<String>::new());
}

#[test]
fn a_note_below_of_another_year_is_told() {
    let of = |note: &str| format!("No;Nama Koperasi;Volume Usaha\n{ROWS}\n{note};;\n");
    let told = |note: &str| csv(&of(note)).has(Kode::KeteranganMembatasi).len();
    assert_eq!(told("Data per 31 Desember 2020"), 1);
    assert_eq!(told("Data per 31 Desember 2021"), 0);
    assert_eq!(told("Sumber: Perda Nomor 5 Tahun 2016"), 0);
}

#[test]
fn the_rows_of_another_table_below_are_not_counted() {
    let count = |below: &str| {
        let read = csv(&format!("No;Nama Koperasi;Volume Usaha\n{ROWS}\n{below}"));
        (read.galat().len(), read.value.table("s", crate::vocabulary::Year(2021)).map(|table| table.rows.len()))
    };
    assert_eq!(count("No;Nama Pengurus;\n1;Budi;\n2;Siti;\n"), (0, Some(3)));
    // With figures they are asked about.
    assert_ne!(count("No;Nama Pengurus;\n1;Budi;500\n").0, 0);
}

#[test]
fn a_place_alone_over_its_rows_is_no_row() {
    let text = "Nama Koperasi;Kecamatan;Volume Usaha\nGadingrejo;;\nKSP A;Gadingrejo;100\nKSP B;Gadingrejo;200\nKec. Purworejo;;\nKSP C;Purworejo;300\n";
    let read = csv(text);
    let rows = read.value.table("s", crate::vocabulary::Year(2021)).map(|table| table.rows.len());
    assert_eq!((read.galat(), rows, read.sum(2021, "volume_usaha")), (Vec::new(), Some(3), Some(Decimal::from(600))));
}

#[test]
fn amounts_out_of_scale_are_told() {
    let of = |heading: &str, amounts: [&str; 4]| {
        let rows: String = (1..).zip(amounts).map(|(n, amount)| format!("{n};KSP {n};{amount}\n")).collect();
        csv(&format!("No;Nama Koperasi;{heading}\n{rows}")).has(Kode::NilaiSeperseribu).len()
    };
    let usual = ["1345678", "8000123", "25111222", "6120034"];
    assert_eq!(of("Volume Usaha", usual), 0);
    assert_eq!(of("Volume Usaha (Rp juta)", usual), 1);
    assert_eq!(of("Volume Usaha (Rp ribu)", usual), 0);
    // One of them in another unit than the others.
    assert_eq!(of("Volume Usaha", ["1345678", "8000123", "25111222000", "6120034"]), 1);
    assert_eq!(of("Volume Usaha", ["1345678", "8000123", "251112220", "6120034"]), 0);
}

#[test]
fn a_count_has_no_unit_of_money() {
    let read = |heading: &str| {
        let text = format!("No;Nama Koperasi;{heading}\n1;KSP A;25\n2;KSP B;30\n");
        let office = Office::keragaan().source(|sumber| sumber.kunci.clear()).file("2021.csv", &text);
        office.needs(2021, &["anggota"]).read().galat()
    };
    assert_eq!(read("Jumlah Anggota (Rp juta)"), ["satuan-berselisih@C1"]);
    assert_eq!(read("Jumlah Anggota (orang)"), Vec::<String>::new());
}

#[test]
fn titles_of_figures_that_may_change_are_told() {
    let told = |title: &str| {
        let read = csv(&format!("{title};;\nNo;Nama Koperasi;Volume Usaha\n{ROWS}"));
        assert_eq!(read.galat(), Vec::<String>::new(), "{title}");
        read.has(Kode::KeteranganMembatasi).len()
    };
    assert_eq!(["DATA SEMENTARA TAHUN 2021", "(angka sangat sementara)", "DRAFT"].map(told), [1; 3]);
    assert_eq!(["DATA KOPERASI TAHUN 2021", "DINAS KOPERASI KOTA CONTOH"].map(told), [0; 2]);
}

#[test]
fn titles_that_end_in_a_wish_and_lines_below_of_another_kind_are_told() {
    let told = |text: String| {
        let read = csv(&text);
        assert_eq!(read.galat(), Vec::<String>::new(), "{text}");
        read.has(Kode::KeteranganMembatasi).len()
    };
    let above = |title: &str| told(format!("{title};;\nNo;Nama Koperasi;Volume Usaha\n{ROWS}"));
    let below = |note: &str| told(format!("No;Nama Koperasi;Volume Usaha\n{ROWS}\n;;\n{note};;\n"));
    assert_eq!(["DATA KOPERASI TAHUN 2021 HARAPAN", "HASIL SURVEI"].map(above), [1; 2]);
    assert_eq!(["TA 2021/2022", "HASIL SURVEI", "SENSUS 2016", "data sementara", "belum diaudit"].map(below), [1; 5]);
    assert_eq!(["DATA KOPERASI KOTA CONTOH TAHUN 2021", "DINAS KOPERASI KOTA HARAPAN"].map(above), [0; 2]);
    assert_eq!(["Contoh, 12 Januari 2022", "Kepala Dinas", "Sumber: Dinas Koperasi", "Tahun 2021"].map(below), [0; 4]);
}

#[test]
fn a_groups_sum_may_be_of_one_row() {
    let of = |label: &str, sum: &str| {
        format!(
            "No;Nama Koperasi;Kecamatan;Volume Usaha\n;KECAMATAN GADINGREJO;;\n1;KSP A;Gadingrejo;1500000\n;{label};;{sum}\n;KECAMATAN PURWOREJO;;\n2;KSP B;Purworejo;2500000\n3;KSP C;Purworejo;3500000\n;Jumlah Purworejo;;6000000\n;JUMLAH;;7500000\n"
        )
    };
    for label in ["Jumlah Gadingrejo", "Jumlah Kec. Gadingrejo", "Total Gadingrejo"] {
        let read = csv(&of(label, "1500000"));
        assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(7_500_000))), "{label}");
    }
    assert!(!galat(&of("Jumlah Gadingrejo", "1500001")).is_empty());
    assert!(!galat(&of("Jumlah Berkah", "1500000")).is_empty());
}

/// A CSV without a heading over its last column, whose cells are long digits: nothing was split there.
#[test]
fn long_digits_beyond_the_headings_are_no_decimals() {
    let rows = |last: &str| format!("No;Nama Koperasi;Volume Usaha\n1;KSP A;100;{last}\n2;KSP B;200;{last}");
    let read = |text: &str| {
        Office::keragaan().source(|own| own.kunci.clear()).file("2021.csv", text).needs(2021, &["volume_usaha"]).read()
    };
    let long = read(&rows("081234567890"));
    assert_eq!((long.galat(), long.sum(2021, "volume_usaha")), (Vec::new(), Some(300.into())));
    assert!(!read(&rows("50")).galat().is_empty());
}

/// What unsettles a whole list, over it: each told, and none of the plain titles beside them.
#[test]
fn titles_of_other_times_units_and_rows_are_told() {
    let read = |title: &str| {
        let text = format!("{title};;\nNo;Nama Koperasi;Volume Usaha\n1;KSP A;1000100\n2;KSP B;2000200");
        let office = Office::keragaan().source(|own| own.kunci.clear()).file("2021.csv", &text);
        let read = office.needs(2021, &["volume_usaha"]).read();
        !(read.galat().is_empty() && read.has(Kode::KeteranganMembatasi).is_empty())
    };
    for title in [
        "H1 2021",
        "1H 2021",
        "HALF YEAR 2021",
        "sejak Juli 2021",
        "DATA MULAI APRIL",
        "TAHUN MMXX",
        "TAHUN N-1",
        "TAHUN 1443 H",
        "5 TAHUN TERAKHIR",
        "DATA KOPERASI TAHUN BERJALAN",
        "FORMAT LAPORAN",
        "CONTOH FORMAT",
        "DATA KOPERASI AKTIF",
        "dalam mio",
    ] {
        assert!(read(title), "{title}");
    }
    for title in ["DATA KOPERASI TAHUN 2021", "TAHUN MMXXI", "FY21", "LAPORAN KERAGAAN KOPERASI SE-KOTA", "KEAKTIFAN KOPERASI"] {
        assert!(!read(title), "{title}");
    }
}
