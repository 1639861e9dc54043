//! Branches and units with a key of their own beside whom they belong to.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::{Checked, Kode};
use crate::profile::{Arti, Dictionary};
use rust_decimal::Decimal;

const ROWS: &str = "1;KUD Tirtha Luhur;518/BH/KWK.13/1990;Gadingrejo;1345678\n2;KSU Mekar Sari;77/BH/KWK.13/1995;Gadingrejo;8000123\n\
    3;KPRI Bahari;12/BH/KWK.13/2001;Purworejo;25111222\n4;Kopwan Melati;919/BH/XVI.26/2010;Purworejo;6120034";

fn office(rows: &str) -> Office {
    let text = format!("No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Volume Usaha\n{ROWS}\n{rows}");
    Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"])
}

fn asked(rows: &str) -> Vec<String> {
    office(rows).read().galat()
}

#[test]
fn a_branch_with_a_key_of_its_own_is_asked_about() {
    for name in [
        "Cabang Purworejo",
        "KCP Bugul",
        "Kantor Kas Pasar",
        "TPK Karang",
        "Perwakilan Gadingrejo",
        "Pos Pelayanan Bangil",
        "Unit Simpan Pinjam KUD Tirtha Luhur",
        "Unit Toko KUD Tirtha Luhur",
        "KUD Tirtha Luhur Cabang Purworejo",
        "KUD TIRTHA LUHUR - TPK Sumber",
        "Waserda KUD Tirtha Luhur",
        "USP Tirtha Luhur",
        "SPBU KUD. Tirtha Luhur",
        "Unit Waserda",
    ] {
        assert_eq!(asked(&format!("5;{name};901/BH/2011;Purworejo;777123")), ["cabang-terhitung@B6"], "{name}");
    }
    for number in ["518/BH/KWK.13/1990-01", "518/BH/KWK.13/1990/CAB", "518/BH/KWK.13/1990.1", "518/BH/KWK.13/1990 (cab)"] {
        assert_eq!(asked(&format!("5;Mekar Abadi;{number};Purworejo;777123")), ["cabang-terhitung@B6"], "{number}");
    }
}

#[test]
fn names_that_hold_another_and_are_koperasi_of_their_own() {
    for name in [
        "KUD Tirtha Luhur Jaya",
        "Kopkar KUD Tirtha Luhur",
        "Koperasi Karyawan Toko KUD Tirtha Luhur",
        "USP Barokah",
        "KPRI Cabang Dinas Pendidikan",
        "KPRI Kantor Kas Negara",
        "KSPPS BMT Nusantara Cabang Purworejo",
        "USP Mekar",
    ] {
        assert!(asked(&format!("5;{name};901/BH/2011;Purworejo;777123")).is_empty(), "{name}");
    }
    // A list of branches.
    let text = "No;Nama Koperasi;Volume Usaha\n1;TPK Karang;100\n2;TPK Sumber;200\n3;TPK Rejo;300";
    let list = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", text);
    assert!(list.needs(2021, &["volume_usaha"]).read().galat().is_empty());
}

#[test]
fn a_branch_on_another_sheet_and_parts_that_make_up_the_row_above() {
    let head = "No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Volume Usaha";
    let office = Office::new(Dictionary::Keragaan, &["data/a {tahun}.csv", "data/b {tahun}.csv"], &["nomor_bh"])
        .file("a 2021.csv", &format!("{head}\n{ROWS}"))
        .file(
            "b 2021.csv",
            &format!("{head}\n1;KUD Tirtha Luhur Cabang Bangil;5/BH/2011;Bangil;77123\n2;KSP Baru;6/BH/2011;Bangil;5"),
        );
    assert_eq!(office.needs(2021, &["volume_usaha"]).read().galat(), ["cabang-terhitung@B2"]);
    let text = format!(
        "{head}\n1;KUD Makmur;9/BH/2011;Barat;3000123\n2;Cabang Barat;10/BH/2011;Barat;1000023\n3;Cabang Timur;11/BH/2011;Timur;2000100\n\
         4;KSP Damai;12/BH/2011;Timur;500000"
    );
    let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
    assert_eq!((read.galat(), read.sum(2021, "volume_usaha")), (Vec::new(), Some(Decimal::from(3_500_123))));
}

#[test]
fn the_office_says_once_whether_it_counts() {
    let row = "5;Cabang Purworejo;901/BH/2011;Purworejo;777123";
    let by = |arti| {
        let read = office(row).source(|sumber| sumber.arti.extend([(Arti::folded("CABANG  Purworejo"), arti)])).read();
        (read.galat(), read.sum(2021, "volume_usaha"))
    };
    let all = 1_345_678 + 8_000_123 + 25_111_222 + 6_120_034;
    assert_eq!(by(Arti::Lewati), (Vec::new(), Some(Decimal::from(all))));
    assert_eq!(by(Arti::Biasa), (Vec::new(), Some(Decimal::from(all + 777_123))));
    let accepted = |nilai| {
        let read = office(row).accepts(Kode::CabangTerhitung, "data/2021.csv!B6", Some("Cabang Purworejo"), nilai).read();
        (read.galat(), read.sum(2021, "volume_usaha"))
    };
    assert_eq!(accepted(None), (Vec::new(), Some(Decimal::from(all))));
    assert_eq!(accepted(Some("data")), (Vec::new(), Some(Decimal::from(all + 777_123))));
}

#[test]
fn outlets_of_businesses_are_told() {
    let told = |name: &str| -> Checked<Dataset> {
        let text = format!(
            "No;NIK;Nama Usaha;Nama Pemilik;Omset\n1;3575010101800001;Bakso Jaya;Siti;500000\n2;3575010101800002;Toko Umi;Umi;600000\n\
             3;3575010101800003;{name};Budi;700000\n4;3575010101800004;Keripik;Ani;800000"
        );
        Office::umkm().file("2021.csv", &text).needs(2021, &["omset"]).read()
    };
    for name in ["Bakso Jaya Cabang Bangil", "Outlet Bakso Jaya", "Cabang Bangil"] {
        let read = told(name);
        assert_eq!((read.galat(), read.has(Kode::KeteranganMembatasi).len()), (Vec::new(), 1), "{name}");
    }
    for name in ["Toko Cabang Rejeki", "Ayam Geprek Cabang Malang", "Bakso Jaya 2"] {
        assert!(told(name).has(Kode::KeteranganMembatasi).is_empty(), "{name}");
    }
}
