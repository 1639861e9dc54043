//! Blocks to strips: each block kind in a column of a given width. Nothing here
//! knows of pages. A block may hold blocks (a cell, an item): `Setter::strips` sets
//! them, and that is the one recursion.

pub mod chart;
pub mod flow;
pub mod fraction;
pub mod letterhead;
pub mod lists;
pub mod picture;
pub mod setter;
pub mod signature;
pub mod table;
