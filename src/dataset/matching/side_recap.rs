//! A recap right of a table that repeats its headings: `5 Koperasi Terbesar | Volume Usaha`, `Kecamatan | Jumlah`. Where each of
//! its figures is one of the table's own, or what some of its rows come to, no column of it is the table's.

use crate::dataset::cell::raw_text;
use crate::dataset::counted::figure_of;
use crate::dataset::matching::other_kinds::are_of_other_kinds;
use crate::dataset::matching::years::year_written;
use crate::table::{LayoutRow, RowKind, TableLayout};
use crate::text::heading::Heading;
use crate::text::is_number_text;
use crate::text::label::{spelt_words, stated_year, words};
use crate::text::lexicon::CORRECTED;
use crate::text::phrase::{total_phrase, without_place_word};
use crate::text::section::{SectionLabel, section_label};
use crate::text::unclear_unit::unclear_unit;
use crate::text::{another_figure, limiting, period_named, provisional};
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::{Cell, Sheet, Value};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// A longer table, or recap, is not gone through.
const MOST: usize = 5_000;
const LINES: usize = 60;
/// A heading that comes again stands at most so many columns right of its block's first.
const LEADS: u32 = 3;

/// The layout without the columns of such recaps, which it lists instead.
pub(crate) fn without_side_recaps(sheet: &Sheet, mut layout: TableLayout) -> TableLayout {
    let recaps = side_recaps(sheet, &layout);
    if recaps.is_empty() {
        return layout;
    }
    let is_own = |column: u32| !recaps.iter().any(|(first, last)| (*first..=*last).contains(&column));
    layout.columns.retain(|heading| is_own(heading.column));
    layout.doubtful.retain(|doubtful| is_own(doubtful.column));
    layout.made_up.retain(|(whole, parts)| is_own(*whole) && parts.iter().all(|part| is_own(*part)));
    for (isian, columns) in std::mem::take(&mut layout.ambiguous) {
        let own: Vec<u32> = columns.into_iter().filter(|column| is_own(*column)).collect();
        match own[..] {
            [] => {}
            [one] => {
                let heading = layout.columns.iter_mut().find(|heading| heading.column == one);
                heading.into_iter().for_each(|heading| heading.isian = Some(isian.clone()));
            }
            _ => layout.ambiguous.push((isian, own)),
        }
    }
    layout.side_recaps = recaps;
    layout
}

/// The first and last columns of the blocks right of the table that are such recaps.
fn side_recaps(sheet: &Sheet, layout: &TableLayout) -> Vec<(u32, u32)> {
    let columns = || layout.columns.iter().map(|heading| heading.column);
    let (Some(first), Some(last), Some(width)) = (columns().min(), columns().max(), sheet.cells.columns()) else {
        return Vec::new();
    };
    // Most sheets hold nothing beside their table.
    let is_whole = width.1 <= last && (last - first) as usize + 1 == layout.columns.len();
    if is_whole && layout.ambiguous.is_empty() {
        return Vec::new();
    }
    let is_data = |row: &LayoutRow| matches!(row.kind, RowKind::Data | RowKind::DataUnlessSum { .. });
    let data: Vec<u32> = layout.rows.iter().filter(is_data).map(|row| row.row).take(MOST + 1).collect();
    let Some(end) = data.last().copied().filter(|_| data.len() <= MOST) else { return Vec::new() };
    let mut filled: BTreeSet<u32> = BTreeSet::new();
    for row in layout.header.0..=end {
        filled.extend(sheet.row(row).iter().filter(|cell| cell.at.column >= first && !is_blank(cell)).map(|cell| cell.at.column));
    }
    let end_of_run = |from: u32| (from..).take_while(|column| filled.contains(column)).last();
    let apart = filled.iter().copied().filter(|column| *column > first && !filled.contains(&(column - 1)));
    let rivals = layout.ambiguous.iter().flat_map(|(_, columns)| {
        let own = columns.iter().min().copied().unwrap_or_default();
        columns
            .iter()
            .filter(move |column| **column > own)
            .flat_map(move |column| column.saturating_sub(LEADS).max(own + 1)..=*column)
    });
    let starts: BTreeSet<u32> = apart.chain(rivals).chain([last + 1]).collect();
    let mut found: Vec<(u32, u32)> = Vec::new();
    for start in starts {
        let Some(last) = end_of_run(start).filter(|_| found.last().is_none_or(|(_, last)| start > *last)) else { continue };
        let own = columns().filter(|column| *column < start).collect();
        let mut block = Block { sheet, own, data: &data, lines: Vec::new(), uncounted: BTreeSet::new() };
        if block.says_again(layout, (start, last), end) {
            found.push((start, last));
        }
    }
    found
}

fn is_blank(cell: &Cell) -> bool {
    matches!(&cell.value, Value::Text(text) if text.trim().is_empty())
}

/// A block beside a table, line by line.
struct Block<'a> {
    sheet: &'a Sheet,
    /// The table's columns left of it.
    own: Vec<u32>,
    /// The table's rows.
    data: &'a [u32],
    lines: Vec<Line>,
    /// Its columns whose headings say another thing than how many there are.
    uncounted: BTreeSet<u32>,
}

struct Line {
    label: String,
    /// What else it says in words.
    texts: Vec<String>,
    figures: Vec<(u32, Decimal)>,
}

/// What a block's column may hold of a group of rows: how many they are, what a column of theirs comes to, or its share of all.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Count,
    Sum(u32),
    Share(u32),
    CountShare,
}

impl Block<'_> {
    /// Reads the block; whether all its figures are the rows'.
    fn says_again(&mut self, layout: &TableLayout, block: (u32, u32), end: u32) -> bool {
        let Some(lines) = self.read(layout.header, block, end) else { return false };
        self.lines = lines;
        let are_distinct =
            self.lines.iter().map(|line| without_place_word(&line.label)).collect::<BTreeSet<_>>().len() == self.lines.len();
        if self.lines.is_empty() || self.lines.len() > LINES || !are_distinct {
            return false;
        }
        let groups: Vec<Vec<Vec<u32>>> = self.own.iter().filter_map(|column| self.groups(*column)).collect();
        let by_groups = groups.iter().any(|groups| self.agrees(layout, groups));
        by_groups || self.agrees_by_years(layout) || self.is_of_all(layout)
    }

    /// The block's lines; none where one of its cells is of another kind.
    fn read(&mut self, header: (u32, u32), (first, last): (u32, u32), end: u32) -> Option<Vec<Line>> {
        let mut lines: Vec<Line> = Vec::new();
        // What stands over it may say that its rows are others, or other figures.
        let over = (0..header.0).flat_map(|row| self.sheet.row(row)).filter(|cell| (first..=last).contains(&cell.at.column));
        let is_plain_over = over.into_iter().all(|cell| is_plain(&raw_text(&cell.value)));
        if !is_plain_over || are_of_other_kinds(self.sheet, header.1, &self.own, (first, last)) {
            return None;
        }
        for row in header.0..=end {
            let cells: Vec<Cell> = self.sheet.row(row);
            let cells: Vec<&Cell> =
                cells.iter().filter(|cell| (first..=last).contains(&cell.at.column) && !is_blank(cell)).collect();
            let is_heading = lines.is_empty() && !cells.iter().any(|cell| figure(cell).is_some());
            if is_heading && !cells.iter().all(|cell| is_plain(&raw_text(&cell.value))) {
                return None;
            }
            if is_heading {
                let others = cells.iter().filter(|cell| !says_how_many(&raw_text(&cell.value)));
                self.uncounted.extend(others.map(|cell| cell.at.column));
            }
            // 1, 2, 3 below the headings.
            let is_numbers =
                lines.is_empty() && cells.iter().all(|cell| figure(cell).is_some_and(|own| own < Decimal::TEN) && !is_year(cell));
            if cells.is_empty() || is_heading || is_numbers && row <= header.1 {
                continue;
            }
            let label = cells.iter().position(|cell| is_label(cell)).or_else(|| is_year(cells[0]).then_some(0))?;
            let is_running = |cell: &&&Cell| figure(cell) == Some(Decimal::from(lines.len() + 1));
            if !cells[..label].iter().all(|cell| is_running(&cell)) {
                return None;
            }
            let rest = &cells[label + 1..];
            let figures: Vec<(u32, Decimal)> = rest.iter().filter_map(|cell| Some((cell.at.column, figure(cell)?))).collect();
            let texts: Vec<String> =
                rest.iter().filter(|cell| is_label(cell)).map(|cell| without_place_word(&raw_text(&cell.value))).collect();
            if figures.is_empty() || figures.len() + texts.len() < rest.len() {
                return None;
            }
            lines.push(Line { label: raw_text(&cells[label].value).trim().to_owned(), texts, figures });
        }
        Some(lines)
    }

    /// The rows that each line is of, by what a column of the table calls them; none where a label is no value of it.
    fn groups(&self, column: u32) -> Option<Vec<Vec<u32>>> {
        let mut by_value: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for row in self.data {
            if let Some(cell) = self.sheet.cell(CellAddress::new(*row, column)) {
                by_value.entry(without_place_word(&raw_text(&cell.value))).or_default().push(*row);
            }
        }
        let mut is_named = false;
        let groups = self.lines.iter().map(|line| {
            let own = by_value.get(&without_place_word(&line.label));
            is_named |= own.is_some();
            own.cloned().or_else(|| is_total(&line.label).then(|| self.data.to_vec()))
        });
        groups.collect::<Option<Vec<_>>>().filter(|_| is_named)
    }

    /// Whether each column of the block holds one thing of those groups.
    fn agrees(&self, layout: &TableLayout, groups: &[Vec<u32>]) -> bool {
        let mut kinds: BTreeMap<u32, BTreeSet<Of>> = BTreeMap::new();
        let mut listed: BTreeMap<u32, Decimal> = BTreeMap::new();
        for (line, rows) in self.lines.iter().zip(groups) {
            if !line.texts.iter().all(|text| rows.iter().all(|row| self.says(*row, text))) {
                return false;
            }
            for (column, figure) in &line.figures {
                // What the lines above it come to, where they are not all of the rows.
                if is_total(&line.label) && listed.get(column) == Some(figure) {
                    continue;
                }
                let mut own = self.may_be(*figure, rows);
                // `Kurang | 1` is no count of a kecamatan's one koperasi.
                if self.uncounted.contains(column) {
                    own.remove(&Of::Count);
                }
                let kinds = kinds.entry(*column).or_insert_with(|| own.clone());
                *kinds = kinds.intersection(&own).copied().collect();
                let sum = listed.entry(*column).or_default();
                *sum = sum.checked_add(*figure).unwrap_or(*sum);
            }
        }
        !kinds.is_empty() && kinds.values().all(|own| !own.is_empty()) && self.are_of_rivals(layout, &kinds)
    }

    /// Years, the last of them the table's own, as its title or its file's name says.
    fn agrees_by_years(&self, layout: &TableLayout) -> bool {
        let stem = self.sheet.berkas.rsplit('/').next().unwrap_or_default();
        let own = layout.period.as_ref().and_then(|period| period.year).or_else(|| year_written(stem));
        let is_own = |line: &Line| own.is_some_and(|own| Year::parse(&line.label) == Some(own));
        if !self.lines.last().is_some_and(is_own) {
            return false;
        }
        let years: Option<Vec<i32>> = self.lines.iter().map(|line| Year::parse(&line.label).map(|year| year.0)).collect();
        let Some(last) = self.lines.last().filter(|last| last.texts.is_empty()) else { return false };
        let follow = years.is_some_and(|years| years.len() > 1 && years.windows(2).all(|pair| pair[0] + 1 == pair[1]));
        let kinds = last.figures.iter().map(|(column, figure)| (*column, self.may_be(*figure, self.data))).collect();
        let columns = |line: &Line| line.figures.iter().map(|(column, _)| *column).collect::<Vec<_>>();
        let are_alike = self.lines.iter().all(|line| columns(line) == columns(last));
        follow
            && are_alike
            && last.figures.iter().all(|(_, own)| !self.may_be(*own, self.data).is_empty())
            && self.are_of_rivals(layout, &kinds)
    }

    /// What all rows come to: `Total Volume Usaha`, `Rata-rata`, `Tertinggi`.
    fn is_of_all(&self, layout: &TableLayout) -> bool {
        let mut all: BTreeMap<u32, BTreeSet<Of>> = BTreeMap::new();
        for line in &self.lines {
            let [(column, figure)] = line.figures[..] else { return false };
            // A mean or an extreme says so by its own word.
            let is_said = |kind: &OfAll| !matches!(kind, OfAll::Sum) || is_plain(&line.label);
            let is_bare = line.texts.is_empty() && says_no_more(layout, &line.label);
            let Some(kind) = of_all(&line.label).filter(|kind| is_bare && is_said(kind)) else { return false };
            let own: BTreeSet<Of> = match kind {
                OfAll::Sum => {
                    self.may_be(figure, self.data).into_iter().filter(|of| matches!(of, Of::Count | Of::Sum(_))).collect()
                }
                kind => self.own.iter().filter(|own| self.is_extreme(**own, figure, kind)).map(|own| Of::Sum(*own)).collect(),
            };
            if own.is_empty() {
                return false;
            }
            all.entry(column).or_default().extend(own);
        }
        self.are_of_rivals(layout, &all)
    }

    fn is_extreme(&self, column: u32, figure: Decimal, kind: OfAll) -> bool {
        let values: Vec<Decimal> = self.data.iter().filter_map(|row| self.value(*row, column)).collect();
        match kind {
            OfAll::Most => values.iter().max() == Some(&figure),
            OfAll::Least => values.iter().min() == Some(&figure),
            _ => {
                let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value));
                let mean = sum.filter(|_| !values.is_empty()).and_then(|sum| sum.checked_div(Decimal::from(values.len())));
                mean.is_some_and(|mean| (mean - figure).abs() < Decimal::ONE)
            }
        }
    }

    /// Whether a block's column that would be a field's as well as the table's own holds that column's figures.
    fn are_of_rivals(&self, layout: &TableLayout, kinds: &BTreeMap<u32, BTreeSet<Of>>) -> bool {
        let is_own = |column: u32, own: u32| kinds.get(&column).is_none_or(|kinds| kinds.contains(&Of::Sum(own)));
        layout.ambiguous.iter().all(|(_, columns)| {
            let own: Vec<u32> = columns.iter().copied().filter(|column| self.own.contains(column)).collect();
            let theirs = || columns.iter().filter(|column| !self.own.contains(column));
            own.len() != 1 || theirs().all(|column| is_own(*column, own[0]))
        })
    }

    /// What a figure is of some of the rows.
    fn may_be(&self, figure: Decimal, rows: &[u32]) -> BTreeSet<Of> {
        let mut found = BTreeSet::new();
        let is_share = |part: Decimal, whole: Decimal| {
            let share = part.checked_div(whole);
            let is_near = |share: Decimal, off: Decimal| (share - figure).abs() <= off;
            share.is_some_and(|share| {
                is_near(share, Decimal::new(6, 4)) || is_near(share * Decimal::ONE_HUNDRED, Decimal::new(6, 2))
            })
        };
        let count = Decimal::from(rows.len());
        if figure == count {
            found.insert(Of::Count);
        }
        if is_share(count, Decimal::from(self.data.len())) {
            found.insert(Of::CountShare);
        }
        for column in &self.own {
            let sum = |rows: &[u32]| {
                let values = rows.iter().map(|row| self.value(*row, *column));
                values.flatten().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value))
            };
            let Some(own) = sum(rows) else { continue };
            if own == figure {
                found.insert(Of::Sum(*column));
            } else if sum(self.data).is_some_and(|all| !all.is_zero() && is_share(own, all)) {
                found.insert(Of::Share(*column));
            }
        }
        found
    }

    fn value(&self, row: u32, column: u32) -> Option<Decimal> {
        let cell = self.sheet.cell(CellAddress::new(row, column))?;
        figure(&cell)
    }

    fn says(&self, row: u32, text: &str) -> bool {
        self.own
            .iter()
            .filter_map(|column| self.sheet.cell(CellAddress::new(row, *column)))
            .any(|cell| without_place_word(&raw_text(&cell.value)) == text)
    }
}

/// Whether a heading speaks of no other year, and of no rows or figures that are something else: `Koperasi Bubar 2020`, `Angka
/// Sementara`, `Volume Usaha (Koreksi)`.
fn is_plain(heading: &str) -> bool {
    let words = spelt_words(heading);
    let is_of_another = words.iter().any(|word| stated_year(word).is_some() || CORRECTED.contains(&word.as_str()));
    let is_other = || {
        // `Kecamatan bubar` says it of the rows.
        let says = |text: &str| matches!(section_label(text, |_| false), SectionLabel::Status(_) | SectionLabel::Unit(_));
        says(heading)
            || says(&without_place_word(heading))
            || provisional(heading).or_else(|| limiting(heading)).or_else(|| another_figure(heading)).is_some()
    };
    // A unit, a part of the year: what it says of these figures it says of the table's.
    let is_told = || Heading::read(heading).unit.is_some_and(|(factor, _)| factor > 1) || period_named(heading).is_some();
    !is_of_another && !is_other() && !is_told() && unclear_unit(heading).is_none()
}

fn figure(cell: &Cell) -> Option<Decimal> {
    match &cell.value {
        Value::Number { value, .. } => Some(*value),
        Value::Text(text) if is_number_text(text) => figure_of(Some(cell)),
        _ => None,
    }
}

fn is_label(cell: &Cell) -> bool {
    matches!(&cell.value, Value::Text(text) if text.chars().any(char::is_alphabetic))
}

fn is_year(cell: &Cell) -> bool {
    Year::parse(raw_text(&cell.value).trim()).is_some_and(|year| (1990..=2099).contains(&year.0))
}

fn is_total(label: &str) -> bool {
    total_phrase(label).is_some()
}

#[derive(Clone, Copy)]
enum OfAll {
    Sum,
    Mean,
    Most,
    Least,
}

/// `Jumlah`, `Banyaknya Koperasi`, `Count of Nama`
fn says_how_many(heading: &str) -> bool {
    let first = spelt_words(heading).into_iter().next();
    let counts = ["jumlah", "banyak", "banyaknya", "total", "count", "koperasi", "unit", "umkm", "usaha", "n", "data", "sum"];
    first.is_none_or(|first| counts.contains(&first.as_str()))
}

/// Whether a label of all rows has no words but the table's headings and such as say all.
fn says_no_more(layout: &TableLayout, label: &str) -> bool {
    let own: BTreeSet<String> =
        layout.columns.iter().flat_map(|column| &column.path).flat_map(|label| spelt_words(label)).collect();
    let all = |word: &String| {
        matches!(
            word.as_str(),
            "koperasi"
                | "usaha"
                | "umkm"
                | "anggota"
                | "seluruh"
                | "seluruhnya"
                | "semua"
                | "keseluruhan"
                | "rata"
                | "total"
                | "jumlah"
                | "nilai"
        )
    };
    spelt_words(label).iter().skip(1).all(|word| own.contains(word) || all(word))
}

/// What a label says of all the rows.
fn of_all(label: &str) -> Option<OfAll> {
    let first = words(label).into_iter().next()?;
    Some(match first.as_str() {
        "jumlah" | "total" | "banyak" | "banyaknya" | "jml" | "grand" => OfAll::Sum,
        "rata" | "rerata" | "average" | "mean" => OfAll::Mean,
        "maks" | "maksimum" | "max" | "tertinggi" | "terbesar" => OfAll::Most,
        "min" | "minimum" | "terendah" | "terkecil" => OfAll::Least,
        _ => return None,
    })
}
