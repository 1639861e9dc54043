//! A title or sheet name that states another year than the data's.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::Year;

/// `tertulis` is the title or the sheet's name that states another year than `tahun`; `dasar` what says that the figures are
/// of that one, with its place.
#[derive(Clone, PartialEq, Debug)]
pub struct TahunBerselisih {
    pub tertulis: String,
    pub tahun: Year,
    pub dasar: Option<(DasarTahun, String)>,
}

/// Where a year is said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DasarTahun {
    /// A cell, as `A2`.
    Sel(String),
    Lembar,
    Berkas,
    /// A key of the profile.
    Kunci,
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
        let Self { tertulis, tahun, dasar } = self;
        let dasar = dasar.as_ref().map_or_else(String::new, |(place, text)| {
            let text = kutip(text);
            match place {
                DasarTahun::Sel(sel) => format!(" menurut {text} ({sel})"),
                DasarTahun::Lembar => format!(" menurut nama lembar {text}"),
                DasarTahun::Berkas => format!(" menurut nama berkas {text}"),
                DasarTahun::Kunci => format!(" menurut kunci `tahun` {text} di iku.toml"),
            }
        });
        format!("Keterangan {} menyebut tahun lain, padahal isinya dibaca sebagai data tahun {tahun}{dasar}.", kutip(tertulis))
    }

    fn saran(&self) -> String {
        let Self { tahun, .. } = self;
        format!("Pastikan isinya data tahun {tahun}, lalu perbaiki keterangan itu; bila berkasnya keliru, ganti berkasnya.")
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |dasar: Option<(DasarTahun, &str)>, pesan| {
            let dasar = dasar.map(|(place, text)| (place, text.to_owned()));
            Said::new(
                TahunBerselisih { tertulis: "PERIODE 31 DESEMBER 2020".into(), tahun: Year(2021), dasar },
                pesan,
                "Pastikan isinya data tahun 2021, lalu perbaiki keterangan itu; bila berkasnya keliru, ganti berkasnya.",
            )
        };
        vec![
            of(None, "Keterangan `PERIODE 31 DESEMBER 2020` menyebut tahun lain, padahal isinya dibaca sebagai data tahun 2021."),
            of(
                Some((DasarTahun::Sel("A2".into()), "TAHUN 2021")),
                "Keterangan `PERIODE 31 DESEMBER 2020` menyebut tahun lain, padahal isinya dibaca sebagai data tahun 2021 menurut `TAHUN 2021` (A2).",
            ),
            of(
                Some((DasarTahun::Lembar, "2021")),
                "Keterangan `PERIODE 31 DESEMBER 2020` menyebut tahun lain, padahal isinya dibaca sebagai data tahun 2021 menurut nama lembar `2021`.",
            ),
            of(
                Some((DasarTahun::Berkas, "Data 2021.xlsx")),
                "Keterangan `PERIODE 31 DESEMBER 2020` menyebut tahun lain, padahal isinya dibaca sebagai data tahun 2021 menurut nama berkas `Data 2021.xlsx`.",
            ),
            of(
                Some((DasarTahun::Kunci, "2021")),
                "Keterangan `PERIODE 31 DESEMBER 2020` menyebut tahun lain, padahal isinya dibaca sebagai data tahun 2021 menurut kunci `tahun` `2021` di iku.toml.",
            ),
        ]
    }
}
