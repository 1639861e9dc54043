//! Assets that differ from own and outside capital.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::angka;
use rust_decimal::Decimal;

#[derive(Clone, PartialEq, Debug)]
pub struct AsetTidakSeimbang {
    pub aset: Decimal,
    pub modal_sendiri: Decimal,
    pub modal_luar: Decimal,
}

impl Finding for AsetTidakSeimbang {
    const KODE: &'static str = "aset-tidak-seimbang";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Tetap;
}

impl WordsId for AsetTidakSeimbang {
    const MANUAL: Manual = Manual {
        arti: "Aset tidak sama dengan modal sendiri ditambah modal luar.",
        contoh: "tiga kolom uang sebuah koperasi tergeser satu ke kanan.",
        mengapa: "angka yang tertukar kolom ikut terjumlah pada indikator yang salah.",
        perbaikan: "Periksa ketiga angkanya; mungkin tertukar kolom.",
    };

    fn pesan(&self) -> String {
        let Self { aset, modal_sendiri, modal_luar } = self;
        format!(
            "Aset {} tidak sama dengan modal sendiri {} ditambah modal luar {}.",
            angka(*aset),
            angka(*modal_sendiri),
            angka(*modal_luar)
        )
    }

    fn saran(&self) -> String {
        "Periksa apakah ketiga angka itu tertukar kolom atau salah ketik.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            AsetTidakSeimbang {
                aset: Decimal::from(100_000),
                modal_sendiri: Decimal::from(60_000),
                modal_luar: Decimal::from(30_000),
            },
            "Aset 100.000 tidak sama dengan modal sendiri 60.000 ditambah modal luar 30.000.",
            "Periksa apakah ketiga angka itu tertukar kolom atau salah ketik.",
        )]
    }
}
