//! A `Document` in, PDF bytes out. Layout (text to lines, blocks to strips, strips
//! to pages) is pure and stands apart from writing the file. A character that the
//! face lacks, or a page with no room, is an error.
//!
//! The rooms in reading order: [`text`], [`blocks`], [`pages`], [`write`].

mod blocks;
mod error;
mod pages;
mod placed;
mod raster;
mod structure;
mod text;
mod words_id;
mod write;
#[cfg(test)]
mod tests;

pub use error::RenderError;
pub use placed::PlacedSignature;
pub use write::attach::{Attachment, Relation};
pub use write::finish::{Composed, Pdf, compose, render};
