//! What is laid out, and the data sheets, to cells of a workbook.

pub mod chart;
pub mod data;
mod figure;
pub mod grid;
mod leads;
pub mod names;
pub mod package;
pub mod paged;
pub mod paginate;
pub mod paint;
pub mod paper;
mod patch;
mod pictures;
mod sentence;
mod slips;
pub mod workbook;
