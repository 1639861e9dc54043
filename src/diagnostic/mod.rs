//! Findings about the office's data: a code, a place, the facts, and, in one
//! place per language, the words. Every room collects them; none stops at the
//! first. Nothing here knows how a workbook is read or a figure is made.
//!
//! [`findings`] holds one file for each kind of finding.

mod checked;
mod finding;
mod findings;
mod hubungan;
mod kode;
mod registry;
mod salinan;
mod temuan;
mod tempel;
mod words_id;
#[cfg(test)]
mod words_tests;

pub use checked::Checked;
pub use finding::{Sebab, Tempat, Terima, Tingkat};
pub use findings::*;
pub use hubungan::Hubungan;
pub use salinan::Salinan;
pub use tempel::{Tempel, quoted};
pub use temuan::{Penerimaan, Temuan};
