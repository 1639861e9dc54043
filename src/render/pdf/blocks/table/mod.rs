//! A table: which cell stands where, how wide the columns are, each cell set, and
//! the rules round it all.

pub mod cells;
pub mod flow;
pub mod grid;
pub mod part;
pub mod rules;
pub mod strips;
pub mod widths;
