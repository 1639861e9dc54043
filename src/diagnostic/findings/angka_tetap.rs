//! Most figures of a year are last year's to the digit.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::banyak;
use crate::vocabulary::Year;

/// How many of the rows that both years have stand as they stood.
#[derive(Clone, PartialEq, Debug)]
pub struct AngkaTetap {
    pub tahun: Year,
    pub tahun_lalu: Year,
    pub baris: usize,
    pub dari: usize,
}

impl Finding for AngkaTetap {
    const KODE: &'static str = "angka-tetap";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} dari {} baris", self.baris, self.dari))
    }
}

impl WordsId for AngkaTetap {
    const MANUAL: Manual = Manual {
        arti: "Angka sebagian besar baris suatu tahun sama persis dengan angka tahun sebelumnya.",
        contoh: "dari 40 usaha yang ada di kedua tahun, omset 36 usaha sama sampai rupiahnya: berkas tahun lalu disalin dan baru sebagian diganti.",
        mengapa: "pertumbuhan yang dihitung dari angka yang belum diperbarui lebih kecil daripada yang sebenarnya.",
        perbaikan: "Lengkapi angka tahun itu; bila memang tidak berubah, nyatakan.",
    };

    fn pesan(&self) -> String {
        let Self { tahun, tahun_lalu, baris, dari } = self;
        format!(
            "Angka {} dari {} baris yang ada di kedua tahun sama persis di tahun {tahun} dan {tahun_lalu}; mungkin belum semua diperbarui.",
            banyak(*baris),
            banyak(*dari)
        )
    }

    fn saran(&self) -> String {
        let Self { tahun, .. } = self;
        format!(
            "Periksa apakah angka tahun {tahun} sudah diisi semua; bila memang tidak berubah, nyatakan dengan `[[terima]]` di kolom ini."
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            AngkaTetap { tahun: Year(2021), tahun_lalu: Year(2020), baris: 36, dari: 40 },
            "Angka 36 dari 40 baris yang ada di kedua tahun sama persis di tahun 2021 dan 2020; mungkin belum semua diperbarui.",
            "Periksa apakah angka tahun 2021 sudah diisi semua; bila memang tidak berubah, nyatakan dengan `[[terima]]` di kolom ini.",
        )]
    }
}
