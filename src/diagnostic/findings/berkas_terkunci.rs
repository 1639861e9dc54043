//! A file locked by a password.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};

#[derive(Clone, PartialEq, Debug)]
pub struct BerkasTerkunci;

impl Finding for BerkasTerkunci {
    const KODE: &'static str = "berkas-terkunci";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakTerbaca);
}

impl WordsId for BerkasTerkunci {
    const MANUAL: Manual = Manual {
        arti: "Berkas dikunci dengan kata sandi.",
        contoh: "buku kerja dari bidang lain diberi sandi untuk membuka.",
        mengapa: "isinya tidak dapat dibaca, sehingga angka yang berdasar padanya tidak diketahui.",
        perbaikan: "Buka dengan kata sandinya, simpan tanpa sandi, lalu ulangi.",
    };

    fn pesan(&self) -> String {
        "Berkas dikunci dengan kata sandi.".to_owned()
    }

    fn saran(&self) -> String {
        "Buka dengan kata sandinya, simpan tanpa sandi, lalu ulangi.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            BerkasTerkunci,
            "Berkas dikunci dengan kata sandi.",
            "Buka dengan kata sandinya, simpan tanpa sandi, lalu ulangi.",
        )]
    }
}
