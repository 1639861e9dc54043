//! Many entities new or gone between two years.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, deret, kutip};
use crate::vocabulary::Year;

#[derive(Clone, PartialEq, Debug)]
pub struct KunciMirip {
    pub tahun: Year,
    pub tahun_lalu: Year,
    pub baru: usize,
    pub hilang: usize,
    pub dari: usize,
    pub pasangan: Vec<(String, String)>,
}

impl Finding for KunciMirip {
    const KODE: &'static str = "kunci-mirip";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} baru, {} hilang", self.baru, self.hilang))
    }
}

impl KunciMirip {
    /// Pairs that are one entity by their keys, though they are written otherwise and nothing else of them is alike.
    fn is_joined(&self) -> bool {
        self.baru + self.hilang == 0 && !self.pasangan.is_empty()
    }
}

impl WordsId for KunciMirip {
    const MANUAL: Manual = Manual {
        arti: "Entitas yang baru dan yang hilang di antara dua tahun bernama sama, atau lebih dari tiga dan dari seperlima entitas baru atau hilang; mungkin ada kunci yang salah ketik.",
        contoh: "`518/BH/1999` pada tahun lalu ditulis `518/BH/99` pada tahun ini.",
        mengapa: "entitas yang kuncinya berganti tampak hilang dan muncul lagi, sehingga perbandingannya luput.",
        perbaikan: "Periksa pasangan yang mirip.",
    };

    fn pesan(&self) -> String {
        let Self { tahun, tahun_lalu, baru, hilang, dari, pasangan } = self;
        let pairs: Vec<String> = pasangan.iter().map(|(lalu, kini)| format!("{} dan {}", kutip(lalu), kutip(kini))).collect();
        if self.is_joined() {
            return format!(
                "Kunci yang hanya berbeda tanda bacanya disatukan antara tahun {tahun_lalu} dan {tahun}, padahal nama dan tempatnya lain sama sekali: {}.",
                deret(&pairs)
            );
        }
        let mirip = if pairs.is_empty() { String::new() } else { format!("; yang mirip: {}", deret(&pairs)) };
        format!(
            "Dari {} entitas, {} baru dan {} hilang antara tahun {tahun_lalu} dan {tahun}{mirip}.",
            banyak(*dari),
            banyak(*baru),
            banyak(*hilang)
        )
    }

    fn saran(&self) -> String {
        if self.pasangan.is_empty() {
            return "Periksa apakah daftar kedua tahun itu lengkap, dan kuncinya ditulis dengan cara yang sama.".to_owned();
        }
        if self.is_joined() {
            return "Periksa apakah pasangan itu entitas yang sama; bila bukan, betulkan kuncinya.".to_owned();
        }
        "Periksa pasangan itu, dan samakan kuncinya bila memang entitas yang sama.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |pasangan: Vec<(String, String)>| KunciMirip {
            tahun: Year(2021),
            tahun_lalu: Year(2020),
            baru: 120,
            hilang: 115,
            dari: 414,
            pasangan,
        };
        vec![
            Said::new(
                of(vec![("518/BH/1999".into(), "518/BH/99".into())]),
                "Dari 414 entitas, 120 baru dan 115 hilang antara tahun 2020 dan 2021; yang mirip: `518/BH/1999` dan `518/BH/99`.",
                "Periksa pasangan itu, dan samakan kuncinya bila memang entitas yang sama.",
            ),
            Said::new(
                KunciMirip {
                    baru: 0,
                    hilang: 0,
                    ..of(vec![("5/BH/XI/1 (KUD Wahana)".into(), "5/BH/X/I1 (Kopkar Abadi)".into())])
                },
                "Kunci yang hanya berbeda tanda bacanya disatukan antara tahun 2020 dan 2021, padahal nama dan tempatnya lain sama sekali: `5/BH/XI/1 (KUD Wahana)` dan `5/BH/X/I1 (Kopkar Abadi)`.",
                "Periksa apakah pasangan itu entitas yang sama; bila bukan, betulkan kuncinya.",
            ),
            Said::new(
                of(Vec::new()),
                "Dari 414 entitas, 120 baru dan 115 hilang antara tahun 2020 dan 2021.",
                "Periksa apakah daftar kedua tahun itu lengkap, dan kuncinya ditulis dengan cara yang sama.",
            ),
        ]
    }
}
