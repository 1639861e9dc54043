//! A file that is there and may not be opened: by a password, by its permissions, by another program.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};

/// What keeps a file shut.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kunci {
    Sandi,
    /// This user may not read it.
    Izin,
    /// Another program has it open for itself.
    Dipakai,
    /// It is a folder that this user may not look into.
    Folder,
}

#[derive(Clone, PartialEq, Debug)]
pub struct BerkasTerkunci {
    pub oleh: Kunci,
}

impl Finding for BerkasTerkunci {
    const KODE: &'static str = "berkas-terkunci";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakTerbaca);
}

impl WordsId for BerkasTerkunci {
    const MANUAL: Manual = Manual {
        arti: "Berkas ada, tetapi tidak boleh dibuka: dikunci dengan kata sandi, tanpa izin baca, atau sedang dipakai program lain.",
        contoh: "buku kerja dari bidang lain diberi sandi untuk membuka.",
        mengapa: "isinya tidak dapat dibaca, sehingga angka yang berdasar padanya tidak diketahui.",
        perbaikan: "Buka dengan kata sandinya dan simpan tanpa sandi; mintakan izin membacanya; atau tutup program yang memakainya. Lalu ulangi.",
    };

    fn pesan(&self) -> String {
        match self.oleh {
            Kunci::Sandi => "Berkas dikunci dengan kata sandi.",
            Kunci::Izin => "Berkas ada, tetapi pengguna komputer ini tidak diizinkan membacanya.",
            Kunci::Dipakai => "Berkas sedang dibuka program lain yang tidak membolehkannya dibaca.",
            Kunci::Folder => {
                "Folder ini ada, tetapi pengguna komputer ini tidak diizinkan melihat isinya, sehingga berkas mana yang ada di sana tidak diketahui."
            }
        }
        .to_owned()
    }

    fn saran(&self) -> String {
        match self.oleh {
            Kunci::Sandi => "Buka dengan kata sandinya, simpan tanpa sandi, lalu ulangi.",
            Kunci::Izin => {
                "Mintalah izin membacanya kepada pemilik berkas (Properties, Security), atau salin berkasnya, lalu ulangi."
            }
            Kunci::Dipakai => "Tutup berkas itu di Excel atau program lain, lalu ulangi.",
            Kunci::Folder => "Mintalah izin membuka folder itu kepada pemiliknya (Properties, Security), lalu ulangi.",
        }
        .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                BerkasTerkunci { oleh: Kunci::Sandi },
                "Berkas dikunci dengan kata sandi.",
                "Buka dengan kata sandinya, simpan tanpa sandi, lalu ulangi.",
            ),
            Said::new(
                BerkasTerkunci { oleh: Kunci::Izin },
                "Berkas ada, tetapi pengguna komputer ini tidak diizinkan membacanya.",
                "Mintalah izin membacanya kepada pemilik berkas (Properties, Security), atau salin berkasnya, lalu ulangi.",
            ),
            Said::new(
                BerkasTerkunci { oleh: Kunci::Dipakai },
                "Berkas sedang dibuka program lain yang tidak membolehkannya dibaca.",
                "Tutup berkas itu di Excel atau program lain, lalu ulangi.",
            ),
            Said::new(
                BerkasTerkunci { oleh: Kunci::Folder },
                "Folder ini ada, tetapi pengguna komputer ini tidak diizinkan melihat isinya, sehingga berkas mana yang ada di sana tidak \
                 diketahui.",
                "Mintalah izin membuka folder itu kepada pemiliknya (Properties, Security), lalu ulangi.",
            ),
        ]
    }
}
