//! How the formulas of a workbook hang together: the names they use, the cells that
//! share one, and whether the program that wrote it reckons by itself.

use super::sheet::Merge;
use crate::vocabulary::CellAddress;
use std::sync::Arc;

/// What holds for all formulas of a workbook.
#[derive(Clone, Default, Debug)]
pub struct Calculation {
    /// Results are reckoned when somebody asks for it, not when a cell changes.
    pub manual: bool,
    /// Results are rounded to what is shown: nobody can say them from the operands alone.
    pub as_shown: bool,
    /// In the file's order.
    pub names: Vec<DefinedName>,
}

/// A name that formulas may use for a range or another formula.
#[derive(Clone, Debug)]
pub struct DefinedName {
    pub name: String,
    /// The sheet it is known on; none where it is known on all.
    pub sheet: Option<String>,
    /// What it stands for, as a formula without its `=`.
    pub text: String,
}

/// A formula that is written in one cell, and that the cells of a region may share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SharedFormula {
    pub at: CellAddress,
    pub region: Merge,
}

impl SharedFormula {
    /// Of the attributes of an `<f>` and the cell that it stands in; none for any other formula.
    pub(super) fn of<'a>(at: CellAddress, attributes: impl Iterator<Item = (&'a [u8], &'a [u8])>) -> Option<Self> {
        let (mut is_shared, mut region) = (false, None);
        for (name, value) in attributes {
            match name {
                b"t" => is_shared = value == b"shared",
                b"ref" => region = std::str::from_utf8(value).ok(),
                _ => {}
            }
        }
        let region = region.filter(|_| is_shared)?;
        let (first, last) = region.split_once(':').unwrap_or((region, region));
        let (first, last) = (CellAddress::parse(first)?, CellAddress::parse(last)?);
        Some(Self { at, region: Merge { first, last } })
    }
}

/// A workbook's sheets, and how they are reckoned.
pub(super) struct Contents {
    pub sheets: Vec<super::sheet::Sheet>,
    pub calculation: Arc<Calculation>,
}

impl Contents {
    /// Of a format that does not say how it is reckoned.
    pub fn plain(sheets: Vec<super::sheet::Sheet>) -> Self {
        Self { sheets, calculation: Arc::default() }
    }
}
