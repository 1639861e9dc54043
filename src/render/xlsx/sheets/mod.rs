//! Blocks to pieces on rows and between horizontal places: a part laid out whole,
//! before any of it is a cell. A block may hold blocks: `flow` and `table` call each other.

pub mod chart;
pub mod flow;
pub mod fraction;
pub mod layout;
pub mod letterhead;
pub mod part;
pub mod parted;
pub mod setting;
pub mod shared;
pub mod signature;
pub mod table;
