//! What a finding is: its facts say what was found, its words say it to the office.

use super::Tempel;
use crate::vocabulary::At;
use std::fmt::Debug;

/// How grave a finding is. `Galat` forbids the report.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Tingkat {
    Galat,
    Peringatan,
    Catatan,
}

impl Tingkat {
    /// `galat`, `peringatan` or `catatan`.
    pub fn text(self) -> &'static str {
        match self {
            Tingkat::Galat => "galat",
            Tingkat::Peringatan => "peringatan",
            Tingkat::Catatan => "catatan",
        }
    }
}

/// The kind of place that a finding is told at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Tempat {
    Berkas,
    Lembar,
    Kolom,
    Baris,
    Sel,
}

/// What `[[terima]]` does with a finding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Terima {
    /// Nothing: it cannot be accepted.
    Tidak(Sebab),
    /// Nothing: a note forbids nothing.
    TidakPerlu,
    /// The cell counts as `nilai`, or as missing without one.
    Nilai,
    /// What stands there counts as it is, or `nilai` instead.
    Tetap,
    /// The row is counted where `nilai` is `"data"`, and left out otherwise.
    Baris,
    /// The row is counted by the name that `nilai` gives it, and left out otherwise.
    Nama,
    /// The row counts and is compared with no other year, or by `nilai` as its key.
    Kunci,
    /// The figure stands as it is; the reason is printed beside it.
    Dicatat,
}

/// Why a finding cannot be accepted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Sebab {
    /// Nothing was read that could count or be left out.
    TidakTerbaca,
    /// It would still not be sure which of two to read.
    TidakPasti,
    /// It is itself about an acceptance.
    Penerimaan,
}

/// A kind of finding: a struct of facts (numbers, texts and places, no
/// sentences) with its code, and what holds for all of its kind.
pub trait Finding: Clone + PartialEq + Debug {
    /// As the record and the terminal show it.
    const KODE: &'static str;
    /// The level before any acceptance.
    const TINGKAT: Tingkat;
    /// The kinds of place that it is told at.
    const TEMPAT: &'static [Tempat];
    const TERIMA: Terima;

    /// The text that stands in the cell, as it is (not yet masked); of a column,
    /// a sheet or a file in a few words what an acceptance rests on.
    fn ditemukan(&self) -> Option<String> {
        None
    }

    /// How many cells it tells of: an acceptance of a column takes so many at most.
    fn jumlah_sel(&self) -> usize {
        1
    }

    /// Keys of the profile that would settle it, each by itself, where there are any.
    fn tempel(&self, _at: &At, _sumber: Option<&str>) -> Vec<Tempel> {
        Vec::new()
    }

    /// Hides the digits of what stands in the cell, which is personal data.
    fn mask(&mut self) {}
}

/// A kind of finding's Indonesian words. A second language stands beside them
/// as a trait of its own.
pub trait WordsId: Finding {
    const MANUAL: Manual;
    /// What then counts, where `[[terima]]` accepts it and `TERIMA` does not say it all.
    const PENERIMAAN: Option<&'static str> = None;

    /// What was found, one sentence with its facts.
    fn pesan(&self) -> String;

    /// What to do about it, one sentence.
    fn saran(&self) -> String;

    /// Examples with their words, to the letter. All of a kind's wordings are among them.
    #[cfg(test)]
    fn said() -> Vec<Said<Self>>;
}

/// A finding's page in the manual, each a sentence or a few.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Manual {
    pub arti: &'static str,
    pub contoh: &'static str,
    pub mengapa: &'static str,
    pub perbaikan: &'static str,
}

/// An example and its words.
#[cfg(test)]
pub struct Said<F> {
    pub fakta: F,
    pub pesan: &'static str,
    pub saran: &'static str,
}

#[cfg(test)]
impl<F> Said<F> {
    pub fn new(fakta: F, pesan: &'static str, saran: &'static str) -> Self {
        Self { fakta, pesan, saran }
    }
}
