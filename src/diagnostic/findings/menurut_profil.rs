//! What the profile settles against what is written, or leaves out.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct MenurutProfil {
    /// The key, as it stands below `[sumber.…]`: `satuan_uang`.
    pub kunci: String,
    /// What it says.
    pub kata: String,
    pub terhadap: Terhadap,
}

/// What a key is set against.
#[derive(Clone, PartialEq, Debug)]
pub enum Terhadap {
    /// What is written and does not hold.
    Tertulis(String),
    /// A text that `arti` gives a meaning, in so many cells.
    Teks(String, usize),
    /// A sheet that `arti` leaves out.
    Lembar(String),
    /// A text of `arti` that stands nowhere.
    TidakAda(String),
}

impl Finding for MenurutProfil {
    const KODE: &'static str = "menurut-profil";
    const TINGKAT: Tingkat = Tingkat::Catatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas, Tempat::Lembar, Tempat::Kolom, Tempat::Sel];
    const TERIMA: Terima = Terima::TidakPerlu;

    fn ditemukan(&self) -> Option<String> {
        match &self.terhadap {
            Terhadap::Tertulis(teks) | Terhadap::Teks(teks, _) => Some(teks.clone()),
            Terhadap::Lembar(_) | Terhadap::TidakAda(_) => None,
        }
    }
}

impl WordsId for MenurutProfil {
    const MANUAL: Manual = Manual {
        arti: "Sebuah kunci di iku.toml menentukan cara baca melawan yang tertulis di buku kerja, atau `arti` memberi makna pada sebuah teks.",
        contoh: "`satuan_uang = \"rupiah\"` sedangkan judul kolomnya menyebut `(Rp ribu)`; `arti = { \"Dibubarkan\" = \"lewati\" }` melewati lembar `Dibubarkan`.",
        mengapa: "supaya pembaca tahu apa yang dibaca lain daripada tertulis, dan apa yang tidak ikut dihitung karena kata kantor sendiri.",
        perbaikan: "Tidak perlu apa-apa bila kuncinya memang benar; bila tidak, hapus atau perbaiki kuncinya.",
    };

    fn pesan(&self) -> String {
        let Self { kunci, kata, terhadap } = self;
        match terhadap {
            Terhadap::Tertulis(teks) => format!(
                "Kunci `{kunci}` pada iku.toml ({}) menentukan bacaan; yang tertulis {} tidak dipakai.",
                kutip(kata),
                kutip(teks)
            ),
            Terhadap::Teks(teks, jumlah) => {
                format!("Teks {} pada {jumlah} sel dibaca menurut `{kunci}` pada iku.toml: {}.", kutip(teks), kutip(kata))
            }
            Terhadap::Lembar(nama) => {
                format!("Lembar {} tidak dibaca, karena `{kunci}` pada iku.toml menyebutnya {}.", kutip(nama), kutip(kata))
            }
            Terhadap::TidakAda(teks) => format!(
                "Teks {} pada `{kunci}` ({}) tidak ditemukan di buku kerja mana pun yang dibaca.",
                kutip(teks),
                kutip(kata)
            ),
        }
    }

    fn saran(&self) -> String {
        match self.terhadap {
            Terhadap::TidakAda(_) => "Samakan tulisannya dengan sel yang dimaksud, atau hapus dari iku.toml.".to_owned(),
            _ => "Tidak perlu apa-apa bila kuncinya benar; bila tidak, hapus atau perbaiki di iku.toml.".to_owned(),
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        const SARAN: &str = "Tidak perlu apa-apa bila kuncinya benar; bila tidak, hapus atau perbaiki di iku.toml.";
        let arti = |kata: &str, terhadap| MenurutProfil { kunci: "arti".into(), kata: kata.into(), terhadap };
        vec![
            Said::new(
                MenurutProfil {
                    kunci: "satuan_uang".into(),
                    kata: "rupiah".into(),
                    terhadap: Terhadap::Tertulis("(Rp ribu)".into()),
                },
                "Kunci `satuan_uang` pada iku.toml (`rupiah`) menentukan bacaan; yang tertulis `(Rp ribu)` tidak dipakai.",
                SARAN,
            ),
            Said::new(
                arti("biasa", Terhadap::Teks("Binaan".into(), 3)),
                "Teks `Binaan` pada 3 sel dibaca menurut `arti` pada iku.toml: `biasa`.",
                SARAN,
            ),
            Said::new(
                arti("lewati", Terhadap::Lembar("Dibubarkan".into())),
                "Lembar `Dibubarkan` tidak dibaca, karena `arti` pada iku.toml menyebutnya `lewati`.",
                SARAN,
            ),
            Said::new(
                arti("lewati", Terhadap::TidakAda("Dibubarkn".into())),
                "Teks `Dibubarkn` pada `arti` (`lewati`) tidak ditemukan di buku kerja mana pun yang dibaca.",
                "Samakan tulisannya dengan sel yang dimaksud, atau hapus dari iku.toml.",
            ),
        ]
    }
}
