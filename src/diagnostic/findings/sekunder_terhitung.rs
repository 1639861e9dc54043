//! A koperasi sekunder whose amount is a great part of all others'.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, banyak, kutip};
use rust_decimal::Decimal;

#[derive(Clone, PartialEq, Debug)]
pub struct SekunderTerhitung {
    pub nama: String,
    pub isian: String,
    pub angka: Decimal,
    /// How many others have an amount, and what they make together.
    pub lain: (usize, Decimal),
}

impl Finding for SekunderTerhitung {
    const KODE: &'static str = "sekunder-terhitung";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.nama.clone())
    }
}

impl WordsId for SekunderTerhitung {
    const MANUAL: Manual = Manual {
        arti: "Sebuah koperasi sekunder (Puskud, PKPRI, pusat atau gabungan koperasi) ikut dijumlahkan bersama koperasi primer, dan angkanya sebagian besar dari angka mereka.",
        contoh: "`Puskud Contoh` dengan volume usaha 900 juta di antara koperasi primer yang bersama-sama 1,2 miliar.",
        mengapa: "anggota koperasi sekunder adalah koperasi: usaha yang sama bisa terhitung pada anggotanya dan sekali lagi pada pusatnya.",
        perbaikan: "Pastikan angkanya usaha koperasi itu sendiri; bila himpunan dari anggotanya, tulis `arti = { \"Puskud Contoh\" = \"lewati\" }` pada sumbernya.",
    };

    fn pesan(&self) -> String {
        let Self { nama, isian, angka: own, lain: (count, sum) } = self;
        format!(
            "Koperasi sekunder {} ikut dijumlahkan: {} {}, di samping {} koperasi lain yang bersama-sama {}.",
            kutip(nama),
            kutip(isian),
            angka(*own),
            banyak(*count),
            angka(*sum)
        )
    }

    fn saran(&self) -> String {
        let kunci = self.nama.replace('\\', "\\\\").replace('"', "\\\"");
        format!(
            "Bila angka itu sudah ada pada koperasi anggotanya, tulis pada sumbernya: arti = {{ \"{kunci}\" = \"lewati\" }}; bila usahanya sendiri, \"biasa\"."
        )
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            SekunderTerhitung {
                nama: "Puskud Jaya".into(),
                isian: "volume_usaha".into(),
                angka: Decimal::from(223_456_789),
                lain: (5, Decimal::from(337_293_517)),
            },
            "Koperasi sekunder `Puskud Jaya` ikut dijumlahkan: `volume_usaha` 223.456.789, di samping 5 koperasi lain yang bersama-sama 337.293.517.",
            "Bila angka itu sudah ada pada koperasi anggotanya, tulis pada sumbernya: arti = { \"Puskud Jaya\" = \"lewati\" }; bila usahanya sendiri, \"biasa\".",
        )]
    }
}
