//! A long key that lost its last digits.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::mask_digits;

/// How a key's cell shows that it is no longer what was typed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum HilangSebab {
    /// A number of more than 15 digits: Excel keeps 15.
    Angka,
    /// `3,57501E+15`.
    Ringkas,
    /// All of a column's 16-digit texts end in 0.
    AkhirNol,
    /// Fewer digits than such numbers have, or than the column's others: zeros in front are gone.
    NolDepan { panjang: u8 },
    /// Other digits than such numbers have, letters among them, or two numbers in one cell.
    Panjang { panjang: u8 },
    /// Excel made a date of it: `1/12`.
    Tanggal,
    /// A number with a fraction: a separator was taken for a decimal one.
    Pecahan,
}

#[derive(Clone, PartialEq, Debug)]
pub struct KunciHilangDigit {
    pub isian: String,
    pub sebab: HilangSebab,
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
        arti: "Nomor pengenal bukan lagi seperti yang diketik: digit terakhirnya hilang di Excel, nol di depannya hilang, atau Excel menjadikannya tanggal atau pecahan. Pada kolom yang dihitung rumus, NIK yang bukan 16 digit juga disebut.",
        contoh: "NIK yang berakhiran 4 tersimpan berakhiran 0, dan tampil seperti `3,57501E+15`; NIB `0220001234567` tersimpan `220001234567`.",
        mengapa: "dua orang dapat tampak sebagai satu, dan satu orang tampak berbeda antartahun.",
        perbaikan: "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya.",
    };

    fn pesan(&self) -> String {
        let Self { isian, ditemukan, sebab } = self;
        // Once masked it stays as it is: a second time would hide the last four too.
        let is_long =
            matches!(sebab, HilangSebab::Angka | HilangSebab::Ringkas | HilangSebab::AkhirNol | HilangSebab::Panjang { .. });
        let nomor = if ditemukan.contains('*') || !is_long { ditemukan.clone() } else { mask_digits(ditemukan) };
        let (isian, nomor) = (kutip(isian), kutip(&nomor));
        match sebab {
            HilangSebab::Angka => {
                format!("Nomor {isian} {nomor} tersimpan sebagai angka, sehingga digit terakhirnya sudah hilang.")
            }
            HilangSebab::Ringkas => {
                format!("Nomor {isian} tertulis {nomor}, bentuk ringkas sebuah angka, sehingga sebagian digitnya sudah hilang.")
            }
            HilangSebab::AkhirNol => format!(
                "Semua nomor {isian} di kolom ini berakhiran 0, misalnya {nomor}: digit terakhirnya hilang sebelum nomor itu menjadi teks."
            ),
            HilangSebab::NolDepan { panjang } => {
                format!("Nomor {isian} {nomor} kurang dari {panjang} digit seperti seharusnya: nol di depannya hilang di Excel.")
            }
            HilangSebab::Panjang { panjang } => format!(
                "Isi {nomor} bukan satu nomor {isian} {panjang} digit: kurang atau lebih digitnya, berhuruf, atau lebih dari satu nomor."
            ),
            HilangSebab::Tanggal => format!("Nomor {isian} di sel ini sebuah tanggal, {nomor}: Excel mengubah yang diketik."),
            HilangSebab::Pecahan => {
                format!("Nomor {isian} di sel ini sebuah pecahan, {nomor}: Excel mengubah pemisah yang diketik.")
            }
        }
    }

    fn saran(&self) -> String {
        match self.sebab {
            HilangSebab::Panjang { .. } => "Ketik ulang nomornya dari dokumen asli, satu nomor pada satu sel.".to_owned(),
            _ => "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya dari dokumen asli.".to_owned(),
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                KunciHilangDigit { isian: "nik".into(), sebab: HilangSebab::Angka, ditemukan: "************1230".into() },
                "Nomor `nik` `************1230` tersimpan sebagai angka, sehingga digit terakhirnya sudah hilang.",
                "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya dari dokumen asli.",
            ),
            Said::new(
                KunciHilangDigit { isian: "nik".into(), sebab: HilangSebab::Ringkas, ditemukan: "3,57501E+15".into() },
                "Nomor `nik` tertulis `*,***01E+15`, bentuk ringkas sebuah angka, sehingga sebagian digitnya sudah hilang.",
                "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya dari dokumen asli.",
            ),
            Said::new(
                KunciHilangDigit { isian: "nik".into(), sebab: HilangSebab::AkhirNol, ditemukan: "3575012345671230".into() },
                "Semua nomor `nik` di kolom ini berakhiran 0, misalnya `************1230`: digit terakhirnya hilang sebelum nomor itu menjadi teks.",
                "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya dari dokumen asli.",
            ),
            Said::new(
                KunciHilangDigit {
                    isian: "nib".into(),
                    sebab: HilangSebab::NolDepan { panjang: 13 },
                    ditemukan: "220001234567".into(),
                },
                "Nomor `nib` `220001234567` kurang dari 13 digit seperti seharusnya: nol di depannya hilang di Excel.",
                "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya dari dokumen asli.",
            ),
            Said::new(
                KunciHilangDigit {
                    isian: "nik".into(),
                    sebab: HilangSebab::Panjang { panjang: 16 },
                    ditemukan: "***********3000".into(),
                },
                "Isi `***********3000` bukan satu nomor `nik` 16 digit: kurang atau lebih digitnya, berhuruf, atau lebih dari satu nomor.",
                "Ketik ulang nomornya dari dokumen asli, satu nomor pada satu sel.",
            ),
            Said::new(
                KunciHilangDigit { isian: "nomor_bh".into(), sebab: HilangSebab::Tanggal, ditemukan: "01-12-2021".into() },
                "Nomor `nomor_bh` di sel ini sebuah tanggal, `01-12-2021`: Excel mengubah yang diketik.",
                "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya dari dokumen asli.",
            ),
            Said::new(
                KunciHilangDigit { isian: "nomor_bh".into(), sebab: HilangSebab::Pecahan, ditemukan: "518.2".into() },
                "Nomor `nomor_bh` di sel ini sebuah pecahan, `518.2`: Excel mengubah pemisah yang diketik.",
                "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya dari dokumen asli.",
            ),
        ]
    }
}
