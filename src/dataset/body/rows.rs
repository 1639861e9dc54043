//! Which rows below the headings count, and what is said of the others.

use crate::dataset::accept::Findings;
use crate::dataset::body::row_said::{RowsSaid, skipped};
use crate::dataset::cell::raw_text;
use crate::dataset::counted::{CountedRow, RowColumns, StatedTotal};
use crate::dataset::merged::Merged;
use crate::diagnostic::{BarisDilewati, SkipReason, Temuan};
use crate::table::Ground;
use crate::vocabulary::{CellAddress, mask_digits, mask_person};
use crate::workbook::{Sheet, Value};
use std::borrow::Cow;

#[derive(Default)]
pub(crate) struct Rows {
    pub counted: Vec<CountedRow>,
    pub totals: Vec<StatedTotal>,
    /// What each row is that is not plainly data, with what says so.
    pub said: RowsSaid,
}

/// The office accepts the row.
pub(crate) fn accepted() -> Ground {
    Ground::Key("terima".to_owned())
}

/// Tells the rows that were skipped.
pub(crate) fn note_skipped(sheet: &Sheet, rows: &Rows, findings: &mut Findings) {
    let mut skipped = skipped(&rows.said);
    // Rows without a cell are in no list.
    let between = |pair: &[CountedRow]| {
        let gap = pair[0].row + 1..pair[1].row;
        gap.filter(|row| !rows.said.contains_key(row) && sheet.row(*row).is_empty()).count()
    };
    let blank: usize = rows.counted.windows(2).map(between).sum();
    if blank > 0 {
        *skipped.entry(SkipReason::Kosong).or_default() += blank;
    }
    if !skipped.is_empty() {
        let jumlah = skipped.into_iter().collect();
        findings.add(Temuan::new(sheet.at(), BarisDilewati { jumlah }));
    }
}

/// The row's name, blanks collapsed, personal data masked; empty where it has none.
pub(crate) fn name_of(sheet: &Sheet, row: u32, columns: &RowColumns, merged: &Merged) -> String {
    let sought: &[u32] = if columns.names.is_empty() { columns.keys } else { columns.names };
    let texts = sought.iter().filter_map(|column| merged.cell(sheet, CellAddress::new(row, *column)));
    let mut names = texts.map(|cell| match &cell.value {
        Value::Error(_) | Value::NoResult => Cow::Borrowed(""),
        Value::Text(text) if is_spaced_plainly(text) => Cow::Borrowed(*text),
        value => Cow::Owned(raw_text(value).split_whitespace().collect::<Vec<_>>().join(" ")),
    });
    let name = names.find(|text| text.chars().any(char::is_alphanumeric)).unwrap_or_default();
    // What is masked reaches beyond what is kept, so that no number is cut before it is told.
    let end = |text: &str, most: usize| {
        let places = (text.len() > most).then(|| text.char_indices());
        places.and_then(|mut places| places.nth(most)).map(|(at, _)| at)
    };
    let name = end(&name, LONGEST_NAME * 2).map_or(&*name, |at| &name[..at]);
    let mut masked = if columns.mask { mask_digits(name) } else { mask_person(name) };
    if let Some(at) = end(&masked, LONGEST_NAME) {
        masked.truncate(at);
        masked.push('\u{2026}');
    }
    masked
}

/// Characters of a row's name, by which it is told: a cell may hold fifty times as many, and nobody is called by them.
const LONGEST_NAME: usize = 500;

/// Whether a text is ASCII with single blanks inside and none at its ends: its words joined again are the text.
fn is_spaced_plainly(text: &str) -> bool {
    let mut before = b' ';
    text.bytes().all(|byte| {
        let is_plain = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
        is_plain
    }) && before != b' '
}
