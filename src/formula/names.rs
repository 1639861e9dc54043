//! The names a formula may use.

use super::Formula;
use crate::dataset::Jenis;
use std::collections::BTreeMap;

/// All names that a profile gives its formulas.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub sumber: BTreeMap<String, SumberNames>,
    /// Every measure, with its parsed formula if it has one (and it parses).
    pub ukuran: BTreeMap<String, Option<Formula>>,
}

/// What formulas may know of a source.
#[derive(Clone, Debug, Default)]
pub struct SumberNames {
    /// The fields of its dictionary and of `[sumber.….kolom]`.
    pub isian: BTreeMap<String, Jenis>,
    /// What one row is: "koperasi", "kecamatan" …; None where it is not known yet.
    pub butir: Option<String>,
    /// The dictionary's own noun ("koperasi" for keragaan, "usaha" for umkm);
    /// None for a source without dictionary, whose rows are their own entity.
    pub entitas: Option<String>,
    /// Whether the source has `kunci`, without which years cannot be joined.
    pub berkunci: bool,
}

/// What a formula is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role<'a> {
    /// `[ukuran.NAMA]`.
    Measure(&'a str),
    Indicator,
}
