//! The names a formula may use.

use super::Formula;
use crate::dataset::Jenis;
use crate::vocabulary::Slips;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// All names that a profile gives its formulas.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub sumber: BTreeMap<String, SumberNames>,
    /// Every measure, with its parsed formula if it has one (and it parses).
    pub ukuran: BTreeMap<String, Option<Formula>>,
    /// How many measures are written with the same letters, whatever their case; told
    /// when it is first asked for.
    pub folded: OnceLock<BTreeMap<String, usize>>,
    /// What all unknown names of all formulas may cost.
    pub slips: Slips,
}

impl Names {
    /// Whether another measure has this name but for its case.
    pub(super) fn has_twin(&self, name: &str) -> bool {
        self.alike(name) > usize::from(self.ukuran.contains_key(name))
    }

    /// Whether a measure has this name, whatever its case.
    pub(super) fn has_measure(&self, name: &str) -> bool {
        self.alike(name) > 0
    }

    fn alike(&self, name: &str) -> usize {
        let folded = self.folded.get_or_init(|| {
            let mut folded: BTreeMap<String, usize> = BTreeMap::new();
            for name in self.ukuran.keys() {
                *folded.entry(name.to_lowercase()).or_default() += 1;
            }
            folded
        });
        folded.get(&name.to_lowercase()).copied().unwrap_or_default()
    }
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
