//! A file in, its sheets out: cell by cell, exactly as it stands there. A file may
//! be unreadable, too large or hostile: that is a finding, never a panic. Nothing
//! here knows tables, koperasi or indicators.

mod budget;
mod calculation;
mod cells;
mod failure;
mod formats;
mod found;
mod isolation;
mod reader;
mod sheet;
mod sniff;

#[cfg(test)]
pub(crate) mod dice;
#[cfg(test)]
pub(crate) mod fixtures;
#[cfg(test)]
mod open_tests;

pub use budget::{Cost, RunBudget, Unpacking};
pub(crate) use calculation::linked_file_name;
pub use calculation::{Calculation, DeclaredTable, DefinedName, SharedFormula, Sharing};
pub use cells::Cells;
pub(crate) use cells::RowView;
pub use failure::closed_folder;
pub(crate) use formats::part_name;
pub use found::{FoundFile, alike_file, closed_folders, expand, nearest_file};
pub use isolation::child::{SUBCOMMAND as CHILD_SUBCOMMAND, serve_child};
pub use reader::{Reader, SafetyStop};
pub use sheet::{
    AroundText, Cell, Format, Formula, Hidden, Merge, NumberStyle, OddShow, Sheet, Value, Veil, Visibility, Workbook,
};
