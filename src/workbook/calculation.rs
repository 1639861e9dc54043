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
    /// The writer left all results to whoever opens the file.
    pub on_opening: bool,
    /// In the file's order.
    pub names: Vec<DefinedName>,
    /// The tables of all sheets that formulas name columns of; only .xlsx is looked at for them.
    pub tables: Vec<DeclaredTable>,
    /// The names of the files that formulas take values from: `[1]` is the first.
    pub links: Vec<String>,
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

/// A table that a workbook declares: formulas name its columns (`Tabel1[Simpan]`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeclaredTable {
    pub name: String,
    /// The sheet that it stands on.
    pub sheet: String,
    /// All of it, rows of headings and totals included.
    pub region: Merge,
    pub heading_rows: u32,
    pub total_rows: u32,
    /// From its first column on.
    pub columns: Vec<String>,
}

impl DeclaredTable {
    /// Its totals rows, where it has some.
    pub fn totals(&self) -> Option<Merge> {
        let (first, last) = (self.region.first, self.region.last);
        let from = (last.row + 1).checked_sub(self.total_rows).filter(|from| *from > first.row && *from <= last.row)?;
        Some(Merge { first: CellAddress::new(from, first.column), last })
    }
}

/// What the cells of a region have of a formula that is written in its first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sharing {
    /// The formula, moved to where each of them stands.
    Moved,
    /// Each its part of the one result.
    Array,
    /// Each the result for another operand: a data table, whose formula the file does not give.
    DataTable,
}

/// A formula that is written in one cell, and that the cells of a region may share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SharedFormula {
    pub at: CellAddress,
    pub region: Merge,
    pub sharing: Sharing,
}

impl SharedFormula {
    /// Of the attributes of an `<f>` and the cell that it stands in; none for any other formula.
    pub(super) fn of<'a>(at: CellAddress, attributes: impl Iterator<Item = (&'a [u8], &'a [u8])>) -> Option<Self> {
        let (mut sharing, mut region) = (None, None);
        for (name, value) in attributes {
            match (name, value) {
                (b"t", b"shared") => sharing = Some(Sharing::Moved),
                (b"t", b"array") => sharing = Some(Sharing::Array),
                (b"t", b"dataTable") => sharing = Some(Sharing::DataTable),
                (b"ref", value) => region = std::str::from_utf8(value).ok(),
                _ => {}
            }
        }
        let (sharing, region) = (sharing?, region?);
        let (first, last) = region.split_once(':').unwrap_or((region, region));
        let (first, last) = (CellAddress::parse(first)?, CellAddress::parse(last)?);
        Some(Self { at, region: Merge { first, last }, sharing })
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

/// The last part of a path or an address (`file:///C:\\Data%20lama.xlsx`), as people write it.
pub(crate) fn linked_file_name(target: &str) -> String {
    let last = target.rsplit(['/', '\\']).next().unwrap_or_default();
    let mut bytes = Vec::with_capacity(last.len());
    let mut rest = last.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        let hex =
            behind.get(..2).filter(|_| byte == b'%').and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(hex.unwrap_or(byte));
        rest = if hex.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_by_its_own_name() {
        for (target, name) in [
            ("Data%20lama.xlsx", "Data lama.xlsx"),
            ("file:///C:\\Users\\budi\\Data.xlsx", "Data.xlsx"),
            ("/data/100%.xlsx", "100%.xlsx"),
        ] {
            assert_eq!(linked_file_name(target), name);
        }
    }
}
