//! A text that a condition needs, typed once over the rows it holds for.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};

/// A text that rows are told apart by, typed once over those it holds for.
#[derive(Clone, PartialEq, Debug)]
pub struct IsianSekali {
    pub isian: String,
    pub kosong: usize,
    pub contoh: String,
}

impl Finding for IsianSekali {
    const KODE: &'static str = "isian-sekali";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} kosong", self.kosong))
    }
}

impl WordsId for IsianSekali {
    const MANUAL: Manual = Manual {
        arti: "Isian yang dipakai syarat rumus hanya diketik pada baris pertama kelompoknya; baris-baris di bawahnya kosong atau bertanda sama (`\"`, `idem`).",
        contoh: "`Gadingrejo` diketik sekali, lalu sepuluh koperasi di bawahnya tanpa nama kecamatan, padahal rumus memakai `WHERE kecamatan = \"Gadingrejo\"`.",
        mengapa: "menurut syarat itu hanya baris pertama setiap kelompok yang dihitung, sehingga angkanya jauh terlalu kecil.",
        perbaikan: "Isi setiap barisnya, atau gabungkan (merge) sel itu ke bawah sampai akhir kelompoknya.",
    };

    fn pesan(&self) -> String {
        let Self { isian, kosong, contoh } = self;
        format!(
            "Isian {} hanya diketik pada baris pertama kelompoknya, misalnya {}; {} baris lain kosong atau hanya bertanda sama seperti di atasnya, padahal syarat rumus memakainya.",
            kutip(isian),
            kutip(contoh),
            banyak(*kosong)
        )
    }

    fn saran(&self) -> String {
        "Isi setiap barisnya, atau gabungkan (merge) sel itu ke bawah sampai akhir kelompoknya.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            IsianSekali { isian: "kecamatan".into(), kosong: 24, contoh: "Gadingrejo".into() },
            "Isian `kecamatan` hanya diketik pada baris pertama kelompoknya, misalnya `Gadingrejo`; 24 baris lain kosong atau hanya bertanda sama seperti di atasnya, padahal syarat rumus memakainya.",
            "Isi setiap barisnya, atau gabungkan (merge) sel itu ke bawah sampai akhir kelompoknya.",
        )]
    }
}
