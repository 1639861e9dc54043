//! A `Document` in, PDF bytes out. Layout (blocks to strips, strips to pages) is
//! pure and stands apart from drawing (printpdf) and from the last step (lopdf).
//! A character that the face lacks, or a page with no room, is an error.

mod attach;
mod balance;
mod block;
mod cells;
mod chart;
mod draw;
mod picture;
mod error;
mod fields;
mod finish;
mod font;
mod foot;
mod fraction;
mod grid;
mod icc;
mod layout;
mod letterhead;
mod line;
mod look;
mod measure;
mod pager;
mod paragraph;
mod placed;
mod prune;
mod raster;
mod rows;
mod rules;
mod shape;
mod signature;
mod structure;
mod tags;
mod widths;
mod words_id;
mod xmp;
#[cfg(test)]
mod tests;

pub use attach::{Attachment, Relation};
pub use error::RenderError;
pub use finish::{Composed, Pdf, compose, render};
pub use placed::PlacedSignature;
