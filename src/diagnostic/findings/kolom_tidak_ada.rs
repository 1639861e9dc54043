//! A column that a figure needs is not there.

use crate::diagnostic::Tempel;
#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Sebab, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::quoted;
use crate::diagnostic::words_id::{bersih, daftar, kutip, tempat};
use crate::vocabulary::{At, Sel};

/// A known column whose meaning is near that of the field sought: `omset_bulanan` beside `omset`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dekat {
    pub isian: String,
    pub sel: Sel,
    pub judul: String,
}

/// `sumber` is its id in the profile; `dekat` a column of near meaning that was known.
#[derive(Clone, PartialEq, Debug)]
pub struct KolomTidakAda {
    pub sumber: String,
    pub dekat: Option<Box<Dekat>>,
    pub isian: String,
    pub judul_ada: Vec<String>,
}

/// Fields whose values are no money.
const COUNTS: &[&str] = &["anggota", "karyawan", "tenaga", "manajer", "jumlah"];

/// Words of parts of a year.
const TIMES: &[&str] = &[
    "i",
    "ii",
    "iii",
    "iv",
    "tw",
    "triwulan",
    "smt",
    "semester",
    "bulan",
    "target",
    "rencana",
    "januari",
    "jan",
    "februari",
    "feb",
    "maret",
    "mar",
    "april",
    "apr",
    "mei",
    "juni",
    "jun",
    "juli",
    "jul",
    "agustus",
    "agt",
    "september",
    "sep",
    "oktober",
    "okt",
    "november",
    "nov",
    "desember",
    "des",
];

impl KolomTidakAda {
    /// Whether a heading shares a word with the field.
    fn is_like(&self, judul: &str) -> bool {
        let judul = judul.to_lowercase();
        self.isian.split('_').any(|word| word.len() >= 4 && judul.contains(word))
    }

    /// The columns of one parent that is the field, no one of which is all of it: `Volume Usaha / Simpan Pinjam`, `… / Toko`.
    /// Each with a name for a field of its own.
    fn parts(&self) -> Vec<(String, &str)> {
        let parted = |judul: &str| judul.rsplit_once(" / ").map(|(parent, leaf)| (parent.to_owned(), leaf.to_owned()));
        let parents: Vec<String> = self.judul_ada.iter().filter_map(|judul| Some(parted(judul)?.0)).collect();
        let is_group = |parent: &&String| self.is_like(parent) && parents.iter().filter(|other| other == parent).count() > 1;
        let Some(parent) = parents.iter().find(is_group) else { return Vec::new() };
        let name = |leaf: &str| {
            let words = leaf.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
            std::iter::once(self.isian.clone()).chain(words.map(str::to_ascii_lowercase)).collect::<Vec<_>>().join("_")
        };
        // Quarters may each hold all before them: no sum is offered of those.
        let is_time = |judul: &String| {
            let leaf = parted(judul).filter(|(own, _)| own == parent).map(|(_, leaf)| leaf.to_lowercase());
            leaf.is_some_and(|leaf| {
                let mut words = leaf.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
                leaf.bytes().any(|byte| byte.is_ascii_digit()) || words.any(|word| TIMES.contains(&word))
            })
        };
        if self.judul_ada.iter().any(is_time) {
            return Vec::new();
        }
        let part = |judul: &'_ str| parted(judul).filter(|(own, _)| own == parent).map(|(_, leaf)| name(&leaf));
        self.judul_ada.iter().filter_map(|judul| Some((part(judul)?, judul.as_str()))).collect()
    }
}

impl Finding for KolomTidakAda {
    const KODE: &'static str = "kolom-tidak-ada";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Lembar];
    const TERIMA: Terima = Terima::Tidak(Sebab::TidakTerbaca);

    fn tempel(&self, _at: &At, sumber: Option<&str>) -> Vec<Tempel> {
        // Another amount's column is no way out.
        if self.dekat.is_some() {
            return Vec::new();
        }
        let sumber = sumber.or(Some(self.sumber.as_str()));
        let parts = self.parts();
        if let (Some(sumber), false) = (sumber, parts.is_empty()) {
            let jenis = if COUNTS.iter().any(|count| self.isian.contains(count)) { "angka" } else { "uang" };
            let line = |(name, judul): &(String, &str)| format!("{name} = {{ judul = {}, jenis = \"{jenis}\" }}", quoted(judul));
            return vec![Tempel { bagian: format!("[sumber.{sumber}.kolom]"), baris: parts.iter().map(line).collect() }];
        }
        // A heading that shares no word with the field is no guess to paste.
        let like = self.judul_ada.iter().map(String::as_str).filter(|judul| self.is_like(judul));
        Tempel::of_column(sumber, &self.isian, like.take(3))
    }
}

impl WordsId for KolomTidakAda {
    const MANUAL: Manual = Manual {
        arti: "Kolom yang diperlukan sebuah angka laporan tidak ditemukan.",
        contoh: "rumus memakai `volume_usaha`, tetapi judul kolomnya `V.U. Kop`, yang tidak dikenal.",
        mengapa: "tanpa kolom itu angkanya tidak dapat dihitung.",
        perbaikan: "Tambahkan kolomnya, atau sebutkan judulnya pada `[sumber.….kolom]`.",
    };

    fn pesan(&self) -> String {
        match self {
            Self { isian, dekat: Some(dekat), .. } => format!(
                "Kolom untuk {} tidak ditemukan; {} ({}) dikenal sebagai {}.",
                kutip(isian),
                tempat(dekat.sel),
                kutip(&dekat.judul),
                kutip(&dekat.isian)
            ),
            Self { isian, judul_ada, .. } if judul_ada.is_empty() => {
                format!("Kolom untuk {} tidak ditemukan.", kutip(isian))
            }
            Self { isian, judul_ada, .. } => {
                format!("Kolom untuk {} tidak ditemukan; judul yang ada: {}.", kutip(isian), daftar(judul_ada))
            }
        }
    }

    fn saran(&self) -> String {
        match self {
            Self { isian, dekat: Some(dekat), .. } => {
                let beda = if dekat.isian.ends_with("_bulanan") {
                    "angka sebulan bukan angka setahun"
                } else {
                    "keduanya tidak sama artinya"
                };
                format!(
                    "Hati-hati, {beda}: tambahkan kolom {}, atau tulis {} dalam rumus bila memang itu yang dimaksud.",
                    kutip(isian),
                    kutip(&dekat.isian)
                )
            }
            Self { sumber, isian, .. } if !self.parts().is_empty() => {
                let terms = self.parts().into_iter().map(|(name, _)| format!("SUM({}.{name})", bersih(sumber)));
                format!(
                    "Nilai {} terbagi pada beberapa kolom: tambahkan kolom `Jumlah`, atau beri tiap kolom isian sendiri pada `[sumber.{}.kolom]` di iku.toml dan jumlahkan dalam rumusnya, misalnya `{}`.",
                    kutip(isian),
                    bersih(sumber),
                    terms.collect::<Vec<_>>().join(" + ")
                )
            }
            Self { sumber, isian, .. } => {
                format!(
                    "Tambahkan kolomnya, atau sebutkan judulnya pada `[sumber.{}.kolom]` di iku.toml, misalnya `{} = \"Judul Kolom\"`.",
                    bersih(sumber),
                    bersih(isian)
                )
            }
        }
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                KolomTidakAda {
                    sumber: "keragaan".into(),
                    dekat: None,
                    isian: "volume_usaha".into(),
                    judul_ada: vec!["Nama".into(), "V.U.".into()],
                },
                "Kolom untuk `volume_usaha` tidak ditemukan; judul yang ada: `Nama` dan `V.U.`.",
                "Tambahkan kolomnya, atau sebutkan judulnya pada `[sumber.keragaan.kolom]` di iku.toml, misalnya `volume_usaha = \"Judul Kolom\"`.",
            ),
            Said::new(
                KolomTidakAda {
                    sumber: "keragaan".into(),
                    dekat: None,
                    isian: "volume_usaha".into(),
                    judul_ada: vec!["Volume Usaha / Simpan Pinjam".into(), "Volume Usaha / Toko".into()],
                },
                "Kolom untuk `volume_usaha` tidak ditemukan; judul yang ada: `Volume Usaha / Simpan Pinjam` dan `Volume Usaha / Toko`.",
                "Nilai `volume_usaha` terbagi pada beberapa kolom: tambahkan kolom `Jumlah`, atau beri tiap kolom isian sendiri pada `[sumber.keragaan.kolom]` di iku.toml dan jumlahkan dalam rumusnya, misalnya `SUM(keragaan.volume_usaha_simpan_pinjam) + SUM(keragaan.volume_usaha_toko)`.",
            ),
            Said::new(
                KolomTidakAda {
                    sumber: "umkm".into(),
                    dekat: Some(Box::new(Dekat {
                        isian: "omset_bulanan".into(),
                        sel: Sel::Column(8),
                        judul: "OMSET / BLN".into(),
                    })),
                    isian: "omset".into(),
                    judul_ada: vec!["Nama".into(), "OMSET / BLN".into()],
                },
                "Kolom untuk `omset` tidak ditemukan; kolom I (`OMSET / BLN`) dikenal sebagai `omset_bulanan`.",
                "Hati-hati, angka sebulan bukan angka setahun: tambahkan kolom `omset`, atau tulis `omset_bulanan` dalam rumus bila memang itu yang dimaksud.",
            ),
            Said::new(
                KolomTidakAda {
                    sumber: "keragaan".into(),
                    dekat: Some(Box::new(Dekat {
                        isian: "shu_lalu".into(),
                        sel: Sel::Column(8),
                        judul: "SHU Tahun Lalu".into(),
                    })),
                    isian: "shu".into(),
                    judul_ada: vec!["Nama".into()],
                },
                "Kolom untuk `shu` tidak ditemukan; kolom I (`SHU Tahun Lalu`) dikenal sebagai `shu_lalu`.",
                "Hati-hati, keduanya tidak sama artinya: tambahkan kolom `shu`, atau tulis `shu_lalu` dalam rumus bila memang itu yang dimaksud.",
            ),
        ]
    }
}
