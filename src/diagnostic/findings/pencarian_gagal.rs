//! What a formula writes where it found nothing.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::mask_digits;

/// `rumus`: without its `=`; `hasil`: what stands in the cell.
#[derive(Clone, PartialEq, Debug)]
pub struct PencarianGagal {
    pub isian: String,
    pub rumus: String,
    pub hasil: String,
}

impl Finding for PencarianGagal {
    const KODE: &'static str = "pencarian-gagal";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Tetap;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("={}", self.rumus))
    }

    fn mask(&mut self) {
        self.rumus = mask_digits(&self.rumus);
        self.hasil = mask_digits(&self.hasil);
    }
}

impl WordsId for PencarianGagal {
    const MANUAL: Manual = Manual {
        arti: "Rumus di sel ini tidak menemukan yang dicarinya (atau galat), dan menulis pengganti seperti 0 atau `-`. Nilainya tidak diketahui, jadi dihitung sebagai belum ada data, bukan nihil.",
        contoh: "`=IFERROR(VLOOKUP(B5;Data!A:F;6;0);0)`, sedangkan nama di B5 ditulis lain di lembar Data.",
        mengapa: "nol yang menggantikan nilai yang tidak ditemukan membuat jumlah terlalu kecil tanpa terlihat.",
        perbaikan: "Samakan nama atau nomor yang dicari, atau isi nilainya; terima bila nilainya memang nihil.",
    };

    fn pesan(&self) -> String {
        let Self { isian, rumus, hasil } = self;
        format!(
            "Rumus {} {} tidak menemukan yang dicarinya; {} di sel ini hanya penggantinya, dan dihitung sebagai belum ada data.",
            kutip(isian),
            kutip(&format!("={rumus}")),
            kutip(hasil)
        )
    }

    fn saran(&self) -> String {
        "Samakan nama atau nomor yang dicari dengan yang tertulis di daftar asalnya, atau isi nilainya di sel ini.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            PencarianGagal { isian: "omset".into(), rumus: "IFERROR(VLOOKUP(B5,Data!A:F,6,0),0)".into(), hasil: "0".into() },
            "Rumus `omset` `=IFERROR(VLOOKUP(B5,Data!A:F,6,0),0)` tidak menemukan yang dicarinya; `0` di sel ini hanya penggantinya, dan dihitung sebagai belum ada data.",
            "Samakan nama atau nomor yang dicari dengan yang tertulis di daftar asalnya, atau isi nilainya di sel ini.",
        )]
    }
}
