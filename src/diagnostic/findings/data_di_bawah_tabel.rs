//! What looks like data below the table's end.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct DataDiBawahTabel {
    pub ditemukan: String,
    /// The row's name; empty where it has none.
    pub nama: String,
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
        let Self { ditemukan, nama } = self;
        match nama.is_empty() || nama == ditemukan {
            true => format!("Di bawah akhir tabel ada isian {} yang tampak seperti data.", kutip(ditemukan)),
            false => {
                format!("Di bawah akhir tabel ada baris {} yang tampak seperti data; baris itu tidak dihitung.", kutip(nama))
            }
        }
    }

    fn saran(&self) -> String {
        "Pindahkan ke dalam tabel bila ini data, atau hapus; dengan `nilai = \"data\"` pada `[[terima]]` baris itu dihitung di tempatnya.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let saran = "Pindahkan ke dalam tabel bila ini data, atau hapus; dengan `nilai = \"data\"` pada `[[terima]]` baris itu dihitung di tempatnya.";
        let of = |ditemukan: &str, nama: &str| DataDiBawahTabel { ditemukan: ditemukan.into(), nama: nama.into() };
        vec![
            Said::new(of("KUD Tani", ""), "Di bawah akhir tabel ada isian `KUD Tani` yang tampak seperti data.", saran),
            Said::new(
                of("7", "KUD Tani"),
                "Di bawah akhir tabel ada baris `KUD Tani` yang tampak seperti data; baris itu tidak dihitung.",
                saran,
            ),
        ]
    }
}
