//! A year that has far fewer rows than its neighbour.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::banyak;
use crate::vocabulary::Year;

/// The rows of two neighbouring years, the poorer one's file being the place.
#[derive(Clone, PartialEq, Debug)]
pub struct BarisTimpang {
    pub tahun: Year,
    pub baris: usize,
    pub tahun_lain: Year,
    pub baris_lain: usize,
}

impl Finding for BarisTimpang {
    const KODE: &'static str = "baris-timpang";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar, Tempat::Berkas];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} dan {} baris", self.baris, self.baris_lain))
    }
}

impl WordsId for BarisTimpang {
    const MANUAL: Manual = Manual {
        arti: "Data suatu tahun jauh lebih sedikit barisnya daripada tahun di sebelahnya: kurang dari tiga perlima, atau lebih dari seperlima koperasi atau usahanya hilang sedangkan hampir tidak ada yang baru, atau seperempat koperasinya baru.",
        contoh: "tahun 2020 berisi 210 koperasi, tahun 2021 414: berkas dua kecamatan tahun 2020 belum diletakkan.",
        mengapa: "jumlah yang dibandingkan dengan tahun yang tidak lengkap tampak tumbuh atau turun, padahal tidak.",
        perbaikan: "Lengkapi data tahun itu; bila memang hanya itu barisnya, nyatakan.",
    };

    fn pesan(&self) -> String {
        let Self { tahun, baris, tahun_lain, baris_lain } = self;
        format!(
            "Data tahun {tahun} berisi {} baris, tahun {tahun_lain} {} baris; angka kedua tahun itu dibandingkan.",
            banyak(*baris),
            banyak(*baris_lain)
        )
    }

    fn saran(&self) -> String {
        let Self { tahun, .. } = self;
        format!(
            "Periksa apakah ada berkas, lembar, atau bagian tahun {tahun} yang belum ikut; bila memang hanya itu barisnya, nyatakan dengan `[[terima]]`."
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            BarisTimpang { tahun: Year(2020), baris: 210, tahun_lain: Year(2021), baris_lain: 1414 },
            "Data tahun 2020 berisi 210 baris, tahun 2021 1.414 baris; angka kedua tahun itu dibandingkan.",
            "Periksa apakah ada berkas, lembar, atau bagian tahun 2020 yang belum ikut; bila memang hanya itu barisnya, nyatakan dengan `[[terima]]`.",
        )]
    }
}
