//! Labels over a table that its heading rows do not hold by themselves: a period
//! whose words stand in cells of their own, a text alone in its row, a label merged
//! over some columns with a blank row below it.

use super::field::Fields;
use super::window::{HeldCell, Window};
use super::words::{is_generic_label, is_running_number};
use crate::text::Period;
use crate::text::heading::Heading;
use crate::text::period::period_alone;
use crate::text::phrase::is_enumerator;
use std::collections::BTreeSet;

/// So many rows above the headings a merged label still heads its columns.
const NEAR: u32 = 3;
/// More words than this are a title.
const SHORT: usize = 4;

/// The rows among `first..=last` that are a period in cells of their own: `Triwulan`
/// and `III`. They are the whole table's, whatever they stand over.
pub(crate) fn spread_periods(window: &Window, first: u32, last: u32) -> BTreeSet<u32> {
    let is_spread = |row: &u32| {
        let cells = window.row(*row);
        if !(2..=4).contains(&cells.len()) {
            return false;
        }
        let texts: Vec<&str> = cells.iter().filter_map(|cell| Some(cell.heading()?.text.as_str())).collect();
        let alone = texts.iter().filter(|text| says(text).is_some()).count();
        let begins_left = cells.first().is_some_and(|cell| window.columns.iter().take(2).any(|column| *column == cell.at.column));
        let is_one = alone == 0 || begins_left && *row == first;
        texts.len() == cells.len()
            && cells.iter().all(|cell| !cell.is_merged())
            && is_one
            && alone < texts.len().max(2)
            && says(&texts.join(" ")).is_some()
    };
    (first..=last).filter(is_spread).collect()
}

/// A part of a year, or a year, that a text is and says nothing besides.
fn says(text: &str) -> Option<Period> {
    period_alone(text).filter(|period| period.year.is_some() || period.months.is_some() || period.until.is_some())
}

/// A row of the headings that holds one text alone, in a cell over one column: a title,
/// a caption or a label, whatever it stands over, and no parent of that column.
pub(crate) struct Lone {
    pub row: u32,
    /// It stands over a heading that is counted: it may be that column's too.
    pub may_head: bool,
}

/// Such rows among `first..=last`. A text over headings that need a parent (`2020`, `L`) is theirs.
pub(crate) fn lone_rows(window: &Window, fields: &Fields, first: u32, last: u32) -> Vec<Lone> {
    let label = |row: u32, used: usize| window.over(row, used).and_then(|id| window.heading(id));
    let lone = |row: u32| {
        let [cell] = window.row(row) else { return corner_titles(window, fields, row, last) };
        let used = window.columns.iter().position(|column| *column == cell.at.column)?;
        let is_alone = (0..window.columns.len()).all(|other| other == used || window.over(row, other).is_none());
        let text = cell.heading().filter(|_| is_alone)?;
        let below = |used: usize| (row + 1..=last).rev().find_map(|below| label(below, used));
        let above = || (first..row).rev().find_map(|above| label(above, used));
        // The running number's heading is as short as such ones are, and needs none.
        let is_number = |leaf: &Heading| leaf.words.is_empty() || is_running_number(&leaf.words);
        let needs_parent = |used: usize| {
            below(used).is_some_and(|leaf| {
                !is_number(leaf) && (is_generic_label(&leaf.words) || leaf.period.is_some()) || leaf.is_bare()
            })
        };
        // A heading's own last line: `Badan Hukum` over `Nomor`, `Volume Usaha` over `(Rp)`.
        let is_own_line = |over: &Heading| {
            is_counted(fields, over) || text.period.is_none() && (fields.is_known(text) || is_generic_label(&text.words))
        };
        if row == last {
            let may_head = above().is_some_and(|over| is_counted(fields, over));
            // `2020` under a figure's heading is its year, and what the sheet says of its figures.
            let is_heard = !above().is_some_and(is_own_line)
                || may_head && text.period.as_ref().is_some_and(says_when) && text.unit.is_none();
            return is_heard.then_some(Lone { row, may_head });
        }
        let is_parent = (used.saturating_sub(1)..=used + 1).any(needs_parent) || fields.is_known(text);
        let may_head = below(used).is_some_and(|leaf| is_counted(fields, leaf));
        (!is_parent).then_some(Lone { row, may_head })
    };
    if first == last { Vec::new() } else { (first..=last).filter_map(lone).collect() }
}

/// Whether the last of several rows is a label over the first rows of the table rather than a line of its headings:
/// `REALISASI` alone under `No`, where the two are no heading together.
pub(crate) fn is_section_label(window: &Window, fields: &Fields, first: u32, last: u32) -> bool {
    let [cell] = window.row(last) else { return false };
    let above = (first..last).rev().find_map(|row| window.over(row, 0)).and_then(|id| window.heading(id));
    let Some(over) = above.filter(|over| is_running_number(&over.words)) else { return false };
    cell.heading().filter(|_| window.columns.first() == Some(&cell.at.column)).is_some_and(|own| {
        let is_one = || fields.is_known(&Heading::read(&format!("{} {}", over.text, own.text)));
        let is_plain = own.period.is_none() && own.unit.is_none() && !own.words.is_empty();
        is_plain && !is_running_number(&own.words) && !is_one()
    })
}

/// At most so many texts share the row of a title.
const CORNERS: usize = 3;

/// A title in the left corner of the row right above the headings, with `Lampiran 1` or the like in the right one: texts
/// over columns that need no parent, the first of them over the first column.
fn corner_titles(window: &Window, fields: &Fields, row: u32, last: u32) -> Option<Lone> {
    let cells = window.row(row);
    let at = |cell: &HeldCell| window.columns.iter().position(|column| *column == cell.at.column);
    let is_corner = (2..=CORNERS).contains(&cells.len()) && row < last && cells.first().and_then(at) == Some(0);
    if !is_corner || !cells.iter().all(|cell| !cell.is_merged() && cell.heading().is_some_and(|text| !text.words.is_empty())) {
        return None;
    }
    let leaf = |used: usize| (row + 1..=last).rev().find_map(|below| window.over(below, used)).and_then(|id| window.heading(id));
    let needs_parent = |leaf: &Heading| {
        !leaf.words.is_empty() && !is_running_number(&leaf.words) && (is_generic_label(&leaf.words) || leaf.period.is_some())
            || leaf.is_bare()
    };
    let leaves: Vec<&Heading> = (0..window.columns.len()).filter_map(leaf).collect();
    // The same leaves twice: what stands over them tells them apart.
    let is_twice = leaves.iter().enumerate().any(|(at, leaf)| leaves[..at].iter().any(|other| other.words == leaf.words));
    let is_parent = |cell: &HeldCell| {
        let own = at(cell).unwrap_or_default();
        let below = if leaf(own).is_some() { own..=own } else { own.saturating_sub(1)..=own + 1 };
        cell.heading().is_some_and(|text| fields.is_known(text)) || below.filter_map(leaf).any(needs_parent)
    };
    if leaf(0).is_none() || is_twice || leaves.len() <= cells.len() || cells.iter().any(is_parent) {
        return None;
    }
    let may_head = cells.iter().any(|cell| at(cell).and_then(leaf).is_some_and(|leaf| is_counted(fields, leaf)));
    Some(Lone { row, may_head })
}

fn says_when(period: &Period) -> bool {
    period.year.is_some() || period.is_part()
}

fn is_counted(fields: &Fields, heading: &Heading) -> bool {
    !fields.fits_alone(heading).is_empty()
}

/// Whether the last of these rows is no heading but a label of the rows below.
pub(crate) fn ends_in_a_label(window: &Window, fields: &Fields, first: u32, last: u32) -> bool {
    let is_label = || lone_rows(window, fields, first, last).last().is_some_and(|lone| lone.row == last && !lone.may_head);
    first < last && (is_lettered(window, first, last) || is_label())
}

/// `A | KOPERASI SIMPAN PINJAM` and nothing else right below a row of headings: the letter
/// stands under the running numbers, and counts the groups of rows.
fn is_lettered(window: &Window, first: u32, last: u32) -> bool {
    let [letter, label] = window.row(last) else { return false };
    let numbers =
        |row: u32| window.over(row, 0).and_then(|id| window.heading(id)).is_some_and(|leaf| is_running_number(&leaf.words));
    let is_first = window.columns.first() == Some(&letter.at.column) && window.columns.get(1) == Some(&label.at.column);
    let is_one = |cell: &HeldCell| cell.at.row == last && cell.heading().is_some();
    let counts = || letter.heading().is_some_and(|heading| is_enumerator(heading.text.trim().trim_end_matches(['.', ')'])));
    is_first && is_one(letter) && is_one(label) && window.row(last - 1).len() > 2 && counts() && (first..last).any(numbers)
}

/// Labels merged over fewer than half of the columns, right of the first, in the
/// rows right above the headings; `used` are the headings' columns.
pub(crate) fn merged_above(window: &Window, first: u32, used: &[usize]) -> Vec<u32> {
    let Some(leftmost) = used.first().map(|used| window.columns[*used]) else { return Vec::new() };
    let mut found: BTreeSet<u32> = BTreeSet::new();
    for row in first.saturating_sub(NEAR).max(window.first)..first {
        for id in used.iter().filter_map(|used| window.over(row, *used)) {
            let cell = window.held(id);
            let is_short = cell.heading().is_some_and(|heading| (1..=SHORT).contains(&heading.words.len()));
            let reached = cell.at.column..=cell.last.column;
            let reaches = used.iter().filter(|used| reached.contains(&window.columns[**used])).count();
            if is_short && cell.last.column > cell.at.column && cell.at.column > leftmost && reaches * 2 < used.len() {
                found.insert(id);
            }
        }
    }
    found.into_iter().collect()
}
