//! Tables in, findings out: what must hold within a year and between years.

mod across;
mod alike;
mod astray;
mod contrary;
mod copied;
mod crossed;
mod dates;
mod digits;
mod drift;
mod founded;
mod gaps;
mod in_order;
mod inside;
mod judge;
mod kin;
mod marked_dates;
mod merged_rows;
mod misplaced;
mod of_groups;
mod one_number;
mod outliers;
mod own_counts;
mod parts;
mod places;
mod plausible;
mod restated;
mod same_year;
mod series;
mod shared;
mod short_keys;
mod steps;
mod swapped;
mod told;
mod two_sources;
mod unmarked;

pub use judge::{read, read_open};
