//! Rows marked both aktif and tidak aktif.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, misalnya};

#[derive(Clone, PartialEq, Debug)]
pub struct AktifBerselisih {
    pub jumlah: usize,
    pub contoh: Vec<String>,
}

impl Finding for AktifBerselisih {
    const KODE: &'static str = "aktif-berselisih";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} keduanya", self.jumlah))
    }

    fn jumlah_sel(&self) -> usize {
        self.jumlah
    }
}

impl WordsId for AktifBerselisih {
    const MANUAL: Manual = Manual {
        arti: "Ada baris yang bertanda aktif dan tidak aktif sekaligus.",
        contoh: "satu koperasi bertanda `v` di kolom Aktif dan di kolom Tidak Aktif.",
        mengapa: "kedua kolom itu saling bertentangan: koperasi itu terhitung sebagai aktif dan sekali lagi sebagai tidak aktif.",
        perbaikan: "Beri tanda pada tepat satu dari kedua kolom itu.",
    };

    fn pesan(&self) -> String {
        format!("Ada {} baris bertanda aktif dan tidak aktif sekaligus{}.", banyak(self.jumlah), misalnya(&self.contoh))
    }

    fn saran(&self) -> String {
        "Beri tanda pada tepat satu dari kolom aktif dan tidak aktif.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            AktifBerselisih { jumlah: 1, contoh: vec!["KSU Mekar Sari".into()] },
            "Ada 1 baris bertanda aktif dan tidak aktif sekaligus, misalnya `KSU Mekar Sari`.",
            "Beri tanda pada tepat satu dari kolom aktif dan tidak aktif.",
        )]
    }
}
