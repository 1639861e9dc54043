//! A cooperative marked inactive that has volume.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, banyak};
use rust_decimal::Decimal;

#[derive(Clone, PartialEq, Debug)]
pub struct TidakAktifBervolume {
    pub volume: Decimal,
    /// So many koperasi of the sheet, this the first, bear no mark at all; 0: this one is marked as not active.
    pub tanpa_tanda: usize,
}

impl Finding for TidakAktifBervolume {
    const KODE: &'static str = "tidak-aktif-bervolume";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Tetap;
}

impl WordsId for TidakAktifBervolume {
    const MANUAL: Manual = Manual {
        arti: "Koperasi berstatus tidak aktif, atau tidak bertanda di kolom aktif dan karena itu terhitung tidak aktif, tetapi mempunyai volume usaha.",
        contoh: "koperasi bertanda tidak aktif tercatat bervolume Rp4,8 miliar.",
        mengapa: "salah satunya keliru, dan keduanya masuk angka laporan.",
        perbaikan: "Periksa statusnya atau volumenya.",
    };

    fn pesan(&self) -> String {
        let Self { volume, tanpa_tanda } = self;
        if *tanpa_tanda > 0 {
            return format!(
                "Tanpa tanda di kolom aktif, {} koperasi terhitung tidak aktif, padahal mempunyai volume usaha, mulai baris ini ({}).",
                banyak(*tanpa_tanda),
                angka(*volume)
            );
        }
        format!("Koperasi bertanda tidak aktif, tetapi volume usahanya {}.", angka(*volume))
    }

    fn saran(&self) -> String {
        match self.tanpa_tanda {
            0 => "Periksa status koperasi itu dan volume usahanya.",
            _ => "Beri tanda pada setiap koperasi yang aktif, dan `-` pada yang tidak aktif; periksa volume usahanya.",
        }
        .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |tanpa_tanda: usize| TidakAktifBervolume { volume: Decimal::from(4_800_000_000_i64), tanpa_tanda };
        vec![
            Said::new(
                of(0),
                "Koperasi bertanda tidak aktif, tetapi volume usahanya 4.800.000.000.",
                "Periksa status koperasi itu dan volume usahanya.",
            ),
            Said::new(
                of(13),
                "Tanpa tanda di kolom aktif, 13 koperasi terhitung tidak aktif, padahal mempunyai volume usaha, mulai baris ini (4.800.000.000).",
                "Beri tanda pada setiap koperasi yang aktif, dan `-` pada yang tidak aktif; periksa volume usahanya.",
            ),
        ]
    }
}
