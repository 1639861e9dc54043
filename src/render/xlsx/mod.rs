//! A `Document` in, the bytes of an XLSX out: page parts drawn on a grid of
//! cells, data sheets as they are. What Excel cannot hold (a text too long, say)
//! is an error. rust_xlsxwriter is known to this folder alone.

mod chart;
mod data;
mod error;
mod first_page;
mod flow;
mod fraction;
mod grid;
mod layout;
mod look;
mod marked;
mod measure;
mod names;
mod number;
mod original;
mod paginate;
mod paint;
mod paper;
mod part;
mod signature;
mod table;
mod words_id;
mod workbook;

pub use error::RenderError;
pub use marked::mark;
pub use original::mark_original;
pub use workbook::{fill, render};

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
