//! Ordinary habits that were refused, each beside its sibling that must be.

use crate::dataset::fixture::{Office, Outcome};
use crate::profile::Dictionary;
use rust_decimal::Decimal;

const ROWS: &str = "1;3303011000000001;Yohanis;Kopi Opa;Kuliner;9000000\n2;3303011000000002;Petrus;Las Dul;Jasa;8000000\n\
                    3;3303011000000003;Asep;Tahu Asep;Kuliner;7000000\n";

fn umkm(foot: &str) -> Vec<String> {
    let text = format!("No;NIK;Nama Pemilik;Nama Usaha;Jenis Usaha;Omset\n{ROWS}{foot}\n");
    let office =
        Office::new(Dictionary::Umkm, &["data/{tahun}.csv"], &["nik"]).file("2021.csv", &text).needs(2021, &["omset"]).read();
    assert_eq!(office.sum(2021, "omset"), Some(Decimal::from(24_000_000)), "{foot}");
    office.galat()
}

#[test]
fn a_true_count_at_the_foot_is_a_note_and_another_is_asked_about() {
    for foot in ["Jumlah UMKM terdata : 3 unit usaha", "Total 3 pelaku usaha", ";;;Jumlah responden 3 usaha", "Sumber: RT\nn = 3"]
    {
        assert_eq!(umkm(foot), Vec::<String>::new(), "{foot}");
    }
    for foot in ["Jumlah UMKM terdata : 5 unit usaha", "Total 4 pelaku usaha"] {
        assert!(!umkm(foot).is_empty(), "{foot}");
    }
    // A figure in the amounts' own column is a row's, whoever it is.
    assert!(!umkm("Jumlah 3 usaha;;;;;3000000").is_empty());
}

#[test]
fn people_listed_under_a_signature_are_no_figures() {
    assert_eq!(umkm("\n;;;;;Tim Pendata:\n;;;;;1. Yohanes Rambu\n;;;;;2. Siti Khadijah"), Vec::<String>::new());
    for amount in ["1. Dua Juta", "2. Rp Seribu"] {
        assert!(!umkm(&format!("\n;;;;;{amount}")).is_empty(), "{amount}");
    }
}

#[test]
fn a_further_product_without_a_figure_is_no_section() {
    let read = |further: &str, heading: &str| {
        let text = format!(
            "No;NIK;Nama Usaha;{heading};Omset\n1;3303011000000001;Kopi Opa;kopi;9000000\n;;;{further};\n\
             2;3303011000000002;Tahu Asep;tahu;8000000\n3;3303011000000003;Roti Ayu;roti;7000000\n"
        );
        Office::new(Dictionary::Umkm, &["data/{tahun}.csv"], &["nik"]).file("2021.csv", &text).needs(2021, &["omset"]).read()
    };
    for heading in ["Produk", "Jenis Produk", "Komoditi"] {
        let office = read("kue kering", heading);
        assert_eq!(office.galat(), Vec::<String>::new(), "{heading}");
        assert_eq!(office.sum(2021, "omset"), Some(Decimal::from(24_000_000)));
    }
    // A word of a status heads the rows below it, whatever column it stands in.
    for status in ["TUTUP", "CALON BINAAN", "TAHUN LALU", "TARGET 2022", "dibubarkan"] {
        assert!(!read(status, "Produk").galat().is_empty(), "{status}");
    }
    assert!(!read("kue kering", "Alamat").galat().is_empty());
}

#[test]
fn a_lettered_label_below_the_headings_is_a_group_and_no_heading() {
    let read = |label: &str| {
        let text = format!(
            "No;Koperasi;No. BH;Anggota;Volume Usaha\n{label};;;\n1;KSP Obor;1/BH/2001;20;9000000\n2;CU Mawar;2/BH/2001;30;8000000\n\
             B;Konsumen;;;\n3;KUD Tani;3/BH/2001;40;7000000\n4;KPRI Guru;4/BH/2001;50;6000000\n"
        );
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh"]);
        office.file("2021.csv", &text).needs(2021, &["volume_usaha", "nama_koperasi"]).read()
    };
    for label in ["A;Simpan Pinjam", "A.;KSP", "I;KOPERASI SIMPAN PINJAM"] {
        let office = read(label);
        assert_eq!(office.galat(), Vec::<String>::new(), "{label}");
        assert_eq!(office.sum(2021, "volume_usaha"), Some(Decimal::from(30_000_000)), "{label}");
    }
    assert!(!read("A;DIBUBARKAN").galat().is_empty());
}

#[test]
fn a_parent_of_years_alone_in_its_row_reaches_over_them() {
    for (over, below) in
        [(";;;Omset (Rp Juta);", "No.;NIK;Nama Usaha;2020;2021"), ("No.;NIK;Nama Usaha;Omset (Rp Juta);", ";;;2020;2021")]
    {
        let text = format!("{over}\n{below}\n1;3303011000000001;Kopi Opa;10;20\n2;3303011000000002;Las Dul;30;45\n");
        let office = Office::new(Dictionary::Umkm, &["data/a.csv"], &["nik"]).file("a.csv", &text);
        let office = office.needs(2020, &["omset"]).needs(2021, &["omset"]).read();
        assert_eq!(office.galat(), Vec::<String>::new(), "{over}");
        let sums = [2020, 2021].map(|tahun| office.sum(tahun, "omset"));
        assert_eq!(sums, [40_000_000, 65_000_000].map(|sum| Some(Decimal::from(sum))), "{over}");
    }
}

#[test]
fn an_example_is_a_row_and_the_word_alone_heads_rows() {
    let read = |line: &str| {
        let text = format!(
            "No;Koperasi;No. BH;Volume Usaha\n1;KSP Obor;1/BH/2001;9000000\n{line}\n2;CU Mawar;2/BH/2001;8000000\n\
             3;KUD Tani;3/BH/2001;7000000\n"
        );
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh"]);
        office.file("2021.csv", &text).needs(2021, &["volume_usaha", "nama_koperasi"]).read()
    };
    for (line, galat) in
        [("Contoh;KSP Contoh;9/BH/2001;1000000", vec![]), ("Contoh;KSP Sejahtera;9/BH/2001;1000000", vec!["data-atau-contoh@B3"])]
    {
        let office = read(line);
        assert_eq!(
            (office.galat(), office.sum(2021, "volume_usaha")),
            (galat.iter().map(ToString::to_string).collect(), Some(Decimal::from(24_000_000)))
        );
    }
    for label in ["CONTOH PENGISIAN;;;", "Contoh;;;"] {
        assert!(!read(label).galat().is_empty(), "{label}");
    }
}

#[test]
fn a_village_called_julah_is_no_slip_of_jumlah() {
    let text = "idkop;nmkop;kelurahan;nobh;volusaha\n1;KUD Tirtha;Banyuning;91/BH/1996;1500000\n2;KSU Duta Kriya;Julah;92/BH/1996;2500000\n\
                3;KSP Amreta;Panji;93/BH/1996;3500000\n";
    let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nama_koperasi", "kelurahan"])
        .file("2021.csv", text)
        .needs(2021, &["volume_usaha"])
        .read();
    assert_eq!((office.galat(), office.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(7_500_000))));
    // Where a name should stand it is asked about.
    let slip = text.replace("3;KSP Amreta;Panji;93/BH/1996;3500000", ";Julah;;;4000000");
    let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nama_koperasi"])
        .file("2021.csv", &slip)
        .needs(2021, &["volume_usaha"])
        .read();
    assert_ne!(office.sum(2021, "volume_usaha"), Some(Decimal::from(8_000_000)));
}

#[test]
fn a_month_in_one_remark_is_no_period_of_all() {
    let read = |heading: &str, filled: usize| {
        let remark = |at: usize| if at < filled { "Maret" } else { "" };
        let rows = (0..6).map(|at| format!("{};KSU {at};4{at}/BH/1998;{}500000;{}\n", at + 1, at + 1, remark(at)));
        Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh"])
            .file("2021.csv", &format!("No;Nama Koperasi;Nomor Badan Hukum;Volume Usaha;{heading}\n{}", rows.collect::<String>()))
            .needs(2021, &["volume_usaha"])
            .read()
    };
    let is_short = |galat: Vec<String>| galat.iter().any(|galat| galat.starts_with("periode-berbeda"));
    assert!(!is_short(read("Keterangan", 1).galat()) && is_short(read("Keterangan", 6).galat()));
    assert!(is_short(read("Posisi", 2).galat()));
}

#[test]
fn what_last_year_came_to_stands_below_the_sum() {
    for foot in [";;;;;Jumlah;24000000\n;;;;;Jumlah Tahun Lalu;21000000", ";Jumlah;;;;24000000\n;Semua usaha sudah melapor;;;;"] {
        let foot = foot.replace(";;;;;Jumlah;", ";Jumlah;;;;").replace(";;;;;Jumlah Tahun Lalu;", ";Jumlah Tahun Lalu;;;;");
        assert_eq!(umkm(&foot), Vec::<String>::new(), "{foot}");
    }
    assert!(!umkm(";Jumlah;;;;24000000\n;Jumlah Lain;;;;3000000").is_empty());
}
