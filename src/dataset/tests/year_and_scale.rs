//! Last year's data under this year's name, and amounts whose scale is doubtful:
//! refused, and what stands beside it not.

use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::{Checked, DasarTahun, Fakta, Kode};
use crate::profile::{Dictionary, JenisIsian, SatuanUang};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Workbook};

const HEAD: &str = "No;Nama Koperasi;Nomor BH;Volume Usaha";
const LAST_YEAR: &str = "1;KSP A;1/BH;1250775\n2;KUD B;2/BH;-\n3;KSU C;3/BH;480115\n4;KSU D;4/BH;905330";

fn years(before: &str, after: &str) -> Office {
    Office::keragaan()
        .file("2020.csv", &format!("{HEAD}\n{before}"))
        .file("2021.csv", &format!("{HEAD}\n{after}"))
        .needs(2020, &["volume_usaha"])
        .needs(2021, &["volume_usaha"])
}

#[test]
fn last_years_figures_again_are_refused() {
    assert_eq!(years(LAST_YEAR, LAST_YEAR).read().galat(), ["data-tahun-lalu@D"]);
    // In another order, other numbers and marks of nil: the same all the same.
    let shuffled = "1;KSU D;4/BH;905.330\n2;KSP A;1/BH;1.250.775\n3;KSU C;3/BH;480.115\n4;KUD B;2/BH;0";
    assert_eq!(years(LAST_YEAR, shuffled).read().galat(), ["data-tahun-lalu@D"]);
    // One figure of a few that changed is a year of its own.
    assert!(years(LAST_YEAR, &LAST_YEAR.replace("905330", "905331")).read().galat().is_empty());
    // Two koperasi that stand still say nothing.
    assert!(years("1;KSP A;1/BH;100\n2;KUD B;2/BH;200", "1;KSP A;1/BH;100\n2;KUD B;2/BH;200").read().galat().is_empty());
}

#[test]
fn figures_that_truly_stayed_may_be_accepted() {
    let mut office = years(LAST_YEAR, LAST_YEAR).accepts(Kode::DataTahunLalu, "data/2021.csv!D", None, None);
    office.terima[0].paling_banyak = Some(1);
    assert!(office.read().galat().is_empty());
}

#[test]
fn a_copy_that_was_begun_to_be_filled_in_is_still_a_copy() {
    let rows = |changed: usize| -> String {
        (1..=200).map(|row| format!("{row};KSP {row};{row}/BH;{}\n", 7_001 * row + usize::from(row <= changed))).collect()
    };
    assert_eq!(years(&rows(0), &rows(4)).read().galat(), ["data-tahun-lalu@D"]);
    let told = |changed: usize| {
        let read = years(&rows(0), &rows(changed)).read();
        (read.galat().is_empty(), read.has(Kode::AngkaTetap).len())
    };
    assert_eq!([told(5), told(80), told(110)], [(true, 1), (true, 1), (true, 0)]);
}

#[test]
fn amounts_that_stayed_beside_counts_that_did_not_are_told() {
    let office = |members: usize, changed: usize| {
        let rows = |year: usize| -> String {
            let row = |row: usize| {
                let volume = 7_001_233 * row + if row <= changed { year } else { 0 };
                format!("{row};KSP {row};{row}/BH;{};{volume}\n", 20 + row + members * year)
            };
            (1..=20).map(row).collect()
        };
        let text = |year| format!("No;Nama Koperasi;Nomor BH;Anggota;Volume Usaha\n{}", rows(year));
        let office = Office::keragaan().file("2020.csv", &text(0)).file("2021.csv", &text(1));
        office.joins(&[2020, 2021], &["anggota", "volume_usaha"]).read().has(Kode::AngkaTetap).len()
    };
    assert_eq!([office(1, 6), office(0, 6), office(1, 10), office(0, 11)], [1, 1, 1, 0]);
}

#[test]
fn a_copy_with_rows_appended_is_still_a_copy() {
    let more = |rows: &str| format!("{LAST_YEAR}\n{rows}");
    assert_eq!(years(LAST_YEAR, &more("5;KSP E;5/BH;311200")).read().galat(), ["data-tahun-lalu@D"]);
    // A few koperasi of last year among many new ones may have stood still.
    let fresh: Vec<String> = (5..=20).map(|row| format!("{row};KSP {row};{row}/BH;{}", 71_003 * row)).collect();
    assert!(years(LAST_YEAR, &more(&fresh.join("\n"))).read().galat().is_empty());
}

#[test]
fn one_kecamatan_that_was_left_as_it_was_is_a_copy() {
    let part = |kecamatan: usize, rows: usize, more: usize| -> String {
        (1..=rows).fold(HEAD.to_owned(), |lines, row| {
            format!("{lines}\n{row};KSP {kecamatan} {row};{kecamatan}/{row};{}", 7_001 * row + 13 * kecamatan + more)
        })
    };
    let read = |rows: usize, stale: usize| {
        let office = Office::new(crate::profile::Dictionary::Keragaan, &["data/{tahun} *.csv"], &[]);
        let office = [1, 2].into_iter().fold(office, |office, kecamatan| {
            office
                .file(&format!("2020 {kecamatan}.csv"), &part(kecamatan, rows, 0))
                .file(&format!("2021 {kecamatan}.csv"), &part(kecamatan, rows, usize::from(kecamatan != stale)))
        });
        office.needs(2020, &["volume_usaha"]).needs(2021, &["volume_usaha"]).read().galat()
    };
    assert_eq!(read(6, 2), ["data-tahun-lalu@D"]);
    assert!(read(6, 0).is_empty());
    // A few may all be koperasi that reported nothing new.
    assert!(read(5, 2).is_empty());
}

#[test]
fn counts_may_stay_unless_they_are_many() {
    let recap = |count: usize| -> Checked<crate::dataset::Dataset> {
        let rows: String = (1..=count).map(|row| format!("{row};Kecamatan {row};{}\n", 10 + row)).collect();
        let text = format!("No;Kecamatan;Anggota\n{rows}");
        Office::new(crate::profile::Dictionary::Keragaan, &["data/{tahun}.csv"], &[])
            .source(|sumber| sumber.butir = Some("kecamatan".to_owned()))
            .file("2020.csv", &text)
            .file("2021.csv", &text)
            .needs(2020, &["anggota"])
            .needs(2021, &["anggota"])
            .read()
    };
    assert!(recap(4).galat().is_empty(), "{:?}", recap(4).galat());
    assert_eq!(recap(12).galat(), ["data-tahun-lalu@C"]);
}

/// The 2021 file with these lines over its headings.
fn titled(lines: &str) -> Office {
    let text = format!("{lines}\n{HEAD}\n{LAST_YEAR}");
    Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"])
}

#[test]
fn a_title_of_another_year_is_refused_at_its_cell() {
    assert_eq!(titled("DATA KOPERASI;;;\nPERIODE 31 DESEMBER 2020;;;").read().galat(), ["tahun-berselisih@A2"]);
    // Beside the right one too: one of the two is stale.
    assert_eq!(titled("DATA KOPERASI TAHUN 2021;;;\nPER 31 DESEMBER 2020;;;").read().galat(), ["tahun-berselisih@A2"]);
    for good in [
        "DATA KOPERASI TAHUN 2021;;;\nPER 31 DESEMBER 2021;;;",
        "DATA KOPERASI;;;",
        "PERKEMBANGAN KOPERASI TAHUN 2020 DAN 2021;;;",
        "Dasar: Peraturan Nomor 25 Tahun 1992;;;",
        "RENSTRA 2016-2021;;;",
        "DATA KOPERASI;;;\nPasuruan, 12 Januari 2022;;;",
        "DATA KOPERASI;;;\nRAT TAHUN 2022;;;",
        "DATA KOPERASI;;;\n(Perwali 60/2019);;;",
        "DATA KOPERASI;;;\nTarget 2024;;;",
        "Tahun;:;2021;",
    ] {
        assert!(titled(good).read().galat().is_empty(), "{good}");
    }
    // Of two years what governs each says which the figures are of.
    for title in
        ["HASIL RAT TAHUN BUKU 2020 DILAKSANAKAN TAHUN 2021", "LKPJ TAHUN 2021 DATA TAHUN 2020", "KERAGAAN 2020 (UPDATE 2021)"]
    {
        assert_eq!(titled(&format!("{title};;;")).read().galat(), ["tahun-berselisih@A1"], "{title}");
    }
    for title in ["RAT TAHUN 2022 (TAHUN BUKU 2021)", "LKPJ TAHUN 2022 DATA TAHUN 2021", "DATA KOPERASI TAHUN 2020 DAN 2021"] {
        assert_eq!(titled(&format!("{title};;;")).read().galat(), Vec::<String>::new(), "{title}");
    }
    // `Tahun`, `:` and the number in cells of their own.
    assert_eq!(titled("DATA KOPERASI;;;\nTahun;:;2020;").read().galat(), ["tahun-berselisih@C2"]);
    assert_eq!(titled("DATA KOPERASI;;;\nRAT TAHUN BUKU 2022;;;").read().galat(), ["tahun-berselisih@A2"]);
    // What the year was read by is named beside it.
    let said = titled("TAHUN 2020;;;").read();
    let [told] = said.has(Kode::TahunBerselisih)[..] else { panic!("{:?}", said.temuan) };
    let Fakta::TahunBerselisih(fakta) = &told.fakta else { panic!("{told:?}") };
    assert_eq!(fakta.dasar, Some((DasarTahun::Berkas, "2021.csv".to_owned())));
    let stale = titled("DATA KOPERASI;;;\nPERIODE 31 DESEMBER 2020;;;");
    let accepted = stale.accepts(Kode::TahunBerselisih, "data/2021.csv!A2", Some("PERIODE 31 DESEMBER 2020"), None);
    assert!(accepted.read().galat().is_empty());
}

/// Open data: one amount a row, with its unit.
fn open_data(rows: &str, jenis: JenisIsian) -> Office {
    Office::new(crate::profile::Dictionary::None, &["data/{tahun}.csv"], &[])
        .source(|sumber| sumber.butir = Some("wilayah".to_owned()))
        .kolom("wilayah", "Wilayah", Some(JenisIsian::Teks))
        .kolom("data", "Data", Some(jenis))
        .file("2021.csv", &format!("Wilayah;Judul;Satuan;Tahun;Data\n{rows}"))
        .needs(2021, &["data"])
}

#[test]
fn a_kota_beside_its_kecamatan_is_their_sum() {
    let read = |kota: u32| {
        let rows =
            format!("Utara;Koperasi;Unit;2021;110\nSelatan;Koperasi;Unit;2021;111\nKota Pasuruan;Koperasi;Unit;2021;{kota}");
        open_data(&rows, JenisIsian::Angka).read().galat()
    };
    assert_eq!(read(221), ["data-atau-jumlah@A4"]);
    // A kota among kabupaten has figures of its own.
    assert!(read(220).is_empty());
}

#[test]
fn a_unit_column_scales_or_refuses() {
    let sum = |rows: &str| {
        let read = open_data(rows, JenisIsian::Uang).read();
        (read.galat(), read.sum(2021, "data"))
    };
    let millions = "Utara;Volume;Rp Juta;2021;2,5\nSelatan;Volume;Rp Juta;2021;3";
    assert_eq!(sum(millions), (Vec::new(), Some(Decimal::from(5_500_000))));
    assert_eq!(sum(&millions.replace("Rp Juta", "Juta Rupiah")), (Vec::new(), Some(Decimal::from(5_500_000))));
    let rupiah = millions.replace("Rp Juta", "Rupiah").replace("2,5", "2");
    assert_eq!(sum(&rupiah), (Vec::new(), Some(Decimal::from(5))));
    let mixed = "Utara;Volume;Rp Juta;2021;2\nSelatan;Volume;Rp Ribu;2021;3";
    assert_eq!(sum(mixed).0, ["satuan-berselisih@C3"]);
    let blank = "Utara;Volume;Rp Juta;2021;2\nSelatan;Volume;;2021;3";
    assert_eq!(sum(blank).0, ["satuan-berselisih@C3"]);
    // A plain number would stay a million times too small.
    assert_eq!(open_data(millions, JenisIsian::Angka).read().galat(), ["satuan-berselisih@C2"]);
    let told = open_data(mixed, JenisIsian::Uang).source(|sumber| sumber.satuan_uang = Some(SatuanUang::Rupiah)).read();
    assert_eq!(told.galat(), ["satuan-berselisih@C"]);
}

/// Two volumes under a heading, the first in this number format.
fn formatted(heading: &str, value: f64, code: &str) -> Checked<crate::dataset::Dataset> {
    let write = |workbook: &mut Workbook| {
        let sheet = workbook.add_worksheet();
        for (column, text) in ["No", "Nama Koperasi", "Nomor BH", heading].into_iter().enumerate() {
            sheet.write(0, column as u16, text).unwrap();
        }
        for (row, value) in [(1, value), (2, value * 2.0)] {
            sheet.write(row, 0, row).unwrap();
            sheet.write(row, 1, format!("KSP {row}")).unwrap();
            sheet.write(row, 2, format!("{row}/BH")).unwrap();
            let format = if row == 1 { Format::new().set_num_format(code) } else { Format::new() };
            sheet.write_with_format(row, 3, value, &format).unwrap();
        }
    };
    Office::new(crate::profile::Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"])
        .xlsx("2021.xlsx", write)
        .needs(2021, &["volume_usaha"])
        .read()
}

#[test]
fn formats_that_show_a_multiple_are_refused_where_the_column_says_otherwise() {
    let plain = "Volume Usaha (Rp)";
    assert_eq!(formatted(plain, 5.0, "#,##0\" juta\"").galat(), ["format-berskala@D2"]);
    assert_eq!(formatted(plain, 5000.0, "#,##0\".000\"").galat(), ["format-berskala@D2"]);
    let thousands = "Volume Usaha (Rp 000)";
    assert_eq!(formatted(thousands, 5_000_000.0, "#,##0,").galat(), ["format-berskala@D2"]);
    // A smaller number is shown, and no word says so; a sign; another currency.
    for code in ["#,##0,", "(#,##0)", "-#,##0", "#,##0.0\" M\"", "\"US$\" #,##0"] {
        assert_eq!(formatted(plain, 5_000_000.0, code).galat(), ["format-berskala@D2"], "{code}");
    }
    let unseen = formatted(plain, 5_000_000.0, ";;;");
    assert_eq!((unseen.galat(), unseen.has(Kode::NilaiTakTampak).len()), (Vec::new(), 1));
    // Beside them: a format that says what the heading says.
    assert!(formatted(plain, 5_000_000.0, "#,##0,,\" juta\"").galat().is_empty());
    let millions = formatted("Volume Usaha (Rp Juta)", 5.0, "#,##0\" juta\"");
    assert_eq!((millions.galat(), millions.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(15_000_000))));
    assert!(formatted(plain, 5_000_000.0, "\"Rp \"#,##0\",-\"").galat().is_empty());
    assert!(formatted(plain, 0.0, "#,##0\" juta\"").galat().is_empty());
}

/// A workbook with a list on each of these sheets, under a title of its own.
fn with_sheets(sheets: &[(&str, &str)]) -> Office {
    Office::new(Dictionary::Keragaan, &["data/rekap.xlsx"], &["nomor_bh"]).xlsx("rekap.xlsx", |book| {
        for (number, (name, title)) in sheets.iter().enumerate() {
            let sheet = book.add_worksheet();
            sheet.set_name(*name).unwrap();
            sheet.write(0, 0, *title).unwrap();
            for (column, label) in ["Nama Koperasi", "Nomor BH", "Volume Usaha (Rp)"].into_iter().enumerate() {
                sheet.write(2, column as u16, label).unwrap();
            }
            for (row, own) in ["KSP Adil", "KUD Makmur", "KSU Jaya"].into_iter().enumerate() {
                sheet.write(row as u32 + 3, 0, own).unwrap();
                sheet.write(row as u32 + 3, 1, format!("{}/BH/2001", row + 1)).unwrap();
                sheet.write(row as u32 + 3, 2, 1_000.0 * (number + 1) as f64 + 7.0 * row as f64).unwrap();
            }
        }
    })
}

#[test]
fn a_sheet_a_year_is_each_years_own() {
    let sums = |sheets: &[(&str, &str)]| {
        let read = with_sheets(sheets).needs(2020, &["volume_usaha"]).needs(2021, &["volume_usaha"]).read();
        (read.galat(), read.sum(2020, "volume_usaha"), read.sum(2021, "volume_usaha"))
    };
    let right = (Vec::new(), Some(Decimal::from(3_021)), Some(Decimal::from(6_021)));
    for sheets in [
        [("2020", "DATA KOPERASI"), ("2021", "DATA KOPERASI")],
        [("Th 2020", "DATA KOPERASI"), ("Th 2021", "DATA KOPERASI")],
        [("Lama", "DATA KOPERASI TAHUN 2020"), ("Baru", "DATA KOPERASI TAHUN 2021")],
        [("2020", "PER 31 DESEMBER 2020"), ("2021", "PER 31 DESEMBER 2021")],
    ] {
        assert_eq!(sums(&sheets), right, "{sheets:?}");
    }
    for sheets in [
        [("2021", "DATA KOPERASI"), ("2021 (2)", "DATA KOPERASI")],
        [("2021", "DATA KOPERASI"), ("Rekap", "DATA KOPERASI")],
        [("2020", "TAHUN 2021"), ("2021", "TAHUN 2020")],
        [("2020", "TAHUN 2020"), ("2021", "SEMESTER I TAHUN 2021")],
    ] {
        assert_eq!(sums(&sheets).0, ["lembar-ganda@data/rekap.xlsx"], "{sheets:?}");
    }
}

#[test]
fn a_scale_alone_over_a_column_is_its_unit() {
    for unit in ["jt", "Juta", "jutaan", "(Rp juta)"] {
        let text = format!(
            "DATA KOPERASI TAHUN 2021;;\n;;{unit}\nNama Koperasi;Nomor BH;Volume Usaha\nKSP Adil;1/BH;3\nKUD B;2/BH;5\nKSU C;3/BH;11"
        );
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(19_000_000))), "{unit}");
    }
}
