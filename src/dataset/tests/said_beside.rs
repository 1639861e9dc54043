//! What names, titles, notes, lone cells and formulas say beside the figures: told, or asked.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::{Checked, Kode};
use crate::profile::Dictionary;
use rust_decimal::Decimal;

fn csv(text: &str) -> Checked<Dataset> {
    Office::keragaan().source(|sumber| sumber.kunci.clear()).file("2021.csv", text).needs(2021, &["volume_usaha"]).read()
}

/// A list of two under these titles, the second of this name, and a note below.
fn list(titles: &str, name: &str, note: &str) -> String {
    format!("{titles}No;Nama Koperasi;Volume Usaha\n1;KSP A;100\n2;{name};200\n\n;{note}\n")
}

/// How many remarks are told beside figures that count all the same.
fn told(text: &str) -> usize {
    let read = csv(text);
    assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(300))), "{text}");
    read.has(Kode::KeteranganMembatasi).len()
}

#[test]
fn a_name_that_says_its_bearer_lives_no_more_is_told() {
    for (name, count) in [
        ("KSU B (pindah ke Kab. Malang)", 1),
        ("KSU B - DIBUBARKAN", 1),
        ("KSU B tidak aktif", 1),
        ("KSU B (target)", 1),
        ("KSU B (Sdh tdk aktif)", 1),
        ("KSU B (sudah ada di no 1)", 1),
        ("KSU B (s/d Juni)", 1),
        ("KSU B (belum diaudit)", 1),
        ("KPRI Rumah Sakit", 0),
        ("KSU B (eks KUD Maju)", 0),
        ("KSU B (Primer Kota)", 0),
    ] {
        assert_eq!(told(&list("", name, "")), count, "{name}");
    }
    let remark = "No;Nama Koperasi;Volume Usaha;Keterangan\n1;KSP A;100;aktif\n2;KSP B;200;bubar tahun 2019\n";
    assert_eq!(told(remark), 1);
}

#[test]
fn a_numbered_row_that_is_nobodys_is_told() {
    let names = ["Penyesuaian", "Lain-lain", "Koperasi lain (12 unit)", "Koperasi yang belum lapor", "Pembulatan", "Th. 2020"];
    let reckoned =
        ["Tertinggi", "% kenaikan", "Target 2021", "Median", "Selisih hitung", "Data menyusul", "Dikurangi KSP", "2020"];
    for name in names.into_iter().chain(reckoned) {
        assert_eq!(told(&list("", name, "")), 1, "{name}");
    }
    for name in ["Sinar Lain Dunia", "Luar Biasa", "Target Store", "Toko 2021", "KSP Mandiri", "Surplus Jaya", "1001", "Maksimal"]
    {
        assert_eq!(told(&list("", name, "")), 0, "{name}");
    }
}

#[test]
fn lines_older_than_the_figures_are_told() {
    for (titles, note, count) in [
        ("UPDATE 30 JUNI 2021\n", "", 1),
        ("Diperbarui: 30/06/2021\n", "", 1),
        ("BELUM DIAUDIT\n", "", 1),
        ("Update 10 Januari 2022\n", "", 0),
        ("Update 31 Desember 2021\n", "", 0),
        ("", "Sumber: Dinas Koperasi Tahun 2020", 1),
        ("", "Sumber: Dinas Koperasi, 2022", 0),
        ("", "Sumber: Perda Nomor 5 Tahun 2016", 0),
    ] {
        assert_eq!(told(&list(titles, "KSU B", note)), count, "{titles}{note}");
    }
}

#[test]
fn several_years_in_a_title_and_years_that_stand_alone() {
    for (titles, galat) in [
        ("TAHUN 2019-2020\n", vec!["tahun-berselisih"]),
        ("TAHUN 2020-2021\n", vec![]),
        ("RENSTRA TAHUN 2016-2020\n", vec![]),
        ("2020\n", vec!["tahun-berselisih"]),
        ("2021\n", vec![]),
        ("SALDO AWAL 2021\n", vec!["periode-berbeda"]),
        ("KEADAAN AWAL TAHUN 2022\n", vec![]),
        ("TRIWULAN KE EMPAT 2021\n", vec!["periode-berbeda"]),
        ("Setengah Tahun 2021\n", vec!["periode-berbeda"]),
        ("DATA TAHUN LALU\n", vec!["judul-membatasi"]),
        ("(US$)\n", vec!["judul-membatasi"]),
    ] {
        let read = csv(&list(titles, "KSU B", ""));
        let codes: Vec<String> = read.galat().iter().map(|told| told.split('@').next().unwrap_or_default().to_owned()).collect();
        assert_eq!(codes, galat, "{titles}");
    }
    let of = |first: &str, second: &str| {
        let line = |cell: &str| format!("{cell}\n");
        csv(&format!("No;Nama Koperasi;Volume Usaha\n{}1;KSP A;100\n2;KSP B;200\n{}3;KSP C;300\n", line(first), line(second)))
    };
    for (first, second) in [("2020;;", "2021;;"), (";2020;", ";2021;"), ("2021;;", "2020;;"), (";2021;", ";2020;")] {
        assert!(!of(first, second).galat().is_empty(), "{first} {second}");
    }
}

#[test]
fn a_unit_behind_a_groups_name_is_asked_about() {
    for label in ["Gadingrejo - Juta Rupiah", "Gadingrejo, Rp Juta", "Gadingrejo: ribuan rupiah"] {
        let text = format!("No;Nama Koperasi;Volume Usaha\n;{label};\n1;KSP A;100\n;Purworejo;\n2;KSP B;200\n");
        let read = csv(&text);
        assert!(read.galat().iter().any(|galat| galat.starts_with("arti-tidak-dikenal")), "{label} {:?}", read.galat());
    }
}

#[test]
fn numbers_of_columns_that_a_spreadsheet_made_negative() {
    let read = csv("No;Nama Koperasi;Volume Usaha\n-1;-2;-3\n1;KSP A;100\n2;KSP B;200\n");
    assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(300))));
}

#[test]
fn an_own_unit_among_names_without_numbers_is_a_part_only_by_its_figures() {
    let of = |name: &str, one: u32, other: u32| {
        csv(&format!("Nama Koperasi;Volume Usaha\nKSP A;100\n{name};{one}\nUnit Simpan Pinjam;{other}\nKUD C;300\n"))
    };
    let parts = of("Unit Toko", 40, 60);
    assert_eq!((parts.galat(), parts.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(400))));
    assert!(of("USP", 40, 50).galat().iter().any(|galat| galat.starts_with("data-atau-jumlah")));
}

/// A list whose last amount is a formula with a stored result, figures beside it.
fn stored(formula: &str, result: &str) -> Checked<Dataset> {
    Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &[])
        .xlsx("2021.xlsx", |workbook| {
            let sheet = workbook.add_worksheet();
            for (column, text) in (0u16..).zip(["No", "Nama Koperasi", "Volume Usaha", "Unit", "Bagian"]) {
                sheet.write(0, column, text).unwrap();
            }
            for (row, (name, unit, part)) in
                (1u32..).zip([("KSP A", "toko", 4_000), ("KSP B", "usp", 600), ("KSP C", "toko", 50)])
            {
                sheet.write(row, 0, row).unwrap();
                sheet.write(row, 1, name).unwrap();
                sheet.write(row, 2, 1_000 * row).unwrap();
                sheet.write(row, 3, unit).unwrap();
                sheet.write(row, 4, part).unwrap();
            }
            sheet.write_formula(3, 2, rust_xlsxwriter::Formula::new(formula).set_result(result)).unwrap();
        })
        .needs(2021, &["volume_usaha"])
        .read()
}

#[test]
fn functions_over_ranges_are_worked_out_again() {
    for (formula, right) in [
        ("=MAX(E2:E4)", "4000"),
        ("=MIN(E2:E4)", "50"),
        ("=AVERAGE(E2:E3)", "2300"),
        ("=COUNT(E2:E4)*1000", "3000"),
        ("=SUMIF(D2:D4,\"toko\",E2:E4)", "4050"),
        ("=SUMIF($E$2:$E$4,\">100\")", "4600"),
        ("=COUNTIF(D2:D4,\"toko\")*700", "1400"),
        ("=VLOOKUP(B3,B2:E4,4,FALSE)", "600"),
        ("=SUMIF(D2:D4,\"t*\",E2:E4)", "4050"),
        ("=OFFSET(E2,1,0)", "600"),
        ("=PRODUCT(E3:E4,2)", "60000"),
        ("=INDEX(E2:E4,MATCH(\"usp\",D2:D4,0))", "600"),
    ] {
        assert_eq!(stored(formula, right).galat(), Vec::<String>::new(), "{formula}");
        assert_eq!(stored(formula, "777").galat(), ["rumus-tanpa-hasil@C4"], "{formula}");
        assert_eq!(stored(formula, "0").galat(), ["rumus-tanpa-hasil@C4"], "{formula}");
    }
    // Nobody can say what these give: nothing is said.
    for formula in ["=VLOOKUP(B3,B2:E4,4)", "=SUMIF(D2:D4,D9,E2:E4)", "=TODAY()-E2", "=RAND()*E2"] {
        let read = stored(formula, "777");
        assert_eq!(read.galat(), Vec::<String>::new(), "{formula}");
        assert!(read.temuan.iter().any(|temuan| temuan.kode() == Kode::RumusTidakTeruji), "{formula}");
    }
}

/// A text alone in its row beside the headings is the whole table's, whatever column it stands over.
#[test]
fn a_lone_text_above_or_below_the_headings_is_heard_as_a_title() {
    let heads = "No;Nama Koperasi;Kecamatan;Volume Usaha;Anggota;Grade\n";
    let rows = "1;KSP A;Bugul;100;5;A\n2;KSP B;Bugul;200;6;B\n";
    let alone = |text: &str, column: usize| format!("{}{text}{}\n", ";".repeat(column), ";".repeat(5 - column));
    let said = |text: &str, (above, below): (Option<usize>, Option<usize>)| {
        let (above, below) = (above.map(|at| alone(text, at)), below.map(|at| alone(text, at)));
        csv(&format!("{}{heads}{}{rows}", above.unwrap_or_default(), below.unwrap_or_default()))
    };
    for place in
        [(Some(1), None), (Some(2), None), (Some(5), None), (None, Some(0)), (None, Some(2)), (None, Some(4)), (None, Some(5))]
    {
        let read = said("TAHUN 2020", place);
        assert!(!read.has(Kode::TahunBerselisih).is_empty(), "{place:?}: {:?}", read.galat());
        assert!(!said("DRAFT", place).temuan.is_empty() || place.1 == Some(4), "{place:?}");
    }
    for place in [(Some(2), None), (Some(5), None)] {
        assert_eq!(said("Angka dalam ribuan rupiah", place).sum(2021, "volume_usaha"), Some(Decimal::from(300_000)), "{place:?}");
    }
    // Sections, a unit under its own heading.
    let parts = "No;Nama Koperasi;Volume Usaha;Anggota\n;Bugul;;\n1;KSP A;100;5\n;Purworejo;;\n2;KSP B;200;6\n";
    assert_eq!(csv(parts).sum(2021, "volume_usaha"), Some(Decimal::from(300)));
    let unit = "No;Nama Koperasi;Volume Usaha;Anggota\n;;(Rp Juta);\n1;KSP A;100;5\n2;KSP B;200;6\n";
    assert_eq!(csv(unit).sum(2021, "volume_usaha"), Some(Decimal::from(300_000_000)));
}
