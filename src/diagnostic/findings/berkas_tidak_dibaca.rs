//! A workbook beside those that are read, which no `berkas` names.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::daftar;

#[derive(Clone, PartialEq, Debug)]
pub struct BerkasTidakDibaca {
    /// The patterns that name the files beside it.
    pub pola: Vec<String>,
}

impl Finding for BerkasTidakDibaca {
    const KODE: &'static str = "berkas-tidak-dibaca";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::Dicatat;
}

impl WordsId for BerkasTidakDibaca {
    const MANUAL: Manual = Manual {
        arti: "Di samping berkas data ada buku kerja yang tidak disebut `berkas` mana pun, sehingga tidak dibaca.",
        contoh: "`data/Keragaan Purworejo.xlsx` berdiri di samping `data/Keragaan 2021.xlsx`.",
        mengapa: "bila isinya bagian dari data tahun itu, angka laporan terlalu kecil.",
        perbaikan: "Sebut berkas itu pada `berkas`, atau pindahkan ke folder lain bila memang tidak dipakai.",
    };

    fn pesan(&self) -> String {
        format!("Berkas ini tidak dibaca: tidak cocok dengan {}.", daftar(&self.pola))
    }

    fn saran(&self) -> String {
        "Tambahkan berkas ini pada `berkas` di iku.toml bila isinya ikut dihitung; bila tidak, pindahkan ke folder lain."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            BerkasTidakDibaca { pola: vec!["data/Keragaan {tahun}.xlsx".into()] },
            "Berkas ini tidak dibaca: tidak cocok dengan `data/Keragaan {tahun}.xlsx`.",
            "Tambahkan berkas ini pada `berkas` di iku.toml bila isinya ikut dihitung; bila tidak, pindahkan ke folder lain.",
        )]
    }
}
