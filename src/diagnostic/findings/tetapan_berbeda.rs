//! Data that give another value than the tetapan.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, kutip};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

#[derive(Clone, PartialEq, Debug)]
pub struct TetapanBerbeda {
    pub ukuran: String,
    pub tahun: Year,
    pub tetapan: Decimal,
    pub data: Decimal,
    pub dipakai_tetapan: bool,
}

impl Finding for TetapanBerbeda {
    const KODE: &'static str = "tetapan-berbeda";
    const TINGKAT: Tingkat = Tingkat::Catatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::TidakPerlu;
}

impl WordsId for TetapanBerbeda {
    const MANUAL: Manual = Manual {
        arti: "Data memberi nilai lain daripada `tetapan` untuk tahun yang sama.",
        contoh: "LKjIP 2019 menyebut 1.250 usaha, sedangkan data kini menghitung 1.248.",
        mengapa: "hanya satu yang dipakai menghitung; keduanya dicetak agar pembaca tahu.",
        perbaikan: "Periksa mana yang benar; `utamakan_tetapan` menentukan mana yang dipakai.",
    };

    fn pesan(&self) -> String {
        let Self { ukuran, tahun, tetapan, data, dipakai_tetapan } = self;
        format!(
            "Ukuran {} tahun {tahun}: semula {} (tetapan), menjadi {} menurut data; yang dipakai {}.",
            kutip(ukuran),
            angka(*tetapan),
            angka(*data),
            if *dipakai_tetapan { "tetapan" } else { "data" }
        )
    }

    fn saran(&self) -> String {
        match self {
            Self { dipakai_tetapan: true, .. } => {
                "Periksa mana yang benar; hapus `utamakan_tetapan` bila data yang harus dipakai.".to_owned()
            }
            Self { dipakai_tetapan: false, .. } => {
                "Periksa mana yang benar; tulis `utamakan_tetapan = true` bila tetapan yang harus dipakai.".to_owned()
            }
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                TetapanBerbeda {
                    ukuran: "usaha_berkembang".into(),
                    tahun: Year(2019),
                    tetapan: Decimal::from(1_250),
                    data: Decimal::from(1_248),
                    dipakai_tetapan: true,
                },
                "Ukuran `usaha_berkembang` tahun 2019: semula 1.250 (tetapan), menjadi 1.248 menurut data; yang dipakai tetapan.",
                "Periksa mana yang benar; hapus `utamakan_tetapan` bila data yang harus dipakai.",
            ),
            Said::new(
                TetapanBerbeda {
                    ukuran: "usaha_berkembang".into(),
                    tahun: Year(2019),
                    tetapan: Decimal::from(1_250),
                    data: Decimal::from(1_248),
                    dipakai_tetapan: false,
                },
                "Ukuran `usaha_berkembang` tahun 2019: semula 1.250 (tetapan), menjadi 1.248 menurut data; yang dipakai data.",
                "Periksa mana yang benar; tulis `utamakan_tetapan = true` bila tetapan yang harus dipakai.",
            ),
        ]
    }
}
