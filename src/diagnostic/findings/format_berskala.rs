//! A number format that shows another scale than the column's.

use crate::diagnostic::Tempel;
#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, bersih, kutip};
use crate::vocabulary::At;
use rust_decimal::Decimal;

/// The cell's format shows `kali` times what is stored; `skala_kolom` as stated.
#[derive(Clone, PartialEq, Debug)]
pub struct FormatBerskala {
    pub ditemukan: String,
    pub kali: String,
    pub skala_kolom: Option<String>,
    /// The column is of money.
    pub uang: bool,
}

impl Finding for FormatBerskala {
    const KODE: &'static str = "format-berskala";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Nilai;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }

    fn tempel(&self, _at: &At, sumber: Option<&str>) -> Vec<Tempel> {
        let unit = match self.kali.as_str() {
            "1" => "rupiah",
            "1000" => "ribu",
            "1000000" => "juta",
            "1000000000" => "miliar",
            _ => return Vec::new(),
        };
        if self.uang { Tempel::of_source(sumber, "satuan_uang", [unit]) } else { Vec::new() }
    }
}

impl WordsId for FormatBerskala {
    const MANUAL: Manual = Manual {
        arti: "Format angka sel menampilkan kelipatan (ribu, juta) yang tidak cocok dengan satuan kolomnya.",
        contoh: "sel berisi 5 dengan format `#,##0\" juta\"` tampil `5 juta`, sedangkan kolomnya dibaca dalam rupiah penuh.",
        mengapa: "yang tampak di layar dan yang tersimpan berbeda seribu atau sejuta kali, dan tidak pasti mana yang dimaksud.",
        perbaikan: "Ganti format selnya menjadi angka biasa dan periksa angkanya, atau tulis `satuan_uang` pada `[sumber]`.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan, kali, skala_kolom, .. } = self;
        let kolom = match skala_kolom {
            Some(skala) => format!("bersatuan {}", kutip(skala)),
            None => "dibaca apa adanya".to_owned(),
        };
        format!(
            "Sel berisi {} dengan format yang menampilkan kelipatan (dikali {}), sedangkan kolomnya {kolom}.",
            kutip(ditemukan),
            kali.parse::<Decimal>().map_or_else(|_| bersih(kali), angka)
        )
    }

    fn saran(&self) -> String {
        "Ganti format selnya menjadi angka biasa lalu periksa angkanya, atau tulis `satuan_uang` pada `[sumber]` di iku.toml."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                FormatBerskala { ditemukan: "5".into(), kali: "1000000".into(), skala_kolom: None, uang: true },
                "Sel berisi `5` dengan format yang menampilkan kelipatan (dikali 1.000.000), sedangkan kolomnya dibaca apa adanya.",
                "Ganti format selnya menjadi angka biasa lalu periksa angkanya, atau tulis `satuan_uang` pada `[sumber]` di iku.toml.",
            ),
            Said::new(
                FormatBerskala {
                    ditemukan: "5000000".into(),
                    kali: "1".into(),
                    skala_kolom: Some("(Rp ribu)".into()),
                    uang: true,
                },
                "Sel berisi `5000000` dengan format yang menampilkan kelipatan (dikali 1), sedangkan kolomnya bersatuan `(Rp ribu)`.",
                "Ganti format selnya menjadi angka biasa lalu periksa angkanya, atau tulis `satuan_uang` pada `[sumber]` di iku.toml.",
            ),
        ]
    }
}
