//! Pages to a file: drawn here, their fonts framed by printpdf, the rest of the file made with lopdf's objects.

pub mod attach;
pub mod bytes;
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
