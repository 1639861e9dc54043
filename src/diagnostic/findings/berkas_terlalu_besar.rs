//! A file that is larger unpacked than the limit.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::angka;
use rust_decimal::Decimal;

#[derive(Clone, PartialEq, Debug)]
pub struct BerkasTerlaluBesar {
    pub ukuran: u64,
    pub batas: u64,
    pub apa: &'static str,
    pub kunci_batas: &'static str,
}

impl Finding for BerkasTerlaluBesar {
    const KODE: &'static str = "berkas-terlalu-besar";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas, Tempat::Sel];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakTerbaca);
}

impl WordsId for BerkasTerlaluBesar {
    const MANUAL: Manual = Manual {
        arti: "Berkas, setelah dibuka, lebih besar daripada batas yang aman.",
        contoh: "seluruh sejuta baris lembar pernah diberi warna, sehingga berkas membengkak.",
        mengapa: "berkas yang tidak dibaca utuh tidak boleh menjadi dasar angka laporan.",
        perbaikan: "Hapus lembar dan format yang tidak perlu, atau naikkan batasnya pada `[batas_baca]`.",
    };

    fn pesan(&self) -> String {
        let Self { ukuran, batas, apa, .. } = self;
        format!("Berkas melebihi batas aman: {apa} {}, batasnya {}.", angka(Decimal::from(*ukuran)), angka(Decimal::from(*batas)))
    }

    fn saran(&self) -> String {
        let Self { kunci_batas, .. } = self;
        format!(
            "Hapus lembar dan format yang tidak perlu lalu simpan ulang, atau naikkan `{kunci_batas}` pada `[batas_baca]` di iku.toml."
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            BerkasTerlaluBesar { ukuran: 2048, batas: 1536, apa: "ukuran setelah dibuka (MiB)", kunci_batas: "ukuran_mib" },
            "Berkas melebihi batas aman: ukuran setelah dibuka (MiB) 2.048, batasnya 1.536.",
            "Hapus lembar dan format yang tidak perlu lalu simpan ulang, atau naikkan `ukuran_mib` pada `[batas_baca]` di iku.toml.",
        )]
    }
}
