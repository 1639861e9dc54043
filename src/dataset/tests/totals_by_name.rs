//! Totals that stand by name above, beside or below a table, or on another sheet.

use crate::dataset::fixture::{Office, Outcome};
use crate::profile::{Dictionary, JenisIsian, SumberTahun};
use rust_xlsxwriter::{Formula, Workbook, Worksheet};

/// Five koperasi of 250 members and 31.005.005 rupiah together.
const ROWS: [(&str, u32, u32); 5] = [
    ("KSU Rejeki", 40, 5_001_001),
    ("KUD Makmur", 45, 6_001_001),
    ("Kopwan Melati", 50, 7_001_001),
    ("KSP Abadi", 55, 4_001_001),
    ("Kopkar Sejahtera", 60, 9_001_001),
];

/// The list from this row on.
fn list(sheet: &mut Worksheet, from: u32) {
    for (column, heading) in (0..).zip(["No", "Nama Koperasi", "Nomor Badan Hukum", "Jumlah Anggota", "Volume Usaha"]) {
        sheet.write(from, column, heading).unwrap();
    }
    for (at, (name, anggota, volume)) in (1..).zip(ROWS) {
        sheet.write(from + at, 0, at).unwrap();
        sheet.write(from + at, 1, name).unwrap();
        sheet.write(from + at, 2, format!("51{at}/BH/199{at}")).unwrap();
        sheet.write(from + at, 3, anggota).unwrap();
        sheet.write(from + at, 4, volume).unwrap();
    }
}

/// Cells as they are typed: `a | b`, numbers as numbers.
fn line(sheet: &mut Worksheet, row: u32, column: u16, text: &str) {
    for (at, cell) in (column..).zip(text.split('|').map(str::trim)) {
        match cell.parse::<f64>() {
            Ok(number) => sheet.write(row, at, number).unwrap(),
            Err(_) if cell.is_empty() => sheet,
            Err(_) => sheet.write(row, at, cell).unwrap(),
        };
    }
}

/// `kode@cell` of what is told above a note.
fn told(write: impl FnOnce(&mut Workbook)) -> Vec<String> {
    let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", write);
    let read = office.needs(2021, &["volume_usaha", "anggota"]).read();
    let grave = read.temuan.iter().filter(|temuan| temuan.tingkat() != crate::diagnostic::Tingkat::Catatan);
    let place = |temuan: &crate::diagnostic::Temuan| temuan.at.sel.map(|sel| sel.to_string()).unwrap_or_default();
    grave.map(|temuan| format!("{}@{}", temuan.kode().text(), place(temuan))).collect()
}

fn above(lines: &[&str]) -> Vec<String> {
    told(|workbook| {
        let sheet = workbook.add_worksheet();
        line(sheet, 0, 0, "DATA KOPERASI TAHUN 2021");
        (1..).zip(lines).for_each(|(row, text)| line(sheet, row, 0, text));
        list(sheet, 5);
    })
}

fn beside(lines: &[&str]) -> Vec<String> {
    told(|workbook| {
        let sheet = workbook.add_worksheet();
        list(sheet, 0);
        (2..).zip(lines).for_each(|(row, text)| line(sheet, row, 6, text));
    })
}

fn below(text: &str) -> Vec<String> {
    told(|workbook| {
        let sheet = workbook.add_worksheet();
        list(sheet, 0);
        line(sheet, 8, 0, text);
    })
}

fn elsewhere(name: &str, lines: &[&str]) -> Vec<String> {
    told(|workbook| {
        list(workbook.add_worksheet().set_name("Data").unwrap(), 0);
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        (0..).zip(lines).for_each(|(row, text)| line(sheet, row, 0, text));
    })
}

#[test]
fn totals_above_the_table() {
    let none: [&str; 0] = [];
    assert_eq!(
        above(&["Jumlah Koperasi | : | 5 | unit", "Jumlah Anggota | : | 250 | orang", "Total Volume Usaha | : | Rp 31.005.005"]),
        none
    );
    assert_eq!(above(&["Jumlah Koperasi | : | 6 | unit"]), ["cacah-berbeda@A2"]);
    assert_eq!(above(&["Jumlah Anggota | : | 9999 | orang"]), ["jumlah-tidak-sama@C2"]);
    assert_eq!(above(&["Jumlah Anggota : 9.999 orang"]), ["jumlah-tidak-sama@A2"]);
    assert_eq!(above(&["Total Volume Usaha | : | Rp 41.005.005"]), ["jumlah-tidak-sama@C2"]);
    assert_eq!(above(&["Volume usaha koperasi tahun 2021 sebesar Rp 31.005.005 dari 5 koperasi"]), none);
    assert_eq!(above(&["Volume usaha koperasi tahun 2021 sebesar Rp 41.005.005 dari 5 koperasi"]), ["jumlah-tidak-sama@A2"]);
    assert_eq!(above(&["Volume usaha koperasi tahun 2021 sebesar Rp 31.005.005 dari 6 koperasi"]), ["cacah-berbeda@A2"]);
    // In millions, rounded; another year's; another thing's; of a committee; of some.
    for text in
        ["Total volume usaha Rp 31,01 juta", "Jumlah Anggota DPRD | 30", "Anggota : 3 orang", "Jumlah Anggota | 240 | 250"]
    {
        assert_eq!(above(&[text]), none, "{text}");
    }
    assert_eq!(above(&["Total volume usaha Rp 31,2 juta"]), ["jumlah-tidak-sama@A2"]);
}

#[test]
fn bare_sums_over_the_headings() {
    let none: [&str; 0] = [];
    let sums = |text: &str| {
        told(|workbook| {
            let sheet = workbook.add_worksheet();
            line(sheet, 0, 3, text);
            list(sheet, 1);
        })
    };
    assert_eq!(sums("250 | 31005005"), none);
    assert_eq!(sums("250 | 41005005"), ["jumlah-tidak-sama@E1"]);
    // No sums at all: numbers of the columns.
    assert_eq!(sums("4 | 5"), none);
}

#[test]
fn totals_beside_and_below_the_table() {
    let none: [&str; 0] = [];
    assert_eq!(beside(&["Jumlah Koperasi : 5", "Total Volume Usaha : Rp 31.005.005"]), none);
    assert_eq!(beside(&["Jumlah Koperasi : 6"]), ["cacah-berbeda@G3"]);
    assert_eq!(beside(&["Total Volume Usaha : Rp 41.005.005"]), ["jumlah-tidak-sama@G3"]);
    // Of two groups each.
    assert_eq!(beside(&["Jumlah Anggota : 85 orang", "Jumlah Anggota : 165 orang"]), none);
    assert_eq!(below("Keterangan: jumlah koperasi aktif 3, tidak aktif 2"), none);
    assert_eq!(below("Keterangan: jumlah koperasi aktif 3, tidak aktif 3"), ["cacah-berbeda@A9"]);
}

#[test]
fn totals_on_a_sheet_of_their_own() {
    let none: [&str; 0] = [];
    let title = "RINGKASAN DATA KOPERASI 2021";
    let right = [
        "No | Uraian | Jumlah | Satuan",
        "1 | Jumlah Koperasi | 5 | unit",
        "2 | Jumlah Anggota | 250 | orang",
        "3 | Volume Usaha | 31005005 | Rp",
    ];
    assert_eq!(elsewhere("Ringkasan", &[&[title], &right[..]].concat()), none);
    let told = ["lembar-tidak-dibaca@"];
    for (at, wrong) in
        [(1, "1 | Jumlah Koperasi | 6 | unit"), (2, "2 | Jumlah Anggota | 9999 | orang"), (3, "3 | Volume Usaha | 41005005 | Rp")]
    {
        let mut lines = right;
        lines[at] = wrong;
        assert_eq!(elsewhere("Ringkasan", &[&[title], &lines[..]].concat()), told, "{wrong}");
        // Another year's, and a plan's.
        assert_eq!(elsewhere("Ringkasan 2020", &lines), none);
        assert_eq!(elsewhere("Ringkasan", &[&["TARGET KOPERASI 2021"], &lines[..]].concat()), none);
    }
    // Who they are.
    assert_eq!(elsewhere("Tim", &["Jabatan | Jumlah", "Ketua | 1", "Anggota | 3"]), none);
}

#[test]
fn a_second_total_of_the_whole_list() {
    let none: [&str; 0] = [];
    let pages = |last: &str| {
        told(|workbook| {
            let sheet = workbook.add_worksheet();
            list(sheet, 0);
            line(sheet, 6, 1, "JUMLAH | | 250 | 31005005");
            for (row, at) in (7..).zip([6, 7, 8_u32]) {
                line(
                    sheet,
                    row,
                    0,
                    &format!("{at} | KSU Nomor {at} | 52{at}/BH/1998 | {} | {}", 30 + at, 8_001_001 + at * 1_111),
                );
            }
            line(sheet, 10, 1, last);
        })
    };
    // Of all pages, of its own page, of neither.
    assert_eq!(pages("JUMLAH | | 361 | 55031339"), none);
    assert_eq!(pages("JUMLAH | | 111 | 24026334"), none);
    assert_eq!(pages("JUMLAH | | 361 | 55031340"), ["jumlah-tidak-sama@E11"]);
}

#[test]
fn a_list_that_goes_on_beside_itself() {
    let with = |headings: &str, first: u32| {
        told(|workbook| {
            let sheet = workbook.add_worksheet();
            list(sheet, 0);
            line(sheet, 0, 6, headings);
            for (row, at) in (1..).zip(first..first + 4) {
                line(
                    sheet,
                    row,
                    6,
                    &format!("{at} | KSU Nomor {at} | 52{at}/BH/1998 | {} | {}", 30 + at, 8_001_001 + at * 1_111),
                );
            }
        })
    };
    assert_eq!(with("No | Nama | BH | Anggota | Volume", 6), ["tabel-tidak-dibaca@G2"]);
    assert_eq!(with("", 6), ["tabel-tidak-dibaca@G2"]);
    // Numbers of its own: some other list.
    assert_ne!(with("No | Nama | BH | Anggota | Volume", 1), ["tabel-tidak-dibaca@G2"]);
}

#[test]
fn a_nilai_that_counts_nothing_is_told() {
    use crate::dataset::fixture::Outcome as _;
    use crate::diagnostic::Kode;
    let told = |nilai: Option<&str>| {
        let text = "No;Nama Koperasi;Nomor Badan Hukum;Volume Usaha\n1;KSP A;11/BH/1998;300111\n2;KUD B;12/BH/1998;200222\n;JUMLAH;;600000";
        let office = Office::keragaan().file("2021.csv", text).needs(2021, &["volume_usaha"]);
        let read = office.accepts(Kode::JumlahTidakSama, "data/2021.csv!D4", Some("600000"), nilai).read();
        (read.galat().len(), read.has(Kode::TerimaGugur).len())
    };
    assert_eq!(told(None), (0, 0));
    assert_eq!(told(Some("600.000")), (0, 1));
}

#[test]
fn a_list_of_lines_that_are_called_as_sums() {
    use crate::dataset::fixture::Outcome as _;
    use crate::profile::JenisIsian;
    let galat = |lines: [&str; 5]| {
        let rows = lines
            .iter()
            .enumerate()
            .map(|(at, line)| format!("{};{line};{};{};{}\n", at + 1, 50 + at * 7, 58 - at * 3, 108 + at * 4));
        let text = format!("No;Uraian;Gadingrejo;Purworejo;Jumlah\n{}", rows.collect::<String>());
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["u"])
            .kolom("u", "Uraian", Some(JenisIsian::Teks))
            .kolom("j", "Jumlah", Some(JenisIsian::Angka))
            .file("2021.csv", &text);
        office.needs(2021, &["u", "j"]).read().galat()
    };
    let none: [&str; 0] = [];
    assert_eq!(galat(["Jumlah Koperasi", "Koperasi Aktif", "Jumlah Anggota", "Jumlah Karyawan", "Koperasi RAT"]), none);
    // One of them among names of one kind.
    assert_eq!(galat(["Gadingrejo", "Purworejo", "Bugul Kidul", "Panggungrejo", "Jumlah Koperasi"]).len(), 1);
}

#[test]
fn a_sum_under_any_name_that_comes_again_each_year() {
    let told = |last: &str, counts: [[u32; 5]; 2]| {
        let places = ["Gadingrejo", "Purworejo", "Bugul Kidul", "Panggungrejo", last];
        let rows = |year: usize| (0..5).map(move |at| format!("{};BATIK;{};{}\n", places[at], counts[year][at], 2020 + year));
        let text = format!("Kecamatan;Jenis Usaha;Jumlah UMKM;Tahun\n{}", rows(0).chain(rows(1)).collect::<String>());
        let office = Office::new(Dictionary::None, &["data/u.csv"], &["w", "jenis"])
            .kolom("w", "Kecamatan", Some(JenisIsian::Teks))
            .kolom("jenis", "Jenis Usaha", Some(JenisIsian::Teks))
            .kolom("jml", "Jumlah UMKM", Some(JenisIsian::Angka))
            .file("u.csv", &text);
        let office = office.source(|sumber| {
            sumber.butir = Some("wilayah".to_owned());
            sumber.tahun = Some(SumberTahun::Kolom);
        });
        office.needs(2020, &["jml"]).needs(2021, &["jml"]).read().galat().len()
    };
    let sums = [[103, 120, 137, 154, 514], [106, 124, 142, 160, 532]];
    assert_eq!([told("Gabungan", sums), told("Se-Jawa Barat", sums), told("Konsolidasi", sums)], [2; 3]);
    // One year's chance, and small numbers in both.
    assert_eq!(told("Bakalan", [[103, 120, 137, 154, 514], [106, 124, 142, 160, 533]]), 0);
    assert_eq!(told("Bakalan", [[1, 2, 0, 3, 6], [2, 2, 1, 3, 8]]), 0);
}

#[test]
fn lines_of_a_template_that_nobody_filled_in_are_no_koperasi() {
    let told = |write: fn(&mut Worksheet, u32)| {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |book| {
            let sheet = book.add_worksheet();
            list(sheet, 0);
            (6..14).for_each(|row| write(sheet, row));
        });
        !office.needs(2021, &["volume_usaha"]).read().galat().is_empty()
    };
    let empty = |sheet: &mut Worksheet, row: u32| {
        sheet.write(row, 0, row).unwrap();
        for column in 1..5 {
            sheet.write(row, column, Formula::new("=Form!B9").set_result("0")).unwrap();
        }
    };
    assert!(told(empty));
    assert!(!told(|_, _| ()));
}
