//! A cell whose formula is not its column's, takes another row's cells, or passes over a column of its own.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, kutip};
use crate::vocabulary::{mask_digits, mask_person};
use rust_decimal::Decimal;

/// How a cell of a column of formulas differs.
#[derive(Clone, PartialEq, Debug)]
pub enum SebabMenyimpang {
    /// It takes this row's cells (from 1), whose name that is.
    BarisLain(u32, String),
    /// The other rows' formula would give this here.
    RumusLain(Decimal),
    /// Typed, where the other rows' formula would give this.
    Diketik(Decimal),
    /// It passes over this column, which stands between those that it adds up and itself.
    KolomTerlewat(String),
}

/// `ditemukan`: the formula with its `=`, or the typed number.
#[derive(Clone, PartialEq, Debug)]
pub struct RumusMenyimpang {
    pub isian: String,
    pub ditemukan: String,
    pub sebab: SebabMenyimpang,
}

impl Finding for RumusMenyimpang {
    const KODE: &'static str = "rumus-menyimpang";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Tetap;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }

    fn mask(&mut self) {
        self.ditemukan = mask_digits(&self.ditemukan);
    }
}

impl WordsId for RumusMenyimpang {
    const MANUAL: Manual = Manual {
        arti: "Sebuah sel di kolom berumus mengambil sel milik baris lain, rumusnya lain dari rumus baris-baris lain, atau berisi angka yang diketik; atau penjumlahannya melewati kolom sejenis di sampingnya.",
        contoh: "volume usaha tiap baris `=D5*E5`, `=D6*E6`, …, tetapi pada satu baris tertulis `=D4*E4`; atau `=SUM(D5:E5)` di kolom G, padahal kolom F pun bagiannya.",
        mengapa: "rumus yang tergeser saat disalin memberi angka koperasi atau usaha lain; angka yang diketik di antara rumus tidak ikut berubah.",
        perbaikan: "Salin rumus baris di atasnya ke sel itu, atau terima bila memang berbeda.",
    };

    fn pesan(&self) -> String {
        let Self { isian, ditemukan, sebab } = self;
        let (isian, ditemukan) = (kutip(isian), kutip(ditemukan));
        match sebab {
            SebabMenyimpang::BarisLain(baris, nama) => {
                format!(
                    "Rumus {isian} {ditemukan} mengambil sel dari baris {baris} ({}), bukan dari barisnya sendiri.",
                    kutip(&mask_person(nama))
                )
            }
            SebabMenyimpang::RumusLain(lazim) => format!(
                "Rumus {isian} {ditemukan} lain dari rumus baris-baris lain di kolomnya, yang di sini memberi {}.",
                angka(*lazim)
            ),
            SebabMenyimpang::KolomTerlewat(kolom) => format!(
                "Rumus {isian} {ditemukan} melewati kolom {}, yang berdiri di antara kolom-kolom yang dijumlahkan dan sel ini.",
                kutip(kolom)
            ),
            SebabMenyimpang::Diketik(lazim) => format!(
                "Nilai {isian} {ditemukan} diketik, sedangkan baris-baris lain di kolomnya berumus; rumus itu di sini memberi {}.",
                angka(*lazim)
            ),
        }
    }

    fn saran(&self) -> String {
        match self.sebab {
            SebabMenyimpang::BarisLain(..) => "Betulkan rumusnya supaya mengambil sel dari barisnya sendiri.".to_owned(),
            SebabMenyimpang::RumusLain(_) => "Salin rumus baris di atasnya ke sel ini, atau periksa mengapa berbeda.".to_owned(),
            SebabMenyimpang::KolomTerlewat(_) => {
                "Jumlahkan kolom itu juga, atau pastikan bahwa kolom itu memang bukan bagiannya.".to_owned()
            }
            SebabMenyimpang::Diketik(_) => {
                "Periksa angkanya, lalu salin rumus baris di atasnya ke sel ini atau betulkan sel-sel asalnya.".to_owned()
            }
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |ditemukan: &str, sebab| RumusMenyimpang { isian: "omset".into(), ditemukan: ditemukan.into(), sebab };
        vec![
            Said::new(
                of("=D4*E4", SebabMenyimpang::BarisLain(4, "KUD Tani Subur".into())),
                "Rumus `omset` `=D4*E4` mengambil sel dari baris 4 (`KUD Tani Subur`), bukan dari barisnya sendiri.",
                "Betulkan rumusnya supaya mengambil sel dari barisnya sendiri.",
            ),
            Said::new(
                of("=D5*E5+500", SebabMenyimpang::RumusLain(Decimal::from(250_000_000))),
                "Rumus `omset` `=D5*E5+500` lain dari rumus baris-baris lain di kolomnya, yang di sini memberi 250.000.000.",
                "Salin rumus baris di atasnya ke sel ini, atau periksa mengapa berbeda.",
            ),
            Said::new(
                of("=SUM(D5:E5)", SebabMenyimpang::KolomTerlewat("Usaha Jasa".into())),
                "Rumus `omset` `=SUM(D5:E5)` melewati kolom `Usaha Jasa`, yang berdiri di antara kolom-kolom yang dijumlahkan dan sel ini.",
                "Jumlahkan kolom itu juga, atau pastikan bahwa kolom itu memang bukan bagiannya.",
            ),
            Said::new(
                of("73383683", SebabMenyimpang::Diketik(Decimal::from(250_000_000))),
                "Nilai `omset` `73383683` diketik, sedangkan baris-baris lain di kolomnya berumus; rumus itu di sini memberi 250.000.000.",
                "Periksa angkanya, lalu salin rumus baris di atasnya ke sel ini atau betulkan sel-sel asalnya.",
            ),
        ]
    }
}
