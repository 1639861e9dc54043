//! Sheets that fit equally well.

use crate::diagnostic::Tempel;
#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, bersih, daftar};
use crate::vocabulary::At;

#[derive(Clone, PartialEq, Debug)]
pub struct LembarGanda {
    pub lembar: Vec<String>,
}

impl Finding for LembarGanda {
    const KODE: &'static str = "lembar-ganda";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas, Tempat::Lembar];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakPasti);

    fn tempel(&self, _at: &At, sumber: Option<&str>) -> Vec<Tempel> {
        // Two tables of one sheet are told apart by their rows, not by its name.
        let is_name = |text: &&str| !text.contains(" (judul di baris ");
        let names: Vec<&str> = self.lembar.iter().map(String::as_str).filter(is_name).collect();
        if names.len() < self.lembar.len() {
            return Vec::new();
        }
        Tempel::of_source(sumber, "lembar", names.into_iter().take(4).chain(["semua"]))
    }
}

impl WordsId for LembarGanda {
    const MANUAL: Manual = Manual {
        arti: "Dua lembar atau lebih sama-sama cocok, sehingga tidak pasti mana yang dimaksud.",
        contoh: "berkas memuat `Data` dan `Data (2)`, keduanya dengan judul kolom yang sama.",
        mengapa: "memilih yang salah, atau menjumlahkan salinannya, membuat angka laporan keliru.",
        perbaikan: "Tulis `lembar = \"…\"` pada `[sumber]`, atau `lembar = \"semua\"` bila semuanya harus dijumlahkan.",
    };

    fn pesan(&self) -> String {
        let Self { lembar } = self;
        format!("{} lembar sama-sama cocok: {}.", banyak(lembar.len()), daftar(lembar))
    }

    fn saran(&self) -> String {
        let Self { lembar } = self;
        let contoh = lembar.first().map_or("Rekap", String::as_str);
        format!(
            "Tulis `lembar = \"{}\"` pada `[sumber]` di iku.toml bila itu yang dimaksud, atau `lembar = \"semua\"` bila semuanya harus dihitung.",
            bersih(contoh)
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            LembarGanda { lembar: vec!["Data".into(), "Data (2)".into()] },
            "2 lembar sama-sama cocok: `Data` dan `Data (2)`.",
            "Tulis `lembar = \"Data\"` pada `[sumber]` di iku.toml bila itu yang dimaksud, atau `lembar = \"semua\"` bila semuanya harus dihitung.",
        )]
    }
}
