//! Blocks that stand beside a table under headings of the same row: a recap by
//! kecamatan right of the list it sums.

use super::column::BlockColumn;
use super::window::Window;
use std::collections::BTreeMap;

/// Where another block's columns begin and end among the table's: those right of
/// a blank column, or right beside it with fewer rows, whose headings come again
/// (`Kecamatan`, `No`) and of whom none names the table's own rows.
///
/// `is_name` says whether a column's headings are those of the name's field: two
/// lists of entities side by side are one list, and no column of it is dropped.
pub(crate) fn side_blocks(window: &Window, columns: &[BlockColumn], is_name: impl Fn(&BlockColumn) -> bool) -> Vec<usize> {
    let words = |column: &BlockColumn| -> Vec<String> {
        let headings = column.path.iter().filter_map(|id| window.heading(*id));
        let text = |heading: &crate::text::heading::Heading| heading.text.to_lowercase();
        headings.map(text).collect()
    };
    let is_apart = |at: usize| window.columns[columns[at].used] > window.columns[columns[at - 1].used] + 1;
    let told: Vec<Vec<String>> = columns.iter().map(words).collect();
    let is_text = |at: usize| {
        let kinds = columns[at].kinds;
        kinds.texts * 2 >= kinds.filled() || is_number(&told[at])
    };
    // The headings of texts left of here, and the most rows that any of their columns has.
    let mut left: BTreeMap<&[String], u32> = BTreeMap::new();
    let mut side: Vec<usize> = Vec::new();
    let (mut at, mut heeded) = (1, 0);
    while at < columns.len() {
        for before in (heeded..at).filter(|before| is_text(*before)) {
            let most = left.entry(&told[before]).or_default();
            *most = columns[before].kinds.filled().max(*most);
        }
        heeded = at;
        let apart = is_apart(at);
        let end = || (at + 1..columns.len()).find(|next| is_apart(*next)).unwrap_or(columns.len());
        // Where no blank column parts them the one at the left has more rows.
        let begins = if apart {
            (at..end()).any(|column| left.contains_key(told[column].as_slice()))
        } else {
            left.get(told[at].as_slice()).is_some_and(|most| columns[at].kinds.filled() < *most)
        };
        if !begins {
            at += 1;
            continue;
        }
        let end = end();
        // The list goes on beside itself: no part of that is another block either.
        if !(at..end).any(|column| is_name(&columns[column])) {
            side.extend(at..end);
        }
        at = end;
    }
    side
}

fn is_number(told: &[String]) -> bool {
    told.last().is_some_and(|leaf| matches!(leaf.trim_end_matches('.'), "no" | "nomor"))
}
