//! A number text of its column's rarer convention.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{kutip, tempat};
#[cfg(test)]
use crate::vocabulary::CellAddress;
use crate::vocabulary::{Sel, mask_digits};

/// This cell is of the column's rarer convention.
#[derive(Clone, PartialEq, Debug)]
pub struct KonvensiCampur {
    pub ditemukan: String,
    pub sel_lain: Sel,
    pub ditemukan_lain: String,
    /// It is a date whose day and month seem turned.
    pub hari: bool,
}

impl Finding for KonvensiCampur {
    const KODE: &'static str = "konvensi-campur";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Nilai;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }

    fn mask(&mut self) {
        self.ditemukan = mask_digits(&self.ditemukan);
    }
}

impl WordsId for KonvensiCampur {
    const MANUAL: Manual = Manual {
        arti: "Dalam satu kolom ada angka gaya Indonesia (`1.234,5`) dan gaya Inggris (`1,234.5`); atau tanggal yang hari dan bulannya ditukar Excel berbahasa Inggris.",
        contoh: "sebagian besar kolom volume usaha ditulis `1.234.567,00`, tetapi satu sel `1,234,567.00` karena disalin dari aplikasi lain.",
        mengapa: "selama dua gaya bercampur, angka seperti `1.234` dan `1,234` di kolom itu tidak pasti artinya.",
        perbaikan: "Samakan gaya penulisan kolom itu; sel yang disebut adalah yang lebih sedikit.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan, sel_lain, ditemukan_lain, hari } = self;
        if *hari {
            return format!(
                "Tanggal {} tersimpan sebagai tanggal Excel, sedangkan {} di {} tetap teks: di kolom ini semua tanggal Excel jatuh pada hari 1–12 dan semua teks sesudahnya, sehingga hari dan bulannya tampaknya tertukar.",
                kutip(ditemukan),
                kutip(ditemukan_lain),
                tempat(*sel_lain)
            );
        }
        format!(
            "Cara menulis angka {} berbeda dari sel lain di kolom ini, misalnya {} di {}.",
            kutip(ditemukan),
            kutip(ditemukan_lain),
            tempat(*sel_lain)
        )
    }

    fn saran(&self) -> String {
        if self.hari {
            return "Ketik ulang tanggal kolom itu di Excel bersetelan Indonesia, atau sebagai teks, misalnya 5 Maret 2021."
                .to_owned();
        }
        "Samakan cara menulis angka di seluruh kolom, misalnya 1.234.567,89.".to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                KonvensiCampur {
                    ditemukan: "1,234.5".into(),
                    sel_lain: Sel::Cell(CellAddress { row: 8, column: 5 }),
                    ditemukan_lain: "1.234,5".into(),
                    hari: false,
                },
                "Cara menulis angka `1,234.5` berbeda dari sel lain di kolom ini, misalnya `1.234,5` di sel F9.",
                "Samakan cara menulis angka di seluruh kolom, misalnya 1.234.567,89.",
            ),
            Said::new(
                KonvensiCampur {
                    ditemukan: "2021-05-03".into(),
                    sel_lain: Sel::Cell(CellAddress { row: 8, column: 5 }),
                    ditemukan_lain: "25/03/2021".into(),
                    hari: true,
                },
                "Tanggal `2021-05-03` tersimpan sebagai tanggal Excel, sedangkan `25/03/2021` di sel F9 tetap teks: di kolom ini semua tanggal Excel jatuh pada hari 1–12 dan semua teks sesudahnya, sehingga hari dan bulannya tampaknya tertukar.",
                "Ketik ulang tanggal kolom itu di Excel bersetelan Indonesia, atau sebagai teks, misalnya 5 Maret 2021.",
            ),
        ]
    }
}
