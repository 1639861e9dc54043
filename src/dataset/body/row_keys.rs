//! The keys of a table's rows as keys compare, made once for all that ask for them.

use crate::dataset::Table;
use crate::dataset::cell::text_of;
use crate::dataset::key::{normal, without_number_word};
use crate::dataset::source::Source;
use crate::threads::in_ranges;
use std::ops::Range;

/// One key after another; nothing where a part of it is empty.
#[derive(Default)]
pub(crate) struct RowKeys {
    letters: String,
    /// Where each row's key ends.
    ends: Vec<usize>,
}

impl RowKeys {
    /// The keys that these columns make.
    pub(crate) fn of(table: &Table, columns: &[usize]) -> Self {
        let of_run = |rows: Range<usize>| {
            let mut keys = Self { letters: String::new(), ends: Vec::with_capacity(rows.len()) };
            for index in rows {
                let start = keys.letters.len();
                if !put(&mut keys.letters, table, index, columns) {
                    keys.letters.truncate(start);
                }
                keys.ends.push(keys.letters.len());
            }
            keys
        };
        let mut keys = Self { letters: String::new(), ends: Vec::with_capacity(table.rows.len()) };
        for run in in_ranges(table.rows.len(), of_run) {
            let start = keys.letters.len();
            keys.letters.push_str(&run.letters);
            keys.ends.extend(run.ends.into_iter().map(|end| start + end));
        }
        keys
    }

    /// A row's key.
    pub(crate) fn get(&self, row: usize) -> Option<&str> {
        let start = row.checked_sub(1).and_then(|above| self.ends.get(above)).copied().unwrap_or(0);
        self.letters.get(start..*self.ends.get(row)?).filter(|key| !key.is_empty())
    }
}

/// The columns of which every formula takes the rows of one value alone: `triwulan = "IV"`.
pub(crate) fn taken_by_value(source: &Source, table: &Table) -> Vec<usize> {
    let taken = source.needs.get(&table.tahun).map(|need| &need.disaring);
    taken.into_iter().flat_map(|taken| taken.keys()).filter_map(|isian| table.column(isian)).collect()
}

/// What stands in these columns, as texts compare.
pub(crate) fn texts_of(table: &Table, row: usize, columns: &[usize]) -> String {
    let texts = columns.iter().map(|column| normal(&text_of(&table.isi(&table.rows[row], *column))));
    texts.collect::<Vec<String>>().join("\u{1f}")
}

/// A row's key as it is now; none where a part of it is empty.
pub(crate) fn key_of(table: &Table, row: usize, columns: &[usize]) -> Option<String> {
    let mut key = String::new();
    put(&mut key, table, row, columns).then_some(key)
}

/// Adds a row's key to letters, as long as no part of it is empty.
fn put(letters: &mut String, table: &Table, row: usize, columns: &[usize]) -> bool {
    columns.iter().all(|column| {
        let part = normal(&text_of(&table.isi(&table.rows[row], *column)));
        letters.push_str(without_number_word(&part));
        letters.push('\u{1f}');
        !part.is_empty()
    })
}
