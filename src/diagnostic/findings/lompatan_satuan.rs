//! Most values changed by 10^3 or 10^6 between two years, by 12, by 100, or alike by any factor above eight.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, banyak, kutip};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

/// A year is so many times a month.
const MONTHS: u32 = 12;
/// Two decimal places.
const HUNDRED: u32 = 100;
/// Less than this is no unit of money.
const THOUSAND: u32 = 1_000;

#[derive(Clone, PartialEq, Debug)]
pub struct LompatanSatuan {
    pub isian: String,
    pub tahun: Year,
    pub tahun_lalu: Year,
    pub faktor: u32,
    pub baris: usize,
    /// 0: no rows of a column, but a measure's value of data beside its `tetapan` of another year.
    pub dari: usize,
}

impl Finding for LompatanSatuan {
    const KODE: &'static str = "lompatan-satuan";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom, Tempat::Berkas];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(format!("{} kali", self.faktor))
    }
}

impl WordsId for LompatanSatuan {
    const MANUAL: Manual = Manual {
        arti: "Sebagian besar nilai berubah seribu, sejuta, dua belas, tiga puluh, atau seratus kali lipat dari tahun sebelumnya, atau sejauh kali yang lain: satuannya tampaknya berganti, yang satu sebulan atau sehari dan yang lain setahun, atau koma desimalnya hilang.",
        contoh: "tahun 2020 ditulis dalam rupiah penuh, tahun 2021 dalam juta rupiah, tanpa keterangan.",
        mengapa: "pertumbuhan yang dihitung dari dua satuan, atau dari sebulan dan setahun, tidak ada artinya.",
        perbaikan: "Periksa satuan kedua tahun itu dan tulis `satuan_uang` pada `[sumber]`.",
    };

    fn pesan(&self) -> String {
        let Self { isian, tahun, tahun_lalu, faktor, baris, dari } = self;
        if *dari == 0 {
            let kali = angka(Decimal::from(*faktor));
            return format!(
                "Nilai {} dari data tahun {tahun} dan dari `tetapan` tahun {tahun_lalu} berbeda sekitar {kali} kali lipat.",
                kutip(isian)
            );
        }
        format!(
            "Nilai {} pada {} dari {} baris berubah sekitar {} kali lipat antara tahun {tahun_lalu} dan {tahun}.",
            kutip(isian),
            banyak(*baris),
            banyak(*dari),
            angka(Decimal::from(*faktor))
        )
    }

    fn saran(&self) -> String {
        if self.dari == 0 {
            return "Tulis `tetapan` dalam satuan yang sama dengan datanya, misalnya rupiah penuh.".to_owned();
        }
        if self.faktor == MONTHS {
            return "Periksa apakah angka salah satu tahun itu hanya sebulan, atau kelebihan satu nol, lalu pakai angka setahun untuk keduanya."
                .to_owned();
        }
        if self.faktor < THOUSAND && self.faktor != HUNDRED {
            return "Periksa apakah angka salah satu tahun itu hanya sebagian tahun, misalnya sehari, lalu pakai angka setahun untuk keduanya."
                .to_owned();
        }
        if self.faktor < THOUSAND {
            return "Periksa apakah koma desimal kolom itu hilang pada salah satu tahun, lalu salin ulang isinya.".to_owned();
        }
        "Periksa satuan kedua tahun itu, lalu tulis satuannya di judul kolom atau pada `satuan_uang` di iku.toml.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |faktor: u32| LompatanSatuan {
            isian: "volume_usaha".into(),
            tahun: Year(2021),
            tahun_lalu: Year(2020),
            faktor,
            baris: 1380,
            dari: 1414,
        };
        vec![
            Said::new(
                LompatanSatuan { isian: "volume".into(), baris: 0, dari: 0, ..of(1_000_000) },
                "Nilai `volume` dari data tahun 2021 dan dari `tetapan` tahun 2020 berbeda sekitar 1.000.000 kali lipat.",
                "Tulis `tetapan` dalam satuan yang sama dengan datanya, misalnya rupiah penuh.",
            ),
            Said::new(
                of(1_000_000),
                "Nilai `volume_usaha` pada 1.380 dari 1.414 baris berubah sekitar 1.000.000 kali lipat antara tahun 2020 dan 2021.",
                "Periksa satuan kedua tahun itu, lalu tulis satuannya di judul kolom atau pada `satuan_uang` di iku.toml.",
            ),
            Said::new(
                of(100),
                "Nilai `volume_usaha` pada 1.380 dari 1.414 baris berubah sekitar 100 kali lipat antara tahun 2020 dan 2021.",
                "Periksa apakah koma desimal kolom itu hilang pada salah satu tahun, lalu salin ulang isinya.",
            ),
            Said::new(
                of(29),
                "Nilai `volume_usaha` pada 1.380 dari 1.414 baris berubah sekitar 29 kali lipat antara tahun 2020 dan 2021.",
                "Periksa apakah angka salah satu tahun itu hanya sebagian tahun, misalnya sehari, lalu pakai angka setahun untuk keduanya.",
            ),
            Said::new(
                of(MONTHS),
                "Nilai `volume_usaha` pada 1.380 dari 1.414 baris berubah sekitar 12 kali lipat antara tahun 2020 dan 2021.",
                "Periksa apakah angka salah satu tahun itu hanya sebulan, atau kelebihan satu nol, lalu pakai angka setahun untuk keduanya.",
            ),
        ]
    }
}
