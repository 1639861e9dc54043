//! How the cells of an .xls workbook are shown: number formats, what is hidden, what is struck out.

use super::container::{u16_at, u32_at, workbook_stream};
use super::objects::{Objects, Told};
use super::records::{self, substream};
use super::rich_text::{Dressed, dressed_texts, run_font};
use super::rules::{prompt, rule_cells, veil};
use super::shared_formula::{Region, is_untestable};
use crate::vocabulary::{Around, CellAddress};
use crate::workbook::formats::cell_format::CellFormat;
use crate::workbook::formats::colour::Colour;
use crate::workbook::formats::runs::RunFont;
use crate::workbook::sheet::{Hidden, Merge, Veil};
use std::collections::BTreeMap;

/// Stands for a fill of lines or dots, which no text is lost on.
const PATTERN: u16 = u16::MAX;

/// So many ranges of rules are looked at: a damaged file may have each rule for thousands.
const MOST_RULED: usize = 50_000;

/// How one sheet's cells are shown.
#[derive(Default)]
pub(super) struct Look {
    /// Formats of numbers that are not shown as they are.
    pub formats: BTreeMap<CellAddress, CellFormat>,
    /// Cells that hold a formula, and whether it is one that further cells share and that no cell of the workbook proves.
    pub formulas: Vec<(CellAddress, bool)>,
    pub hidden_rows: Vec<(u32, u32)>,
    pub hidden_columns: Vec<(u32, u32)>,
    pub struck: Vec<CellAddress>,
    /// Texts in which a digit stands raised, as they are shown.
    pub raised: BTreeMap<CellAddress, String>,
    /// Numbers whose colour is that of what is behind them.
    pub unseen: Vec<CellAddress>,
    /// Cells that a rule hides or strikes out where it holds.
    pub veiled: Vec<(Merge, Veil)>,
    /// What cells ask for when they are filled in.
    pub prompts: Vec<(Merge, String)>,
    pub comments: Vec<(CellAddress, String)>,
    /// Page headers and footers, with their codes; the texts of what is drawn.
    pub pages: Vec<(Around, String)>,
    pub drawn: Vec<String>,
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

/// What a cell's style says of how it is shown.
#[derive(Clone, Copy, Default)]
struct Style {
    format: CellFormat,
    is_struck: bool,
    is_unseen: bool,
}

/// A font as far as it tells whether a text is seen.
#[derive(Clone, Copy, Default)]
struct Font {
    is_struck: bool,
    colour: u16,
}

/// What cells' style numbers mean.
struct Styles {
    styles: Vec<Style>,
    /// Shared texts with runs that matter, by their number.
    dressed: BTreeMap<u32, Dressed>,
    /// Where each sheet's records begin.
    sheets: Vec<usize>,
    palette: Palette,
}

/// The workbook's own colours, which stand for the numbers from 8 on.
#[derive(Default)]
struct Palette(Vec<Colour>);

impl Palette {
    fn colour(&self, number: u16) -> Colour {
        let own = usize::from(number).checked_sub(8).and_then(|at| self.0.get(at)).copied();
        own.unwrap_or_else(|| Colour::of_index(number.into()))
    }
}

impl Styles {
    fn read(stream: &[u8]) -> Option<Self> {
        let mut codes: BTreeMap<u16, CellFormat> = BTreeMap::new();
        let mut fonts: Vec<Font> = Vec::new();
        let mut styles: Vec<(u16, u16, Option<u16>)> = Vec::new();
        let mut palette = Palette::default();
        let mut sheets = Vec::new();
        let mut run_fonts: Vec<RunFont> = Vec::new();
        let (mut texts, mut in_texts): (Vec<&[u8]>, bool) = (Vec::new(), false);
        for (number, data) in substream(stream, 0)? {
            in_texts = number == records::SHARED_TEXTS || in_texts && number == records::CONTINUE;
            texts.extend(in_texts.then_some(data));
            match number {
                records::FORMAT => {
                    let (id, code) = (u16_at(data, 0)?, text(data.get(2..)?)?);
                    codes.insert(id, CellFormat::of_code(&code));
                }
                records::FONT => {
                    const STRUCK: u16 = 0x0008;
                    fonts.push(Font { is_struck: u16_at(data, 2)? & STRUCK != 0, colour: u16_at(data, 4)? });
                    run_fonts.push(run_font(data));
                    // No font has the number four.
                    if fonts.len() == 4 {
                        fonts.push(Font::default());
                        run_fonts.push(RunFont::default());
                    }
                }
                records::XF => {
                    // The pattern's number, six bits; none is 0, solid is 1.
                    let pattern = u32_at(data, 14).map_or(0, |lines| lines >> 26);
                    let fill = u16_at(data, 18)
                        .filter(|_| pattern > 0)
                        .map(|colours| if pattern == 1 { colours & 0x7F } else { PATTERN });
                    styles.push((u16_at(data, 0)?, u16_at(data, 2)?, fill));
                }
                records::PALETTE => {
                    let colours = data.get(2..)?.chunks_exact(4);
                    palette.0 = colours.map(|rgb| Colour::Rgb(u32::from_be_bytes([0, rgb[0], rgb[1], rgb[2]]))).collect();
                }
                records::BOUND_SHEET => sheets.push(usize::try_from(u32_at(data, 0)?).ok()?),
                _ => {}
            }
        }
        let format = |id: u16| codes.get(&id).copied().unwrap_or_else(|| CellFormat::builtin(u32::from(id)));
        let colour = |number: u16| palette.colour(number);
        let style = |(font, id, fill): (u16, u16, Option<u16>)| {
            let font = fonts.get(usize::from(font)).copied().unwrap_or_default();
            let is_unseen = fill != Some(PATTERN) && colour(font.colour).is_unseen_on(fill.map(colour));
            Style { format: format(id), is_struck: font.is_struck, is_unseen }
        };
        let styles = styles.into_iter().map(style).collect();
        Some(Self { styles, dressed: dressed_texts(&texts, &run_fonts), sheets, palette })
    }
}

fn sheet(stream: &[u8], at: usize, styles: &Styles) -> Option<Look> {
    let mut look = Look::default();
    let mut shown = |row: u32, column: u32, style: u16, is_number: bool| {
        let Style { format, is_struck, is_unseen } = styles.styles.get(usize::from(style)).copied().unwrap_or_default();
        let at = CellAddress::new(row, column);
        if is_number && format != CellFormat::General {
            look.formats.insert(at, format);
        }
        look.struck.extend(is_struck.then_some(at));
        look.unseen.extend((is_number && is_unseen).then_some(at));
    };
    let (mut struck_texts, mut raised) = (Vec::new(), BTreeMap::new());
    let (mut rows, mut columns, mut formulas) = (Vec::new(), Vec::new(), Vec::<(CellAddress, bool)>::new());
    let mut untestable: Vec<Region> = Vec::new();
    let mut objects = Objects::default();
    let (mut ruled, mut veiled, mut prompts) = (Vec::new(), Vec::new(), Vec::new());
    for (number, data) in substream(stream, at)? {
        let word = |at: usize| u16_at(data, at);
        match number {
            records::NUMBER | records::RK | records::FORMULA => {
                let (row, column) = (word(0)?.into(), word(2)?.into());
                formulas.extend((number == records::FORMULA).then_some((CellAddress::new(row, column), false)));
                shown(row, column, word(4)?, true);
            }
            records::SHARED_FORMULA => untestable.extend(Region::of(data).filter(|_| data.get(10..).is_some_and(is_untestable))),
            records::SHARED_TEXT | records::TEXT => {
                let (row, column) = (word(0)?.into(), word(2)?.into());
                shown(row, column, word(4)?, false);
                let own = u32_at(data, 6).filter(|_| number == records::SHARED_TEXT).and_then(|text| styles.dressed.get(&text));
                if let Some(own) = own {
                    let at = CellAddress::new(row, column);
                    struck_texts.extend(own.is_struck.then_some(at));
                    raised.extend(own.text.clone().map(|text| (at, text)));
                }
            }
            records::MANY_RK => {
                let cells = data.get(4..data.len().checked_sub(2)?)?.chunks_exact(6);
                for (column, cell) in (u32::from(word(2)?)..).zip(cells) {
                    shown(word(0)?.into(), column, u16_at(cell, 0)?, true);
                }
            }
            records::ROW => {
                const HIDDEN: u16 = 0x0020;
                let row = u32::from(word(0)?);
                // A height of nothing, where the row has one of its own.
                const OWN_HEIGHT: u16 = 0x0040;
                let is_flat = word(6)? & 0x7FFF == 0 && word(12)? & OWN_HEIGHT != 0;
                rows.extend((word(12)? & HIDDEN != 0 || is_flat).then_some((row, row)));
            }
            records::COLUMNS => {
                const HIDDEN: u16 = 0x0001;
                let (first, last) = (u32::from(word(0)?), u32::from(word(2)?));
                columns.extend(((word(8)? & HIDDEN != 0 || word(4)? == 0) && first <= last).then_some((first, last)));
            }
            // What is cut short, or written by others otherwise, hides nothing.
            records::RULE_CELLS => ruled = rule_cells(data).unwrap_or_default(),
            records::RULE => {
                let does = veil(data, |number| styles.palette.colour(number));
                let of_each = does.into_iter().flat_map(|does| ruled.iter().map(move |cells| (*cells, does)));
                veiled.extend(of_each.take(MOST_RULED.saturating_sub(veiled.len())));
            }
            records::VALIDATION => prompts.extend(prompt(data)),
            _ => objects.take(number, data)?,
        }
    }
    rows.sort_unstable();
    columns.sort_unstable();
    formulas.iter_mut().for_each(|(at, own)| *own = untestable.iter().any(|region| region.contains(*at)));
    look.formulas = formulas;
    look.struck.append(&mut struck_texts);
    look.struck.sort_unstable();
    look.struck.dedup();
    look.raised = raised;
    (look.veiled, look.prompts) = (veiled, prompts);
    look.unseen.sort_unstable();
    Told { comments: look.comments, pages: look.pages, drawn: look.drawn } = objects.finish();
    (look.hidden_rows, look.hidden_columns) = (rows, columns);
    Some(look)
}

/// A text with its length in front, of one byte or two a letter.
pub(super) fn text(data: &[u8]) -> Option<String> {
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
    fn a_number_of_the_colour_behind_it_is_not_seen() {
        let record = |number: u16, data: &[u8]| [&number.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat();
        let begin = || record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0]);
        let font = |colour: u16| record(records::FONT, &[&[200, 0, 0, 0][..], &colour.to_le_bytes(), &[0; 10]].concat());
        let style = |font: u16, pattern: u32, fill: u16| {
            let lines = (pattern << 26).to_le_bytes();
            record(records::XF, &[&font.to_le_bytes()[..], &[0; 12], &lines, &fill.to_le_bytes()].concat())
        };
        // Number ten of the palette is white in this file.
        let palette = [&[3, 0][..], &[0, 0, 0, 0], &[255, 0, 0, 0], &[255, 255, 255, 0]].concat();
        let mut globals = [begin(), record(records::PALETTE, &palette), font(0x7FFF), font(10)].concat();
        globals.extend([style(0, 0, 0), style(1, 0, 0), style(1, 1, 9), style(1, 1, 10), style(1, 4, 10)].concat());
        let at = globals.len() + 4 + 4 + 4;
        globals.extend(record(records::BOUND_SHEET, &u32::try_from(at).unwrap().to_le_bytes()));
        globals.extend(record(0x000A, &[]));
        let number =
            |column: u16| record(records::NUMBER, &[[0u16, column, column].map(u16::to_le_bytes).concat(), vec![0; 8]].concat());
        let cells: Vec<u8> = (0..5).flat_map(number).collect();
        let stream = [globals, begin(), cells, record(0x000A, &[])].concat();
        let styles = Styles::read(&stream).unwrap();
        let look = sheet(&stream, styles.sheets[0], &styles).unwrap();
        assert_eq!(look.unseen, [CellAddress::new(0, 1), CellAddress::new(0, 3)]);
    }

    #[test]
    fn a_file_cut_anywhere_ends() {
        for cut in (0..FILE.len()).step_by(97) {
            let _ = super::looks(&FILE[..cut]);
        }
    }
}
