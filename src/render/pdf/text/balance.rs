//! Which pieces of a text share a line: filled up for prose, balanced for fractions.

use crate::render::linebreak::Strength;
use std::ops::Range;

/// A stretch of text that holds no break, measured in points.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Piece {
    /// Without the spaces at its end.
    pub width: f32,
    /// The spaces at its end, which vanish at a line's end.
    pub space: f32,
    /// How readily a line ends after it.
    pub after: Strength,
    /// It is an operator that stands free: ` - `.
    pub operator: bool,
    /// The width of the hyphen that a line broken after it shows.
    pub hyphen: f32,
}

/// Words are divided only to fill a line that would else lack this share of its width.
const RAGGED: f32 = 0.05;

/// A last line of one short word, of at most this share of the width, gets
/// another word for company.
const RUNT: f32 = 0.14;

/// The pieces of each line, every line as full as it gets. A unit that fits a
/// line of its own is never broken, a word only between syllables.
pub fn filled(pieces: &[Piece], width: f32) -> Vec<Range<usize>> {
    let mut filling = Filling { pieces, width, lines: Vec::new(), start: 0, end: 0, used: 0.0 };
    filling.take(0..pieces.len(), Strength::Free);
    filling.close();
    let mut lines = filling.lines;
    accompany(pieces, width, &mut lines);
    lines
}

/// Gives a short word that stands alone on the last line the word before it.
fn accompany(pieces: &[Piece], width: f32, lines: &mut [Range<usize>]) {
    let [.., before, last] = lines else { return };
    if width_of(&pieces[last.clone()]) > RUNT * width || units(pieces, last.clone(), Strength::Free).len() != 1 {
        return;
    }
    let words = units(pieces, before.clone(), Strength::Free);
    // The line before stays the longer one, and ends between words.
    if let (Some(moved), true) = (words.last(), words.len() >= 4)
        && pieces[moved.end - 1].after == Strength::Free
        && width_of(&pieces[moved.start..last.end]) <= width * 0.5
    {
        last.start = moved.start;
        before.end = moved.start;
    }
}

struct Filling<'a> {
    pieces: &'a [Piece],
    width: f32,
    lines: Vec<Range<usize>>,
    /// The open line's pieces, and their width with all spaces.
    start: usize,
    end: usize,
    used: f32,
}

impl Filling<'_> {
    fn take(&mut self, range: Range<usize>, level: Strength) {
        for mut unit in units(self.pieces, range, level) {
            if self.end > self.start && self.lacks_room(&unit) {
                if level >= Strength::Glued {
                    unit.start = self.divide(unit.clone());
                }
                let wide = broken_width(self.pieces, &unit);
                // A unit too wide for any line goes on where the line stands, a word too wide begins a new one.
                if wide <= self.width + 0.01 || level != Strength::Free && single_word(&self.pieces[unit.clone()]) {
                    self.close();
                }
            }
            let fits = !self.lacks_room(&unit);
            match (fits, level) {
                (true, _) | (_, Strength::Tight) => {
                    if !fits {
                        self.close();
                    }
                    self.put(unit);
                }
                (_, Strength::Free) => self.take(unit, Strength::Glued),
                (_, Strength::Glued) => self.take(unit, Strength::Hyphen),
                (_, Strength::Hyphen) => self.take(unit, Strength::Joint),
                (_, Strength::Joint) => self.take(unit, Strength::Tight),
            }
        }
    }

    fn put(&mut self, unit: Range<usize>) {
        self.used += self.pieces[unit.clone()].iter().map(|p| p.width + p.space).sum::<f32>();
        self.end = unit.end;
    }

    fn lacks_room(&self, unit: &Range<usize>) -> bool {
        self.used + broken_width(self.pieces, unit) > self.width + 0.01
    }

    /// Puts as many of a word's syllables on the open line as fit, if the line
    /// needs them; where the rest begins.
    fn divide(&mut self, unit: Range<usize>) -> usize {
        // The space before the unit shows nothing at a line's end.
        let trailing = self.end.checked_sub(1).map_or(0.0, |last| self.pieces[last].space);
        let ragged = self.width - (self.used - trailing) > RAGGED * self.width;
        let hyphens = |line: &Range<usize>| self.pieces[line.end - 1].after == Strength::Hyphen;
        // Two lines in a row that end in hyphens are the most.
        let ladder = self.lines.len() >= 2 && self.lines[self.lines.len() - 2..].iter().all(hyphens);
        if !ragged || ladder {
            return unit.start;
        }
        let fits = |past: &usize| self.pieces[past - 1].after == Strength::Hyphen && !self.lacks_room(&(unit.start..*past));
        match (unit.start + 1..unit.end).rev().find(fits) {
            Some(past) => {
                self.put(unit.start..past);
                past
            }
            None => unit.start,
        }
    }

    fn close(&mut self) {
        if self.end > self.start {
            self.lines.push(self.start..self.end);
            self.start = self.end;
            self.used = 0.0;
        }
    }
}

/// The width of a unit that a line ends with, its hyphen included.
fn broken_width(pieces: &[Piece], unit: &Range<usize>) -> f32 {
    let hyphen = unit.clone().next_back().map_or(0.0, |last| pieces[last].hyphen);
    width_of(&pieces[unit.clone()]) + hyphen
}

fn single_word(pieces: &[Piece]) -> bool {
    pieces.iter().rev().skip(1).all(|piece| piece.after <= Strength::Hyphen)
}

/// The stretches of `range` between breaks of at least this strength.
fn units(pieces: &[Piece], range: Range<usize>, level: Strength) -> Vec<Range<usize>> {
    let mut units = Vec::new();
    let mut start = range.start;
    for i in range.clone() {
        if pieces[i].after >= level || i + 1 == range.end {
            units.push(start..i + 1);
            start = i + 1;
        }
    }
    units
}

/// The width of a line of these pieces.
pub fn width_of(pieces: &[Piece]) -> f32 {
    let all: f32 = pieces.iter().map(|p| p.width + p.space).sum();
    all - pieces.last().map_or(0.0, |p| p.space)
}

/// One line where all fits one; else a line for each term, which begins with its
/// operator, so that none stands inside a line or at its end. A term too wide for
/// a line takes as few as [`filled`] makes, of about equal width.
pub fn balanced(pieces: &[Piece], width: f32) -> Vec<Range<usize>> {
    if filled(pieces, width).len() < 2 {
        return filled(pieces, width);
    }
    let mut lines = Vec::new();
    for term in terms(pieces) {
        let of_term = even(&pieces[term.clone()], width);
        lines.extend(of_term.into_iter().map(|line| line.start + term.start..line.end + term.start));
    }
    lines
}

/// The stretches that begin with an operator, and what stands before the first.
fn terms(pieces: &[Piece]) -> Vec<Range<usize>> {
    let begins = (1..pieces.len()).filter(|&at| pieces[at].operator && pieces[at - 1].after == Strength::Free);
    let edges: Vec<usize> = std::iter::once(0).chain(begins).chain([pieces.len()]).collect();
    edges.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// The width of the widest term, which stands on one line where there is that much room.
pub fn widest_term(pieces: &[Piece]) -> f32 {
    terms(pieces).into_iter().map(|term| width_of(&pieces[term])).fold(0.0, f32::max)
}

/// As few lines as [`filled`] makes, but of about equal width.
fn even(pieces: &[Piece], width: f32) -> Vec<Range<usize>> {
    let filled = filled(pieces, width);
    let count = filled.len();
    // Beyond this it is prose, not a fraction.
    const MOST_LINES: usize = 12;
    if !(2..=MOST_LINES).contains(&count) {
        return filled;
    }
    let units = units(pieces, 0..pieces.len(), Strength::Free);
    // best[k][j]: the least cost of k lines over the first j units, and where the last of them begins.
    let mut best = vec![vec![(f32::INFINITY, 0usize); units.len() + 1]; count + 1];
    best[0][0].0 = 0.0;
    for k in 1..=count {
        for j in 1..=units.len() {
            for i in (0..j).rev() {
                let line = &pieces[units[i].start..units[j - 1].end];
                let wide = width_of(line);
                if wide > width + 0.01 {
                    break;
                }
                let before = best[k - 1][i].0;
                if before.is_finite() {
                    let cost = before + cost_of(line, wide / width, j < units.len());
                    if cost < best[k][j].0 {
                        best[k][j] = (cost, i);
                    }
                }
            }
        }
    }
    if !best[count][units.len()].0.is_finite() {
        return filled;
    }
    let mut lines = Vec::new();
    let mut j = units.len();
    for k in (1..=count).rev() {
        let i = best[k][j].1;
        lines.push(units[i].start..units[j - 1].end);
        j = i;
    }
    lines.reverse();
    lines
}

/// An operator that begins a term is not left alone on its line.
fn cost_of(line: &[Piece], share: f32, goes_on: bool) -> f32 {
    let left = goes_on && line.last().is_some_and(|piece| piece.operator);
    share * share + if left { 2.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One piece per word; `~` joins glued ones, `-` alone is an operator; a character is 1 wide.
    fn pieces(text: &str) -> Vec<Piece> {
        text.split_inclusive([' ', '~'])
            .map(|word| {
                let bare = word.trim_end_matches([' ', '~']);
                Piece {
                    width: bare.chars().count() as f32,
                    space: (word.len() - bare.len()) as f32,
                    after: if word.ends_with('~') { Strength::Glued } else { Strength::Free },
                    operator: bare == "-",
                    hyphen: 0.0,
                }
            })
            .collect()
    }

    fn set(text: &str, width: f32, choose: fn(&[Piece], f32) -> Vec<Range<usize>>) -> Vec<String> {
        let words: Vec<&str> = text.split_inclusive([' ', '~']).collect();
        choose(&pieces(text), width).into_iter().map(|line| words[line].concat().trim_end().to_string()).collect()
    }

    #[test]
    fn prose_fills_and_keeps_units() {
        assert_eq!(set("aaa bbb ccc", 7.0, filled), ["aaa bbb", "ccc"]);
        assert_eq!(set("aaa 24~Januari~2022 b", 15.0, filled), ["aaa", "24~Januari~2022", "b"]);
        assert_eq!(set("aaa 24~Januari~2022 b", 12.0, filled), ["aaa 24~", "Januari~2022", "b"]);
    }

    /// As [`set`], `.` between syllables.
    fn hyphenated(text: &str, width: f32) -> Vec<String> {
        let parts: Vec<&str> = text.split_inclusive([' ', '.']).collect();
        let pieces: Vec<Piece> = parts
            .iter()
            .map(|part| {
                let bare = part.trim_end_matches([' ', '.']);
                let hyphen = part.ends_with('.');
                Piece {
                    width: bare.len() as f32,
                    space: if part.ends_with(' ') { 1.0 } else { 0.0 },
                    after: if hyphen { Strength::Hyphen } else { Strength::Free },
                    operator: false,
                    hyphen: if hyphen { 1.0 } else { 0.0 },
                }
            })
            .collect();
        filled(&pieces, width).into_iter().map(|line| parts[line].concat().trim_end().to_string()).collect()
    }

    #[test]
    fn words_are_divided_where_the_line_needs_it() {
        assert_eq!(hyphenated("satu ting.kat.an dua", 10.0), ["satu ting.", "kat.an dua"]);
        assert_eq!(hyphenated("satu ting.kat.an dua", 9.0), ["satu", "ting.kat.an", "dua"]);
        // A word wider than the line, with its hyphens.
        assert_eq!(hyphenated("ko.pe.ra.si", 5.0), ["ko.pe.", "ra.si"]);
        // Not three hyphens in a row.
        let lines = hyphenated("aaaa bb.bb aaa bb.bb aaa bb.bb aaa bb.bb", 8.0);
        assert!(lines.windows(3).all(|three| !three.iter().all(|line| line.ends_with('.'))), "{lines:?}");
    }

    #[test]
    fn a_short_last_word_gets_company() {
        assert_eq!(set("aaaa bbbb cccc dddd eeee ff", 25.0, filled), ["aaaa bbbb cccc dddd", "eeee ff"]);
        assert_eq!(set("aaaa bbbb cccc dddd eeee ffffff", 25.0, filled), ["aaaa bbbb cccc dddd eeee", "ffffff"]);
    }

    #[test]
    fn a_fraction_breaks_before_its_minus() {
        assert_eq!(set("aa bb cc dd ee - aa bb cc dd", 26.0, balanced), ["aa bb cc dd ee", "- aa bb cc dd"]);
        assert_eq!(set("aa bb cc dd ee", 12.0, balanced), ["aa bb cc", "dd ee"]);
        // Never inside a line, however narrow the column.
        assert_eq!(set("aa bb cc dd ee - aa bb cc dd", 9.0, balanced), ["aa bb cc", "dd ee", "- aa bb", "cc dd"]);
        assert_eq!(set("a - bb - ccc", 9.0, balanced), ["a", "- bb", "- ccc"]);
        assert_eq!(widest_term(&pieces("aa bb cc - aa bb")), 8.0);
    }

    #[test]
    fn one_line_stays_one() {
        assert_eq!(set("a - b", 26.0, balanced), ["a - b"]);
    }
}
