//! The faces in the file: subsets of what the pages use, and what their codes mean.

pub mod maps;
pub mod subset;
