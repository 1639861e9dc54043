//! A text in a date column that is no date of the calendar.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::mask_digits;

#[derive(Clone, PartialEq, Debug)]
pub struct BukanTanggal {
    pub ditemukan: String,
}

impl Finding for BukanTanggal {
    const KODE: &'static str = "bukan-tanggal";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Nilai;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }

    fn mask(&mut self) {
        self.ditemukan = mask_digits(&self.ditemukan);
    }
}

impl WordsId for BukanTanggal {
    const MANUAL: Manual = Manual {
        arti: "Isi sel pada kolom tanggal bukan tanggal yang ada di kalender, padahal sebuah angka laporan memakainya.",
        contoh: "tanggal RAT ditulis `24//1/2026` atau `31/04/2021`.",
        mengapa: "koperasi dapat terhitung pada tahun yang keliru, atau tidak terhitung sama sekali.",
        perbaikan: "Perbaiki tanggalnya, misalnya `24/01/2022`.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan } = self;
        format!("Isi sel {} bukan tanggal yang ada di kalender.", kutip(ditemukan))
    }

    fn saran(&self) -> String {
        "Perbaiki tanggalnya, misalnya 24/01/2022; bila belum ada, kosongkan.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            BukanTanggal { ditemukan: "24//1/2026".into() },
            "Isi sel `24//1/2026` bukan tanggal yang ada di kalender.",
            "Perbaiki tanggalnya, misalnya 24/01/2022; bila belum ada, kosongkan.",
        )]
    }
}
