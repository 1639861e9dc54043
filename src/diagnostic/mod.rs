//! Findings about the office's data: a code, a place, the facts, and, in one
//! place per language, the words. Every room collects them; none stops at the
//! first. Nothing here knows how a workbook is read or a figure is made.

mod checked;
mod fakta;
mod kode;
mod temuan;
mod words_id;
#[cfg(test)]
mod words_tests;

pub use checked::Checked;
pub use fakta::{BukanAngkaSebab, Dekat, Dicari, Fakta, SkipReason};
pub use kode::{Kode, Tingkat};
pub use temuan::{Penerimaan, Temuan};
