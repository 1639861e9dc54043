//! A year that a figure of the report year needs has no data.

use crate::diagnostic::Tempel;
#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{bersih, daftar, deret, kutip};
use crate::vocabulary::{At, Year};

#[derive(Clone, PartialEq, Debug)]
pub struct TahunTidakAda {
    pub apa: Kurang,
    pub tahun: Year,
    pub untuk: Vec<String>,
    /// The file is there, with headings and no row of data.
    pub kosong: bool,
    /// A file beside it, of that year, whose name is like that one's and which nobody reads.
    pub mirip: Option<String>,
}

/// What is missing.
#[derive(Clone, PartialEq, Debug)]
pub enum Kurang {
    /// A source's table.
    Sumber(String),
    /// The `tetapan` of a measure without formula: a figure from outside.
    Tetapan(String),
}

impl Finding for TahunTidakAda {
    const KODE: &'static str = "tahun-tidak-ada";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Berkas, Tempat::Lembar];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakTerbaca);

    fn tempel(&self, _at: &At, _sumber: Option<&str>) -> Vec<Tempel> {
        let is_ukuran = |nama: &&String| nama.starts_with(|c: char| c.is_alphabetic());
        let line = |nama: &String| Tempel {
            bagian: format!("[ukuran.{nama}]"),
            baris: vec![format!("tetapan = {{ {} = \"…\" }}", self.tahun), "asal = \"…\"".to_owned()],
        };
        let sumber = match &self.apa {
            Kurang::Tetapan(ukuran) => return vec![line(ukuran)],
            Kurang::Sumber(sumber) => sumber,
        };
        let own = self.mirip.as_ref().map(|mirip| mirip.replace(&self.tahun.to_string(), "{tahun}"));
        let berkas = Tempel::of_source(Some(sumber), "berkas", own.as_deref());
        berkas.into_iter().chain(self.untuk.iter().filter(is_ukuran).map(line)).collect()
    }
}

impl WordsId for TahunTidakAda {
    const MANUAL: Manual = Manual {
        arti: "Data untuk tahun yang diperlukan angka tahun laporan tidak ada, dan `tetapan` juga tidak.",
        contoh: "pertumbuhan tahun 2021 memerlukan volume usaha tahun 2020, tetapi hanya berkas 2021 yang ada.",
        mengapa: "pertumbuhan tanpa tahun pembanding tidak dapat dihitung.",
        perbaikan: "Tambahkan berkas tahun itu, atau isi `tetapan` beserta `asal`; angka dari luar (nilai SAKIP) diisi tiap tahun.",
    };

    fn pesan(&self) -> String {
        match self {
            Self { apa: Kurang::Tetapan(ukuran), tahun, untuk, .. } => {
                let untuk = if untuk.is_empty() { String::new() } else { format!(", padahal diperlukan oleh {}", daftar(untuk)) };
                format!("Angka {} untuk tahun {tahun} belum diisi pada `tetapan`{untuk}.", kutip(ukuran))
            }
            Self { apa: Kurang::Sumber(sumber), tahun, untuk, kosong: true, .. } => format!(
                "Berkas ini ada, tetapi belum berisi baris data, sehingga data {} untuk tahun {tahun} tidak ada{}.",
                kutip(sumber),
                if untuk.is_empty() { String::new() } else { format!(", padahal diperlukan oleh {}", daftar(untuk)) }
            ),
            Self { apa: Kurang::Sumber(sumber), tahun, untuk, .. } if untuk.is_empty() => {
                format!("Data {} untuk tahun {tahun} tidak ada.", kutip(sumber))
            }
            Self { apa: Kurang::Sumber(sumber), tahun, untuk, .. } => {
                format!("Data {} untuk tahun {tahun} tidak ada, padahal diperlukan oleh {}.", kutip(sumber), daftar(untuk))
            }
        }
    }

    fn saran(&self) -> String {
        let Self { tahun, untuk, .. } = self;
        if let Kurang::Tetapan(ukuran) = &self.apa {
            return format!(
                "Isi `tetapan = {{ {tahun} = … }}` pada `[ukuran.{}]` beserta `asal` angkanya; pakai `--draf` selama angkanya belum terbit.",
                bersih(ukuran)
            );
        }
        let apa = match self {
            Self { mirip: Some(mirip), .. } => {
                format!("Isilah di bawah judul kolomnya; bila datanya di {}, sebut berkas itu pada `berkas`", kutip(mirip))
            }
            Self { kosong: true, .. } => "Isilah di bawah judul kolomnya".to_owned(),
            _ => format!("Tambahkan berkas tahun {tahun}"),
        };
        format!("{apa}, atau isi `tetapan = {{ {tahun} = … }}` beserta `asal` pada {}.", bagian_ukuran(untuk))
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                TahunTidakAda {
                    apa: Kurang::Tetapan("sakip".into()),
                    tahun: Year(2021),
                    untuk: vec!["2.6".into()],
                    kosong: false,
                    mirip: None,
                },
                "Angka `sakip` untuk tahun 2021 belum diisi pada `tetapan`, padahal diperlukan oleh `2.6`.",
                "Isi `tetapan = { 2021 = … }` pada `[ukuran.sakip]` beserta `asal` angkanya; pakai `--draf` selama angkanya belum terbit.",
            ),
            Said::new(
                TahunTidakAda {
                    apa: Kurang::Sumber("keragaan".into()),
                    tahun: Year(2020),
                    untuk: vec!["volume_usaha".into()],
                    kosong: false,
                    mirip: None,
                },
                "Data `keragaan` untuk tahun 2020 tidak ada, padahal diperlukan oleh `volume_usaha`.",
                "Tambahkan berkas tahun 2020, atau isi `tetapan = { 2020 = … }` beserta `asal` pada `[ukuran.volume_usaha]`.",
            ),
            Said::new(
                TahunTidakAda {
                    apa: Kurang::Sumber("umkm".into()),
                    tahun: Year(2020),
                    untuk: vec!["usaha_berkembang".into()],
                    kosong: true,
                    mirip: None,
                },
                "Berkas ini ada, tetapi belum berisi baris data, sehingga data `umkm` untuk tahun 2020 tidak ada, padahal diperlukan oleh `usaha_berkembang`.",
                "Isilah di bawah judul kolomnya, atau isi `tetapan = { 2020 = … }` beserta `asal` pada `[ukuran.usaha_berkembang]`.",
            ),
            Said::new(
                TahunTidakAda {
                    apa: Kurang::Sumber("umkm".into()),
                    tahun: Year(2020),
                    untuk: vec!["usaha_berkembang".into()],
                    kosong: true,
                    mirip: Some("data/UMKM Kota 2020.xlsx".into()),
                },
                "Berkas ini ada, tetapi belum berisi baris data, sehingga data `umkm` untuk tahun 2020 tidak ada, padahal diperlukan oleh `usaha_berkembang`.",
                "Isilah di bawah judul kolomnya; bila datanya di `data/UMKM Kota 2020.xlsx`, sebut berkas itu pada `berkas`, atau isi `tetapan = { 2020 = … }` beserta `asal` pada `[ukuran.usaha_berkembang]`.",
            ),
        ]
    }
}

/// The sections of the measures among those that need a figure; an indicator is named by its number.
fn bagian_ukuran(untuk: &[String]) -> String {
    let is_ukuran = |nama: &&String| nama.starts_with(|c: char| c.is_alphabetic());
    let bagian: Vec<String> = untuk.iter().filter(is_ukuran).take(3).map(|nama| format!("`[ukuran.{}]`", bersih(nama))).collect();
    if bagian.is_empty() { "`[ukuran]`".to_owned() } else { deret(&bagian) }
}
