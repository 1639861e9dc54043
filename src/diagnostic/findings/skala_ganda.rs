//! A scale word in a column that has a scale already.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct SkalaGanda {
    pub ditemukan: String,
    pub skala_kolom: String,
}

impl Finding for SkalaGanda {
    const KODE: &'static str = "skala-ganda";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Nilai;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }
}

impl WordsId for SkalaGanda {
    const MANUAL: Manual = Manual {
        arti: "Angka memakai kata skala (`juta`, `rb`) padahal judul kolomnya sudah menyatakan skala.",
        contoh: "kolom `Omset (Rp Juta)` berisi `5 juta`: lima juta rupiah, atau lima juta kali sejuta.",
        mengapa: "nilainya bisa terkali dua kali, seribu sampai sejuta kali lipat terlalu besar.",
        perbaikan: "Tulis angka penuh, atau hapus skala dari judul kolom.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan, skala_kolom } = self;
        format!("Isi sel {} memakai kata skala, padahal kolomnya sudah bersatuan {}.", kutip(ditemukan), kutip(skala_kolom))
    }

    fn saran(&self) -> String {
        "Tulis angkanya saja dalam satuan kolom, atau hapus satuan dari judul kolom dan tulis semua angka dalam rupiah penuh."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            SkalaGanda { ditemukan: "5 juta".into(), skala_kolom: "(Rp Juta)".into() },
            "Isi sel `5 juta` memakai kata skala, padahal kolomnya sudah bersatuan `(Rp Juta)`.",
            "Tulis angkanya saja dalam satuan kolom, atau hapus satuan dari judul kolom dan tulis semua angka dalam rupiah penuh.",
        )]
    }
}
