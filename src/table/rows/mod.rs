//! What each row below the headings is.

pub(crate) mod base;
pub(crate) mod column_numbers;
pub(crate) mod custom;
pub(crate) mod facts;
pub(crate) mod familiar;
pub(crate) mod kinds;
pub(crate) mod scanned;
mod total_look;
