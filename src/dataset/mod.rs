//! Sheets and profile in, one keyed table per source and year out, with every
//! value's own cell, and the checks across a table. What may go wrong is a
//! finding; a table that carries a `galat` makes no report. Knows no formula.

mod accept;
mod across;
mod assemble;
mod cell;
mod choose;
mod column;
mod dictionary;
mod extract;
mod field;
mod files;
mod hidden_total;
mod guess;
mod inside;
mod inspect;
mod key;
mod merged;
mod part_copies;
mod read;
mod row_periods;
mod row_units;
mod rows;
mod scale;
mod shelf;
mod source;
mod stated_total;
mod table;
mod total;
mod years;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod cell_findings_tests;
#[cfg(test)]
mod hunted_tests;
#[cfg(test)]
mod key_findings_tests;
#[cfg(test)]
mod odd_books_tests;
#[cfg(test)]
mod source_findings_tests;

pub use field::{FieldInfo, butir_of, entity_noun, fields_of};
pub use inspect::{ColumnSeen, SheetSeen, TableSeen, inspect};
pub use read::{Sources, read};
pub use table::{Column, Dataset, Datum, Isi, Jenis, Masukan, Need, Part, Row, Table};
