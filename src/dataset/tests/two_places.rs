//! A year or a unit that is stated at two places, and not the same at both: told, wherever the two stand.

use crate::dataset::fixture::{Office, Outcome, written};
use crate::diagnostic::Kode;
use crate::profile::{Dictionary, SatuanUang, SumberTahun};
use crate::vocabulary::Year;

/// A workbook of one sheet, told by what stands at each place.
#[derive(Clone, Copy)]
struct Book<'a> {
    file: &'a str,
    sheet: &'a str,
    titles: &'a [&'a str],
    heading: &'a str,
    under: &'a str,
    /// Heading and cells of a column beside the amounts.
    beside: Option<(&'a str, &'a [&'a str])>,
    note: &'a str,
}

const PLAIN: Book =
    Book { file: "Keragaan.xlsx", sheet: "Sheet1", titles: &[], heading: "Volume Usaha", under: "", beside: None, note: "" };

const NAMES: [&str; 5] = ["KSP Makmur Abadi", "KUD Tani Subur", "Kopkar Sejahtera", "KPRI Bina Warga", "Kopwan Melati"];

impl Book<'_> {
    fn office(self, pattern: &str) -> Office {
        Office::new(Dictionary::Keragaan, &[pattern], &["nomor_bh"]).xlsx(self.file, |workbook| {
            let sheet = workbook.add_worksheet().set_name(self.sheet).unwrap();
            let mut row = 0;
            for title in self.titles {
                sheet.write(row, 0, *title).unwrap();
                row += 1;
            }
            row += u32::from(row > 0);
            let headings = ["No", "Nama Koperasi", "Nomor Badan Hukum", self.heading];
            let beside = self.beside.map(|(heading, _)| heading);
            for (column, heading) in (0..).zip(headings.into_iter().chain(beside)) {
                sheet.write(row, column, heading).unwrap();
            }
            if !self.under.is_empty() {
                row += 1;
                sheet.write(row, 3, self.under).unwrap();
            }
            for (index, name) in (0..).zip(NAMES) {
                row += 1;
                sheet.write(row, 0, index + 1).unwrap();
                sheet.write(row, 1, name).unwrap();
                sheet.write(row, 2, format!("518/{}/BH/199{index}", 11 + index)).unwrap();
                sheet.write(row, 3, 18_396_251 + 7_313_337 * index).unwrap();
                let cell = self.beside.and_then(|(_, cells)| cells.get(index as usize % cells.len().max(1)));
                match cell.map(|cell| (cell, cell.parse::<u32>())) {
                    Some((_, Ok(number))) => drop(sheet.write(row, 4, number).unwrap()),
                    Some((text, Err(_))) => drop(sheet.write(row, 4, *text).unwrap()),
                    None => {}
                }
            }
            if !self.note.is_empty() {
                sheet.write(row + 2, 1, self.note).unwrap();
            }
        })
    }

    fn galat(self) -> Vec<String> {
        self.office("data/*.xlsx").needs(2021, &["volume_usaha"]).read().galat()
    }
}

const OF_2021: Book = Book { heading: "Volume Usaha 2021", ..PLAIN };

#[test]
fn another_year_beside_that_of_the_headings_is_told() {
    assert!(OF_2021.galat().is_empty());
    for (book, galat) in [
        (Book { titles: &["DATA KOPERASI TAHUN 2020"], ..OF_2021 }, "tahun-berselisih@A1"),
        (Book { sheet: "2020", ..OF_2021 }, "tahun-berselisih"),
        (Book { file: "Keragaan 2020.xlsx", ..OF_2021 }, "tahun-berselisih"),
    ] {
        let told = book.galat();
        assert!(told.len() == 1 && told[0].starts_with(galat), "{galat}: {told:?}");
    }
    let column = Book { beside: Some(("Tahun", &["2020"])), ..OF_2021 };
    assert_eq!(column.galat(), ["tahun-berselisih@E2"]);
    let noted = Book { note: "Catatan: data tahun 2020", ..OF_2021 };
    let read = noted.office("data/*.xlsx").needs(2021, &["volume_usaha"]).read();
    assert_eq!(read.has(Kode::KeteranganMembatasi).len(), 1);
}

#[test]
fn another_year_beside_that_of_a_column_is_told() {
    let of_column = Book { beside: Some(("Tahun", &["2021"])), ..PLAIN };
    assert!(of_column.galat().is_empty());
    for book in [
        Book { titles: &["DATA KOPERASI TAHUN 2020"], ..of_column },
        Book { sheet: "2020", ..of_column },
        Book { file: "Keragaan 2020.xlsx", ..of_column },
    ] {
        let told = book.galat();
        assert!(told.len() == 1 && told[0].starts_with("tahun-berselisih"), "{told:?}");
    }
}

#[test]
fn another_year_beside_that_of_the_profile_is_told() {
    let galat = |book: Book| {
        let office = book.office("data/*.xlsx").source(|sumber| sumber.tahun = Some(SumberTahun::Tetap(Year(2021))));
        office.needs(2021, &["volume_usaha"]).read().galat()
    };
    assert!(galat(PLAIN).is_empty());
    assert_eq!(galat(Book { beside: Some(("Tahun", &["2020"])), ..PLAIN }), ["tahun-berselisih@E2"]);
    // Of few rows each is told.
    let few = galat(Book { beside: Some(("Tahun", &["2020", "2021", "2021", "2020", "2021"])), ..PLAIN });
    assert_eq!(few, ["periode-berbeda@E2", "periode-berbeda@E5"]);
    assert_eq!(galat(Book { titles: &["TAHUN 2020"], ..PLAIN }), ["tahun-berselisih@A1"]);
    assert_eq!(galat(Book { file: "Keragaan 2019.xlsx", ..PLAIN }).len(), 1);
    // A file of the year after was made then; years of many kinds are of something else.
    assert!(galat(Book { file: "Keragaan 2022.xlsx", ..PLAIN }).is_empty());
    assert!(galat(Book { beside: Some(("Tahun", &["2015", "2018", "2019", "2020", "2021"])), ..PLAIN }).is_empty());
}

#[test]
fn years_that_agree_are_no_contradiction() {
    let of_column = Book { beside: Some(("Tahun", &["2021"])), ..PLAIN };
    let beside = Book { heading: "Volume Usaha 2020", beside: Some(("Volume Usaha 2021", &["15000000"])), ..PLAIN };
    for book in [
        Book { titles: &["DATA KOPERASI", "TAHUN 2021"], sheet: "2021", file: "Keragaan 2021.xlsx", ..OF_2021 },
        Book { titles: &["DATA KOPERASI TAHUN 2020-2021"], ..OF_2021 },
        Book { titles: &["RAT TAHUN 2022"], ..OF_2021 },
        Book { titles: &["TAHUN BUKU 2021 (RAT TAHUN 2022)"], file: "Keragaan 2022.xlsx", ..of_column },
        Book { titles: &["KEADAAN PER 31 DESEMBER 2021"], sheet: "Des 2021", ..of_column },
        Book { titles: &["PERKEMBANGAN KOPERASI TAHUN 2020 DAN 2021"], sheet: "2021", ..beside },
        Book { titles: &["DATA KOPERASI TAHUN 2022"], sheet: "2022", ..beside },
        Book { titles: &["DATA KOPERASI TAHUN 2020"], ..beside },
    ] {
        assert!(book.galat().is_empty(), "{:?} {:?}: {:?}", book.titles, book.heading, book.galat());
    }
}

#[test]
fn a_file_of_several_years_is_called_by_any_of_them() {
    let office = Office::new(Dictionary::Keragaan, &["data/Keragaan 2019.xlsx"], &["nomor_bh"]);
    let office = office.xlsx("Keragaan 2019.xlsx", |workbook| {
        for year in [2019, 2020, 2021] {
            let sheet = workbook.add_worksheet().set_name(year.to_string()).unwrap();
            for (column, heading) in (0..).zip(["Nama Koperasi", "Nomor Badan Hukum", "Volume Usaha"]) {
                sheet.write(0, column, heading).unwrap();
            }
            for (row, name) in (1..).zip(NAMES) {
                sheet.write(row, 0, name).unwrap();
                sheet.write(row, 1, format!("518/{row}/BH/199{row}")).unwrap();
                sheet.write(row, 2, 7_313_337 * row + year - 2_000).unwrap();
            }
        }
    });
    let read = office.needs(2021, &["volume_usaha"]).read();
    assert!(read.galat().is_empty(), "{:?}", read.galat());
}

#[test]
fn a_folder_of_another_year_is_told() {
    let office = OF_2021.office("data/*.xlsx");
    let folder = office.folder.path().join("data/2020");
    std::fs::create_dir(&folder).unwrap();
    std::fs::rename(office.folder.path().join("data").join(OF_2021.file), folder.join(OF_2021.file)).unwrap();
    let office = office.source(|sumber| sumber.berkas = vec![written("data/2020/*.xlsx")]);
    let told = office.needs(2021, &["volume_usaha"]).read().galat();
    assert!(told.len() == 1 && told[0].starts_with("tahun-berselisih"), "{told:?}");
}

#[test]
fn plain_rupiah_against_a_scale_is_told() {
    let scaled = Book { titles: &["DATA KOPERASI TAHUN 2021", "(dalam ribuan rupiah)"], ..PLAIN };
    let headed = Book { titles: &["DATA KOPERASI TAHUN 2021"], heading: "Volume Usaha (Rp ribu)", ..PLAIN };
    let named = Book { titles: &["DATA KOPERASI TAHUN 2021"], file: "Keragaan (ribuan).xlsx", ..PLAIN };
    for book in [scaled, headed, named] {
        let galat = |book: Book| book.office(&format!("data/{}", book.file)).needs(2021, &["volume_usaha"]).read().galat();
        assert!(galat(book).is_empty(), "{:?}", galat(book));
        for other in [
            Book { beside: Some(("Satuan", &["Rp"])), ..book },
            Book { sheet: "Rupiah", ..book },
            Book { sheet: "Data (Rp)", ..book },
            Book { sheet: "Data jutaan", ..book },
        ] {
            let told = galat(other);
            assert!(told.len() == 1 && told[0].starts_with("satuan-berselisih"), "{:?} {:?}: {told:?}", book.titles, other.sheet);
        }
    }
    let of_rows = Book { titles: &["DATA KOPERASI TAHUN 2021"], beside: Some(("Satuan", &["Ribu Rp"])), ..PLAIN };
    for (sheet, told) in [("Sheet1", 0), ("Data Ribuan Rp", 0), ("Rupiah", 1), ("Data Rp", 1)] {
        let office = Book { sheet, ..of_rows }.office("data/Keragaan.xlsx");
        assert_eq!(office.needs(2021, &["volume_usaha"]).read().galat().len(), told, "{sheet}");
    }
    let file = Book { file: "Keragaan (rupiah).xlsx", ..headed };
    let told = file.office("data/Keragaan (rupiah).xlsx").needs(2021, &["volume_usaha"]).read().galat();
    assert!(told.len() == 1 && told[0].starts_with("satuan-berselisih"), "{told:?}");
}

#[test]
fn plain_rupiah_everywhere_is_no_contradiction() {
    let title = ["DATA KOPERASI TAHUN 2021"];
    for book in [
        Book { titles: &title, beside: Some(("Satuan", &["Rp"])), sheet: "Rupiah", ..PLAIN },
        Book { titles: &title, heading: "Volume Usaha (Rp)", beside: Some(("Satuan", &["Rupiah"])), ..PLAIN },
        // The unit of other things in a table in thousands.
        Book { titles: &["DATA KOPERASI TAHUN 2021", "(dalam ribuan rupiah)"], beside: Some(("Satuan", &["Ribu Rp"])), ..PLAIN },
    ] {
        let office = book.office("data/Keragaan.xlsx");
        assert!(office.needs(2021, &["volume_usaha"]).read().galat().is_empty(), "{:?}", book.heading);
    }
    // The profile settles it, and what it overrules is told.
    let book = Book { titles: &["TAHUN 2021", "(dalam ribuan rupiah)"], beside: Some(("Satuan", &["Rp"])), ..PLAIN };
    let office = book.office("data/Keragaan.xlsx").source(|sumber| sumber.satuan_uang = Some(SatuanUang::Rupiah));
    let read = office.needs(2021, &["volume_usaha"]).read();
    assert!(read.galat().is_empty());
    assert_eq!(read.has(Kode::MenurutProfil).len(), 1);
}

#[test]
fn a_scale_left_open_under_the_heading_or_in_a_note_is_told() {
    let own = Book { titles: &["TAHUN 2021"], ..PLAIN };
    for book in [
        Book { under: "(K)", ..own },
        Book { note: "Catatan : angka (Rp 1.000.000)", ..own },
        Book { note: "(Rp. 1.000,-)", ..own },
    ] {
        let told = book.galat();
        assert!(told.len() == 1 && told[0].starts_with("satuan-berselisih"), "{:?} {:?}: {told:?}", book.under, book.note);
    }
    let sum = |book: Book| book.office("data/*.xlsx").needs(2021, &["volume_usaha"]).read().sum(2021, "volume_usaha").unwrap();
    for under in ["(.000)", "(000)", "(,000)"] {
        assert_eq!(sum(Book { under, ..own }), sum(own) * rust_decimal::Decimal::ONE_THOUSAND, "{under}");
    }
    for note in ["Modal awal (Rp 1.000.000)", "Catatan: bantuan Rp 1.000.000 untuk KUD", "Sumber: Dinas Koperasi"] {
        assert!(Book { note, ..own }.galat().is_empty(), "{note}");
    }
}

#[test]
fn a_time_noted_below_is_heard_behind_its_label() {
    let told = |note: &str| {
        let office = Book { titles: &["DATA KOPERASI TAHUN 2021"], note, ..PLAIN }.office("data/*.xlsx");
        let read = office.needs(2021, &["volume_usaha"]).read();
        assert!(read.galat().is_empty(), "{note}: {:?}", read.galat());
        read.has(Kode::KeteranganMembatasi).len()
    };
    for note in ["per 30 Juni 2021", "Sumber : ODS per 30 September 2021", "Catatan: TRIWULAN III", "Ket. : Tahun 2020"] {
        assert_eq!(told(note), 1, "{note}");
    }
    for note in ["Pasuruan, 30 Juni 2022", "dicetak 30 Juni 2022", "Sumber: Bidang Koperasi, Januari 2022", "Catatan: Tahun 2021"]
    {
        assert_eq!(told(note), 0, "{note}");
    }
}
