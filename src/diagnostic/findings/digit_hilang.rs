//! A number text that has lost digits: `1,23E+09`.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::mask_digits;

#[derive(Clone, PartialEq, Debug)]
pub struct DigitHilang {
    pub ditemukan: String,
}

impl Finding for DigitHilang {
    const KODE: &'static str = "digit-hilang";
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

impl WordsId for DigitHilang {
    const MANUAL: Manual = Manual {
        arti: "Angka kehilangan digit; nilai aslinya tidak dapat diketahui lagi.",
        contoh: "teks `1,23E+09` hanya menyimpan tiga digit pertama dari angka sepuluh digit.",
        mengapa: "selisihnya dapat mencapai jutaan rupiah, dan tidak ada cara menebaknya.",
        perbaikan: "Ketik ulang angka lengkapnya dari sumber.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan } = self;
        format!("Angka {} sudah kehilangan sebagian digitnya, sehingga nilai aslinya tidak diketahui.", kutip(ditemukan))
    }

    fn saran(&self) -> String {
        "Ketik ulang angka lengkapnya dari sumber aslinya.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            DigitHilang { ditemukan: "1,23E+09".into() },
            "Angka `1,23E+09` sudah kehilangan sebagian digitnya, sehingga nilai aslinya tidak diketahui.",
            "Ketik ulang angka lengkapnya dari sumber aslinya.",
        )]
    }
}
