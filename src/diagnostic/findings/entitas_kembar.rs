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
    /// Not to the letter: the name is written otherwise, or something is left blank.
    pub hampir: bool,
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
        arti: "Dua baris sama nama, isian, dan semua angkanya, dan hanya kuncinya yang berbeda; atau semua nilai uangnya sama sedangkan namanya ditulis agak lain (`Mebel Jati Ind.` dan `Mebel Jati Indah` milik orang yang sama).",
        contoh: "satu koperasi tercatat dengan nomor badan hukum lama dan nomor yang baru, dua-duanya dengan volume usaha yang sama.",
        mengapa: "bila keduanya koperasi yang sama, nilainya terhitung dua kali.",
        perbaikan: "Hapus salah satunya bila sama; bila memang dua, terima temuan ini dengan alasannya.",
    };

    fn pesan(&self) -> String {
        let Self { nama, lain, hampir } = self;
        if *hampir {
            return format!(
                "Semua nilai uang {} sama dengan baris di {}, dan nama atau pemiliknya sama atau mirip.",
                kutip(nama),
                bersih(lain)
            );
        }
        format!("Nama {} dan semua isiannya sama dengan baris di {}; hanya kuncinya yang berbeda.", kutip(nama), bersih(lain))
    }

    fn saran(&self) -> String {
        "Periksa apakah keduanya entitas yang sama; bila ya, hapus salah satunya.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                EntitasKembar { nama: "KSP Makmur".into(), lain: "B4".into(), hampir: false },
                "Nama `KSP Makmur` dan semua isiannya sama dengan baris di B4; hanya kuncinya yang berbeda.",
                "Periksa apakah keduanya entitas yang sama; bila ya, hapus salah satunya.",
            ),
            Said::new(
                EntitasKembar { nama: "Mebel Jati Ind.".into(), lain: "D5".into(), hampir: true },
                "Semua nilai uang `Mebel Jati Ind.` sama dengan baris di D5, dan nama atau pemiliknya sama atau mirip.",
                "Periksa apakah keduanya entitas yang sama; bila ya, hapus salah satunya.",
            ),
        ]
    }
}
