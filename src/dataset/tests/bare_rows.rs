//! Lists that are only counted: a row that holds a name and nothing besides, among rows that tell more.

use crate::dataset::fixture::{Office, Outcome};
use crate::profile::{Dictionary, JenisIsian};
use crate::vocabulary::Year;

const PEOPLE: [&str; 6] = [
    "Slamet Riyadi;3307011212800001;Jl. Melati 1;Keripik",
    "Siti Aminah;3307021212810002;Jl. Melati 2;Tempe",
    "H. Abdul Kadir;3307031212820003;Jl. Melati 3;Tahu",
    "Yohanes Bala;3307041212830004;Jl. Melati 4;Batik Tulis",
    "Maria Goreti;3307051212840005;Jl. Melati 5;Kelontong",
    "Ni Made Suarti;3307061212850006;Jl. Melati 6;Jahit",
];

/// How many rows count, and whether anything refuses.
fn read(lines: &[String]) -> (usize, bool) {
    let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &[])
        .file("2021.csv", &format!("No;Nama Peserta;NIK;Alamat;Nama Usaha\n{}\n", lines.join("\n")))
        .kolom("nama_peserta", "Nama Peserta", Some(JenisIsian::Teks))
        .source(|sumber| sumber.butir = Some("nama_peserta".to_owned()))
        .needs(2021, &["nama_peserta"])
        .read();
    let rows = office.value.table("s", Year(2021)).map_or(0, |table| table.rows.len());
    (rows, !office.galat().is_empty())
}

/// The people in two groups of three, each under its label, numbered anew in each.
fn grouped(labels: [&str; 2]) -> Vec<String> {
    let group = |at: usize| {
        let own = PEOPLE.iter().skip(at * 3).take(3).enumerate().map(|(number, person)| format!("{};{person}", number + 1));
        std::iter::once(labels[at].to_owned()).chain(own)
    };
    (0..2).flat_map(group).collect()
}

fn numbered() -> Vec<String> {
    PEOPLE.iter().enumerate().map(|(at, person)| format!("{};{person}", at + 1)).collect()
}

#[test]
fn labels_of_groups_are_nobody() {
    for labels in [
        ["I;Pelatihan Batik;;;", "II;Pelatihan Kemasan;;;"],
        ["A;KULINER;;;", "B;KERAJINAN;;;"],
        [";Bojasari;;;", ";Kertek;;;"],
        [";Kelompok Melati;;;", ";Kelompok Mawar;;;"],
    ] {
        assert_eq!(read(&grouped(labels)), (6, false), "{labels:?}");
    }
}

#[test]
fn notes_and_recaps_below_are_nobody_and_asked_about() {
    for below in [
        ["1;Data dari laporan RAT;;;", "2;Diolah oleh bidang koperasi;;;"],
        [";Hadir;5;;", ";Tidak hadir;1;;"],
        [";Petugas;: Slamet;;", ";Tanggal;: 5 Januari 2022;;"],
    ] {
        for between in ["", "\n"] {
            let lines = [numbered(), vec![format!("{between}{}", below.join("\n"))]].concat();
            let (rows, is_refused) = read(&lines);
            assert!(rows == 6 || is_refused, "{below:?}");
        }
    }
}

#[test]
fn a_second_line_of_someone_is_no_other() {
    let mut lines = numbered();
    lines.insert(3, ";Jl. Merdeka No. 5;;;".to_owned());
    let (rows, is_refused) = read(&lines);
    assert!(rows == 6 && is_refused);
}

#[test]
fn someone_of_whom_nothing_is_told_counts_by_the_number() {
    let lines = [numbered(), vec!["7;Rahmat Hidayat;;;".to_owned()]].concat();
    assert_eq!(read(&lines), (7, false));
    let mut lines = numbered();
    lines[2] = "3;H. Abdul Kadir;;;".to_owned();
    assert_eq!(read(&lines), (6, false));
}
