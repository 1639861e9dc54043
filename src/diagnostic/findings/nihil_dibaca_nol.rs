//! Marks of nil read as 0.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};

#[derive(Clone, PartialEq, Debug)]
pub struct NihilDibacaNol {
    pub isian: String,
    pub jumlah: usize,
}

impl Finding for NihilDibacaNol {
    const KODE: &'static str = "nihil-dibaca-nol";
    const TINGKAT: Tingkat = Tingkat::Catatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::TidakPerlu;
}

impl WordsId for NihilDibacaNol {
    const MANUAL: Manual = Manual {
        arti: "Tanda nihil (`-`, `nihil`) dibaca sebagai 0.",
        contoh: "volume usaha `-` berarti koperasi itu tidak mempunyai usaha, bukan belum melapor.",
        mengapa: "nol ikut menentukan rata-rata dan perbandingan, sedangkan sel kosong tidak.",
        perbaikan: "Tidak perlu apa-apa; kosongkan selnya bila datanya belum ada.",
    };

    fn pesan(&self) -> String {
        let Self { isian, jumlah } = self;
        format!("{} sel {} bertanda nihil dan dibaca 0.", banyak(*jumlah), kutip(isian))
    }

    fn saran(&self) -> String {
        "Tidak perlu apa-apa; kosongkan selnya bila datanya memang belum ada.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            NihilDibacaNol { isian: "shu".into(), jumlah: 101 },
            "101 sel `shu` bertanda nihil dan dibaca 0.",
            "Tidak perlu apa-apa; kosongkan selnya bila datanya memang belum ada.",
        )]
    }
}
