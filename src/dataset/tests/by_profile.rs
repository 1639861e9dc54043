//! What the profile settles is told, and so is what says so.

use crate::dataset::fixture::{Office, Outcome};
use crate::dataset::{Dataset, Tentang};
use crate::diagnostic::{Checked, Fakta, Kode, MenurutProfil, Terhadap};
use crate::profile::{Arti, Dictionary, SatuanUang, SumberTahun, Tanda};
use crate::table::Ground;
use crate::vocabulary::Year;
use rust_decimal::Decimal;

const ROWS: &str = "1;KSU Mawar;11/BH;1358023;v\n2;KSU Melati;12/BH;1738261;x\n3;KSP Anggrek;13/BH;2118499;v";

fn office(above: &str, heading: &str) -> Office {
    let file = format!("{above}No;Nama Koperasi;Nomor BH;{heading};RAT\n{ROWS}\n");
    Office::keragaan().file("2021.csv", &file).needs(2021, &["volume_usaha", "rat"])
}

/// `key: text` of all that is told of keys.
fn told(read: &Checked<Dataset>) -> Vec<String> {
    let text = |fakta: &Fakta| match fakta {
        Fakta::MenurutProfil(MenurutProfil { kunci, terhadap, .. }) => match terhadap {
            Terhadap::Tertulis(teks) | Terhadap::Lembar(teks) | Terhadap::TidakAda(teks) => Some(format!("{kunci}: {teks}")),
            Terhadap::Teks(teks, jumlah) => Some(format!("{kunci}: {teks} x{jumlah}")),
        },
        _ => None,
    };
    read.temuan.iter().filter_map(|temuan| text(&temuan.fakta)).collect()
}

#[test]
fn what_a_unit_overrules_is_told() {
    let rupiah = |office: Office| office.source(|sumber| sumber.satuan_uang = Some(SatuanUang::Rupiah)).read();
    let heading = rupiah(office("", "Volume Usaha (Rp ribu)"));
    assert_eq!((told(&heading), heading.galat()), (vec!["satuan_uang: (Rp ribu)".to_owned()], Vec::new()));
    assert_eq!(heading.sum(2021, "volume_usaha"), Some(Decimal::from(5_214_783)));
    assert_eq!(told(&rupiah(office("dalam jutaan rupiah;;;;\n", "Volume Usaha"))), ["satuan_uang: dalam jutaan rupiah"]);
    assert_eq!(told(&rupiah(office("", "Volume Usaha (Rp)"))), Vec::<String>::new());
}

#[test]
fn what_a_unit_overrules_in_the_rows_own_column_is_told() {
    let file = |unit: &str| {
        let rows = ROWS.replace(";v\n", &format!(";{unit}\n")).replace(";x\n", &format!(";{unit}\n"));
        let rows = rows.trim_end_matches(";v").to_owned() + &format!(";{unit}");
        let text = format!("No;Nama Koperasi;Nomor BH;Volume Usaha;Satuan\n{rows}\n");
        let office = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]);
        office.source(|sumber| sumber.satuan_uang = Some(SatuanUang::Rupiah)).read()
    };
    let read = file("Ribu Rp");
    assert_eq!((told(&read), read.galat()), (vec!["satuan_uang: Ribu Rp".to_owned()], Vec::new()));
    assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(5_214_783)));
    let unit = read.value.bacaan.iter().flat_map(|one| &one.keputusan).find(|one| one.tentang == Tentang::Satuan).unwrap();
    assert_eq!(unit.mengalahkan.as_ref().map(Vec::len), Some(1), "{unit:?}");
    assert_eq!(told(&file("Rp")), Vec::<String>::new());
}

#[test]
fn a_heading_passed_over_and_marks_turned_around_are_told() {
    let file = "No;Nama Koperasi;Nomor BH;Volume Usaha;Vol 2\n1;KSU Mawar;11/BH;1358023;5\n2;KSU Melati;12/BH;1738261;6\n";
    let read =
        Office::keragaan().file("2021.csv", file).kolom("volume_usaha", "Vol 2", None).needs(2021, &["volume_usaha"]).read();
    assert_eq!(told(&read), ["kolom.volume_usaha: Volume Usaha"]);
    let tanda = |ya: &str, tidak: &str| Tanda { ya: vec![ya.to_owned()], tidak: vec![tidak.to_owned()] };
    let read = office("", "Volume Usaha").source(|sumber| sumber.tanda = tanda("x", "v")).read();
    assert_eq!(told(&read), ["tanda.tidak: v"]);
    let marks = read.value.bacaan.iter().flat_map(|one| &one.keputusan).find(|one| one.tentang == Tentang::Tanda).unwrap();
    let keys = marks.karena.iter().filter(|karena| matches!(karena.tempat, Ground::Key(_))).count();
    assert_eq!(keys, 2, "{marks:?}");
    assert_eq!(told(&office("", "Volume Usaha").source(|sumber| sumber.tanda = tanda("v", "x")).read()), Vec::<String>::new());
}

#[test]
fn what_arti_says_leaves_its_trace() {
    let arti = |office: Office, text: &str, arti: Arti| {
        office.source(|sumber| {
            sumber.arti.insert(Arti::folded(text), arti);
        })
    };
    let plain = arti(office("KOPERASI DIBUBARKAN;;;;\n", "Volume Usaha"), "Koperasi Dibubarkan", Arti::Biasa).read();
    assert_eq!(told(&plain), ["arti: KOPERASI DIBUBARKAN x1"]);
    let said = plain.value.bacaan.iter().flat_map(|one| &one.keputusan).find(|one| one.tentang == Tentang::Arti).unwrap();
    assert_eq!((said.nilai.as_str(), said.karena.len()), ("KOPERASI DIBUBARKAN = biasa", 2));
    assert_eq!(told(&arti(office("", "Volume Usaha"), "zzz zzz", Arti::Lewati).read()), ["arti: zzz zzz"]);
    let sheets = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"])
        .source(|sumber| sumber.lembar = Some(crate::dataset::fixture::written("semua")))
        .xlsx("2021.xlsx", |workbook| {
            for (sheet, name) in ["Data", "dibubarkan"].into_iter().zip(["KSU Mawar", "KSU Melati"]) {
                let page = workbook.add_worksheet().set_name(sheet).unwrap();
                for (column, heading) in (0..).zip(["Nama Koperasi", "Nomor BH", "Volume Usaha"]) {
                    page.write(0, column, heading).unwrap();
                }
                page.write(1, 0, name).unwrap();
                page.write(1, 1, format!("{name}/BH/1")).unwrap();
                page.write(1, 2, 1_358_023).unwrap();
            }
        })
        .needs(2021, &["volume_usaha"]);
    let read = arti(sheets, "Dibubarkan", Arti::Lewati).read();
    assert_eq!(
        (told(&read), read.sum(2021, "volume_usaha")),
        (vec!["arti: dibubarkan".to_owned()], Some(Decimal::from(1_358_023)))
    );
}

#[test]
fn every_decision_has_its_evidence_and_blank_rows_are_counted() {
    let read = office("", "Volume Usaha").read();
    let decisions: Vec<_> = read.value.bacaan.iter().flat_map(|one| &one.keputusan).collect();
    assert!(decisions.iter().all(|one| !one.karena.is_empty()), "{decisions:?}");
    let file = "No;Nama Koperasi;Nomor BH;Volume Usaha\n1;KSU Mawar;11/BH;1358023\n;;;\n;;;\n2;KSU Melati;12/BH;1738261\n";
    let blank = Office::keragaan().file("2021.csv", file).needs(2021, &["volume_usaha"]).read();
    assert_eq!(blank.has(Kode::BarisDilewati).len(), 1);
}

#[test]
fn a_stated_year_gives_way_only_to_what_quotes_it() {
    let accepted = |ditemukan: Option<&str>| {
        let office =
            office("TAHUN 2020;;;;\n", "Volume Usaha").source(|sumber| sumber.tahun = Some(SumberTahun::Tetap(Year(2021))));
        let read = office.accepts(Kode::TahunBerselisih, "data/2021.csv!A1", ditemukan, None).read();
        read.has(Kode::TahunBerselisih).iter().all(|temuan| temuan.diterima.is_some())
    };
    assert!(accepted(Some("TAHUN 2020")));
    assert!(!accepted(None) && !accepted(Some("TAHUN 2019")));
}
