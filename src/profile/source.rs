//! The profile's text and its lines: from byte offsets to what an editor shows.

use std::ops::Range;

/// The text of `iku.toml`, its lines found once.
#[derive(Clone, Debug)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    /// The byte at which each line starts.
    starts: Vec<usize>,
    /// How many characters stand before each [`BLOCK`] of bytes.
    characters: Vec<usize>,
}

/// Characters are counted within one of these, in bytes, and known before it.
const BLOCK: usize = 1024;

impl<'a> Source<'a> {
    /// The text without the byte order mark that Windows' Notepad puts before it.
    pub(super) fn new(text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1).filter(|at| *at < text.len());
        let starts = std::iter::once(0).chain(breaks).collect();
        let mut count = 0;
        let characters = text
            .as_bytes()
            .chunks(BLOCK)
            .map(|block| {
                let before = count;
                count += begun(block);
                before
            })
            .collect();
        Self { text, starts, characters }
    }

    /// Line and column, both from 1, of a byte offset. An offset past the end
    /// (where something is missing) is the end of the last line that exists.
    pub(super) fn locate(&self, offset: usize) -> (u32, u32) {
        let mut offset = offset.min(self.text.len());
        if offset == self.text.len() && self.text.ends_with('\n') {
            let last = self.starts.last().copied().unwrap_or(0);
            offset = last + self.text[last..].trim_end_matches(['\n', '\r']).len();
        }
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        (to_u32(line), to_u32(self.characters_before(offset) - self.characters_before(start) + 1))
    }

    fn characters_before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        let known = self.characters.get(block).copied();
        // At the very end the last block is whole.
        let (from, known) = match known {
            Some(known) => (block * BLOCK, known),
            None => (block.saturating_sub(1) * BLOCK, self.characters.last().copied().unwrap_or(0)),
        };
        known + begun(self.text.as_bytes().get(from..offset).unwrap_or_default())
    }

    /// How many characters of the span stand on its first line, at least 1.
    pub(super) fn length(&self, span: Range<usize>) -> u32 {
        let text = self.text.get(span).unwrap_or("");
        to_u32(text.lines().next().unwrap_or("").chars().count().max(1))
    }

    /// The text of a line counted from 1, without its line break.
    pub(super) fn line(&self, line: u32) -> Option<&'a str> {
        let start = *self.starts.get(usize::try_from(line).ok()?.checked_sub(1)?)?;
        self.text.get(start..)?.lines().next()
    }

    /// The byte offset of a line and a column; `None` where the text has no such line.
    pub(super) fn offset(&self, line: u32, column: u32) -> Option<usize> {
        let number = usize::try_from(line).ok()?;
        let text = self.line(line)?;
        let skip = usize::try_from(column).ok()?.checked_sub(1)?;
        let within = text.char_indices().nth(skip).map_or(text.len(), |(at, _)| at);
        Some(self.line_start(number) + within)
    }

    /// The byte offset at which a line counted from 1 starts.
    fn line_start(&self, line: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }
}

/// How many characters begin in these bytes.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_and_never_leave_the_text() {
        let source = Source::new("\u{feff}nama = \"é\" x\r\nb = 1\n");
        assert_eq!(source.locate(0), (1, 1));
        assert_eq!(source.locate(source.text.find('x').unwrap()), (1, 12));
        assert_eq!(source.locate(source.text.find('b').unwrap()), (2, 1));
        assert_eq!(source.locate(source.text.len()), (2, 6));
        assert_eq!(source.locate(9999), (2, 6));
        assert_eq!(source.offset(2, 5), source.text.find("1\n"));
        assert_eq!(source.offset(3, 1), None);
        assert_eq!(Source::new("").locate(5), (1, 1));
        assert_eq!(Source::new("\n\n").locate(2), (2, 1));
    }
}
