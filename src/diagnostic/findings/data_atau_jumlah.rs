//! A row that may be data or total.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

#[derive(Clone, PartialEq, Debug)]
pub struct DataAtauJumlah {
    pub label: String,
}

impl Finding for DataAtauJumlah {
    const KODE: &'static str = "data-atau-jumlah";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar, Tempat::Sel];
    const TERIMA: Terima = Terima::Baris;

    fn ditemukan(&self) -> Option<String> {
        Some(self.label.clone())
    }
}

impl WordsId for DataAtauJumlah {
    const MANUAL: Manual = Manual {
        arti: "Baris ini bisa baris data, bisa baris jumlah: labelnya seperti jumlah tetapi kuncinya berisi.",
        contoh: "baris bernama `Jumlah` mempunyai nomor badan hukum.",
        mengapa: "bila baris jumlah ikut terhitung, angka laporan menjadi dua kali lipat; bila data terlewat, angkanya kurang.",
        perbaikan: "Kosongkan kuncinya bila ini jumlah, atau perbaiki namanya bila ini data.",
    };
    const PENERIMAAN: Option<&'static str> =
        Some("`nilai = \"data\"` berarti baris atau lembar itu dihitung, tanpa itu ditinggalkan.");

    fn pesan(&self) -> String {
        let Self { label } = self;
        format!("Baris {} tampak seperti jumlah dari data lain, tetapi juga seperti data.", kutip(label))
    }

    fn saran(&self) -> String {
        "Bila ini jumlah, beri label `Jumlah` dan kosongkan nomor serta kuncinya; bila ini data, perbaiki nama atau isinya."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            DataAtauJumlah { label: "Jumlah".into() },
            "Baris `Jumlah` tampak seperti jumlah dari data lain, tetapi juga seperti data.",
            "Bila ini jumlah, beri label `Jumlah` dan kosongkan nomor serta kuncinya; bila ini data, perbaiki nama atau isinya.",
        )]
    }
}
