//! A place that has rows in one of two neighbouring years, and none in the other.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};
use crate::vocabulary::Year;

/// The place is the year's that lacks it.
#[derive(Clone, PartialEq, Debug)]
pub struct TempatTidakAda {
    pub isian: String,
    pub nama: String,
    pub tahun: Year,
    pub tahun_lain: Year,
    /// So many rows of it the other year has.
    pub baris_lain: usize,
}

impl Finding for TempatTidakAda {
    const KODE: &'static str = "tempat-tidak-ada";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar, Tempat::Berkas];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.nama.clone())
    }
}

impl WordsId for TempatTidakAda {
    const MANUAL: Manual = Manual {
        arti: "Kecamatan, kelurahan, atau wilayah yang ada pada data tahun di sebelahnya sama sekali tidak ada pada data tahun ini.",
        contoh: "rekap 2020 memuat empat kecamatan, rekap 2021 tiga: baris Purworejo terhapus, dan jumlahnya cocok dengan yang tiga.",
        mengapa: "jumlah yang dibandingkan dengan tahun yang tidak lengkap tampak turun atau tumbuh, padahal tidak.",
        perbaikan: "Lengkapi barisnya; bila memang tidak ada, nyatakan.",
    };

    fn pesan(&self) -> String {
        let Self { isian, nama, tahun, tahun_lain, baris_lain } = self;
        format!(
            "Tempat {} tidak ada pada {} data tahun {tahun}, sedangkan data tahun {tahun_lain} memuatnya pada {} baris; angka kedua tahun itu dibandingkan.",
            kutip(nama),
            kutip(isian),
            banyak(*baris_lain)
        )
    }

    fn saran(&self) -> String {
        let Self { tahun, .. } = self;
        format!(
            "Periksa apakah barisnya terhapus atau namanya ditulis lain di data tahun {tahun}; bila memang tidak ada, nyatakan dengan `[[terima]]`."
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            TempatTidakAda {
                isian: "kecamatan".into(),
                nama: "Purworejo".into(),
                tahun: Year(2021),
                tahun_lain: Year(2020),
                baris_lain: 1,
            },
            "Tempat `Purworejo` tidak ada pada `kecamatan` data tahun 2021, sedangkan data tahun 2020 memuatnya pada 1 baris; angka kedua tahun itu dibandingkan.",
            "Periksa apakah barisnya terhapus atau namanya ditulis lain di data tahun 2021; bila memang tidak ada, nyatakan dengan `[[terima]]`.",
        )]
    }
}
