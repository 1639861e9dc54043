//! Rows marked both aktif and tidak aktif, or neither.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, misalnya};

#[derive(Clone, PartialEq, Debug)]
pub struct AktifBerselisih {
    /// Rows marked both, and rows marked neither.
    pub keduanya: usize,
    pub tanpa: usize,
    pub contoh: Vec<String>,
}

impl Finding for AktifBerselisih {
    const KODE: &'static str = "aktif-berselisih";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} keduanya, {} tanpa", self.keduanya, self.tanpa))
    }

    fn jumlah_sel(&self) -> usize {
        self.keduanya.saturating_add(self.tanpa)
    }
}

impl WordsId for AktifBerselisih {
    const MANUAL: Manual = Manual {
        arti: "Ada baris yang bertanda aktif dan tidak aktif sekaligus, atau tidak bertanda pada keduanya.",
        contoh: "satu koperasi bertanda `v` di kolom Aktif dan di kolom Tidak Aktif.",
        mengapa: "koperasi itu terhitung dua kali, atau tidak terhitung sama sekali.",
        perbaikan: "Beri tanda pada tepat satu dari kedua kolom itu.",
    };

    fn pesan(&self) -> String {
        let Self { keduanya, tanpa, contoh } = self;
        let mut parts = Vec::new();
        if *keduanya > 0 {
            parts.push(format!("{} baris bertanda aktif dan tidak aktif sekaligus", banyak(*keduanya)));
        }
        if *tanpa > 0 {
            parts.push(format!("{} baris tidak bertanda pada keduanya", banyak(*tanpa)));
        }
        format!("Ada {}{}.", parts.join(", dan "), misalnya(contoh))
    }

    fn saran(&self) -> String {
        "Beri tanda pada tepat satu dari kolom aktif dan tidak aktif.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            AktifBerselisih { keduanya: 1, tanpa: 2, contoh: vec!["KSU Mekar Sari".into()] },
            "Ada 1 baris bertanda aktif dan tidak aktif sekaligus, dan 2 baris tidak bertanda pada keduanya, misalnya `KSU Mekar Sari`.",
            "Beri tanda pada tepat satu dari kolom aktif dan tidak aktif.",
        )]
    }
}
