//! The same key twice where keys are joined or summed.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{bersih, kutip, milik};

/// `lain` is where the same key stands too.
#[derive(Clone, PartialEq, Debug)]
pub struct KunciGanda {
    pub kunci: String,
    pub lain: String,
    pub nama_lain: String,
}

impl Finding for KunciGanda {
    const KODE: &'static str = "kunci-ganda";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Kunci;

    fn ditemukan(&self) -> Option<String> {
        Some(self.kunci.clone())
    }
}

impl WordsId for KunciGanda {
    const MANUAL: Manual = Manual {
        arti: "Dua baris memakai kunci yang sama padahal kunci itu dipakai untuk menggabungkan atau menjumlahkan data; atau, tanpa `kunci`, baris yang sama (nama, nomor identitas, angka) ada pada dua lembar atau berkas.",
        contoh: "nomor badan hukum yang sama ada pada lembar Januari dan salinannya, atau pada dua koperasi.",
        mengapa: "nilainya bisa terhitung dua kali, atau dibandingkan dengan baris yang salah.",
        perbaikan: "Hapus salah satu, atau perbaiki kuncinya.",
    };

    fn pesan(&self) -> String {
        let Self { kunci, lain, nama_lain } = self;
        format!("Kunci {} dipakai juga di {}{}.", kutip(kunci), bersih(lain), milik(nama_lain))
    }

    fn saran(&self) -> String {
        "Hapus salah satunya bila salinan, atau perbaiki kuncinya bila keliru.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            KunciGanda { kunci: "3575012345671234".into(), lain: "Sheet1!A12".into(), nama_lain: "Warung Bu Siti".into() },
            "Kunci `************1234` dipakai juga di Sheet1!A12 (Warung Bu Siti).",
            "Hapus salah satunya bila salinan, atau perbaiki kuncinya bila keliru.",
        )]
    }
}
