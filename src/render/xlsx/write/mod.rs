//! What is laid out, and the data sheets, to cells of a workbook.

pub mod chart;
pub mod data;
pub mod grid;
pub mod names;
pub mod paged;
pub mod paginate;
pub mod paint;
pub mod paper;
pub mod package;
mod patch;
mod slips;
pub mod workbook;
