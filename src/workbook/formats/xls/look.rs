//! How the cells of an .xls workbook are shown: number formats, what is hidden, what is struck out.

use super::container::{u16_at, u32_at, workbook_stream};
use super::records::{self, substream};
use crate::vocabulary::CellAddress;
use crate::workbook::formats::cell_format::CellFormat;
use crate::workbook::sheet::Hidden;
use std::collections::BTreeMap;

/// How one sheet's cells are shown.
#[derive(Default)]
pub(super) struct Look {
    /// Formats of numbers that are not shown as they are.
    pub formats: BTreeMap<CellAddress, CellFormat>,
    pub hidden_rows: Vec<(u32, u32)>,
    pub hidden_columns: Vec<(u32, u32)>,
    pub struck: Vec<CellAddress>,
}

impl Look {
    pub fn rows(&self) -> Hidden {
        Hidden::Known(self.hidden_rows.clone())
    }

    pub fn columns(&self) -> Hidden {
        Hidden::Known(self.hidden_columns.clone())
    }
}

/// The looks of the sheets in the file's order; none where the records cannot be stepped through.
pub(super) fn looks(file: &[u8]) -> Option<Vec<Look>> {
    let stream = workbook_stream(file)?;
    let styles = Styles::read(&stream)?;
    styles.sheets.iter().map(|at| sheet(&stream, *at, &styles)).collect()
}

/// What cells' style numbers mean.
struct Styles {
    /// Of each style: its format, and whether its font is struck out.
    styles: Vec<(CellFormat, bool)>,
    /// Where each sheet's records begin.
    sheets: Vec<usize>,
}

impl Styles {
    fn read(stream: &[u8]) -> Option<Self> {
        let mut codes: BTreeMap<u16, CellFormat> = BTreeMap::new();
        let mut fonts: Vec<bool> = Vec::new();
        let mut styles: Vec<(u16, u16)> = Vec::new();
        let mut sheets = Vec::new();
        for (number, data) in substream(stream, 0)? {
            match number {
                records::FORMAT => {
                    let (id, code) = (u16_at(data, 0)?, text(data.get(2..)?)?);
                    codes.insert(id, CellFormat::of_code(&code));
                }
                records::FONT => {
                    const STRUCK: u16 = 0x0008;
                    fonts.push(u16_at(data, 2)? & STRUCK != 0);
                    // No font has the number four.
                    if fonts.len() == 4 {
                        fonts.push(false);
                    }
                }
                records::XF => styles.push((u16_at(data, 0)?, u16_at(data, 2)?)),
                records::BOUND_SHEET => sheets.push(usize::try_from(u32_at(data, 0)?).ok()?),
                _ => {}
            }
        }
        let format = |id: u16| codes.get(&id).copied().unwrap_or_else(|| CellFormat::builtin(u32::from(id)));
        let is_struck = |font: u16| fonts.get(usize::from(font)).copied().unwrap_or_default();
        let styles = styles.into_iter().map(|(font, id)| (format(id), is_struck(font))).collect();
        Some(Self { styles, sheets })
    }
}

fn sheet(stream: &[u8], at: usize, styles: &Styles) -> Option<Look> {
    let mut look = Look::default();
    let mut shown = |row: u32, column: u32, style: u16, is_number: bool| {
        let (format, is_struck) = styles.styles.get(usize::from(style)).copied().unwrap_or_default();
        let at = CellAddress::new(row, column);
        if is_number && format != CellFormat::General {
            look.formats.insert(at, format);
        }
        look.struck.extend(is_struck.then_some(at));
    };
    let (mut rows, mut columns) = (Vec::new(), Vec::new());
    for (number, data) in substream(stream, at)? {
        let word = |at: usize| u16_at(data, at);
        match number {
            records::NUMBER | records::RK | records::FORMULA => shown(word(0)?.into(), word(2)?.into(), word(4)?, true),
            records::SHARED_TEXT | records::TEXT => shown(word(0)?.into(), word(2)?.into(), word(4)?, false),
            records::MANY_RK => {
                let cells = data.get(4..data.len().checked_sub(2)?)?.chunks_exact(6);
                for (column, cell) in (u32::from(word(2)?)..).zip(cells) {
                    shown(word(0)?.into(), column, u16_at(cell, 0)?, true);
                }
            }
            records::ROW => {
                const HIDDEN: u16 = 0x0020;
                let row = u32::from(word(0)?);
                rows.extend((word(12)? & HIDDEN != 0).then_some((row, row)));
            }
            records::COLUMNS => {
                const HIDDEN: u16 = 0x0001;
                let (first, last) = (u32::from(word(0)?), u32::from(word(2)?));
                columns.extend((word(8)? & HIDDEN != 0 && first <= last).then_some((first, last)));
            }
            _ => {}
        }
    }
    rows.sort_unstable();
    columns.sort_unstable();
    look.struck.sort_unstable();
    (look.hidden_rows, look.hidden_columns) = (rows, columns);
    Some(look)
}

/// A text with its length in front, of one byte or two a letter.
fn text(data: &[u8]) -> Option<String> {
    let (count, is_wide) = (usize::from(u16_at(data, 0)?), data.get(2)? & 1 != 0);
    let letters = data.get(3..)?;
    let units: Vec<u16> = if is_wide {
        letters.chunks_exact(2).take(count).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect()
    } else {
        letters.iter().take(count).map(|byte| u16::from(*byte)).collect()
    };
    Some(String::from_utf16_lossy(&units))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::sheet::OddShow;

    /// Two sheets by xlwt: formats of all kinds, row 4 and column D hidden, B6 struck out.
    const FILE: &[u8] = include_bytes!("../../../../tests/data/tampilan.xls");

    #[test]
    fn formats_hidden_and_struck_cells_are_seen() {
        let looks = looks(FILE).unwrap();
        let [first, second] = looks.as_slice() else { panic!("{}", looks.len()) };
        let shown: Vec<(String, CellFormat)> = first.formats.iter().map(|(at, format)| (at.to_string(), *format)).collect();
        let of = |at: &str, format: CellFormat| (at.to_owned(), format);
        let expected = [
            of("C2", CellFormat::Scaled { power: 6 }),
            of("D2", CellFormat::Odd(OddShow::Negative)),
            of("C3", CellFormat::Percent),
            of("D3", CellFormat::Odd(OddShow::Unseen)),
            of("C5", CellFormat::Scaled { power: -3 }),
        ];
        assert_eq!(shown, expected);
        assert_eq!((first.hidden_rows.as_slice(), first.hidden_columns.as_slice()), (&[(3, 3)][..], &[(3, 3)][..]));
        assert_eq!(first.struck, [CellAddress::new(5, 1)]);
        assert_eq!(second.formats.len(), 1);
        assert!(second.struck.is_empty() && second.hidden_rows.is_empty());
    }

    #[test]
    fn a_file_cut_anywhere_ends() {
        for cut in (0..FILE.len()).step_by(97) {
            let _ = super::looks(&FILE[..cut]);
        }
    }
}
