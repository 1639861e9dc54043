//! Formulas that several cells share ([MS-XLS] 2.4.260): whether the cells of the workbook prove what they give.

use super::container::u16_at;
use crate::vocabulary::CellAddress;

/// The cells that share a formula.
pub(super) struct Region {
    rows: (u32, u32),
    columns: (u32, u32),
}

impl Region {
    pub fn of(record: &[u8]) -> Option<Self> {
        let (first, last) = (u16_at(record, 0)?, u16_at(record, 2)?);
        let (left, right) = (*record.get(4)?, *record.get(5)?);
        Some(Self { rows: (first.into(), last.into()), columns: (left.into(), right.into()) })
    }

    pub fn contains(&self, at: CellAddress) -> bool {
        (self.rows.0..=self.rows.1).contains(&at.row) && (self.columns.0..=self.columns.1).contains(&at.column)
    }
}

/// Whether a formula, a list of tokens ([MS-XLS] 2.5.198), gives something else each time it is worked out (`TODAY()`),
/// calls a function of an add-in (`RANDBETWEEN`), or refers to another sheet or file.
pub(super) fn is_untestable(tokens: &[u8]) -> bool {
    let mut rest = tokens;
    while let Some((token, data)) = rest.split_first() {
        // Tokens from 0x20 on come in three classes.
        let kind = if *token < 0x20 { *token } else { *token & 0x1F | 0x20 };
        let length = match kind {
            0x03..=0x16 => 0,
            // A text: its length, whether its letters take two bytes, the letters.
            0x17 => {
                let (Some(count), Some(wide)) = (data.first(), data.get(1)) else { return false };
                let letters = data.get(2..).unwrap_or_default();
                // `[1]Sheet1`: a reference to another file.
                if letters.first() == Some(&b'[') {
                    return true;
                }
                2 + usize::from(*count) * (1 + usize::from(wide & 1))
            }
            0x19 => {
                const VOLATILE: u8 = 0x01;
                const CHOOSE: u8 = 0x04;
                match data.first() {
                    Some(own) if own & VOLATILE != 0 => return true,
                    Some(own) if own & CHOOSE != 0 => 3 + 2 * (usize::from(u16_at(data, 1).unwrap_or_default()) + 1),
                    _ => 3,
                }
            }
            0x1C | 0x1D => 1,
            0x1E | 0x21 | 0x29 => 2,
            0x22 => 3,
            0x01 | 0x02 | 0x23 | 0x24 | 0x2A | 0x2C => 4,
            0x26..=0x28 => 6,
            0x20 => 7,
            0x1F | 0x25 | 0x2B | 0x2D => 8,
            // Names, cells and regions of another sheet or file.
            0x39..=0x3D => return true,
            _ => return false,
        };
        let Some(next) = data.get(length..) else { return false };
        rest = next;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_by_itself_or_leads_elsewhere_is_told() {
        // D2*1000, TEXT(D2*1000;"#.##0").
        assert!(!is_untestable(&[0x4C, 0, 0, 0xFF, 0xC0, 0x1E, 0xE8, 0x03, 0x05]));
        let text = [0x4C, 0, 0, 0xFF, 0xC0, 0x1E, 0xE8, 0x03, 0x05, 0x17, 5, 0, b'#', b'.', b'#', b'#', b'0', 0x41, 48, 0];
        assert!(!is_untestable(&text));
        // D2*TODAY(), RANDBETWEEN, a cell of another sheet, a text that names another file.
        assert!(is_untestable(&[0x19, 0x01, 0, 0, 0x4C, 0, 0, 0xFF, 0xC0, 0x41, 0xDD, 0, 0x05]));
        assert!(is_untestable(&[0x39, 0, 0, 1, 0, 0, 0, 0x1E, 1, 0, 0x1E, 9, 0, 0x42, 3, 0xFF, 0]));
        assert!(is_untestable(&[0x5A, 0, 0, 0, 0, 0, 0xC0]));
        assert!(is_untestable(&[0x4C, 0, 0, 0xFD, 0xC0, 0x29, 0x13, 0, 0x17, 2, 0, b'[', b'1']));
        // Cut short, or of no kind that is known.
        assert!(!is_untestable(&[0x17, 9]) && !is_untestable(&[0x18, 0x39]));
    }
}
