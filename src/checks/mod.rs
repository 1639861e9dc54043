//! Tables in, findings out: what must hold within a year and between years.

mod across;
mod inside;
mod judge;
mod kin;
mod plausible;
mod same_year;
mod shared;

pub use judge::{read, read_open};
