//! The shared texts of an .xls that have runs ([MS-XLS] 2.4.265): which are struck out, in which a digit stands raised.
//! The letters themselves are calamine's.

use super::container::{u16_at, u32_at};
use crate::workbook::formats::runs::{RunFont, dressed};
use std::collections::BTreeMap;

/// What the runs of a text show beside its letters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Dressed {
    /// The text with its raised digits, where there are any.
    pub text: Option<String>,
    pub is_struck: bool,
}

/// The data of the record and of those that go on with it, one chunk each.
struct Chunks<'a> {
    chunks: &'a [&'a [u8]],
    at: usize,
}

impl<'a> Chunks<'a> {
    /// Goes to the next chunk where this one is read.
    fn turn(&mut self) -> Option<()> {
        while self.at >= self.chunks.first()?.len() {
            (self.chunks, self.at) = (self.chunks.get(1..)?, 0);
        }
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        self.turn()?;
        let byte = *self.chunks.first()?.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn word(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            self.turn()?;
            let step = count.min(self.chunks.first()?.len() - self.at);
            self.at += step;
            count -= step;
        }
        Some(())
    }

    /// So many letters, of one byte or two; a chunk that begins within them says anew which.
    fn letters(&mut self, count: usize, mut is_wide: bool) -> Option<Vec<u16>> {
        let mut units = Vec::new();
        while units.len() < count {
            if self.at >= self.chunks.first()?.len() {
                self.turn()?;
                is_wide = self.byte()? & 1 != 0;
            }
            units.push(if is_wide { self.word()? } else { self.byte()?.into() });
        }
        Some(units)
    }
}

/// The texts of which a run is struck out or raised, by their number. `chunks` are the data of the shared texts' record
/// and of those that go on with it; where they cannot be stepped through, those before that place.
pub(super) fn dressed_texts(chunks: &[&[u8]], fonts: &[RunFont]) -> BTreeMap<u32, Dressed> {
    let mut found = BTreeMap::new();
    let Some(count) = chunks.first().and_then(|first| u32_at(first, 4)) else { return found };
    let mut data = Chunks { chunks, at: 8 };
    for number in 0..count {
        let Some(own) = text(&mut data, fonts) else { break };
        found.extend(own.map(|own| (number, own)));
    }
    found
}

fn text(data: &mut Chunks<'_>, fonts: &[RunFont]) -> Option<Option<Dressed>> {
    const WIDE: u8 = 1;
    const EXTENDED: u8 = 4;
    const RICH: u8 = 8;
    let count = usize::from(data.word()?);
    let flags = data.byte()?;
    let runs = if flags & RICH != 0 { data.word()? } else { 0 };
    let extended = if flags & EXTENDED != 0 { (u32::from(data.word()?)) | u32::from(data.word()?) << 16 } else { 0 };
    let units = data.letters(count, flags & WIDE != 0)?;
    let mut own = Vec::new();
    for _ in 0..runs {
        let (begin, font) = (data.word()?, data.word()?);
        own.push((usize::from(begin), fonts.get(usize::from(font)).copied().unwrap_or_default()));
    }
    data.skip(usize::try_from(extended).ok()?)?;
    if own.iter().all(|(_, font)| *font == RunFont::default()) {
        return Some(None);
    }
    let plain = String::from_utf16_lossy(&units);
    let (shown, is_struck) = dressed(&plain, &own);
    Some(Some(Dressed { text: (shown != plain).then_some(shown), is_struck }))
}

/// What a font says of a run's letters: flags, and how far from the line they stand.
pub(super) fn run_font(font: &[u8]) -> RunFont {
    const STRUCK: u16 = 0x0008;
    RunFont {
        is_struck: u16_at(font, 2).is_some_and(|flags| flags & STRUCK != 0),
        is_raised: u16_at(font, 8).is_some_and(|script| matches!(script, 1 | 2)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONTS: [RunFont; 3] = [
        RunFont { is_struck: false, is_raised: false },
        RunFont { is_struck: false, is_raised: true },
        RunFont { is_struck: true, is_raised: false },
    ];

    /// A text of one byte a letter with its runs.
    fn rich(text: &str, runs: &[(u16, u16)]) -> Vec<u8> {
        let runs_bytes: Vec<u8> =
            runs.iter().flat_map(|(begin, font)| [begin.to_le_bytes(), font.to_le_bytes()].concat()).collect();
        let head = [&(text.len() as u16).to_le_bytes()[..], &[8], &(runs.len() as u16).to_le_bytes()].concat();
        [head, text.as_bytes().to_vec(), runs_bytes].concat()
    }

    fn plain(text: &str) -> Vec<u8> {
        [&(text.len() as u16).to_le_bytes()[..], &[0], text.as_bytes()].concat()
    }

    #[test]
    fn texts_with_runs_wherever_the_records_are_cut() {
        let texts = [plain("KUD"), rich("764961711", &[(8, 1)]), rich("25000", &[(0, 2), (1, 0)]), rich("KSP A", &[(4, 0)])];
        let whole = [vec![4, 0, 0, 0, 4, 0, 0, 0], texts.concat()].concat();
        let expected = BTreeMap::from([
            (1, Dressed { text: Some("76496171¹".to_owned()), is_struck: false }),
            (2, Dressed { text: None, is_struck: true }),
        ]);
        assert_eq!(dressed_texts(&[&whole], &FONTS), expected);
        // Within letters the next record begins with their width.
        let letters = [(11, 3), (19, 9), (37, 5), (55, 5)];
        for cut in 8..whole.len() {
            let is_within = letters.iter().any(|(from, count)| (*from..from + count).contains(&cut));
            let (before, behind) = whole.split_at(cut);
            let behind = if is_within { [&[0], behind].concat() } else { behind.to_vec() };
            assert_eq!(dressed_texts(&[before, &behind], &FONTS), expected, "{cut}");
        }
        // Whatever is cut off, it ends.
        (0..whole.len()).for_each(|cut| drop(dressed_texts(&[&whole[..cut]], &FONTS)));
        assert_eq!(dressed_texts(&[&[4, 0, 0, 0, 255, 255, 255, 255, 255, 255, 13]], &FONTS), BTreeMap::new());
    }
}
