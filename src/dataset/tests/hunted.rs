//! Wrong figures that a hunt with made-up offices found, each from both sides.

use crate::dataset::fixture::{Office, Outcome, written};
use crate::diagnostic::Kode;
use crate::profile::Dictionary;
use crate::vocabulary::Year;

const HEAD: &str = "No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Volume Usaha";

/// One koperasi file of 2021 with these lines, summed by volume.
fn koperasi(lines: &str) -> Office {
    Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", lines).needs(2021, &["volume_usaha"])
}

#[test]
fn column_numbers_with_gaps_and_letters_are_no_data() {
    let rows = "1;KSP A;1/BH;Utara;100\n2;KSP B;2/BH;Utara;200";
    for numbers in ["1;2;;4;5", "(1);(2);(3);(4);(5)=(4)x2", "1;2;3;4a;4b", "-1-;-2-;-3-;-4-;-5-"] {
        let read = koperasi(&format!("{HEAD}\n{numbers}\n{rows}")).read();
        assert!(read.galat().is_empty(), "{numbers}: {:?}", read.galat());
        assert_eq!(read.sum(2021, "volume_usaha"), Some(300.into()), "{numbers}");
    }
    // A row that rises by chance is data.
    let read = koperasi(&format!("{HEAD}\n1;KSP A;2;3;400\n{rows}")).read();
    assert_eq!(read.sum(2021, "volume_usaha"), Some(700.into()));
}

#[test]
fn page_numbers_between_repeated_headings_end_no_table() {
    let page = |mark: &str| format!("{HEAD}\n1;KSP A;1/BH;Utara;100\n{mark}\n{HEAD}\n2;KSP B;2/BH;Utara;200");
    for mark in ["Halaman 2", "LAPORAN KERAGAAN KOPERASI\nHal. 2 dari 3", "(lanjutan)"] {
        let read = koperasi(&page(mark)).read();
        assert!(read.galat().is_empty(), "{mark}: {:?}", read.galat());
        assert_eq!(read.sum(2021, "volume_usaha"), Some(300.into()), "{mark}");
    }
    // A signature ends the table: the headings below it are another's.
    let signed = koperasi(&page("Pasuruan, 31 Desember 2021")).read();
    assert!(!signed.galat().is_empty());
}

#[test]
fn a_subtotal_named_for_its_group_is_proven_by_its_figures() {
    let table = |sum: i32| {
        format!("{HEAD}\n1;KSP A;1/BH;Kraton;120\n2;KSP B;2/BH;Kraton;230\n;Total Kraton;;;{sum}\n3;KSP C;3/BH;Rejoso;50")
    };
    let proven = koperasi(&table(350)).read();
    assert!(proven.galat().is_empty(), "{:?}", proven.galat());
    assert_eq!(proven.sum(2021, "volume_usaha"), Some(400.into()));
    assert_eq!(koperasi(&table(351)).read().galat(), ["data-atau-jumlah@B4"]);
    // With a number of its own it is somebody's name.
    let named = koperasi(&table(350).replace(";Total Kraton", "9;Total Kraton")).read();
    assert!(!named.galat().is_empty() || named.sum(2021, "volume_usaha") == Some(750.into()));
}

#[test]
fn a_file_that_another_year_has_is_missed() {
    let file = |office: Office, name: &str, year: i32| {
        office.file(&format!("{name} {year}.csv"), &format!("{HEAD}\n1;KSP {name};1/{name};{name};100"))
    };
    let office = |lacking: bool| {
        let office = Office::new(Dictionary::Keragaan, &["data/* {tahun}.csv"], &[]);
        let names = [("Utara", 2020), ("Selatan", 2020), ("Timur", 2020), ("Utara", 2021), ("Selatan", 2021)];
        let office = names.into_iter().fold(office, |office, (name, year)| file(office, name, year));
        let office = if lacking { office } else { file(office, "Timur", 2021) };
        office.needs(2020, &["volume_usaha"]).needs(2021, &["volume_usaha"]).read()
    };
    assert_eq!(office(true).galat(), ["berkas-tidak-ada@data/Timur 2021.csv"]);
    assert!(office(false).galat().is_empty());
    // Names that differ in both years are names, no gaps.
    let renamed = Office::new(Dictionary::Keragaan, &["data/* {tahun}.csv"], &[]);
    let names = [("Utara", 2020), ("Selatan", 2020), ("Timur", 2020), ("Kec. Utara", 2021), ("Kec. Selatan", 2021)];
    let renamed = names.into_iter().fold(renamed, |office, (name, year)| file(office, name, year));
    assert!(renamed.needs(2020, &["volume_usaha"]).needs(2021, &["volume_usaha"]).read().galat().is_empty());
}

#[test]
fn a_sheet_that_another_years_file_has_is_missed() {
    let book = |names: &'static [&'static str]| {
        move |workbook: &mut rust_xlsxwriter::Workbook| {
            for name in names {
                let sheet = workbook.add_worksheet().set_name(*name).unwrap();
                sheet.write_row(0, 0, ["Nama Koperasi", "Volume Usaha"]).unwrap();
                sheet.write_string(1, 0, format!("KSP {name}")).unwrap().write_number(1, 1, 100.0).unwrap();
            }
        }
    };
    let read = |now: &'static [&'static str]| {
        Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &[])
            .source(|sumber| sumber.lembar = Some(written("semua")))
            .xlsx("2020.xlsx", book(&["Utara", "Selatan", "Timur"]))
            .xlsx("2021.xlsx", book(now))
            .needs(2020, &["volume_usaha"])
            .needs(2021, &["volume_usaha"])
            .read()
    };
    assert_eq!(read(&["Utara", "Selatan"]).galat(), ["lembar-tidak-ada@data/2021.xlsx"]);
    assert!(read(&["UTARA ", "Selatan", "Timur"]).galat().is_empty());
    assert!(read(&["Kec. Utara", "Kec. Selatan"]).galat().is_empty());
}

#[test]
fn a_group_typed_once_is_refused_where_formulas_ask_for_it() {
    let read = |second: &str, isian: &[&str]| {
        let lines =
            format!("{HEAD}\n1;KSP A;1;Utara;100\n2;KSP B;2;{second};200\n3;KSP C;3;Timur;50\n4;KSP D;4;;20\n5;KSP E;5;;10");
        Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", &lines).needs(2021, isian).read()
    };
    assert_eq!(read("", &["volume_usaha", "kecamatan"]).galat(), ["isian-sekali@D"]);
    assert!(read("", &["volume_usaha"]).galat().is_empty());
    for same in ["idem", "''", "s.d.a"] {
        assert_eq!(read(same, &["volume_usaha", "kecamatan"]).galat(), ["isian-sekali@D"], "{same}");
        assert!(read(same, &["volume_usaha"]).galat().is_empty());
    }
    // Blanks here and there are no groups.
    assert!(read("Utara", &["volume_usaha", "kecamatan"]).galat().is_empty());
}

#[test]
fn keys_that_differ_in_blanks_meet_and_keys_written_anew_are_refused() {
    let file = |key: &dyn Fn(usize) -> String, least: usize| {
        (0..6).fold(HEAD.to_owned(), |lines, row| format!("{lines}\n{row};KSP {row};{};Utara;{}", key(row), least + row))
    };
    let read = |key: &dyn Fn(usize) -> String| {
        Office::keragaan()
            .file("2020.csv", &file(&|row| format!("{row}/BH/1990"), 100))
            .file("2021.csv", &file(key, 120))
            .joins(&[2020, 2021], &["volume_usaha"])
            .read()
    };
    let spaced = read(&|row| format!("{row} / BH / 1990"));
    assert!(spaced.galat().is_empty(), "{:?}", spaced.galat());
    let entities =
        |year: i32| spaced.value.table("s", Year(year)).unwrap().by_entity.iter().map(|(entity, _)| entity).collect::<Vec<_>>();
    assert_eq!(entities(2020), entities(2021));
    assert_eq!(read(&|row| format!("AHU-{row}77")).galat(), ["kunci-tidak-bertemu@C"]);
    // Half of them anew is a warning.
    let half = read(&|row| if row % 2 == 0 { format!("{row}/BH/1990") } else { format!("AHU-{row}77") });
    assert!(half.galat().is_empty());
    assert_eq!(half.has(Kode::KunciMirip).len(), 1);
}

#[test]
fn a_cross_is_no_beside_a_yes_and_alone_it_is_doubtful_until_the_profile_says() {
    let office = |marks: [&str; 3]| {
        let rows = (0..3).fold("Nama Koperasi;Volume Usaha;Aktif".to_owned(), |lines, row| {
            format!("{lines}\nKSP {row};{};{}", 100 + row, marks[row])
        });
        Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", &rows).needs(2021, &["aktif"])
    };
    let marks = |read: &crate::diagnostic::Checked<crate::dataset::Dataset>| -> Vec<Option<bool>> {
        let table = read.value.table("s", Year(2021)).unwrap();
        let column = table.column("aktif").unwrap();
        let mark = |row: &crate::dataset::Row| match table.isi(row, column) {
            crate::dataset::Isi::Tanda(yes) => Some(yes),
            _ => None,
        };
        table.rows.iter().map(mark).collect()
    };
    for yes in ["√", "v", "1", "Ya", "Sdh", "Aktif", "Y"] {
        let read = office([yes, "x", yes]).read();
        assert!(read.galat().is_empty(), "{yes}: {:?}", read.galat());
        assert_eq!(marks(&read), [Some(true), Some(false), Some(true)], "{yes}");
    }
    for alone in [["x", "-", "x"], ["x", "", "x"], ["x", "tidak", "0"]] {
        assert_eq!(office(alone).read().galat(), ["tanda-meragukan@C"], "{alone:?}");
    }
    let told = |ya: &[&str], tidak: &[&str]| {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let tanda = crate::profile::Tanda { ya: words(ya), tidak: words(tidak) };
        marks(&office(["x", "-", "proses"]).source(|sumber| sumber.tanda = tanda).read())
    };
    assert_eq!(told(&["x"], &["Proses"]), [Some(true), Some(false), Some(false)]);
    assert_eq!(told(&["proses"], &["x"]), [Some(false), Some(false), Some(true)]);
}

#[test]
fn struck_rows_and_cells_are_doubtful_and_struck_notes_are_not() {
    let read = |struck: &'static [(u32, u16)], terima: Option<&str>| {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &[]).xlsx("2021.xlsx", |workbook| {
            let format = rust_xlsxwriter::Format::new().set_font_strikethrough();
            let sheet = workbook.add_worksheet();
            for (row, cells) in [["Nama Koperasi", "Volume Usaha", "Ket"], ["KSP A", "100", "-"], ["KSP B", "200", "pindah"]]
                .into_iter()
                .enumerate()
            {
                for (column, text) in cells.into_iter().enumerate() {
                    let (row, column) = (row as u32, column as u16);
                    let own = if struck.contains(&(row, column)) { format.clone() } else { rust_xlsxwriter::Format::new() };
                    match text.parse::<f64>() {
                        Ok(number) => sheet.write_number_with_format(row, column, number, &own).unwrap(),
                        Err(_) => sheet.write_string_with_format(row, column, text, &own).unwrap(),
                    };
                }
            }
        });
        let office = office.needs(2021, &["volume_usaha"]);
        match terima {
            Some(nilai) => {
                let nilai = Some(nilai).filter(|nilai| !nilai.is_empty());
                office.accepts(Kode::Dicoret, "data/2021.xlsx!Sheet1!A3", Some("KSP B"), nilai).read()
            }
            None => office.read(),
        }
    };
    assert_eq!(read(&[(2, 0), (2, 1), (2, 2)], None).galat(), ["dicoret@A3"]);
    assert_eq!(read(&[(2, 1)], None).galat(), ["dicoret@B3"]);
    assert!(read(&[(2, 2)], None).galat().is_empty());
    for (nilai, sum) in [("", 100), ("data", 300)] {
        let accepted = read(&[(2, 0), (2, 1), (2, 2)], Some(nilai));
        assert!(accepted.galat().is_empty());
        assert_eq!(accepted.sum(2021, "volume_usaha"), Some(sum.into()));
    }
}

#[test]
fn a_scale_noted_below_another_table_is_a_doubt() {
    let lines = |note: &str| {
        format!("{HEAD}\n1;KSP A;1/BH;Utara;100\n;JUMLAH;;;100\n\nREKAP\nNo;Kecamatan;Volume Usaha\n1;Utara;100\n\n{note}")
    };
    assert_eq!(koperasi(&lines("Catatan: (Rp Juta)")).read().galat(), ["satuan-berselisih@A9"]);
    assert!(koperasi(&lines("Catatan: angka sementara")).read().galat().is_empty());
}

#[test]
fn amounts_in_words_are_no_scale_and_nihil_is_nobody() {
    let lines = format!("{HEAD}\n1;KSP A;1/BH;Utara;100\n2;NIHIL;;;\n;JUMLAH;;;100\n\nTerbilang: seratus juta rupiah");
    let read = koperasi(&lines).read();
    assert!(read.galat().is_empty(), "{:?}", read.galat());
    assert_eq!(read.sum(2021, "volume_usaha"), Some(100.into()));
    assert_eq!(read.value.table("s", Year(2021)).unwrap().rows.len(), 1);
    // A figure beside it is somebody's.
    assert!(!koperasi(&lines.replace("NIHIL;;;", "NIHIL;;;5")).read().galat().is_empty());
}

#[test]
fn a_csv_record_that_lost_a_separator_is_refused() {
    let rows = |broken: &str| {
        let others = (2..12).fold(String::new(), |rows, row| format!("{rows}\n{row};KSP {row};{row}/BH;Utara;{};7", 100 + row));
        koperasi(&format!("{HEAD};SHU\n{broken}{others}"))
    };
    // The volume stands in the kecamatan's column, the SHU in its own.
    assert_eq!(rows("1;KSP A;1/BH;200;9").read().galat(), ["bukan-angka@E2"]);
    assert!(rows("1;KSP A;1/BH;Utara;200;9").read().galat().is_empty());
    // An empty last field elsewhere: such files leave fields away.
    let trailing = rows("1;KSP A;1/BH;Utara;200\n13;KSP Z;13/BH;Utara;5;");
    assert!(trailing.read().galat().is_empty());
}

#[test]
fn what_was_reached_is_read_beside_its_target_and_a_target_alone_is_not() {
    let read = |first: &str, second: &str| koperasi(&format!("Nama Koperasi;{first};{second}\nKSP A;777;100")).read();
    for (first, second) in [
        ("Target Volume Usaha", "Realisasi Volume Usaha"),
        ("Volume Usaha Tahun Lalu", "Volume Usaha Tahun Ini"),
        ("Rencana Volume Usaha", "6. Volume Usaha (Rp)"),
    ] {
        let read = read(first, second);
        assert!(read.galat().is_empty(), "{second}: {:?}", read.galat());
        assert_eq!(read.sum(2021, "volume_usaha"), Some(100.into()), "{second}");
    }
    for (first, second) in [("Target Volume Usaha", "SHU"), ("Realisasi Volume Usaha", "Volume Usaha Tahun Ini")] {
        assert!(!read(first, second).galat().is_empty(), "{first}, {second}");
    }
}

#[test]
fn a_row_below_a_later_tables_signature_is_not_passed_over() {
    let lines = |last: &str| {
        format!(
            "{HEAD}\n1;KSP A;1/BH;Utara;100\n;JUMLAH;;;100\n\nNo;Kecamatan;Volume Usaha\n1;Utara;100\n\nPasuruan, 31 Desember 2021\nNIP. 19640505\n\n{last}"
        )
    };
    assert_eq!(koperasi(&lines("2;KSP Susulan;2/BH;Utara;50")).read().galat(), ["data-di-bawah-tabel@A11"]);
    assert!(koperasi(&lines("Lampiran 2")).read().galat().is_empty());
}

#[test]
fn a_months_turnover_with_a_year_is_no_years() {
    let read = |heading: &str| {
        let lines = format!("NIK;Nama Usaha;{heading} 2020;{heading} 2021\n1;Toko A;10;20");
        Office::new(Dictionary::Umkm, &["data/u.csv"], &[]).file("u.csv", &lines).needs(2021, &["omset"]).read()
    };
    assert!(!read("Omset/bulan").galat().is_empty());
    assert!(read("Omset").galat().is_empty());
}

#[test]
fn a_recap_of_regencies_knows_its_rows_by_their_region() {
    let lines = "Kabupaten/Kota;Tahun;Volume Usaha\nKota Pasuruan;2021;10\nKab. Pasuruan;2021;20\nKota Pasuruan;2020;1";
    for butir in ["kabupaten", "Kota", "wilayah"] {
        let office =
            Office::new(Dictionary::Keragaan, &["data/k.csv"], &[]).source(|sumber| sumber.butir = Some(butir.to_owned()));
        let read = office.file("k.csv", lines).needs(2021, &["volume_usaha"]).read();
        assert!(read.galat().is_empty(), "{butir}: {:?}", read.galat());
        assert_eq!(read.sum(2021, "volume_usaha"), Some(30.into()));
    }
}

#[test]
fn an_accepted_value_that_is_no_number_leaves_the_finding() {
    let read = |nilai: &str| {
        koperasi(&format!("{HEAD}\n1;KSP A;1/BH;Utara;±3jt\n2;KSP B;2/BH;Utara;200"))
            .accepts(Kode::BukanAngka, "data/2021.csv!E2", Some("±3jt"), Some(nilai))
            .read()
    };
    assert_eq!(read("banyak").galat(), ["bukan-angka@E2"]);
    assert_eq!(read("3.000.000").sum(2021, "volume_usaha"), Some(3_000_200.into()));
}
