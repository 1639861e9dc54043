//! No column for a field of `kunci`, where nothing joins by it.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{bersih, kutip};

/// No column of the sheet is this field of `kunci`, and no formula joins by it.
#[derive(Clone, PartialEq, Debug)]
pub struct KunciTidakAda {
    pub sumber: String,
    pub isian: String,
}

impl Finding for KunciTidakAda {
    const KODE: &'static str = "kunci-tidak-ada";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.isian.clone())
    }
}

impl WordsId for KunciTidakAda {
    const MANUAL: Manual = Manual {
        arti: "Lembar ini tidak mempunyai kolom untuk salah satu `kunci` sumbernya; tidak ada angka laporan yang menggabungkan dengan kunci itu.",
        contoh: "`kunci = [\"nomor_bh\"]`, tetapi judul kolomnya `Registrasi` sehingga tidak dikenal sebagai nomor badan hukum.",
        mengapa: "baris yang tersalin dua kali tidak dapat dikenali dari kuncinya, hanya dari nama dan angka yang sama persis.",
        perbaikan: "Sebutkan judul kolomnya pada `[sumber.….kolom]`, atau hapus isian itu dari `kunci`.",
    };

    fn pesan(&self) -> String {
        let Self { isian, .. } = self;
        format!(
            "Kolom untuk kunci {} tidak ditemukan, sehingga baris yang tersalin hanya dikenali dari nama dan angkanya.",
            kutip(isian)
        )
    }

    fn saran(&self) -> String {
        let Self { sumber, isian } = self;
        format!(
            "Sebutkan judul kolomnya pada `[sumber.{}.kolom]` di iku.toml, misalnya `{isian} = \"Judul Kolom\"`, atau hapus `{isian}` dari `kunci`.",
            bersih(sumber),
            isian = bersih(isian)
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            KunciTidakAda { sumber: "keragaan".into(), isian: "nomor_bh".into() },
            "Kolom untuk kunci `nomor_bh` tidak ditemukan, sehingga baris yang tersalin hanya dikenali dari nama dan angkanya.",
            "Sebutkan judul kolomnya pada `[sumber.keragaan.kolom]` di iku.toml, misalnya `nomor_bh = \"Judul Kolom\"`, atau hapus `nomor_bh` dari `kunci`.",
        )]
    }
}
