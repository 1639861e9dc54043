//! Words and units beside figures, wherever they stand: against a column of units, over headings that bear no amount, far right of a
//! title, below the table, beside a row with the year's own number, in a cell's format.

use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::Kode;
use crate::profile::{Dictionary, JenisIsian};
use rust_xlsxwriter::Format;

/// What is told of six koperasi under these titles, with this remark beside one of them and this line below: galat, remarks.
fn keragaan(title: &str, remark: &str, foot: &str) -> (Vec<String>, usize) {
    let row =
        |at: usize| format!("{at};KSP Adil {at};518/{at}1/BH/1998;{};{}\n", 1_345_678 * at, if at == 3 { remark } else { "" });
    let rows: String = (1..=6).map(row).collect();
    let text = format!("{title}\n;;;;\nNo;Nama Koperasi;Nomor Badan Hukum;Volume Usaha;Keterangan\n{rows};;;;\n{foot};;;;\n");
    let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
    (read.galat(), read.has(Kode::KeteranganMembatasi).len())
}

#[test]
fn a_known_remark_with_the_years_own_number() {
    for remark in ["salah 2021", "tutup th 2021", "per bulan 2021", "target tgl 5-3-2021", "Rp juta per 2021", "bukan binaan"] {
        assert_eq!(keragaan("DATA KOPERASI", remark, ""), (Vec::new(), 1), "{remark}");
    }
    for remark in ["RAT 2021", "aktif 2021", "sudah RAT 12-3-2021", "berdiri 2015", "tutup buku 2021"] {
        assert_eq!(keragaan("DATA KOPERASI", remark, ""), (Vec::new(), 0), "{remark}");
    }
}

#[test]
fn lines_that_take_the_list_back() {
    for line in [
        "TIDAK BERLAKU",
        "Versi lama",
        "Digantikan oleh laporan tanggal 5 Februari 2022",
        "Catatan: volume usaha no 2 salah ketik",
    ] {
        assert_eq!(keragaan("DATA KOPERASI", "", line).1, 1, "{line}");
        assert_eq!(keragaan(line, "", "").1, 1, "{line}");
    }
    for title in
        ["No 2 dan 3 tertukar", "Revisi no. 2 : 9.000.123", "RPJMD TAHUN 2021", "BUKAN BINAAN", "YANG DIAUDIT", "PERIODE : I"]
    {
        assert_eq!(keragaan(title, "", "").1, 1, "{title}");
    }
    assert!(keragaan("DATA KOPERASI", "", "Note: as of June 2021").1 > 0);
    for title in ["Revisi : 01", "RENSTRA 2019-2024", "DATA KOPERASI BINAAN TAHUN 2021", "TAHUN ANGGARAN 2021"] {
        assert_eq!(keragaan(title, "", ""), (Vec::new(), 0), "{title}");
    }
}

#[test]
fn units_below_a_table_and_by_a_columns_number() {
    let sum = |title: &str, foot: &str| {
        let rows: String = (1..=6).map(|at| format!("{at};KSP Adil {at};518/{at}1/BH/1998;{}\n", 134_567 * at)).collect();
        let text = format!("{title}\n;;;\nNo;Nama Koperasi;Nomor Badan Hukum;Volume Usaha\n{rows};;;\n{foot};;;\n");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        if read.galat().is_empty() { read.sum(2021, "volume_usaha") } else { None }
    };
    let plain = 134_567u64 * 21;
    for foot in ["TAHUN 2021 (Rp. 000)", "Lampiran 1 (Rp. 000)", "DATA KOPERASI (ribu rupiah) TAHUN 2021"] {
        assert_eq!(sum("DATA KOPERASI", foot), Some((plain * 1_000).into()), "{foot}");
    }
    assert_eq!(sum("Catatan: kolom 4 ribu rupiah", ""), None);
    assert_eq!(sum("DATA KOPERASI", "Bantuan tahun 2021 (Rp 5 juta)"), Some(plain.into()));
}

/// The galat of open data whose lines are in `Rupiah` and `Unit`, under this title and with a further column.
fn open_data(title: &str, heading: &str, cell: &str) -> Vec<String> {
    let row = |at: usize| {
        let place = ["Gadingrejo", "Purworejo", "Bugulkidul", "Panggungrejo", "Keruak"][at];
        format!("{place};Volume Usaha;Rupiah;{};{cell}\n{place};Jumlah Koperasi;Unit;{};\n", 4_749_141 + at * 512_345, 31 + at)
    };
    let text = format!("{title}wilayah;judul;satuan;data;{heading}\n{}", (0..5).map(row).collect::<String>());
    let mut office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["wilayah", "judul"])
        .kolom("wilayah", "wilayah", Some(JenisIsian::Teks))
        .kolom("judul", "judul", Some(JenisIsian::Teks))
        .kolom("data", "data", Some(JenisIsian::Angka))
        .file("2021.csv", &text)
        .needs(2021, &["data", "judul"]);
    office.needs[0].disaring.entry("judul".into()).or_default().insert("Volume Usaha".into());
    office.read().galat()
}

#[test]
fn a_column_of_units_against_titles_and_factors() {
    assert_eq!(open_data("", "Ket", ""), Vec::<String>::new());
    for title in ["(dalam jutaan rupiah);;;;\n", "(Rp. 000);;;;\n"] {
        let galat = open_data(title, "Ket", "");
        assert!(galat.iter().any(|galat| galat.starts_with("satuan-berselisih")), "{title} {galat:?}");
    }
    assert!(open_data("", "Faktor", "1000").iter().any(|galat| galat.starts_with("satuan-berselisih")));
    assert_eq!(open_data("", "Faktor", "1"), Vec::<String>::new());
}

/// What is told of koperasi with members in this format and this text at a place over the headings: galat, remarks.
fn sheet(format: &str, above: (u16, &str)) -> (Vec<String>, usize) {
    let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |workbook| {
        let page = workbook.add_worksheet().set_name("Data").unwrap();
        page.write(0, 0, "DATA KERAGAAN KOPERASI TAHUN 2021").unwrap();
        match above.1.parse::<f64>() {
            Ok(number) => page.write(0, above.0, number).unwrap(),
            Err(_) => page.write(2, above.0, above.1).unwrap(),
        };
        for (column, heading) in (0..).zip(["No", "Nama Koperasi", "Nomor Badan Hukum", "Anggota", "Volume Usaha"]) {
            page.write(3, column, heading).unwrap();
        }
        for row in 4..10 {
            page.write(row, 0, row - 3).unwrap();
            page.write(row, 1, format!("KSP Adil {row}")).unwrap();
            page.write(row, 2, format!("{row}/BH/1990")).unwrap();
            page.write_with_format(row, 3, 20 + row * 3, &Format::new().set_num_format(format)).unwrap();
            page.write(row, 4, 1_345_678 * row).unwrap();
        }
    });
    let read = office.needs(2021, &["anggota", "volume_usaha"]).read();
    (read.galat(), read.has(Kode::KeteranganMembatasi).len())
}

#[test]
fn formats_that_no_count_has_and_lines_over_headings() {
    for format in ["0.00%", "\"Target\" #,##0", "#,##0\" (USD)\""] {
        let (galat, _) = sheet(format, (1, ""));
        assert!(galat.iter().any(|galat| galat.starts_with("format-berskala")), "{format} {galat:?}");
    }
    for format in ["#,##0", "0\" orang\"", "General"] {
        assert_eq!(sheet(format, (1, "")), (Vec::new(), 0), "{format}");
    }
    let said = sheet("#,##0", (1, "Data s.d. Juni 2021"));
    assert!(!said.0.is_empty() || said.1 == 1, "{said:?}");
    assert_eq!(sheet("#,##0", (1, "Data Koperasi")), (Vec::new(), 0));
    // A year far right of the title.
    assert!(!sheet("#,##0", (7, "2020")).0.is_empty());
    assert_eq!(sheet("#,##0", (7, "2021")), (Vec::new(), 0));
}
