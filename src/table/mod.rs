//! A sheet and the wanted fields in, its tables out: where the headings are, which
//! column is which field, what each row below them is, which year and unit the
//! lines around say. Knows no source and no formula.

pub(crate) mod caption;
pub(crate) mod evidence;
pub(crate) mod find;
pub(crate) mod heard;
pub(crate) mod headings;
mod laid_out;
pub(crate) mod layout;
mod noted;
mod row_kind;
pub(crate) mod rows;
pub(crate) mod rows_told;
pub(crate) mod scan;
pub(crate) mod search;
mod unit_said;

#[cfg(test)]
mod layout_fixtures;
#[cfg(test)]
mod layout_sweep;
#[cfg(test)]
mod layout_tests;

pub use evidence::{Decided, Evidence, Ground, Spot, Strength, settle};
pub use find::find_tables;
pub use layout::{Doubtful, Expect, Hints, LayoutColumn, Limit, Match, StatedYear, TableLayout, UnitStated, Wanted};
pub use row_kind::{PartProof, RowKind};
pub use rows_told::{LayoutRow, LayoutRows};
pub(crate) use unit_said::names_another;
