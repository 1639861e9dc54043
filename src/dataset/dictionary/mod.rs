//! The built-in field dictionaries: which headings mean which field. Data, no logic:
//! a heading is added to the `aliases` of its entry, in the file of its kind of source.

mod common;
mod entry;
mod keragaan;
mod umkm;

pub(crate) use common::{OWN, RECAP_NAMES, TAHUN};
pub(crate) use entry::Entry;
pub(crate) use keragaan::{KERAGAAN, KERAGAAN_RECAP};
pub(crate) use umkm::{UMKM, UMKM_RECAP};
