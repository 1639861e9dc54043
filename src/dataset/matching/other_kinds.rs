//! Two blocks side by side, each under the name of a kind: `KSP` over the table's columns and `KSU` over those beside it.

use crate::dataset::cell::raw_text;
use crate::text::label::words;
use crate::text::lexicon::KINDS;
use crate::workbook::Sheet;
use std::collections::BTreeSet;

/// Whether kinds stand over a block (its columns, above the last row of headings) and others over the columns left of it.
pub(super) fn are_of_other_kinds(sheet: &Sheet, headings: u32, own: &[u32], block: (u32, u32)) -> bool {
    let kinds = |is_of: &dyn Fn(u32) -> bool| -> BTreeSet<String> {
        let cells = (0..headings).flat_map(|row| sheet.row(row)).filter(|cell| is_of(cell.at.column));
        let words = cells.map(|cell| words(&raw_text(&cell.value))).filter(|words| words.len() == 1);
        words.flatten().filter(|word| KINDS.contains(&word.as_str()) && !matches!(word.as_str(), "koperasi" | "kop")).collect()
    };
    let (theirs, mine) = (kinds(&|column| (block.0..=block.1).contains(&column)), kinds(&|column| own.contains(&column)));
    !theirs.is_empty() && !mine.is_empty() && theirs.is_disjoint(&mine)
}
