//! The records of many offices in, one summary of a province out: indicators by
//! office, matched by rumus and nama, with what adds up added up. A record is
//! taken as it stands; no workbook is read. What cannot be taken is told by name.

mod additive;
mod bounds;
mod build;
mod document;
mod formulas;
mod gather;
mod pages;
mod matching;
mod model;
mod operands;
mod order;
mod same;
mod sheets;
mod sound;
mod total;
mod words_id;
mod write;

pub use build::build;
pub use gather::{Gathered, Refusal, gather};
pub use model::Rekap;
pub use words_id::refusal;
pub use write::{Done, write};
