//! A count or volume below zero.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct NilaiNegatif {
    pub isian: String,
    pub ditemukan: String,
}

impl Finding for NilaiNegatif {
    const KODE: &'static str = "nilai-negatif";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Tetap;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }
}

impl WordsId for NilaiNegatif {
    const MANUAL: Manual = Manual {
        arti: "Jumlah atau volume bernilai negatif.",
        contoh: "volume usaha ditulis `(11.845.222)`, yang dibaca minus 11.845.222.",
        mengapa: "volume usaha dan jumlah anggota tidak mungkin kurang dari nol, dan nilai itu mengurangi totalnya.",
        perbaikan: "Periksa angkanya; hanya SHU dan modal sendiri yang wajar negatif.",
    };

    fn pesan(&self) -> String {
        let Self { isian, ditemukan } = self;
        format!("Nilai {} kurang dari nol: {}.", kutip(isian), kutip(ditemukan))
    }

    fn saran(&self) -> String {
        "Periksa angkanya, dan hapus tanda minus atau kurungnya bila keliru.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            NilaiNegatif { isian: "volume_usaha".into(), ditemukan: "(11.845.222)".into() },
            "Nilai `volume_usaha` kurang dari nol: `(11.845.222)`.",
            "Periksa angkanya, dan hapus tanda minus atau kurungnya bila keliru.",
        )]
    }
}
