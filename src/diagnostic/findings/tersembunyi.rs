//! Hidden rows or columns that count.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, deret, tempat};
use crate::vocabulary::Sel;

/// How many counted rows and columns are hidden, with a few of them.
#[derive(Clone, PartialEq, Debug)]
pub struct Tersembunyi {
    pub baris: usize,
    pub kolom: usize,
    pub contoh: Vec<Sel>,
}

impl Finding for Tersembunyi {
    const KODE: &'static str = "tersembunyi";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} baris, {} kolom", self.baris, self.kolom))
    }
}

impl WordsId for Tersembunyi {
    const MANUAL: Manual = Manual {
        arti: "Baris atau kolom tersembunyi ikut terhitung.",
        contoh: "saringan (filter) masih menyala, sehingga 30 baris tidak tampak di layar.",
        mengapa: "angka laporan memuat baris yang tidak dilihat pemeriksa.",
        perbaikan: "Tampilkan dan periksa; hapus bila tidak seharusnya ada.",
    };

    fn pesan(&self) -> String {
        let Self { baris, kolom, contoh } = self;
        let mut parts = Vec::new();
        if *baris > 0 || *kolom == 0 {
            parts.push(format!("{} baris", banyak(*baris)));
        }
        if *kolom > 0 {
            parts.push(format!("{} kolom", banyak(*kolom)));
        }
        let places: Vec<String> = contoh.iter().map(|sel| tempat(*sel)).collect();
        let contoh = if places.is_empty() { String::new() } else { format!(", misalnya {}", deret(&places)) };
        format!("{} yang ikut dihitung tersembunyi{contoh}.", parts.join(" dan "))
    }

    fn saran(&self) -> String {
        "Tampilkan dan periksa; hapus bila seharusnya tidak ikut dihitung.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            Tersembunyi { baris: 30, kolom: 1, contoh: vec![Sel::Row(11), Sel::Column(5)] },
            "30 baris dan 1 kolom yang ikut dihitung tersembunyi, misalnya baris 12 dan kolom F.",
            "Tampilkan dan periksa; hapus bila seharusnya tidak ikut dihitung.",
        )]
    }
}
