//! An office's folder in, its report out: read, judge, compute, report, deliver as
//! named steps, for the terminal as for any other caller. What may go wrong apart
//! from findings in the data is a [`Trouble`]. Prints nothing, asks no clock.

mod deliver;
mod document;
mod make;
mod names;
mod read;
mod record;
mod trouble;
mod words_id;

/// What the files say made them.
pub const PROGRAM: &str = concat!("iku ", env!("CARGO_PKG_VERSION"));

pub use make::Made;
pub use names::Names;
pub use read::Office;
pub use record::{of_check, summary};
pub use trouble::Trouble;
