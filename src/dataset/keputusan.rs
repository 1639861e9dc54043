//! A reading decision as the record, `lihat` and `jelaskan` show it.

use crate::table::{Evidence, Ground, Strength};
use crate::vocabulary::Year;
use std::sync::Arc;

/// What a decision is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tentang {
    Berkas,
    Lembar,
    Judul,
    Kolom,
    Baris,
    Tahun,
    Periode,
    Satuan,
    Konvensi,
    Tanda,
    Entitas,
    Arti,
}

impl Tentang {
    /// As the record names it.
    pub fn text(self) -> &'static str {
        match self {
            Tentang::Berkas => "berkas",
            Tentang::Lembar => "lembar",
            Tentang::Judul => "judul",
            Tentang::Kolom => "kolom",
            Tentang::Baris => "baris",
            Tentang::Tahun => "tahun",
            Tentang::Periode => "periode",
            Tentang::Satuan => "satuan",
            Tentang::Konvensi => "konvensi",
            Tentang::Tanda => "tanda",
            Tentang::Entitas => "entitas",
            Tentang::Arti => "arti",
        }
    }
}

/// One decision.
#[derive(Clone, PartialEq, Debug)]
pub struct Keputusan {
    pub tentang: Tentang,
    /// The field it is about, where it is one field's.
    pub isian: Option<Arc<str>>,
    /// What was decided: a column's letters, a year, a factor, row ranges from 1.
    pub nilai: String,
    pub karena: Vec<Karena>,
    /// What is written there and does not hold, where a key of the profile settles it against what cells say.
    pub mengalahkan: Option<Vec<Karena>>,
}

impl Keputusan {
    /// A decision that is set against nothing.
    pub fn new(tentang: Tentang, isian: Option<Arc<str>>, nilai: String, karena: Vec<Karena>) -> Self {
        Self { tentang, isian, nilai, karena, mengalahkan: None }
    }

    /// The key of the profile that settles it, with what it says.
    pub fn kunci(&self) -> Option<(&str, &str)> {
        self.karena.iter().find_map(|karena| match &karena.tempat {
            Ground::Key(key) => Some((key.as_str(), karena.teks.as_str())),
            _ => None,
        })
    }
}

/// What says so.
#[derive(Clone, PartialEq, Debug)]
pub struct Karena {
    pub tempat: Ground,
    pub teks: String,
    pub kekuatan: Strength,
}

impl<T> From<&Evidence<T>> for Karena {
    fn from(evidence: &Evidence<T>) -> Self {
        Self { tempat: evidence.ground.clone(), teks: evidence.text.clone(), kekuatan: evidence.strength }
    }
}

/// How a sheet of a file was read for a year of a source.
#[derive(Clone, PartialEq, Debug)]
pub struct Bacaan {
    pub sumber: String,
    pub tahun: Year,
    pub berkas: Arc<str>,
    pub lembar: Option<Arc<str>>,
    pub keputusan: Vec<Keputusan>,
}
