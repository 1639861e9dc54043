//! An office's folder in, its report out: read, judge, compute, report, deliver as
//! named steps, for the terminal as for any other caller. What may go wrong apart
//! from findings in the data is a [`Trouble`]. Prints nothing, asks no clock.

mod causes;
mod compare;
mod changed_reading;
mod difference;
mod document;
mod edition;
mod form;
mod inputs;
mod make;
mod many;
mod moved;
mod names;
mod published;
mod read;
mod record;
mod remake;
mod restated;
mod revise;
mod trouble;
mod words_id;

/// What the files say made them.
pub const PROGRAM: &str = concat!("iku ", env!("CARGO_PKG_VERSION"));

pub use crate::watch::{Step, Watch};
pub use compare::{Opened, compare, comparison_workbook, open_revision};
pub use edition::Edition;
pub use make::Made;
pub use many::many;
pub use moved::moved;
pub use names::Names;
pub use published::Differs;
pub use read::{Hands, Office, report_year, weight};
pub use record::{of_check, summary};
pub use remake::{
    Again, Missing, Place, Recomputed, Remade, again, broken_records, is_own, lost_snapshot, missing, remake, revisions,
};
pub use revise::{Done, Order, Written};
pub use trouble::Trouble;
pub use words_id::karena;
