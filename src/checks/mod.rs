//! Tables in, findings out: what must hold within a year and between years.

mod across;
mod astray;
mod crossed;
mod dates;
mod digits;
mod inside;
mod judge;
mod kin;
mod places;
mod plausible;
mod same_year;
mod shared;
mod steps;

pub use judge::{read, read_open};
