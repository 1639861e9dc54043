//! What ordinary offices write over, beside and below their rows and that says nothing against them, each beside its
//! nearest kin that does.

use crate::dataset::fixture::Office;
use crate::diagnostic::Kode;
use crate::profile::{Dictionary, JenisIsian};

#[test]
fn a_sheet_of_some_of_all_the_others() {
    let galat = |names: &[&str], kunci: &[&str], head: &str| {
        let mut office = Office::new(Dictionary::Keragaan, &["data/{tahun}*.csv"], kunci);
        for (at, place) in ["Kertek", "Garung", "Mojo"].into_iter().enumerate() {
            let row = |own: usize| {
                let number = at * 4 + own;
                format!("{};KSU Nama {number};{number}/BH/1998;Jl. Melati {number};v\n", own + 1)
            };
            let rows: String = (0..4).map(row).collect();
            office = office.file(&format!("2021 {place}.csv"), &format!("No;Nama Koperasi;Nomor BH;Alamat;RAT\n{rows}"));
        }
        let more: String = names.iter().enumerate().map(|(at, name)| format!("{};{name};v\n", at + 1)).collect();
        let office = office.file("2021 Sudah.csv", &format!("{head}\n{more}"));
        let office = office.kolom("alamat", "Alamat", Some(JenisIsian::Teks));
        office.needs(2021, &["rat", "alamat"]).may_lack(2021, &["alamat"]).read().has(Kode::KunciGanda).len()
    };
    let head = "No;Nama Koperasi;RAT";
    let some = ["KSU Nama 1", "KSU Nama 3", "KSU Nama 5", "KSU Nama 9"];
    assert_eq!(galat(&some, &["nomor_bh"], head), 4);
    // Most are others: they are no list of the same ones.
    assert_eq!(galat(&["KSU Nama 1", "KSU Baru 3", "KSU Baru 5", "KSU Baru 9"], &["nomor_bh"], head), 0);
}
