//! What an auditor found read wrong in silence: units of another column, months taken for years, lists below the
//! list, rows that tell of others.

use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::{Checked, Kode};
use rust_decimal::Decimal;

const HEAD: &str = "No;Nama Koperasi;Nomor BH;Kecamatan;Volume Usaha;SHU;Jumlah Anggota;Aset";
const ROWS: &str = "1;KSU Mawar;11/BH/1990;Gadingrejo;1358023;50000;20;1004567
    2;KSU Melati;12/BH/1991;Purworejo;1738261;51111;21;2005678
    3;KSP Anggrek;13/BH/1992;Gadingrejo;2118499;52222;22;3006789
    4;KUD Tani;14/BH/1993;Purworejo;3118490;53222;23;4006781";
const VOLUME: i64 = 8_333_273;
const ASET: i64 = 10_023_815;

fn read(above: &str, below: &str, isian: &str) -> Checked<crate::dataset::Dataset> {
    let above = if above.is_empty() { String::new() } else { format!("{above}\n") };
    Office::keragaan().file("2021.csv", &format!("{above}{HEAD}\n{ROWS}\n{below}")).needs(2021, &[isian]).read()
}

#[test]
fn a_unit_is_of_the_column_that_its_line_names() {
    let sum = |caption: &str, isian: &str| {
        let read = read(caption, "", isian);
        (read.galat(), read.sum(2021, isian))
    };
    let whole = |factor: i64| (Vec::new(), Some(Decimal::from(VOLUME * factor)));
    for caption in [
        "SHU dalam ribuan rupiah",
        "(dalam ribuan orang)",
        "(dalam ribu unit)",
        "(ribuan ton)",
        "Jumlah anggota dalam ribuan",
        "Ket: kolom SHU dalam ribuan rupiah",
        "(SHU dalam jutaan)",
        "REKAPITULASI SHU DAN VOLUME USAHA KOPERASI (SHU DALAM RIBUAN)",
        "DATA VOLUME USAHA KOPERASI TAHUN 2021 - SHU dalam ribuan rupiah",
        "SHU dan aset dalam ribuan rupiah",
        "dalam ribuan rupiah untuk SHU",
    ] {
        assert_eq!(sum(caption, "volume_usaha"), whole(1), "{caption}");
    }
    for caption in [
        "dalam ribuan rupiah",
        "Volume usaha dalam ribuan rupiah",
        "Volume usaha dan SHU dalam ribuan rupiah",
        "Angka dalam ribuan rupiah",
        "(dalam ribuan rupiah, anggota dalam orang)",
        "dalam ribuan rupiah kecuali SHU",
        "LAPORAN KERAGAAN KOPERASI TAHUN 2021 (dalam ribuan rupiah)",
        "REKAPITULASI SHU KOPERASI KOTA TAHUN 2021 (dalam ribuan rupiah)",
        "Unit: Rp ribu",
    ] {
        assert_eq!(sum(caption, "volume_usaha"), whole(1_000), "{caption}");
    }
    let each = "Volume dalam ribu, aset dalam juta";
    assert_eq!(sum(each, "volume_usaha"), whole(1_000));
    assert_eq!(sum(each, "aset"), (Vec::new(), Some(Decimal::from(ASET * 1_000_000))));
    // Named and left open, excepted, pointed at, against the table's own: nobody knows.
    for (caption, isian) in [
        ("dalam ribuan rupiah kecuali SHU", "shu"),
        ("kolom 6 dan 7 dalam ribuan rupiah", "volume_usaha"),
        ("dalam jutaan rupiah\nVolume usaha dalam ribuan rupiah", "volume_usaha"),
    ] {
        assert_eq!(sum(caption, isian).0.len(), 1, "{caption}");
    }
    // A count in thousands of people is no count.
    assert_eq!(sum("(dalam ribuan orang)", "anggota").0.len(), 1);
    assert_eq!(sum("Jumlah anggota dalam ribuan", "anggota").0.len(), 1);
    // Below the table as above it.
    assert_eq!(read("", "\nKet: SHU dalam ribuan rupiah", "volume_usaha").sum(2021, "volume_usaha"), whole(1).1);
}

#[test]
fn a_month_is_told_where_a_year_is_wanted() {
    let told = |title: &str, below: &str, isian: &str| {
        let read = read(title, below, isian);
        (read.has(Kode::PeriodeBerbeda).len(), read.has(Kode::KeteranganMembatasi).len())
    };
    assert_eq!(told("LAPORAN BULAN DESEMBER TAHUN 2021", "", "volume_usaha"), (0, 1));
    for title in ["KEADAAN BULAN DESEMBER 2021", "KEADAAN DESEMBER 2021", "per 31 Desember 2021", "s.d. bulan Desember 2021"] {
        assert_eq!(told(title, "", "volume_usaha"), (0, 0), "{title}");
    }
    // What stands at the year's end is the year's.
    assert_eq!(told("LAPORAN BULAN DESEMBER TAHUN 2021", "", "aset"), (0, 0));
    for note in ["Catatan: data sampai dengan bulan Oktober", "Data s/d September 2021"] {
        assert_eq!(told("TAHUN 2021", &format!("\n{note}"), "volume_usaha"), (1, 0), "{note}");
    }
    for note in ["Catatan: data sampai dengan bulan Desember", "RAT dilaksanakan sampai dengan bulan Maret"] {
        assert_eq!(told("TAHUN 2021", &format!("\n{note}"), "volume_usaha").0, 0, "{note}");
    }
}

#[test]
fn what_stands_below_the_list_is_told() {
    let told = |below: &str| {
        let read = read("", below, "volume_usaha");
        (read.galat(), read.has(Kode::LembarTidakDibaca).len())
    };
    for below in [
        "\n\nNo;Nama Usaha;Omset\n1;X;5000000\n2;Y;6000000",
        ";JUMLAH;;;8333273\n\n\nNo;Nama Usaha;Omset\n1;X;5000000\n2;Y;6000000",
        "\n\nKecamatan;Jumlah Koperasi;Volume Usaha\nGadingrejo;2;9000000\nPurworejo;2;9000000",
        "\n\nTambahan;5000000\nKSU X;7000000",
        "\n\n;;;;;;;;;Koperasi;Nilai\n;;;;;;;;;KSU X1;5000001\n;;;;;;;;;KSU X2;5000002",
    ] {
        assert_eq!(told(below), (Vec::new(), 1), "{below}");
    }
    for below in [
        "\n\nKecamatan;Jumlah Koperasi;Volume Usaha\nGadingrejo;2;3476522\nPurworejo;2;4856751",
        "\n\nKecamatan;Jumlah Koperasi\nGadingrejo;2\nPurworejo;2",
        "\n\nSumber: Bidang Koperasi\n\n;;;;Pasuruan, 12 Januari 2022\n;;;;Kepala Dinas\n;;;;NIP. 196405051993031012",
    ] {
        assert_eq!(told(below), (Vec::new(), 0), "{below}");
    }
}

#[test]
fn a_numbered_row_that_tells_of_the_others_is_asked_about() {
    for name in [
        "Rata-rata",
        "Selisih",
        "Tahun 2020",
        "Target",
        "Pindahan",
        "Maksimum",
        "Total Aset",
        "Realisasi",
        "Saldo",
        "Pertumbuhan (%)",
    ] {
        assert_eq!(read("", &format!("5;{name};;;2083318"), "volume_usaha").galat(), ["data-atau-jumlah@B6"], "{name}");
    }
    for row in ["5;KSU Jaya;;;2083311", "5;Maksimal Jaya;;;2083311", "5;Target;15/BH/1999;Purworejo;2083311"] {
        assert_eq!(read("", row, "volume_usaha").galat(), Vec::<String>::new(), "{row}");
    }
    // Without a number it is passed over, and told where the rows do not give its figure.
    let told = |row: &str| read("", row, "volume_usaha").has(Kode::KeteranganMembatasi).len();
    for row in [";Selisih;;;3762903", "Rata-rata;;;;5"] {
        assert_eq!(told(row), 1, "{row}");
    }
    for row in [";Rata-rata;;;2083318,25", ";Maksimum;;;3118490", ";Kenaikan (%);;;5,2"] {
        assert_eq!(told(row), 0, "{row}");
    }
}

#[test]
fn a_correction_is_told_however_small() {
    for (amount, galat) in [("555", 1), ("-5", 1), ("5555", 1), ("1", 0), ("2", 0), ("", 0)] {
        let file = format!(
            "No;Nama Koperasi;Nomor BH;Volume Usaha;Koreksi\n1;KSU Mawar;1/BH;1358023;\n2;KSU Melati;2/BH;1738261;{amount}\n"
        );
        let read = Office::keragaan().file("2021.csv", &file).needs(2021, &["volume_usaha"]).read();
        assert_eq!(read.has(Kode::KolomKoreksi).len(), galat, "{amount}");
    }
}

#[test]
fn a_unit_in_a_sheets_name_is_of_the_column_that_the_name_names() {
    let sum = |name: &str, isian: &str| {
        let write = |workbook: &mut rust_xlsxwriter::Workbook| {
            let sheet = workbook.add_worksheet().set_name(name).unwrap();
            for (row, line) in std::iter::once(HEAD).chain(ROWS.lines().map(str::trim)).enumerate() {
                for (column, text) in line.split(';').enumerate() {
                    let at = (row as u32, column as u16);
                    match text.parse::<f64>() {
                        Ok(number) => sheet.write_number(at.0, at.1, number).unwrap(),
                        Err(_) => sheet.write_string(at.0, at.1, text).unwrap(),
                    };
                }
            }
        };
        let office = Office::new(crate::profile::Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]);
        office.xlsx("2021.xlsx", write).needs(2021, &[isian]).read().sum(2021, isian)
    };
    let (volume, shu) = (Decimal::from(VOLUME), Decimal::from(206_555));
    let thousand = Decimal::from(1_000);
    for name in ["SHU ribuan", "SHU 2021 (ribuan)", "Sisa Hasil Usaha dlm ribuan", "SHU dan aset Rp ribu"] {
        assert_eq!(sum(name, "volume_usaha"), Some(volume), "{name}");
        assert_eq!(sum(name, "shu"), Some(shu * thousand), "{name}");
    }
    for name in ["Volume Usaha ribuan", "Keragaan ribuan", "Vol. Ush ribuan 2021", "Rp ribu"] {
        assert_eq!(sum(name, "volume_usaha"), Some(volume * thousand), "{name}");
    }
    assert_eq!(sum("Volume Usaha ribuan", "shu"), Some(shu));
}

/// How many columns are told that may correct the volume beside them; `of_row` gives their figures from the volume's.
fn corrected(heading: &str, of_row: impl Fn(u64) -> u64) -> usize {
    let row = |at: u64| {
        let volume = 81_358_023 + at * 17_211_345;
        format!("{at};KSU {at}A;{at}/BH/1990;{volume};{}\n", of_row(volume))
    };
    let file = format!("No;Nama Koperasi;Nomor BH;Volume Usaha;{heading}\n{}", (1..7).map(row).collect::<String>());
    Office::keragaan().file("2021.csv", &file).needs(2021, &["volume_usaha"]).read().has(Kode::KolomKoreksi).len()
}

#[test]
fn a_heading_that_comes_again_over_nearly_the_same_figures() {
    let a_little_more = |volume: u64| volume + volume % 7 * 512_345;
    for heading in [
        "Volume Usaha_1",
        "Volume Usaha 2",
        "Vol. Usaha Rev",
        "Volume Usaha Koreksi Inspektorat",
        "Volume Usaha Setelah Tambah/Kurang",
    ] {
        assert_eq!(corrected(heading, a_little_more), 1, "{heading}");
    }
    for heading in ["Volume Usaha 2020", "Volume Usaha Anggota", "Aset", "SHU Setelah Pajak"] {
        assert_eq!(corrected(heading, a_little_more), 0, "{heading}");
    }
    // What is far from it is another thing.
    assert_eq!(corrected("Volume Usaha 2", |volume| volume / 9), 0);
}
