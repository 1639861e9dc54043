//! Workbooks that once gave a wrong figure without a word.

use crate::dataset::fixture::{Office, Outcome, written};
use crate::profile::Dictionary;
use crate::vocabulary::Year;
use rust_xlsxwriter::Workbook;

const ROWS: &str = "KSP A;Gadingrejo;130007\nKSP B;Gadingrejo;260007\nKSP C;Bugul;390011\nKSP D;Bugul;520013";

fn unkeyed(rows: &str) -> Vec<String> {
    let text = format!("Nama Koperasi;Kecamatan;Volume Usaha\n{rows}");
    Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[])
        .file("2021.csv", &text)
        .needs(2021, &["volume_usaha"])
        .read()
        .galat()
}

#[test]
fn a_total_under_any_label_is_no_data() {
    assert!(unkeyed(ROWS).is_empty());
    for label in ["Gadingrejo", "Se-Kota"] {
        assert_eq!(unkeyed(&format!("{ROWS}\n{label};;1300038")), ["data-atau-jumlah@A6"], "{label}");
    }
    // A word that may mean a total, and a figure that is one.
    for label in ["Seluruh Koperasi", "TTL", "JUMLH"] {
        assert!(unkeyed(&format!("{ROWS}\n{label};;1300038")).is_empty(), "{label}");
        assert_eq!(unkeyed(&format!("{ROWS}\n{label};;1300039")), ["data-atau-jumlah@A6"], "{label}");
    }
    assert_eq!(unkeyed(&format!("Semuanya;;1300038\n{ROWS}")), ["data-atau-jumlah@A2"]);
    // Another sum is another koperasi.
    assert!(unkeyed(&format!("{ROWS}\nKSP E;Bugul;1300039")).is_empty());
}

#[test]
fn sums_of_groups_without_a_word_of_it() {
    let below = "KSP A;G;130007\nKSP B;G;260007\nGadingrejo;;390014\nKSP C;B;390011\nKSP D;B;520013\nBugul;;910024";
    assert_eq!(unkeyed(below), ["data-atau-jumlah@A4", "data-atau-jumlah@A7"]);
    let above = "Gadingrejo;;390014\nKSP A;G;130007\nKSP B;G;260007\nBugul;;910024\nKSP C;B;390011\nKSP D;B;520013";
    assert_eq!(unkeyed(above), ["data-atau-jumlah@A2", "data-atau-jumlah@A5"]);
}

#[test]
fn a_recap_below_its_rows_is_no_data() {
    let recap = format!("{ROWS}\n\nGadingrejo;;390014\nBugul;;910024");
    assert_eq!(unkeyed(&recap), ["data-atau-jumlah@A7", "data-atau-jumlah@A8"]);
}

#[test]
fn a_sum_may_be_accepted_as_a_total() {
    let text = format!("Nama Koperasi;Kecamatan;Volume Usaha\n{ROWS}\nSe-Kota;;1300038");
    let read = |nilai| {
        Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[])
            .file("2021.csv", &text)
            .needs(2021, &["volume_usaha"])
            .accepts(crate::diagnostic::Kode::DataAtauJumlah, "data/2021.csv!A6", Some("Se-Kota"), nilai)
            .read()
    };
    for (nilai, sum) in [(None, 1_300_038), (Some("data"), 2_600_076)] {
        let read = read(nilai);
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        assert_eq!(read.sum(2021, "volume_usaha"), Some(sum.into()));
    }
}

fn quarterly(isian: &[&str]) -> Vec<String> {
    let text = "Kelompok Koperasi;Triwulan;Volume Usaha\nKSP;I;1100\nKSP;II;2300\nJasa;I;3700\nJasa;II;4900";
    Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[])
        .source(|sumber| sumber.butir = Some("kelompok".to_owned()))
        .kolom("triwulan", "Triwulan", Some(crate::profile::JenisIsian::Teks))
        .file("2021.csv", text)
        .needs(2021, isian)
        .read()
        .galat()
}

#[test]
fn quarters_are_no_year_unless_the_formula_tells_them_apart() {
    assert_eq!(quarterly(&["volume_usaha"]), ["periode-berbeda@B"]);
    assert!(quarterly(&["volume_usaha", "triwulan"]).is_empty());
}

fn sheets(names: &[(&str, &[(&str, i32)])]) -> Vec<String> {
    let write = |workbook: &mut Workbook| {
        for (name, rows) in names {
            let sheet = workbook.add_worksheet();
            sheet.set_name(*name).unwrap();
            sheet.write(0, 0, "Nama Koperasi").unwrap();
            sheet.write(0, 1, "Volume Usaha").unwrap();
            for (row, (nama, value)) in (1u32..).zip(*rows) {
                sheet.write(row, 0, *nama).unwrap();
                sheet.write(row, 1, *value).unwrap();
            }
        }
    };
    Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &[])
        .source(|sumber| sumber.lembar = Some(written("semua")))
        .xlsx("2021.xlsx", write)
        .needs(2021, &["volume_usaha"])
        .read()
        .galat()
}

#[test]
fn sheets_that_hold_the_same_again() {
    let (gading, bugul) = (("Gadingrejo", &[("KSP A", 130_007), ("KSP B", 260_009)][..]), ("Bugul", &[("KSP C", 390_011)][..]));
    assert!(sheets(&[gading, bugul]).is_empty());
    let recap = ("Rekap", &[("Gadingrejo", 390_016), ("Bugul", 390_011)][..]);
    assert_eq!(sheets(&[gading, bugul, recap]), ["data-atau-jumlah@data/2021.xlsx"]);
    let older = ("Gadingrejo lama", &[("KSP A", 129_000), ("KSP B", 250_000)][..]);
    assert_eq!(sheets(&[gading, bugul, older]), ["kunci-ganda@A2", "kunci-ganda@A3"]);
    let months = [("Januari", &[("KSP A", 130_007)][..]), ("Februari", &[("KSP B", 260_009)][..])];
    let months = sheets(&months);
    assert!(!months.is_empty() && months.iter().all(|galat| galat.starts_with("periode-berbeda@")), "{months:?}");
}

#[test]
fn a_table_that_stands_twice_on_its_sheet() {
    let head = "No;Nama Koperasi;Nomor BH;Volume Usaha";
    let rows = |factor: i32| (1..=4).map(|n| format!("{n};KSP {n};{n}/BH;{}", n * factor)).collect::<Vec<_>>().join("\n");
    let read = |text: &str| Office::keragaan().file("2021.csv", text).needs(2021, &["volume_usaha"]).read().galat();
    let twice = read(&format!("{head}\n{}\n\n{head}\n{}", rows(1_001), rows(977)));
    assert!(twice.len() == 4 && twice.iter().all(|galat| galat.starts_with("kunci-ganda@")), "{twice:?}");
}

#[test]
fn rows_of_several_units_do_not_add_up() {
    let read = |isian: &[&str]| {
        Office::new(Dictionary::None, &["data/d.csv"], &[])
            .source(|sumber| sumber.butir = Some("wilayah".to_owned()))
            .kolom("wilayah", "wilayah", None)
            .kolom("judul", "judul", Some(crate::profile::JenisIsian::Teks))
            .kolom("nilai", "data", Some(crate::profile::JenisIsian::Angka))
            .file(
                "d.csv",
                "wilayah,judul,satuan,tahun,data\nA,Volume,Rp,2021,1200\nA,Koperasi,unit,2021,12\nB,Volume,Rp,2021,900",
            )
            .needs(2021, isian)
            .read()
    };
    assert_eq!(read(&["nilai"]).galat(), ["satuan-berselisih@C"]);
    assert!(read(&["nilai", "judul"]).galat().is_empty());
    assert!(read(&["nilai", "judul"]).value.table("s", Year(2021)).is_some());
}

#[test]
fn a_decimal_comma_is_no_separator_of_fields() {
    let read = |end: &str| {
        let text = format!("Nama Koperasi,Nomor BH,Volume Usaha\nKSP A,1/BH,{end}\nKSP B,2/BH,4000");
        Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read().galat()
    };
    assert!(read("1234").is_empty());
    assert_eq!(read("1234,5"), ["bukan-angka@C2"]);
    assert_eq!(read("1,234,567"), ["bukan-angka@C2"]);
}

#[test]
fn a_first_row_without_a_figure_is_no_heading() {
    // Its unit and year stood as headings below `Satuan` and `Tahun`, and the row that repeats its labels was passed over.
    for nil in ["-", "", "n/a"] {
        let rows = format!(
            "Utara;Volume;Rp Ribu;2020;{nil}\nSelatan;Volume;Rp Ribu;2020;12\nUtara;Volume;Rp Ribu;2021;13\nSelatan;Volume;Rp Ribu;2021;14"
        );
        let read = Office::new(Dictionary::None, &["data/d.csv"], &[])
            .source(|sumber| {
                sumber.butir = Some("wilayah".to_owned());
                sumber.tahun = Some(crate::profile::SumberTahun::Kolom);
            })
            .kolom("wilayah", "Wilayah", Some(crate::profile::JenisIsian::Teks))
            .kolom("data", "Data", Some(crate::profile::JenisIsian::Uang))
            .kolom("tahun", "Tahun", Some(crate::profile::JenisIsian::Angka))
            .file("d.csv", &format!("Wilayah;Judul;Satuan;Tahun;Data\n{rows}"))
            .needs(2020, &["data"])
            .needs(2021, &["data"])
            .read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        assert_eq!((read.sum(2020, "data"), read.sum(2021, "data")), (Some(12_000.into()), Some(27_000.into())), "{nil:?}");
        assert_eq!(read.value.table("s", Year(2020)).map(|table| table.rows.len()), Some(2), "{nil:?}");
    }
}

#[test]
fn a_sheet_that_sums_the_others_is_left_out_or_counted_as_the_office_says() {
    let rows = |of: &[(&str, u32)]| {
        of.iter().fold("Nama Koperasi;Volume Usaha".to_owned(), |lines, (name, volume)| format!("{lines}\n{name};{volume}"))
    };
    let read = |accepted: Option<Option<&str>>| {
        let office = Office::new(Dictionary::Keragaan, &["data/* 2021.csv"], &[])
            .file("a 2021.csv", &rows(&[("KSP A", 1_250_300), ("KSP B", 2_830_700), ("KSP C", 917_450)]))
            .file("b 2021.csv", &rows(&[("KSP D", 4_120_990), ("KSP E", 5_003_310)]))
            .file("rekap 2021.csv", &rows(&[("Bugul", 4_998_450), ("Gadingrejo", 9_124_300)]))
            .source(|sumber| sumber.tahun = Some(crate::profile::SumberTahun::Tetap(Year(2021))))
            .needs(2021, &["volume_usaha"]);
        let kode = crate::diagnostic::Kode::DataAtauJumlah;
        match accepted {
            Some(nilai) => office.accepts(kode, "data/rekap 2021.csv", Some("data/rekap 2021.csv"), nilai).read(),
            None => office.read(),
        }
    };
    let count =
        |read: &crate::diagnostic::Checked<crate::dataset::Dataset>| read.value.table("s", Year(2021)).unwrap().rows.len();
    assert_eq!(read(None).galat(), ["data-atau-jumlah@data/rekap 2021.csv"]);
    for (nilai, rows) in [(None, 5), (Some("data"), 7)] {
        let read = read(Some(nilai));
        assert!(read.galat().is_empty(), "{:?}", read.temuan);
        assert_eq!(count(&read), rows);
    }
}

#[test]
fn of_two_sheets_that_fit_the_decision_says_by_what_one_was_chosen() {
    use crate::dataset::keputusan::Tentang;
    use crate::table::Ground;
    let of = |titles: [&str; 2], names: [&str; 2]| {
        let read = Office::new(crate::profile::Dictionary::Keragaan, &["data/{tahun}.xlsx"], &[])
            .xlsx("2021.xlsx", |workbook| {
                for (title, name) in titles.into_iter().zip(names) {
                    let sheet = workbook.add_worksheet().set_name(name).unwrap();
                    sheet.write(0, 0, title).unwrap();
                    for (column, text) in (0u16..).zip(["No", "Nama Koperasi", "Volume Usaha"]) {
                        sheet.write(2, column, text).unwrap();
                    }
                    for row in 3u32..5 {
                        sheet.write(row, 0, row - 2).unwrap();
                        sheet.write(row, 1, format!("KSP {row}")).unwrap();
                        sheet.write(row, 2, 100 * row).unwrap();
                    }
                }
            })
            .needs(2021, &["volume_usaha"])
            .read();
        assert_eq!(read.galat(), Vec::<String>::new());
        let keputusan = read.value.bacaan.iter().flat_map(|bacaan| &bacaan.keputusan);
        let sheet = keputusan.into_iter().find(|keputusan| keputusan.tentang == Tentang::Lembar).unwrap();
        (sheet.nilai.clone(), sheet.karena[0].tempat.clone(), sheet.karena[0].teks.clone())
    };
    let (nilai, tempat, teks) = of(["TAHUN 2020", "TAHUN 2021"], ["A", "B"]);
    assert_eq!((nilai.as_str(), teks.as_str()), ("B", "TAHUN 2021"));
    assert!(matches!(tempat, Ground::Cell(_)), "{tempat:?}");
    assert_eq!(of(["DATA", "DATA"], ["2020", "2021"]), ("2021".to_owned(), Ground::Sheet, "2021".to_owned()));
}
