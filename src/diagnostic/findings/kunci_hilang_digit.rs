//! A long key that lost its last digits.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::mask_digits;

/// `teks`: the cell holds a text, not a number.
#[derive(Clone, PartialEq, Debug)]
pub struct KunciHilangDigit {
    pub isian: String,
    pub teks: bool,
    pub ditemukan: String,
}

impl Finding for KunciHilangDigit {
    const KODE: &'static str = "kunci-hilang-digit";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Kunci;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }

    fn mask(&mut self) {
        self.ditemukan = mask_digits(&self.ditemukan);
    }
}

impl WordsId for KunciHilangDigit {
    const MANUAL: Manual = Manual {
        arti: "Kunci 16 digit tersimpan sebagai angka, sehingga digit terakhirnya sudah hilang di Excel.",
        contoh: "NIK yang berakhiran 4 tersimpan berakhiran 0, dan tampil seperti `3,57501E+15`.",
        mengapa: "dua orang dapat tampak sebagai satu, dan satu orang tampak berbeda antartahun.",
        perbaikan: "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya.",
    };

    fn pesan(&self) -> String {
        let Self { isian, ditemukan, teks } = self;
        // Once masked it stays as it is: a second time would hide the last four too.
        let nomor = if ditemukan.contains('*') { ditemukan.clone() } else { mask_digits(ditemukan) };
        let (isian, nomor) = (kutip(isian), kutip(&nomor));
        if !*teks {
            format!("Nomor {isian} {nomor} tersimpan sebagai angka, sehingga digit terakhirnya sudah hilang.")
        } else if ditemukan.contains(['E', 'e']) {
            format!("Nomor {isian} tertulis {nomor}, bentuk ringkas sebuah angka, sehingga sebagian digitnya sudah hilang.")
        } else {
            format!(
                "Semua nomor {isian} di kolom ini berakhiran 0, misalnya {nomor}: digit terakhirnya hilang sebelum nomor itu menjadi teks."
            )
        }
    }

    fn saran(&self) -> String {
        "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya dari dokumen asli.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                KunciHilangDigit { isian: "nik".into(), teks: false, ditemukan: "************1230".into() },
                "Nomor `nik` `************1230` tersimpan sebagai angka, sehingga digit terakhirnya sudah hilang.",
                "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya dari dokumen asli.",
            ),
            Said::new(
                KunciHilangDigit { isian: "nik".into(), teks: true, ditemukan: "3,57501E+15".into() },
                "Nomor `nik` tertulis `*,***01E+15`, bentuk ringkas sebuah angka, sehingga sebagian digitnya sudah hilang.",
                "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya dari dokumen asli.",
            ),
            Said::new(
                KunciHilangDigit { isian: "nik".into(), teks: true, ditemukan: "3575012345671230".into() },
                "Semua nomor `nik` di kolom ini berakhiran 0, misalnya `************1230`: digit terakhirnya hilang sebelum nomor itu menjadi teks.",
                "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya dari dokumen asli.",
            ),
        ]
    }
}
