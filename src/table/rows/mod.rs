//! What each row below the headings is.

pub(crate) mod facts;
pub(crate) mod familiar;
pub(crate) mod kinds;
