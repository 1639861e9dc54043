//! A `Document` in, bytes out: the PDF and the XLSX. Knows no indicator.

pub mod face;
pub mod family;
pub mod hyphen;
pub mod linebreak;
pub mod pdf;
pub(crate) mod style;
pub mod xlsx;
mod words_id;
