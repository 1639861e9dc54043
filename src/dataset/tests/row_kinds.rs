//! Which rows count: habits of offices, each as a small list.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::{Checked, Kode};
use crate::profile::{Arti, Dictionary};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

fn read_with(text: &str, arti: &[(&str, Arti)]) -> Checked<Dataset> {
    let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", text);
    let meant = arti.iter().map(|(text, arti)| (Arti::folded(text), *arti)).collect();
    office.source(|sumber| sumber.arti = meant).needs(2021, &["volume_usaha"]).read()
}

fn read(text: &str) -> Checked<Dataset> {
    read_with(text, &[])
}

/// The galat, the counted rows and their sum.
fn told(checked: &Checked<Dataset>) -> (Vec<String>, usize, Option<Decimal>) {
    let rows = checked.value.table("s", Year(2021)).map_or(0, |table| table.rows.len());
    (checked.galat(), rows, checked.sum(2021, "volume_usaha"))
}

fn right(text: &str, rows: usize, sum: i64) {
    assert_eq!(told(&read(text)), (Vec::new(), rows, Some(Decimal::from(sum))), "{text}");
}

fn refused(text: &str, galat: &[&str]) {
    assert_eq!(read(text).galat(), galat, "{text}");
}

const HEAD: &str = "No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Volume Usaha";
const ROWS: &str = "1;KUD Tirtha;518/BH/1990;Gadingrejo;1345678\n2;KSU Mekar;77/BH/1995;Gadingrejo;8000123\n3;KPRI Bahari;12/BH/2001;Purworejo;25111222";
const SUM: i64 = 34_457_023;

#[test]
fn what_stands_beside_the_table_judges_no_row() {
    right(&format!("{HEAD}\n1;2;3;4;5;;dicek 12/1/2022\n{ROWS}"), 3, SUM);
    right(&format!("{HEAD}\n{ROWS}\n;;;;;;Catatan: 5 koperasi belum lapor"), 3, SUM);
    let side = "No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Volume Usaha;;Kecamatan;Volume Usaha\n\
        1;KUD Tirtha;518/BH/1990;Gadingrejo;1345678;;Gadingrejo;9345801\n2;KSU Mekar;77/BH/1995;Gadingrejo;8000123;;Purworejo;25111222\n\
        3;KPRI Bahari;12/BH/2001;Purworejo;25111222;;;";
    right(side, 3, SUM);
    right(
        &side
            .replace(";;Kecamatan", ";Kecamatan")
            .replace(";;Gadingrejo", ";Gadingrejo")
            .replace(";;Purworejo", ";Purworejo")
            .replace(";;;", ";;"),
        3,
        SUM,
    );
}

#[test]
fn signatures_stand_under_any_column() {
    let foot = ";;Contoh, 31 Desember 2021;;\n;;Kepala Dinas;;\n;;;;\n;;Drs. CONTOH;;\n;;NIP. 197001011995031001;;";
    right(&format!("{HEAD}\n{ROWS}\n;;;;\n{foot}"), 3, SUM);
    right(
        &format!("{HEAD}\n{ROWS}\n;;;;\n;Mengetahui,;;Contoh, 31 Desember 2021;\n;Camat;;Kepala Dinas;\n;Drs. A;;Drs. B;"),
        3,
        SUM,
    );
    right(&format!("{HEAD}\n{ROWS}\n;;Sumber: Bidang Koperasi;;"), 3, SUM);
}

#[test]
fn names_that_are_words_are_rows() {
    let head = "Nama Koperasi;Kecamatan;Volume Usaha\nKUD A;Gadingrejo;500\nKUD B;Purworejo;700";
    for name in [
        "Kelompok Wanita Tani",
        "Desa Wisata",
        "Kota Tua Coffee",
        "Kel. Tani Jaya",
        "Maksimal",
        "Total Sejahtera",
        "Koperasi Jumlah",
    ] {
        right(&format!("{head}\n{name};Purworejo;30\nKUD C;Gadingrejo;900"), 4, 2_130);
        let without = read(&format!("{head}\n{name};Purworejo;\nKUD C;Gadingrejo;900"));
        assert_eq!(told(&without), (Vec::new(), 4, Some(Decimal::from(2_100))), "{name}");
    }
}

#[test]
fn totals_that_the_workbook_states_its_own_way() {
    let subtotals = "Kecamatan;Nama Koperasi;Nomor Badan Hukum;Volume Usaha\nBugul;KSP A;1/BH/2001;500\nBugul;KSP B;2/BH/2001;700\nBugul Total;;;1200\n\
        Gading;KSP C;3/BH/2001;90\nGading;KSP D;4/BH/2001;10\nGading Total;;;100\nGrand Total;;;1300";
    right(subtotals, 4, 1_300);
    refused(&subtotals.replace("1200", "1201"), &["jumlah-tidak-sama@D4"]);
}

#[test]
fn parts_of_the_row_above_are_not_counted() {
    let of = |part: &str| format!("Nama Koperasi;Volume Usaha\nKUD Makmur;150123\n{part};100023\nKSU Jaya;80000\nKSP Adil;70000");
    for part in ["di antaranya USP", "- USP", "\"  USP\"", "dari jumlah di atas: KSP", "termasuk USP", "a. Toko"] {
        right(&of(part), 3, 300_123);
    }
    // More than the row above it: no part of it.
    assert_eq!(read(&of("di antaranya USP").replace("100023", "160000")).galat(), ["data-atau-jumlah@A3"]);
    assert_eq!(read(&of("- KSP Baru")).galat(), ["data-atau-jumlah@A3"]);
}

#[test]
fn rows_that_compare_are_no_data() {
    for label in ["Realisasi 2020", "Tahun lalu", "Tahun 2020", "Target"] {
        right(&format!("Nama Koperasi;Volume Usaha\nKUD A;500\nKUD B;700\n{label};1100"), 2, 1_200);
    }
}

#[test]
fn lines_in_one_cell_are_told() {
    refused(&format!("{HEAD}\n{ROWS}\n\"4,KSP Baru,9/BH/2020,Purworejo,500\";;;;"), &["baris-tidak-terpisah@A5"]);
    refused(&format!("{HEAD}\n{ROWS}\n4|KSP Baru|9/BH/2020|Purworejo|500;;;;"), &["baris-tidak-terpisah@A5"]);
}

#[test]
fn sections_mean_something() {
    let of = |label: &str| format!("{HEAD}\n{ROWS}\n{label};;;;\n4;KSP Adil;33/BH/2012;Bugul;900");
    for label in
        ["TARGET", "KOPERASI DIBUBARKAN", "TAHUN LALU", "CALON KOPERASI", "REALISASI SEBELUMNYA", "Belum aktif", "Binaan Bu Sri"]
    {
        refused(&of(label), &["arti-tidak-dikenal@A5"]);
        let skipped = read_with(&of(label), &[(label, Arti::Lewati)]);
        assert_eq!(told(&skipped), (Vec::new(), 3, Some(Decimal::from(SUM))), "{label}");
        let plain = read_with(&of(label), &[(label, Arti::Biasa)]);
        assert_eq!(told(&plain), (Vec::new(), 4, Some(Decimal::from(SUM + 900))), "{label}");
    }
    for label in ["KECAMATAN BUGUL", "B. Koperasi Simpan Pinjam", "Purworejo"] {
        right(&of(label), 4, SUM + 900);
    }
    refused(&format!("{HEAD}\nKECAMATAN GADINGREJO (dalam jutaan);;;;\n{ROWS}"), &["arti-tidak-dikenal@A2"]);
    // Unknown words that part the whole table are plain.
    right(&format!("{HEAD}\nBinaan Bu Sri;;;;\n{ROWS}\nBinaan Pak Joko;;;;\n4;KSP Adil;33/BH/2012;Bugul;900"), 4, SUM + 900);
    let twice = ROWS.replace("518", "1").replace("77/", "2/").replace("12/", "3/");
    assert!(
        read(&format!("{HEAD}\nBinaan Bu Sri;;;;\n{ROWS}\nBinaan Pak Joko;;;;\n{twice}")).has(Kode::ArtiTidakDikenal).len() == 2
    );
}

#[test]
fn headings_that_come_again_are_read_by_themselves() {
    let swapped = "No;Nama Koperasi;Kecamatan;Volume Usaha;Target Volume Usaha\n1;KUD A;G;500;5\n2;KUD B;G;700;5\n\
        No;Nama Koperasi;Kecamatan;Target Volume Usaha;Volume Usaha\n3;KUD C;P;5;900\n4;KUD D;P;5;100";
    right(swapped, 4, 2_200);
    let unit = "No;Nama Koperasi;Kecamatan;Volume Usaha (Rp)\n1;KUD A;G;1345678\n2;KUD B;G;8000123\n;;;\n\
        No;Nama Koperasi;Kecamatan;Volume Usaha (Rp juta)\n3;KUD C;P;6\n4;KUD D;P;47";
    right(unit, 4, 62_345_801);
    let other = "No;Nama Koperasi;Kecamatan;Volume Usaha\n1;KUD A;G;500\n2;KUD B;G;700\nNo;Nama Koperasi;Kecamatan;Aset\n3;KUD C;P;900\n4;KUD D;P;5";
    refused(other, &["kolom-tidak-ada@data/2021.csv"]);
}

#[test]
fn a_name_over_two_rows_is_one_entity() {
    let office = Office::new(Dictionary::Umkm, &["data/{tahun}.csv"], &[]);
    let lines = "No;Nama Usaha;Produk;Omset\n1;Omah A;Keripik;100\n;;Tempe;50\n2;Omah B;Tahu;70\n3;Omah C;Roti;80";
    let checked = office.file("2021.csv", lines).needs(2021, &["omset"]).read();
    assert!(checked.galat().is_empty(), "{:?}", checked.galat());
    assert_eq!(checked.sum(2021, "omset"), Some(Decimal::from(300)));
    let table = checked.value.table("s", Year(2021)).unwrap();
    let goes_on: Vec<bool> = table.rows.iter().map(|row| row.lanjutan).collect();
    assert_eq!(goes_on, [false, true, false, false]);
}

#[test]
fn a_line_that_goes_on_with_the_numbers_is_told() {
    refused(
        &format!("{HEAD}\n{ROWS}\n4. KSP Baru, BH 9/2020, Kec. Purworejo, volume Rp 500.000;;;;"),
        &["baris-tidak-terpisah@A5"],
    );
}

#[test]
fn the_totals_row_of_an_excel_table_is_a_total() {
    let write = |total: f64| {
        move |book: &mut rust_xlsxwriter::Workbook| {
            let sheet = book.add_worksheet();
            let head = ["Nama Koperasi", "Volume Usaha"].map(|label| rust_xlsxwriter::TableColumn::new().set_header(label));
            let [name, volume] = head;
            let sum = rust_xlsxwriter::TableFunction::Sum;
            let columns = [name.set_total_label("Semua Unit"), volume.set_total_function(sum)];
            let table = rust_xlsxwriter::Table::new().set_columns(&columns).set_total_row(true);
            sheet.add_table(0, 0, 4, 1, &table).unwrap();
            for (row, (name, value)) in [("KUD A", 500.0), ("KUD B", 700.0), ("KUD C", 30.0)].into_iter().enumerate() {
                sheet.write(row as u32 + 1, 0, name).unwrap();
                sheet.write(row as u32 + 1, 1, value).unwrap();
            }
            sheet.write(4, 1, total).unwrap();
        }
    };
    let read = |total| {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &[]).xlsx("2021.xlsx", write(total));
        office.needs(2021, &["volume_usaha"]).read()
    };
    assert_eq!(told(&read(1_230.0)), (Vec::new(), 3, Some(Decimal::from(1_230))));
    assert_eq!(read(1_231.0).galat(), ["jumlah-tidak-sama@B5"]);
}
