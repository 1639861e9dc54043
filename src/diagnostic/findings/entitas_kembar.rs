//! The same row twice under two keys.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{bersih, kutip};

#[derive(Clone, PartialEq, Debug)]
pub struct EntitasKembar {
    pub nama: String,
    /// The earlier row, as seen from this one.
    pub lain: String,
}

impl Finding for EntitasKembar {
    const KODE: &'static str = "entitas-kembar";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.nama.clone())
    }
}

impl WordsId for EntitasKembar {
    const MANUAL: Manual = Manual {
        arti: "Dua baris sama nama, isian, dan semua angkanya; hanya kuncinya yang berbeda.",
        contoh: "satu koperasi tercatat dengan nomor badan hukum lama dan nomor yang baru, dua-duanya dengan volume usaha yang sama.",
        mengapa: "bila keduanya koperasi yang sama, nilainya terhitung dua kali.",
        perbaikan: "Hapus salah satunya bila sama; bila memang dua, terima temuan ini dengan alasannya.",
    };

    fn pesan(&self) -> String {
        let Self { nama, lain } = self;
        format!("Nama {} dan semua isiannya sama dengan baris di {}; hanya kuncinya yang berbeda.", kutip(nama), bersih(lain))
    }

    fn saran(&self) -> String {
        "Periksa apakah keduanya entitas yang sama; bila ya, hapus salah satunya.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            EntitasKembar { nama: "KSP Makmur".into(), lain: "B4".into() },
            "Nama `KSP Makmur` dan semua isiannya sama dengan baris di B4; hanya kuncinya yang berbeda.",
            "Periksa apakah keduanya entitas yang sama; bila ya, hapus salah satunya.",
        )]
    }
}
