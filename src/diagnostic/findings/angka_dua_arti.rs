//! A number text that may be read two ways, and its column does not settle which.

use crate::diagnostic::Tempel;
#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, kutip};
use crate::vocabulary::{At, mask_digits};
use rust_decimal::Decimal;

#[derive(Clone, PartialEq, Debug)]
pub struct AngkaDuaArti {
    pub ditemukan: String,
    pub pertama: Decimal,
    pub kedua: Decimal,
}

impl Finding for AngkaDuaArti {
    const KODE: &'static str = "angka-dua-arti";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Nilai;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }

    fn mask(&mut self) {
        self.ditemukan = mask_digits(&self.ditemukan);
    }

    fn tempel(&self, _at: &At, sumber: Option<&str>) -> Vec<Tempel> {
        Tempel::of_source(sumber, "angka", ["id", "en"])
    }
}

impl WordsId for AngkaDuaArti {
    const MANUAL: Manual = Manual {
        arti: "Angka yang ditulis sebagai teks dapat dibaca dengan dua cara, dan isi kolomnya tidak memastikan yang mana.",
        contoh: "`1.234` berarti seribu dua ratus tiga puluh empat dengan gaya Indonesia, tetapi satu koma dua tiga empat dengan gaya Inggris.",
        mengapa: "salah memilih membuat angkanya keliru seribu kali lipat.",
        perbaikan: "Ketik ulang sebagai angka, atau tulis `angka = \"id\"` atau `\"en\"` pada `[sumber]`.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan, pertama, kedua } = self;
        format!(
            "Isi sel {} dapat berarti {} atau {}, dan isi kolomnya tidak memastikan yang mana.",
            kutip(ditemukan),
            arti(*pertama),
            arti(*kedua)
        )
    }

    fn saran(&self) -> String {
        "Ketik ulang sebagai angka, atau tulis `angka = \"id\"` (1.234,5) atau `angka = \"en\"` (1,234.5) pada `[sumber]` di iku.toml.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            AngkaDuaArti { ditemukan: "1.234".into(), pertama: Decimal::from(1_234), kedua: Decimal::new(1_234, 3) },
            "Isi sel `1.234` dapat berarti 1.234 (tanpa desimal) atau 1,234 (berdesimal), dan isi kolomnya tidak memastikan yang mana.",
            "Ketik ulang sebagai angka, atau tulis `angka = \"id\"` (1.234,5) atau `angka = \"en\"` (1,234.5) pada `[sumber]` di iku.toml.",
        )]
    }
}

/// A number with the word that tells `1.234` from `1,234` at a glance.
fn arti(value: Decimal) -> String {
    format!("{} ({})", angka(value), if value.is_integer() { "tanpa desimal" } else { "berdesimal" })
}
