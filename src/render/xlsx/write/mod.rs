//! What is laid out, and the data sheets, to cells of a workbook.

pub mod data;
pub mod drawn;
pub mod grid;
pub mod names;
pub mod package;
pub mod paged;
pub mod paginate;
pub mod paper;
mod patch;
mod slips;
pub mod workbook;
