//! Sheets and profile in, one keyed table per source and year out, with every
//! value's own cell. What may go wrong is a finding; a table that carries a `galat`
//! makes no report. Knows no formula.

pub(crate) mod accept;
pub(crate) mod assemble;
pub(crate) mod bacaan;
pub(crate) mod body;
mod by_profile;
pub(crate) mod cell;
mod cells;
pub(crate) mod columns;
pub(crate) mod counted;
mod day_order;
pub(crate) mod dictionary;
pub(crate) mod digest;
pub(crate) mod entities;
pub(crate) mod extract;
pub(crate) mod field;
pub(crate) mod fold;
pub(crate) mod inspect;
pub(crate) mod keputusan;
pub(crate) mod key;
pub(crate) mod matching;
mod merged;
pub(crate) mod read;
pub(crate) mod read_file;
pub(crate) mod relations;
pub(crate) mod row_scale;
pub(crate) mod sheets;
pub(crate) mod source;
mod summary_sheets;
pub(crate) mod surroundings;
pub(crate) mod table;
pub(crate) mod verdicts;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

pub use accept::Findings;
pub use body::row_said::Peran;
pub use cells::{Cells, Recent};
pub use entities::by_entity::ByEntity;
pub use field::{FieldInfo, butir_of, entity_noun, fields_of};
pub use inspect::{ColumnSeen, SheetSeen, TableSeen, inspect};
pub use keputusan::{Bacaan, Karena, Keputusan, Tentang};
pub use matching::years::{YearPlan, year_written};
pub use read::Sources;
pub use table::{ByYear, Column, Dataset, Isi, Jenis, Lookback, Masukan, Need, Part, Row, Table};
