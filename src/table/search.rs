//! Where the headings of a sheet's next table stand: the rows that name the wanted fields best.

use super::headings::block::Block;
use super::headings::column::kinds_below;
use super::headings::field::{Fields, Told};
use super::headings::spread::ends_in_a_label;
use super::headings::window::{HeldCell, Merges, Window};
use crate::text::heading::Heading;
use crate::workbook::Sheet;
use std::collections::BTreeSet;

/// Rows with cells that may be headings, from where a table may start.
const CANDIDATES: usize = 60;
/// Heading rows are at most this many.
const HEIGHT: u32 = 5;
/// So many numbers below a text make it a column's heading.
const FIGURES: u32 = 2;

/// The rows that the profile names as headings.
pub(crate) fn block_at<'a>(
    sheet: &'a Sheet,
    merges: &Merges,
    fields: &Fields,
    first: u32,
    last: u32,
) -> Option<(Window<'a>, Block)> {
    let window = Window::open(sheet, merges, first)?;
    let last = last.max(first).min(first.saturating_add(20));
    let block = Block::read(&window, fields, &mut Told::new(), first, last)?;
    Some((window, block))
}

pub(crate) fn best_block(window: &Window, fields: &Fields) -> Option<Block> {
    let mut best: Option<Block> = None;
    let mut told = Told::new();
    let mut tried = BTreeSet::new();
    for strict in [true, false] {
        for row in candidate_rows(window, fields, strict) {
            for first in row.saturating_sub(HEIGHT - 1).max(window.first)..=row {
                for last in row..=(first + HEIGHT - 1).min(window.last()) {
                    if !tried.insert((first, last)) || ends_in_a_label(window, fields, first, last) {
                        continue;
                    }
                    let Some(block) = Block::read(window, fields, &mut told, first, last) else { continue };
                    let is_better = best.as_ref().is_none_or(|best| {
                        // Further down the same headings come again: only richer ones replace those above.
                        let is_elsewhere = block.first > best.last;
                        block.score > best.score && (!is_elsewhere || block.found() > best.found())
                    });
                    if block.found() > 0 && is_better {
                        best = Some(block);
                    }
                }
            }
            // Headings end the search: what follows them is their own table's.
            if best.as_ref().is_some_and(|best| best.score > 0 && row > best.last + HEIGHT) {
                break;
            }
        }
        if best.as_ref().is_some_and(|best| best.score > 0) {
            break;
        }
    }
    best.map(|best| with_leaves(window, fields, &mut told, best))
}

/// The block with the row below it, where that row heads a column of figures that no heading of the block does: `T | R`
/// under a `Volume Usaha` that was not merged. Not to know its words makes it no label of rows.
fn with_leaves(window: &Window, fields: &Fields, told: &mut Told, block: Block) -> Block {
    let leaves = window.row(block.last + 1);
    let of = |cell: &HeldCell| window.columns.binary_search(&cell.at.column).ok();
    let is_text = |cell: &HeldCell| cell.heading().is_some_and(|heading| !heading.words.is_empty());
    let heads_figures = |used: usize| kinds_below(window, used, block.last + 1).numbers >= FIGURES;
    let is_orphan = |cell: &&HeldCell| {
        of(cell).is_some_and(|used| block.columns.iter().all(|column| column.used != used) && heads_figures(used))
    };
    if leaves.len() < 2
        || !leaves.iter().all(|cell| is_text(cell) && of(cell).is_some_and(heads_figures))
        || !leaves.iter().any(|cell| is_orphan(&cell))
    {
        return block;
    }
    Block::read(window, fields, told, block.first, block.last + 1).unwrap_or(block)
}

/// Rows where headings of wanted fields stand: two of them, or one in a row of
/// few cells; each is looked for when it is asked for.
fn candidate_rows(window: &Window, fields: &Fields, strict: bool) -> impl Iterator<Item = u32> {
    let filled = (window.first..=window.last()).filter(|row| !window.row(*row).is_empty());
    filled.take(CANDIDATES).filter(move |row| {
        let cells = window.row(*row);
        let known = |heading: &&Heading| if strict { fields.is_known(heading) } else { fields.is_nearly_known(heading) };
        let figures = cells.iter().filter(|cell| cell.is_figure()).count();
        let least = if strict && cells.len() > 3 { 2 } else { 1 };
        has_at_least(cells, figures.max(least), known)
    })
}

/// Whether so many of a row's cells are headings that are known. Most rows are
/// data: they are left as soon as too few cells remain.
fn has_at_least(cells: &[HeldCell], wanted: usize, known: impl Fn(&&Heading) -> bool) -> bool {
    let mut missing = wanted;
    for (index, cell) in cells.iter().enumerate() {
        if missing == 0 || missing > cells.len() - index {
            break;
        }
        missing -= usize::from(cell.heading().is_some_and(|heading| known(&heading)));
    }
    missing == 0
}
