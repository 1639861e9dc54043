//! A sheet or file of headings alone among others of its year.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::Year;

/// A sheet or file of headings alone among others of its year.
#[derive(Clone, PartialEq, Debug)]
pub struct LembarTanpaBaris {
    pub sumber: String,
    pub tahun: Year,
}

impl Finding for LembarTanpaBaris {
    const KODE: &'static str = "lembar-tanpa-baris";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas, Tempat::Lembar];
    const TERIMA: Terima = Terima::Dicatat;
}

impl WordsId for LembarTanpaBaris {
    const MANUAL: Manual = Manual {
        arti: "Lembar atau berkas ini hanya berisi judul kolom, sedangkan lembar atau berkas lain dari tahun yang sama berisi data.",
        contoh: "data disimpan satu lembar per kecamatan, dan lembar Purworejo belum diisi.",
        mengapa: "jumlah setahun kurang sebesar data kecamatan itu tanpa ada yang tampak salah.",
        perbaikan: "Isi datanya; bila memang tidak ada, terima dengan alasannya.",
    };

    fn pesan(&self) -> String {
        let Self { sumber, tahun } = self;
        format!("Hanya ada judul kolom, tanpa satu baris data pun; data {} tahun {tahun} lainnya berisi.", kutip(sumber))
    }

    fn saran(&self) -> String {
        "Isi datanya, atau hapus lembar atau berkas ini bila memang tidak ada datanya.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            LembarTanpaBaris { sumber: "keragaan".into(), tahun: Year(2021) },
            "Hanya ada judul kolom, tanpa satu baris data pun; data `keragaan` tahun 2021 lainnya berisi.",
            "Isi datanya, atau hapus lembar atau berkas ini bila memang tidak ada datanya.",
        )]
    }
}
