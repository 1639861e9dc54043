//! What a PDF is made of, as bytes: numbers, objects, a page's content stream, the whole file.

pub mod content;
pub mod number;
pub mod object;
pub mod save;
