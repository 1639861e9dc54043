//! A title or sheet name that states another year than the data's.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::Year;

/// `tertulis` is the title or the sheet's name that states another year than `tahun`.
#[derive(Clone, PartialEq, Debug)]
pub struct TahunBerselisih {
    pub tertulis: String,
    pub tahun: Year,
}

impl Finding for TahunBerselisih {
    const KODE: &'static str = "tahun-berselisih";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar, Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.tertulis.clone())
    }
}

impl WordsId for TahunBerselisih {
    const MANUAL: Manual = Manual {
        arti: "Judul, nama lembar, nama berkas, atau kolom Tahun menyebut tahun lain daripada tahun datanya.",
        contoh: "di dalam `Keragaan 2021.xlsx` masih tertulis `PERIODE 31 DESEMBER 2020`.",
        mengapa: "mungkin berkas tahun lalu tersimpan dengan nama tahun ini, sehingga seluruh angkanya angka tahun lalu.",
        perbaikan: "Pastikan isinya data tahun itu, lalu perbaiki keterangannya, atau ganti berkasnya.",
    };

    fn pesan(&self) -> String {
        let Self { tertulis, tahun } = self;
        format!("Keterangan {} menyebut tahun lain, padahal isinya dibaca sebagai data tahun {tahun}.", kutip(tertulis))
    }

    fn saran(&self) -> String {
        let Self { tahun, .. } = self;
        format!("Pastikan isinya data tahun {tahun}, lalu perbaiki keterangan itu; bila berkasnya keliru, ganti berkasnya.")
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            TahunBerselisih { tertulis: "PERIODE 31 DESEMBER 2020".into(), tahun: Year(2021) },
            "Keterangan `PERIODE 31 DESEMBER 2020` menyebut tahun lain, padahal isinya dibaca sebagai data tahun 2021.",
            "Pastikan isinya data tahun 2021, lalu perbaiki keterangan itu; bila berkasnya keliru, ganti berkasnya.",
        )]
    }
}
