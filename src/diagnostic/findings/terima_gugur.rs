//! An acceptance that no longer holds.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;

/// Why an acceptance does not hold.
#[derive(Clone, PartialEq, Debug)]
pub enum SebabGugur {
    /// Something else stands there now.
    IsiLain(String),
    /// Nothing is found there any more.
    TidakAdaLagi,
    /// Its `nilai` is none that could count there.
    NilaiKeliru(String),
    /// It holds, and its `nilai` counts nothing: what it accepts stands as it is.
    NilaiTakDipakai(String),
}

#[derive(Clone, PartialEq, Debug)]
pub struct TerimaGugur {
    pub kode: String,
    pub sel: String,
    pub ditemukan_dulu: String,
    pub sebab: SebabGugur,
}

impl Finding for TerimaGugur {
    const KODE: &'static str = "terima-gugur";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Tidak(Sebab::Penerimaan);
}

impl WordsId for TerimaGugur {
    const MANUAL: Manual = Manual {
        arti: "Penerimaan pada `[[terima]]` gugur, karena isi selnya kini lain, temuannya tidak ada lagi, `nilai`-nya bukan isian yang dapat dihitung, atau `nilai` itu tidak dipakai oleh temuan yang hanya dicatat.",
        contoh: "penerimaan untuk `±3jt` di F12, tetapi selnya kini berisi `4 jt-an`.",
        mengapa: "penerimaan berlaku untuk isi yang dahulu diperiksa, bukan untuk isi yang baru.",
        perbaikan: "Perbarui atau hapus bagian `[[terima]]` itu.",
    };

    fn pesan(&self) -> String {
        let Self { kode, sel, ditemukan_dulu, sebab } = self;
        let dulu = if ditemukan_dulu.trim().is_empty() { String::new() } else { format!(" untuk isi {}", kutip(ditemukan_dulu)) };
        let kini = match sebab {
            SebabGugur::NilaiTakDipakai(nilai) => {
                return format!(
                    "Penerimaan {} di {} berlaku, tetapi `nilai` yang ditulis, {}, tidak dipakai: angka tetap dihitung seperti tertulis.",
                    kutip(kode),
                    kutip(sel),
                    kutip(nilai)
                );
            }
            SebabGugur::IsiLain(kini) => format!("kini di sana tertulis {}", kutip(kini)),
            SebabGugur::TidakAdaLagi => "temuannya kini tidak ada lagi".to_owned(),
            SebabGugur::NilaiKeliru(nilai) => format!("`nilai` yang ditulis, {}, tidak dapat dibaca di kolom itu", kutip(nilai)),
        };
        format!("Penerimaan {} di {}{dulu} gugur: {kini}.", kutip(kode), kutip(sel))
    }

    fn saran(&self) -> String {
        match self.sebab {
            SebabGugur::NilaiKeliru(_) => {
                "Tulis `nilai` sebagai isi sel yang benar, misalnya \"3.000.000\", atau hapus baris `nilai` itu."
            }
            SebabGugur::NilaiTakDipakai(_) => "Hapus baris `nilai` itu; bila angkanya keliru, perbaiki selnya.",
            _ => "Periksa selnya, lalu perbarui atau hapus bagian `[[terima]]` itu di iku.toml.",
        }
        .to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                TerimaGugur {
                    kode: "bukan-angka".into(),
                    sel: "data/a.xlsx!Sheet1!F12".into(),
                    ditemukan_dulu: "±3jt".into(),
                    sebab: SebabGugur::IsiLain("4 jt-an".into()),
                },
                "Penerimaan `bukan-angka` di `data/a.xlsx!Sheet1!F12` untuk isi `±3jt` gugur: kini di sana tertulis `4 jt-an`.",
                "Periksa selnya, lalu perbarui atau hapus bagian `[[terima]]` itu di iku.toml.",
            ),
            Said::new(
                TerimaGugur {
                    kode: "bukan-angka".into(),
                    sel: "data/a.xlsx!Sheet1!F12".into(),
                    ditemukan_dulu: String::new(),
                    sebab: SebabGugur::TidakAdaLagi,
                },
                "Penerimaan `bukan-angka` di `data/a.xlsx!Sheet1!F12` gugur: temuannya kini tidak ada lagi.",
                "Periksa selnya, lalu perbarui atau hapus bagian `[[terima]]` itu di iku.toml.",
            ),
            Said::new(
                TerimaGugur {
                    kode: "bukan-angka".into(),
                    sel: "data/a.xlsx!Sheet1!F12".into(),
                    ditemukan_dulu: String::new(),
                    sebab: SebabGugur::NilaiKeliru("banyak".into()),
                },
                "Penerimaan `bukan-angka` di `data/a.xlsx!Sheet1!F12` gugur: `nilai` yang ditulis, `banyak`, tidak dapat dibaca di kolom itu.",
                "Tulis `nilai` sebagai isi sel yang benar, misalnya \"3.000.000\", atau hapus baris `nilai` itu.",
            ),
            Said::new(
                TerimaGugur {
                    kode: "jumlah-tidak-sama".into(),
                    sel: "data/a.xlsx!Sheet1!F12".into(),
                    ditemukan_dulu: String::new(),
                    sebab: SebabGugur::NilaiTakDipakai("9.999".into()),
                },
                "Penerimaan `jumlah-tidak-sama` di `data/a.xlsx!Sheet1!F12` berlaku, tetapi `nilai` yang ditulis, `9.999`, tidak dipakai: angka tetap dihitung seperti tertulis.",
                "Hapus baris `nilai` itu; bila angkanya keliru, perbaiki selnya.",
            ),
        ]
    }
}
