//! Labels over a table that its heading rows do not hold by themselves: a period
//! whose words stand in cells of their own, a label merged over some columns with a
//! blank row below it.

use super::window::Window;
use crate::text::Period;
use crate::text::period::period_alone;
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
