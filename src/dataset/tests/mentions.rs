//! Sheets that are not read and speak of rows that are counted.

use crate::dataset::fixture::{Office, Outcome, written};
use crate::diagnostic::Kode;
use crate::profile::{Arti, Dictionary};
use rust_decimal::Decimal;

const NAMES: [&str; 5] = ["KSU Rejeki", "KUD Makmur", "Kopwan Melati", "KPRI Sejahtera", "KSP Bina Artha"];

/// An office whose workbook has the data and one sheet more.
fn office(name: &str, rows: &[&[&str]]) -> Office {
    let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |workbook| {
        let sheet = workbook.add_worksheet().set_name("Data").unwrap();
        for (column, heading) in (0..).zip(["Nama Koperasi", "Nomor Badan Hukum", "Kecamatan", "Volume Usaha"]) {
            sheet.write(0, column, heading).unwrap();
        }
        for (row, name) in (1..).zip(NAMES) {
            sheet.write(row, 0, name).unwrap();
            sheet.write(row, 1, format!("{row}/BH/199{row}")).unwrap();
            sheet.write(row, 2, "Gadingrejo").unwrap();
            sheet.write(row, 3, 1_000_123 * row).unwrap();
        }
        let other = workbook.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(*cells) {
                match text.parse::<f64>() {
                    Ok(number) => other.write(row, column, number).unwrap(),
                    Err(_) => other.write(row, column, *text).unwrap(),
                };
            }
        }
    });
    office.needs(2021, &["volume_usaha"])
}

fn codes(name: &str, rows: &[&[&str]]) -> (Vec<String>, usize, usize) {
    let read = office(name, rows).read();
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(1_000_123 * 15)), "{name}");
    let galat: Vec<String> = read.galat().iter().map(|told| told.split('@').next().unwrap_or_default().to_owned()).collect();
    (galat, read.has(Kode::LembarTidakDibaca).len(), read.has(Kode::LembarLain).len())
}

const SEMULA: &[&[&str]] = &[&["No", "Nama Koperasi", "Semula", "Menjadi"], &["1", "KUD Makmur", "2000246", "9000246"]];

#[test]
fn a_sheet_of_corrections_refuses() {
    let refused = (vec!["lembar-koreksi".to_owned()], 0, 0);
    assert_eq!(codes("Perbaikan", SEMULA), refused);
    assert_eq!(codes("Sheet2", SEMULA), refused);
    assert_eq!(codes("Sheet2", &[&["RALAT DATA"], &[], &["Nama", "Volume"], &["kud makmur", "9.000.246"]]), refused);
    assert_eq!(codes("Sheet2", &[&["Nama", "Volume Usaha Seharusnya"], &["KUD Makmur", "9000246"]]), refused);
    // By its key alone.
    assert_eq!(codes("Koreksi", &[&["Nomor BH", "Volume"], &["2/BH/1992", "9000246"]]), refused);
    let named = |name: &str| office(name, SEMULA).source(|sumber| sumber.lembar = Some(written("Data"))).read().galat().len();
    assert_eq!(named("Perbaikan"), 1);
    // A later sheet's corrections of another year are none of this one.
    assert_eq!(codes("Perbaikan 2019", SEMULA), (Vec::new(), 0, 0));
}

#[test]
fn what_the_office_says_of_such_a_sheet_settles_it() {
    let read =
        office("Perbaikan", SEMULA).source(|sumber| sumber.arti.extend([(Arti::folded("Perbaikan"), Arti::Lewati)])).read();
    assert!(read.galat().is_empty() && read.has(Kode::LembarTidakDibaca).is_empty());
    let accepted =
        office("Perbaikan", SEMULA).accepts(Kode::LembarKoreksi, "data/2021.xlsx!Perbaikan", Some("Perbaikan"), None).read();
    assert!(accepted.has(Kode::LembarKoreksi).iter().all(|temuan| temuan.diterima.is_some()));
}

#[test]
fn what_may_change_nothing_is_told_and_does_not_refuse() {
    let told = (Vec::new(), 1, 0);
    assert_eq!(codes("Perubahan", &[&["Nama Lama", "Nama Baru"], &["KUD Makmur", "KUD Makmur Jaya"]]), told);
    assert_eq!(codes("Catatan", &[&["Volume KUD Makmur seharusnya 9.000.246"]]), told);
    assert_eq!(codes("Ralat", &[&["KUD Makmur 2.000.246 menjadi 9.000.246"]]), told);
    assert_eq!(codes("Bubar", &[&["No", "Nama"], &["1", "KUD Makmur"]]), told);
    assert_eq!(codes("Sheet2", &[&["KOPERASI YANG DIBUBARKAN"], &["No", "Nama"], &["1", "KUD Makmur"]]), told);
    assert_eq!(codes("Sheet2", &[&["Siapa", "Berapa"], &["KUD Makmur", "12500"], &["KSU Rejeki", "13500"]]), told);
    // Names and amounts without a heading.
    assert_eq!(codes("Lanjutan", &[&["KSU A", "1250000"], &["KSU B", "1350000"], &["KSU C", "1550000"]]), told);
}

#[test]
fn other_lists_are_noted() {
    let noted = (Vec::new(), 0, 1);
    let officers: &[&[&str]] = &[&["No", "Nama Koperasi", "Ketua"], &["1", "KUD Makmur", "Ani"], &["2", "KSU Rejeki", "Budi"]];
    assert_eq!(codes("Pengurus", officers), noted);
    assert_eq!(codes("Referensi", &[&["Kode", "Kecamatan"], &["1", "Gadingrejo"], &["2", "Purworejo"]]), noted);
    assert_eq!(codes("Sampul", &[&["DINAS KOPERASI"], &["TAHUN 2021"]]), (Vec::new(), 0, 0));
}
