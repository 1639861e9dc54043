//! A report dated in another year than the one after the year it is of.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::vocabulary::{Tanggal, Year};

#[derive(Clone, PartialEq, Debug)]
pub struct TanggalTahunLain {
    pub tahun: Year,
    pub tanggal: Tanggal,
}

impl Finding for TanggalTahunLain {
    const KODE: &'static str = "tanggal-tahun-lain";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.tanggal.to_string())
    }
}

impl WordsId for TanggalTahunLain {
    const MANUAL: Manual = Manual {
        arti: "Tanggal penandatanganan tidak jatuh pada tahun sesudah tahun laporan.",
        contoh: "laporan 2022 dibuat dari iku.toml tahun lalu, dan tanggalnya masih 24 Januari 2022.",
        mengapa: "laporan setahun ditandatangani sesudah tahunnya selesai; tanggal lain biasanya tertinggal dari tahun lalu.",
        perbaikan: "Sesuaikan `tanggal` pada `[penandatangan]`, atau `tahun` pada `[laporan]`; bila memang demikian, terima dengan alasannya.",
    };

    fn pesan(&self) -> String {
        let Self { tahun, tanggal } = self;
        format!("Laporan tahun {tahun} bertanggal {}, bukan pada tahun {}.", tanggal.panjang(), tahun.0 + 1)
    }

    fn saran(&self) -> String {
        "Sesuaikan `tanggal` pada `[penandatangan]` atau `tahun` pada `[laporan]` di iku.toml.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            TanggalTahunLain { tahun: Year(2022), tanggal: Tanggal { year: 2022, month: 1, day: 24 } },
            "Laporan tahun 2022 bertanggal 24 Januari 2022, bukan pada tahun 2023.",
            "Sesuaikan `tanggal` pada `[penandatangan]` atau `tahun` pada `[laporan]` di iku.toml.",
        )]
    }
}
