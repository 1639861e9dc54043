//! A date such as its field cannot well have in a report of its year.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, kutip};
use crate::vocabulary::{Tanggal, Year, mask_digits};

/// What a date, or a column of dates, stands against.
#[derive(Clone, PartialEq, Debug)]
pub enum RaguTanggal {
    /// The report's own date, before that of what it tells: so many of the column's so many dates.
    SesudahLaporan { laporan: Tanggal, baris: usize, dari: usize },
    /// The years of all others, the first and the last.
    JauhDariLain(Year, Year),
    /// The year that the data are of: none of the column's so many dates is of it or later, most are of this year.
    SebelumTahun { tahun: Year, kebanyakan: Year, dari: usize },
}

/// A doubtful date, or the first of them.
#[derive(Clone, PartialEq, Debug)]
pub struct TanggalJanggal {
    pub isian: String,
    pub ditemukan: String,
    pub ragu: RaguTanggal,
}

impl Finding for TanggalJanggal {
    const KODE: &'static str = "tanggal-janggal";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel, Tempat::Kolom];
    const TERIMA: Terima = Terima::Tetap;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }

    fn jumlah_sel(&self) -> usize {
        match self.ragu {
            RaguTanggal::SesudahLaporan { baris, .. } => baris,
            RaguTanggal::JauhDariLain(..) => 1,
            RaguTanggal::SebelumTahun { dari, .. } => dari,
        }
    }

    fn mask(&mut self) {
        self.ditemukan = mask_digits(&self.ditemukan);
    }
}

impl WordsId for TanggalJanggal {
    const MANUAL: Manual = Manual {
        arti: "Tanggal yang dipakai angka laporan jatuh sesudah tanggal laporan sendiri, jauh dari tahun semua tanggal lain di kolomnya, atau semua tanggal di kolom itu jatuh sebelum tahun datanya.",
        contoh: "tanggal RAT `05/03/2121` di antara tanggal-tanggal tahun 2021; atau kolom tanggal RAT tahun lalu yang belum diganti.",
        mengapa: "baris itu terhitung pada waktu yang keliru, atau tidak terhitung sama sekali.",
        perbaikan: "Perbaiki tanggalnya; bila memang demikian, terima dengan alasannya.",
    };

    fn pesan(&self) -> String {
        let Self { isian, ditemukan, ragu } = self;
        let (isian, ditemukan) = (kutip(isian), kutip(ditemukan));
        match ragu {
            RaguTanggal::SesudahLaporan { laporan, baris: 1, .. } => {
                format!("Tanggal {isian} di sel ini {ditemukan}, sesudah tanggal laporan ({}).", laporan.panjang())
            }
            RaguTanggal::SesudahLaporan { laporan, baris, dari } => format!(
                "{} dari {} tanggal {isian}, misalnya {ditemukan}, jatuh sesudah tanggal laporan ({}).",
                banyak(*baris),
                banyak(*dari),
                laporan.panjang()
            ),
            RaguTanggal::JauhDariLain(awal, akhir) if awal == akhir => {
                format!("Tanggal {isian} di sel ini {ditemukan}, sedangkan semua tanggal lain di kolomnya pada tahun {awal}.")
            }
            RaguTanggal::JauhDariLain(awal, akhir) => format!(
                "Tanggal {isian} di sel ini {ditemukan}, sedangkan semua tanggal lain di kolomnya dari tahun {awal} sampai {akhir}."
            ),
            RaguTanggal::SebelumTahun { tahun, kebanyakan, dari } => format!(
                "Semua {} tanggal {isian}, misalnya {ditemukan}, jatuh sebelum tahun {tahun}, kebanyakan pada tahun {kebanyakan}; kolom itu mungkin belum diganti.",
                banyak(*dari)
            ),
        }
    }

    fn saran(&self) -> String {
        match self.ragu {
            RaguTanggal::SebelumTahun { tahun, .. } => {
                format!("Isi tanggal tahun {tahun}; bila memang demikian, nyatakan dengan `[[terima]]`.")
            }
            _ => {
                "Periksa tahun, bulan, dan harinya, lalu perbaiki; bila memang demikian, nyatakan dengan `[[terima]]`.".to_owned()
            }
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        let of = |ditemukan: &str, ragu: RaguTanggal| TanggalJanggal {
            isian: "tanggal_rat".into(),
            ditemukan: ditemukan.into(),
            ragu,
        };
        let laporan = Tanggal { year: 2022, month: 1, day: 24 };
        let mend = "Periksa tahun, bulan, dan harinya, lalu perbaiki; bila memang demikian, nyatakan dengan `[[terima]]`.";
        vec![
            Said::new(
                of("2121-03-05", RaguTanggal::SesudahLaporan { laporan, baris: 1, dari: 10 }),
                "Tanggal `tanggal_rat` di sel ini `2121-03-05`, sesudah tanggal laporan (24 Januari 2022).",
                mend,
            ),
            Said::new(
                of("2022-03-05", RaguTanggal::SesudahLaporan { laporan, baris: 6, dari: 10 }),
                "6 dari 10 tanggal `tanggal_rat`, misalnya `2022-03-05`, jatuh sesudah tanggal laporan (24 Januari 2022).",
                mend,
            ),
            Said::new(
                of("2012-03-05", RaguTanggal::JauhDariLain(Year(2021), Year(2021))),
                "Tanggal `tanggal_rat` di sel ini `2012-03-05`, sedangkan semua tanggal lain di kolomnya pada tahun 2021.",
                mend,
            ),
            Said::new(
                of("2012-03-05", RaguTanggal::JauhDariLain(Year(2020), Year(2022))),
                "Tanggal `tanggal_rat` di sel ini `2012-03-05`, sedangkan semua tanggal lain di kolomnya dari tahun 2020 sampai 2022.",
                mend,
            ),
            Said::new(
                of("2020-03-25", RaguTanggal::SebelumTahun { tahun: Year(2021), kebanyakan: Year(2020), dari: 10 }),
                "Semua 10 tanggal `tanggal_rat`, misalnya `2020-03-25`, jatuh sebelum tahun 2021, kebanyakan pada tahun 2020; kolom itu mungkin belum diganti.",
                "Isi tanggal tahun 2021; bila memang demikian, nyatakan dengan `[[terima]]`.",
            ),
        ]
    }
}
