//! A sheet's cells, held compactly and seen as if each were whole. Rows lie one
//! after another in blocks; rows that hold the same kinds of cells in the same
//! columns share one shape, so that a row itself is a few words of four bytes:
//! the number of a text held once, or a number's digits.

mod block;
mod builder;
mod shape;
mod store;
mod texts;

#[cfg(test)]
mod tests;

pub(crate) use block::RowView;
pub(crate) use builder::Builder;
pub use store::Cells;
pub(crate) use texts::Texts;
