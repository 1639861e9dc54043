//! Units that contradict each other.

use crate::diagnostic::Tempel;
#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::{At, Sel};
use std::collections::BTreeSet;

#[derive(Clone, PartialEq, Debug)]
pub struct SatuanBerselisih {
    pub pertama: String,
    pub kedua: String,
}

impl Finding for SatuanBerselisih {
    const KODE: &'static str = "satuan-berselisih";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar, Tempat::Kolom, Tempat::Sel];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakPasti);

    fn tempel(&self, at: &At, sumber: Option<&str>) -> Vec<Tempel> {
        // Rows of rupiah and of koperasi in one column: no unit is both.
        if at.sel.is_some_and(|sel| !matches!(sel, Sel::Cell(_))) {
            return Vec::new();
        }
        let units: BTreeSet<&str> = [&self.pertama, &self.kedua].into_iter().map(|text| unit(text)).collect();
        Tempel::of_source(sumber, "satuan_uang", units)
    }
}

impl WordsId for SatuanBerselisih {
    const MANUAL: Manual = Manual {
        arti: "Satuan uang yang dinyatakan di lembar berselisih: di sel, di kepala atau kaki halaman, di kotak teks, atau di nama lembar dan berkas.",
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

/// The value of `satuan_uang` that a stated unit means.
fn unit(text: &str) -> &'static str {
    let text = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&["miliar", "milyar"]) {
        "miliar"
    } else if says(&["juta", "jt"]) {
        "juta"
    } else if says(&["ribu", "rb", "000"]) {
        "ribu"
    } else {
        "rupiah"
    }
}
