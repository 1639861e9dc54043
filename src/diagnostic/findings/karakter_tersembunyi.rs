//! A name with a character that does something instead of being seen.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct KarakterTersembunyi {
    pub ditemukan: String,
}

impl Finding for KarakterTersembunyi {
    const KODE: &'static str = "karakter-tersembunyi";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }
}

impl WordsId for KarakterTersembunyi {
    const MANUAL: Manual = Manual {
        arti: "Nama memuat karakter yang tidak tampak tetapi berbuat sesuatu: karakter kendali, pembalik arah tulisan, atau pemisah baris.",
        contoh: "nama yang disalin dari aplikasi lain membawa karakter `\\u{202e}`, yang membalik arah tulisan sesudahnya.",
        mengapa: "nama itu tampil lain dari yang tersimpan, sehingga baris yang sama tidak dikenali atau pembaca dikelabui.",
        perbaikan: "Ketik ulang namanya di sel itu; karakter yang tersembunyi ditampilkan sebagai `\\u{…}`.",
    };

    fn pesan(&self) -> String {
        format!("Nama {} memuat karakter yang tidak tampak.", kutip(&self.ditemukan))
    }

    fn saran(&self) -> String {
        "Ketik ulang namanya; yang tersembunyi ditulis sebagai `\\u{…}`.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            KarakterTersembunyi { ditemukan: "KSP \u{202e}Contoh".into() },
            "Nama `KSP \\u{202e}Contoh` memuat karakter yang tidak tampak.",
            "Ketik ulang namanya; yang tersembunyi ditulis sebagai `\\u{…}`.",
        )]
    }
}
