//! Cooperatives marked active whose volume is zero.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, misalnya};

#[derive(Clone, PartialEq, Debug)]
pub struct AktifTanpaVolume {
    pub jumlah: usize,
    pub contoh: Vec<String>,
}

impl Finding for AktifTanpaVolume {
    const KODE: &'static str = "aktif-tanpa-volume";
    const TINGKAT: Tingkat = Tingkat::Catatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::TidakPerlu;
}

impl WordsId for AktifTanpaVolume {
    const MANUAL: Manual = Manual {
        arti: "Koperasi berstatus aktif tetapi volume usahanya nol atau nihil.",
        contoh: "34 koperasi bertanda aktif, dan kolom volume usahanya berisi `-`.",
        mengapa: "mungkin koperasi itu belum melapor; nol yang belum pasti ikut menentukan rata-rata dan perbandingan.",
        perbaikan: "Periksa statusnya; kosongkan volumenya bila koperasi itu belum melapor.",
    };

    fn pesan(&self) -> String {
        let Self { jumlah, contoh } = self;
        format!("{} koperasi bertanda aktif bervolume usaha nol{}.", banyak(*jumlah), misalnya(contoh))
    }

    fn saran(&self) -> String {
        "Periksa statusnya; kosongkan volumenya bila koperasi itu belum melapor.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            AktifTanpaVolume { jumlah: 34, contoh: vec!["KUD Tani".into(), "KSP Maju".into()] },
            "34 koperasi bertanda aktif bervolume usaha nol, misalnya `KUD Tani` dan `KSP Maju`.",
            "Periksa statusnya; kosongkan volumenya bila koperasi itu belum melapor.",
        )]
    }
}
