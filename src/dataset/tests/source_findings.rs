//! Contract.md 5, files, sheets, columns, years and rows.

use crate::dataset::fixture::{Office, Outcome, written};
use crate::diagnostic::{
    BerkasTidakAda, Fakta, Kode, KolomTidakAda, SebabGugur, TahunLaluTidakAda, TahunTidakAda, TerimaGugur, Tersembunyi, Tingkat,
};
use crate::profile::{Dictionary, SumberTahun};
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use rust_xlsxwriter::Workbook;

const KERAGAAN: &str = "No;Nama Koperasi;Nomor BH;Volume Usaha\n1;KSP A;1/BH;10\n2;KSP B;2/BH;20\n3;KSP C;3/BH;30";

fn sheet(workbook: &mut Workbook, name: &str, heading: &str, values: &[i32]) {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name).unwrap();
    for (column, heading) in ["No", "Nama Koperasi", "Nomor BH", heading].into_iter().enumerate() {
        sheet.write(0, column as u16, heading).unwrap();
    }
    for (row, value) in (1u32..).zip(values) {
        sheet.write(row, 0, row).unwrap();
        sheet.write(row, 1, format!("KSP {name} {row}")).unwrap();
        sheet.write(row, 2, format!("{row}/BH/{name}")).unwrap();
        sheet.write(row, 3, *value).unwrap();
    }
}

fn workbook(write: impl FnOnce(&mut Workbook)) -> Office {
    Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", write)
}

#[test]
fn a_missing_file_is_refused_or_noted_by_who_needs_it() {
    let office = || Office::keragaan().file("2021.csv", KERAGAAN).needs(2021, &["volume_usaha"]);
    let read = office().needs(2020, &["volume_usaha"]).read();
    assert_eq!(read.galat(), ["berkas-tidak-ada@data/2020.csv"]);
    let read = office().may_lack(2020, &["volume_usaha"]).read();
    assert!(read.galat().is_empty());
    assert!(matches!(
        read.has(Kode::TahunLaluTidakAda)[0].fakta,
        Fakta::TahunLaluTidakAda(TahunLaluTidakAda { tahun: Year(2020), .. })
    ));
    // Only the files of needed years are read.
    let read = office().file("2019.csv", "rusak").read();
    assert!(read.galat().is_empty());
    assert_eq!(read.value.masukan.len(), 1);
}

#[test]
fn a_file_of_a_list_that_lacks_one_year_leaves_no_partial_year() {
    let office = Office::new(Dictionary::Keragaan, &["data/a {tahun}.csv", "data/b {tahun}.csv"], &["nomor_bh"])
        .file("a 2021.csv", KERAGAAN)
        .file("b 2021.csv", "No;Nama Koperasi;Nomor BH;Volume Usaha\n1;KSP X;7/BH;40")
        .file("a 2020.csv", &KERAGAAN.replace("10", "12"));
    let read = office.needs(2021, &["volume_usaha"]).may_lack(2020, &["volume_usaha"]).read();
    assert_eq!(read.galat(), ["berkas-tidak-ada@data/b 2020.csv"]);
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(100)));
}

#[test]
fn a_column_that_only_look_back_figures_miss_is_noted() {
    let office = || Office::keragaan().file("2021.csv", KERAGAAN).needs(2021, &["volume_usaha"]);
    let without = "No;Nama Koperasi;Nomor BH\n1;KSP A;1/BH\n2;KSP B;2/BH\n3;KSP C;3/BH";
    let read = office().file("2020.csv", without).may_lack(2020, &["volume_usaha"]).read();
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    let Fakta::KolomLaluTidakAda(note) = &read.has(Kode::KolomLaluTidakAda)[0].fakta else { panic!() };
    assert_eq!((note.tahun, &note.isian[..]), (Year(2020), &["volume_usaha".to_owned()][..]));
    assert!(read.value.table("s", Year(2020)).unwrap().column("volume_usaha").is_none());
    // A year that a figure needs has no such leave, for the column that it needs.
    let read = office().file("2020.csv", without).needs(2020, &["volume_usaha"]).read();
    assert_eq!(read.galat(), ["kolom-tidak-ada@data/2020.csv"]);
    let last = KERAGAAN.replace(";10", ";9").replace(";20", ";19").replace(";30", ";28");
    let read = office().file("2020.csv", &last).needs(2020, &["volume_usaha"]).may_lack(2020, &["shu"]).read();
    assert!(read.galat().is_empty() && read.has(Kode::KolomLaluTidakAda).len() == 1, "{:?}", read.temuan);
    assert_eq!(read.sum(2020, "volume_usaha"), Some(Decimal::from(56)));
    // The same in the report year, where a tetapan stands for it.
    let read = office().may_lack(2021, &["shu"]).read();
    assert!(read.galat().is_empty() && read.has(Kode::KolomLaluTidakAda).len() == 1, "{:?}", read.temuan);
}

#[test]
fn a_column_in_one_of_two_sheets_is_no_year_in_part() {
    let office = workbook(|book| {
        sheet(book, "Utara", "Volume Usaha", &[1, 2, 3]);
        sheet(book, "Selatan", "SHU", &[4, 5, 6]);
    });
    let read = office.source(|sumber| sumber.lembar = Some(written("semua"))).may_lack(2021, &["volume_usaha", "shu"]).read();
    assert_eq!(read.galat().len(), 2, "{:?}", read.temuan);
    assert!(read.galat().iter().all(|galat| galat.starts_with("kolom-tidak-ada@")), "{:?}", read.galat());
}

#[test]
fn the_sheet_that_has_what_may_lack_is_the_one_that_is_read() {
    let office = workbook(|book| {
        sheet(book, "Daftar", "Telepon Kantor", &[1, 2, 3]);
        sheet(book, "Keuangan", "Volume Usaha", &[4, 5, 6]);
    });
    let read = office.may_lack(2021, &["volume_usaha"]).read();
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(15)), "{:?}", read.temuan);
}

#[test]
fn a_look_back_year_without_the_key_that_joins_it_is_not_joined() {
    let without = "No;Nama Koperasi;Volume Usaha\n1;KSP A;10\n2;KSP B;20\n3;KSP C;30";
    let office = Office::keragaan().file("2021.csv", KERAGAAN).file("2020.csv", without).needs(2021, &["volume_usaha"]);
    let read = office.may_lack_joined(2020, &["volume_usaha"]).read();
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    assert!(read.value.table("s", Year(2020)).is_none());
    assert_eq!(read.has(Kode::KolomLaluTidakAda).len(), 1);
}

#[test]
fn headings_without_rows_are_no_data() {
    let read =
        Office::keragaan().file("2021.csv", "No;Nama Koperasi;Nomor BH;Volume Usaha\n").needs(2021, &["volume_usaha"]).read();
    assert!(!read.galat().is_empty());
}

#[test]
fn a_missing_column_is_named_with_the_headings_that_are_there() {
    let read = Office::keragaan().file("2021.csv", KERAGAAN).needs(2021, &["volume_usaha", "shu"]).read();
    assert_eq!(read.galat(), ["kolom-tidak-ada@data/2021.csv"]);
    let Fakta::KolomTidakAda(KolomTidakAda { isian, judul_ada, .. }) = &read.has(Kode::KolomTidakAda)[0].fakta else { panic!() };
    assert!(isian == "shu" && judul_ada.contains(&"Volume Usaha".to_owned()));
    // Without a name column nobody knows what a row is, unless butir says it.
    let recap = "Kecamatan;Volume Usaha\nGadingrejo;10\nPurworejo;20\nJUMLAH;30";
    let office =
        || Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", recap).needs(2021, &["volume_usaha"]);
    assert_eq!(office().read().galat(), ["kolom-tidak-ada@data/2021.csv"]);
    let read = office().source(|sumber| sumber.butir = Some("kecamatan".to_owned())).read();
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(30)));
    assert_eq!(&*read.value.table("s", Year(2021)).unwrap().rows[0].nama, "Gadingrejo");
}

#[test]
fn two_columns_that_fit_are_refused() {
    let read = Office::keragaan()
        .file("2021.csv", "Nama Koperasi;Nomor BH;Volume Usaha;Volume Usaha\nKSP A;1/BH;10;11\nKSP B;2/BH;20;21")
        .needs(2021, &["volume_usaha"])
        .read();
    assert_eq!(read.has(Kode::KolomGanda).len(), 1, "{:?}", read.temuan);
}

#[test]
fn sheets_are_chosen_by_their_headings_or_by_name() {
    let one = workbook(|workbook| {
        workbook.add_worksheet().set_name("Sampul").unwrap().write(0, 0, "LAPORAN").unwrap();
        sheet(workbook, "Data", "Volume Usaha", &[10, 20]);
        sheet(workbook, "Simpanan", "Keterangan", &[1, 2]);
    });
    let read = one.needs(2021, &["volume_usaha"]).read();
    assert!(read.galat().is_empty(), "{:?}", read.galat());
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(30)));
    let two = || {
        workbook(|workbook| {
            sheet(workbook, "Utara", "Volume Usaha", &[10, 20]);
            sheet(workbook, "Selatan", "Volume Usaha", &[30]);
            workbook.add_worksheet().set_name("Tersembunyi").unwrap().set_hidden(true);
        })
        .needs(2021, &["volume_usaha"])
    };
    assert_eq!(two().read().galat(), ["lembar-ganda@data/2021.xlsx"]);
    let named = |lembar: &str| two().source(|sumber| sumber.lembar = Some(written(lembar))).read();
    assert_eq!(named("Selatan").sum(2021, "volume_usaha"), Some(Decimal::from(30)));
    assert_eq!(named("semua").sum(2021, "volume_usaha"), Some(Decimal::from(60)));
    assert_eq!(named("Timur").galat(), ["lembar-tidak-ada@data/2021.xlsx"]);
}

#[test]
fn a_sheet_that_nearly_fits_is_no_silent_gap() {
    let read = workbook(|workbook| {
        sheet(workbook, "Utara", "Volume Usaha", &[10, 20]);
        sheet(workbook, "Selatan", "Entah Apa", &[30]);
    })
    .source(|sumber| sumber.lembar = Some(written("semua")))
    .needs(2021, &["volume_usaha"])
    .read();
    assert_eq!(read.galat(), ["kolom-tidak-ada@data/2021.xlsx"]);
}

#[test]
fn a_sheet_a_year_by_its_name() {
    let office = || {
        Office::new(Dictionary::Keragaan, &["data/semua.xlsx"], &["nomor_bh"])
            .xlsx("semua.xlsx", |workbook| {
                sheet(workbook, "Rekap 2020", "Volume Usaha", &[10, 20]);
                sheet(workbook, "Rekap 2021", "Volume Usaha", &[30]);
            })
            .source(|sumber| sumber.lembar = Some(written("Rekap {tahun}")))
            .needs(2021, &["volume_usaha"])
    };
    let read = office().needs(2020, &["volume_usaha"]).may_lack(2019, &["volume_usaha"]).read();
    assert!(read.galat().is_empty(), "{:?}", read.galat());
    assert_eq!(
        (read.sum(2020, "volume_usaha"), read.sum(2021, "volume_usaha")),
        (Some(Decimal::from(30)), Some(Decimal::from(30)))
    );
    assert_eq!(read.has(Kode::TahunLaluTidakAda).len(), 1);
    assert_eq!(office().needs(2019, &["volume_usaha"]).read().galat(), ["lembar-tidak-ada@data/semua.xlsx"]);
}

const WIDE: &str = "NIK;Nama Usaha;Omset 2020;Omset 2021\n1;Toko A;10;20\n2;Toko B;;30\n3;Toko C;5;\n4;Toko D;7;-";

#[test]
fn years_side_by_side() {
    let office = || Office::new(Dictionary::Umkm, &["data/umkm.csv"], &["nik"]).file("umkm.csv", WIDE);
    let read = office().joins(&[2020, 2021], &["omset"]).read();
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    let rows = |tahun| read.value.table("s", Year(tahun)).unwrap().rows.len();
    // A row is of a year only if it holds something of that year; a dash is nil, which is something.
    assert_eq!((rows(2020), rows(2021)), (3, 3));
    assert_eq!((read.sum(2020, "omset"), read.sum(2021, "omset")), (Some(Decimal::from(22)), Some(Decimal::from(50))));
    let read = office().needs(2021, &["omset"]).needs(2019, &["omset"]).read();
    assert_eq!(read.galat(), ["tahun-tidak-ada@data/umkm.csv"]);
}

#[test]
fn a_long_table_goes_by_its_year_column() {
    let long = "Tahun;Nama Koperasi;Nomor BH;Volume Usaha\n2020;KSP A;1/BH;10\n2021;KSP A;1/BH;15\n2021;KSP B;2/BH;20\n2019;KSP A;1/BH;entah";
    let office = |text: &str| Office::new(Dictionary::Keragaan, &["data/semua.csv"], &["nomor_bh"]).file("semua.csv", text);
    let read = office(long).joins(&[2020, 2021], &["volume_usaha"]).read();
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    assert_eq!(
        (read.sum(2020, "volume_usaha"), read.sum(2021, "volume_usaha")),
        (Some(Decimal::from(10)), Some(Decimal::from(35)))
    );
    let torn = long.replace("2021;KSP B", "entah;KSP B");
    assert_eq!(office(&torn).joins(&[2020, 2021], &["volume_usaha"]).read().galat(), ["bukan-angka@A4"]);
}

#[test]
fn a_title_alone_may_say_the_year_and_never_contradict_the_file() {
    let titled = |year: &str| format!("DATA KOPERASI TAHUN {year}\n\n{KERAGAAN}");
    let read = Office::new(Dictionary::Keragaan, &["data/semua.csv"], &[])
        .file("semua.csv", &titled("2021"))
        .needs(2021, &["volume_usaha"])
        .read();
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    let read = Office::new(Dictionary::Keragaan, &["data/semua.csv"], &[])
        .file("semua.csv", KERAGAAN)
        .needs(2021, &["volume_usaha"])
        .read();
    assert_eq!(read.galat(), ["tahun-tidak-ada@data/semua.csv"]);
    let fixed = Office::new(Dictionary::Keragaan, &["data/semua.csv"], &[])
        .file("semua.csv", KERAGAAN)
        .source(|sumber| sumber.tahun = Some(SumberTahun::Tetap(Year(2021))))
        .needs(2021, &["volume_usaha"])
        .read();
    assert!(fixed.galat().is_empty());
    let read = Office::keragaan().file("2021.csv", &titled("2020")).needs(2021, &["volume_usaha"]).read();
    assert_eq!(read.galat(), ["tahun-berselisih@A1"]);
    assert!(Office::keragaan().file("2021.csv", &titled("2021")).needs(2021, &["volume_usaha"]).read().galat().is_empty());
}

#[test]
fn a_year_is_not_compared_with_a_quarter() {
    let office = |second: &str| {
        Office::new(Dictionary::Umkm, &["data/umkm.csv"], &["nik"])
            .file("umkm.csv", &format!("NIK;Nama Usaha;Omset Tahun 2020;Omset {second}\n1;Toko A;10;20\n2;Toko B;11;30"))
            .joins(&[2020, 2021], &["omset"])
            .read()
    };
    assert_eq!(office("Jan-Mar 2021").has(Kode::PeriodeBerbeda).len(), 1);
    assert!(office("Tahun 2021").galat().is_empty());
}

#[test]
fn rows_that_may_be_anything_are_refused() {
    let rows =
        |rows: &str| Office::keragaan().file("2021.csv", &format!("{KERAGAAN}\n{rows}")).needs(2021, &["volume_usaha"]).read();
    let read = rows(";JUMLAH;;60");
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(60)));
    assert_eq!(read.has(Kode::BarisDilewati).len(), 1);
    assert_eq!(rows(";JUMLAH;;61").galat(), ["jumlah-tidak-sama@D5"]);
    assert_eq!(rows("4;JUMLAH;4/BH;60").galat(), ["data-atau-jumlah@B5"]);
    assert_eq!(rows(";;;40").galat(), ["angka-tanpa-nama@D5"]);
    let below = rows(";JUMLAH;;60\n;Mengetahui,;;\n;;;\n5;KSP Z;5/BH;70");
    assert_eq!(below.has(Kode::DataDiBawahTabel).len(), 1, "{:?}", below.temuan);
}

#[test]
fn accepted_cells_count_as_said_or_as_missing() {
    let text = "No;Nama Koperasi;Nomor BH;Volume Usaha\n1;KSP A;1/BH;±3jt\n2;KSP B;2/BH;20\n;JUMLAH;;20";
    let office = |ditemukan, nilai| {
        Office::keragaan()
            .file("2021.csv", text)
            .needs(2021, &["volume_usaha"])
            .accepts(Kode::BukanAngka, "data/2021.csv!D2", Some(ditemukan), nilai)
            .read()
    };
    let read = office("±3jt", Some("3.000.000"));
    assert!(read.galat().is_empty(), "{:?}", read.galat());
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(3_000_020)));
    let table = read.value.table("s", Year(2021)).unwrap();
    assert!((0..table.columns.len()).any(|column| table.is_corrected(&table.rows[0], column)));
    assert_eq!(read.has(Kode::BukanAngka)[0].tingkat(), Tingkat::Catatan);
    let read = office("±3jt", None);
    assert_eq!((read.galat().len(), read.sum(2021, "volume_usaha")), (0, Some(Decimal::from(20))));
    let read = office("±4jt", Some("3.000.000"));
    assert_eq!(read.galat(), ["bukan-angka@D2"]);
    assert_eq!(read.has(Kode::TerimaGugur).len(), 1);
    // A value that is none is told, and the finding stays.
    let read = office("±3jt", Some("banyak"));
    assert_eq!(read.galat(), ["bukan-angka@D2"]);
    assert!(
        matches!(&read.has(Kode::TerimaGugur)[0].fakta, Fakta::TerimaGugur(TerimaGugur { sebab: SebabGugur::NilaiKeliru(nilai), .. }) if nilai == "banyak")
    );
    let gone = Office::keragaan()
        .file("2021.csv", KERAGAAN)
        .needs(2021, &["volume_usaha"])
        .accepts(Kode::BukanAngka, "data/2021.csv!D2", Some("±3jt"), None)
        .read();
    assert!(
        matches!(&gone.has(Kode::TerimaGugur)[0].fakta, Fakta::TerimaGugur(TerimaGugur { sebab: SebabGugur::IsiLain(kini), .. }) if kini == "10")
    );
}

#[test]
fn doubtful_rows_may_be_accepted_as_data_or_left_out() {
    let text = format!("{KERAGAAN}\n4;JUMLAH;4/BH;60");
    let office = |nilai| {
        Office::keragaan()
            .file("2021.csv", &text)
            .needs(2021, &["volume_usaha"])
            .accepts(Kode::DataAtauJumlah, "data/2021.csv!B5", None, nilai)
            .read()
    };
    assert_eq!((office(None).galat().len(), office(None).sum(2021, "volume_usaha")), (0, Some(Decimal::from(60))));
    assert_eq!(office(Some("data")).sum(2021, "volume_usaha"), Some(Decimal::from(120)));
}

#[test]
fn hidden_rows_and_columns_that_count_are_told() {
    let read = |hide: bool| {
        workbook(|workbook| {
            sheet(workbook, "Data", "Volume Usaha", &[10, 20, 30]);
            if hide {
                let sheet = workbook.worksheet_from_name("Data").unwrap();
                sheet.set_row_hidden(2).unwrap();
                sheet.set_column_hidden(3).unwrap();
            }
        })
        .needs(2021, &["volume_usaha"])
        .read()
    };
    assert!(read(false).has(Kode::Tersembunyi).is_empty());
    let hidden = read(true);
    assert!(matches!(hidden.has(Kode::Tersembunyi)[0].fakta, Fakta::Tersembunyi(Tersembunyi { baris: 1, kolom: 1, .. })));
    assert_eq!(hidden.sum(2021, "volume_usaha"), Some(Decimal::from(60)));
}

#[test]
fn merged_places_hold_for_all_their_rows() {
    let read = workbook(|workbook| {
        sheet(workbook, "Data", "Volume Usaha", &[10, 20, 30]);
        let sheet = workbook.worksheet_from_name("Data").unwrap();
        sheet.write(0, 4, "Kecamatan").unwrap();
        sheet.merge_range(1, 4, 2, 4, "Gadingrejo", &rust_xlsxwriter::Format::new()).unwrap();
        sheet.write(3, 4, "Purworejo").unwrap();
    })
    .needs(2021, &["volume_usaha", "kecamatan"])
    .read();
    let table = read.value.table("s", Year(2021)).unwrap();
    let kecamatan = table.column("kecamatan").unwrap();
    let places: Vec<String> = table.values(kecamatan).map(|isi| crate::dataset::cell::isi_text(&isi)).collect();
    assert_eq!(places, ["Gadingrejo", "Gadingrejo", "Purworejo"]);
    assert_eq!(table.cell(&table.rows[1], kecamatan).unwrap().to_string(), "E3");
}

#[test]
fn findings_come_in_the_order_of_file_sheet_and_cell() {
    let bad = KERAGAAN.replace(";10", ";a").replace(";30", ";c");
    let read = Office::keragaan()
        .file("2020.csv", &bad)
        .file("2021.csv", &bad)
        .needs(2021, &["volume_usaha"])
        .needs(2020, &["volume_usaha"])
        .read();
    let places: Vec<String> = read.has(Kode::BukanAngka).iter().map(|temuan| temuan.at.to_string()).collect();
    assert_eq!(places, ["data/2020.csv!D2", "data/2020.csv!D4", "data/2021.csv!D2", "data/2021.csv!D4"]);
}

#[test]
fn a_blank_cell_may_be_given_its_value() {
    let read = Office::keragaan()
        .file("2021.csv", &KERAGAAN.replace(";20", ";"))
        .needs(2021, &["volume_usaha"])
        .accepts(Kode::NilaiKosong, "data/2021.csv!D3", None, Some("20"))
        .read();
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(60)));
    assert_eq!(read.has(Kode::NilaiKosong).iter().map(|temuan| temuan.tingkat()).collect::<Vec<_>>(), [Tingkat::Catatan]);
    assert!(read.has(Kode::TerimaGugur).is_empty());
}

#[test]
fn an_office_of_its_own_making_needs_no_dictionary() {
    let text = "Wilayah;Judul;Satuan;Tahun;Data\nKota A;UMKM;unit;2020;15\nKota A;UMKM;unit;2021;20\nKota B;UMKM;unit;2021;30";
    let read = Office::new(Dictionary::None, &["data/semua.csv"], &["wilayah"])
        .file("semua.csv", text)
        .kolom("wilayah", "Wilayah", Some(crate::profile::JenisIsian::Teks))
        .kolom("nilai", "Data", Some(crate::profile::JenisIsian::Angka))
        .joins(&[2020, 2021], &["nilai"])
        .read();
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    assert_eq!((read.sum(2020, "nilai"), read.sum(2021, "nilai")), (Some(Decimal::from(15)), Some(Decimal::from(50))));
}

#[test]
fn a_recap_counts_where_single_rows_have_marks() {
    let text = "KECAMATAN;KOPERASI;;;VOLUME USAHA\n;JUMLAH;AKTIF;TIDAK AKTIF;\n1;2;3;4;5\nGadingrejo;12;10;2;100\nPurworejo;20;15;5;200\nJUMLAH;32;25;7;300";
    let office = |text: &str| {
        Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kecamatan"])
            .file("2021.csv", text)
            .source(|sumber| sumber.butir = Some("kecamatan".to_owned()))
            .needs(2021, &["aktif", "jumlah_koperasi", "volume_usaha"])
            .read()
    };
    let read = office(text);
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    assert_eq!((read.sum(2021, "aktif"), read.sum(2021, "jumlah_koperasi")), (Some(Decimal::from(25)), Some(Decimal::from(32))));
    assert_eq!(office(&text.replace("32;25", "32;26")).galat(), ["jumlah-tidak-sama@C6"]);
}

#[test]
fn shares_and_months_stand_beside_figures_and_are_not_them() {
    let text = "Nama Koperasi;Nomor BH;RAT;%RAT;Volume Usaha\nKSP A;1/BH;1;50%;10\nKSP B;2/BH;-;0%;20";
    let read = Office::keragaan().file("2021.csv", text).needs(2021, &["rat", "volume_usaha"]).read();
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    assert_eq!(read.sum(2021, "rat"), Some(Decimal::ONE));
    let text = "NIK;Nama Usaha;Omset per Bulan\n1;Toko A;10\n2;Toko B;11";
    let read = Office::umkm().file("2021.csv", text).needs(2021, &["omset"]).read();
    assert_eq!(read.galat(), ["kolom-tidak-ada@data/2021.csv"]);
}

#[test]
fn a_table_with_its_title_units_numbers_notes_and_signature() {
    let text = "REKAPITULASI DATA KOPERASI\nKOTA PASURUAN\nPERIODE 31 DESEMBER 2021\n(dalam ribuan rupiah)\n\n\
        NO;NAMA KOPERASI;BADAN HUKUM;;ANGGOTA;;;VOLUME USAHA\n;;NOMOR;TANGGAL;L;P;JML;\n1;2;3;4;5;6;7;8\n\
        KEC. GADINGREJO;;;;;;;\n1;KSP A;1/BH;25/03/1996;1;2;3;1.500\n2;KSP B;2/BH;26/03/1996;4;5;9;2.500\nSUB JUMLAH;;;;5;7;12;4.000\n\
        KEC. PURWOREJO;;;;;;;\n3;KSP C;3/BH;27/03/1996;1;1;2;500\nSUB JUMLAH;;;;1;1;2;500\nJUMLAH;;;;6;8;14;4.500\n;;;;;;;\n\
        Sumber: Bidang Koperasi;;;;;;;\n;;;;;Pasuruan, 24 Januari 2022;;\n;;;;;KEPALA DINAS;;\n;;;;;NIP. 19640505 199303 1 012;;";
    let office = |text: &str| Office::keragaan().file("2021.csv", text).needs(2021, &["volume_usaha", "anggota"]).read();
    let read = office(text);
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(4_500_000)));
    assert_eq!(read.sum(2021, "anggota"), Some(Decimal::from(14)));
    let off = office(&text.replace("12;4.000", "12;4.001"));
    assert_eq!(off.galat().len(), 1, "{:?}", off.galat());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 64, ..Default::default() })]
    #[test]
    fn no_rows_make_it_panic_and_what_counts_was_read(
        cells in proptest::collection::vec(("[A-Z ]{0,4}", "[0-9.,Rpjt()%/ -]{0,9}", "[0-9]{0,4}"), 1..12)
    ) {
        let rows: Vec<String> = cells.iter().map(|(name, value, key)| format!("1;KSP {name};{key};{value}")).collect();
        let text = format!("No;Nama Koperasi;Nomor BH;Volume Usaha\n{}", rows.join("\n"));
        let read = Office::keragaan().file("2021.csv", &text).joins(&[2021], &["volume_usaha"]).read();
        if let Some(table) = read.value.table("s", Year(2021)) {
            proptest::prop_assert!(table.columns.iter().all(|column| column.cells.len() == table.rows.len()));
            proptest::prop_assert!(table.by_entity.iter().all(|(_, row)| row < table.rows.len()));
        }
    }
}

#[test]
fn a_file_with_headings_alone_is_there_but_blank() {
    let blank = Office::umkm().file("2021.csv", "NIK;Nama Usaha;Omset").needs(2021, &["omset"]).read();
    assert!(
        matches!(blank.has(Kode::TahunTidakAda)[0].fakta, Fakta::TahunTidakAda(TahunTidakAda { kosong: true, .. })),
        "{:?}",
        blank.temuan
    );
}

#[test]
fn a_file_of_another_year_is_not_offered() {
    let mirip = |name: &str| {
        let read = Office::umkm().file(name, "NIK;Nama Usaha;Omset\n1;Toko A;5").needs(2028, &["omset"]).read();
        let Fakta::BerkasTidakAda(BerkasTidakAda { mirip, .. }) = read.has(Kode::BerkasTidakAda)[0].fakta.clone() else {
            panic!()
        };
        mirip
    };
    assert_eq!(mirip("2020.csv"), None);
    assert_eq!(mirip("2028 .csv").as_deref(), Some("data/2028 .csv"));
}

#[test]
fn a_monthly_column_is_named_where_the_yearly_one_is_sought() {
    let read = Office::umkm().file("2021.csv", "NIK;Nama Usaha;OMSET / BLN\n1;Toko A;5").needs(2021, &["omset"]).read();
    let Fakta::KolomTidakAda(KolomTidakAda { dekat: Some(dekat), .. }) = &read.has(Kode::KolomTidakAda)[0].fakta else {
        panic!("{:?}", read.temuan)
    };
    assert_eq!(dekat.isian, "omset_bulanan");
}
