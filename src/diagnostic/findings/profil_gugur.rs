//! A key of the profile that settled a reading against another text than now stands there.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct ProfilGugur {
    /// The key, as it stands below `[sumber.…]`: `satuan_uang`.
    pub kunci: String,
    /// What it says.
    pub kata: String,
    /// What is written now.
    pub tertulis: String,
    /// What the last report read it against: nothing where nothing was written. Not said where the office accepts
    /// the new text, so that its acceptance reads alike in every report.
    pub dahulu: Vec<String>,
}

impl Finding for ProfilGugur {
    const KODE: &'static str = "profil-gugur";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar, Tempat::Kolom, Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.tertulis.clone())
    }
}

impl WordsId for ProfilGugur {
    const MANUAL: Manual = Manual {
        arti: "Sebuah kunci di iku.toml menentukan cara baca melawan yang tertulis di buku kerja, dan tulisan itu kini lain daripada waktu laporan terakhir dibuat.",
        contoh: "`satuan_uang = \"rupiah\"` dipakai melawan judul `(Rp ribu)`; kini di sana tertulis `(Rp juta)`.",
        mengapa: "kunci itu jawaban kantor atas tulisan yang lama; atas tulisan yang baru jawabannya mungkin lain, dan angkanya seribu kali keliru.",
        perbaikan: "Bila kuncinya tetap benar, terima tulisan yang baru dengan `[[terima]]` dan `ditemukan`; bila tidak, perbaiki atau hapus kuncinya.",
    };

    fn pesan(&self) -> String {
        let Self { kunci, kata, tertulis, .. } = self;
        let (kunci, kata) = (kutip(kunci), kutip(kata));
        format!(
            "Kunci {kunci} ({kata}) pada iku.toml ditetapkan sebelum di sini tertulis {}, jadi tidak menentukannya.",
            kutip(tertulis)
        )
    }

    fn saran(&self) -> String {
        let Self { kunci, dahulu, .. } = self;
        let dahulu: Vec<String> = dahulu.iter().map(|text| kutip(text)).collect();
        let dahulu = match dahulu.as_slice() {
            [] => "tidak ada tulisan lain".to_owned(),
            texts => format!("yang tertulis {}", texts.join(", ")),
        };
        format!(
            "Pada laporan terakhir {dahulu}. Bila kunci {} tetap benar, terima tulisan ini; bila tidak, perbaiki atau hapus kuncinya.",
            kutip(kunci)
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |dahulu: &[&str]| ProfilGugur {
            kunci: "satuan_uang".into(),
            kata: "rupiah".into(),
            tertulis: "(Rp juta)".into(),
            dahulu: dahulu.iter().map(|text| (*text).to_owned()).collect(),
        };
        const PESAN: &str = "Kunci `satuan_uang` (`rupiah`) pada iku.toml ditetapkan sebelum di sini tertulis `(Rp juta)`, jadi tidak menentukannya.";
        vec![
            Said::new(
                of(&["(Rp ribu)"]),
                PESAN,
                "Pada laporan terakhir yang tertulis `(Rp ribu)`. Bila kunci `satuan_uang` tetap benar, terima tulisan ini; bila tidak, perbaiki atau hapus kuncinya.",
            ),
            Said::new(
                of(&[]),
                PESAN,
                "Pada laporan terakhir tidak ada tulisan lain. Bila kunci `satuan_uang` tetap benar, terima tulisan ini; bila tidak, perbaiki atau hapus kuncinya.",
            ),
        ]
    }
}
