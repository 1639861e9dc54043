//! A year that only the look-back columns miss.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::Year;

#[derive(Clone, PartialEq, Debug)]
pub struct TahunLaluTidakAda {
    pub sumber: String,
    pub tahun: Year,
}

impl Finding for TahunLaluTidakAda {
    const KODE: &'static str = "tahun-lalu-tidak-ada";
    const TINGKAT: Tingkat = Tingkat::Catatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::TidakPerlu;
}

impl WordsId for TahunLaluTidakAda {
    const MANUAL: Manual = Manual {
        arti: "Tahun yang hanya diperlukan kolom tahun-tahun lalu tidak ada datanya; dicetak n/a.",
        contoh: "laporan 2021 menampilkan tiga tahun, tetapi berkas 2019 tidak ada.",
        mengapa: "angka tahun laporan tidak terpengaruh; hanya kolom pembandingnya kosong.",
        perbaikan: "Tambahkan berkas tahun itu bila ada.",
    };

    fn pesan(&self) -> String {
        let Self { sumber, tahun } = self;
        format!("Data {} untuk tahun {tahun} tidak ada; angka tahun mana pun yang memerlukannya dicetak n/a.", kutip(sumber))
    }

    fn saran(&self) -> String {
        let Self { tahun, .. } = self;
        format!("Tambahkan berkas tahun {tahun} bila ada.")
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            TahunLaluTidakAda { sumber: "keragaan".into(), tahun: Year(2019) },
            "Data `keragaan` untuk tahun 2019 tidak ada; angka tahun mana pun yang memerlukannya dicetak n/a.",
            "Tambahkan berkas tahun 2019 bila ada.",
        )]
    }
}
