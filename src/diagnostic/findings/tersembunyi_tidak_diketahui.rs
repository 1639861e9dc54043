//! A format that does not tell what is hidden.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};

#[derive(Clone, PartialEq, Debug)]
pub struct TersembunyiTidakDiketahui {
    pub format: &'static str,
}

impl Finding for TersembunyiTidakDiketahui {
    const KODE: &'static str = "tersembunyi-tidak-diketahui";
    const TINGKAT: Tingkat = Tingkat::Catatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar];
    const TERIMA: Terima = Terima::TidakPerlu;
}

impl WordsId for TersembunyiTidakDiketahui {
    const MANUAL: Manual = Manual {
        arti: "Format berkas ini tidak memberi tahu baris atau kolom mana yang tersembunyi.",
        contoh: "berkas .xls dari Excel 95 yang mungkin masih tersaring.",
        mengapa: "semua baris tetap terhitung, tetapi tidak dapat disebutkan mana yang tersembunyi.",
        perbaikan: "Simpan sebagai .xlsx bila hal itu penting.",
    };

    fn pesan(&self) -> String {
        let Self { format } = self;
        format!("Format {format} tidak memberi tahu baris atau kolom mana yang tersembunyi.")
    }

    fn saran(&self) -> String {
        "Simpan sebagai .xlsx bila ingin hal itu diperiksa.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            TersembunyiTidakDiketahui { format: ".xls" },
            "Format .xls tidak memberi tahu baris atau kolom mana yang tersembunyi.",
            "Simpan sebagai .xlsx bila ingin hal itu diperiksa.",
        )]
    }
}
