//! A usaha mikro measure that does not filter by the scale column.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{bersih, kutip};

/// `bersyarat`: the formula has a WHERE already.
#[derive(Clone, PartialEq, Debug)]
pub struct SkalaTidakDisaring {
    pub bersyarat: bool,
    pub ukuran: String,
    pub isian: String,
}

impl Finding for SkalaTidakDisaring {
    const KODE: &'static str = "skala-tidak-disaring";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ukuran.clone())
    }
}

impl WordsId for SkalaTidakDisaring {
    const MANUAL: Manual = Manual {
        arti: "Data mempunyai kolom skala usaha, tetapi ukuran usaha mikro tidak menyaring dengannya.",
        contoh: "`COUNT(umkm)` menghitung usaha mikro, kecil, dan menengah sekaligus.",
        mengapa: "usaha kecil dan menengah ikut terhitung pada indikator usaha mikro.",
        perbaikan: "Tambahkan `WHERE skala_usaha = \"mikro\"` pada rumus, atau abaikan bila semua memang mikro.",
    };

    fn pesan(&self) -> String {
        let Self { ukuran, isian, .. } = self;
        format!("Ukuran {} tidak menyaring dengan kolom {}, padahal kolom itu ada.", kutip(ukuran), kutip(isian))
    }

    fn saran(&self) -> String {
        let Self { isian, bersyarat, .. } = self;
        format!(
            "Tambahkan `{} {} = \"mikro\"` pada {}, dengan kutip tunggal di luarnya (`rumus = '…'`), atau abaikan bila semua memang mikro.",
            if *bersyarat { "AND" } else { "WHERE" },
            bersih(isian),
            if *bersyarat { "syarat WHERE rumusnya" } else { "rumusnya" }
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                SkalaTidakDisaring { bersyarat: false, ukuran: "usaha_berkembang".into(), isian: "skala_usaha".into() },
                "Ukuran `usaha_berkembang` tidak menyaring dengan kolom `skala_usaha`, padahal kolom itu ada.",
                "Tambahkan `WHERE skala_usaha = \"mikro\"` pada rumusnya, dengan kutip tunggal di luarnya (`rumus = '…'`), atau abaikan bila semua memang mikro.",
            ),
            Said::new(
                SkalaTidakDisaring { bersyarat: true, ukuran: "usaha_berkembang".into(), isian: "skala_usaha".into() },
                "Ukuran `usaha_berkembang` tidak menyaring dengan kolom `skala_usaha`, padahal kolom itu ada.",
                "Tambahkan `AND skala_usaha = \"mikro\"` pada syarat WHERE rumusnya, dengan kutip tunggal di luarnya (`rumus = '…'`), atau abaikan bila semua memang mikro.",
            ),
        ]
    }
}
