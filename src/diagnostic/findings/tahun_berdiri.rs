//! A Tahun column whose years seem to be those of founding.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct TahunBerdiri {
    pub judul: String,
    pub dari: String,
    pub sampai: String,
}

impl Finding for TahunBerdiri {
    const KODE: &'static str = "tahun-berdiri";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;
}

impl WordsId for TahunBerdiri {
    const MANUAL: Manual = Manual {
        arti: "Kolom tahun tampak berisi tahun berdirinya usaha, bukan tahun data: tahunnya membentang puluhan tahun dan setiap nama hanya muncul sekali.",
        contoh: "kolom `tahun` berisi 1987 sampai 2021, setiap usaha satu baris.",
        mengapa: "hanya usaha yang berdiri pada tahun laporan yang akan terhitung.",
        perbaikan: "Tulis tahun datanya pada `[sumber]`, misalnya `tahun = 2021`.",
    };

    fn pesan(&self) -> String {
        let Self { judul, dari, sampai } = self;
        format!(
            "Kolom {} berisi tahun {dari} sampai {sampai} dan setiap nama hanya muncul sekali: tampaknya tahun berdiri, bukan tahun data.",
            kutip(judul)
        )
    }

    fn saran(&self) -> String {
        "Tulis `tahun = 2021` (tahun datanya) pada `[sumber]` di iku.toml, sebagai ganti `tahun = \"kolom\"`.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            TahunBerdiri { judul: "tahun".into(), dari: "1987".into(), sampai: "2021".into() },
            "Kolom `tahun` berisi tahun 1987 sampai 2021 dan setiap nama hanya muncul sekali: tampaknya tahun berdiri, bukan tahun data.",
            "Tulis `tahun = 2021` (tahun datanya) pada `[sumber]` di iku.toml, sebagai ganti `tahun = \"kolom\"`.",
        )]
    }
}
