//! Text to lines: shaped by rustybuzz, broken where Unicode and a typesetter would.

pub mod balance;
pub mod fallback;
pub mod line;
pub mod look;
pub mod paragraph;
pub mod shape;
