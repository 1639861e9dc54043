//! Rules of an .xls sheet: conditional formats that hide a value or strike it out ([MS-XLS] 2.4.56 `CondFmt`, 2.4.42 `CF`),
//! and what cells ask for when they are filled in (2.4.97 `Dv`).

use super::container::{u16_at, u32_at};
use super::look::text;
use crate::vocabulary::CellAddress;
use crate::workbook::formats::cell_format::CellFormat;
use crate::workbook::formats::colour::Colour;
use crate::workbook::sheet::{Merge, OddShow, Veil};

/// The cells of a list of ranges: how many, then the first and last row and column of each. None where it is cut short.
fn ranges(data: &[u8]) -> Option<Vec<Merge>> {
    let count = usize::from(u16_at(data, 0)?);
    let all = data.get(2..2 + count.checked_mul(8)?)?.chunks_exact(8);
    let range = |own: &[u8]| {
        let word = |at: usize| u16_at(own, at).map(u32::from);
        Some(Merge { first: CellAddress::new(word(0)?, word(4)?), last: CellAddress::new(word(2)?, word(6)?) })
    };
    all.map(range).collect()
}

/// The cells that the rules which follow are for.
pub(super) fn rule_cells(data: &[u8]) -> Option<Vec<Merge>> {
    ranges(data.get(12..)?)
}

/// What a rule does to its cells; `colour` tells a number of the palette.
pub(super) fn veil(data: &[u8], colour: impl Fn(u16) -> Colour) -> Option<Veil> {
    let (kind, compares) = (*data.first()?, *data.get(1)?);
    let formula = usize::from(u16_at(data, 2)?);
    let (flags, more) = (u32_at(data, 6)?, u16_at(data, 10)?);
    let says = |bit: u32| flags >> bit & 1 == 1;
    let mut at = 12;
    let mut is_unseen = false;
    if says(25) && more & 1 == 0 {
        at += 2;
    } else if says(25) {
        let length = usize::from(u16_at(data, at)?);
        let code = text(data.get(at + 2..at + length)?)?;
        is_unseen = CellFormat::of_code(&code) == CellFormat::Odd(OddShow::Unseen);
        at += length;
    }
    let (mut is_struck, mut ink) = (false, Colour::Auto);
    if says(26) {
        const STRUCK: u32 = 1 << 7;
        is_struck = u32_at(data, at + 68)? & STRUCK != 0 && u32_at(data, at + 88)? & STRUCK == 0;
        ink = u16::try_from(u32_at(data, at + 80)?).map_or(Colour::Auto, &colour);
        at += 118;
    }
    at += [27, 28].into_iter().filter(|bit| says(*bit)).count() * 8;
    let mut behind = None;
    if says(29) {
        let (pattern, colours) = (u16_at(data, at)? >> 10, u16_at(data, at + 2)?);
        let is_solid = says(16) || pattern <= 1;
        // A rule's plain fill is its background.
        behind = match (is_solid, says(18)) {
            (true, false) => Some(colour(colours >> 7 & 0x7F)),
            (true, true) => None,
            (false, _) => return is_struck.then_some(Veil::Struck),
        };
    }
    let asked =
        data.len().checked_sub(formula + usize::from(u16_at(data, 4)?)).and_then(|from| data.get(from..from + formula))?;
    let veil = (is_unseen || ink.is_unseen_on(behind)).then_some(Veil::Unseen).or(is_struck.then_some(Veil::Struck));
    veil.filter(|_| !is_of_nothing((kind, compares), asked))
}

/// Whether a rule holds for noughts, blanks and errors alone: they hide nothing that counts.
fn is_of_nothing((kind, compares): (u8, u8), formula: &[u8]) -> bool {
    const VALUE: u8 = 1;
    const EQUAL: u8 = 3;
    // A nought, an empty text; `ISNA`, `ISERROR`, `ISERR`, `ISBLANK` of something; FALSE.
    let is_nought = matches!(formula, [0x1E, 0, 0] | [0x17, 0, ..] | [0x1D, 0]);
    let is_asked = matches!(formula, [.., 0x21 | 0x41 | 0x61, 2 | 3 | 126 | 129, 0] | [0x1D, 0]);
    if kind == VALUE { compares == EQUAL && is_nought } else { is_asked }
}

/// The text that is shown beside the cells of a validation, title first, and the first range of them. None where none is.
pub(super) fn prompt(data: &[u8]) -> Option<(Merge, String)> {
    const SHOWS: u32 = 1 << 18;
    if u32_at(data, 0)? & SHOWS == 0 {
        return None;
    }
    let mut at = 4;
    let mut texts = Vec::new();
    // The prompt's title, an error's title, the prompt, an error's text.
    for _ in 0..4 {
        let own = data.get(at..)?;
        let (letters, is_wide) = (usize::from(u16_at(own, 0)?), own.get(2)? & 1 != 0);
        texts.push(text(own)?);
        at += 3 + letters * if is_wide { 2 } else { 1 };
    }
    for _ in 0..2 {
        at += 4 + usize::from(u16_at(data, at)?);
    }
    let cells = ranges(data.get(at..)?)?.first().copied()?;
    let shown = [&texts[0], &texts[2]].map(|text| text.trim_matches('\0').trim()).join("\n");
    (!shown.trim().is_empty()).then_some((cells, shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: u32 = 9;

    /// A rule for what is below a number, or as asked, in a font of this colour and strike.
    fn rule(kind: (u8, u8), formula: &[u8], (ink, struck): (u32, bool), fill: Option<u16>) -> Vec<u8> {
        let mut font = vec![0u8; 118];
        font[68] = if struck { 1 << 7 } else { 0 };
        font[80..84].copy_from_slice(&ink.to_le_bytes());
        font[88] = if struck { 0 } else { 1 << 7 };
        let flags = 1u32 << 26 | fill.map_or(0, |_| 1 << 29 | 1 << 17);
        let mut data = vec![kind.0, kind.1];
        data.extend((formula.len() as u16).to_le_bytes());
        data.extend([0, 0]);
        data.extend(flags.to_le_bytes());
        data.extend([0, 0]);
        data.extend(font);
        if let Some(fill) = fill {
            data.extend([1u16 << 10, fill << 7].map(u16::to_le_bytes).concat());
        }
        data.extend(formula);
        data
    }

    #[test]
    fn what_rules_do() {
        let of = |data: &[u8]| veil(data, |number| Colour::of_index(number.into()));
        let less = [0x1E, 100, 0];
        let (below, asks) = ((1, 6), (2, 0));
        assert_eq!(of(&rule(below, &less, (WHITE, false), None)), Some(Veil::Unseen));
        assert_eq!(of(&rule(below, &less, (u32::MAX, true), None)), Some(Veil::Struck));
        assert_eq!(of(&rule(below, &less, (10, false), None)), None);
        assert_eq!(of(&rule(below, &less, (WHITE, false), Some(10))), None);
        assert_eq!(of(&rule(below, &less, (10, false), Some(10))), Some(Veil::Unseen));
        // Noughts and errors are hidden everywhere.
        assert_eq!(of(&rule((1, 3), &[0x1E, 0, 0], (WHITE, false), None)), None);
        assert_eq!(of(&rule(asks, &[0x44, 1, 0, 4, 0, 0x41, 3, 0], (WHITE, false), None)), None);
        assert_eq!(of(&rule(asks, &[0x44, 1, 0, 4, 0, 0x1E, 5, 0, 0x09], (WHITE, false), None)), Some(Veil::Unseen));
        let whole = rule(below, &less, (WHITE, false), Some(10));
        assert!((0..whole.len()).all(|cut| of(&whole[..cut]).is_none_or(|veil| veil == Veil::Unseen)));
    }

    #[test]
    fn prompts_and_their_cells() {
        let short = |text: &str| [&(text.len() as u16).to_le_bytes()[..], &[0], text.as_bytes()].concat();
        let record = |shows: bool| {
            let flags = if shows { 1u32 << 18 } else { 0 };
            let texts = [short("\0"), short("\0"), short("Isi dalam ribuan rupiah"), short("\0")].concat();
            let formulas = [&[3, 0, 0, 0, 0x1E, 0, 0][..], &[0, 0, 0, 0]].concat();
            let cells = [1u16, 1, 16, 4, 4].map(u16::to_le_bytes).concat();
            [&flags.to_le_bytes()[..], &texts, &formulas, &cells].concat()
        };
        let (cells, text) = prompt(&record(true)).unwrap();
        assert_eq!(
            (cells.first.to_string(), cells.last.to_string(), text.trim()),
            ("E2".into(), "E17".into(), "Isi dalam ribuan rupiah")
        );
        assert_eq!(prompt(&record(false)), None);
        let whole = record(true);
        assert!((0..whole.len()).all(|cut| prompt(&whole[..cut]).is_none()));
        let cells = rule_cells(
            &[[2u16, 0, 1, 16, 4, 4].map(u16::to_le_bytes).concat(), [1u16, 1, 16, 4, 4].map(u16::to_le_bytes).concat()].concat(),
        );
        assert_eq!(cells.unwrap().len(), 1);
    }
}
