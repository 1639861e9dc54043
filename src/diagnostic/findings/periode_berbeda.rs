//! Periods of unequal length.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct PeriodeBerbeda {
    pub periode: String,
    pub periode_lain: String,
}

impl Finding for PeriodeBerbeda {
    const KODE: &'static str = "periode-berbeda";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar, Tempat::Kolom, Tempat::Baris, Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.periode.clone())
    }
}

impl WordsId for PeriodeBerbeda {
    const MANUAL: Manual = Manual {
        arti: "Kurun waktu data tidak sama panjang, sehingga tidak boleh dibandingkan; nama lembar (`Juni`) atau catatan (`data s/d Oktober`) yang menyebut sebagian tahun ikut dibaca.",
        contoh: "kolom `Tahun 2025` berdampingan dengan `Jan-Mar 2026`.",
        mengapa: "omset tiga bulan tampak turun bila dibandingkan dengan omset setahun penuh.",
        perbaikan: "Pakai data dengan kurun waktu yang sama.",
    };

    fn pesan(&self) -> String {
        let Self { periode, periode_lain } = self;
        format!("Kurun waktu data tidak sama: {} dan {}.", kutip(periode), kutip(periode_lain))
    }

    fn saran(&self) -> String {
        "Pakai data dengan kurun waktu yang sama panjang, misalnya setahun penuh.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            PeriodeBerbeda { periode: "Jan-Mar 2026".into(), periode_lain: "Tahun 2025".into() },
            "Kurun waktu data tidak sama: `Jan-Mar 2026` dan `Tahun 2025`.",
            "Pakai data dengan kurun waktu yang sama panjang, misalnya setahun penuh.",
        )]
    }
}
