//! A text in a yes/no column that means neither.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::mask_digits;

#[derive(Clone, PartialEq, Debug)]
pub struct BukanTanda {
    pub ditemukan: String,
}

impl Finding for BukanTanda {
    const KODE: &'static str = "bukan-tanda";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Nilai;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }

    fn mask(&mut self) {
        self.ditemukan = mask_digits(&self.ditemukan);
    }
}

impl WordsId for BukanTanda {
    const MANUAL: Manual = Manual {
        arti: "Isi sel pada kolom tanda (ya/tidak) tidak dikenal, padahal sebuah angka laporan memakainya.",
        contoh: "kolom aktif berisi `proses` atau `?`.",
        mengapa: "tidak pasti apakah baris itu ikut dihitung, sehingga jumlahnya meragukan.",
        perbaikan: "Pakai `1`, `v`, `ya`, atau `sudah` untuk ya; `-`, `0`, `tidak`, atau `belum` untuk tidak; atau tulis kata kantor sendiri pada `tanda` di iku.toml.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan } = self;
        format!("Isi sel {} bukan tanda ya atau tidak yang dikenal.", kutip(ditemukan))
    }

    fn saran(&self) -> String {
        "Tulis 1, v, ya, atau sudah untuk ya dan -, 0, tidak, atau belum untuk tidak, atau tulis kata itu pada `tanda` di iku.toml.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            BukanTanda { ditemukan: "proses".into() },
            "Isi sel `proses` bukan tanda ya atau tidak yang dikenal.",
            "Tulis 1, v, ya, atau sudah untuk ya dan -, 0, tidak, atau belum untuk tidak, atau tulis kata itu pada `tanda` di iku.toml.",
        )]
    }
}
