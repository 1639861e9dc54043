//! An empty key where keys are joined.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct KunciKosong {
    pub isian: String,
}

impl Finding for KunciKosong {
    const KODE: &'static str = "kunci-kosong";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Kunci;
}

impl WordsId for KunciKosong {
    const MANUAL: Manual = Manual {
        arti: "Kunci sebuah baris kosong, padahal diperlukan untuk menggabungkan data antartahun.",
        contoh: "NIK pemilik usaha belum diisi, sedangkan rumus membandingkan omset dengan tahun lalu.",
        mengapa: "tanpa kunci usaha itu tampak baru, sehingga tidak terhitung berkembang walaupun sebenarnya berkembang.",
        perbaikan: "Isi kuncinya.",
    };

    fn pesan(&self) -> String {
        let Self { isian } = self;
        format!("Kunci {} baris ini kosong, sehingga tidak dapat dicocokkan dengan tahun lain.", kutip(isian))
    }

    fn saran(&self) -> String {
        let Self { isian } = self;
        format!("Isi {} pada baris ini.", kutip(isian))
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            KunciKosong { isian: "nik".into() },
            "Kunci `nik` baris ini kosong, sehingga tidak dapat dicocokkan dengan tahun lain.",
            "Isi `nik` pada baris ini.",
        )]
    }
}
