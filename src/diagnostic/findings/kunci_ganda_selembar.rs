//! The same key twice on one sheet, where nothing joins by it.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{bersih, kutip, milik};

#[derive(Clone, PartialEq, Debug)]
pub struct KunciGandaSelembar {
    pub kunci: String,
    pub lain: String,
    pub nama_lain: String,
}

impl Finding for KunciGandaSelembar {
    const KODE: &'static str = "kunci-ganda-selembar";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.kunci.clone())
    }
}

impl WordsId for KunciGandaSelembar {
    const MANUAL: Manual = Manual {
        arti: "Dua baris pada satu lembar memakai kunci yang sama; tidak ada angka laporan yang menggabungkan dengan kunci itu. Tanpa `kunci`: nama dan nomor identitas (NIK, NIB, nomor BH) yang sama pada dua lembar atau berkas, dengan angka lain.",
        contoh: "satu nomor AHU tercatat pada dua koperasi yang berbeda nama.",
        mengapa: "bila salah satunya salinan, nilainya terhitung dua kali.",
        perbaikan: "Periksa apakah satu di antaranya salinan.",
    };

    fn pesan(&self) -> String {
        let Self { kunci, lain, nama_lain } = self;
        format!("Kunci {} dipakai juga di {}{}.", kutip(kunci), bersih(lain), milik(nama_lain))
    }

    fn saran(&self) -> String {
        "Periksa apakah salah satunya salinan; bila ya, hapus.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            KunciGandaSelembar { kunci: "518/BH/1999".into(), lain: "baris 12".into(), nama_lain: String::new() },
            "Kunci `518/BH/1999` dipakai juga di baris 12.",
            "Periksa apakah salah satunya salinan; bila ya, hapus.",
        )]
    }
}
