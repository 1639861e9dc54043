//! A column that only look-back figures miss, or figures that have a `tetapan`.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{bersih, daftar, kutip};
use crate::vocabulary::Year;

/// `isian` are the fields without a column on the sheet of this year.
#[derive(Clone, PartialEq, Debug)]
pub struct KolomLaluTidakAda {
    pub sumber: String,
    pub tahun: Year,
    pub isian: Vec<String>,
}

impl Finding for KolomLaluTidakAda {
    const KODE: &'static str = "kolom-lalu-tidak-ada";
    const TINGKAT: Tingkat = Tingkat::Catatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar];
    const TERIMA: Terima = Terima::TidakPerlu;
}

impl WordsId for KolomLaluTidakAda {
    const MANUAL: Manual = Manual {
        arti: "Kolom yang hanya diperlukan kolom tahun-tahun lalu, atau angka yang sudah ada `tetapan`-nya, tidak ditemukan; angkanya dicetak n/a, atau memakai tetapannya.",
        contoh: "laporan 2021 menampilkan tiga tahun, tetapi buku kerja 2019 belum berkolom SHU.",
        mengapa: "angka tahun laporan tidak terpengaruh; hanya pembandingnya kosong, atau berasal dari tetapan.",
        perbaikan: "Bila kolomnya ada dengan judul lain, sebutkan judulnya pada `[sumber.….kolom]`; bila nilainya pernah diterbitkan, tulis sebagai `tetapan`.",
    };

    fn pesan(&self) -> String {
        let Self { sumber, tahun, isian } = self;
        format!(
            "Kolom untuk {} tidak ada pada data {} tahun {tahun}; angka yang memerlukannya dicetak n/a, atau memakai `tetapan`-nya.",
            daftar(isian),
            kutip(sumber)
        )
    }

    fn saran(&self) -> String {
        let Self { sumber, .. } = self;
        format!("Bila kolomnya ada dengan judul lain, sebutkan judulnya pada `[sumber.{}.kolom]` di iku.toml.", bersih(sumber))
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            KolomLaluTidakAda { sumber: "keragaan".into(), tahun: Year(2019), isian: vec!["shu".into()] },
            "Kolom untuk `shu` tidak ada pada data `keragaan` tahun 2019; angka yang memerlukannya dicetak n/a, atau memakai `tetapan`-nya.",
            "Bila kolomnya ada dengan judul lain, sebutkan judulnya pada `[sumber.keragaan.kolom]` di iku.toml.",
        )]
    }
}
