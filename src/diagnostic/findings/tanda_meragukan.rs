//! A yes/no column whose only signs are `x`.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};

#[derive(Clone, PartialEq, Debug)]
pub struct TandaMeragukan {
    pub isian: String,
    pub jumlah: usize,
}

impl Finding for TandaMeragukan {
    const KODE: &'static str = "tanda-meragukan";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakPasti);
}

impl WordsId for TandaMeragukan {
    const MANUAL: Manual = Manual {
        arti: "Kolom tanda (ya/tidak) hanya berisi `x`, tanpa satu pun tanda ya lain seperti `v`, `1`, atau `ya`.",
        contoh: "kolom RAT berisi `x` dan `-`; `x` dapat berarti sudah, dapat pula berarti belum.",
        mengapa: "bila `x` ternyata berarti tidak, jumlahnya terbalik.",
        perbaikan: "Tulis `tanda = { ya = [\"x\"] }` atau `tanda = { tidak = [\"x\"] }` pada `[sumber]` di iku.toml.",
    };

    fn pesan(&self) -> String {
        let Self { isian, jumlah } = self;
        format!(
            "Kolom {} berisi {} tanda `x` dan tidak satu pun tanda ya yang lain, sehingga tidak pasti `x` berarti ya atau tidak.",
            kutip(isian),
            banyak(*jumlah)
        )
    }

    fn saran(&self) -> String {
        "Tulis `tanda = { ya = [\"x\"] }` pada `[sumber]` di iku.toml bila `x` berarti ya, atau `tanda = { tidak = [\"x\"] }` bila berarti tidak."
            .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            TandaMeragukan { isian: "rat".into(), jumlah: 12 },
            "Kolom `rat` berisi 12 tanda `x` dan tidak satu pun tanda ya yang lain, sehingga tidak pasti `x` berarti ya atau tidak.",
            "Tulis `tanda = { ya = [\"x\"] }` pada `[sumber]` di iku.toml bila `x` berarti ya, atau `tanda = { tidak = [\"x\"] }` bila berarti tidak.",
        )]
    }
}
