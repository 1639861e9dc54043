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
    /// A yearly mark in its row for this year: so many of so many marked rows are dated neither in it nor in the next.
    TandaTahunLain { tanda: String, tahun: Year, baris: usize, dari: usize },
    /// So many of so many marked rows have no date.
    TandaTanpaTanggal { tanda: String, baris: usize, dari: usize },
    /// So many rows are not marked and yet dated in this year, as those that are.
    TanggalTanpaTanda { tanda: String, tahun: Year, baris: usize },
    /// The year that the data are of: so many of so many were founded later.
    BerdiriSesudah { tahun: Year, baris: usize, dari: usize },
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
            RaguTanggal::SesudahLaporan { baris, .. }
            | RaguTanggal::TandaTahunLain { baris, .. }
            | RaguTanggal::TandaTanpaTanggal { baris, .. }
            | RaguTanggal::TanggalTanpaTanda { baris, .. }
            | RaguTanggal::BerdiriSesudah { baris, .. } => baris,
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
        arti: "Tanggal yang dipakai angka laporan jatuh sesudah tanggal laporan sendiri, jauh dari tahun semua tanggal lain di kolomnya, atau semua tanggal di kolom itu jatuh sebelum tahun datanya; tanda dan tanggal RAT di satu baris berselisih; atau koperasi atau usaha itu berdiri sesudah tahun datanya.",
        contoh: "tanggal RAT `05/03/2121` di antara tanggal-tanggal tahun 2021; atau kolom tanggal RAT tahun lalu yang belum diganti; atau RAT bertanda `v`, tetapi tanggalnya tahun 2018.",
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
            RaguTanggal::TandaTahunLain { tanda, tahun, baris: 1, .. } => {
                format!(
                    "Tanggal {isian} di sel ini {ditemukan}, sedangkan barisnya bertanda {} untuk tahun {tahun}.",
                    kutip(tanda)
                )
            }
            RaguTanggal::TandaTahunLain { tanda, tahun, baris, dari } => format!(
                "{} dari {} baris yang bertanda {} untuk tahun {tahun} bertanggal {isian} di luar tahun {tahun} dan {}, misalnya {ditemukan}.",
                banyak(*baris),
                banyak(*dari),
                kutip(tanda),
                tahun.0 + 1
            ),
            RaguTanggal::TandaTanpaTanggal { tanda, baris, dari } => format!(
                "{} dari {} baris yang bertanda {} tidak bertanggal di kolom {isian}.",
                banyak(*baris),
                banyak(*dari),
                kutip(tanda)
            ),
            RaguTanggal::TanggalTanpaTanda { tanda, tahun, baris } => format!(
                "{} baris tidak bertanda {}, tetapi bertanggal {isian} tahun {tahun}, misalnya {ditemukan}, seperti baris yang bertanda.",
                banyak(*baris),
                kutip(tanda)
            ),
            RaguTanggal::BerdiriSesudah { tahun, baris: 1, .. } => {
                format!("Isi {isian} di sel ini {ditemukan}, sesudah tahun datanya ({tahun}).")
            }
            RaguTanggal::BerdiriSesudah { tahun, baris, dari } => format!(
                "{} dari {} isi {isian}, misalnya {ditemukan}, jatuh sesudah tahun datanya ({tahun}).",
                banyak(*baris),
                banyak(*dari)
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
            RaguTanggal::TandaTahunLain { .. }
            | RaguTanggal::TandaTanpaTanggal { .. }
            | RaguTanggal::TanggalTanpaTanda { .. } => {
                "Periksa tanda dan tanggalnya, lalu perbaiki yang keliru; bila memang demikian, nyatakan dengan `[[terima]]`."
                    .to_owned()
            }
            RaguTanggal::BerdiriSesudah { .. } => {
                "Periksa tahun itu, dan apakah baris itu milik data tahun sesudahnya; bila memang demikian, nyatakan dengan `[[terima]]`."
                    .to_owned()
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
        let both = "Periksa tanda dan tanggalnya, lalu perbaiki yang keliru; bila memang demikian, nyatakan dengan `[[terima]]`.";
        let later = "Periksa tahun itu, dan apakah baris itu milik data tahun sesudahnya; bila memang demikian, nyatakan dengan `[[terima]]`.";
        let (tanda, tahun) = ("rat".to_owned(), Year(2021));
        vec![
            Said::new(
                of("2018-03-05", RaguTanggal::TandaTahunLain { tanda: tanda.clone(), tahun, baris: 1, dari: 10 }),
                "Tanggal `tanggal_rat` di sel ini `2018-03-05`, sedangkan barisnya bertanda `rat` untuk tahun 2021.",
                both,
            ),
            Said::new(
                of("2018-03-05", RaguTanggal::TandaTahunLain { tanda: tanda.clone(), tahun, baris: 6, dari: 10 }),
                "6 dari 10 baris yang bertanda `rat` untuk tahun 2021 bertanggal `tanggal_rat` di luar tahun 2021 dan 2022, misalnya `2018-03-05`.",
                both,
            ),
            Said::new(
                of("2 tanpa tanggal", RaguTanggal::TandaTanpaTanggal { tanda: tanda.clone(), baris: 2, dari: 10 }),
                "2 dari 10 baris yang bertanda `rat` tidak bertanggal di kolom `tanggal_rat`.",
                both,
            ),
            Said::new(
                of("2022-03-01", RaguTanggal::TanggalTanpaTanda { tanda, tahun: Year(2022), baris: 6 }),
                "6 baris tidak bertanda `rat`, tetapi bertanggal `tanggal_rat` tahun 2022, misalnya `2022-03-01`, seperti baris yang bertanda.",
                both,
            ),
            Said::new(
                of("2022-03-15", RaguTanggal::BerdiriSesudah { tahun, baris: 1, dari: 16 }),
                "Isi `tanggal_rat` di sel ini `2022-03-15`, sesudah tahun datanya (2021).",
                later,
            ),
            Said::new(
                of("2022-03-15", RaguTanggal::BerdiriSesudah { tahun, baris: 7, dari: 16 }),
                "7 dari 16 isi `tanggal_rat`, misalnya `2022-03-15`, jatuh sesudah tahun datanya (2021).",
                later,
            ),
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
