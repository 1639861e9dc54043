//! A sheet most of whose names stand on it more than once.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, misalnya};

#[derive(Clone, PartialEq, Debug)]
pub struct NamaBerulang {
    pub nama: usize,
    pub baris: usize,
    pub dari: usize,
    pub contoh: Vec<String>,
}

impl Finding for NamaBerulang {
    const KODE: &'static str = "nama-berulang";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} baris", self.baris))
    }
}

impl WordsId for NamaBerulang {
    const MANUAL: Manual = Manual {
        arti: "Sebagian besar nama di lembar ini berdiri lebih dari sekali, dengan angka yang berbeda, dan tidak ada kunci yang membedakannya.",
        contoh: "setiap koperasi ditulis dua kali, untuk semester I dan semester II.",
        mengapa: "bila baris kedua itu orang atau koperasi yang sama, jumlahnya terhitung dua kali.",
        perbaikan: "Tulis `kunci` pada `[sumber]`, atau pisahkan kedua bagian ke lembar sendiri dan pilih satu dengan `lembar`.",
    };

    fn pesan(&self) -> String {
        let Self { nama, baris, dari, contoh } = self;
        format!(
            "Dari {} baris, {} memakai {} nama yang berdiri lebih dari sekali di lembar ini{}.",
            banyak(*dari),
            banyak(*baris),
            banyak(*nama),
            misalnya(contoh)
        )
    }

    fn saran(&self) -> String {
        "Pastikan itu bukan entitas yang sama; bila sama, hapus salah satunya atau tulis `kunci` pada `[sumber]` di iku.toml."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            NamaBerulang { nama: 6, baris: 12, dari: 12, contoh: vec!["KUD Tirtha Luhur".into()] },
            "Dari 12 baris, 12 memakai 6 nama yang berdiri lebih dari sekali di lembar ini, misalnya `KUD Tirtha Luhur`.",
            "Pastikan itu bukan entitas yang sama; bila sama, hapus salah satunya atau tulis `kunci` pada `[sumber]` di iku.toml.",
        )]
    }
}
