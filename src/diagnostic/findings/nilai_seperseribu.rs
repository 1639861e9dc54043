//! An amount a thousandth of its neighbours.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, kutip};
use rust_decimal::Decimal;

/// `lazim`: the column's usual amount; none where all of the column's are so small.
#[derive(Clone, PartialEq, Debug)]
pub struct NilaiSeperseribu {
    pub isian: String,
    pub ditemukan: String,
    pub lazim: Option<Decimal>,
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
        arti: "Nilai uang jauh lebih kecil daripada nilai lain di kolomnya, seolah-olah tinggal seperseribunya.",
        contoh: "di antara teks `1.250.000` berdiri angka 750: yang diketik `750.000`, dan Excel berbahasa Inggris membaca titiknya sebagai koma desimal.",
        mengapa: "nilai yang tinggal seperseribu hampir tidak menambah jumlah, sehingga angka laporan terlalu kecil.",
        perbaikan: "Ketik ulang angkanya tanpa titik, atau terima bila memang sekecil itu.",
    };

    fn pesan(&self) -> String {
        let Self { isian, ditemukan, lazim } = self;
        let Some(lazim) = lazim else {
            return format!(
                "Nilai {} di kolom ini hampir semua di bawah seribu rupiah, misalnya {}; satuannya mungkin ribu atau juta.",
                kutip(isian),
                kutip(ditemukan)
            );
        };
        format!(
            "Nilai {} di sel ini {}, sedangkan yang lazim di kolomnya sekitar {}; titik ribuannya mungkin hilang di Excel.",
            kutip(isian),
            kutip(ditemukan),
            angka(*lazim)
        )
    }

    fn saran(&self) -> String {
        if self.lazim.is_none() {
            return "Tulis satuannya pada judul kolom, misalnya `(Rp juta)`, atau `satuan_uang` pada `[sumber]` di iku.toml."
                .to_owned();
        }
        "Periksa angkanya, lalu ketik ulang tanpa titik, misalnya 750000.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let all = NilaiSeperseribu { isian: "omset".into(), ditemukan: "1,345678".into(), lazim: None };
        let told = "Nilai `omset` di kolom ini hampir semua di bawah seribu rupiah, misalnya `1,345678`; satuannya mungkin ribu atau juta.";
        let mend = "Tulis satuannya pada judul kolom, misalnya `(Rp juta)`, atau `satuan_uang` pada `[sumber]` di iku.toml.";
        vec![
            Said::new(all, told, mend),
            Said::new(
                NilaiSeperseribu { isian: "volume_usaha".into(), ditemukan: "750".into(), lazim: Some(Decimal::from(5_450_000)) },
                "Nilai `volume_usaha` di sel ini `750`, sedangkan yang lazim di kolomnya sekitar 5.450.000; titik ribuannya mungkin hilang di Excel.",
                "Periksa angkanya, lalu ketik ulang tanpa titik, misalnya 750000.",
            ),
        ]
    }
}
