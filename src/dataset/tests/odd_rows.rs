//! Rows and titles that say they are another thing than the year's own: told, and counted all the same.

use crate::dataset::Dataset;
use crate::dataset::body::odd_rows::{is_called_as_place, is_no_place};
use crate::dataset::fixture::{Office, Outcome as _, written};
use crate::dataset::source::Source;
use crate::diagnostic::{Checked, Kode};
use crate::profile::{Dictionary, JenisIsian};
use rust_decimal::Decimal;

fn csv(text: &str) -> Checked<Dataset> {
    Office::keragaan().source(|sumber| sumber.kunci.clear()).file("2021.csv", text).needs(2021, &["volume_usaha"]).read()
}

/// Five koperasi under this title, the third of this name.
fn list(title: &str, name: &str) -> String {
    let rows = format!("1;KUD Tani;Utara;100\n2;KSP B;Timur;200\n3;{name};Utara;300\n4;KPRI D;Timur;400\n5;KSU E;Utara;500\n");
    format!("{title}No;Nama Koperasi;Kecamatan;Volume Usaha\n{rows}")
}

/// How many remarks are told beside figures that count all the same.
fn told(text: &str) -> usize {
    let read = csv(text);
    assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(1500))), "{text}");
    read.has(Kode::KeteranganMembatasi).len()
}

#[test]
fn a_place_among_businesses_is_told() {
    for name in
        ["Kota Pasuruan", "Kec. Gadingrejo", "Timur", "Kec. Timur", "Provinsi Jawa Timur", "Nasional", "Se-kota", "Cadangan"]
    {
        assert_eq!(told(&list("", name)), 1, "{name}");
    }
    for name in ["Desa Wisata", "Kelompok Wanita Tani", "KSU Kota Pasuruan", "Toko Kecamatan", "Koperasi Kota"] {
        assert_eq!(told(&list("", name)), 0, "{name}");
    }
    // Where all rows are places the rows are places.
    let places = "No;Nama Koperasi;Volume Usaha\n1;Kec. Utara;500\n2;Kec. Timur;600\n3;Kec. Barat;400\n";
    assert_eq!(told(places), 0);
}

#[test]
fn what_stands_behind_a_name_may_be_of_its_row() {
    for name in ["KSU C (2020)", "KSU C (revisi)", "KSU C (data lama)", "KSU C (?)", "KSU C rev. 2", "KSU C - 2020"] {
        assert_eq!(told(&list("", name)), 1, "{name}");
    }
    for name in ["KSU C (2021)", "KSU C (Pak Budi)", "KSU C", "KSU C 2020"] {
        assert_eq!(told(&list("", name)), 0, "{name}");
    }
    // The name of another row, and something behind it.
    assert_eq!(told(&list("", "KSP B (dua)")), 1);
}

#[test]
fn titles_of_two_years_weeks_and_what_might_be() {
    for title in
        ["Tahun Buku 2020/2021\n", "TAHUN 2020-2021\n", "OMSET HARIAN UMKM BINAAN\n", "POTENSI OMSET KOPERASI\n", "PLAFON\n"]
    {
        assert_eq!(told(&list(title, "KSU C")), 1, "{title}");
    }
    for title in ["TAHUN BUKU 2021\n", "DATA POTENSI KOPERASI\n", "Tahun Dua Ribu Dua Puluh Satu\n"] {
        assert_eq!(told(&list(title, "KSU C")), 0, "{title}");
    }
    for (title, kode) in [("MINGGU KE-40\n", "judul-membatasi"), ("TAHUN DUA RIBU DUA PULUH\n", "tahun-berselisih")] {
        let galat = csv(&list(title, "KSU C")).galat();
        assert!(galat.len() == 1 && galat[0].starts_with(kode), "{title} {galat:?}");
    }
}

#[test]
fn the_same_as_above_is_no_value_of_a_condition() {
    let galat = |second: &str| {
        let text = list("", "KSU C").replacen("Timur", second, 1);
        let office = Office::keragaan().source(|sumber| sumber.kunci.clear()).file("2021.csv", &text);
        office.needs(2021, &["volume_usaha", "kecamatan"]).read().galat()
    };
    for same in ["ditto", "//", "-//-", "sama dgn atas", "↑", "” ”", "sda"] {
        assert_eq!(galat(same), ["isian-sekali@C"], "{same}");
    }
    for place in ["Timur", "Sama Rata", "-", "Atas Air"] {
        assert_eq!(galat(place), Vec::<String>::new(), "{place}");
    }
}

#[test]
fn a_format_that_adds_a_word_to_an_amount_is_asked_about() {
    let galat = |format: &str| {
        let office = Office::keragaan().source(|sumber| {
            sumber.kunci.clear();
            sumber.berkas = vec![written("data/{tahun}.xlsx")];
        });
        let office = office.xlsx("2021.xlsx", |workbook| {
            let sheet = workbook.add_worksheet();
            sheet.write_row(0, 0, ["No", "Nama Koperasi", "Volume Usaha"]).unwrap();
            let format = rust_xlsxwriter::Format::new().set_num_format(format);
            for (row, name) in (1u32..).zip(["KSP A", "KSP B", "KSP C"]) {
                sheet.write(row, 0, row).unwrap();
                sheet.write(row, 1, name).unwrap();
                sheet.write_with_format(row, 2, f64::from(row) * 1_500_000.0, &format).unwrap();
            }
        });
        office.needs(2021, &["volume_usaha"]).read().galat()
    };
    for format in ["0\" koperasi\"", "#,##0\"+\"", "#,##0\" per bulan\"", "\"maks \"#,##0", "#,##0\"?\""] {
        assert!(galat(format).iter().all(|galat| galat.starts_with("format-berskala")) && !galat(format).is_empty(), "{format}");
    }
    for format in ["\"Rp\"#,##0", "#,##0\",-\"", "#,##0\" rupiah\"", "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-", "[$Rp-421]#,##0.00"] {
        assert_eq!(galat(format), Vec::<String>::new(), "{format}");
    }
}

#[test]
fn a_kota_and_a_kabupaten_of_one_name_are_two_places() {
    let told = |names: [&str; 6]| {
        let rows = (1u32..).zip(names).map(|(at, name)| format!("{at};{name};{}\n", 1_345_678 * at)).collect::<String>();
        Office::new(Dictionary::None, &["data/{tahun}.csv"], &[])
            .source(|sumber| sumber.butir = Some("wilayah".to_owned()))
            .kolom("wilayah", "nama_kabupaten_kota", Some(JenisIsian::Teks))
            .kolom("data", "Data", Some(JenisIsian::Angka))
            .file("2021.csv", &format!("No;nama_kabupaten_kota;Data\n{rows}"))
            .needs(2021, &["data"])
            .read()
            .has(Kode::KeteranganMembatasi)
            .len()
    };
    let others = ["KABUPATEN GARUT", "KABUPATEN SUBANG", "KABUPATEN CIANJUR"];
    let with = |names: [&'static str; 3]| [others[0], others[1], others[2], names[0], names[1], names[2]];
    assert_eq!(told(with(["KABUPATEN BOGOR", "KOTA BOGOR", "KOTA BANDUNG"])), 0);
    assert_eq!(told(with(["KABUPATEN BOGOR", "BOGOR", "KOTA BANDUNG"])), 1, "the same place in two spellings");
}

#[test]
fn the_quick_look_takes_no_place_for_a_name() {
    let office = Office::keragaan();
    let source = Source::new(&office.sumber, &[]);
    let places = ["gadingrejo", "bugulkidul", "timur"].map(str::to_owned).into();
    let leads =
        ["", "Kota", "KEC.", "kel", "Desa/", "UPT", "Se", "se-Kota", "Jawa", "Nasional", "Utara", "KSU", "Koperasi", "2", "t i"];
    for lead in leads {
        for name in
            ["Gadingrejo", "Bugul Kidul", "Timur", "Tengah", "Wisata", "Koperasi", "Makmur 12", "m u r", "kota", "", "é", "5%"]
        {
            let name = format!("{lead} {name}");
            let is_none = is_no_place(&name, &places, &source.heading_words);
            assert!(!is_none || !is_called_as_place(&name, &places, &source), "{name}");
        }
    }
    assert!(is_no_place("Koperasi Serba Usaha 12", &places, &source.heading_words));
}

#[test]
fn a_filler_in_a_names_place_is_told() {
    use crate::dataset::fixture::{Office, Outcome as _};
    let told = |name: &str| {
        let rows = (1..=6).map(|at| format!("{at};Koperasi Nomor {at};{at}1/BH/1998;30{at}111\n")).collect::<String>();
        let text = format!("No;Nama Koperasi;Nomor Badan Hukum;Volume Usaha\n{rows}7;{name};77/BH/1998;0\n");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        read.has(crate::diagnostic::Kode::KeteranganMembatasi).len()
    };
    assert_eq!(["(kosong)", "NULL", "KSU Kosong"].map(told), [1, 1, 0]);
}
