//! A year whose figures are last year's to the digit.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::banyak;
use crate::vocabulary::Year;

/// How many of the rows with figures are last year's to the digit.
#[derive(Clone, PartialEq, Debug)]
pub struct DataTahunLalu {
    pub tahun: Year,
    pub tahun_lalu: Year,
    pub baris: usize,
    pub dari: usize,
}

impl Finding for DataTahunLalu {
    const KODE: &'static str = "data-tahun-lalu";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} dari {} baris", self.baris, self.dari))
    }
}

impl WordsId for DataTahunLalu {
    const MANUAL: Manual = Manual {
        arti: "Angka suatu tahun sama persis dengan angka tahun sebelumnya.",
        contoh: "`Keragaan 2021.xlsx` adalah salinan `Keragaan 2020.xlsx` dengan nama lain.",
        mengapa: "pertumbuhan yang dihitung dari salinan selalu nol, dan angka tahun ini sebenarnya belum ada.",
        perbaikan: "Pakai berkas tahun yang benar.",
    };

    fn pesan(&self) -> String {
        let Self { tahun, tahun_lalu, baris, dari } = self;
        format!(
            "Angka {} dari {} baris tahun {tahun} sama persis dengan tahun {tahun_lalu}; tampaknya data tahun lalu terpakai lagi.",
            banyak(*baris),
            banyak(*dari)
        )
    }

    fn saran(&self) -> String {
        let Self { tahun, .. } = self;
        format!(
            "Letakkan data tahun {tahun} yang benar; bila angkanya memang tidak berubah, nyatakan dengan `[[terima]]` di kolom ini."
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            DataTahunLalu { tahun: Year(2021), tahun_lalu: Year(2020), baris: 414, dari: 414 },
            "Angka 414 dari 414 baris tahun 2021 sama persis dengan tahun 2020; tampaknya data tahun lalu terpakai lagi.",
            "Letakkan data tahun 2021 yang benar; bila angkanya memang tidak berubah, nyatakan dengan `[[terima]]` di kolom ini.",
        )]
    }
}
