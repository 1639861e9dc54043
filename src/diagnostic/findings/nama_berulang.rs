//! A sheet most of whose names stand on it more than once.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip, misalnya};

#[derive(Clone, PartialEq, Debug)]
pub struct NamaBerulang {
    pub nama: usize,
    pub baris: usize,
    pub dari: usize,
    pub contoh: Vec<String>,
    pub sebab: Berulang,
}

/// By what names stand more than once.
#[derive(Clone, PartialEq, Debug)]
pub enum Berulang {
    /// The very name.
    Nama,
    /// The name written otherwise: `contoh` has it both ways.
    Ejaan,
    /// A further key tells the rows of a name apart, each name standing once for each of so many values of it.
    Kunci { isian: String, kali: usize },
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
        arti: "Nama di lembar ini berdiri lebih dari sekali, persis sama atau agak lain tulisannya, dengan angka yang berbeda, dan tidak ada kunci yang membedakannya; atau kuncinya memuat kolom lain (`Posisi`, `Versi`) dan setiap nama berdiri sekali untuk tiap isi kolom itu.",
        contoh: "setiap koperasi ditulis dua kali, untuk semester I dan semester II.",
        mengapa: "bila baris kedua itu orang atau koperasi yang sama, jumlahnya terhitung dua kali.",
        perbaikan: "Tulis `kunci` pada `[sumber]`, atau pisahkan kedua bagian ke lembar sendiri dan pilih satu dengan `lembar`.",
    };

    fn pesan(&self) -> String {
        let Self { nama, baris, dari, contoh, sebab } = self;
        let (nama, baris, dari) = (banyak(*nama), banyak(*baris), banyak(*dari));
        let contoh = match (sebab, &contoh[..]) {
            (Berulang::Ejaan, [one, other]) => format!(", misalnya {} dan {}", kutip(one), kutip(other)),
            _ => misalnya(contoh),
        };
        match sebab {
            Berulang::Nama => {
                format!("Dari {dari} baris, {baris} memakai {nama} nama yang berdiri lebih dari sekali di lembar ini{contoh}.")
            }
            Berulang::Ejaan => format!(
                "Dari {dari} baris, {baris} memakai {nama} nama yang berdiri lebih dari sekali di lembar ini dengan tulisan yang agak lain{contoh}."
            ),
            Berulang::Kunci { isian, kali } => format!(
                "Dari {dari} baris, {baris} memakai {nama} nama yang masing-masing berdiri {kali} kali, sekali untuk tiap isi {}, dengan angka yang mirip{contoh}.",
                kutip(isian)
            ),
        }
    }

    fn saran(&self) -> String {
        match &self.sebab {
            Berulang::Nama | Berulang::Ejaan => {
                "Pastikan itu bukan entitas yang sama; bila sama, hapus salah satunya atau tulis `kunci` pada `[sumber]` di iku.toml."
                    .to_owned()
            }
            Berulang::Kunci { isian, .. } => format!(
                "Bila baris-baris itu keadaan satu entitas pada beberapa waktu atau versi, hitung satu saja, misalnya dengan `WHERE {isian} = \"…\"`; bila memang harus dijumlah, terima temuan ini dengan alasannya."
            ),
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let own = "KUD Tirtha Luhur";
        let said = |contoh: &[&str], sebab: Berulang| {
            let contoh = contoh.iter().map(|nama| (*nama).to_owned()).collect();
            NamaBerulang { nama: 6, baris: 12, dari: 12, contoh, sebab }
        };
        vec![
            Said::new(
                said(&[own], Berulang::Nama),
                "Dari 12 baris, 12 memakai 6 nama yang berdiri lebih dari sekali di lembar ini, misalnya `KUD Tirtha Luhur`.",
                "Pastikan itu bukan entitas yang sama; bila sama, hapus salah satunya atau tulis `kunci` pada `[sumber]` di iku.toml.",
            ),
            Said::new(
                said(&[own, "Tirtha Luhur, KUD"], Berulang::Ejaan),
                "Dari 12 baris, 12 memakai 6 nama yang berdiri lebih dari sekali di lembar ini dengan tulisan yang agak lain, misalnya `KUD Tirtha Luhur` dan `Tirtha Luhur, KUD`.",
                "Pastikan itu bukan entitas yang sama; bila sama, hapus salah satunya atau tulis `kunci` pada `[sumber]` di iku.toml.",
            ),
            Said::new(
                said(&[own], Berulang::Kunci { isian: "posisi".into(), kali: 2 }),
                "Dari 12 baris, 12 memakai 6 nama yang masing-masing berdiri 2 kali, sekali untuk tiap isi `posisi`, dengan angka yang mirip, misalnya `KUD Tirtha Luhur`.",
                "Bila baris-baris itu keadaan satu entitas pada beberapa waktu atau versi, hitung satu saja, misalnya dengan `WHERE posisi = \"…\"`; bila memang harus dijumlah, terima temuan ini dengan alasannya.",
            ),
        ]
    }
}
