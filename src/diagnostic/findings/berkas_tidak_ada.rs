//! A file that the profile or the command names is not there.

use crate::diagnostic::Tempel;
#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::{At, Year};

/// Who named a file that is not there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Dicari {
    /// The profile's `berkas`.
    Profil,
    /// The profile's `berkas`, for this year.
    Tahun(Year),
    /// The command line.
    Perintah,
}

/// `pola` is the profile's `berkas`; `mirip` a file that is there, or one by that name in another folder.
#[derive(Clone, PartialEq, Debug)]
pub struct BerkasTidakAda {
    pub pola: String,
    pub mirip: Option<String>,
    pub dicari: Dicari,
}

impl Finding for BerkasTidakAda {
    const KODE: &'static str = "berkas-tidak-ada";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakTerbaca);

    fn tempel(&self, _at: &At, sumber: Option<&str>) -> Vec<Tempel> {
        let Some(mirip) = &self.mirip else { return Vec::new() };
        let pola = match self.dicari {
            Dicari::Perintah => return Vec::new(),
            Dicari::Tahun(tahun) => mirip.replace(&tahun.to_string(), "{tahun}"),
            Dicari::Profil => mirip.clone(),
        };
        Tempel::of_source(sumber, "berkas", [pola.as_str()])
    }
}

impl BerkasTidakAda {
    /// The file by that name in another folder of the office.
    fn elsewhere(&self) -> Option<&str> {
        let folder = |berkas: &str| berkas.rsplit_once('/').map(|(folder, _)| folder.to_owned());
        self.mirip.as_deref().filter(|mirip| folder(mirip) != folder(&self.pola))
    }
}

impl WordsId for BerkasTidakAda {
    const MANUAL: Manual = Manual {
        arti: "Berkas yang disebut profil tidak ditemukan.",
        contoh: "profil menyebut `data/Data UMKM {tahun}.xlsx`, tetapi berkasnya bernama `Data UMKM Th 2021.xlsx`.",
        mengapa: "tanpa berkas itu angka laporan tidak mempunyai dasar.",
        perbaikan: "Letakkan berkasnya di tempat yang disebut, atau perbaiki `berkas` di iku.toml.",
    };

    fn pesan(&self) -> String {
        let Self { pola, .. } = self;
        format!("Tidak ada berkas yang cocok dengan {}.", kutip(pola))
    }

    fn saran(&self) -> String {
        match self {
            Self { mirip, dicari: Dicari::Perintah, .. } => match mirip {
                Some(mirip) => format!("Periksa namanya: di folder itu ada {}.", kutip(mirip)),
                None => "Periksa nama berkas dan foldernya.".to_owned(),
            },
            Self { mirip: None, dicari: Dicari::Tahun(tahun), .. } => {
                format!(
                    "Tambahkan berkas tahun {tahun} di tempat itu, atau isi `tetapan = {{ {tahun} = … }}` beserta `asal` pada ukurannya di iku.toml."
                )
            }
            Self { mirip: Some(mirip), .. } if self.elsewhere().is_some() => {
                format!(
                    "Berkas itu ada di {}: pindahkan ke tempat yang disebut, atau perbaiki `berkas` di iku.toml.",
                    kutip(mirip)
                )
            }
            Self { mirip: Some(mirip), .. } => {
                format!(
                    "Periksa namanya: di folder itu ada {}; samakan nama berkasnya atau perbaiki `berkas` di iku.toml.",
                    kutip(mirip)
                )
            }
            Self { mirip: None, .. } => "Letakkan berkasnya di tempat itu, atau perbaiki `berkas` di iku.toml.".to_owned(),
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                BerkasTidakAda {
                    pola: "data/Data UMKM 2021.xlsx".into(),
                    mirip: Some("data/Data UMKM Th 2021.xlsx".into()),
                    dicari: Dicari::Tahun(Year(2021)),
                },
                "Tidak ada berkas yang cocok dengan `data/Data UMKM 2021.xlsx`.",
                "Periksa namanya: di folder itu ada `data/Data UMKM Th 2021.xlsx`; samakan nama berkasnya atau perbaiki `berkas` di iku.toml.",
            ),
            Said::new(
                BerkasTidakAda {
                    pola: "data/Data UMKM 2021.xlsx".into(),
                    mirip: Some("2021/Data UMKM 2021.xlsx".into()),
                    dicari: Dicari::Tahun(Year(2021)),
                },
                "Tidak ada berkas yang cocok dengan `data/Data UMKM 2021.xlsx`.",
                "Berkas itu ada di `2021/Data UMKM 2021.xlsx`: pindahkan ke tempat yang disebut, atau perbaiki `berkas` di iku.toml.",
            ),
            Said::new(
                BerkasTidakAda { pola: "data/Data UMKM 2021.xlsx".into(), mirip: None, dicari: Dicari::Profil },
                "Tidak ada berkas yang cocok dengan `data/Data UMKM 2021.xlsx`.",
                "Letakkan berkasnya di tempat itu, atau perbaiki `berkas` di iku.toml.",
            ),
            Said::new(
                BerkasTidakAda { pola: "data/Data UMKM 2021.xlsx".into(), mirip: None, dicari: Dicari::Tahun(Year(2021)) },
                "Tidak ada berkas yang cocok dengan `data/Data UMKM 2021.xlsx`.",
                "Tambahkan berkas tahun 2021 di tempat itu, atau isi `tetapan = { 2021 = … }` beserta `asal` pada ukurannya di iku.toml.",
            ),
            Said::new(
                BerkasTidakAda { pola: "Data UMKM 2021.xlsx".into(), mirip: None, dicari: Dicari::Perintah },
                "Tidak ada berkas yang cocok dengan `Data UMKM 2021.xlsx`.",
                "Periksa nama berkas dan foldernya.",
            ),
        ]
    }
}
