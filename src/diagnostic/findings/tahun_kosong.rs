//! Rows whose Tahun cell is blank.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{deret, kutip};

#[derive(Clone, PartialEq, Debug)]
pub struct TahunKosong {
    pub jumlah: usize,
    pub contoh: Vec<String>,
}

impl Finding for TahunKosong {
    const KODE: &'static str = "tahun-kosong";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;
}

impl WordsId for TahunKosong {
    const MANUAL: Manual = Manual {
        arti: "Ada baris data yang kolom tahunnya kosong, sehingga tidak diketahui termasuk tahun berapa.",
        contoh: "dari 10 baris, 6 tidak berisi tahun.",
        mengapa: "baris itu tidak terhitung pada tahun mana pun.",
        perbaikan: "Isilah tahunnya, atau tulis `tahun = 2021` pada `[sumber]` bila seluruh baris dari satu tahun.",
    };

    fn pesan(&self) -> String {
        let Self { jumlah, contoh } = self;
        format!(
            "Ada {jumlah} baris tanpa tahun pada kolom ini, misalnya {}.",
            deret(&contoh.iter().map(|nama| kutip(nama)).collect::<Vec<_>>())
        )
    }

    fn saran(&self) -> String {
        "Isilah tahunnya, atau tulis `tahun = 2021` pada `[sumber]` di iku.toml bila seluruh baris dari satu tahun itu."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            TahunKosong { jumlah: 6, contoh: vec!["USAHA B".into(), "USAHA C".into()] },
            "Ada 6 baris tanpa tahun pada kolom ini, misalnya `USAHA B` dan `USAHA C`.",
            "Isilah tahunnya, atau tulis `tahun = 2021` pada `[sumber]` di iku.toml bila seluruh baris dari satu tahun itu.",
        )]
    }
}
