//! A row or cell that is struck out.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::mask_digits;

/// A struck out row by its name, or a struck out cell by its text.
#[derive(Clone, PartialEq, Debug)]
pub struct Dicoret {
    pub ditemukan: String,
}

impl Finding for Dicoret {
    const KODE: &'static str = "dicoret";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Baris;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }

    fn mask(&mut self) {
        self.ditemukan = mask_digits(&self.ditemukan);
    }
}

impl WordsId for Dicoret {
    const MANUAL: Manual = Manual {
        arti: "Isi baris atau sel dicoret (huruf bercoret di Excel), sehingga tidak pasti masih berlaku atau sudah dihapus.",
        contoh: "koperasi yang pindah ke kota lain barisnya dicoret, tetapi angkanya dibiarkan.",
        mengapa: "bila baris itu sudah tidak berlaku, angka laporan terlalu besar.",
        perbaikan: "Hapus barisnya bila tidak berlaku, atau hapus coretannya bila berlaku.",
    };
    const PENERIMAAN: Option<&'static str> =
        Some("`nilai = \"data\"` berarti baris itu dihitung, tanpa itu ditinggalkan; untuk satu sel, tulis `nilai` angkanya.");

    fn pesan(&self) -> String {
        let Self { ditemukan } = self;
        format!("Isi {} dicoret, sehingga tidak pasti masih berlaku.", kutip(ditemukan))
    }

    fn saran(&self) -> String {
        "Hapus isinya bila sudah tidak berlaku; bila masih berlaku, hapus coretannya.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            Dicoret { ditemukan: "KUD Tirtha Luhur".into() },
            "Isi `KUD Tirtha Luhur` dicoret, sehingga tidak pasti masih berlaku.",
            "Hapus isinya bila sudah tidak berlaku; bila masih berlaku, hapus coretannya.",
        )]
    }
}
