//! An amount a thousandth of its neighbours.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, kutip};
use rust_decimal::Decimal;

/// What an amount is out of proportion to.
#[derive(Clone, PartialEq, Debug)]
pub enum Banding {
    /// A thousandth of the column's usual amount.
    Lazim(Decimal),
    /// The whole column is too small for plain rupiah.
    SemuaKecil,
    /// The whole column is too great for its scale, as stated.
    SemuaBesar(String),
    /// Many times the greatest of all others.
    TerbesarLain(Decimal),
}

/// An amount whose scale is doubtful by its neighbours.
#[derive(Clone, PartialEq, Debug)]
pub struct NilaiSeperseribu {
    pub isian: String,
    pub ditemukan: String,
    pub banding: Banding,
}

impl Finding for NilaiSeperseribu {
    const KODE: &'static str = "nilai-seperseribu";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Tetap;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }
}

impl WordsId for NilaiSeperseribu {
    const MANUAL: Manual = Manual {
        arti: "Nilai uang jauh lebih kecil atau lebih besar daripada nilai lain di kolomnya atau daripada yang mungkin, seolah-olah satuannya lain.",
        contoh: "di antara teks `1.250.000` berdiri angka 750: yang diketik `750.000`, dan Excel berbahasa Inggris membaca titiknya sebagai koma desimal.",
        mengapa: "nilai yang tinggal seperseribu hampir tidak menambah jumlah, sehingga angka laporan terlalu kecil.",
        perbaikan: "Ketik ulang angkanya tanpa titik, atau terima bila memang sekecil itu.",
    };

    fn pesan(&self) -> String {
        let Self { isian, ditemukan, banding } = self;
        let (isian, ditemukan) = (kutip(isian), kutip(ditemukan));
        match banding {
            Banding::Lazim(lazim) => format!(
                "Nilai {isian} di sel ini {ditemukan}, sedangkan yang lazim di kolomnya sekitar {}; titik ribuannya mungkin hilang di Excel.",
                angka(*lazim)
            ),
            Banding::SemuaKecil => format!(
                "Nilai {isian} di kolom ini hampir semua di bawah seribu rupiah, misalnya {ditemukan}; satuannya mungkin ribu atau juta."
            ),
            Banding::SemuaBesar(satuan) => format!(
                "Nilai {isian} di kolom ini bersatuan {} dan hampir semua di atas satu triliun rupiah, misalnya {ditemukan}; angkanya mungkin sudah rupiah penuh.",
                kutip(satuan)
            ),
            Banding::TerbesarLain(lain) => format!(
                "Nilai {isian} di sel ini {ditemukan}, ratusan kali nilai terbesar lainnya di kolom itu ({}); satuannya mungkin lain.",
                angka(*lain)
            ),
        }
    }

    fn saran(&self) -> String {
        match self.banding {
            Banding::Lazim(_) => "Periksa angkanya, lalu ketik ulang tanpa titik, misalnya 750000.".to_owned(),
            Banding::SemuaKecil | Banding::SemuaBesar(_) => {
                "Tulis satuannya pada judul kolom, misalnya `(Rp juta)`, atau `satuan_uang` pada `[sumber]` di iku.toml."
                    .to_owned()
            }
            Banding::TerbesarLain(_) => "Periksa angkanya terhadap laporan koperasi atau usaha itu.".to_owned(),
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let all = NilaiSeperseribu { isian: "omset".into(), ditemukan: "1,345678".into(), banding: Banding::SemuaKecil };
        let told = "Nilai `omset` di kolom ini hampir semua di bawah seribu rupiah, misalnya `1,345678`; satuannya mungkin ribu atau juta.";
        let mend = "Tulis satuannya pada judul kolom, misalnya `(Rp juta)`, atau `satuan_uang` pada `[sumber]` di iku.toml.";
        let great = NilaiSeperseribu {
            isian: "omset".into(),
            ditemukan: "1345678".into(),
            banding: Banding::SemuaBesar("(Rp juta)".into()),
        };
        let one = NilaiSeperseribu {
            isian: "omset".into(),
            ditemukan: "25111222000".into(),
            banding: Banding::TerbesarLain(Decimal::from(47_000_321)),
        };
        vec![
            Said::new(all, told, mend),
            Said::new(
                great,
                "Nilai `omset` di kolom ini bersatuan `(Rp juta)` dan hampir semua di atas satu triliun rupiah, misalnya `1345678`; angkanya mungkin sudah rupiah penuh.",
                mend,
            ),
            Said::new(
                one,
                "Nilai `omset` di sel ini `25111222000`, ratusan kali nilai terbesar lainnya di kolom itu (47.000.321); satuannya mungkin lain.",
                "Periksa angkanya terhadap laporan koperasi atau usaha itu.",
            ),
            Said::new(
                NilaiSeperseribu {
                    isian: "volume_usaha".into(),
                    ditemukan: "750".into(),
                    banding: Banding::Lazim(Decimal::from(5_450_000)),
                },
                "Nilai `volume_usaha` di sel ini `750`, sedangkan yang lazim di kolomnya sekitar 5.450.000; titik ribuannya mungkin hilang di Excel.",
                "Periksa angkanya, lalu ketik ulang tanpa titik, misalnya 750000.",
            ),
        ]
    }
}
