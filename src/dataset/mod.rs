//! Sheets and profile in, one keyed table per source and year out, with every
//! value's own cell. What may go wrong is a finding; a table that carries a `galat`
//! makes no report. Knows no formula.

pub(crate) mod accept;
pub(crate) mod around;
pub(crate) mod assemble;
pub(crate) mod bacaan;
pub(crate) mod beside;
mod branch_rows;
pub(crate) mod captured;
pub(crate) mod category_totals;
pub(crate) mod cell;
mod cell_formulas;
mod by_entity;
mod by_profile;
mod cells;
pub(crate) mod choose;
mod code_legends;
pub(crate) mod column;
mod column_cells;
pub(crate) mod comments;
pub(crate) mod control_sheets;
pub(crate) mod corrections;
pub(crate) mod continued;
pub(crate) mod counted;
pub(crate) mod dictionary;
mod day_order;
pub(crate) mod digest;
pub(crate) mod extract;
pub(crate) mod field;
pub(crate) mod file_names;
pub(crate) mod files;
mod example_row;
pub(crate) mod fit;
pub(crate) mod fitting;
pub(crate) mod fold;
pub(crate) mod foreign_place;
mod foot_lines;
mod group_sums;
mod secondary;
pub(crate) mod guess;
mod heading_says;
pub(crate) mod hidden_total;
mod multiples;
mod near_total;
mod named_totals;
pub(crate) mod identity;
pub(crate) mod inspect;
pub(crate) mod key;
pub(crate) mod key_digits;
pub(crate) mod keputusan;
pub(crate) mod kin;
pub(crate) mod left_out;
pub(crate) mod lines;
pub(crate) mod looks;
pub(crate) mod made_up;
pub(crate) mod mentions;
#[cfg(test)]
mod audited_tests;
#[cfg(test)]
mod by_profile_tests;
#[cfg(test)]
mod mentions_tests;
mod merged;
mod nil_legends;
mod note_sheets;
mod notes;
pub(crate) mod odd_rows;
pub(crate) mod own_direction;
mod own_share;
pub(crate) mod picked;
mod place_rows;
mod overlabels;
pub(crate) mod part_copies;
mod passed_tables;
pub(crate) mod part_period;
pub(crate) mod part_rows;
pub(crate) mod per_month;
pub(crate) mod placeholder;
pub(crate) mod proven_sum;
pub(crate) mod read;
pub(crate) mod read_file;
pub(crate) mod recalc;
mod registered_anew;
mod relation;
mod relations;
mod running_parts;
mod shifted_rows;
mod column_units;
mod remark_columns;
mod remarks;
mod row_arti;
mod row_basis;
mod row_copies;
mod row_keys;
pub(crate) mod row_periods;
pub(crate) mod row_said;
pub(crate) mod row_scale;
mod row_signs;
pub(crate) mod row_sums;
pub(crate) mod row_units;
mod row_facts;
mod row_sorter;
mod row_versions;
pub(crate) mod row_years;
pub(crate) mod rows;
pub(crate) mod scale;
pub(crate) mod sections;
mod share_names;
pub(crate) mod shown_scale;
pub(crate) mod source;
pub(crate) mod stated_count;
mod stated_sum;
mod sum_line;
pub(crate) mod stated_total;
pub(crate) mod sublabels;
mod summary_rows;
mod summary_sheets;
pub(crate) mod table;
pub(crate) mod thousandth;
mod ticked_away;
mod title_class;
pub(crate) mod total;
mod total_units;
mod totals_around;
mod unlike_lines;
pub(crate) mod unproven;
pub(crate) mod unread;
pub(crate) mod unseen;
pub(crate) mod verdicts;
pub(crate) mod year_said;
pub(crate) mod year_parts;
mod whole_year;
pub(crate) mod years;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod limits_anywhere_tests;
#[cfg(test)]
mod reserved_words_tests;
#[cfg(test)]
mod bare_rows_tests;
#[cfg(test)]
mod bearers_tests;
#[cfg(test)]
mod branch_rows_tests;
#[cfg(test)]
mod around_tests;
#[cfg(test)]
mod cell_findings_tests;
#[cfg(test)]
mod hazard_sweep_tests;
#[cfg(test)]
mod heading_words_tests;
#[cfg(test)]
mod hunted_counts_tests;
#[cfg(test)]
mod hunted_kinds_tests;
#[cfg(test)]
mod hunted_lists_tests;
#[cfg(test)]
mod hunted_tests;
#[cfg(test)]
mod hunted_values_tests;
#[cfg(test)]
mod hunted_words_tests;
#[cfg(test)]
mod key_findings_tests;
#[cfg(test)]
mod odd_books_tests;
#[cfg(test)]
mod odd_rows_tests;
#[cfg(test)]
mod own_columns_tests;
#[cfg(test)]
mod parts_and_twins_tests;
#[cfg(test)]
mod period_and_unit_tests;
#[cfg(test)]
mod ordinary_tests;
#[cfg(test)]
mod ordinary_kinds_tests;
#[cfg(test)]
mod places_tests;
#[cfg(test)]
mod plausible_tests;
#[cfg(test)]
mod row_kinds_tests;
#[cfg(test)]
mod said_beside_tests;
#[cfg(test)]
mod source_findings_tests;
#[cfg(test)]
mod sweep_tests;
#[cfg(test)]
mod totals_by_name_tests;
#[cfg(test)]
mod two_places_tests;
#[cfg(test)]
mod unsettled_tests;
#[cfg(test)]
mod values_tests;
#[cfg(test)]
mod year_and_scale_tests;

pub use accept::Findings;
pub use by_entity::ByEntity;
pub use cells::{Cells, Recent};
pub use field::{FieldInfo, butir_of, entity_noun, fields_of};
pub use inspect::{ColumnSeen, SheetSeen, TableSeen, inspect};
pub use keputusan::{Bacaan, Karena, Keputusan, Tentang};
pub use read::Sources;
pub use row_said::Peran;
pub use table::{Column, Dataset, Isi, Jenis, Masukan, Need, Part, Row, Table};
pub use years::{YearPlan, year_written};
