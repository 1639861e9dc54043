//! A number format that shows another scale than the column's.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, bersih, kutip};
use rust_decimal::Decimal;

/// What a cell's format makes of its number.
#[derive(Clone, PartialEq, Debug)]
pub enum Tampil {
    /// So many times what is stored.
    Kelipatan(String),
    /// As a number below zero.
    Minus,
    /// Below zero, and without the minus.
    TanpaMinus,
    /// As another currency's amount.
    MataUangLain,
    /// With digits, a sign of about or a unit that no money has.
    Berubah,
    /// As one of a plan.
    Rencana,
    /// As a percentage, where the heading says that its numbers are percentages already.
    Persen,
}

/// The cell's format shows another number than is stored; `skala_kolom` as stated.
#[derive(Clone, PartialEq, Debug)]
pub struct FormatBerskala {
    pub ditemukan: String,
    pub tampil: Tampil,
    pub skala_kolom: Option<String>,
}

impl Finding for FormatBerskala {
    const KODE: &'static str = "format-berskala";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Nilai;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }
}

impl WordsId for FormatBerskala {
    const MANUAL: Manual = Manual {
        arti: "Format angka sel menampilkan angka lain daripada isinya: kelipatan (ribu, juta) yang tidak cocok dengan satuan kolomnya, tanda minus yang ditambahkan atau disembunyikan, mata uang lain, angka tambahan, tanda kira-kira (`±`), satuan yang bukan satuan uang (`orang`, `%`), atau kata target dan rencana.",
        contoh: "sel berisi 5 dengan format `#,##0\" juta\"` tampil `5 juta`, sedangkan kolomnya dibaca dalam rupiah penuh.",
        mengapa: "yang tampak di layar dan yang tersimpan berbeda seribu atau sejuta kali, dan tidak pasti mana yang dimaksud.",
        perbaikan: "Ganti format selnya menjadi angka biasa dan periksa angkanya, atau tulis `satuan_uang` pada `[sumber]`.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan, tampil, skala_kolom } = self;
        if *tampil == Tampil::Persen {
            return format!(
                "Sel berisi {} dalam bentuk persen, sedangkan judul kolomnya sudah menyebut persen: tidak pasti mana yang dihitung, 9,5 atau 0,095.",
                kutip(ditemukan)
            );
        }
        let kolom = match skala_kolom {
            Some(skala) => format!("bersatuan {}", kutip(skala)),
            None => "dibaca apa adanya".to_owned(),
        };
        let tampil = match tampil {
            Tampil::Kelipatan(kali) => {
                format!("menampilkan kelipatan (dikali {})", kali.parse::<Decimal>().map_or_else(|_| bersih(kali), angka))
            }
            Tampil::Minus => "menampilkannya sebagai angka di bawah nol".to_owned(),
            Tampil::TanpaMinus => "menyembunyikan tanda minusnya".to_owned(),
            Tampil::Berubah => "menambahkan angka, tanda kira-kira, atau satuan yang bukan satuan uang".to_owned(),
            Tampil::MataUangLain => "menampilkannya dalam mata uang lain".to_owned(),
            Tampil::Rencana => "menyebutnya target atau rencana".to_owned(),
            Tampil::Persen => "menampilkannya sebagai persen".to_owned(),
        };
        format!("Sel berisi {} dengan format yang {tampil}, sedangkan kolomnya {kolom}.", kutip(ditemukan))
    }

    fn saran(&self) -> String {
        if self.tampil == Tampil::Persen {
            return "Ketik angkanya tanpa tanda dan format persen, misalnya 9,5; atau hapus `%` dari judulnya bila rumusnya sudah mengalikan dengan 100.".to_owned();
        }
        "Ganti format selnya menjadi angka biasa lalu periksa angkanya, atau tulis `satuan_uang` pada `[sumber]` di iku.toml."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                FormatBerskala { ditemukan: "0.095".into(), tampil: Tampil::Persen, skala_kolom: None },
                "Sel berisi `0.095` dalam bentuk persen, sedangkan judul kolomnya sudah menyebut persen: tidak pasti mana yang dihitung, 9,5 atau 0,095.",
                "Ketik angkanya tanpa tanda dan format persen, misalnya 9,5; atau hapus `%` dari judulnya bila rumusnya sudah mengalikan dengan 100.",
            ),
            Said::new(
                FormatBerskala { ditemukan: "1345678".into(), tampil: Tampil::Minus, skala_kolom: None },
                "Sel berisi `1345678` dengan format yang menampilkannya sebagai angka di bawah nol, sedangkan kolomnya dibaca apa adanya.",
                "Ganti format selnya menjadi angka biasa lalu periksa angkanya, atau tulis `satuan_uang` pada `[sumber]` di iku.toml.",
            ),
            Said::new(
                FormatBerskala { ditemukan: "-1345678".into(), tampil: Tampil::TanpaMinus, skala_kolom: None },
                "Sel berisi `-1345678` dengan format yang menyembunyikan tanda minusnya, sedangkan kolomnya dibaca apa adanya.",
                "Ganti format selnya menjadi angka biasa lalu periksa angkanya, atau tulis `satuan_uang` pada `[sumber]` di iku.toml.",
            ),
            Said::new(
                FormatBerskala { ditemukan: "1345678".into(), tampil: Tampil::MataUangLain, skala_kolom: None },
                "Sel berisi `1345678` dengan format yang menampilkannya dalam mata uang lain, sedangkan kolomnya dibaca apa adanya.",
                "Ganti format selnya menjadi angka biasa lalu periksa angkanya, atau tulis `satuan_uang` pada `[sumber]` di iku.toml.",
            ),
            Said::new(
                FormatBerskala { ditemukan: "1345678".into(), tampil: Tampil::Berubah, skala_kolom: None },
                "Sel berisi `1345678` dengan format yang menambahkan angka, tanda kira-kira, atau satuan yang bukan satuan uang, sedangkan kolomnya dibaca apa adanya.",
                "Ganti format selnya menjadi angka biasa lalu periksa angkanya, atau tulis `satuan_uang` pada `[sumber]` di iku.toml.",
            ),
            Said::new(
                FormatBerskala { ditemukan: "226".into(), tampil: Tampil::Rencana, skala_kolom: None },
                "Sel berisi `226` dengan format yang menyebutnya target atau rencana, sedangkan kolomnya dibaca apa adanya.",
                "Ganti format selnya menjadi angka biasa lalu periksa angkanya, atau tulis `satuan_uang` pada `[sumber]` di iku.toml.",
            ),
            Said::new(
                FormatBerskala { ditemukan: "5".into(), tampil: Tampil::Kelipatan("1000000".into()), skala_kolom: None },
                "Sel berisi `5` dengan format yang menampilkan kelipatan (dikali 1.000.000), sedangkan kolomnya dibaca apa adanya.",
                "Ganti format selnya menjadi angka biasa lalu periksa angkanya, atau tulis `satuan_uang` pada `[sumber]` di iku.toml.",
            ),
            Said::new(
                FormatBerskala {
                    ditemukan: "5000000".into(),
                    tampil: Tampil::Kelipatan("1".into()),
                    skala_kolom: Some("(Rp ribu)".into()),
                },
                "Sel berisi `5000000` dengan format yang menampilkan kelipatan (dikali 1), sedangkan kolomnya bersatuan `(Rp ribu)`.",
                "Ganti format selnya menjadi angka biasa lalu periksa angkanya, atau tulis `satuan_uang` pada `[sumber]` di iku.toml.",
            ),
        ]
    }
}
