//! A `Document` in, the bytes of an XLSX out: page parts drawn on a grid of
//! cells, data sheets as they are. What Excel cannot hold (a text too long, say)
//! is an error. rust_xlsxwriter is known to this folder, and to the copies that
//! `marking` makes.

mod error;
pub(crate) mod look;
pub(crate) mod measure;
pub(crate) mod number;
mod sheets;
mod words_id;
mod write;

pub use error::RenderError;
pub(crate) use sheets::layout::MAX_HEIGHT;
pub use write::data::stream::Hears;
pub(crate) use write::names::{allowed, free};
pub(crate) use write::workbook::saved;
pub use write::workbook::{fill, render};

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
