//! A line of a table that stands in one cell.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct BarisTidakTerpisah {
    pub ditemukan: String,
}

impl Finding for BarisTidakTerpisah {
    const KODE: &'static str = "baris-tidak-terpisah";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }
}

impl WordsId for BarisTidakTerpisah {
    const MANUAL: Manual = Manual {
        arti: "Satu sel memuat isi beberapa kolom sekaligus: barisnya tidak terpisah menjadi sel-sel.",
        contoh: "`4;KUD Makmur;12/BH;Gadingrejo;500` tertempel seluruhnya di kolom pertama.",
        mengapa: "angka di dalam teks itu tidak terhitung, padahal tampak ada di lembar.",
        perbaikan: "Pisahkan isinya ke kolom-kolomnya (di Excel: Data > Text to Columns), atau hapus barisnya.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan } = self;
        format!("Sel ini memuat isi beberapa kolom sekaligus: {}.", kutip(ditemukan))
    }

    fn saran(&self) -> String {
        "Pisahkan isinya ke kolom-kolomnya (di Excel: Data > Text to Columns); bila bukan data, terima temuan ini.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            BarisTidakTerpisah { ditemukan: "4;KUD Makmur;500".into() },
            "Sel ini memuat isi beberapa kolom sekaligus: `4;KUD Makmur;500`.",
            "Pisahkan isinya ke kolom-kolomnya (di Excel: Data > Text to Columns); bila bukan data, terima temuan ini.",
        )]
    }
}
