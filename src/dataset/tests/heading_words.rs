//! Closed world over columns: a label over a used column whose words may take a
//! part of what is counted is asked about, never passed and never dropped unsaid.

use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::{Checked, Kode};
use crate::profile::{Arti, Dictionary, JenisIsian};
use rust_decimal::Decimal;

const ROWS: &str = "1;KSP Adil;12/BH;Gadingrejo;100;7\n2;KUD Makmur;13/BH;Purworejo;200;8";

fn under(parent: &str) -> String {
    format!("No;Nama Koperasi;Nomor BH;Kecamatan;{parent};{parent}\n;;;;Volume Usaha (Rp);SHU\n{ROWS}\n")
}

fn read(text: &str, arti: &[(&str, Arti)]) -> Checked<crate::dataset::Dataset> {
    let office = Office::keragaan().file("2021.csv", text).needs(2021, &["volume_usaha"]);
    let office = office.source(|sumber| {
        sumber.arti = arti.iter().map(|(text, arti)| (Arti::folded(text), *arti)).collect();
    });
    office.read()
}

#[test]
fn labels_of_known_words_that_narrow_are_asked_about_at_their_cell() {
    for parent in [
        "Koperasi Wanita",
        "Wanita",
        "Simpan Pinjam",
        "Unit Simpan Pinjam",
        "Binaan",
        "Sampel",
        "Rencana",
        "Non Anggota",
        "Anggota",
        "Usaha Lain",
        "Tahun n-1",
        "Kecamatan Gadingrejo",
        "Blablabla",
        "Kumulatif",
    ] {
        let read = read(&under(parent), &[]);
        assert_eq!(read.galat(), ["arti-tidak-dikenal@E1"], "{parent}");
        assert!(read.has(Kode::ArtiTidakDikenal)[0].saran().contains(parent), "{parent}");
    }
}

#[test]
fn labels_that_say_what_kind_of_data_follows_pass() {
    for parent in [
        "Keuangan",
        "Ekonomi",
        "KINERJA KEUANGAN",
        "A. Keuangan",
        "Permodalan dan Usaha",
        "Koperasi",
        "Tahun 2021",
        "Realisasi Tahun 2021",
        "Kumulatif Tahun 2021",
        "Data Umum",
        "Perkembagan Usaha",
        "Kota",
    ] {
        let read = read(&under(parent), &[]);
        assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(300))), "{parent}");
    }
}

#[test]
fn the_profile_says_once_what_a_label_means() {
    let two = "No;Nama Koperasi;Nomor BH;Koperasi Wanita;Binaan\n;;;Volume Usaha;Volume Usaha\n1;KSP Adil;12/BH;100;7\n";
    assert_eq!(read(two, &[]).galat(), ["arti-tidak-dikenal@D1"]);
    let told = read(two, &[("koperasi  wanita", Arti::Biasa)]);
    assert_eq!((told.galat(), told.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(100))));
    let other = read(two, &[("Binaan", Arti::Biasa)]);
    assert_eq!((other.galat(), other.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(7))));
    // Both are meant: which is it?
    assert_eq!(read(two, &[("Koperasi Wanita", Arti::Biasa), ("Binaan", Arti::Biasa)]).galat(), ["kolom-ganda@D"]);
    // A column that is not read leaves the other one alone.
    let plain = "No;Nama Koperasi;Nomor BH;Volume Usaha;Volume Usaha\n;;;Semua;Hasil Audit\n1;KSP Adil;12/BH;100;7\n";
    let left = read(&plain.replace("Semua", ""), &[("Hasil Audit", Arti::Lewati)]);
    assert_eq!((left.galat(), left.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(100))));
    assert_eq!(read(&under("Binaan"), &[("Binaan", Arti::Lewati)]).galat(), ["kolom-tidak-ada@data/2021.csv"]);
}

#[test]
fn a_label_merged_over_some_columns_above_a_blank_row_heads_them_all_the_same() {
    let write = |parent: &'static str| {
        move |workbook: &mut rust_xlsxwriter::Workbook| {
            let sheet = workbook.add_worksheet();
            sheet.merge_range(0, 3, 0, 4, parent, &rust_xlsxwriter::Format::new()).unwrap();
            for (column, head) in (0u16..).zip(["No", "Nama Koperasi", "Nomor BH", "Volume Usaha", "SHU", "Kecamatan"]) {
                sheet.write(2, column, head).unwrap();
            }
            sheet.write(3, 0, 1).unwrap();
            for (column, text) in [(1, "KSP Adil"), (2, "12/BH"), (5, "Gadingrejo")] {
                sheet.write(3, column, text).unwrap();
            }
            sheet.write(3, 3, 100).unwrap();
            sheet.write(3, 4, 7).unwrap();
        }
    };
    let office = |parent| {
        Office::new(crate::profile::Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"])
            .xlsx("2021.xlsx", write(parent))
            .needs(2021, &["volume_usaha"])
            .read()
    };
    assert_eq!(office("Koperasi Wanita").galat(), ["arti-tidak-dikenal@D1"]);
    assert_eq!(office("Keuangan").galat(), Vec::<String>::new());
}

#[test]
fn a_period_in_cells_of_its_own_is_the_tables_wherever_it_stands() {
    let head = "No;Nama Koperasi;Nomor BH;Kecamatan;Volume Usaha;SHU";
    for rows in [
        format!("Triwulan;III;;;;\n{head}\n{ROWS}\n"),
        format!(";;;;Triwulan;III\n{head}\n{ROWS}\n"),
        format!("{head}\n;;;;Triwulan;III\n{ROWS}\n"),
        format!("DATA KOPERASI;;;;;\nSemester;I;2021;;;\n{head}\n{ROWS}\n"),
    ] {
        assert!(
            read(&rows, &[]).galat().iter().any(|galat| galat.starts_with("periode-berbeda")),
            "{:?} {rows}",
            read(&rows, &[]).galat()
        );
    }
}

#[test]
fn a_row_of_leaves_that_heads_columns_of_its_own_is_no_label() {
    let rows =
        "1;KSP Adil;12/BH;5000000000;4000000007\n2;KSP Bina;13/BH;6000000000;5000000007\n3;KSP Cipta;14/BH;7000000000;6000000007";
    for (first, second) in [("T", "R"), ("I", "II"), ("A", "B"), ("n", "n-1"), ("Usulan", "Hasil")] {
        let text = format!("No;Nama Koperasi;Nomor BH;Volume Usaha;\n;;;{first};{second}\n{rows}");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        assert!(!read.galat().is_empty(), "{first} | {second}");
    }
    // Words of units and of the year itself are leaves too.
    let text = format!("No;Nama Koperasi;Nomor BH;Volume Usaha;SHU\n;;;(Rp);(Rp)\n{rows}");
    let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
    assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (vec![], Some(Decimal::from(18_000_000_000u64))));
}

#[test]
fn a_field_with_its_own_abbreviation_or_a_plain_aside() {
    let read = |heads: [&str; 4]| {
        let [nik, kecamatan, nib, omset] = heads;
        let text = format!(
            "No;{nik};Nama Usaha;{kecamatan};{omset};{nib}\n1;3575011001600001;Warung Siti;Gadingrejo;12590196;1234567890120\n\
             2;3575021102610002;Keripik Sari;Purworejo;17292302;1234567890121"
        );
        let office = Office::umkm().file("2021.csv", &text);
        let read = office.needs(2021, &["omset", "kecamatan", "nib", "nik"]).read();
        (read.galat(), read.sum(2021, "omset"))
    };
    let sum = Some(Decimal::from(29_882_498));
    for heads in [
        ["Nomor Induk Kependudukan (NIK)", "Kecamatan (Lokasi Usaha)", "Nomor Induk Berusaha (NIB)", "Omset 1 Tahun"],
        ["NIK (16 digit)", "Kecamatan Usaha", "NIB (Nomor Induk Berusaha)", "Nilai Omset"],
        ["NIK (sesuai KTP)", "Kecamatan", "NIB (13 digit)", "Omset Penjualan (Rp./Th)"],
        ["No. KTP Pemilik", "Kecamatan", "NIB", "OMZET PENJUALAN"],
    ] {
        assert_eq!(read(heads), (Vec::new(), sum), "{heads:?}");
    }
    // Whose it is, of which month, or another field's name: another thing.
    for heads in [
        ["NIK (Pasangan)", "Kecamatan", "NIB", "Omset"],
        ["NIK", "Kecamatan (Domisili)", "NIB", "Omset"],
        ["NIK", "Kecamatan", "NIB (Tahun Terbit)", "Omset"],
        ["NIK", "Kecamatan", "NIB", "Omset (Rp/bulan)"],
        ["NIK", "Kecamatan", "NIB", "Omset 1 Tahun Sebelumnya"],
    ] {
        assert!(!read(heads).0.is_empty(), "{heads:?}");
    }
}

#[test]
fn members_of_both_sexes_together() {
    let read = |head: &str| {
        let text =
            format!("No;Nama Koperasi;Nomor Badan Hukum (BH);{head}\n1;KSP A;518/11/BH/1998;88\n2;KUD B;518/12/BH/1999;52");
        Office::keragaan().file("2021.csv", &text).needs(2021, &["anggota"]).read()
    };
    assert_eq!(read("Jumlah Anggota (L+P)").sum(2021, "anggota"), Some(Decimal::from(140)));
    for head in ["Jumlah Anggota (L)", "Jumlah Anggota (L/P)", "Jumlah Anggota (P)"] {
        assert!(!read(head).galat().is_empty(), "{head}");
    }
    let under = |both: &str| {
        let text = format!(
            "No;Nama Koperasi;Nomor BH;Anggota (Orang);;\n;;;L;P;{both}\n1;KSP A;518/11/BH;40;48;88\n2;KUD B;518/12/BH;30;22;52"
        );
        Office::keragaan().file("2021.csv", &text).needs(2021, &["anggota"]).read()
    };
    for both in ["L+P", "L + P", "Lk+Pr", "Jml"] {
        assert_eq!((under(both).sum(2021, "anggota"), under(both).galat()), (Some(Decimal::from(140)), Vec::new()), "{both}");
    }
    assert!(!under("L/P").galat().is_empty());
}

#[test]
fn a_kapanewon_and_a_kemantren_are_kecamatan() {
    for head in ["Kapanewon", "Kemantren", "Kapanewon/Kemantren"] {
        let text = format!("No;{head};Volume Usaha\n1;Gadingrejo;1345678\n2;Purworejo;8000123\n3;Bugul Kidul;25111222\n");
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kecamatan"]).file("2021.csv", &text);
        let office = office.source(|sumber| sumber.butir = Some("kecamatan".to_owned()));
        let read = office.needs(2021, &["volume_usaha"]).read();
        assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(34_457_023))), "{head}");
    }
}

#[test]
fn of_two_columns_the_profile_names_one_by_its_unit() {
    let read = |judul: &str| {
        let text = "No;Nama Penerima;Jumlah (Unit);Harga Satuan (Rp);Jumlah (Rp)\n1;Siti;1;3500000;3500000\n2;Budi;2;2850000;5700000\n3;Ani;1;1750000;1750000\n";
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &[]).file("2021.csv", text);
        let office = office.kolom("nama", "Nama Penerima", Some(JenisIsian::Teks)).kolom("nilai", judul, Some(JenisIsian::Uang));
        office.source(|sumber| sumber.butir = Some("penerima".to_owned())).needs(2021, &["nilai"]).read()
    };
    let own = read("Jumlah (Rp)");
    assert_eq!((own.galat(), own.sum(2021, "nilai")), (Vec::new(), Some(Decimal::from(10_950_000))));
    assert_eq!(read("Jumlah").galat(), ["kolom-ganda@C"]);
}
