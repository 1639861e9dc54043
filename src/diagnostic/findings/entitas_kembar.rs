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
    pub kembar: Kembar,
}

/// In what two rows are the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kembar {
    /// To the letter, but for the key.
    Semua,
    /// In all amounts: the name is written otherwise, or something is left blank.
    Nilai,
    /// In name, place and one amount: the registration is another, and other amounts are.
    Satu,
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
        arti: "Dua baris sama nama, isian, dan semua angkanya, dan hanya kuncinya yang berbeda; atau semua nilai uangnya sama sedangkan namanya ditulis agak lain (`Mebel Jati Ind.` dan `Mebel Jati Indah` milik orang yang sama); atau nama, tempat, dan salah satu nilai uangnya sama sedangkan nomor badan hukumnya lain.",
        contoh: "satu koperasi tercatat dengan nomor badan hukum lama dan nomor yang baru, dua-duanya dengan volume usaha yang sama.",
        mengapa: "bila keduanya koperasi yang sama, nilainya terhitung dua kali.",
        perbaikan: "Hapus salah satunya bila sama; bila memang dua, terima temuan ini dengan alasannya.",
    };

    fn pesan(&self) -> String {
        let Self { nama, lain, kembar } = self;
        let (nama, lain) = (kutip(nama), bersih(lain));
        match kembar {
            Kembar::Semua => format!("Nama {nama} dan semua isiannya sama dengan baris di {lain}; hanya kuncinya yang berbeda."),
            Kembar::Nilai => {
                format!("Semua nilai uang {nama} sama dengan baris di {lain}, dan nama atau pemiliknya sama atau mirip.")
            }
            Kembar::Satu => {
                format!("Nama dan tempat {nama} serta salah satu nilai uangnya sama dengan baris di {lain}; nomornya berbeda.")
            }
        }
    }

    fn saran(&self) -> String {
        "Periksa apakah keduanya entitas yang sama; bila ya, hapus salah satunya.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                EntitasKembar { nama: "KSP Makmur".into(), lain: "B4".into(), kembar: Kembar::Semua },
                "Nama `KSP Makmur` dan semua isiannya sama dengan baris di B4; hanya kuncinya yang berbeda.",
                "Periksa apakah keduanya entitas yang sama; bila ya, hapus salah satunya.",
            ),
            Said::new(
                EntitasKembar { nama: "Mebel Jati Ind.".into(), lain: "D5".into(), kembar: Kembar::Nilai },
                "Semua nilai uang `Mebel Jati Ind.` sama dengan baris di D5, dan nama atau pemiliknya sama atau mirip.",
                "Periksa apakah keduanya entitas yang sama; bila ya, hapus salah satunya.",
            ),
            Said::new(
                EntitasKembar { nama: "KPRI Bina Warga".into(), lain: "B5".into(), kembar: Kembar::Satu },
                "Nama dan tempat `KPRI Bina Warga` serta salah satu nilai uangnya sama dengan baris di B5; nomornya berbeda.",
                "Periksa apakah keduanya entitas yang sama; bila ya, hapus salah satunya.",
            ),
        ]
    }
}
