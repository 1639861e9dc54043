//! Formulas of the profile that compute what was hardly meant.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SebabJanggal {
    /// In per cent, and nothing times 100.
    TanpaSeratus,
    /// A growth over the later year's own figure.
    DibagiTahunSendiri,
    /// A growth, and the later year taken away from the one before.
    Terbalik,
    /// A date of these years in its condition, whatever year it is counted for.
    TanggalTetap,
}

#[derive(Clone, PartialEq, Debug)]
pub struct RumusJanggal {
    /// `indikator 1.1`, `ukuran pertumbuhan`.
    pub milik: String,
    pub rumus: String,
    pub sebab: SebabJanggal,
}

impl Finding for RumusJanggal {
    const KODE: &'static str = "rumus-janggal";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.rumus.clone())
    }
}

impl WordsId for RumusJanggal {
    const MANUAL: Manual = Manual {
        arti: "Rumus dapat dihitung, tetapi tampaknya bukan itu yang dimaksud.",
        contoh: "satuannya `%`, tetapi rumusnya `(a[n] - a[n-1]) / a[n-1]` tanpa `* 100`; pertumbuhan yang dibagi dengan `a[n]`, bukan `a[n-1]`; `a[n-1] - a[n]` pada indikator pertumbuhan; atau `tanggal_rat >= 2021-01-01` pada rumus yang juga dicetak untuk 2020.",
        mengapa: "0,08 tercetak sebagai 0,08% padahal yang dimaksud 8%; pertumbuhan atas tahun n sendiri selalu lebih kecil dari yang sebenarnya; pengurangan yang terbalik mencetak kenaikan sebagai penurunan.",
        perbaikan: "Tambahkan `* 100`, bagi dengan nilai tahun sebelumnya, balik pengurangannya, atau cetak hanya tahun yang tanggalnya ditulis.",
    };

    fn pesan(&self) -> String {
        let Self { milik, rumus, sebab } = self;
        let rumus = kutip(rumus);
        match sebab {
            SebabJanggal::TanpaSeratus => {
                format!("Rumus {milik}, {rumus}, membagi tanpa dikali 100, padahal satuannya `%`: seperdua akan tercetak 0,5%.")
            }
            SebabJanggal::TanggalTetap => {
                format!(
                    "Rumus {milik}, {rumus}, membandingkan dengan tanggal yang tahunnya tertulis, padahal dihitung juga untuk tahun lain: angka tahun lain itu memakai tanggal yang sama."
                )
            }
            SebabJanggal::Terbalik => format!(
                "Rumus {milik}, {rumus}, mengurangi nilai tahun sebelumnya dengan nilai tahun sesudahnya, padahal namanya menyebut kenaikan: yang naik akan tercetak di bawah nol."
            ),
            SebabJanggal::DibagiTahunSendiri => {
                format!("Rumus {milik}, {rumus}, membagi perubahan dari tahun lalu dengan nilai tahun itu sendiri.")
            }
        }
    }

    fn saran(&self) -> String {
        match self.sebab {
            SebabJanggal::TanpaSeratus => {
                "Tambahkan `* 100` pada rumusnya, atau ganti `satuan`; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::TanggalTetap => {
                "Cetak tahun laporannya saja (`tampil_tahun = 1`), atau tulis angka tahun lain pada `tetapan`; ganti tanggalnya setiap tahun. Bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::Terbalik => {
                "Tulis nilai tahun `[n]` dahulu, dikurangi `[n-1]`; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
            SebabJanggal::DibagiTahunSendiri => {
                "Pertumbuhan dibagi dengan nilai tahun sebelumnya, `[n-1]`; bila memang begitu, nyatakan dengan `[[terima]]`."
            }
        }
        .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |rumus: &str, sebab| RumusJanggal { milik: "indikator 1.1".into(), rumus: rumus.into(), sebab };
        vec![
            Said::new(
                of("(a[n] - a[n-1]) / a[n-1]", SebabJanggal::TanpaSeratus),
                "Rumus indikator 1.1, `(a[n] - a[n-1]) / a[n-1]`, membagi tanpa dikali 100, padahal satuannya `%`: seperdua akan tercetak 0,5%.",
                "Tambahkan `* 100` pada rumusnya, atau ganti `satuan`; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                of("COUNT(k WHERE tanggal_rat >= 2021-01-01)", SebabJanggal::TanggalTetap),
                "Rumus indikator 1.1, `COUNT(k WHERE tanggal_rat >= 2021-01-01)`, membandingkan dengan tanggal yang tahunnya tertulis, padahal dihitung juga untuk tahun lain: angka tahun lain itu memakai tanggal yang sama.",
                "Cetak tahun laporannya saja (`tampil_tahun = 1`), atau tulis angka tahun lain pada `tetapan`; ganti tanggalnya setiap tahun. Bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                of("(a[n-1] - a[n]) / a[n-1] * 100", SebabJanggal::Terbalik),
                "Rumus indikator 1.1, `(a[n-1] - a[n]) / a[n-1] * 100`, mengurangi nilai tahun sebelumnya dengan nilai tahun sesudahnya, padahal namanya menyebut kenaikan: yang naik akan tercetak di bawah nol.",
                "Tulis nilai tahun `[n]` dahulu, dikurangi `[n-1]`; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
            Said::new(
                of("(a[n] - a[n-1]) / a[n] * 100", SebabJanggal::DibagiTahunSendiri),
                "Rumus indikator 1.1, `(a[n] - a[n-1]) / a[n] * 100`, membagi perubahan dari tahun lalu dengan nilai tahun itu sendiri.",
                "Pertumbuhan dibagi dengan nilai tahun sebelumnya, `[n-1]`; bila memang begitu, nyatakan dengan `[[terima]]`.",
            ),
        ]
    }
}
