//! A sheet that is not read and corrects rows that are counted.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};

#[derive(Clone, PartialEq, Debug)]
pub struct LembarKoreksi {
    /// Its name, title or headings, by which it holds corrections.
    pub label: String,
    /// So many of its rows bear the name or key of a counted row, this one first.
    pub jumlah: usize,
    pub contoh: String,
}

impl Finding for LembarKoreksi {
    const KODE: &'static str = "lembar-koreksi";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.label.clone())
    }
}

impl WordsId for LembarKoreksi {
    const MANUAL: Manual = Manual {
        arti: "Lembar lain dalam buku kerja itu berisi angka koreksi (`Perbaikan`, `Ralat`, `Semula | Menjadi`) atas baris yang dihitung, dan tidak dibaca.",
        contoh: "lembar `Perbaikan` menyebut `KUD Makmur` semula 97.811.945 menjadi 124.811.945, sedangkan lembar datanya masih 97.811.945.",
        mengapa: "angka yang dihitung mungkin sudah dinyatakan keliru oleh kantor sendiri; program tidak mengetahui apakah koreksinya sudah dimasukkan.",
        perbaikan: "Masukkan koreksinya ke lembar data, lalu hapus lembar itu atau tulis namanya dalam `arti` sebagai `\"lewati\"`; bila koreksinya sudah masuk, terima temuan ini.",
    };

    fn pesan(&self) -> String {
        let Self { label, jumlah, contoh } = self;
        format!(
            "Lembar ini ({}) berisi angka koreksi atas {} baris yang dihitung, misalnya {}, dan tidak dibaca.",
            kutip(label),
            banyak(*jumlah),
            kutip(contoh)
        )
    }

    fn saran(&self) -> String {
        "Masukkan koreksinya ke lembar data; bila sudah, hapus lembar ini atau tulis namanya dalam `arti` pada `[sumber]` di iku.toml sebagai \"lewati\"."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            LembarKoreksi { label: "Perbaikan".into(), jumlah: 2, contoh: "KUD Makmur".into() },
            "Lembar ini (`Perbaikan`) berisi angka koreksi atas 2 baris yang dihitung, misalnya `KUD Makmur`, dan tidak dibaca.",
            "Masukkan koreksinya ke lembar data; bila sudah, hapus lembar ini atau tulis namanya dalam `arti` pada `[sumber]` di iku.toml sebagai \"lewati\".",
        )]
    }
}
