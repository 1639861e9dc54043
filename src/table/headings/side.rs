//! Blocks that stand beside a table under headings of the same row: a recap by
//! kecamatan right of the list it sums.

use super::column::BlockColumn;
use super::window::Window;

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
    // A heading of texts that stands left of here too, over more rows where no blank column parts them.
    let comes_again = |at: usize, start: usize, apart: bool| {
        (0..start).any(|left| {
            let (own, other) = (columns[at].kinds, columns[left].kinds);
            let is_text = other.texts * 2 >= other.filled() || is_number(&told[left]);
            told[left] == told[at] && is_text && (apart || own.filled() < other.filled())
        })
    };
    let mut side: Vec<usize> = Vec::new();
    let mut at = 1;
    while at < columns.len() {
        let apart = is_apart(at);
        let end = (at + 1..columns.len()).find(|next| is_apart(*next)).unwrap_or(columns.len());
        let block = at..end;
        let begins = if apart { block.clone().any(|column| comes_again(column, at, true)) } else { comes_again(at, at, false) };
        match (begins, block.clone().any(|column| is_name(&columns[column]))) {
            (true, false) => {
                side.extend(block);
                at = end;
            }
            // The list goes on beside itself: no part of that is another block either.
            (true, true) => at = end,
            (false, _) => at += 1,
        }
    }
    side
}

fn is_number(told: &[String]) -> bool {
    told.last().is_some_and(|leaf| matches!(leaf.trim_end_matches('.'), "no" | "nomor"))
}
