//! A heading that is nearly a known one.

use crate::diagnostic::Tempel;
#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{bersih, kutip};
use crate::vocabulary::At;

#[derive(Clone, PartialEq, Debug)]
pub struct JudulMirip {
    pub isian: String,
    pub judul: String,
    pub dikenal: String,
}

impl Finding for JudulMirip {
    const KODE: &'static str = "judul-mirip";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.judul.clone())
    }

    fn tempel(&self, _at: &At, sumber: Option<&str>) -> Vec<Tempel> {
        Tempel::of_column(sumber, &self.isian, [self.judul.as_str()])
    }
}

impl WordsId for JudulMirip {
    const MANUAL: Manual = Manual {
        arti: "Judul kolom tidak persis dikenal tetapi jelas mirip, dan dipakai.",
        contoh: "`Valume Usaha` dibaca sebagai volume usaha.",
        mengapa: "bila dugaan itu salah, seluruh kolom terbaca sebagai isian yang keliru.",
        perbaikan: "Pastikan benar, atau sebutkan pada `[sumber.….kolom]`.",
    };

    fn pesan(&self) -> String {
        let Self { isian, judul, dikenal } = self;
        format!("Judul {} dibaca sebagai {} karena mirip {}.", kutip(judul), kutip(isian), kutip(dikenal))
    }

    fn saran(&self) -> String {
        let Self { isian, judul, .. } = self;
        format!(
            "Bila benar, tulis `{} = \"{}\"` pada `[sumber.….kolom]` di iku.toml; bila keliru, sebutkan judul yang benar di sana.",
            bersih(isian),
            bersih(judul)
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            JudulMirip { isian: "volume_usaha".into(), judul: "Valume Usaha".into(), dikenal: "volume usaha".into() },
            "Judul `Valume Usaha` dibaca sebagai `volume_usaha` karena mirip `volume usaha`.",
            "Bila benar, tulis `volume_usaha = \"Valume Usaha\"` pada `[sumber.….kolom]` di iku.toml; bila keliru, sebutkan judul yang benar di sana.",
        )]
    }
}
