//! A damaged or cut file.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::bersih;

#[derive(Clone, PartialEq, Debug)]
pub struct BerkasRusak {
    pub rincian: String,
}

impl Finding for BerkasRusak {
    const KODE: &'static str = "berkas-rusak";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakTerbaca);
}

impl WordsId for BerkasRusak {
    const MANUAL: Manual = Manual {
        arti: "Berkas rusak atau terpotong, sehingga tidak dapat dibaca utuh.",
        contoh: "salinan dari flash disk terputus di tengah, atau unduhan belum selesai.",
        mengapa: "bagian yang hilang bisa memuat baris data, sehingga jumlahnya tidak dapat dipastikan.",
        perbaikan: "Buka dan simpan ulang di Excel atau LibreOffice, atau ambil salinan lain.",
    };

    fn pesan(&self) -> String {
        let Self { rincian } = self;
        format!("Berkas rusak atau terpotong ({}).", bersih(rincian))
    }

    fn saran(&self) -> String {
        "Buka dan simpan ulang di Excel atau LibreOffice, atau ambil salinan lain.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            BerkasRusak { rincian: "daftar isi zip tidak ada".into() },
            "Berkas rusak atau terpotong (daftar isi zip tidak ada).",
            "Buka dan simpan ulang di Excel atau LibreOffice, atau ambil salinan lain.",
        )]
    }
}
