//! The rows that head a table, and which column is which field.

pub(crate) mod block;
mod claims;
pub(crate) mod column;
pub(crate) mod field;
pub(crate) mod over;
pub(crate) mod path;
pub(crate) mod side;
pub(crate) mod spread;
pub(crate) mod window;
pub(crate) mod words;
