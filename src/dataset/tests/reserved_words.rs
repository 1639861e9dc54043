//! Words by which rows or figures are reserved: the same in titles, notes, brackets behind names, remarks and cells of
//! whatever column.

use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::Kode;

const NAMES: [&str; 6] = ["KSP Makmur", "KUD Tani", "Kopkar Sejahtera", "KPRI Bina Warga", "Kopwan Melati", "KSU Harapan Jaya"];

/// Six koperasi under this title, with a note below, the third's name so continued, and a column of its own last.
struct Sheet<'a> {
    title: &'a str,
    note: &'a str,
    behind_name: &'a str,
    heading: &'a str,
    cells: [&'a str; 6],
}

const PLAIN: Sheet = Sheet { title: "DATA KOPERASI TAHUN 2021", note: "", behind_name: "", heading: "", cells: [""; 6] };

impl Sheet<'_> {
    fn told(&self) -> (Vec<String>, usize) {
        let row = |(n, name): (usize, &&str)| {
            let behind = if n == 2 { self.behind_name } else { "" };
            let (number, volume) = (n + 1, 1_000_123 * (n + 1));
            format!("{number};{name}{behind};{number}/BH/1999;{volume};{}\n", self.cells[n])
        };
        let rows: String = NAMES.iter().enumerate().map(row).collect();
        let text = format!(
            "{};;;;\n;;;;\nNo;Nama Koperasi;Nomor BH;Volume Usaha;{}\n{rows};;;;\n;{};;;\n",
            self.title, self.heading, self.note
        );
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        (read.galat(), read.has(Kode::KeteranganMembatasi).len())
    }

    fn is_told(&self) -> bool {
        let (galat, count) = self.told();
        assert!(galat.is_empty(), "{galat:?}");
        count > 0
    }
}

#[test]
fn titles_that_make_the_figures_something_else_are_refused() {
    for title in
        ["KENAIKAN VOLUME USAHA", "HARAPAN TAHUN 2021", "RERATA 3 TAHUN", "DATA SAMPEL", "LAPORAN BULANAN KOPERASI", "DUMMY"]
    {
        assert_eq!(Sheet { title, ..PLAIN }.told().0, ["judul-membatasi@A1"], "{title}");
    }
    for title in [
        "DATA KOPERASI",
        "PERKEMBANGAN KOPERASI TAHUN 2021",
        "RAT TAHUN 2022 (TAHUN BUKU 2021)",
        "TAHUN PELAPORAN 2022 (TAHUN BUKU 2021)",
    ] {
        assert_eq!(Sheet { title, ..PLAIN }.told(), (Vec::new(), 0), "{title}");
    }
}

#[test]
fn what_is_reserved_is_told_in_titles_and_notes_alike() {
    for text in [
        "Kec. Bugulkidul blm masuk",
        "8 dari 12 koperasi",
        "3 koperasi belum lapor",
        "asumsi kenaikan 5%",
        "Angka Prakiraan",
        "angka koreksi",
        "perlu verifikasi",
        "n-1",
        "hasil interpolasi",
    ] {
        assert!(Sheet { title: text, ..PLAIN }.told().1 > 0, "{text}");
        assert!(Sheet { note: text, ..PLAIN }.is_told(), "{text}");
    }
    for text in
        ["Keterangan : data diambil dari aplikasi ODS", "8 dari 12 koperasi sudah RAT", "Yang belum melapor harap segera melapor"]
    {
        assert!(!Sheet { note: text, ..PLAIN }.is_told(), "{text}");
    }
    assert!(Sheet { note: "bersambung ke lembar 2", ..PLAIN }.is_told() && Sheet { note: "dst", ..PLAIN }.is_told());
    assert!(Sheet { title: "Halaman 1 dari 10", ..PLAIN }.is_told() && !Sheet { title: "Halaman 1 dari 1", ..PLAIN }.is_told());
}

#[test]
fn one_remark_says_the_same_in_brackets_and_in_a_column_of_remarks() {
    for text in [
        "fiktif",
        "salah input",
        "tdk dihitung",
        "lihat no. 5",
        "belum diverifikasi",
        "cancel",
        "x 12",
        "alm.",
        "tidak mau disurvey",
    ] {
        let behind_name = format!(" ({text})");
        assert!(Sheet { behind_name: &behind_name, ..PLAIN }.is_told(), "{text}");
        let cells = ["", "", text, "", "", ""];
        assert!(Sheet { heading: "Keterangan", cells, ..PLAIN }.is_told(), "{text}");
    }
}

#[test]
fn cells_of_any_unused_column_may_take_their_row_away() {
    for heading in ["Kategori", "Jenis Koperasi", "RAT", "SHU", "Tidak Aktif", "Petugas"] {
        for text in ["DIBUBARKAN", "DUPLIKAT", "tidak dihitung", "DATA LAMA", "CALON"] {
            let cells = ["", "", "", text, text, ""];
            assert!(Sheet { heading, cells, ..PLAIN }.told().1 > 0, "{heading} {text}");
        }
    }
    let of = |heading, own| Sheet { heading, cells: ["Biasa", "Biasa", "Biasa", own, "Biasa", "Biasa"], ..PLAIN }.is_told();
    assert!(of("Kategori", "TAHUN 2020") && !of("Kategori", "TAHUN 2021") && !of("Izin Usaha", "dicabut"));
    let years = ["Tahun 2018", "Tahun 2019", "Tahun 2020", "Tahun 2015", "", ""];
    assert!(!Sheet { heading: "Pelatihan", cells: years, ..PLAIN }.is_told());
    for (heading, cells) in [
        ("Jenis", ["KSP", "KUD", "Kopkar", "KPRI", "Kopwan", "KSU"]),
        ("Alamat", ["Jl. Kembar 2", "Desa Wisata", "Gang Buntu", "Jl. Baru", "Pasar Lama", "RT 3"]),
        ("Pemasaran", ["luar kota", "lokal", "ekspor", "luar daerah", "", ""]),
        ("RAT", ["sudah", "belum", "belum", "sudah", "", ""]),
    ] {
        assert!(!Sheet { heading, cells, ..PLAIN }.is_told(), "{heading}");
    }
    let days = ["05/03/2021", "06/03/2021", "07/03/2021", "S/D JUNI 2021", "08/03/2021", "09/03/2021"];
    assert!(Sheet { heading: "Tanggal RAT", cells: days, ..PLAIN }.is_told());
    assert!(Sheet { heading: "RAT", cells: ["sudah", "sudah", "S/D JUNI 2021", "", "", ""], ..PLAIN }.is_told());
    assert!(Sheet { heading: "Kecamatan", cells: ["Gadingrejo", "Gadingrejo", "CALON", "", "", ""], ..PLAIN }.is_told());
}

#[test]
fn a_lone_line_below_the_word_legend_is_a_colours_meaning() {
    for line in ["Dibubarkan", "Tidak aktif", "Data belum masuk"] {
        let note = format!("Keterangan :;;;\n;;{line}");
        assert!(Sheet { note: &note, ..PLAIN }.is_told(), "{line}");
    }
    for line in ["Aktif", "Kepala Dinas"] {
        let note = format!("Keterangan :;;;\n;;{line}");
        assert!(!Sheet { note: &note, ..PLAIN }.is_told(), "{line}");
    }
}
