//! Kinds of sheets that an adversary's generator found: parts under each row, later
//! headings in other words, two years on one sheet, sheets that nobody reads.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::{Checked, Kode};
use crate::profile::{Arti, Dictionary, JenisIsian};
use rust_decimal::Decimal;

fn csv(text: &str) -> Checked<Dataset> {
    Office::keragaan().source(|sumber| sumber.kunci.clear()).file("2021.csv", text).needs(2021, &["volume_usaha"]).read()
}

fn gives(text: &str, sum: i64) {
    let read = csv(text);
    assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(sum))), "{text}");
}

#[test]
fn each_numbered_row_may_come_with_its_parts() {
    let of = |one: &str, other: &str| {
        let row = |number: usize| format!("{number};KSP {number};100\n;{one};40\n;{other};60\n");
        format!("No;Nama Koperasi;Volume Usaha\n{}", (1..=4).map(row).collect::<String>())
    };
    gives(&of("a. Simpan Pinjam", "b. Toko"), 400);
    gives(&of("- Simpan Pinjam", "Toko"), 400);
    gives(&of("USP", "Toko"), 400);
    // No parts by their sum: what they are is asked, and nothing counts unsaid.
    let wrong = of("Simpan Pinjam", "Toko").replace(";60", ";61");
    assert!(csv(&wrong).galat().iter().all(|galat| galat.starts_with("data-atau-jumlah")) && !csv(&wrong).galat().is_empty());
    // Rows without a number among rows that count up are no rows of the list by themselves.
    let unknown = of("Fotokopi", "Wartel");
    assert!(!csv(&unknown).galat().is_empty());
}

#[test]
fn the_list_goes_on_under_the_same_headings_in_other_words() {
    gives(
        "DATA KOPERASI;;;\nNo;Nama Koperasi;Volume Usaha (Rp);SHU\n1;KSP A;100;1\n2;KSP B;200;2\n\nNO;NAMA KOPERASI;SHU;Vol. Usaha\n3;KSP C;3;300\n",
        600,
    );
}

#[test]
fn of_two_years_on_one_sheet_each_is_its_own() {
    let both = "TAHUN 2021;;\nNo;Nama Koperasi;Volume Usaha\n1;KSP A;100\n2;KSP B;200\n\nTAHUN 2020;;\nNo;Nama Koperasi;Volume Usaha\n1;KSP A;70\n2;KSP B;80\n";
    gives(both, 300);
    let office = Office::new(Dictionary::Keragaan, &["data/semua.csv"], &[]).file("semua.csv", both);
    let read = office.needs(2020, &["volume_usaha"]).needs(2021, &["volume_usaha"]).read();
    assert_eq!(read.galat(), Vec::<String>::new());
    assert_eq!((read.sum(2020, "volume_usaha"), read.sum(2021, "volume_usaha")), (Some(150.into()), Some(300.into())));
}

#[test]
fn quarters_beside_their_year_are_held_against_it() {
    let of = |last: u32| {
        format!(
            "No;Nama Koperasi;Volume Usaha;Volume Usaha;Volume Usaha;Volume Usaha;Volume Usaha\n;;TW I;TW II;TW III;TW IV;Jumlah Setahun\n1;KSP A;10;20;30;40;100\n2;KSP B;1;2;3;4;{last}\n"
        )
    };
    gives(&of(10), 110);
    assert_eq!(csv(&of(11)).galat(), ["jumlah-tidak-sama@G4"]);
}

#[test]
fn a_total_of_another_year_compares() {
    gives("No;Nama Koperasi;Volume Usaha\n1;KSP A;100\n2;KSP B;200\n;Jumlah;300\n;Jumlah Tahun 2020;250\n", 300);
}

/// A workbook with the list on sheet A, and another sheet written by the closure.
fn beside(lembar: Option<&str>, arti: Option<&str>, rows: &[&[&str]]) -> Checked<Dataset> {
    let write = |sheet: &mut rust_xlsxwriter::Worksheet, rows: &[&[&str]]| {
        for (row, cells) in (0u32..).zip(rows) {
            for (column, text) in (0u16..).zip(*cells) {
                match text.parse::<f64>() {
                    Ok(number) => sheet.write(row, column, number).unwrap(),
                    Err(_) => sheet.write(row, column, *text).unwrap(),
                };
            }
        }
    };
    let own: &[&[&str]] = &[
        &["No", "Nama Koperasi", "Kecamatan", "Volume Usaha"],
        &["1", "KSP A", "Gadingrejo", "100"],
        &["2", "KSP B", "Purworejo", "200"],
    ];
    Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nama_koperasi"])
        .source(|sumber| {
            sumber.lembar = lembar.map(crate::dataset::fixture::written);
            sumber.arti = arti.map(|name| (Arti::folded(name), Arti::Lewati)).into_iter().collect();
        })
        .xlsx("2021.xlsx", |workbook| {
            write(workbook.add_worksheet().set_name("A").unwrap(), own);
            write(workbook.add_worksheet().set_name("Lain").unwrap(), rows);
        })
        .needs(2021, &["volume_usaha"])
        .read()
}

#[test]
fn sheets_that_are_not_read_are_told() {
    let told = |read: &Checked<Dataset>| read.has(Kode::LembarTidakDibaca).len();
    let same: &[&[&str]] = &[&["No", "Nama Koperasi", "Volume Usaha"], &["1", "KSP C", "300"]];
    let named = beside(Some("A"), None, same);
    assert_eq!((named.galat(), told(&named), named.sum(2021, "volume_usaha")), (Vec::new(), 1, Some(300.into())));
    assert_eq!(told(&beside(Some("A"), Some("Lain"), same)), 0);
    // Another year's sheet is no part of this one.
    let older: &[&[&str]] = &[&["TAHUN 2020"], &["No", "Nama Koperasi", "Volume Usaha"], &["1", "KSP A", "90"]];
    assert_eq!(told(&beside(Some("A"), None, older)), 0);
    // Names and one figure each, under a heading that is no field's.
    let sold: &[&[&str]] = &[&["No", "Nama Koperasi", "Perputaran"], &["1", "KSP C", "300"], &["2", "KSP D", "400"]];
    assert_eq!(told(&beside(None, None, sold)), 1);
    let recap: &[&[&str]] = &[&["Kecamatan", "Volume Usaha"], &["Gadingrejo", "100"], &["Purworejo", "250"]];
    let read = beside(None, None, recap);
    assert_eq!((read.galat(), told(&read)), (Vec::new(), 1));
    assert_eq!(told(&beside(None, Some("Lain"), recap)), 0);
    // A sheet that fits as well is left out only where the profile says so.
    assert!(!beside(None, None, same).galat().is_empty());
    assert_eq!(beside(None, Some("lain"), same).galat(), Vec::<String>::new());
}

#[test]
fn words_beside_and_below_counted_figures_are_told() {
    let told = |text: &str| {
        let read = csv(text);
        assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(300))), "{text}");
        read.has(Kode::KeteranganMembatasi).len()
    };
    let of = |beside: &str, below: &str| {
        format!("No;Nama Koperasi;Volume Usaha;Keterangan;;\n1;KSP A;100;{beside}\n2;KSP B;200;aktif\n\n;{below}\n")
    };
    for remark in ["data 2019", "target", "angka perkiraan", "per bulan", "data tahun lalu"] {
        assert_eq!(told(&of(remark, "")), 1, "{remark}");
        // Beside the table, under no heading at all.
        assert_eq!(told(&of(&format!(";{remark}"), "")), 1, "{remark}");
    }
    for remark in ["aktif", "RAT 2020", "ketua baru", "data 2021"] {
        assert_eq!(told(&of(remark, "")), 0, "{remark}");
    }
    assert_eq!(told(&of("", "*) angka perkiraan")), 1);
    for note in ["Catatan: data s/d Juni 2021", "Keterangan: data sampai dengan Triwulan III"] {
        assert_eq!(csv(&of("", note)).galat(), ["periode-berbeda@B5"], "{note}");
    }
    assert_eq!(told(&of("", "Sumber: Bidang Koperasi, 2021")), 0);
}

#[test]
fn a_sum_without_a_label_is_proven_by_its_figures() {
    let of = |sum: u32| format!("No;Nama Koperasi;Volume Usaha\n1;KSP A;100\n2;KSP B;200\n;;{sum}\n");
    gives(&of(300), 300);
    assert_eq!(csv(&of(301)).galat(), ["angka-tanpa-nama@C4"]);
}

#[test]
fn a_row_whose_name_is_a_number_is_asked_for_where_names_have_letters() {
    let of = |row: &str| {
        format!("No;Nama Koperasi;Kecamatan;Volume Usaha;Keterangan\n{row}\n1;KSP A;Utara;100;baik\n2;KSP B;Utara;200;baik\n")
    };
    // Numbers of the columns with a word among them.
    let numbers = of("1;2;3;4;baik");
    assert_eq!(csv(&numbers).galat(), ["angka-tanpa-nama@B2"]);
    let office =
        || Office::keragaan().source(|sumber| sumber.kunci.clear()).file("2021.csv", &numbers).needs(2021, &["volume_usaha"]);
    let named = office().accepts(Kode::AngkaTanpaNama, "data/2021.csv!B2", Some("2"), Some("Koperasi Dua")).read();
    assert_eq!((named.galat(), named.sum(2021, "volume_usaha")), (Vec::new(), Some(304.into())));
    gives(&of("3;KSP 212;Utara;50;baik"), 350);
    // Where all names are numbers they are names.
    gives("No;Nama Koperasi;Volume Usaha\n1;101;100\n2;102;200\n3;103;300\n", 600);
}

#[test]
fn numbered_notes_below_the_table_are_no_figures() {
    for notes in ["Keterangan:;;\n1. Data diolah oleh Bidang Koperasi;;\n2. Angka dalam rupiah;;", "1) Data diolah oleh bidang;;"]
    {
        let text = format!("id;nama_koperasi;volume\n1;KSP A;100\n2;KSP B;200\n;;\n{notes}\n");
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["nama_koperasi"]).file("2021.csv", &text);
        let office = office.kolom("nama_koperasi", "nama_koperasi", Some(JenisIsian::Teks));
        let office = office.kolom("volume", "volume", Some(JenisIsian::Angka));
        let read = office.needs(2021, &["volume"]).read();
        assert_eq!((read.galat(), read.sum(2021, "volume")), (Vec::new(), Some(300.into())), "{notes}");
    }
}

#[test]
fn a_day_that_lost_its_format_is_a_day_beside_what_says_so() {
    let of = |label: &str, day: u32| format!("{label};{day};\nNo;Nama Koperasi;Volume Usaha\n1;KSP A;100\n2;KSP B;200\n");
    // 30 Juni 2021, 31 Desember 2021, 31 Desember 2020.
    assert_eq!(csv(&of("Posisi per", 44_377)).galat(), ["periode-berbeda@data/2021.csv"]);
    gives(&of("Periode :", 44_561), 300);
    assert_eq!(csv(&of("Per tanggal", 44_196)).galat(), ["tahun-berselisih@B1"]);
    gives(&of("Jumlah Anggota", 44_196), 300);
}

#[test]
fn a_koperasi_twice_without_keys_is_told_however_few() {
    let of = |last: &str| {
        let rows: String = (1..20).map(|row| format!("{row};KSP Nomor {row};Utara;{row}00\n")).collect();
        format!("No;Nama Koperasi;Kecamatan;Volume Usaha\n{rows}20;{last};700\n")
    };
    assert_eq!(csv(&of("KSP Nomor 3;Utara")).has(Kode::NamaBerulang).len(), 1);
    assert!(csv(&of("KSP Nomor 3;Timur")).has(Kode::NamaBerulang).is_empty());
    assert!(csv(&of("KSP Nomor 20;Utara")).has(Kode::NamaBerulang).is_empty());
}

#[test]
fn quarters_that_are_keys_are_told_however_few_have_several() {
    let of = |second: &str| {
        let rows: String = (1..20).map(|row| format!("KSP Nomor {row};{row}/BH;30-06-2021;{row}\n")).collect();
        format!("Nama Koperasi;Nomor Badan Hukum;Posisi;Anggota\n{rows}{second};31-12-2021;9\n")
    };
    let read = |text: &str| {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh", "posisi"]).file("2021.csv", text);
        office.kolom("posisi", "Posisi", Some(JenisIsian::Teks)).needs(2021, &["anggota"]).read().galat()
    };
    assert_eq!(read(&of("KSP Nomor 3;3/BH")), ["periode-berbeda@C"]);
    assert!(!read(&of("KSP Nomor 20;20/BH")).iter().any(|galat| galat == "periode-berbeda@C"));
}

#[test]
fn a_second_row_of_each_koperasi_is_no_line_below_a_sum() {
    let read = |first: &str, second: &str| {
        let rows: String = (1..=4)
            .map(|n| format!("{n};KSP {n} Jaya;{n}0/BH;{first};{}\n;;;{second};{}\n", 2_000_123 * n, 1_000_321 * n))
            .collect();
        let text = format!("No;Nama Koperasi;Nomor BH;Uraian;Volume Usaha\n{rows}");
        Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read().galat()
    };
    for (first, second) in [("Th. 2020", "Th. 2021"), ("Target", "Realisasi"), ("Target", "Capaian"), ("RAPB", "Realisasi")] {
        assert!(!read(first, second).is_empty(), "{first} over {second}");
    }
}

#[test]
fn a_block_whose_title_names_another_year_is_not_dropped_unsaid() {
    let block = |title: &str, from: u64| {
        let rows: String = (from..from + 3).map(|n| format!("{n};KSP {n} Jaya;{n}0/BH;{}\n", 1_000_321 * n)).collect();
        format!("{title};;;\nNo;Nama Koperasi;Nomor BH;Volume Usaha\n{rows};;;\n")
    };
    let read = |third: &str| {
        let title = "DATA KERAGAAN KOPERASI TAHUN 2021;;;\n;;;\n";
        let blocks = [block("KECAMATAN GADINGREJO", 1), block(third, 11), block("KECAMATAN PURWOREJO", 21)].concat();
        Office::keragaan().file("2021.csv", &format!("{title}{blocks}")).needs(2021, &["volume_usaha"]).read()
    };
    let plain = read("KECAMATAN BUGULKIDUL");
    assert_eq!((plain.galat(), plain.sum(2021, "volume_usaha")), (vec![], Some(Decimal::from(1_000_321 * (6 + 36 + 66)))));
    for title in ["KECAMATAN BUGULKIDUL TAHUN 2020", "KECAMATAN BUGULKIDUL PER 31 DESEMBER 2020"] {
        assert!(!read(title).galat().is_empty(), "{title}");
    }
}
