//! Values that formulas take from another file.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};

/// `asal`: the file's name, or the program's, as the workbook has it.
#[derive(Clone, PartialEq, Debug)]
pub struct RumusBerkasLain {
    pub isian: String,
    pub jumlah: usize,
    pub asal: String,
}

impl Finding for RumusBerkasLain {
    const KODE: &'static str = "rumus-berkas-lain";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.asal.clone())
    }

    fn jumlah_sel(&self) -> usize {
        self.jumlah
    }
}

impl WordsId for RumusBerkasLain {
    const MANUAL: Manual = Manual {
        arti: "Nilai pada kolom ini diambil rumus dari berkas atau program lain; yang dibaca ialah hasil yang terakhir tersimpan.",
        contoh: "`=[Data lama.xlsx]Sheet1!F5` pada kolom volume usaha.",
        mengapa: "bila berkas itu sudah berubah, nilai yang tersimpan di sini tinggal nilai yang lama, dan angkanya tidak dapat ditelusuri sampai ke sel asalnya. Tautan yang tidak dipakai angka mana pun tidak disebut.",
        perbaikan: "Perbarui tautannya di Excel (Data, Edit Links, Update Values) lalu simpan, atau ganti rumusnya dengan nilainya (salin, lalu Paste Special, Values).",
    };

    fn pesan(&self) -> String {
        let Self { isian, jumlah, asal } = self;
        format!(
            "{} sel {} mengambil nilainya dari berkas lain, {}; yang dibaca ialah hasil yang terakhir tersimpan, yang tidak dapat ditelusuri ke sel asalnya.",
            banyak(*jumlah),
            kutip(isian),
            kutip(asal)
        )
    }

    fn saran(&self) -> String {
        "Perbarui tautannya di Excel (Data, Edit Links, Update Values) lalu simpan, atau ganti rumusnya dengan nilainya."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            RumusBerkasLain { isian: "volume_usaha".into(), jumlah: 12, asal: "Data lama.xlsx".into() },
            "12 sel `volume_usaha` mengambil nilainya dari berkas lain, `Data lama.xlsx`; yang dibaca ialah hasil yang terakhir tersimpan, yang tidak dapat ditelusuri ke sel asalnya.",
            "Perbarui tautannya di Excel (Data, Edit Links, Update Values) lalu simpan, atau ganti rumusnya dengan nilainya.",
        )]
    }
}
