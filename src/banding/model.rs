//! What a comparison finds.

use serde::Serialize;

/// All that differs between two states of an office.
#[derive(Clone, PartialEq, Serialize, Debug, Default)]
pub struct Banding {
    /// Rows added, removed, and cells changed, source by source, year by year.
    pub data: Vec<Perubahan>,
    /// The reading decisions that came out otherwise.
    pub bacaan: Vec<Perubahan>,
    /// Keys of `iku.toml` that differ.
    pub profil: Vec<String>,
    /// The figures that moved.
    pub angka: Vec<Angka>,
    /// What else of the report differs, in words: findings that one state alone has, places of cells.
    pub lain: Vec<String>,
}

impl Banding {
    pub fn is_empty(&self) -> bool {
        self.data.is_empty() && self.bacaan.is_empty() && self.profil.is_empty() && self.angka.is_empty() && self.lain.is_empty()
    }
}

/// What happened to a row or a cell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Ragam {
    Berubah,
    Ditambah,
    Dihapus,
}

/// A row added or removed, or a cell changed.
#[derive(Clone, PartialEq, Serialize, Debug)]
pub struct Perubahan {
    pub ragam: Ragam,
    pub sumber: String,
    pub tahun: i32,
    /// The row's own name; personal data masked.
    pub nama: String,
    /// What a reading decision is about: `kolom`, `satuan`, `periode` …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tentang: Option<&'static str>,
    /// The field; absent of a whole row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isian: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub semula: Option<Nilai>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub menjadi: Option<Nilai>,
}

/// A value as it is shown, and its place.
#[derive(Clone, PartialEq, Serialize, Debug)]
pub struct Nilai {
    pub nilai: String,
    /// `data/….xlsx!Rekap!S9`.
    pub sel: String,
}

/// A figure that moved.
#[derive(Clone, PartialEq, Serialize, Debug)]
pub struct Angka {
    /// `1.1`, or a measure's name.
    pub id: String,
    pub nama: String,
    pub tahun: i32,
    /// `ukuran`, `realisasi`, `target`, `capaian`, `predikat`.
    pub tentang: &'static str,
    /// As shown.
    pub semula: Option<String>,
    pub menjadi: Option<String>,
    /// The difference of two numbers, 28 significant digits where it does not end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selisih: Option<String>,
    /// The same with a sign, as people read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selisih_tampil: Option<String>,
    /// What moved it, in the order in which the changes were put in one after
    /// another; before any rounding they add up to the difference.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kontribusi: Vec<Kontribusi>,
}

/// How much one change, or a group of changes, moved a figure.
#[derive(Clone, PartialEq, Serialize, Debug)]
pub struct Kontribusi {
    /// In words: the row and its field, or the group.
    pub perubahan: String,
    /// The cell as it is now, or where it was; absent of a group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sel: Option<String>,
    pub nilai: String,
    /// The same with a sign, as people read it.
    pub tampil: String,
}
