//! Keys that were another's last year.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};
use crate::vocabulary::Year;

/// So many entities that stood under another key last year, with the first of them.
#[derive(Clone, PartialEq, Debug)]
pub struct KunciTertukar {
    pub tahun: Year,
    pub tahun_lalu: Year,
    pub baris: usize,
    /// The first one's key, name, and whose key it was.
    pub kunci: String,
    pub nama: String,
    pub nama_lalu: String,
    /// The key that this name had.
    pub kunci_lalu: String,
}

impl Finding for KunciTertukar {
    const KODE: &'static str = "kunci-tertukar";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} baris", self.baris))
    }
}

impl WordsId for KunciTertukar {
    const MANUAL: Manual = Manual {
        arti: "Beberapa koperasi atau usaha berdiri di bawah kunci yang tahun lalu milik koperasi atau usaha lain.",
        contoh: "kuncinya nomor urut, dan daftar tahun ini diurutkan menurut nama: nomor 7 tahun ini bukan koperasi nomor 7 tahun lalu.",
        mengapa: "angka satu koperasi dibandingkan dengan angka koperasi lain, sehingga yang naik atau berkembang tidak berarti apa-apa.",
        perbaikan: "Betulkan kunci pada barisnya, atau pilih `kunci` lain pada `[sumber]`.",
    };

    fn pesan(&self) -> String {
        let Self { tahun, tahun_lalu, baris, kunci, nama, nama_lalu, kunci_lalu } = self;
        format!(
            "Pada {} baris tahun {tahun} kunci dan nama tidak lagi berpasangan: kunci {} di sini {}, di tahun {tahun_lalu} {}, sedangkan {} tahun {tahun_lalu} berkunci {}.",
            banyak(*baris),
            kutip(kunci),
            kutip(nama),
            kutip(nama_lalu),
            kutip(nama),
            kutip(kunci_lalu)
        )
    }

    fn saran(&self) -> String {
        "Periksa apakah kolom kunci bergeser, tertukar, atau dinomori ulang; betulkan, atau pilih `kunci` lain pada `[sumber]` di iku.toml."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            KunciTertukar {
                tahun: Year(2021),
                tahun_lalu: Year(2020),
                baris: 12,
                kunci: "7".into(),
                nama: "KSP Adil".into(),
                nama_lalu: "KUD Makmur".into(),
                kunci_lalu: "3".into(),
            },
            "Pada 12 baris tahun 2021 kunci dan nama tidak lagi berpasangan: kunci `7` di sini `KSP Adil`, di tahun 2020 `KUD Makmur`, sedangkan `KSP Adil` tahun 2020 berkunci `3`.",
            "Periksa apakah kolom kunci bergeser, tertukar, atau dinomori ulang; betulkan, atau pilih `kunci` lain pada `[sumber]` di iku.toml.",
        )]
    }
}
