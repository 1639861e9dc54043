//! Years, periods, units and headings as offices write them: read right, or told.

use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::Kode;
use crate::profile::{Dictionary, SumberTahun};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

const ROWS: [(&str, &str, &str); 3] =
    [("KUD Tirta", "1/BH", "1345678"), ("KSU Mekar", "2/BH", "8000123"), ("KPRI Bahari", "3/BH", "25111222")];

/// A file with these titles, this heading over the volume, and a column more.
fn text(titles: &[&str], heading: &str, more: &str, of_row: &dyn Fn(usize) -> String) -> String {
    let titles: String = titles.iter().map(|title| format!("{title};;;;\n")).collect();
    let rows = ROWS
        .iter()
        .enumerate()
        .map(|(row, (nama, nomor, volume))| format!("{};{nama};{nomor};{volume};{}\n", row + 1, of_row(row)));
    format!("{titles}No;Nama Koperasi;Nomor BH;{heading};{more}\n{}", rows.collect::<String>())
}

fn with(titles: &[&str], heading: &str) -> Office {
    Office::keragaan().file("2021.csv", &text(titles, heading, "Ket", &|_| String::new())).needs(2021, &["volume_usaha"])
}

fn volume() -> Option<Decimal> {
    Some(Decimal::from(34_457_023))
}

#[test]
fn a_files_part_of_a_year_under_a_title_of_the_year() {
    let told = |file: &str, title: &str| {
        let office = Office::new(Dictionary::Keragaan, &[&format!("data/{file}.csv")], &["nomor_bh"]);
        let office = office.source(|sumber| sumber.tahun = Some(SumberTahun::Tetap(Year(2021))));
        let office = office.file(&format!("{file}.csv"), &text(&[title], "Volume Usaha", "Ket", &|_| String::new()));
        office.needs(2021, &["volume_usaha"]).read().has(Kode::KeteranganMembatasi).len()
    };
    for file in ["Keragaan TW III 2021", "Keragaan Semester I 2021", "Keragaan sd Juni 2021", "Keragaan Juni 2021"] {
        assert_eq!(told(file, "DATA KOPERASI TAHUN 2021"), 1, "{file}");
    }
    for file in ["Keragaan 2021", "Keragaan TW IV 2021", "Keragaan Desember 2021", "Keragaan per Maret 2022"] {
        assert_eq!(told(file, "DATA KOPERASI TAHUN 2021"), 0, "{file}");
    }
}

#[test]
fn a_note_of_the_scale_that_the_heading_has() {
    let told = |heading: &str, note: &str| {
        let file = format!("{};;;;\n;{note};;;\n", text(&[], heading, "Ket", &|_| String::new()));
        let read = Office::keragaan().file("2021.csv", &file).needs(2021, &["volume_usaha"]).read();
        read.galat().len() + read.has(Kode::KeteranganMembatasi).len()
    };
    for note in ["Catatan: angka dalam ribuan", "Angka dalam ribu rupiah"] {
        assert_eq!(told("Volume Usaha (ribuan)", note), 0, "{note}");
    }
    assert!(told("Volume Usaha (ribuan)", "Catatan: angka dalam jutaan") > 0);
    assert!(told("Volume Usaha (Rp)", "Catatan: angka dalam ribuan") > 0);
    assert!(told("Volume Usaha (ribuan)", "Catatan: angka perkiraan dalam ribuan") > 0);
    // A sheet's name says so too.
    let named = |name: &str, heading: &str| {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |workbook| {
            let sheet = workbook.add_worksheet().set_name(name).unwrap();
            for (column, heading) in (0..).zip(["Nama Koperasi", "Nomor BH", heading]) {
                sheet.write(0, column, heading).unwrap();
            }
            for (row, (nama, nomor, volume)) in (1..).zip(ROWS) {
                sheet.write(row, 0, nama).unwrap();
                sheet.write(row, 1, nomor).unwrap();
                sheet.write(row, 2, volume.parse::<u32>().unwrap()).unwrap();
            }
        });
        let read = office.needs(2021, &["volume_usaha"]).read();
        (read.galat().len() + read.has(Kode::KeteranganMembatasi).len(), read.sum(2021, "volume_usaha"))
    };
    let thousands = volume().map(|volume| volume * Decimal::from(1_000));
    assert_eq!(named("Data (ribuan)", "Volume Usaha (ribuan)"), (0, thousands));
    assert_eq!(named("Data (ribuan)", "Volume Usaha"), (0, thousands));
    assert!(named("Data (ribuan)", "Volume Usaha (juta)").0 > 0);
}

#[test]
fn a_part_of_a_year_is_no_year() {
    for title in [
        "KEADAAN NOPEMBER 2021",
        "PER 30-06-2021",
        "Posisi Pebruari 2021",
        "s/d Ags 2021",
        "TRIW. III 2021",
        "Q3 2021",
        "KW III TH 2021",
        "Catur Wulan II 2021",
        "TAHUN 2021 (9 bulan)",
        "s/d bulan ke-9 tahun 2021",
        "Sem. 1 Th. 2021",
    ] {
        assert_eq!(with(&[title], "Volume Usaha").read().has(Kode::PeriodeBerbeda).len(), 1, "{title}");
    }
    for heading in ["Volume Usaha Desember", "Volume Usaha TW IV", "Volume Usaha s/d TW III", "Volume Usaha Jan-Jun"] {
        assert_eq!(with(&[], heading).read().galat(), ["periode-berbeda@D"], "{heading}");
    }
    for title in ["TAHUN 2021", "PER 31-12-2021", "KEADAAN DESEMBER 2021", "Th. 21", "s/d TW IV 2021", "Pasuruan, 12-01-2022"] {
        let read = with(&[title], "Volume Usaha (Rp)").read();
        assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), volume()), "{title}");
    }
    let december = with(&[], "Volume Usaha s/d Desember 2021").read();
    assert_eq!((december.galat(), december.sum(2021, "volume_usaha")), (Vec::new(), volume()));
}

#[test]
fn a_column_of_one_part_of_the_year_makes_it_one_whatever_its_heading() {
    for heading in ["Posisi", "Waktu", "Keterangan", "Masa Laporan"] {
        for value in ["30 Juni 2021", "TW III", "30-06-2021"] {
            let file = text(&[], "Volume Usaha", heading, &|_| value.to_owned());
            let read = Office::keragaan().file("2021.csv", &file).needs(2021, &["volume_usaha"]).read();
            assert_eq!(read.has(Kode::PeriodeBerbeda).len(), 1, "{heading} {value}");
        }
        // The same koperasi again and again, a quarter each.
        let quarters: String = ["31 Maret 2021", "30 Juni 2021"]
            .iter()
            .enumerate()
            .map(|(at, day)| {
                ROWS.iter().map(|(nama, nomor, volume)| format!("{at};{nama};{nomor};{volume}{at};{day}\n")).collect::<String>()
            })
            .collect();
        let file = format!("No;Nama Koperasi;Nomor BH;Volume Usaha;{heading}\n{quarters}");
        let read = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[])
            .file("2021.csv", &file)
            .needs(2021, &["volume_usaha"])
            .read();
        assert!(read.galat().contains(&"periode-berbeda@E".to_owned()), "{heading}: {:?}", read.galat());
    }
}

#[test]
fn another_year_is_refused_in_every_spelling() {
    for title in ["31-12-20", "Th. 20", "TA 2020", "Jumlah Koperasi Menurut Kecamatan Tahun 2020", "Per tanggal 31-12-2020"] {
        assert_eq!(with(&[title], "Volume Usaha").read().galat(), ["tahun-berselisih@A1"], "{title}");
        let said = with(&[title], "Volume Usaha").source(|sumber| sumber.tahun = Some(SumberTahun::Tetap(Year(2021))));
        assert_eq!(said.read().galat(), ["tahun-berselisih@A1"], "{title}");
    }
}

#[test]
fn a_plan_is_never_taken_for_the_realisasi() {
    for title in ["RAPB KOPERASI 2021", "PROGNOSA USAHA KOPERASI", "OMSET KOPERASI PER BULAN"] {
        assert_eq!(with(&[title], "Volume Usaha").read().galat(), ["judul-membatasi@A1"], "{title}");
    }
    let under = |parent: &str| {
        let rows: String = ROWS.iter().map(|(nama, nomor, volume)| format!("1;{nama};{nomor};1;2;{volume};3\n")).collect();
        let file = format!(
            "No;Nama Koperasi;Nomor BH;{parent};{parent};Realisasi;Realisasi\n;;;Volume Usaha;SHU;Volume Usaha;SHU\n{rows}"
        );
        Office::keragaan().file("2021.csv", &file).needs(2021, &["volume_usaha"]).read()
    };
    for parent in ["RAPB", "Pagu", "Estimasi", "Sebelum", "Blablabla"] {
        let read = under(parent);
        assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), volume()), "{parent}");
    }
}

#[test]
fn remarks_beside_amounts_are_told() {
    for remark in ["per bulan", "TW IV", "/bulan"] {
        let file = text(&[], "Volume Usaha", "Ket", &|row| if row == 1 { remark.to_owned() } else { String::new() });
        let read = Office::keragaan().file("2021.csv", &file).needs(2021, &["volume_usaha"]).read();
        assert!(!read.has(Kode::KeteranganMembatasi).is_empty() || !read.galat().is_empty(), "{remark}");
    }
}

#[test]
fn units_are_read_where_they_stand_and_amounts_are_none() {
    for heading in ["Sat.", "Unit", "Satuan Uang", "Satuan (Rp)", "Keterangan"] {
        let file = text(&[], "Volume Usaha", heading, &|_| "Juta Rp".to_owned());
        let read = Office::keragaan().file("2021.csv", &file).needs(2021, &["volume_usaha"]).read();
        assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(34_457_023_000_000_i64)), "{heading}");
    }
    let grant = with(&["PENERIMA HIBAH (Rp. 1.000.000,-) TAHUN 2021"], "Volume Usaha").read();
    assert_eq!((grant.galat(), grant.sum(2021, "volume_usaha")), (Vec::new(), volume()));
    for heading in ["Volume Usaha (orang)", "Volume Usaha (Unit)"] {
        assert_eq!(with(&[], heading).read().galat(), ["satuan-berselisih@D"], "{heading}");
    }
    for heading in ["Volume Usaha (kg)", "Volume Usaha (%)", "Volume Usaha US$", "Volume Usaha ($)", "Volume Usaha (€)"] {
        assert!(!with(&[], heading).read().galat().is_empty(), "{heading}");
    }
}

#[test]
fn quarters_with_their_sum_are_read_by_it() {
    let quarters = |heads: &str, cells: &str| {
        let count = heads.split(';').count();
        let rows: String =
            ROWS.iter().map(|(nama, nomor, volume)| format!("1;{nama};{nomor};{}\n", cells.replace('V', volume))).collect();
        let file = format!("No;Nama Koperasi;Nomor BH{}\n;;;{heads}\n{rows}", ";Volume Usaha".repeat(count));
        Office::keragaan().file("2021.csv", &file).needs(2021, &["volume_usaha"]).read()
    };
    let whole = quarters("TW I;TW II;TW III;TW IV;Jumlah", "0;-;0;V;V");
    assert_eq!((whole.galat(), whole.sum(2021, "volume_usaha")), (Vec::new(), volume()));
    // Three quarters make no year.
    assert!(!quarters("TW I;TW II;TW III;Jumlah", "1;2;3;V").galat().is_empty());
}

#[test]
fn years_of_founding_and_rows_without_a_year_are_told() {
    let office = |years: [&str; 6]| {
        let rows: String = years.iter().enumerate().map(|(row, year)| format!("{row};Usaha {row};{year};100\n")).collect();
        Office::new(Dictionary::Umkm, &["data/a.csv"], &[])
            .source(|sumber| sumber.tahun = Some(SumberTahun::Kolom))
            .file("a.csv", &format!("No;Nama Usaha;Tahun;Omset\n{rows}"))
            .needs(2021, &["omset"])
            .read()
    };
    let founded = office(["1990", "1996", "2003", "2011", "2015", "2021"]);
    assert_eq!(founded.has(Kode::TahunBerdiri).len(), 1);
    // Nobody is there in two years, however near they are; not where most rows are of one.
    for (years, told) in
        [(["2019", "2020", "2021", "2019", "2020", "2021"], 1), (["2021", "2021", "2021", "2021", "2021", "2020"], 0)]
    {
        assert_eq!(office(years).has(Kode::TahunBerdiri).len(), told, "{years:?}");
    }
    let rows = "1;Usaha A;2020;100\n2;Usaha B;2020;120\n3;Usaha A;2021;110\n4;Usaha B;2021;130\n";
    let again = Office::new(Dictionary::Umkm, &["data/a.csv"], &[])
        .source(|sumber| sumber.tahun = Some(SumberTahun::Kolom))
        .file("a.csv", &format!("No;Nama Usaha;Tahun;Omset\n{rows}"));
    assert!(again.needs(2021, &["omset"]).read().has(Kode::TahunBerdiri).is_empty());
    let blank = office(["2021", "", "", "", "2021", "2021"]);
    assert_eq!(blank.galat(), ["tahun-kosong@C"]);
    assert!(office(["2021"; 6]).galat().is_empty());
}

#[test]
fn a_year_whose_last_parts_stand_empty_is_not_over() {
    let read = |heads: &[&str], rows: [&[&str]; 3]| {
        let parents = ";Volume Usaha".repeat(heads.len());
        let rows: String = (1..).zip(rows).map(|(n, cells)| format!("{n};KSP {n} Jaya;{n}0/BH;{}\n", cells.join(";"))).collect();
        let text = format!("No;Nama Koperasi;Nomor BH{parents}\n;;;{}\n{rows}", heads.join(";"));
        Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read().galat()
    };
    let quarters = ["TW I", "TW II", "TW III", "TW IV", "Jumlah"];
    for last in ["", "0", "-"] {
        let rows = [
            ["1001", "2002", "3003", last, "6006"],
            ["1011", "2022", "3033", last, "6066"],
            ["1111", "2222", "3333", last, "6666"],
        ];
        assert_eq!(read(&quarters, [&rows[0], &rows[1], &rows[2]]), ["periode-berbeda@G"], "{last:?}");
    }
    // One koperasi that did no business in the last quarter, one that began in it, is a koperasi's own matter.
    let rows = [["1001", "2002", "3003", "", "6006"], ["1011", "2022", "3033", "4044", "10110"], ["", "", "", "3333", "3333"]];
    assert_eq!(read(&quarters, [&rows[0], &rows[1], &rows[2]]), Vec::<String>::new());
    let heads: Vec<&str> = "Jan;Peb;Mar;Apr;Mei;Juni;Juli;Agust;Sept;Okt;Nop;Des;Jumlah".split(';').collect();
    let year = |n: i64| -> Vec<String> {
        let own = (1..=10).map(|month| (month * 1_003 + n).to_string());
        own.chain([String::new(), String::new(), (55 * 1_003 + 10 * n).to_string()]).collect()
    };
    let rows: Vec<Vec<String>> = (1..=3).map(year).collect();
    let cells: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    assert_eq!(read(&heads, [&cells[0], &cells[1], &cells[2]]).len(), 1);
}
