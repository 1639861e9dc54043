//! A counted value that its cell's format does not show.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct NilaiTakTampak {
    pub jumlah: usize,
    pub contoh: String,
}

impl Finding for NilaiTakTampak {
    const KODE: &'static str = "nilai-tak-tampak";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;
}

impl WordsId for NilaiTakTampak {
    const MANUAL: Manual = Manual {
        arti: "Nilai yang ikut dihitung tidak tampak di layar, karena format angkanya `;;;`, atau warnanya sama dengan latarnya.",
        contoh: "sel tampak kosong, padahal berisi 1.345.678 dan ikut terjumlah.",
        mengapa: "yang memeriksa lembar tidak melihat angka yang dihitung.",
        perbaikan: "Ganti format selnya menjadi angka biasa dengan warna yang tampak, lalu periksa apakah nilainya memang perlu dihitung.",
    };

    fn pesan(&self) -> String {
        let Self { jumlah, contoh } = self;
        format!("Ada {jumlah} nilai yang ikut dihitung tetapi tidak tampak, misalnya {}.", kutip(contoh))
    }

    fn saran(&self) -> String {
        "Ganti format atau warna selnya, lalu hapus nilainya bila tidak perlu dihitung.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            NilaiTakTampak { jumlah: 3, contoh: "1345678".into() },
            "Ada 3 nilai yang ikut dihitung tetapi tidak tampak, misalnya `1345678`.",
            "Ganti format atau warna selnya, lalu hapus nilainya bila tidak perlu dihitung.",
        )]
    }
}
