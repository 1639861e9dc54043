//! A sheet without known headings.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::daftar;

#[derive(Clone, PartialEq, Debug)]
pub struct JudulTidakDitemukan {
    pub dicari: Vec<String>,
    pub lembar: Vec<String>,
}

impl Finding for JudulTidakDitemukan {
    const KODE: &'static str = "judul-tidak-ditemukan";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas, Tempat::Lembar];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakTerbaca);
}

impl WordsId for JudulTidakDitemukan {
    const MANUAL: Manual = Manual {
        arti: "Tidak ada baris judul yang dikenali pada lembar.",
        contoh: "judul kolom disingkat menurut kebiasaan kantor sendiri, atau baris judulnya terhapus.",
        mengapa: "tanpa judul tidak pasti kolom mana berisi apa.",
        perbaikan: "Tulis `baris_judul = \"5-6\"` dan `[sumber.….kolom]` di iku.toml; `iku lihat` membantu.",
    };

    fn pesan(&self) -> String {
        let Self { dicari, lembar } = self;
        format!(
            "Baris judul dengan {} tidak ditemukan{}.",
            daftar(dicari),
            if lembar.is_empty() { String::new() } else { format!(" pada lembar {}", daftar(lembar)) }
        )
    }

    fn saran(&self) -> String {
        "Jalankan `iku lihat` pada berkas itu, lalu tulis `baris_judul = \"5-6\"` dan judul kolomnya pada `[sumber.….kolom]` di iku.toml.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            JudulTidakDitemukan { dicari: vec!["nama_koperasi".into(), "volume_usaha".into()], lembar: vec!["Sheet1".into()] },
            "Baris judul dengan `nama_koperasi` dan `volume_usaha` tidak ditemukan pada lembar `Sheet1`.",
            "Jalankan `iku lihat` pada berkas itu, lalu tulis `baris_judul = \"5-6\"` dan judul kolomnya pada `[sumber.….kolom]` di iku.toml.",
        )]
    }
}
