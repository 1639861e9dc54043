//! A sheet that the profile names is not in the file.

use crate::diagnostic::Tempel;
#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{daftar, kutip};
use crate::vocabulary::At;

#[derive(Clone, PartialEq, Debug)]
pub struct LembarTidakAda {
    pub lembar: String,
    pub ada: Vec<String>,
}

impl Finding for LembarTidakAda {
    const KODE: &'static str = "lembar-tidak-ada";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakTerbaca);

    fn tempel(&self, _at: &At, sumber: Option<&str>) -> Vec<Tempel> {
        Tempel::of_source(sumber, "lembar", self.ada.iter().map(String::as_str).take(4))
    }
}

impl WordsId for LembarTidakAda {
    const MANUAL: Manual = Manual {
        arti: "Lembar yang disebut profil tidak ada di berkas.",
        contoh: "profil menyebut `Rekap 2021`, tetapi lembarnya bernama `REKAP TH 2021`.",
        mengapa: "membaca lembar lain sebagai gantinya dapat mengambil angka yang bukan dimaksud.",
        perbaikan: "Periksa nama lembarnya, atau perbaiki `lembar` di iku.toml.",
    };

    fn pesan(&self) -> String {
        match self {
            Self { lembar, ada } if ada.is_empty() => format!("Lembar {} tidak ada di berkas ini.", kutip(lembar)),
            Self { lembar, ada } => {
                format!("Lembar {} tidak ada di berkas ini; yang ada: {}.", kutip(lembar), daftar(ada))
            }
        }
    }

    fn saran(&self) -> String {
        "Samakan nama lembarnya, atau perbaiki `lembar` pada `[sumber]` di iku.toml.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            LembarTidakAda { lembar: "Rekap 2021".into(), ada: vec!["Sheet1".into(), "Sheet2".into(), "Sheet3".into()] },
            "Lembar `Rekap 2021` tidak ada di berkas ini; yang ada: `Sheet1`, `Sheet2`, dan `Sheet3`.",
            "Samakan nama lembarnya, atau perbaiki `lembar` pada `[sumber]` di iku.toml.",
        )]
    }
}
