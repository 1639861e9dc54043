//! Rows marked neither way: aktif nor tidak aktif, RAT nor belum RAT.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::findings::Bertentangan;
use crate::diagnostic::words_id::{banyak, misalnya};

#[derive(Clone, PartialEq, Debug)]
pub struct AktifTanpaTanda {
    pub jumlah: usize,
    pub contoh: Vec<String>,
    pub apa: Bertentangan,
}

impl Finding for AktifTanpaTanda {
    const KODE: &'static str = "aktif-tanpa-tanda";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} tanpa", self.jumlah))
    }

    fn jumlah_sel(&self) -> usize {
        self.jumlah
    }
}

impl WordsId for AktifTanpaTanda {
    const MANUAL: Manual = Manual {
        arti: "Ada baris yang tidak bertanda pada kolom aktif maupun tidak aktif, atau pada kolom RAT maupun belum RAT.",
        contoh: "kolom Aktif dan Tidak Aktif satu koperasi sama-sama kosong.",
        mengapa: "koperasi itu tidak terhitung sebagai aktif dan tidak pula sebagai tidak aktif.",
        perbaikan: "Beri tanda pada tepat satu dari kedua kolom itu.",
    };

    fn pesan(&self) -> String {
        let kolom = self.apa.kolom().replace(" dan ", " maupun ");
        format!("Ada {} baris tidak bertanda pada kolom {kolom}{}.", banyak(self.jumlah), misalnya(&self.contoh))
    }

    fn saran(&self) -> String {
        format!("Beri tanda pada tepat satu dari kolom {}.", self.apa.kolom())
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let said = |apa: Bertentangan| AktifTanpaTanda { jumlah: 2, contoh: vec!["KSU Mekar Sari".into()], apa };
        vec![
            Said::new(
                said(Bertentangan::Aktif),
                "Ada 2 baris tidak bertanda pada kolom aktif maupun tidak aktif, misalnya `KSU Mekar Sari`.",
                "Beri tanda pada tepat satu dari kolom aktif dan tidak aktif.",
            ),
            Said::new(
                said(Bertentangan::Rat),
                "Ada 2 baris tidak bertanda pada kolom RAT maupun belum RAT, misalnya `KSU Mekar Sari`.",
                "Beri tanda pada tepat satu dari kolom RAT dan belum RAT.",
            ),
        ]
    }
}
