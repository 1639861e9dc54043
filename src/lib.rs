//! `iku` makes the annual *Indikator Kinerja Utama* report of a district's
//! cooperative office from its own workbooks.
//!
//! The rooms stand in reading order: a cell enters at [`workbook`] and leaves as
//! ink at [`render`]; a module uses only what stands before it.

#![forbid(unsafe_code)]

mod intake;
mod threads;
mod watch;

pub mod vocabulary;
pub mod diagnostic;
pub mod profile;
pub mod text;
pub mod workbook;
pub mod table;
pub mod dataset;
pub mod checks;
pub mod formula;
pub mod indicator;
pub mod report;
pub mod banding;
pub mod document;
pub mod render;
pub mod marking;
pub mod deliver;
pub mod office;
pub mod rekap;
pub mod cli;
