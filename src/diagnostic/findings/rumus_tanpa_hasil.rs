//! A formula whose result is not stored in the file.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, kutip};
use crate::vocabulary::{Tanggal, mask_digits};
use rust_decimal::Decimal;

/// `nol`: the stored result is 0, though the formula's operands are not; `lain`:
/// another result is stored than they give, and both.
#[derive(Clone, PartialEq, Debug)]
pub struct RumusTanpaHasil {
    pub rumus: Option<String>,
    pub nol: bool,
    pub lain: Option<(HasilRumus, HasilRumus)>,
}

/// What a formula gives, or what is stored as that.
#[derive(Clone, PartialEq, Debug)]
pub enum HasilRumus {
    Angka(Decimal),
    Tanggal(Tanggal),
    Teks(String),
}

impl HasilRumus {
    fn tertulis(&self) -> String {
        match self {
            Self::Angka(value) => angka(*value),
            Self::Tanggal(tanggal) => tanggal.to_string(),
            Self::Teks(text) if text.is_empty() => "kosong".to_owned(),
            Self::Teks(text) => kutip(text),
        }
    }

    fn mask(&mut self) {
        match self {
            Self::Angka(value) => *self = Self::Teks(mask_digits(&value.to_string())),
            Self::Tanggal(tanggal) => *self = Self::Teks(mask_digits(&tanggal.to_string())),
            Self::Teks(text) => *text = mask_digits(text),
        }
    }
}

impl Finding for RumusTanpaHasil {
    const KODE: &'static str = "rumus-tanpa-hasil";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Nilai;

    fn ditemukan(&self) -> Option<String> {
        self.rumus.as_ref().map(|rumus| format!("={rumus}"))
    }

    fn mask(&mut self) {
        if let Some((tersimpan, semestinya)) = &mut self.lain {
            tersimpan.mask();
            semestinya.mask();
        }
    }
}

impl WordsId for RumusTanpaHasil {
    const MANUAL: Manual = Manual {
        arti: "Sel berisi rumus, tetapi hasilnya tidak tersimpan di berkas, atau yang tersimpan bukan lagi yang diberikan sel-selnya (juga sel di lembar lain). Ini terjadi bila berkas dibuat program lain dan belum pernah dihitung, atau bila buku kerja dihitung manual.",
        contoh: "sel `=C7+D7` pada berkas hasil unduhan aplikasi tampak kosong atau 0 sebelum dibuka di Excel.",
        mengapa: "tanpa hasil yang tersimpan angkanya tidak diketahui, dan menghitungnya sendiri dapat berbeda dari yang dilihat kantor.",
        perbaikan: "Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan.",
    };

    fn pesan(&self) -> String {
        match self {
            Self { rumus: Some(rumus), lain: Some((tersimpan, semestinya)), .. } => format!(
                "Hasil rumus {} tersimpan {}, padahal sel-selnya memberi {}; hasil itu belum dihitung ulang.",
                kutip(&format!("={rumus}")),
                tersimpan.tertulis(),
                semestinya.tertulis()
            ),
            Self { rumus: Some(rumus), nol: true, .. } => format!(
                "Hasil rumus {} tersimpan 0, padahal sel yang dijumlahkannya tidak nol; hasil itu belum dihitung.",
                kutip(&format!("={rumus}"))
            ),
            Self { rumus: Some(rumus), .. } => {
                format!("Sel berisi rumus {}, tetapi hasilnya tidak tersimpan di berkas.", kutip(&format!("={rumus}")))
            }
            Self { rumus: None, .. } => "Sel berisi rumus yang hasilnya tidak tersimpan di berkas.".to_owned(),
        }
    }

    fn saran(&self) -> String {
        "Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                RumusTanpaHasil { rumus: Some("E4+F4".into()), nol: true, lain: None },
                "Hasil rumus `=E4+F4` tersimpan 0, padahal sel yang dijumlahkannya tidak nol; hasil itu belum dihitung.",
                "Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan.",
            ),
            Said::new(
                RumusTanpaHasil { rumus: Some("C7+D7".into()), nol: false, lain: None },
                "Sel berisi rumus `=C7+D7`, tetapi hasilnya tidak tersimpan di berkas.",
                "Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan.",
            ),
            Said::new(
                RumusTanpaHasil {
                    rumus: Some("E4+F4".into()),
                    nol: false,
                    lain: Some((HasilRumus::Angka(Decimal::from(1500)), HasilRumus::Angka(Decimal::from(2500)))),
                },
                "Hasil rumus `=E4+F4` tersimpan 1.500, padahal sel-selnya memberi 2.500; hasil itu belum dihitung ulang.",
                "Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan.",
            ),
            Said::new(
                RumusTanpaHasil {
                    rumus: Some("Data!D4".into()),
                    nol: false,
                    lain: Some((HasilRumus::Teks("Aktif".into()), HasilRumus::Teks("Beku".into()))),
                },
                "Hasil rumus `=Data!D4` tersimpan `Aktif`, padahal sel-selnya memberi `Beku`; hasil itu belum dihitung ulang.",
                "Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan.",
            ),
            Said::new(
                RumusTanpaHasil { rumus: None, nol: false, lain: None },
                "Sel berisi rumus yang hasilnya tidak tersimpan di berkas.",
                "Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan.",
            ),
        ]
    }
}
