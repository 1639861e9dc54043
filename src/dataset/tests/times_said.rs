//! What a title, a sheet's name or a column says of the time or the version of rows of one year or of several: told where
//! it is not the year, whatever the layout of the years.

use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::Kode;
use crate::profile::{Dictionary, SumberTahun};

/// Six businesses with the turnover of two years side by side, under this title, and what is told of them: galat, remarks.
fn side_by_side(title: &str, heading: &str, of_row: &dyn Fn(usize) -> &'static str) -> (usize, usize) {
    let row = |at: usize| {
        let (before, now) = (31_250_000 + at * 1_412_345, 33_100_500 + at * 1_733_210);
        format!("{at};350111{at}{at}70001;Usaha {}{at};{before};{now};{}\n", ["Tahu", "Tempe", "Batik"][at % 3], of_row(at))
    };
    let rows: String = (1..7).map(row).collect();
    let text = format!("{title};;;;;\n\nNo;NIB;Nama Usaha;Omset 2020;Omset 2021;{heading}\n{rows}");
    let office = Office::new(Dictionary::Umkm, &["data/umkm.csv"], &["nib"]).file("umkm.csv", &text);
    let read = office.needs(2020, &["omset"]).needs(2021, &["omset"]).read();
    (read.galat().len(), read.has(Kode::KeteranganMembatasi).len())
}

/// Six kecamatan of each of two years as rows, likewise; `of_row` is said of the years and the rows.
fn one_below_the_other(title: &str, heading: &str, of_row: &dyn Fn(usize, usize) -> &'static str) -> (usize, usize) {
    let row = |year: usize, at: usize| {
        let volume = 815_250_000 + at * 41_412_345 + (year - 2019) * 1_733_210;
        format!(
            "{year};{};{};{volume};{}\n",
            ["Gadingrejo", "Purworejo", "Bugulkidul", "Panggungrejo", "Keruak", "Jerowaru"][at],
            12 + at,
            of_row(year, at)
        )
    };
    let rows: String = [2020, 2021].into_iter().flat_map(|year| (0..6).map(move |at| row(year, at))).collect();
    let text = format!("{title};;;;\n\nTahun;Kecamatan;Jumlah Koperasi;Volume Usaha;{heading}\n{rows}");
    let office = Office::new(Dictionary::Keragaan, &["data/rekap.csv"], &["kecamatan"]).file("rekap.csv", &text);
    let office = office.source(|sumber| {
        sumber.tahun = Some(SumberTahun::Kolom);
        sumber.butir = Some("kecamatan".to_owned());
    });
    let read = office.needs(2020, &["volume_usaha"]).needs(2021, &["volume_usaha"]).read();
    (read.galat().len(), read.has(Kode::KeteranganMembatasi).len())
}

#[test]
fn a_title_of_half_a_year_over_years_side_by_side() {
    for title in ["s.d. Juni 2021", "POSISI SEMESTER I", "Triwulan III Tahun 2021", "KEADAAN 30 SEPTEMBER 2021"] {
        assert!(side_by_side(title, "Alamat", &|_| "Jl. Merdeka").0 > 0, "{title}");
    }
    for title in ["DATA UMKM TAHUN 2021", "KEADAAN 31 DESEMBER 2021", "OMSET UMKM TAHUN 2020 DAN 2021"] {
        assert_eq!(side_by_side(title, "Alamat", &|_| "Jl. Merdeka"), (0, 0), "{title}");
    }
    assert!(side_by_side("DATA UMKM", "Tgl Update", &|_| "30/06/2021").0 > 0);
    assert_eq!(side_by_side("DATA UMKM", "Tgl Update", &|_| "31/12/2021"), (0, 0));
}

#[test]
fn a_title_of_last_year_over_rows_of_two() {
    let said = |title: &str| one_below_the_other(title, "Ket", &|_, _| "");
    assert_eq!(said("REKAP KOPERASI TAHUN 2020"), (0, 1));
    for title in ["REKAP KOPERASI TAHUN 2021", "REKAP KOPERASI TAHUN 2020 - 2021", "REKAP KOPERASI"] {
        assert_eq!(said(title), (0, 0), "{title}");
    }
}

#[test]
fn remarks_and_versions_of_one_years_rows() {
    let of_this = |text: &'static str| move |year: usize, at: usize| if year == 2021 && at.is_multiple_of(2) { text } else { "" };
    assert_eq!(one_below_the_other("REKAP", "Ket", &of_this("data 2020")), (0, 1));
    assert_eq!(one_below_the_other("REKAP", "Ket", &of_this("data 2021")), (0, 0));
    // Of last year's own rows it says nothing.
    assert_eq!(one_below_the_other("REKAP", "Ket", &|year, _| if year == 2020 { "data 2020" } else { "" }), (0, 0));
    let version = |year: usize, at: usize| if year < 2021 { "" } else { ["Semula", "Menjadi"][at % 2] };
    assert_eq!(one_below_the_other("REKAP", "Versi", &version), (0, 1));
    assert_eq!(side_by_side("DATA UMKM", "Ket", &|at| if at < 4 { "data 2020" } else { "" }).1, 1);
}

/// Eight koperasi with a column in which all rows say the same, and whether they are refused.
fn refused(heading: &str, value: &str) -> bool {
    let row = |at: usize| format!("{at};KSP {at}A;{at}/BH/1990;{at}00123;{value}\n");
    let text = format!("No;Nama Koperasi;Nomor Badan Hukum;Volume Usaha;{heading}\n{}", (1..9).map(row).collect::<String>());
    !Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read().galat().is_empty()
}

#[test]
fn a_column_by_which_all_rows_are_of_another_time() {
    for (heading, value) in [
        ("Triwulan", "III"),
        ("TW", "3"),
        ("Semester", "1"),
        ("Smt", "I"),
        ("Bln", "6"),
        ("Tgl Data", "31/12/2020"),
        ("Tutup Buku", "31/12/2020"),
        ("Posisi", "31 Desember 2020"),
    ] {
        assert!(refused(heading, value), "{heading} {value}");
    }
    for (heading, value) in [
        ("Bln", "12"),
        ("Tgl Data", "31/12/2021"),
        ("Tutup Buku", "31/12/2021"),
        ("Tgl Data", "20/01/2022"),
        ("Posisi", "31 Desember 2021"),
        ("Tgl RAT", "31/03/2021"),
        ("Jumlah TW", "3"),
    ] {
        assert!(!refused(heading, value), "{heading} {value}");
    }
}

/// The galat of twelve koperasi under two labels of the number's column, the first right below the headings.
fn two_sections(first: &str, second: &str) -> Vec<String> {
    let row = |at: usize| format!("{at};KSP {at}A;{at}/BH/1990;Purworejo;{at}00123\n");
    let rows = |from: usize| (from..from + 6).map(row).collect::<String>();
    let text = format!(
        "DATA KOPERASI TAHUN 2021;;;;\n\nNo;Nama Koperasi;Nomor BH;Kecamatan;Volume Usaha\n{first};;;;\n{}{second};;;;\n{}",
        rows(1),
        rows(7)
    );
    Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read().galat()
}

#[test]
fn a_second_label_with_a_year_after_a_first_one() {
    for (first, second) in [
        ("REALISASI", "TARGET 2022"),
        ("REALISASI", "RENCANA 2022"),
        ("AKTIF", "TARGET TAHUN 2021"),
        ("AKTIF", "REALISASI TAHUN 2020"),
        ("REALISASI", "TAHUN 2022"),
        ("REALISASI", "TARGET VOLUME USAHA TAHUN 2021"),
        ("", "PERUBAHAN TAHUN 2021"),
        ("", "RENSTRA 2021"),
    ] {
        let found = two_sections(first, second);
        assert!(found.iter().any(|one| one.starts_with("arti-tidak-dikenal")), "{first} / {second}: {found:?}");
    }
    for (first, second) in [("KEC. GADINGREJO", "KEC. PURWOREJO"), ("KSP", "KUD"), ("REALISASI 2021", "KSP")] {
        let found = two_sections(first, second);
        assert!(!found.iter().any(|one| one.starts_with("arti-tidak-dikenal")), "{first} / {second}: {found:?}");
    }
}

#[test]
fn a_column_by_which_one_year_is_half_the_other() {
    for (heading, before, now) in [
        ("Bulan", "Desember", "Juni"),
        ("Bulan", "12", "6"),
        ("Semester", "2", "1"),
        ("Triwulan", "IV", "III"),
        ("Posisi", "31/12/2020", "30/06/2021"),
        ("Periode", "202012", "202106"),
    ] {
        let of = |year: usize, _: usize| if year == 2020 { before } else { now };
        assert!(one_below_the_other("REKAP", heading, &of).0 > 0, "{heading} {now}");
    }
    for (heading, before, now) in [("Bulan", "12", "12"), ("Posisi", "31/12/2020", "31/12/2021"), ("Periode", "202012", "202112")]
    {
        let of = |year: usize, _: usize| if year == 2020 { before } else { now };
        assert_eq!(one_below_the_other("REKAP", heading, &of), (0, 0), "{heading} {now}");
    }
}

/// What is told of a koperasi list under this title, in a sheet or a section of this name.
fn told_of_title(title: &str) -> usize {
    let row = |at: usize| format!("{at};KSP {at}A;{at}/BH/1990;{at}00123\n");
    let text = format!("{title};;;\n\nNo;Nama Koperasi;Nomor BH;Volume Usaha\n{}", (1..9).map(row).collect::<String>());
    let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
    read.has(Kode::JudulMembatasi).len() + read.has(Kode::KeteranganMembatasi).len()
}

#[test]
fn a_year_behind_a_word_does_not_hide_it() {
    // An erratum over the table says that a figure below is another one.
    assert!(told_of_title("Ralat: volume usaha KSP 3A seharusnya Rp 75.563.659") > 0);
    for title in ["PER TRIWULAN TAHUN 2021", "CONTOH 2021", "SEBAGIAN TAHUN 2021", "PER BULAN 2021", "PER HARI TAHUN 2021"] {
        assert!(told_of_title(title) > 0, "{title}");
    }
    for title in [
        "DATA KOPERASI TAHUN 2021",
        "KEADAAN 31 DESEMBER 2021",
        "LAPORAN KERAGAAN KOPERASI TAHUN BUKU 2021",
        "KABUPATEN CONTOH TAHUN 2021",
    ] {
        assert_eq!(told_of_title(title), 0, "{title}");
    }
    for (first, second) in
        [("", "20 TERBESAR 2021"), ("", "YANG DIAUDIT TAHUN 2021"), ("", "BULANAN 2021"), ("", "SEMENTARA 2021")]
    {
        let found = two_sections(first, second);
        assert!(found.iter().any(|one| one.starts_with("arti-tidak-dikenal")), "{first} / {second}: {found:?}");
    }
}
