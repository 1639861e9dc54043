//! Files in, sheets out: what a workbook file holds, cell by cell, exactly as
//! it stands there; how number texts read; where a table's headings and rows
//! are. A file may be unreadable, too large or hostile: that is a finding, never
//! a panic. Nothing here knows koperasi or indicators.

mod budget;
mod caption_period;
mod cell_format;
mod child;
mod clean_text;
mod date_text;
mod delimited;
mod failure;
mod field_match;
mod field_words;
mod find_tables;
mod found;
mod header_block;
mod header_path;
mod header_window;
mod heading_text;
mod iso_date;
mod label_text;
mod layout;
mod lexeme;
mod mark_text;
mod number_column;
mod number_core;
mod number_refusal;
mod number_text;
mod number_trim;
mod ods;
mod package;
pub(crate) mod part_name;
mod period_text;
mod plain_text;
mod reader;
mod relationships;
mod row_facts;
mod row_kinds;
mod row_phrases;
mod sheet;
mod sniff;
mod wire;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

#[cfg(test)]
pub(crate) mod dice;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod layout_fixtures;
#[cfg(test)]
mod layout_sweep;
#[cfg(test)]
mod layout_tests;
#[cfg(test)]
mod number_tests;
#[cfg(test)]
mod open_tests;

pub use child::{SUBCOMMAND as CHILD_SUBCOMMAND, serve_child};
pub use date_text::{DateText, read_date};
pub use find_tables::find_tables;
pub use found::{FoundFile, expand, nearest_file};
pub use heading_text::money_unit;
pub use label_text::normalise_label;
pub use layout::{Expect, Hints, LayoutColumn, LayoutRow, Match, Period, RowKind, StatedYear, TableLayout, UnitStated, Wanted};
pub use mark_text::{MarkText, read_mark};
pub use number_column::{ColumnVotes, Settled};
pub use number_text::{NumberRead, NumberStatus, NumberText, is_nil_or_missing, is_number_text, read_number};
pub use period_text::period_named;
pub use reader::Reader;
pub use sheet::{Cell, Format, Formula, Hidden, Merge, NumberStyle, Sheet, Value, Visibility, Workbook};
