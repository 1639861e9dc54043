//! What rows say of their bearers: words where a number, a place or an owner belongs, remarks on the figure,
//! one bearer's rows under other keys and names, files copied under other keys.

use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::Kode;
use crate::profile::Dictionary;

const PLACES: [&str; 4] = ["Gadingrejo", "Purworejo", "Bugul Kidul", "Panggungrejo"];

/// Twelve koperasi as lines of cells: No, name, badan hukum, kecamatan, remark, volume.
fn koperasi() -> Vec<Vec<String>> {
    let row = |at: usize| {
        vec![
            (at + 1).to_string(),
            format!("KSP Sinar {}", char::from(b'A' + at as u8)),
            format!("{}/BH/KWK.13/XI/{}", 518 + at, 1990 + at),
            PLACES[at % 4].to_owned(),
            String::new(),
            (1_345_678_000 + 77_123_000 * at as u64).to_string(),
        ]
    };
    (0..12).map(row).collect()
}

fn told(rows: &[Vec<String>]) -> usize {
    let lines: Vec<String> = rows.iter().map(|row| row.join(";")).collect();
    let text = format!("No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Ket;Volume Usaha (Rp)\n{}", lines.join("\n"));
    let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
    read.has(Kode::KeteranganMembatasi).len()
}

fn with(column: usize, text: &str) -> usize {
    let mut rows = koperasi();
    rows[4][column] = text.to_owned();
    told(&rows)
}

#[test]
fn a_word_where_a_number_or_a_place_belongs_is_told() {
    for text in ["batal", "coret", "hapus", "bubar", "calon", "x", "*", "//", "lihat no 2", "dobel"] {
        assert_eq!(with(0, text), 1, "No {text}");
    }
    for text in ["dibubarkan", "BH dicabut 2019", "pra koperasi", "pindah", "luar kota", "sda", "hilang"] {
        assert_eq!(with(2, text), 1, "BH {text}");
    }
    for text in
        ["Total", "semua", "target", "bubar", "tidak aktif", "luar kota", "Kab. Malang", "Provinsi", "Gadingrejo/Purworejo"]
    {
        assert_eq!(with(3, text), 1, "Kecamatan {text}");
    }
    for (column, text) in [
        (0, "5."),
        (0, "5a"),
        (0, "V"),
        (0, "-"),
        (2, "-"),
        (2, "belum ada"),
        (2, "proses"),
        (2, "AHU-0012.AH.01.26.2021"),
        (3, "Kota Lama"),
        (3, "Kec. Gadingrejo"),
        (3, "Luar Batang"),
    ] {
        assert_eq!(with(column, text), 0, "{text}");
    }
}

#[test]
fn a_remark_that_speaks_of_the_figure_is_told_where_few_do() {
    for text in ["4.000.000.000", "kurang 1 nol", "cek vol", "aset & volume tertukar", "vol belum termasuk USP", "pembulatan"] {
        assert_eq!(with(4, text), 1, "{text}");
    }
    for text in ["volume naik", "SHU dibagikan", "ketua baru", "anggota 25 org", "sudah RAT"] {
        assert_eq!(with(4, text), 0, "{text}");
    }
    // A column of amounts is none of remarks.
    let mut rows = koperasi();
    rows.iter_mut().for_each(|row| row[4] = "Rp 5.000.000".to_owned());
    assert_eq!(told(&rows), 0);
}

/// Twelve businesses: No, NIK, owner, name, kecamatan, omset; and more lines.
fn businesses(more: &[&str], kunci: &[&str]) -> [usize; 2] {
    let names =
        ["Keripik Bu Siti", "Batik Kenanga", "Warung Pojok Yah", "Mebel Jati Indah", "Bengkel Joko", "Tahu Rasa", "Kue Melati"];
    let owners = ["Siti Aminah", "Kenanga Wati", "Yahya Nur", "Indah Lestari", "Joko Susilo", "Hadi Rasa", "Melati Putri"];
    let row = |at: usize| {
        format!(
            "{};35750101018031{:02};{};{};{};{}",
            at + 1,
            at,
            owners[at],
            names[at],
            PLACES[at % 4],
            36_500_000 + at * 11_700_000
        )
    };
    let mut lines: Vec<String> = (0..7).map(row).collect();
    lines.extend(more.iter().map(|line| (*line).to_owned()));
    let text = format!("No;NIK;Nama Pemilik;Nama Usaha;Kecamatan;Omset (Rp)\n{}", lines.join("\n"));
    let office = Office::new(Dictionary::Umkm, &["data/{tahun}.csv"], kunci).file("2021.csv", &text);
    let read = office.needs(2021, &["omset"]).read();
    [read.has(Kode::EntitasKembar).len(), read.has(Kode::KunciGandaSelembar).len()]
}

#[test]
fn a_business_that_stands_twice_is_told_whatever_its_key() {
    for kunci in [&[][..], &["nik"], &["nik", "nama_usaha"]] {
        // Its name and amount alone; the name written otherwise; another number in a copied row.
        let bare = businesses(&["8;;;Mebel Jati Indah;;71600000"], kunci);
        let other = businesses(&["8;3575010101803199;Indah Lestari;Mebel Jati Ind.;Panggungrejo;71600000"], kunci);
        let copied = businesses(&["8;3575019901803103;Indah Lestari;Mebel Jati Indah;Panggungrejo;71600000"], kunci);
        assert!(
            [bare, other, copied].iter().all(|told| told.iter().sum::<usize>() == 1),
            "{kunci:?} {bare:?} {other:?} {copied:?}"
        );
        // It goes on in a second row.
        let more = businesses(&["8;;Indah Lestari;Mebel Jati Indah;Panggungrejo;5000000"], kunci);
        let unnamed = businesses(&[";3575010101803103;Indah Lestari;;;5000000"], kunci);
        assert!([more, unnamed].iter().all(|told| told[1] == 1), "{kunci:?} {more:?} {unnamed:?}");
        // Another business of hers, one of her name elsewhere, one of the same amount.
        for line in [
            "8;3575010101803103;Indah Lestari;Katering Rasa;Panggungrejo;5000000",
            "8;3575010101803177;Indah Lestari;Mebel Jati Indah;Gadingrejo;71600000",
            "8;3575010101803177;Budi;Toko Berkah;Panggungrejo;71600000",
        ] {
            assert_eq!(businesses(&[line], &["nik", "nama_usaha"]), [0, 0], "{line}");
        }
    }
}

#[test]
fn a_file_whose_rows_are_anothers_by_their_amounts_is_refused_whatever_its_keys() {
    let text = |rows: &[Vec<String>]| {
        let lines: Vec<String> = rows.iter().map(|row| row.join(";")).collect();
        format!("No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Ket;Volume Usaha (Rp)\n{}", lines.join("\n"))
    };
    let changed = |change: &dyn Fn(&mut Vec<String>)| {
        let mut rows = koperasi();
        rows.iter_mut().for_each(change);
        let office = Office::new(Dictionary::Keragaan, &["data/Keragaan {tahun}*.csv"], &["nomor_bh"])
            .file("Keragaan 2021.csv", &text(&koperasi()))
            .file("Keragaan 2021 rev.csv", &text(&rows));
        office.needs(2021, &["volume_usaha"]).read().has(Kode::KunciGanda).len()
    };
    assert!(changed(&|row| row[2].clear()) > 0);
    assert!(
        changed(&|row| {
            row[2].clear();
            row[1] = row[1].replace("KSP", "Kop.");
        }) > 0
    );
    assert!(changed(&|row| row[2].insert(0, '0')) > 0);
    // Another kecamatan's koperasi.
    assert_eq!(
        changed(&|row| {
            row[1].push_str(" Baru");
            row[2].insert(0, '9');
            row[5].insert(0, '2');
        }),
        0
    );
}

#[test]
fn a_name_or_a_key_that_is_written_otherwise_between_two_years_is_told() {
    let years = |name: &str, key: &str, kunci: &str| {
        let text = |changed: bool| {
            let mut rows = koperasi();
            rows.iter_mut().for_each(|row| row[1] = row[1].replace("Sinar", "Tirtha Luhur"));
            rows[0][1] = "KUD Sumber Rejo".to_owned();
            if changed {
                rows[0][1] = name.to_owned();
                rows[0][2] = key.to_owned();
            }
            let lines: Vec<String> = rows.iter().map(|row| row.join(";")).collect();
            format!("No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Ket;Volume Usaha (Rp)\n{}", lines.join("\n"))
        };
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[kunci]);
        let office = office.file("2020.csv", &text(true)).file("2021.csv", &text(false));
        office.joins(&[2020, 2021], &["volume_usaha"]).read().has(Kode::KunciMirip).len()
    };
    let own = "518/BH/KWK.13/XI/1990";
    for name in ["Koperasi Unit Desa Sumber Rejo", "KUD Rejo Sumber", "KUD Sumber Rejo Kota Contoh", "KUD Soember Redjo"] {
        assert_eq!(years(name, own, "nama_koperasi"), 1, "{name}");
    }
    for key in ["O18/BH/KWK.13/XI/1990", "518/BH/PAD/KWK.13/2015", "AHU-0001.AH.2020"] {
        assert_eq!(years("Kud Sumber Rejo (KUD)", key, "nomor_bh"), 1, "{key}");
    }
    assert_eq!(years("KSP Artha Mulya", "77/BH/2001", "nomor_bh"), 0);
}
