//! A cooperative marked inactive that has volume.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::angka;
use rust_decimal::Decimal;

#[derive(Clone, PartialEq, Debug)]
pub struct TidakAktifBervolume {
    pub volume: Decimal,
}

impl Finding for TidakAktifBervolume {
    const KODE: &'static str = "tidak-aktif-bervolume";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Tetap;
}

impl WordsId for TidakAktifBervolume {
    const MANUAL: Manual = Manual {
        arti: "Koperasi berstatus tidak aktif tetapi mempunyai volume usaha.",
        contoh: "koperasi bertanda tidak aktif tercatat bervolume Rp4,8 miliar.",
        mengapa: "salah satunya keliru, dan keduanya masuk angka laporan.",
        perbaikan: "Periksa statusnya atau volumenya.",
    };

    fn pesan(&self) -> String {
        let Self { volume } = self;
        format!("Koperasi bertanda tidak aktif, tetapi volume usahanya {}.", angka(*volume))
    }

    fn saran(&self) -> String {
        "Periksa status koperasi itu dan volume usahanya.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            TidakAktifBervolume { volume: Decimal::from(4_800_000_000_i64) },
            "Koperasi bertanda tidak aktif, tetapi volume usahanya 4.800.000.000.",
            "Periksa status koperasi itu dan volume usahanya.",
        )]
    }
}
