//! Pages to a file: drawn by printpdf, finished by lopdf.

pub mod attach;
pub mod draw;
pub mod fields;
pub mod finish;
pub mod font;
pub mod icc;
pub mod info;
pub mod outline;
pub mod prune;
pub mod tags;
pub mod xmp;
