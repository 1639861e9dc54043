//! A value a hundred times its last year's, or a hundredth; ten times, where it stands apart in its column; or a group of
//! rows, or nearly all, that went alike and further than business does.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{angka, banyak, kutip};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

#[derive(Clone, PartialEq, Debug)]
pub struct LonjakanNilai {
    pub isian: String,
    pub nilai: Decimal,
    pub nilai_lalu: Decimal,
    pub tahun_lalu: Year,
    /// So many rows, of so many, went alike, of which this is the first.
    pub serentak: Option<(usize, usize)>,
}

impl Finding for LonjakanNilai {
    const KODE: &'static str = "lonjakan-nilai";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Tetap;
}

impl WordsId for LonjakanNilai {
    const MANUAL: Manual = Manual {
        arti: "Nilai menjadi seratus kali lipat atau lebih dari tahun lalu, atau seperseratusnya; atau menjadi sekitar sepuluh atau seratus kali lipat sedangkan nilai lain di kolomnya tetap seperti biasa, atau bersama semua nilai di kolom yang hanya beberapa baris; atau nilai banyak baris berubah serentak sejauh yang tidak lazim dalam setahun, misalnya menjadi seperdua belas, sepertiga puluh, atau seperempatnya.",
        contoh: "omset 5.000.000 menjadi 500.000.000 karena kelebihan dua nol, `5.000.000,00` menjadi 500.000.000 karena koma desimalnya hilang, atau menjadi 3,5 karena ditulis dalam juta; separuh usaha melaporkan omset sebulan, yang lain setahun.",
        mengapa: "satu salah ketik pada usaha besar menggeser indikator puluhan persen.",
        perbaikan: "Periksa apakah ada nol yang kelebihan atau kurang, koma desimal yang hilang, satuan yang berganti, atau angka yang baru sebagian tahun.",
    };

    fn pesan(&self) -> String {
        let Self { isian, nilai, nilai_lalu, tahun_lalu, serentak } = self;
        if let Some((baris, dari)) = serentak {
            return format!(
                "Nilai {} pada {} dari {} baris berubah serentak, mulai sel ini: menjadi {}, dari {} pada tahun {tahun_lalu}.",
                kutip(isian),
                banyak(*baris),
                banyak(*dari),
                angka(*nilai),
                angka(*nilai_lalu)
            );
        }
        format!("Nilai {} menjadi {}, dari {} pada tahun {tahun_lalu}.", kutip(isian), angka(*nilai), angka(*nilai_lalu))
    }

    fn saran(&self) -> String {
        match self {
            Self { serentak: Some(_), .. } => {
                "Periksa apakah angka baris-baris itu di salah satu tahun hanya sehari, sebulan, atau setriwulan, atau satuannya lain.".to_owned()
            }
            Self { nilai, nilai_lalu, .. } if nilai.abs() < nilai_lalu.abs() => {
                "Periksa apakah ada nol yang kurang, koma desimal yang tahun lalu hilang, atau angka yang ditulis dalam ribuan atau jutaan.".to_owned()
            }
            Self { .. } => "Periksa apakah ada nol yang kelebihan, koma desimal yang hilang, atau satuan yang berganti.".to_owned(),
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                LonjakanNilai {
                    isian: "omset".into(),
                    nilai: Decimal::from(500_000_000),
                    nilai_lalu: Decimal::from(5_000_000),
                    tahun_lalu: Year(2020),
                    serentak: None,
                },
                "Nilai `omset` menjadi 500.000.000, dari 5.000.000 pada tahun 2020.",
                "Periksa apakah ada nol yang kelebihan, koma desimal yang hilang, atau satuan yang berganti.",
            ),
            Said::new(
                LonjakanNilai {
                    isian: "omset".into(),
                    nilai: Decimal::from(2_617_000),
                    nilai_lalu: Decimal::from(30_300_000),
                    tahun_lalu: Year(2020),
                    serentak: Some((12, 24)),
                },
                "Nilai `omset` pada 12 dari 24 baris berubah serentak, mulai sel ini: menjadi 2.617.000, dari 30.300.000 pada tahun 2020.",
                "Periksa apakah angka baris-baris itu di salah satu tahun hanya sehari, sebulan, atau setriwulan, atau satuannya lain.",
            ),
            Said::new(
                LonjakanNilai {
                    isian: "omset".into(),
                    nilai: Decimal::new(35, 1),
                    nilai_lalu: Decimal::from(3_400_000),
                    tahun_lalu: Year(2020),
                    serentak: None,
                },
                "Nilai `omset` menjadi 3,5, dari 3.400.000 pada tahun 2020.",
                "Periksa apakah ada nol yang kurang, koma desimal yang tahun lalu hilang, atau angka yang ditulis dalam ribuan atau jutaan.",
            ),
        ]
    }
}
