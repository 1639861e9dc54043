//! What looks like data below the table's end.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct DataDiBawahTabel {
    pub ditemukan: String,
}

impl Finding for DataDiBawahTabel {
    const KODE: &'static str = "data-di-bawah-tabel";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Baris;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }
}

impl WordsId for DataDiBawahTabel {
    const MANUAL: Manual = Manual {
        arti: "Di bawah akhir tabel ada baris yang tampak seperti data.",
        contoh: "dua koperasi susulan diketik di bawah baris JUMLAH.",
        mengapa: "bila baris itu seharusnya terhitung, angka laporan kurang.",
        perbaikan: "Pindahkan ke dalam tabel, atau hapus.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan } = self;
        format!("Di bawah akhir tabel ada isian {} yang tampak seperti data.", kutip(ditemukan))
    }

    fn saran(&self) -> String {
        "Pindahkan ke dalam tabel bila ini data, atau hapus.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            DataDiBawahTabel { ditemukan: "KUD Tani".into() },
            "Di bawah akhir tabel ada isian `KUD Tani` yang tampak seperti data.",
            "Pindahkan ke dalam tabel bila ini data, atau hapus.",
        )]
    }
}
