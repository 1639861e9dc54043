//! Columns that fit equally well.

use crate::diagnostic::Tempel;
#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, bersih, deret, kutip, tempat};
use crate::vocabulary::{At, Sel};
use std::collections::BTreeSet;

#[derive(Clone, PartialEq, Debug)]
pub struct KolomGanda {
    pub isian: String,
    pub kolom: Vec<(Sel, String)>,
}

impl Finding for KolomGanda {
    const KODE: &'static str = "kolom-ganda";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakPasti);

    fn tempel(&self, _at: &At, sumber: Option<&str>) -> Vec<Tempel> {
        let judul: BTreeSet<&str> = self.kolom.iter().map(|(_, judul)| judul.as_str()).collect();
        // Headings that are the same tell nothing apart.
        if judul.len() < self.kolom.len() {
            return Vec::new();
        }
        Tempel::of_column(sumber, &self.isian, self.kolom.iter().map(|(_, judul)| judul.as_str()))
    }
}

impl WordsId for KolomGanda {
    const MANUAL: Manual = Manual {
        arti: "Dua kolom sama-sama cocok untuk satu isian, sehingga tidak pasti mana yang dimaksud.",
        contoh: "ada dua kolom berjudul `Volume Usaha`, satu untuk target dan satu untuk realisasi.",
        mengapa: "memilih kolom yang salah mengganti seluruh angka laporan.",
        perbaikan: "Sebutkan judul yang benar pada `[sumber.….kolom]`.",
    };

    fn pesan(&self) -> String {
        let Self { isian, kolom } = self;
        let listed: Vec<String> = kolom.iter().map(|(sel, judul)| format!("{} ({})", kutip(judul), tempat(*sel))).collect();
        format!("{} kolom sama-sama cocok untuk {}: {}.", banyak(kolom.len()), kutip(isian), deret(&listed))
    }

    fn saran(&self) -> String {
        let Self { isian, .. } = self;
        format!(
            "Bedakan judul kolomnya, lalu tulis `{} = \"judul yang benar\"` pada `[sumber.….kolom]` di iku.toml.",
            bersih(isian)
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            KolomGanda {
                isian: "volume_usaha".into(),
                kolom: vec![(Sel::Column(5), "Volume Usaha".into()), (Sel::Column(6), "Vol. Usaha".into())],
            },
            "2 kolom sama-sama cocok untuk `volume_usaha`: `Volume Usaha` (kolom F) dan `Vol. Usaha` (kolom G).",
            "Bedakan judul kolomnya, lalu tulis `volume_usaha = \"judul yang benar\"` pada `[sumber.….kolom]` di iku.toml.",
        )]
    }
}
