//! Units that contradict each other.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct SatuanBerselisih {
    pub pertama: String,
    pub kedua: String,
}

impl Finding for SatuanBerselisih {
    const KODE: &'static str = "satuan-berselisih";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom, Tempat::Sel];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakPasti);
}

impl WordsId for SatuanBerselisih {
    const MANUAL: Manual = Manual {
        arti: "Satuan uang yang dinyatakan di lembar berselisih.",
        contoh: "judul kolom menyebut `(Rp)`, tetapi keterangan di atas tabel menyebut `dalam jutaan rupiah`.",
        mengapa: "memilih satuan yang salah membuat angka keliru sejuta kali lipat.",
        perbaikan: "Samakan, atau tulis `satuan_uang` pada `[sumber]`.",
    };

    fn pesan(&self) -> String {
        let Self { pertama, kedua } = self;
        format!("Satuan uang berselisih: {} dan {}.", kutip(pertama), kutip(kedua))
    }

    fn saran(&self) -> String {
        "Samakan keterangannya di lembar, atau tulis `satuan_uang = \"rupiah\"`, `\"ribu\"`, `\"juta\"`, atau `\"miliar\"` pada `[sumber]` di iku.toml.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            SatuanBerselisih { pertama: "(Rp)".into(), kedua: "dalam jutaan rupiah".into() },
            "Satuan uang berselisih: `(Rp)` dan `dalam jutaan rupiah`.",
            "Samakan keterangannya di lembar, atau tulis `satuan_uang = \"rupiah\"`, `\"ribu\"`, `\"juta\"`, atau `\"miliar\"` pada `[sumber]` di iku.toml.",
        )]
    }
}
