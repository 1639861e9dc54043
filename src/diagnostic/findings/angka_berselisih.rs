//! One figure that two places of the data give otherwise: last year's column in this year's file, a recap that is a source of its own.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, banyak, kutip};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

#[derive(Clone, PartialEq, Debug)]
pub struct AngkaBerselisih {
    pub isian: String,
    pub tahun: Year,
    pub nilai: Decimal,
    /// Where the other figure is: a cell, or a source.
    pub lain: String,
    pub nilai_lain: Decimal,
    /// How many of those that both places have differ.
    pub berselisih: usize,
    pub dari: usize,
}

impl Finding for AngkaBerselisih {
    const KODE: &'static str = "angka-berselisih";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.nilai.normalize().to_string())
    }
}

impl WordsId for AngkaBerselisih {
    const MANUAL: Manual = Manual {
        arti: "Angka yang sama tertulis di dua tempat dan berlainan: kolom tahun lalu di berkas tahun ini (`Omset 2020` di samping `Omset 2021`) tidak sama dengan berkas tahun lalu, atau rekap per kecamatan yang menjadi sumber sendiri tidak sama dengan jumlah daftarnya.",
        contoh: "`Omset 2020` sebuah usaha 17.480.982 di berkas 2021, sedangkan di berkas 2020 13.446.525.",
        mengapa: "salah satunya tidak benar, dan pertumbuhan berlainan menurut yang mana dihitung. Yang dihitung adalah berkas tahunnya sendiri, atau sumber yang disebut rumusnya.",
        perbaikan: "Pastikan mana yang benar dan samakan keduanya, atau nyatakan dengan `[[terima]]`.",
    };

    fn pesan(&self) -> String {
        let Self { isian, tahun, nilai, lain, nilai_lain, berselisih, dari } = self;
        format!(
            "Angka {} tahun {tahun} di sini {}, sedangkan menurut {lain} {}. Dari {} yang ada di keduanya, {} berselisih.",
            kutip(isian),
            angka(*nilai),
            angka(*nilai_lain),
            banyak(*dari),
            banyak(*berselisih)
        )
    }

    fn saran(&self) -> String {
        "Pastikan mana yang benar dan samakan keduanya; bila tahun lalu memang dikoreksi, perbaiki juga berkas tahun itu."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            AngkaBerselisih {
                isian: "omset".into(),
                tahun: Year(2020),
                nilai: Decimal::from(17_480_982),
                lain: "data/UMKM 2020.xlsx!Sheet1!F4".into(),
                nilai_lain: Decimal::from(13_446_525),
                berselisih: 3,
                dari: 20,
            },
            "Angka `omset` tahun 2020 di sini 17.480.982, sedangkan menurut data/UMKM 2020.xlsx!Sheet1!F4 13.446.525. Dari 20 yang ada di keduanya, 3 berselisih.",
            "Pastikan mana yang benar dan samakan keduanya; bila tahun lalu memang dikoreksi, perbaiki juga berkas tahun itu.",
        )]
    }
}
