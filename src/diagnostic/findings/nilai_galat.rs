//! An Excel error value in a cell that counts.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct NilaiGalat {
    pub ditemukan: String,
}

impl Finding for NilaiGalat {
    const KODE: &'static str = "nilai-galat";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Nilai;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }
}

impl WordsId for NilaiGalat {
    const MANUAL: Manual = Manual {
        arti: "Sel berisi nilai galat Excel seperti `#REF!` atau `#N/A`, sehingga angkanya tidak diketahui.",
        contoh: "volume usaha sebuah koperasi diambil dengan VLOOKUP, dan koperasinya tidak ditemukan, sehingga selnya menjadi `#N/A`.",
        mengapa: "satu sel galat membuat jumlah seluruh kolom tidak dapat dipastikan; menganggapnya 0 akan menurunkan angka laporan diam-diam.",
        perbaikan: "Perbaiki rumus di sel itu, atau ketik angkanya, lalu simpan.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan } = self;
        format!("Sel berisi nilai galat Excel {}.", kutip(ditemukan))
    }

    fn saran(&self) -> String {
        "Perbaiki rumus di sel itu, atau ketik angkanya, lalu simpan.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            NilaiGalat { ditemukan: "#REF!".into() },
            "Sel berisi nilai galat Excel `#REF!`.",
            "Perbaiki rumus di sel itu, atau ketik angkanya, lalu simpan.",
        )]
    }
}
