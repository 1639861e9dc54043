//! A text of a condition that no cell of its column holds, or that cells nearly hold.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::{banyak, bersih, deret, kutip};
use crate::vocabulary::CellAddress;

#[derive(Clone, PartialEq, Debug)]
pub struct SyaratTidakBertemu {
    pub isian: String,
    /// The text of the condition, and how many cells hold it.
    pub teks: String,
    pub sama: usize,
    /// Values that nearly are the text, or all where none is; with their counts.
    pub nilai: Vec<(String, usize)>,
    /// Values that are not shown.
    pub lain: usize,
    /// The cell, where all that nearly is the text stands in one.
    pub sel: Option<CellAddress>,
    pub ukuran: Box<str>,
    pub sebab: SyaratSebab,
}

/// Why a condition or a count may not mean what its writer thinks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SyaratSebab {
    /// Cells hold the text nearly, or none holds it.
    Tulisan,
    /// No condition: each writing is counted as another value (COUNT_DISTINCT).
    Dibedakan,
    /// `nilai` are bearers with rows of other times, so many each, and none of this one.
    TanpaBaris,
    /// The column says nothing in any of the `lain` rows.
    Kosong,
}

impl Finding for SyaratTidakBertemu {
    const KODE: &'static str = "syarat-tidak-bertemu";
    const TINGKAT: Tingkat = Tingkat::Peringatan;
    const TEMPAT: &'static [Tempat] = &[Tempat::Kolom];
    const TERIMA: Terima = Terima::Dicatat;

    fn ditemukan(&self) -> Option<String> {
        Some(self.teks.clone())
    }
}

impl WordsId for SyaratTidakBertemu {
    const MANUAL: Manual = Manual {
        arti: "Teks pada syarat WHERE tidak ada di kolomnya, atau ada sel yang hampir sama dengannya tetapi tidak ikut terpilih, atau ada yang hanya punya baris triwulan lain; atau kolom yang ditanyakannya kosong di semua baris; atau isi yang hampir sama dihitung COUNT_DISTINCT sebagai isi yang berbeda.",
        contoh: "`WHERE skala_usaha = \"mikro\"`, sedangkan kolomnya juga berisi `Usaha Mikro`.",
        mengapa: "baris yang ditulis sedikit berbeda tidak terhitung, sehingga angka laporan terlalu kecil.",
        perbaikan: "Samakan tulisan di kolom itu, atau sebut semua tulisannya dengan IN (\"…\", \"…\") pada rumus.",
    };

    fn pesan(&self) -> String {
        let Self { isian, teks, sama, nilai, lain, sel, ukuran, sebab } = self;
        let mut values: Vec<String> = nilai.iter().map(|(text, count)| format!("{} ({})", kutip(text), banyak(*count))).collect();
        if *lain > 0 {
            values.push(format!("{} nilai lain", banyak(*lain)));
        }
        let values = deret(&values);
        if *sebab == SyaratSebab::TanpaBaris {
            return format!(
                "Syarat {} pada {} bertemu {} sel di kolom {}, tetapi yang berikut hanya punya baris lain, sehingga tidak ikut terhitung: {values}.",
                kutip(teks),
                kutip(ukuran),
                banyak(*sama),
                kutip(isian),
            );
        }
        let (isian, teks, ukuran) = (kutip(isian), kutip(teks), kutip(ukuran));
        if *sebab == SyaratSebab::Kosong {
            let baris = banyak(*lain);
            return format!(
                "Kolom {isian}, yang ditanyakan {ukuran}, kosong di semua {baris} barisnya: tidak ada yang dapat dinilai darinya."
            );
        }
        if *sebab == SyaratSebab::Dibedakan {
            return format!(
                "Isi {teks} ({}) di kolom {isian} hampir sama dengan {values}, tetapi {ukuran} menghitungnya sebagai isi yang berbeda.",
                banyak(*sama)
            );
        }
        if *sama == 0 && nilai.is_empty() {
            format!("Syarat {teks} pada {ukuran} tidak ada di kolom {isian}; kolom itu kosong.")
        } else if *sama == 0 {
            format!("Syarat {teks} pada {ukuran} tidak ada di kolom {isian}; yang ada: {values}.")
        } else {
            let di = sel.as_ref().map(|sel| format!(" di {sel}")).unwrap_or_default();
            format!(
                "Syarat {teks} pada {ukuran} bertemu {} sel di kolom {isian}, tetapi tidak mengenai yang hampir sama: {values}{di}.",
                banyak(*sama)
            )
        }
    }

    fn saran(&self) -> String {
        match self.sebab {
            SyaratSebab::Dibedakan => return "Samakan tulisan di kolom itu, agar yang sama terhitung satu.".to_owned(),
            SyaratSebab::TanpaBaris => {
                return "Lengkapi barisnya bila laporannya belum masuk; bila memang tidak ada, catat dengan `[[terima]]`."
                    .to_owned();
            }
            SyaratSebab::Kosong => {
                return "Isi kolom itu, misalnya `v` atau `-` di setiap baris (warna sel tidak dibaca sebagai isi); bila memang kosong, catat dengan `[[terima]]`."
                    .to_owned();
            }
            SyaratSebab::Tulisan => {}
        }
        let isian = bersih(&self.isian);
        format!("Samakan tulisan di kolom itu, atau sebut semua tulisannya pada rumus, misalnya `{isian} IN (\"…\", \"…\")`.")
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                SyaratTidakBertemu {
                    isian: "aktif".into(),
                    teks: "aktif".into(),
                    sama: 0,
                    nilai: Vec::new(),
                    lain: 16,
                    sel: None,
                    ukuran: "hidup".into(),
                    sebab: SyaratSebab::Kosong,
                },
                "Kolom `aktif`, yang ditanyakan `hidup`, kosong di semua 16 barisnya: tidak ada yang dapat dinilai darinya.",
                "Isi kolom itu, misalnya `v` atau `-` di setiap baris (warna sel tidak dibaca sebagai isi); bila memang kosong, catat dengan `[[terima]]`.",
            ),
            Said::new(
                SyaratTidakBertemu {
                    isian: "skala_usaha".into(),
                    teks: "mikro".into(),
                    sama: 4,
                    nilai: vec![("Usaha Mikro".into(), 1)],
                    lain: 0,
                    sel: Some(CellAddress::new(6, 6)),
                    ukuran: "mikro".into(),
                    sebab: SyaratSebab::Tulisan,
                },
                "Syarat `mikro` pada `mikro` bertemu 4 sel di kolom `skala_usaha`, tetapi tidak mengenai yang hampir sama: `Usaha Mikro` (1) di G7.",
                "Samakan tulisan di kolom itu, atau sebut semua tulisannya pada rumus, misalnya `skala_usaha IN (\"…\", \"…\")`.",
            ),
            Said::new(
                SyaratTidakBertemu {
                    isian: "kecamatan".into(),
                    teks: "Gading Rejo".into(),
                    sama: 0,
                    nilai: vec![("Gadingrejo".into(), 8)],
                    lain: 3,
                    sel: None,
                    ukuran: "gading".into(),
                    sebab: SyaratSebab::Tulisan,
                },
                "Syarat `Gading Rejo` pada `gading` tidak ada di kolom `kecamatan`; yang ada: `Gadingrejo` (8) dan 3 nilai lain.",
                "Samakan tulisan di kolom itu, atau sebut semua tulisannya pada rumus, misalnya `kecamatan IN (\"…\", \"…\")`.",
            ),
            Said::new(
                SyaratTidakBertemu {
                    isian: "kecamatan".into(),
                    teks: "Panggungrejo".into(),
                    sama: 0,
                    nilai: Vec::new(),
                    lain: 0,
                    sel: None,
                    ukuran: "p".into(),
                    sebab: SyaratSebab::Tulisan,
                },
                "Syarat `Panggungrejo` pada `p` tidak ada di kolom `kecamatan`; kolom itu kosong.",
                "Samakan tulisan di kolom itu, atau sebut semua tulisannya pada rumus, misalnya `kecamatan IN (\"…\", \"…\")`.",
            ),
            Said::new(
                SyaratTidakBertemu {
                    isian: "kecamatan".into(),
                    teks: "Gadingrejo".into(),
                    sama: 10,
                    nilai: vec![("Kec. Gadingrejo".into(), 2)],
                    lain: 0,
                    sel: None,
                    ukuran: "wilayah".into(),
                    sebab: SyaratSebab::Dibedakan,
                },
                "Isi `Gadingrejo` (10) di kolom `kecamatan` hampir sama dengan `Kec. Gadingrejo` (2), tetapi `wilayah` menghitungnya sebagai isi yang berbeda.",
                "Samakan tulisan di kolom itu, agar yang sama terhitung satu.",
            ),
            Said::new(
                SyaratTidakBertemu {
                    isian: "triwulan".into(),
                    teks: "IV".into(),
                    sama: 4,
                    nilai: vec![("Kelompok Mawar".into(), 3)],
                    lain: 0,
                    sel: None,
                    ukuran: "anggota".into(),
                    sebab: SyaratSebab::TanpaBaris,
                },
                "Syarat `IV` pada `anggota` bertemu 4 sel di kolom `triwulan`, tetapi yang berikut hanya punya baris lain, sehingga tidak ikut terhitung: `Kelompok Mawar` (3).",
                "Lengkapi barisnya bila laporannya belum masuk; bila memang tidak ada, catat dengan `[[terima]]`.",
            ),
        ]
    }
}
