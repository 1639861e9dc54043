//! A row with a figure and no name.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct AngkaTanpaNama {
    pub ditemukan: String,
}

impl Finding for AngkaTanpaNama {
    const KODE: &'static str = "angka-tanpa-nama";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Nama;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }
}

impl WordsId for AngkaTanpaNama {
    const MANUAL: Manual = Manual {
        arti: "Baris berisi angka tetapi tidak bernama.",
        contoh: "volume usaha terisi pada baris yang nama koperasinya terhapus.",
        mengapa: "tidak pasti apakah angka itu milik sebuah koperasi, jumlah, atau salah ketik.",
        perbaikan: "Isi namanya, atau kosongkan angkanya.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan } = self;
        match ditemukan.chars().any(|c| c.is_ascii_digit()) {
            true => format!("Baris ini berisi angka {} tetapi tidak bernama.", kutip(ditemukan)),
            false if ditemukan.trim().is_empty() => "Baris ini berisi rumus tanpa hasil tetapi tidak bernama.".to_owned(),
            false => format!("Baris ini berisi {} tetapi tidak bernama.", kutip(ditemukan)),
        }
    }

    fn saran(&self) -> String {
        "Isi namanya bila ini data, atau kosongkan angkanya.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                AngkaTanpaNama { ditemukan: "5.000.000".into() },
                "Baris ini berisi angka `5.000.000` tetapi tidak bernama.",
                "Isi namanya bila ini data, atau kosongkan angkanya.",
            ),
            Said::new(
                AngkaTanpaNama { ditemukan: String::new() },
                "Baris ini berisi rumus tanpa hasil tetapi tidak bernama.",
                "Isi namanya bila ini data, atau kosongkan angkanya.",
            ),
            Said::new(
                AngkaTanpaNama { ditemukan: "Kepala Dinas".into() },
                "Baris ini berisi `Kepala Dinas` tetapi tidak bernama.",
                "Isi namanya bila ini data, atau kosongkan angkanya.",
            ),
        ]
    }
}
