//! A column that a figure needs is not there.

use crate::diagnostic::Tempel;
#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{bersih, daftar, kutip, tempat};
use crate::vocabulary::{At, Sel};

/// A known column whose meaning is near that of the field sought: `omset_bulanan` beside `omset`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dekat {
    pub isian: String,
    pub sel: Sel,
    pub judul: String,
}

/// `sumber` is its id in the profile; `dekat` a column of near meaning that was known.
#[derive(Clone, PartialEq, Debug)]
pub struct KolomTidakAda {
    pub sumber: String,
    pub dekat: Option<Box<Dekat>>,
    pub isian: String,
    pub judul_ada: Vec<String>,
}

impl Finding for KolomTidakAda {
    const KODE: &'static str = "kolom-tidak-ada";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakTerbaca);

    fn tempel(&self, _at: &At, sumber: Option<&str>) -> Vec<Tempel> {
        // Another amount's column is no way out.
        if self.dekat.is_some() {
            return Vec::new();
        }
        let sumber = sumber.or(Some(self.sumber.as_str()));
        // A heading that shares no word with the field is no guess to paste.
        let is_like = |judul: &&str| {
            let judul = judul.to_lowercase();
            self.isian.split('_').any(|word| word.len() >= 4 && judul.contains(word))
        };
        Tempel::of_column(sumber, &self.isian, self.judul_ada.iter().map(String::as_str).filter(is_like).take(3))
    }
}

impl WordsId for KolomTidakAda {
    const MANUAL: Manual = Manual {
        arti: "Kolom yang diperlukan sebuah angka laporan tidak ditemukan.",
        contoh: "rumus memakai `volume_usaha`, tetapi judul kolomnya `V.U. Kop`, yang tidak dikenal.",
        mengapa: "tanpa kolom itu angkanya tidak dapat dihitung.",
        perbaikan: "Tambahkan kolomnya, atau sebutkan judulnya pada `[sumber.….kolom]`.",
    };

    fn pesan(&self) -> String {
        match self {
            Self { isian, dekat: Some(dekat), .. } => format!(
                "Kolom untuk {} tidak ditemukan; {} ({}) dikenal sebagai {}.",
                kutip(isian),
                tempat(dekat.sel),
                kutip(&dekat.judul),
                kutip(&dekat.isian)
            ),
            Self { isian, judul_ada, .. } if judul_ada.is_empty() => {
                format!("Kolom untuk {} tidak ditemukan.", kutip(isian))
            }
            Self { isian, judul_ada, .. } => {
                format!("Kolom untuk {} tidak ditemukan; judul yang ada: {}.", kutip(isian), daftar(judul_ada))
            }
        }
    }

    fn saran(&self) -> String {
        match self {
            Self { isian, dekat: Some(dekat), .. } => {
                let beda = if dekat.isian.ends_with("_bulanan") {
                    "angka sebulan bukan angka setahun"
                } else {
                    "keduanya tidak sama artinya"
                };
                format!(
                    "Hati-hati, {beda}: tambahkan kolom {}, atau tulis {} dalam rumus bila memang itu yang dimaksud.",
                    kutip(isian),
                    kutip(&dekat.isian)
                )
            }
            Self { sumber, isian, .. } => {
                format!(
                    "Tambahkan kolomnya, atau sebutkan judulnya pada `[sumber.{}.kolom]` di iku.toml, misalnya `{} = \"Judul Kolom\"`.",
                    bersih(sumber),
                    bersih(isian)
                )
            }
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                KolomTidakAda {
                    sumber: "keragaan".into(),
                    dekat: None,
                    isian: "volume_usaha".into(),
                    judul_ada: vec!["Nama".into(), "V.U.".into()],
                },
                "Kolom untuk `volume_usaha` tidak ditemukan; judul yang ada: `Nama` dan `V.U.`.",
                "Tambahkan kolomnya, atau sebutkan judulnya pada `[sumber.keragaan.kolom]` di iku.toml, misalnya `volume_usaha = \"Judul Kolom\"`.",
            ),
            Said::new(
                KolomTidakAda {
                    sumber: "umkm".into(),
                    dekat: Some(Box::new(Dekat {
                        isian: "omset_bulanan".into(),
                        sel: Sel::Column(8),
                        judul: "OMSET / BLN".into(),
                    })),
                    isian: "omset".into(),
                    judul_ada: vec!["Nama".into(), "OMSET / BLN".into()],
                },
                "Kolom untuk `omset` tidak ditemukan; kolom I (`OMSET / BLN`) dikenal sebagai `omset_bulanan`.",
                "Hati-hati, angka sebulan bukan angka setahun: tambahkan kolom `omset`, atau tulis `omset_bulanan` dalam rumus bila memang itu yang dimaksud.",
            ),
            Said::new(
                KolomTidakAda {
                    sumber: "keragaan".into(),
                    dekat: Some(Box::new(Dekat {
                        isian: "shu_lalu".into(),
                        sel: Sel::Column(8),
                        judul: "SHU Tahun Lalu".into(),
                    })),
                    isian: "shu".into(),
                    judul_ada: vec!["Nama".into()],
                },
                "Kolom untuk `shu` tidak ditemukan; kolom I (`SHU Tahun Lalu`) dikenal sebagai `shu_lalu`.",
                "Hati-hati, keduanya tidak sama artinya: tambahkan kolom `shu`, atau tulis `shu_lalu` dalam rumus bila memang itu yang dimaksud.",
            ),
        ]
    }
}
