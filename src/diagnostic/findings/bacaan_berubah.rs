//! A reading decision that differs from the last report's.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::Year;

/// A reading decision that differs from the last report's: another unit, heading,
/// sheet, convention, word for yes.
#[derive(Clone, PartialEq, Debug)]
pub struct BacaanBerubah {
    pub sumber: String,
    pub tahun: Year,
    /// What the decision is about, as the record names it: `satuan`, `kolom` …
    pub tentang: &'static str,
    /// The field it is about, where it is one field's.
    pub isian: Option<String>,
    pub dari: String,
    pub menjadi: String,
}

impl Finding for BacaanBerubah {
    const KODE: &'static str = "bacaan-berubah";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas, Tempat::Lembar, Tempat::Kolom, Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;
}

impl WordsId for BacaanBerubah {
    const MANUAL: Manual = Manual {
        arti: "Data ini dibaca dengan cara lain daripada laporan terakhir: satuan, judul kolom, lembar, cara angka ditulis, atau kata ya dan tidaknya berbeda.",
        contoh: "laporan terakhir membaca volume usaha dalam rupiah, sekarang dalam juta rupiah, karena judul kolomnya diganti.",
        mengapa: "angka yang berubah karena cara bacanya berubah tampak seperti perubahan data.",
        perbaikan: "Periksa sel yang disebut `iku lihat --profil`; bila cara baca yang baru memang benar, tidak ada yang perlu diubah: laporan yang dibuat berikutnya memakai cara baca itu.",
    };

    fn pesan(&self) -> String {
        let Self { sumber, tahun, tentang, isian, dari, menjadi } = self;
        let isian = isian.as_ref().map_or_else(String::new, |isian| format!(" {}", kutip(isian)));
        format!(
            "Cara membaca {} tahun {tahun} berubah: {tentang}{isian} dari {} menjadi {}.",
            kutip(sumber),
            kutip(dari),
            kutip(menjadi)
        )
    }

    fn saran(&self) -> String {
        "Periksa dengan `iku lihat --profil`; bila cara baca yang baru benar, tidak ada yang perlu diubah.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                BacaanBerubah {
                    sumber: "keragaan".into(),
                    tahun: Year(2021),
                    tentang: "satuan",
                    isian: Some("volume_usaha".into()),
                    dari: "1".into(),
                    menjadi: "1000000".into(),
                },
                "Cara membaca `keragaan` tahun 2021 berubah: satuan `volume_usaha` dari `1` menjadi `1000000`.",
                "Periksa dengan `iku lihat --profil`; bila cara baca yang baru benar, tidak ada yang perlu diubah.",
            ),
            Said::new(
                BacaanBerubah {
                    sumber: "keragaan".into(),
                    tahun: Year(2021),
                    tentang: "lembar",
                    isian: None,
                    dari: "Rekap".into(),
                    menjadi: "Sheet2".into(),
                },
                "Cara membaca `keragaan` tahun 2021 berubah: lembar dari `Rekap` menjadi `Sheet2`.",
                "Periksa dengan `iku lihat --profil`; bila cara baca yang baru benar, tidak ada yang perlu diubah.",
            ),
        ]
    }
}
