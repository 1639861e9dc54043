//! A workbook and its findings in, a copy of it out: each finding as a coloured
//! cell and a note, and a sheet that lists them. [`original`] changes the office's
//! own package and keeps all else; [`values`] writes the values anew, for formats
//! and packages that cannot be changed so.

mod finding;
mod list_size;
mod original;
mod values;
mod words_id;

pub use original::mark_original;
pub use values::mark;
