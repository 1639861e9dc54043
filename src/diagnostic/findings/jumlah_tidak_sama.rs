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
    /// So many columns of parts beside it make it up (quarters); 0: the rows above it do.
    pub kolom: usize,
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
        arti: "Jumlah yang tertulis, di baris jumlah maupun di atas, di samping atau di bawah tabel (`Jumlah Anggota : 9.999 orang`), tidak sama dengan jumlah baris-barisnya, atau dengan triwulan-triwulan di sampingnya.",
        contoh: "rumus `=SUM(F7:F413)` belum mencakup baris terakhir, F414.",
        mengapa: "salah satunya keliru: barisnya, atau jumlah yang selama ini dilaporkan.",
        perbaikan: "Perbaiki rumus jumlahnya atau baris yang keliru.",
    };

    fn pesan(&self) -> String {
        let Self { isian, tertulis, terhitung, baris, kolom, .. } = self;
        let bagian = match kolom {
            0 => format!("{} barisnya", banyak(*baris)),
            kolom => format!("{} kolom bagiannya", banyak(*kolom)),
        };
        format!(
            "Jumlah {} tertulis {}, sedangkan {bagian} berjumlah {} (selisih {}).",
            kutip(isian),
            angka(*tertulis),
            angka(*terhitung),
            tertulis.checked_sub(*terhitung).map_or_else(|| "terlalu besar".to_owned(), |selisih| angka(selisih.abs()))
        )
    }

    fn saran(&self) -> String {
        match self.kolom {
            0 => "Periksa cakupan rumus jumlahnya, lalu perbaiki rumus itu atau baris yang keliru.",
            _ => "Periksa rumus jumlahnya dan kolom-kolom bagiannya di baris itu, lalu perbaiki yang keliru.",
        }
        .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                JumlahTidakSama {
                    isian: "volume_usaha".into(),
                    ditemukan: "1.000".into(),
                    tertulis: Decimal::from(1_000),
                    terhitung: Decimal::new(120_050, 2),
                    baris: 414,
                    kolom: 0,
                },
                "Jumlah `volume_usaha` tertulis 1.000, sedangkan 414 barisnya berjumlah 1.200,5 (selisih 200,5).",
                "Periksa cakupan rumus jumlahnya, lalu perbaiki rumus itu atau baris yang keliru.",
            ),
            Said::new(
                JumlahTidakSama {
                    isian: "volume_usaha".into(),
                    ditemukan: "1.000".into(),
                    tertulis: Decimal::from(1_000),
                    terhitung: Decimal::from(1_200),
                    baris: 1,
                    kolom: 4,
                },
                "Jumlah `volume_usaha` tertulis 1.000, sedangkan 4 kolom bagiannya berjumlah 1.200 (selisih 200).",
                "Periksa rumus jumlahnya dan kolom-kolom bagiannya di baris itu, lalu perbaiki yang keliru.",
            ),
        ]
    }
}
