//! Labels over some rows, titles below the table and titles over it that name another year, a year that is not over, or
//! one of two versions of the same figures.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::{Checked, Kode};

const HEADINGS: &str = "No;Nama Koperasi;Nomor BH;Kecamatan;Volume Usaha\n";

/// Twelve koperasi under two labels.
fn labelled(first: &str, second: &str, again: bool) -> Checked<Dataset> {
    let rows = |from: usize| -> String {
        (from..from + 6).map(|at| format!("{at};KSP Mekar {at};5{at}1/BH;Bugul;{}\n", 1_000_123 * (at + 3))).collect()
    };
    let headings = if again { HEADINGS } else { "" };
    let text = format!("DATA KOPERASI TAHUN 2021\n\n{HEADINGS}{first};;;;\n{}{second};;;;\n{headings}{}", rows(1), rows(7));
    Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read()
}

#[test]
fn a_label_right_below_the_running_number_is_no_heading() {
    for first in ["REALISASI", "Aktif", "Gadingrejo"] {
        for again in [false, true] {
            let galat = labelled(first, "Tahun 2022", again).galat();
            assert!(!galat.is_empty() && (again || galat[0].starts_with("arti-tidak-dikenal@A11")), "{first} {again} {galat:?}");
        }
    }
    assert!(labelled("Bugul", "Bugul Lor", false).galat().is_empty());
    let own = labelled("REALISASI", "Tahun 2021", false);
    assert!(own.galat().is_empty(), "{:?}", own.galat());
}

#[test]
fn one_of_two_versions_as_a_label_is_asked_about() {
    for (first, second) in
        [("Semula", "Menjadi"), ("MURNI", "PERUBAHAN"), ("TAHUN 2021", "Menjadi"), ("Tahun 2021", "Setelah Perubahan")]
    {
        let read = labelled(first, second, false);
        assert!(!read.has(Kode::ArtiTidakDikenal).is_empty(), "{first} {second} {:?}", read.galat());
    }
    // What is set against `Aktif` is how others stand, and asked about where no list knows it.
    assert!(!labelled("Aktif", "Kurang Aktif", false).has(Kode::ArtiTidakDikenal).is_empty());
    assert!(!labelled("KOPERASI AKTIF", "Terblokir", false).has(Kode::ArtiTidakDikenal).is_empty());
    for (first, second) in [("KSP", "KSU"), ("A. Murni Jaya", "B. Karya Baru"), ("Aktif", "KSP"), ("REALISASI", "Bugul")] {
        let read = labelled(first, second, false);
        assert!(read.has(Kode::ArtiTidakDikenal).is_empty(), "{first} {second} {:?}", read.galat());
    }
}

/// A list with a title over it and a line below.
fn told(over: &str, below: &str) -> usize {
    let rows: String = (1..=8).map(|at| format!("{at};KSP Mekar {at};5{at}1/BH;Bugul;{}\n", 1_000_123 * (at + 3))).collect();
    let text = format!("{over}\n\n{HEADINGS}{rows}\n{below}");
    let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
    assert!(read.galat().is_empty(), "{over} {below} {:?}", read.galat());
    read.has(Kode::KeteranganMembatasi).len()
}

#[test]
fn titles_and_days_below_the_table_are_heard() {
    for below in [
        "Tabel 9.1.2 Koperasi Menurut Kecamatan, 2020",
        "DATA KOPERASI '20",
        "Banyaknya Koperasi Menurut Kecamatan 2020",
        "Edisi 2020",
        "Verifikasi tahun 2020",
        "30 Juni 2021",
        "AS OF 30 JUNE 2021",
        "Per Ahad 30 Juni 2021",
    ] {
        assert_eq!(told("DATA KOPERASI", below), 1, "{below}");
    }
    for below in [
        "Tabel 9.1.2 Koperasi Menurut Kecamatan, 2021",
        "DATA KOPERASI '21",
        "31 Desember 2021",
        "24 Januari 2022",
        "Koperasi yang RAT tahun 2020 sebanyak 5",
        "Daftar hadir RAT 2020",
        "Data BPS 2020",
        "Data pembanding tahun 2020",
        "Sumber: Dinas Koperasi, 2021",
        "Perda Nomor 5 Tahun 2020",
        "KSP Mekar 3 berdiri tahun 2020",
        // The title of the table that follows.
        "DATA KOPERASI TAHUN 2020\n\nNo;Kecamatan;Jumlah Koperasi\n1;Bugul;12\n2;Rejo;14\n",
    ] {
        assert_eq!(told("DATA KOPERASI", below), 0, "{below}");
    }
}

#[test]
fn a_year_that_is_not_over_is_told() {
    for over in ["DATA KOPERASI Tahun buku 2021 berjalan", "LAPORAN KERAGAAN TAHUN 2021 (BERJALAN)"] {
        assert_eq!(told(over, ""), 1, "{over}");
    }
    assert_eq!(told("DATA KOPERASI", "Tahun buku 2021 berjalan"), 1);
    for over in ["SHU TAHUN 2021", "DATA KOPERASI 2021 YANG BERJALAN", "DATA KOPERASI TAHUN BUKU 2021"] {
        assert_eq!(told(over, ""), 0, "{over}");
    }
}

#[test]
fn a_day_on_which_the_books_were_closed() {
    let closed = |heading: &str, odd: &str| {
        let day = |at: usize| if at == 3 || at == 6 { odd } else { "31 Desember 2021" };
        let row = |at: usize| format!("{at};KSP Mekar {at};5{at}1/BH;Bugul;{};{}\n", 1_000_123 * (at + 3), day(at));
        let rows: String = (1..=8).map(row).collect();
        let text = format!("DATA KOPERASI\n\n{};{heading}\n{rows}", HEADINGS.trim_end());
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        !read.has(Kode::KeteranganMembatasi).is_empty() || !read.galat().is_empty()
    };
    assert!(closed("Tutup Buku", "31 Maret 2021") && closed("Tgl Tutup Buku", "31 Desember 2020"));
    assert!(!closed("Tutup Buku", "31 Desember 2021") && !closed("Tgl Lahir Ketua", "31 Maret 1971"));
}
