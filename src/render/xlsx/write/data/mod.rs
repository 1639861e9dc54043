//! Data sheets: what stands in their cells, how they are printed, what may be typed into blank ones.

mod breaks;
mod cells;
mod format;
mod groups;
mod headings;
mod height;
pub mod print;
mod rows;
pub mod sheet;
pub mod stream;
mod typed;
mod writer;
