//! Rows marked both ways: aktif and tidak aktif, RAT and belum RAT, a mark and a status against it.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, misalnya};

#[derive(Clone, PartialEq, Debug)]
pub struct AktifBerselisih {
    pub jumlah: usize,
    pub contoh: Vec<String>,
    pub apa: Bertentangan,
}

/// What denies what.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bertentangan {
    Aktif,
    Rat,
    /// A mark of aktif, and the text under status.
    Status,
}

impl Bertentangan {
    /// The columns, as they are called.
    pub(super) fn kolom(self) -> &'static str {
        match self {
            Self::Aktif => "aktif dan tidak aktif",
            Self::Rat => "RAT dan belum RAT",
            Self::Status => "aktif dan status",
        }
    }
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
        arti: "Ada baris yang bertanda aktif dan tidak aktif sekaligus, atau RAT dan belum RAT, atau bertanda aktif sedangkan kolom statusnya menyebut `Tidak Aktif` (dan sebaliknya).",
        contoh: "satu koperasi bertanda `v` di kolom Aktif dan di kolom Tidak Aktif.",
        mengapa: "kedua kolom itu saling bertentangan: koperasi itu terhitung sebagai aktif dan sekali lagi sebagai tidak aktif.",
        perbaikan: "Beri tanda pada tepat satu dari kedua kolom itu, dan samakan dengan isi kolom status.",
    };

    fn pesan(&self) -> String {
        let (jumlah, kolom, contoh) = (banyak(self.jumlah), self.apa.kolom(), misalnya(&self.contoh));
        match self.apa {
            Bertentangan::Aktif | Bertentangan::Rat => format!("Ada {jumlah} baris bertanda {kolom} sekaligus{contoh}."),
            Bertentangan::Status => format!("Di {jumlah} baris kolom {kolom} saling membantah{contoh}."),
        }
    }

    fn saran(&self) -> String {
        match self.apa {
            Bertentangan::Aktif | Bertentangan::Rat => format!("Beri tanda pada tepat satu dari kolom {}.", self.apa.kolom()),
            Bertentangan::Status => "Samakan tanda di kolom aktif dengan isi kolom status.".to_owned(),
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let said = |apa: Bertentangan| AktifBerselisih { jumlah: 1, contoh: vec!["KSU Mekar Sari".into()], apa };
        vec![
            Said::new(
                said(Bertentangan::Aktif),
                "Ada 1 baris bertanda aktif dan tidak aktif sekaligus, misalnya `KSU Mekar Sari`.",
                "Beri tanda pada tepat satu dari kolom aktif dan tidak aktif.",
            ),
            Said::new(
                said(Bertentangan::Rat),
                "Ada 1 baris bertanda RAT dan belum RAT sekaligus, misalnya `KSU Mekar Sari`.",
                "Beri tanda pada tepat satu dari kolom RAT dan belum RAT.",
            ),
            Said::new(
                said(Bertentangan::Status),
                "Di 1 baris kolom aktif dan status saling membantah, misalnya `KSU Mekar Sari`.",
                "Samakan tanda di kolom aktif dengan isi kolom status.",
            ),
        ]
    }
}
