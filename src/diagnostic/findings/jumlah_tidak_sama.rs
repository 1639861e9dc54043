//! A stated total that differs from the sum of its rows.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, banyak, kutip};
use rust_decimal::Decimal;

#[derive(Clone, PartialEq, Debug)]
pub struct JumlahTidakSama {
    pub isian: String,
    pub ditemukan: String,
    pub tertulis: Decimal,
    pub terhitung: Decimal,
    pub baris: usize,
}

impl Finding for JumlahTidakSama {
    const KODE: &'static str = "jumlah-tidak-sama";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }
}

impl WordsId for JumlahTidakSama {
    const MANUAL: Manual = Manual {
        arti: "Jumlah yang tertulis tidak sama dengan jumlah baris-barisnya.",
        contoh: "rumus `=SUM(F7:F413)` belum mencakup baris terakhir, F414.",
        mengapa: "salah satunya keliru: barisnya, atau jumlah yang selama ini dilaporkan.",
        perbaikan: "Perbaiki rumus jumlahnya atau baris yang keliru.",
    };

    fn pesan(&self) -> String {
        let Self { isian, tertulis, terhitung, baris, .. } = self;
        format!(
            "Jumlah {} tertulis {}, sedangkan {} barisnya berjumlah {} (selisih {}).",
            kutip(isian),
            angka(*tertulis),
            banyak(*baris),
            angka(*terhitung),
            tertulis.checked_sub(*terhitung).map_or_else(|| "terlalu besar".to_owned(), |selisih| angka(selisih.abs()))
        )
    }

    fn saran(&self) -> String {
        "Periksa cakupan rumus jumlahnya, lalu perbaiki rumus itu atau baris yang keliru.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![Said::new(
            JumlahTidakSama {
                isian: "volume_usaha".into(),
                ditemukan: "1.000".into(),
                tertulis: Decimal::from(1_000),
                terhitung: Decimal::new(120_050, 2),
                baris: 414,
            },
            "Jumlah `volume_usaha` tertulis 1.000, sedangkan 414 barisnya berjumlah 1.200,5 (selisih 200,5).",
            "Periksa cakupan rumus jumlahnya, lalu perbaiki rumus itu atau baris yang keliru.",
        )]
    }
}
