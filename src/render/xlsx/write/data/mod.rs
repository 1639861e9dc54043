//! Data sheets: what stands in their cells, how they are printed, what may be typed into blank ones.

pub mod print;
pub mod sheet;
pub mod stream;
mod typed;
