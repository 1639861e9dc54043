//! Totals that a workbook states by name (`Jumlah Anggota : 9.999 orang`), wherever they stand: which column or count each is of,
//! and whether it is what the rows give.

use crate::dataset::Jenis;
use crate::dataset::cell::raw_text;
use crate::dataset::source::{Source, subject};
use crate::text::stated_figure::{Piece, StatedFigure, bare_words, stated_figures};
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::{Cell, Value};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeSet;

/// The sum of a column in a year, and what it may be called.
pub(crate) struct Sum {
    pub isian: String,
    pub jenis: Jenis,
    pub tahun: Year,
    pub names: Vec<BTreeSet<String>>,
    pub value: Decimal,
    pub rows: usize,
}

/// A figure that is stated where its cells stand.
pub(crate) struct Stated {
    pub figure: StatedFigure,
    /// Where its words and where its number stand.
    pub label_at: CellAddress,
    pub at: CellAddress,
    /// Its words, and the number as it stands there.
    pub label: String,
    pub text: String,
}

/// The names of a field's column: its own, the dictionary's and the heading's.
pub(crate) fn names_of(source: &Source, field: usize, path: &[String]) -> Vec<BTreeSet<String>> {
    let field = &source.fields[field];
    let isian = field.isian.replace('_', " ");
    let texts = field.aliases.iter().chain(path.last()).chain([&isian]);
    let mut names: Vec<BTreeSet<String>> = texts.map(|text| bare_words(text)).filter(|name| !name.is_empty()).collect();
    names.sort();
    names.dedup();
    names
}

/// The figures that a row of cells states.
pub(crate) fn stated_in(cells: &[Cell]) -> Vec<Stated> {
    // A word and a number at least.
    let is_number = |cell: &Cell| match &cell.value {
        Value::Number { .. } => true,
        Value::Text(text) => text.bytes().any(|byte| byte.is_ascii_digit()),
        _ => false,
    };
    let has_words =
        |cell: &Cell| matches!(&cell.value, Value::Text(text) if text.len() <= LONGEST && text.chars().any(char::is_alphabetic));
    if !cells.iter().any(is_number) || !cells.iter().any(has_words) {
        return Vec::new();
    }
    let piece = |cell: &Cell| match &cell.value {
        Value::Number { value, .. } => Some(Piece::Number(*value)),
        _ => None,
    };
    let texts: Vec<String> = cells.iter().map(|cell| raw_text(&cell.value)).collect();
    let pieces: Vec<Piece> = cells.iter().zip(&texts).map(|(cell, text)| piece(cell).unwrap_or(Piece::Text(text))).collect();
    let stated = stated_figures(&pieces).into_iter().map(|figure| {
        let (label, own) = (&cells[figure.label], &cells[figure.piece]);
        let text = texts[figure.piece].trim().to_owned();
        Stated { label_at: label.at, at: own.at, label: texts[figure.label].trim().to_owned(), text, figure }
    });
    stated.collect()
}

/// Longer texts are no labels.
const LONGEST: usize = 160;

impl Sum {
    /// Whether a figure is stated of this column, by its very name; `of` are words of what the rows are, which may stand beside it.
    fn is_named(&self, figure: &StatedFigure, of: &[&str]) -> bool {
        let is_of = |word: &String| of.contains(&word.as_str());
        let rest = |words: &BTreeSet<String>| words.iter().filter(|word| !is_of(word)).cloned().collect::<BTreeSet<String>>();
        let is_same = |name: &BTreeSet<String>| {
            let (own, said) = (rest(name), rest(&figure.words));
            *name == figure.words || !own.is_empty() && own == said
        };
        let is_own_year = figure.year.is_none_or(|year| year == self.tahun);
        is_own_year && !figure.words.is_empty() && self.names.iter().any(is_same)
    }

    /// Whether the stated figure is the sum, rounded as it is shown; an amount in thousands or millions may be stated bare.
    fn is_told_by(&self, figure: &StatedFigure) -> bool {
        let scales: &[u64] = if self.jenis == Jenis::Uang { &[1, 1_000, 1_000_000, 1_000_000_000] } else { &[1] };
        scales.iter().any(|scale| {
            let scale = Decimal::from(*scale);
            let (Some(value), Some(step)) = (figure.value.checked_mul(scale), figure.step.checked_mul(scale)) else {
                return false;
            };
            let far = value.checked_sub(self.value).map(|far| far.abs());
            let is_rounded = figure.step != Decimal::ONE || scale != Decimal::ONE;
            // Whole rupiah of amounts with sen.
            let is_whole = || {
                let whole = self.value.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
                self.jenis == Jenis::Uang && !self.value.fract().is_zero() && (whole - value).abs() <= Decimal::from(self.rows)
            };
            far.is_some_and(|far| far.is_zero() || is_rounded && far < step || is_whole())
        })
    }
}

/// The column's sum that a stated figure says to be and is not; none where it is another's, or that of any year.
pub(crate) fn differing<'s>(source: &Source, sums: &'s [Sum], figure: &StatedFigure) -> Option<&'s Sum> {
    if figure.alike > 1 || figure.value <= Decimal::ZERO {
        return None;
    }
    let of = subject(source.sumber.bentuk);
    let named: Vec<&Sum> = sums.iter().filter(|sum| sum.is_named(figure, of)).collect();
    let is_clear = !named.is_empty()
        && named.iter().all(|sum| sum.isian == named[0].isian)
        && named.iter().all(|sum| sum.tahun == named[0].tahun);
    // `Anggota : 3` may be of a committee.
    let is_whole = |sum: &&Sum| figure.is_led || sum.jenis == Jenis::Uang && figure.words.len() > 1;
    named.first().copied().filter(|_| is_clear && named.iter().all(|sum| !sum.is_told_by(figure))).filter(is_whole)
}

/// The number of the list's own rows that a figure states: `Jumlah Koperasi 17`, `dari 17 koperasi`.
pub(crate) fn count_of(source: &Source, figure: &StatedFigure) -> Option<u64> {
    let of = subject(source.sumber.bentuk);
    let is_of = |word: &String| of.contains(&word.as_str());
    let are_of = |words: &BTreeSet<String>| words.iter().all(&is_of);
    let is_one_text = || figure.words.is_empty() && figure.label == figure.piece;
    let is_said = figure.words.iter().any(is_of) || is_one_text() && figure.unit.iter().any(is_of);
    let is_counted =
        are_of(&figure.words) && figure.unit.iter().all(|word| is_of(word) || matches!(word.as_str(), "unit" | "buah"));
    let value = u64::try_from(figure.value).ok().filter(|_| figure.value.fract().is_zero() && figure.step == Decimal::ONE)?;
    (is_said && is_counted && figure.is_led && figure.alike == 1 && value > 1).then_some(value)
}

/// Words of those among a list's rows that are so, and of those that are not.
const HALVES: &[(&[&str], &[&str])] = &[
    (&["aktif"], &["tidak", "aktif"]),
    (&["aktif"], &["non", "aktif"]),
    (&["aktif"], &["nonaktif"]),
    (&["aktif"], &["pasif"]),
    (&["rat"], &["belum", "rat"]),
    (&["rat"], &["tidak", "rat"]),
    (&["sudah", "rat"], &["belum", "rat"]),
];

/// What two figures of a line say together of the list's rows, where one is of those that are so and one of those that are not.
pub(crate) fn halves<'s>(source: &Source, stated: &'s [Stated]) -> Option<(&'s Stated, u64)> {
    let of = subject(source.sumber.bentuk);
    let is = |own: &Stated, list: &[&str]| {
        let words = own.figure.words.iter().map(String::as_str).filter(|word| !of.contains(word));
        words.collect::<BTreeSet<&str>>() == list.iter().copied().collect() && own.figure.alike == 1
    };
    let number = |own: &Stated| u64::try_from(own.figure.value).ok().filter(|_| own.figure.value.fract().is_zero());
    HALVES.iter().find_map(|(so, other)| {
        let (so, other) = (stated.iter().find(|own| is(own, so))?, stated.iter().find(|own| is(own, other))?);
        Some((so, number(so)?.checked_add(number(other)?)?))
    })
}

/// Whether a cell is one that may be part of a stated figure.
pub(crate) fn is_filled(cell: &Cell) -> bool {
    !matches!(&cell.value, Value::Text(text) if text.trim().is_empty())
}

/// What is stated once: several figures of one label are those of several groups.
pub(crate) fn only_once(stated: Vec<Stated>) -> Vec<Stated> {
    let is_alone = |own: &Stated| {
        let others = stated.iter().filter(|other| other.figure.words == own.figure.words && other.figure.unit == own.figure.unit);
        others.count() == 1
    };
    let alone: Vec<bool> = stated.iter().map(is_alone).collect();
    stated.into_iter().zip(alone).filter(|(_, alone)| *alone).map(|(own, _)| own).collect()
}
