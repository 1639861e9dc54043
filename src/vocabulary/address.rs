//! Places: a cell, a column or a row of a sheet of a file.

use std::fmt;
use std::sync::Arc;

/// A cell's place on its sheet, both numbers counted from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAddress {
    pub row: u32,
    pub column: u32,
}

impl CellAddress {
    /// Excel's own limits: 1 048 576 rows, 16 384 columns.
    pub const MAX_ROWS: u32 = 1_048_576;
    pub const MAX_COLUMNS: u32 = 16_384;

    pub const fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }

    /// Reads `F12` (or `f12`, `$F$12`); `None` for anything else and for
    /// addresses outside Excel's limits.
    ///
    /// ```
    /// use iku::vocabulary::CellAddress;
    /// assert_eq!(CellAddress::parse("F12"), Some(CellAddress::new(11, 5)));
    /// assert_eq!(CellAddress::parse("XFE1"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let rest = text.strip_prefix('$').unwrap_or(text);
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let column = Self::parse_column(&rest[..letters])?;
        let digits = &rest[letters..];
        let digits = digits.strip_prefix('$').unwrap_or(digits);
        if digits.is_empty() || digits.len() > 7 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let row: u32 = digits.parse().ok()?;
        (1..=Self::MAX_ROWS).contains(&row).then(|| Self::new(row - 1, column))
    }

    /// The column number (from 0) that letters name: `A` is 0, `XFD` 16383.
    pub fn parse_column(letters: &str) -> Option<u32> {
        if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
        let number = letters.bytes().fold(0u32, |sum, byte| sum * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1);
        (number <= Self::MAX_COLUMNS).then(|| number - 1)
    }

    /// The letters of a column counted from 0: 0 is `A`, 26 is `AA`.
    pub fn column_letters(column: u32) -> String {
        let mut rest = column + 1;
        let mut letters = Vec::new();
        while rest > 0 {
            let digit = (rest - 1) % 26;
            letters.push(char::from(b'A' + digit as u8));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().collect()
    }
}

impl fmt::Display for CellAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Made without a text of its own: there are millions of addresses. A u32 has at most 7 such letters, 10 digits.
        let mut text = [0u8; 17];
        let mut at = text.len();
        let mut put = |byte: u8| {
            at -= 1;
            text[at] = byte;
        };
        let mut row = u64::from(self.row) + 1;
        while row > 0 {
            put(b'0' + (row % 10) as u8);
            row /= 10;
        }
        let mut column = u64::from(self.column) + 1;
        while column > 0 {
            put(b'A' + ((column - 1) % 26) as u8);
            column = (column - 1) / 26;
        }
        f.write_str(std::str::from_utf8(&text[at..]).unwrap_or_default())
    }
}

impl fmt::Debug for CellAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What of a sheet is meant: one cell (`F12`), a whole column (`F`) or a whole row (`12`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Sel {
    Cell(CellAddress),
    Column(u32),
    Row(u32),
}

impl From<CellAddress> for Sel {
    fn from(address: CellAddress) -> Self {
        Sel::Cell(address)
    }
}

impl fmt::Display for Sel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Sel::Cell(address) => address.fmt(f),
            Sel::Column(column) => f.write_str(&CellAddress::column_letters(*column)),
            Sel::Row(row) => write!(f, "{}", row + 1),
        }
    }
}

/// A place in the office's files: the file as the profile names it (relative to
/// the folder, with `/`), the sheet (none in a CSV), and what of the sheet.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct At {
    pub berkas: Arc<str>,
    pub lembar: Option<Arc<str>>,
    pub sel: Option<Sel>,
}

impl At {
    /// The file as a whole.
    pub fn file(berkas: impl Into<Arc<str>>) -> Self {
        Self { berkas: berkas.into(), lembar: None, sel: None }
    }

    /// A sheet (or a CSV, with `lembar` none) as a whole.
    pub fn sheet(berkas: impl Into<Arc<str>>, lembar: Option<Arc<str>>) -> Self {
        Self { berkas: berkas.into(), lembar, sel: None }
    }

    /// The same sheet, narrowed to a cell, column or row.
    #[must_use]
    pub fn with(&self, sel: impl Into<Sel>) -> Self {
        Self { sel: Some(sel.into()), ..self.clone() }
    }
}

impl fmt::Display for At {
    /// `data/Data UMKM 2021.xlsx!Sheet1!F12`, as `[[terima]]` writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.berkas)?;
        if let Some(lembar) = &self.lembar {
            write!(f, "!{lembar}")?;
        }
        if let Some(sel) = &self.sel {
            write!(f, "!{sel}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_letters_and_back() {
        for column in [0, 1, 25, 26, 51, 52, 701, 702, 16_383] {
            let letters = CellAddress::column_letters(column);
            assert_eq!(CellAddress::parse_column(&letters), Some(column), "{letters}");
        }
        assert_eq!(CellAddress::column_letters(16_383), "XFD");
        assert_eq!(CellAddress::parse_column("XFE"), None);
    }

    #[test]
    fn addresses_outside_excel_are_none() {
        for bad in ["A0", "A1048577", "A4000000000", "ZZZZZZZZZZ1", "1A", "", "A", "A-1", "A1B"] {
            assert_eq!(CellAddress::parse(bad), None, "{bad}");
        }
        assert_eq!(CellAddress::parse("$C$7"), Some(CellAddress::new(6, 2)));
    }
}
