//! Rows as programs write nearly all of them, read in pieces by several threads
//! while they are unpacked. A piece that is written in any other way, or that is
//! more than the budget lets through, is left to the scanner that looks at every
//! token: what is read, and what is refused with which words, hangs neither on
//! the number of threads nor on where pieces are cut.

mod piece;
mod pieces;
#[cfg(test)]
mod tests;

pub(super) use pieces::{Rows, read_rows};
