//! Sheets that hold lists and are not read, nothing in which speaks of the counted rows' figures.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::daftar;

#[derive(Clone, PartialEq, Debug)]
pub struct LembarLain {
    pub sumber: String,
    pub lembar: Vec<String>,
}

impl Finding for LembarLain {
    const KODE: &'static str = "lembar-lain";
    const TINGKAT: Tingkat = Tingkat::Catatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::Dicatat;
}

impl WordsId for LembarLain {
    const MANUAL: Manual = Manual {
        arti: "Buku kerja itu mempunyai lembar lain yang berisi daftar dan tidak dibaca untuk sumber ini, karena kolom yang dibutuhkan tidak ada di sana.",
        contoh: "di samping lembar data ada lembar `Pengurus` dan `Referensi`.",
        mengapa: "supaya tampak lembar mana saja yang tidak ikut dihitung.",
        perbaikan: "Tidak perlu apa-apa bila lembar itu memang bukan data sumber ini; bila seharusnya ikut, samakan judul kolomnya.",
    };

    fn pesan(&self) -> String {
        format!("Untuk sumber `{}` tidak dibaca lembar {}, yang berisi daftar lain.", self.sumber, daftar(&self.lembar))
    }

    fn saran(&self) -> String {
        "Samakan judul kolomnya dengan lembar yang dibaca bila isinya ikut dihitung.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            LembarLain { sumber: "keragaan".into(), lembar: vec!["Pengurus".into(), "Referensi".into()] },
            "Untuk sumber `keragaan` tidak dibaca lembar `Pengurus` dan `Referensi`, yang berisi daftar lain.",
            "Samakan judul kolomnya dengan lembar yang dibaca bila isinya ikut dihitung.",
        )]
    }
}
