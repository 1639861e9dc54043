//! Kinds that a hunt of November 2026 found silent: remarks beside rows that conditions count, units in a total's label,
//! years mistyped, sections of another kabupaten; and a sentence below the rows that was refused.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::{Checked, Kode};
use crate::profile::Dictionary;

const NAMES: [&str; 8] =
    ["KSU Rejeki", "KUD Makmur", "Kopwan Melati", "KPRI Guyub", "KSP Artha", "Kopkar Semen", "KSU Setia", "KUD Tani"];

/// Eight rows: name, kecamatan, RAT, volume, and what `last` says under `heading`.
fn sheet(heading: &str, last: impl Fn(usize) -> String) -> String {
    let row = |(at, name): (usize, &&str)| {
        let (place, rat) = if at % 2 == 0 { ("Gadingrejo", "v") } else { ("Purworejo", "-") };
        format!("{};{name};{}/BH/1990;{place};{rat};{};{}\n", at + 1, at + 1, 1_000_123 * (at + 1), last(at))
    };
    let rows: String = NAMES.iter().enumerate().map(row).collect();
    format!("DATA KOPERASI;;;;;;\nNo;Nama Koperasi;Nomor BH;Kecamatan;RAT;Volume Usaha;{heading}\n{rows}")
}

fn read(text: &str, isian: &[&str]) -> Checked<Dataset> {
    Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh"]).file("2021.csv", text).needs(2021, isian).read()
}

fn told(text: &str, isian: &[&str]) -> usize {
    let read = read(text, isian);
    assert_eq!(read.galat(), Vec::<String>::new(), "{text}");
    read.has(Kode::KeteranganMembatasi).len()
}

#[test]
fn remarks_beside_rows_that_a_condition_counts_are_heard() {
    for remark in ["tutup", "dibubarkan 2019", "pindah", "data lama", "data tahun lalu", "sdh bubar", "blm diverifikasi"] {
        let at = |row: usize| sheet("Ket", |at| if at == row { remark.to_owned() } else { String::new() });
        assert_eq!(told(&at(2), &["kecamatan"]), 1, "{remark}");
        // A row that the mark counts, and one that it does not.
        assert_eq!((told(&at(2), &["rat"]), told(&at(3), &["rat"])), (1, 0), "{remark}");
    }
    for remark in ["RAT 12 Maret 2022", "ketua baru", "tutup hari Jumat", "pindah alamat", "aktif"] {
        assert_eq!(told(&sheet("Ket", |at| if at == 2 { remark.to_owned() } else { String::new() }), &["rat"]), 0, "{remark}");
    }
}

#[test]
fn a_few_texts_under_any_heading_are_remarks() {
    let of = |heading: &str, remark: &str| sheet(heading, |at| if at == 4 { remark.to_owned() } else { String::new() });
    for remark in ["tutup", "tidak ditemukan", "sudah pindah", "gulung tikar", "data lama"] {
        assert_eq!(told(&of("Hasil Kunjungan", remark), &["volume_usaha"]), 1, "{remark}");
    }
    for (heading, remark) in [("Nama Ketua", "Tutup Riyanto"), ("Dusun", "Mati Air"), ("Sertifikat", "belum ada")] {
        assert_eq!(told(&of(heading, remark), &["volume_usaha"]), 0, "{remark}");
    }
}

#[test]
fn a_total_in_another_unit_than_its_column_is_told() {
    let of = |label: &str| format!("{};{label};;;;36004428;\n", sheet("Ket", |_| String::new()));
    for label in ["JUMLAH (dalam jutaan)", "JUMLAH (Rp ribu)", "Jumlah (US$)"] {
        assert_eq!(told(&of(label), &["volume_usaha"]), 1, "{label}");
    }
    assert_eq!((told(&of("JUMLAH"), &["volume_usaha"]), told(&of("JUMLAH (Rp)"), &["volume_usaha"])), (0, 0));
}

#[test]
fn a_year_that_is_none_is_told() {
    let titled = |title: &str| sheet("Ket", |_| String::new()).replace("DATA KOPERASI", title);
    for title in ["TAHUN 2201", "TAHUN 202", "DATA KOPERASI TAHUN 2O21"] {
        assert_eq!(told(&titled(title), &["volume_usaha"]), 1, "{title}");
    }
    // Set apart it is a year.
    assert_eq!(told(&titled("T A H U N  2 0 2 1"), &["volume_usaha"]), 0);
    assert!(!read(&titled("T A H U N  2 0 2 0"), &["volume_usaha"]).galat().is_empty());
    // In a column of years.
    for slip in ["2201", "1998", "Tahun lalu", "202"] {
        let text = sheet("Tahun", |at| if at == 5 { slip.to_owned() } else { "2021".to_owned() });
        assert_eq!(read(&text, &["volume_usaha"]).galat(), ["periode-berbeda@G8"], "{slip}");
    }
}

#[test]
fn a_sentence_below_the_rows_is_no_total() {
    for line in ["Total koperasi menurut kecamatan terlampir", "Jumlah koperasi dibubarkan sejak 2019 sebanyak 12"] {
        for (before, after) in
            [("", ""), (";;;;;;\n", ";;;;;;\nSumber: Bidang Koperasi;;;;;;\n"), (";JUMLAH;;;;36004428;\n;;;;;;\n", "")]
        {
            let text = format!("{}{before};{line};;;;;\n{after}", sheet("Ket", |_| String::new()));
            assert_eq!(read(&text, &["volume_usaha"]).galat(), Vec::<String>::new(), "{text}");
        }
    }
    let amount = format!("{};Jumlah seluruh volume usaha koperasi Rp 1.000.000;;;;;\n", sheet("Ket", |_| String::new()));
    let found = read(&amount, &["volume_usaha"]).temuan;
    assert!(found.iter().any(|temuan| temuan.kode() != Kode::BarisDilewati), "{found:?}");
}
