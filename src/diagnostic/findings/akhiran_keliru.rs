//! A readable file under another format's ending.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{bersih, kutip};

#[derive(Clone, PartialEq, Debug)]
pub struct AkhiranKeliru {
    pub akhiran: String,
    pub sebenarnya: String,
}

impl Finding for AkhiranKeliru {
    const KODE: &'static str = "akhiran-keliru";
    const TINGKAT: Tingkat = Tingkat::Catatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::TidakPerlu;
}

impl WordsId for AkhiranKeliru {
    const MANUAL: Manual = Manual {
        arti: "Isi berkas dan akhirannya tidak cocok; isinya tetap terbaca.",
        contoh: "`data.xls` sebenarnya buku kerja .xlsx.",
        mengapa: "angka laporan tidak terpengaruh, tetapi program lain dapat gagal membukanya.",
        perbaikan: "Sebaiknya simpan ulang dengan akhiran yang benar.",
    };

    fn pesan(&self) -> String {
        let Self { akhiran, sebenarnya } = self;
        format!("Akhiran berkas {} tidak cocok dengan isinya, yaitu {}.", kutip(akhiran), bersih(sebenarnya))
    }

    fn saran(&self) -> String {
        "Simpan ulang dengan akhiran yang benar; isinya sudah terbaca.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            AkhiranKeliru { akhiran: ".xls".into(), sebenarnya: "buku kerja .xlsx".into() },
            "Akhiran berkas `.xls` tidak cocok dengan isinya, yaitu buku kerja .xlsx.",
            "Simpan ulang dengan akhiran yang benar; isinya sudah terbaca.",
        )]
    }
}
